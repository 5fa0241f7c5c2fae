"""A shared counter: a number of tickets, of which each is given once, to this process or to a fork of it.

It needs no lock, so a killed process cannot block the others. What a ticket stands for is left to the caller.
"""

import os
from io import FileIO


class Tickets:
    """Tickets in a pipe, one byte each. Make it before the forks."""

    MOST = 4096
    """How many bytes a pipe takes on every system before somebody reads them."""

    def __init__(self, count: int) -> None:
        """Prepare at most `MOST` tickets."""
        reader, writer = os.pipe()
        self._pipe = FileIO(reader)
        try:
            os.write(writer, bytes(count))
        finally:
            os.close(writer)

    def take(self) -> bool:
        """Take a ticket; return whether there was one."""
        if not self._pipe.closed and not self._pipe.read(1):
            self._pipe.close()
        return not self._pipe.closed
