"""Frames: themed pages with slots, made by Material for MkDocs, which the generator's pages are put into.

Only this room knows MkDocs, so that another engine can replace it. What goes into the slots is left to `render`.
"""

from dossier.frames.cut import Frame
from dossier.frames.frames import Frames, engine_version, frame_keys, handwritten_address, is_unused, make_frames
from dossier.frames.settings import SettingsFile, read_settings
from dossier.frames.slot import Heading, SlotValues

__all__ = [
    "Frame",
    "Frames",
    "Heading",
    "SettingsFile",
    "SlotValues",
    "engine_version",
    "frame_keys",
    "handwritten_address",
    "is_unused",
    "make_frames",
    "read_settings",
]
