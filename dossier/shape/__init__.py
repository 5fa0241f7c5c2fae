"""Trees of strings to the model's records, and every misfit said in a contributor's words.

Never looks beyond one file, and never mends a value: what does not fit is refused.
"""

from dossier.shape.meant import meant_id
from dossier.shape.shaping import (
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
