"""What a command will not do, in words for the person who asked for it.

Never stands for a fault in the content; those are problems.
"""


class UserError(Exception):
    """Raised where what was asked for cannot be done. `hint` names one thing to do, or is empty."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
