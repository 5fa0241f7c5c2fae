"""Planned pages to HTML, by our own templates.

The frame around a page is left to `frames`.
"""

from dossier.render.renderer import CONTENT, Body, Renderer
from dossier.render.template_faults import failed_template, unreadable_templates

__all__ = ["CONTENT", "Body", "Renderer", "failed_template", "unreadable_templates"]
