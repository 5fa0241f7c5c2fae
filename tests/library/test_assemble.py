"""Single files come together into one corpus: of two records with one id the first is kept and the second is named."""

from typing import Any

from tests.seam import Dropped, Reading, brief, collect, parties, place
from tests.world import World, claim


def _world() -> World:
    world = World()
    world.party("city", "The city")
    world.brief("spring", claim("a", "The first."))
    return world


def _brief(text: str) -> Any:
    world = World()
    world.brief("spring", claim("a", text))
    return brief(world.trees().briefs["spring"])


def test_of_two_files_with_one_id_the_first_is_kept_and_both_are_named() -> None:
    again = Reading("brief", "spring", "briefings/2030/spring.yaml", _brief("The second."))
    corpus = collect(_world().trees(), again)
    assert corpus.briefs["spring"] == _brief("The first.")
    (double,) = corpus.duplicates
    assert (double.kind, double.id) == ("brief", "spring")
    assert (double.first, double.second) == (place("briefings/2031/spring.yaml"), place("briefings/2030/spring.yaml"))
    # Nobody is told that what stands in the second is missing.
    assert ("brief", "spring") in corpus.unread


def test_of_two_records_with_one_id_in_a_shared_file_the_first_is_kept_and_both_are_named() -> None:
    world = World(complete=False)
    trees = world.trees()
    trees.parties.extend(  # type: ignore[attr-defined]
        {"id": name, "name": words}
        for name, words in (("city", "The first"), ("guild", "Guild"), ("city", "The second"))
    )
    corpus = collect(trees)
    assert {key: each.name for key, each in corpus.parties.items()} == {"city": "The first", "guild": "Guild"}
    (double,) = corpus.duplicates
    file = "briefings/parties.yaml"
    assert (double.first, double.second) == (place(file, "parties", 0, "id"), place(file, "parties", 2, "id"))


def test_records_of_two_kinds_may_share_an_id() -> None:
    world = _world()
    world.topic("spring")
    world.source("spring")
    assert collect(world.trees()).duplicates == ()


def test_a_file_that_could_not_be_read_is_known_to_be_there() -> None:
    corpus = collect(_world().trees(), Reading("topic", "noise", "briefings/topics/noise.yaml", None))
    assert "noise" not in corpus.topics
    assert corpus.files["topic", "noise"] == "briefings/topics/noise.yaml"
    assert corpus.unread == {("topic", "noise")}
    assert corpus.duplicates == ()


def test_a_file_that_was_read_in_part_is_there_and_known_to_be_a_part() -> None:
    dropped = (Dropped("claims", 1, "b"),)
    corpus = collect(_world().trees(), Reading("brief", "summer", "briefings/2031/summer.yaml", _brief("So."), dropped))
    assert corpus.briefs["summer"] == _brief("So.")
    assert corpus.unread == {("brief", "summer")}
    assert corpus.rejected == {("brief", "summer"): dropped}


def test_every_kind_of_file_finds_its_place() -> None:
    world = _world()
    world.person("tess-ford")
    world.check_quotes("gazette", "2031-05-01")
    corpus = collect(world.trees())
    assert [*corpus.briefs] == ["spring"]
    assert [*corpus.topics] == ["harbour"]
    assert [*corpus.sources] == ["gazette"]
    assert [*corpus.parties] == ["city"]
    assert [*corpus.people] == ["tess-ford"]
    assert [*corpus.origins] == ["gazette-report"]
    assert [*corpus.fingerprints] == [*corpus.verifications] == ["gazette"]
    assert corpus.indexes == {("party", "city"): 0, ("person", "tess-ford"): 0, ("origin", "gazette-report"): 0}


def test_further_parties_of_another_file_are_a_double() -> None:
    corpus = collect(
        _world().trees(), Reading("party", "", "elsewhere/parties.yaml", parties({"id": "mill", "name": "Mill"}))
    )
    assert [*corpus.parties] == ["city"]
    assert [(each.kind, each.id) for each in corpus.duplicates] == [("party", "")]
