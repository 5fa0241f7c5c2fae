"""Codes of faults in files and folders, before anything in them is read.

Never lists faults of a file's text.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "file-unsafe",
        "error",
        "A file or folder is a link that leads out of the dossier, or is not a plain file.",
        "Put a copy of the file in its place.",
    ),
    Code(
        "file-too-large",
        "error",
        "A file is larger than any file of its kind has reason to be.",
        "Split it, or take out what does not belong there.",
    ),
    Code(
        "file-unreadable",
        "error",
        "A file is there but the system does not let it be read.",
        "Give yourself the right to read it.",
    ),
    Code(
        "file-name",
        "error",
        "A file's name cannot be an id: an id is lower-case words joined by hyphens.",
        "Rename the file, as in `april-plan.yaml`.",
    ),
    Code(
        "briefings-missing",
        "error",
        "The folder `briefings` is not there or holds nothing, so the site would be empty.",
        "Put it back, or begin with a topic.",
    ),
    Code(
        "file-misplaced",
        "warning",
        "A file lies where nothing is read, so what is in it is not on the site.",
        "Move it to the folder of its kind, with the ending that files there have.",
    ),
    Code(
        "content-misplaced",
        "error",
        "A YAML file below `briefings/` lies where nothing is read, or ends in `.yml`: all that is in it would be lost.",
        "Move it to the folder of its kind, and let it end in `.yaml`.",
    ),
)
