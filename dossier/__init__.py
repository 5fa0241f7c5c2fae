"""Turns curated YAML briefs into a static briefing site whose every claim can be checked.

Never knows the subject of a site: all of that stands in the content it is given.
"""

__version__ = "0.1.0"
