"""Words and numbers for people: dates, counts, lists, shortening, names in other scripts, Markdown as plain text.

Choosing what to say is left to the rooms that speak.
"""
