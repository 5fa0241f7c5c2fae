"""What the commands that a person types with an address fetch by, and under which name.

Politeness, limits and safety are left to `disk.fetch`.
"""

import argparse

from dossier import __version__
from dossier.cli.environment import asks_this_machine
from dossier.disk.fetch import Fetched, Fetcher, FetchError, Limits
from dossier.pipeline.load import Loaded
from dossier.problem import UserError

_LONGEST = 600.0


def fetcher_of(options: argparse.Namespace, loaded: Loaded) -> Fetcher:
    """Return what fetches pages, under a name that says whose dossier asks. Raises `UserError` for a time that is none."""
    seconds = options.timeout
    if not 0 < seconds <= _LONGEST:
        raise UserError(f"--timeout is {seconds:g}, but a page may take up to {_LONGEST:g} seconds")
    agent = f"dossier/{__version__} (+{loaded.library.settings.url})"
    own = asks_this_machine()
    return Fetcher(agent, Limits(seconds=seconds, pause=0 if own else 1), loopback=own)


def fetched(address: str, options: argparse.Namespace, loaded: Loaded) -> Fetched:
    """Return the page at an address. Raises `UserError`, with the remedy, where it cannot be had."""
    remedy = "open it in a browser, save it, and add the file"
    try:
        page = fetcher_of(options, loaded).fetch(address)
    except FetchError as error:
        raise UserError(f"{address} {error}", remedy) from error
    if page.status != 200:
        raise UserError(f"{address} could not be had: its server says {page.status}", remedy)
    return page
