"""The validity checks pass good samples and find the fault of each bad one."""

import ast
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.feeds import validity

SAMPLES = Path(__file__).parent / "samples"
ALL = sorted(SAMPLES.glob("*/*"))


def slug(rule: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", rule.lower()).strip("-")


@pytest.mark.parametrize("sample", ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_good_samples_pass_and_bad_ones_break_their_rule(sample: Path) -> None:
    found = [slug(rule) for rule in validity.FAULTS[sample.parent.name](sample.read_bytes())]
    assert found == ([sample.stem.removeprefix("bad-")] if sample.stem.startswith("bad-") else [])


def test_every_rule_has_a_bad_sample() -> None:
    tree = ast.parse(Path(validity.__file__).read_text("utf-8"))
    yields = [node.value for node in ast.walk(tree) if isinstance(node, ast.Yield)]
    rules = {slug(str(told.value)) for told in yields if isinstance(told, ast.Constant)}
    assert len(rules) > 30
    assert rules <= {sample.stem.removeprefix("bad-") for sample in ALL}


def test_good_samples_of_atom_fit_its_grammar(atom_rng: Path) -> None:
    grammar = etree.RelaxNG(etree.parse(str(atom_rng)))
    for sample in SAMPLES.glob("atom/good-*"):
        grammar.assertValid(etree.parse(str(sample)))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("tag:pell.example,2031:update/lit", True),
        ("tag:ida@pell.example,2031-02:update/lit", True),
        ("tag:pell.example,2031-02-28:update/lit", True),
        ("tag:pell.example,2031-02-30:update/lit", False),
        ("tag:pell.example,31:update/lit", False),
        ("tag:pell.example:update/lit", False),
        ("https://pell.example/lit/", False),
    ],
)
def test_a_tag_uri_has_an_authority_and_a_real_date(text: str, is_one: bool) -> None:
    assert validity.is_tag_uri(text) is is_one
