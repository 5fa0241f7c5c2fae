"""The page for addresses that lead nowhere."""

from dossier.linked import address
from dossier.pages import plan
from dossier.pages.not_found import NotFoundView
from tests.pages import orla


def _view(**given: object) -> NotFoundView:
    view = next(page for page in plan(orla.library(**given)) if page.address == address.NOT_FOUND).view
    assert isinstance(view, NotFoundView)
    return view


def test_it_lists_the_topics_and_where_faults_are_told() -> None:
    view = _view()
    assert [link.words for link in view.topics] == ["The sluice", "The ferry"]
    assert view.more == ""
    assert view.report == "https://code.example/orla/issues/new"


def test_every_place_it_leads_to_is_there() -> None:
    known = {page.address for page in plan(orla.library())}
    assert {link.address for link in _view().places} <= known


def test_very_many_topics_are_not_all_listed() -> None:
    many = {f"t-{n}": orla.topic(f"Topic {n}") for n in range(100)}
    view = _view(topics=many)
    assert (len(view.topics), view.more) == (60, "40 more topics")


def test_without_a_repository_nobody_is_asked_to_report() -> None:
    assert _view(settings=orla.SETTINGS.model_copy(update={"repository": None})).report == ""
