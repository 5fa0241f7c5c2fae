"""The words that are offered for one that is nowhere."""

import gzip
import json

from dossier.search.near_words import MOST_BYTES, near_words


def _index(*contents: str) -> dict[str, bytes]:
    pages = {f"fragment/en_{number}.pf_fragment": {"content": text} for number, text in enumerate(contents)}
    files = {path: gzip.compress(b"pagefind_dcd" + json.dumps(page).encode()) for path, page in pages.items()}
    return files | {"pagefind.js": b"no words", "index/en_1.pf_index": b"no words"}


def test_words_stand_as_they_are_most_often_written_and_the_most_used_come_first() -> None:
    found = near_words(_index("Harbour lights at the quay", "harbour, Harbour", "The Harbour: lights"))
    assert found.decode() == "Harbour lights quay"


def test_short_words_numbers_and_what_has_no_spaces_between_words_are_left_out() -> None:
    assert near_words(_index("Tram 2031 a1b2c3 市议会周二 สวัสดีครับ Мост")).decode() == "Tram Мост"


def test_the_rarest_words_are_left_out_where_there_is_no_room() -> None:
    letters = "abcdefghij"
    many = " ".join(f"rare{a}{b}{c}{d}" for a in letters for b in letters for c in letters for d in letters)
    found = near_words(_index(many, "quay", "quay"))
    assert found.startswith(b"quay ")
    assert MOST_BYTES - 10 < len(found) <= MOST_BYTES
