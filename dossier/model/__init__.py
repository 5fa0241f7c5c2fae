"""What a dossier consists of: frozen, validated, and the one origin of the JSON Schemas.

Never looks beyond one file: whether an id leads anywhere is for `check` to say.
"""

from dossier.model.brief import Brief
from dossier.model.claim import Claim, Confidence, Evidence
from dossier.model.date import covers, first_day, is_after, last_day, precision
from dossier.model.origin import Origin, Origins
from dossier.model.party import Parties, Party, People, Person
from dossier.model.settings import Settings
from dossier.model.source import LeftOut, Reliability, Source
from dossier.model.topic import BottomLine, Scope, Sentence, Topic
from dossier.model.update import Update

__all__ = [
    "BottomLine",
    "Brief",
    "Claim",
    "Confidence",
    "Evidence",
    "LeftOut",
    "Origin",
    "Origins",
    "Parties",
    "Party",
    "People",
    "Person",
    "Reliability",
    "Scope",
    "Sentence",
    "Settings",
    "Source",
    "Topic",
    "Update",
    "covers",
    "first_day",
    "is_after",
    "last_day",
    "precision",
]
