"""Which pages a change of the content makes, alters and removes: what two libraries show, page by page.

What stands around every page (the navigation, the theme) is left out. A page counts as changed when what it shows
differs, however the change gets there.
"""

from dataclasses import replace

from dossier.check import check
from dossier.check.changes import TouchedPages
from dossier.library import Library
from dossier.linked import stamp
from dossier.pages import Page, PlannedPage, plan


def touched_pages(base: Library, head: Library) -> TouchedPages | None:
    """Return what becomes of the pages, each list sorted, or None where either library has faults: it has no pages then."""
    if base.corpus == head.corpus:
        return TouchedPages()
    if any(problem.severity == "error" for library in (base, head) for problem in check(library)):
        return None
    if base.settings != head.settings:
        # Another name of the site changes every page, and says nothing of the content.
        base = Library(replace(base.corpus, settings=head.settings))
    before, after = ({page.address: page for page in plan(library)} for library in (base, head))
    return TouchedPages(
        new=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(one for one in before.keys() & after.keys() if _differs(before[one], after[one]))),
        gone=tuple(sorted(before.keys() - after.keys())),
    )


def _differs(before: PlannedPage, after: PlannedPage) -> bool:
    """Return whether two versions of a page show something else. Views are made only where stamps differ."""
    if before.stamp == after.stamp:
        return False
    old, new = before.page, after.page
    return old != new or stamp(_shown(old)) != stamp(_shown(new))


def _shown(page: Page) -> tuple[object, ...]:
    return page.view, list(page.linked())
