"""Codes of faults in `mkdocs.yml` and in the hand-written pages.

Never lists faults of briefs, topics or sources.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "settings-unreadable",
        "error",
        "`mkdocs.yml` is missing or is not YAML that MkDocs could read.",
        "Mend the named line, or start again from the `mkdocs.yml` of the project.",
    ),
    Code(
        "settings-missing",
        "error",
        "A setting that every site needs is not in `mkdocs.yml`.",
        "Add the named key.",
    ),
    Code(
        "settings-wrong",
        "error",
        "A setting in `mkdocs.yml` has a value that cannot be used.",
        "Write the value in the form that the message names.",
    ),
    Code(
        "settings-unknown",
        "warning",
        "A key under `extra.dossier` means nothing here, so it has no effect.",
        "Correct its spelling or take it out.",
    ),
    Code(
        "settings-overruled",
        "warning",
        "A setting would make pages ask another host or break addresses; the build goes on as if it were not there.",
        "Take it out, so that the file says what the site does.",
    ),
    Code(
        "foreign-host",
        "error",
        "A setting makes every page load something from another host, which no page of a dossier does.",
        "Put the file beside the pages and name it by its path.",
    ),
    Code(
        "frame-broken",
        "error",
        "The theme could not make a page to stamp into, or MkDocs refused its settings.",
        "Mend what the message names in `mkdocs.yml`, `pages/` or `templates/frame/`.",
    ),
    Code(
        "frame-script",
        "error",
        "The theme, or a hand-written page, brings a script that is not on the list of known ones: browsers would block it.",
        "Take out the script or the feature that brings it, or have its hash added to the list after reading it.",
    ),
    Code(
        "page-link",
        "warning",
        "A hand-written page, or the navigation, links to something that MkDocs cannot find.",
        "Correct the link or add the page.",
    ),
    Code(
        "address-taken",
        "error",
        "A hand-written page lies at an address that belongs to a page made from the briefs.",
        "Move or rename the hand-written page.",
    ),
)
