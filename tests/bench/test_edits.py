"""The edits that the benchmark times: each changes something, each time, and breaks no rule."""

from pathlib import Path

from bench import writing
from bench.edits import Edits
from dossier.library import Library
from dossier.pipeline.load import load


def loaded(root: Path) -> Library:
    found = load(root)
    assert found.problems == ()
    return found.library


def test_each_edit_changes_what_it_says_each_time(tmp_path: Path) -> None:
    written = writing.write(tmp_path, 12, 1)
    edits = Edits(tmp_path, written)
    brief = written.newest_brief.stem

    def seen() -> tuple[object, ...]:
        library = loaded(tmp_path)
        return (
            library.briefs[brief].summary,
            tuple(linked.claim.text for linked in library.claims_by_brief[brief]),
            len(library.briefs[brief].updates),
            tuple(party.name for party in library.parties.values()),
        )

    before = seen()
    for place, edit in enumerate((edits.summary, edits.claim_text, edits.update, edits.party_name)):
        for _ in range(2):
            edit()
            after = seen()
            assert [one == other for one, other in zip(before, after, strict=True)] == [
                each != place for each in range(4)
            ]
            before = after
    assert before[2] == 3
