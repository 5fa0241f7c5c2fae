"""Where a key or value stands in a text.

Never says what stands there.
"""

from typing import NamedTuple


class Run(NamedTuple):
    """Where a key or value stands in the text, as indexes, and how it is written.

    `style` is the quote or the block mark of a scalar, empty for a plain one; `{` and `[` for lists and mappings
    in brackets, `:` and `-` for those written on lines.
    """

    start: int
    end: int
    style: str
