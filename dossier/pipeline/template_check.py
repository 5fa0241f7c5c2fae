"""Tells faults in a dossier's own templates: those in their syntax as problems, those that show as they run by their line.

Finding the line is left to `render`.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from dossier.problem import Area, Code, Problem, Span, UserError

TEMPLATE_BROKEN = Code(
    "template-broken",
    Area.FILES,
    "error",
    "A template of the dossier's own cannot be read.",
    "Mend the line, or delete the file: the generator's template of the same name serves then.",
)
_REMEDY = "mend the template, or delete it: the generator's template of the same name serves then"


def template_problems(templates: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield what is wrong with the syntax of templates, given by path. None of them is run."""
    # What reads templates takes a while to import, and few dossiers have some of their own.
    from dossier.render import unreadable_templates  # noqa: PLC0415

    texts = {}
    for path, content in templates.items():
        try:
            texts[path] = content.decode("utf-8")
        except UnicodeDecodeError:
            yield Problem(TEMPLATE_BROKEN, "this template is not UTF-8 text", Span(path))
    for fault in unreadable_templates(texts):
        yield Problem(TEMPLATE_BROKEN, fault.words or "this template cannot be read", Span(fault.path, fault.line))


@contextmanager
def naming_template(folders: Sequence[Path]) -> Iterator[None]:
    """Raise what fails inside a template in one of these folders as a `UserError` that names the template's line."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        from dossier.render import failed_template  # noqa: PLC0415 - see above

        fault = failed_template(error, folders)
        if fault is None:
            raise
        raise UserError(f"{fault.path}:{fault.line}: {fault.words}", _REMEDY) from error
