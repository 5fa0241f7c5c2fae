"""Picks from the library what each page shows.

Wording and order on the page are left to the views; a page shows nothing that is not in its matter.
"""
