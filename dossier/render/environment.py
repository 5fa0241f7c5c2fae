"""The Jinja2 environment of the site: templates from given folders, escaping always on, a missing name always an error.

Templates come from the folders of templates, values from views: no value is rendered as a template.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from dossier.linked.address import ROOT_MARK
from dossier.render.markdown import inline, prose
from dossier.render.marks import add_marks
from dossier.wording import counted, phrase
from dossier.wording.strip_markdown import first_sentence
from dossier.wording.translation import cached, number_words


@lru_cache(maxsize=65536)
def href(address: str) -> Markup:
    """Return an address of this site for an attribute. One that starts with a hash stays on its page."""
    return escape(address) if address.startswith("#") else escape(f"{ROOT_MARK}{address}")


@cached(65536)
def time(date: str) -> Markup:
    """Return a date in words, marked as a date; the text keeps the precision that the date has."""
    if not date:
        return escape(phrase.date_unknown())
    return Markup('<time datetime="{}">{}</time>').format(date, phrase.date_words(date))


@cached(65536)
def time_short(date: str) -> Markup:
    """Return a date in few letters, marked as a date."""
    return Markup('<time datetime="{}">{}</time>').format(date, phrase.date_short(date))


class _Root(Extension):
    """Lets templates write `href="~/topics/"`: the mark of the root becomes text of the template, at no cost."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """Return a template's source with the mark in place of the tilde."""
        return source.replace('="~/', f'="{ROOT_MARK}')


def make_environment(templates: Path | Sequence[Path]) -> Environment:
    """Return the environment for templates in folders that have `pages/` and `pieces/`; the first that has one gives it."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        extensions=[_Root],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    filters: dict[str, Callable[..., object]] = {
        "href": href,
        "date": time,
        "date_short": time_short,
        "date_words": phrase.date_words,
        "claims": counted.claims,
        "number": number_words,
        "first_sentence": first_sentence,
        "prose": prose,
        "inline": inline,
        "sentence": lambda words: words[:1].upper() + words[1:],
        # A renderer puts its own in the place of these.
        **dict.fromkeys(("claim", "chain", "feed"), str),
    }
    environment.filters.update(filters)
    add_marks(environment)
    return environment
