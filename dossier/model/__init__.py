"""The records that a dossier consists of: frozen and validated. The JSON Schemas are made from them.

A record knows one file only. Whether an id leads anywhere is left to `check`.
"""

from dossier.model.brief import Brief
from dossier.model.claim import RELATIONS, Claim, Confidence, Evidence
from dossier.model.date import first_day, is_after, last_day, precision
from dossier.model.origin import Origin, Origins
from dossier.model.party import Parties, Party, People, Person
from dossier.model.settings import SETTINGS_FILE, Settings
from dossier.model.source import LeftOut, Refreshed, Reliability, Source
from dossier.model.topic import BottomLine, Scope, Sentence, Topic
from dossier.model.update import CORRECTIVE_KINDS, UPDATE_KINDS, Update
from dossier.model.words import Record

__all__ = [
    "CORRECTIVE_KINDS",
    "RELATIONS",
    "SETTINGS_FILE",
    "UPDATE_KINDS",
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
    "Record",
    "Refreshed",
    "Reliability",
    "Scope",
    "Sentence",
    "Settings",
    "Source",
    "Topic",
    "Update",
    "first_day",
    "is_after",
    "last_day",
    "precision",
]
