"""Runs: from files to a checked library, and from there to a published site.

Printing is left to `cli`, writing files for a person to `authoring`.
"""
