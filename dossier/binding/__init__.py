"""Trees of strings to the model's records, and every misfit said in a contributor's words.

Never looks beyond one file, and never mends a value: what does not fit is refused.
"""

from dossier.binding.bind import (
    Dropped,
    shape,
    shape_brief,
    shape_in_part,
    shape_origins,
    shape_parties,
    shape_people,
    shape_source,
    shape_topic,
)
from dossier.binding.guesses import meant_id

__all__ = [
    "Dropped",
    "meant_id",
    "shape",
    "shape_brief",
    "shape_in_part",
    "shape_origins",
    "shape_parties",
    "shape_people",
    "shape_source",
    "shape_topic",
]
