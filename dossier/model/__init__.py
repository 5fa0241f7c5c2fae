"""The records that a dossier consists of: frozen and validated. The JSON Schemas are made from them.

A record knows one file only. Whether an id leads anywhere is left to `check`.
"""

from dossier.model.brief import Brief
from dossier.model.claim import RELATIONS, Claim, Confidence, Drift, Evidence
from dossier.model.date import first_day, is_after, last_day, precision
from dossier.model.moved import MergedOrigin, MergedSource, MergedTopic, MovedClaim, Stub, is_stub
from dossier.model.origin import NOBODYS, SPOKEN, Origin, Origins
from dossier.model.overview import Overview
from dossier.model.party import Parties, Party, People, Person
from dossier.model.review import Review, Reviews
from dossier.model.settings import FORMAT, SETTINGS_FILE, Settings
from dossier.model.source import LeftOut, Refreshed, Reliability, Source
from dossier.model.topic import BottomLine, InShort, Scope, Sentence, Topic
from dossier.model.update import CORRECTIVE_KINDS, UPDATE_KINDS, Change, Update
from dossier.model.words import Record

__all__ = [
    "CORRECTIVE_KINDS",
    "FORMAT",
    "NOBODYS",
    "RELATIONS",
    "SETTINGS_FILE",
    "SPOKEN",
    "UPDATE_KINDS",
    "BottomLine",
    "Brief",
    "Change",
    "Claim",
    "Confidence",
    "Drift",
    "Evidence",
    "InShort",
    "LeftOut",
    "MergedOrigin",
    "MergedSource",
    "MergedTopic",
    "MovedClaim",
    "Origin",
    "Origins",
    "Overview",
    "Parties",
    "Party",
    "People",
    "Person",
    "Record",
    "Refreshed",
    "Reliability",
    "Review",
    "Reviews",
    "Scope",
    "Sentence",
    "Settings",
    "Source",
    "Stub",
    "Topic",
    "Update",
    "first_day",
    "is_after",
    "is_stub",
    "last_day",
    "precision",
]
