"""Writes the files of a dossier for a person: new records, source records with fingerprints, records of checks.

Reading and checking a dossier is left to `pipeline`.
"""
