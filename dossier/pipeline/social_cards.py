"""Has the cards of a site drawn, and keeps them: a card changes less often than the pages that show it.

A card whose words are as before is not drawn again.
"""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from dossier.disk import digest, digest_code
from dossier.library import Library
from dossier.pages.social_card import Card, cards
from dossier.pipeline.load import CODE, open_cache
from dossier.pipeline.parallel import halves, share

_NAMESPACE = "cards"
_WORTH_A_FORK = 6


def cards_of(root: Path, library: Library) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the pictures of all cards that can be drawn, by address, and what they show."""
    made_by = digest(digest_code(CODE), version("pillow"), version("font-source-serif-pro"))
    wanted = {
        digest(made_by, card.address, card.name, card.title, card.text, card.facts): card for card in cards(library)
    }
    with open_cache(root) as cache:
        drawn = cache.get_many(_NAMESPACE, wanted)
        missing = [(key, card) for key, card in wanted.items() if key not in drawn]
        new = {key: each for part in share(_draw, halves(missing, _WORTH_A_FORK)) for key, each in part}
        cache.put_many(_NAMESPACE, new)
        drawn |= new
    shown = {card: drawn[key] for key, card in wanted.items() if drawn[key]}
    return {card.address: picture for card, picture in shown.items()}, {card.address: card.words for card in shown}


def _draw(wanted: Sequence[tuple[bytes, Card]]) -> list[tuple[bytes, bytes]]:
    """Draw cards; one that cannot be drawn is kept as nothing, so that nobody tries again."""
    if not wanted:
        return []
    from dossier.render.card import draw  # noqa: PLC0415 - Pillow takes a while to import and is seldom needed

    return [(key, draw(card) or b"") for key, card in wanted]
