"""Planned pages to HTML, by our own templates.

Never knows what a page is stamped into.
"""

from dossier.render.renderer import CONTENT, Body, Renderer

__all__ = ["CONTENT", "Body", "Renderer"]
