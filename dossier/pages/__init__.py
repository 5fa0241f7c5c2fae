"""The plan of the site: which pages there are and what each one shows, ready for its template.

How pages look is left to `render` and the templates.
"""

from dossier.pages.page import FeedLink, Link, Page, Toc, View
from dossier.pages.plan import PlannedPage, plan

__all__ = ["FeedLink", "Link", "Page", "PlannedPage", "Toc", "View", "plan"]
