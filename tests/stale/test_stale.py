"""Nothing on a site built in steps is stale: random states of a dossier, each built in steps and anew.

`STALE_STATES` is the number of states (25), `STALE_SEED` makes other ones; `make stale N=300 SEED=2` sets both.
"""

import os
import random
from pathlib import Path

import pytest

from dossier import model
from tests.stale.edits import Named, content_edits, other_edits
from tests.stale.leave_out import parts
from tests.stale.state import start
from tests.stale.walk import LENGTH, StaleError, Walk

STATES = int(os.environ.get("STALE_STATES", "25"))
SEED = int(os.environ.get("STALE_SEED", "1"))
# Two at least, as there are two processors at least.
WALKS = max(2, -(-STATES // LENGTH))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(WALKS), ids=lambda number: f"walk-{number}")
def test_a_site_built_in_steps_is_the_one_that_is_built_anew(number: int, tmp_path: Path) -> None:
    states = len(range(number, STATES, WALKS))
    try:
        tally = Walk(tmp_path, SEED, number).walk(states)
    except StaleError as error:
        again = f"make stale N={STATES} SEED={SEED} ARGS='-k walk-{number}'"
        pytest.fail(f"{error}\nto see it again: {again}", pytrace=False)
    assert tally.states == states
    # Else the walk shows little: where a rule is broken, nothing is published.
    assert tally.published > states / 2
    assert len(tally.edits) > states / 2


@pytest.mark.slow
def test_a_walk_notices_what_a_stamp_leaves_out(tmp_path: Path) -> None:
    with pytest.raises(StaleError, match="walk 0 of seed 1, after\n"):
        Walk(tmp_path, 1, kills=False, prepare=parts()["page: matter"]).walk()


def test_every_edit_can_be_made() -> None:
    def changes(named: Named, seed: int) -> bool:
        state = start()
        return named.edit(state, random.Random(seed)) != "" and state != start()

    edits = [*content_edits(), *other_edits()]
    assert [named.name for named in edits if not any(changes(named, seed) for seed in range(10))] == []


def test_every_field_of_the_model_and_every_setting_is_edited() -> None:
    kinds = {kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, model.Record)}
    fields = {f"{kind.__name__}.{key}" for kind in kinds for key in kind.model_fields}
    assert fields <= {named.name for named in [*content_edits(), *other_edits()]}
