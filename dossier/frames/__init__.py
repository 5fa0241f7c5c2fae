"""Themed pages with marked gaps, made by Material for MkDocs; pages are stamped into them.

Never lets anything of MkDocs out of this room: another engine that can make frames is a swap in here.
"""

from dossier.frames.cut import Frame
from dossier.frames.frames import Frames, engine_version, frame_keys, make_frames, unused, written_address
from dossier.frames.settings import SettingsFile, read_settings
from dossier.frames.slot import PREFIX, Filling, Heading

__all__ = [
    "PREFIX",
    "Filling",
    "Frame",
    "Frames",
    "Heading",
    "SettingsFile",
    "engine_version",
    "frame_keys",
    "make_frames",
    "read_settings",
    "unused",
    "written_address",
]
