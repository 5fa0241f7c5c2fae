"""Runs: from files to a checked library, and from there to a published site.

Never prints, and never publishes anything while there is an error.
"""
