"""Turns curated YAML briefs into a static briefing site whose every claim can be checked.

The subject of a site is left to its content.
"""

__version__ = "0.2.0"
