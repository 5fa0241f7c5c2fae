"""The error for what a command cannot do, in words for the person who asked.

Faults in the content are problems instead.
"""


class UserError(Exception):
    """What was asked for cannot be done. `hint` names one thing to do, or is empty."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
