"""Binds trees of strings to the model's records, and says in a contributor's words what does not fit.

Questions that need a second file are left to `check`. No value is corrected: what does not fit is refused.
"""

from dossier.binding.bind import RejectedRecord, bind, bind_partially, bind_source, topic_model
from dossier.binding.guesses import guess_date

__all__ = ["RejectedRecord", "bind", "bind_partially", "bind_source", "guess_date", "topic_model"]
