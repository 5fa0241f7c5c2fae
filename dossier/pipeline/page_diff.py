"""Which pages a change of the content makes, alters and removes: what two libraries show, page by page.

Never guesses from back-links: a page counts as changed when what it shows differs, however the change gets there. What
stands around every page (the navigation, the theme) comes from elsewhere and is not looked at.
"""

from dataclasses import replace

from dossier.check import check
from dossier.check.changes import TouchedPages
from dossier.library import Library
from dossier.pages import Page, plan


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


def _differs(before: Page, after: Page) -> bool:
    return before != after or before.view != after.view or list(before.linked()) != list(after.linked())
