"""How old what a page says is: as of when it holds, and when it is due for review.

Whether that is overdue is left to the reader's clock.
"""

from typing import NamedTuple


class Age(NamedTuple):
    """As of when something holds and by when it is to be reviewed, as dates."""

    as_of: str
    review_by: str
