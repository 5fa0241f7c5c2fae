"""Gives out a number of tickets, each once, to whoever asks first: this process or a fork of it.

Never holds a lock: whoever is killed while it takes one keeps nobody waiting.
"""

import os
from io import FileIO


class Tickets:
    """So many tickets, in a pipe that gives a byte for each and then ends. Make it before the forks."""

    MOST = 4096
    """Bytes that a pipe takes on every system before somebody reads them."""

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
