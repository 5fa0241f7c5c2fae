"""Benchmarks the generator on a synthetic dossier of any size, compared with plain Material for MkDocs.

It is not part of the installed package. The words of the dossier are invented and mean nothing.
"""
