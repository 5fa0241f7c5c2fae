"""Planned pages to HTML, by our own templates.

The frame around a page is left to `frames`.
"""

from dossier.render.renderer import CONTENT, Body, Renderer

__all__ = ["CONTENT", "Body", "Renderer"]
