"""Answers become the edit of one brief, and no answer, however hostile, becomes anything else."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.authoring.apply_answers import source_command
from dossier.authoring.form_answers import WrongAnswersError
from dossier.check.changes import compare, find_problems
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError
from tests.authoring.suggested import GOOD, answers, applied
from tests.cases.cases import lay_out
from tests.world import World, claim, evidence

SOFTEN = "briefings/2031/traders-soften.yaml"
TRAM = load(GOOD)


def text_of(file: str) -> str:
    return TRAM.scan.files[file].decode()


def head(loaded: Loaded, file: str, content: bytes) -> Loaded:
    return load(loaded.root, edits={file: content})


def refused(form: str, **given: str) -> list[tuple[str, str]]:
    """Return the questions whose answers do not fit, with what is said of them."""
    try:
        _, judged = applied(TRAM, answers(form, **given))
    except WrongAnswersError as error:
        return [(fault.question, fault.message) for fault in error.faults]
    return [(fault.question, fault.message) for fault in judged.errors]


def test_a_correction_changes_the_text_and_tells_of_it() -> None:
    edit, judged = applied(TRAM, answers("correct-claim"))
    assert judged.errors == ()
    old = "Alder Transit puts the cost of line four at 310 million crowns."
    assert (edit.file, edit.content.decode()) == (
        SOFTEN,
        text_of(SOFTEN).replace(f"text: {old}", f"text: A paper of {old}")
        + f"""\
  - id: 20310601-abc000
    at: 2031-06-01T09:30:00+00:00
    significance: major
    kind: correction
    claims: [cost-310]
    note: We did not say that it is a paper.
    changes:
      - claim: cost-310
        before: {old}
        after: A paper of {old}
""",
    )
    changes = compare(TRAM.library, head(TRAM, edit.file, edit.content).library)
    assert [problem for problem in find_problems(changes) if problem.severity == "error"] == []


def test_a_correction_may_bring_another_quote() -> None:
    given = {"claim": "traders-soften/region-denies", "text": "The region says it was not asked.", "paragraph": "5"}
    edit, judged = applied(TRAM, answers("correct-claim", **given, quote="has asked us for a single crown"))
    assert judged.errors == ()
    assert "quote: has asked us for a single crown\n" in edit.content.decode()
    several = {"claim": "harbour-vote/harbour-chosen", "quote": "ordered on its second reading at once"}
    assert refused("correct-claim", **several) == [
        (
            "Which source has the new quote?",
            'the claim "harbour-vote/harbour-chosen" has more than one quote that this could be',
        )
    ]
    assert refused("correct-claim", **several, source="alder-courier-2031-05-07") == [
        (
            "What is the new quote?",
            (
                'error[quote-not-in-paragraph]: the quote of claim "harbour-chosen" does not stand in paragraph 2 of '
                '"alder-courier-2031-05-07"'
            ),
        )
    ]


@pytest.mark.parametrize(
    "named",
    [
        "https://harbour.example/tram/briefs/traders-soften/#cost-310",
        "https://harbour.example/topics/funding/#traders-soften/cost-310",
        "https://harbour.example/suggest/#traders-soften%2Fcost-310",
        "briefs/traders-soften/#cost-310",
    ],
)
def test_a_claim_is_named_by_an_address_as_well(named: str) -> None:
    assert applied(TRAM, answers("correct-claim", claim=named)) == applied(TRAM, answers("correct-claim"))


def test_an_added_claim_comes_last_with_an_update() -> None:
    edit, judged = applied(TRAM, answers("add-claim"))
    assert judged.errors == ()
    element = """
  - id: the-traders-promise-to-be-quiet-if-the
    text: "The traders promise to be quiet: if the quay stays open."
    kind: statement
    party: traders
    topics: [route]
    date: 2031-05-12
    reported: 2031-05-13
    evidence:
      - source: quay-post-2031-05-13
        paragraph: 3
        quote: you will hear no more from us
        origin: pell-to-quay-post
updates:
"""
    update = """\
  - id: 20310601-abc000
    at: 2031-06-01T09:30:00+00:00
    significance: major
    kind: development
    claims: [the-traders-promise-to-be-quiet-if-the]
    note: "The traders promise to be quiet: if the quay stays open."
