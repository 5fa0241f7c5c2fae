"""Where a key or value is in a text.

Lines and columns are left to `Lines`.
"""

from typing import NamedTuple


class Extent(NamedTuple):
    """Where a key or value is in a text, as indexes, and how it is written.

    `style` of a scalar is its quote or its block mark, and empty for a plain one. Of a mapping it is `{` if it is
    written in braces, `:` if it is written on lines; of a list `[` or `-`.
    """

    start: int
    end: int
    style: str