"""
    assert edit.content.decode() == text_of(SOFTEN).replace("updates:\n", element, 1) + update
    changes = compare(TRAM.library, head(TRAM, edit.file, edit.content).library)
    assert [problem for problem in find_problems(changes) if problem.severity == "error"] == []


@pytest.mark.parametrize("form", ["correct-claim", "add-claim"])
@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("- id:", "-   # one of several\n    id:"),
        lambda text: text.replace("text: Alder", "text: >- # as the paper has it\n      Alder"),
        lambda text: text.removesuffix("\n"),
    ],
)
def test_a_file_is_kept_as_it_is_written(tmp_path: Path, written: Callable[[str], str], form: str) -> None:
    root = lay_out(tmp_path / "tram")
    before = written(text_of(SOFTEN))
    (root / SOFTEN).write_bytes(before.encode())
    edit, judged = applied(load(root), answers(form))
    assert judged.errors == ()
    left = iter(edit.content.decode().split("\n"))
    replaced = ("puts the cost of line four", "text: >- #")
    kept = [line for line in before.rstrip("\n").split("\n") if not any(words in line for words in replaced)]
    assert [line for line in kept if line not in left] == []
    assert edit.content.count(b"# as the paper has it") == before.count("# as the paper has it")
    assert (b"\r\n" in edit.content) == ("\r\n" in before)
    assert edit.content.count(b"\n") == edit.content.count(b"\r\n") or "\r\n" not in before


def test_a_file_that_cannot_be_extended_is_left_to_people(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "tram")
    mixed = text_of(SOFTEN).replace("\n", "\r\n", 3)
    (root / SOFTEN).write_bytes(mixed.encode())
    with pytest.raises(UserError, match="cannot be changed by a program"):
        applied(load(root), answers("correct-claim"))


def test_a_second_claim_of_the_same_words_gets_another_id(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "tram")
    edit, _ = applied(TRAM, answers("add-claim"))
    (root / edit.file).write_bytes(edit.content)
    again, _ = applied(load(root), answers("add-claim"))
    assert b"  - id: the-traders-promise-to-be-quiet-if-the-2\n" in again.content


def test_the_first_update_of_a_brief_says_that_it_is_new(tmp_path: Path) -> None:
    world = World()
    world.party("city")
    world.topic("trams")
    world.brief("spring", claim("a", evidence=[evidence("gazette", origin="wire")]), updates=[])
    loaded = load(world.write(tmp_path))
    given = {"brief": "spring", "party": "city", "topics": "trams", "source": "gazette", "origin": "wire"}
    given |= {"paragraph": "2", "quote": "the night trams will be back in May", "date": "2031-03-02"}
    edit, judged = applied(loaded, answers("add-claim", **given))
    assert judged.errors == ()
    assert b"    kind: new\n" in edit.content


@pytest.mark.parametrize(
    ("form", "given", "question", "said"),
    [
        ("correct-claim", {"claim": "../../mkdocs"}, "Which claim is wrong?", "there is no such claim"),
        ("correct-claim", {"claim": "traders-soften/cost-311"}, "Which claim is wrong?", "there is no such claim"),
        ("correct-claim", {"text": "x" * 301}, "What should it say?", "error[text-too-long]"),
        ("correct-claim", {"why": "x" * 10_001}, "What was wrong, and how do you know?", "at most"),
        ("correct-claim", {"source": "quay-post-2031-05-13"}, "What is the new quote?", "no new quote"),
        ("correct-claim", {"paragraph": "-1"}, "Which paragraph is the new quote in?", "error["),
        ("add-claim", {"brief": "../topics/route"}, "Which brief does the claim belong to?", "there is no such brief"),
        ("add-claim", {"text": "..."}, "What does the claim say?", "no id can be made"),
        ("add-claim", {"kind": "rumour"}, "What kind of claim is it?", "error["),
        ("add-claim", {"party": "../parties"}, "Whose position, act or statement is it?", "error["),
        ("add-claim", {"topics": "route, hill"}, "Which topics is it about?", "error[unknown-topic]"),
        ("add-claim", {"topics": ", ;"}, "Which topics is it about?", "no topic"),
        ("add-claim", {"date": "12 May"}, "When did it happen, or when was it said?", "error["),
        ("add-claim", {"reported": "2031-05-01"}, "Since when is it in the sources?", "error["),
        ("add-claim", {"source": "../x"}, "Which source says so?", "there is no such source"),
        ("add-claim", {"paragraph": "3\n        quote: x"}, "In which paragraph?", "error["),
        ("add-claim", {"quote": "three words only"}, "In which words?", "error[quote-too-short]"),
        ("add-claim", {"origin": "nobody"}, "Who reported or said it first?", "error[unknown-origin]"),
    ],
)
def test_a_wrong_answer_is_told_by_its_question(form: str, given: dict[str, str], question: str, said: str) -> None:
    told = refused(form, **given)
    assert [question for question, _ in told] == [question]
    assert said in told[0][1]


def test_a_dossier_with_errors_is_left_alone(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "tram")
    (root / SOFTEN).write_text("title: x\n", "utf-8")
    with pytest.raises(UserError, match="the dossier has errors"):
        applied(load(root), answers("correct-claim"))


YAML = (
    *(
        "\n",
        "\r\n",
        "\n  ",
        "\n    kind: event\n",
        "\n  - id: x\n",
        "\nupdates: []\n",
        "\n---\n",
        "\n...\n",
        " #",
        ": ",
    ),
    *("- ", "&a ", "*a", "!!python/object:os.system ", "{", "}", "[", "]", "'", '"', "|", ">-", "%", "@", "`", "\\"),
    *("? ", "~", "null", "2031", "no", "1e9", "0x1", " ", "  ", "é", "The quay", "word", "\t", "x" * 100),
)
OTHERS = (
    *(
        "../",
        "/etc/passwd",
        "{{ 1 }}",
        "{% x %}",
        "${{ x }}",
        "$(x)",
        "<script>",
        "<!--",
        "](javascript:x)",
        "::error::",
    ),
    *("\0", "\x1b[2J", "\u202e", "\u2028", "\x85", "\ufeff", "\u200b", "\ue000", "\ud800", "😀", "x" * 20_000),
    *("cost-310", "traders-soften", "route", "crown"),
)
HOSTILE = (
    st.lists(st.sampled_from(YAML), max_size=10).map("".join)
    | st.lists(st.sampled_from((*YAML, *OTHERS)), max_size=5).map("".join)
    | st.text(max_size=40)
)
FIELDS = {
    "correct-claim": ("claim", "text", "why", "source", "paragraph", "quote"),
    "add-claim": (
        "brief",
        "text",
        "kind",
        "party",
        "topics",
        "date",
        "reported",
        "source",
        "paragraph",
        "quote",
        "origin",
    ),
}


@st.composite
def attempts(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """Return a form and hostile answers to one or two of its questions; the others are answered well."""
    form = draw(st.sampled_from([*FIELDS]))
    fields = draw(st.lists(st.sampled_from(FIELDS[form]) | st.just("text"), min_size=1, max_size=2, unique=True))
    return form, {field: draw(HOSTILE) for field in fields}


@settings(max_examples=150)
@given(attempts())
def test_no_answer_leads_to_a_file_that_fails_or_changes_another_record(attempt: tuple[str, dict[str, str]]) -> None:
    form, given = attempt
    try:
        told = answers(form, **given)
        edit, judged = applied(TRAM, told)
    except (WrongAnswersError, UserError):
        return
    if judged.errors:
        return
    after = head(TRAM, edit.file, edit.content)
    assert not after.has_errors
    changes = compare(TRAM.library, after.library)
    touched = {"traders-soften/cost-310"} if form == "correct-claim" else set()
    assert {change.id for change in changes.changed} <= touched
    assert len(changes.added) == (form == "add-claim")
    ids = after.library.claims.keys() - TRAM.library.claims.keys() or touched
    assert [after.library.claims[claim_id].claim.text for claim_id in ids] == [told["text"]]
    assert (changes.vanished, changes.edited) == ((), ())
    assert len(after.library.updates) == len(TRAM.library.updates) + 1
    # Every line but the replaced sentence is still there, in its order.
    left = iter(edit.content.decode().split("\n"))
    kept = [line for line in text_of(edit.file).split("\n")[:-1] if "Alder Transit puts the cost" not in line]
    assert [line for line in kept if line not in left] == []


def test_a_source_becomes_the_command_that_adds_it() -> None:
    command = source_command(TRAM, answers("add-source", author="Ada Holm; Bo Reed", title="--yes; rm -rf 'x' $(y)"))
    assert shlex.split(command) == [
        *("python", "build.py", "source", "add", "https://tide.example/2031/quay"),
        "--outlet=Tide Weekly",
        "--title=--yes; rm -rf 'x' $(y)",
        "--published=2031-05-20",
        "--author=Ada Holm",
        "--author=Bo Reed",
    ]


@pytest.mark.parametrize(
    ("given", "question"),
    [
        ({"address": "javascript:x"}, "What is its address?"),
        ({"address": "--preview"}, "What is its address?"),
        ({"address": "http://www.quaypost.example/news/812/"}, "What is its address?"),
        ({"date": "yesterday"}, "When was it published?"),
        ({"title": "x" * 301}, "What is its title?"),
    ],
)
def test_a_source_that_would_be_refused_gets_no_command(given: dict[str, str], question: str) -> None:
    with pytest.raises(WrongAnswersError) as error:
        source_command(TRAM, answers("add-source", **given))
    assert [fault.question for fault in error.value.faults] == [question]
