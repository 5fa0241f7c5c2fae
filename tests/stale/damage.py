"""What people and programs do to a published site and to the cache behind the generator's back.

Each takes the folder of a dossier, a folder to keep copies in, and a die, and says what it did, or nothing where it cannot.
"""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from dossier.disk import MARKER

Damage = Callable[[Path, Path, random.Random], str]


def _files(folder: Path) -> list[Path]:
    """Return the plain files below a folder, but for the one without which it is nobody's site any more."""
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and path.name != MARKER
    )


def _write(path: Path, content: bytes) -> None:
    """Write into a file, as an editor does that replaces nothing; the clock of the disk may stand still meanwhile."""
    before = path.stat().st_mtime_ns
    path.write_bytes(content)
    if path.stat().st_mtime_ns == before:
        os.utime(path, ns=(before + 1_000_000, before + 1_000_000))


def published_file_changed(root: Path, _: Path, dice: random.Random) -> str:
    path = _any(root / "site", dice)
    if path is None:
        return ""
    content = path.read_bytes()
    half = len(content) // 2
    _write(path, dice.choice((content[:half], content + b"<!-- by hand -->", content.swapcase(), b"")))
    return str(path)


def published_file_gone(root: Path, _: Path, dice: random.Random) -> str:
    paths = _files(root / "site")
    gone = dice.sample(paths, min(len(paths), dice.choice((1, 1, 3, 30))))
    for path in gone:
        path.unlink()
    return ", ".join(map(str, gone[:3]))


def published_file_added(root: Path, _: Path, dice: random.Random) -> str:
    path = root / "site" / dice.choice(("own.html", "topics/own/index.html", "feeds/old.xml", "data/.hidden"))
    if not (root / "site").is_dir():
        return ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("put here by hand", "utf-8")
    return str(path)


def published_file_is_a_link(root: Path, _: Path, dice: random.Random) -> str:
    path = _any(root / "site", dice)
    if path is None:
        return ""
    if dice.random() < 0.5:
        path.unlink()
    else:
        path = path.with_name("linked.html")
        path.unlink(missing_ok=True)
    path.symlink_to(root / "mkdocs.yml")
    return str(path)


def published_folder_for_a_file(root: Path, _: Path, dice: random.Random) -> str:
    path = _any(root / "site", dice)
    if path is None:
        return ""
    path.unlink()
    path.mkdir()
    (path / "inner.html").write_text("mine", "utf-8")
    return str(path)


def site_gone(root: Path, _: Path, dice: random.Random) -> str:
    shutil.rmtree(root / "site", ignore_errors=True)
    return "the whole site"


def old_site_back(root: Path, kept: Path, dice: random.Random) -> str:
    """Put a copy of an earlier site back, or keep one for later."""
    return _back(root / "site", kept / "site", dice)


def old_cache_back(root: Path, kept: Path, dice: random.Random) -> str:
    """Put a copy of an earlier cache back, as a build server does, or keep one for later."""
    return _back(root / ".cache", kept / "cache", dice)


def _back(folder: Path, copy: Path, dice: random.Random) -> str:
    if copy.is_dir() and dice.random() < 0.6:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(copy, folder, symlinks=True)
        return f"an older {folder.name} is back"
    shutil.rmtree(copy, ignore_errors=True)
    if folder.is_dir():
        shutil.copytree(folder, copy, symlinks=True)
    return f"{folder.name} is kept for later"


def cache_gone(root: Path, _: Path, dice: random.Random) -> str:
    shutil.rmtree(root / ".cache", ignore_errors=True)
    return "the whole cache"


def cache_file_gone(root: Path, _: Path, dice: random.Random) -> str:
    (root / ".cache/dossier.sqlite").unlink(missing_ok=True)
    return "dossier.sqlite"


def cache_damaged(root: Path, _: Path, dice: random.Random) -> str:
    """Flip some bytes of the cache, or cut its end off."""
    path = root / ".cache/dossier.sqlite"
    if not path.is_file():
        return ""
    content = bytearray(path.read_bytes())
    if dice.random() < 0.3:
        del content[len(content) * dice.randrange(1, 4) // 4 :]
        said = "cut off"
    else:
        for _number in range(dice.choice((1, 20, 2000))):
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        said = "bytes flipped"
    path.write_bytes(content)
    return said


def cache_values_mixed_up(root: Path, _: Path, dice: random.Random) -> str:
    """Give every entry of one namespace the value of another entry, or take a namespace out."""
    path = root / ".cache/dossier.sqlite"
    with suppress(sqlite3.Error), sqlite3.connect(path) as cache:
        spaces = sorted({row[0] for row in cache.execute("SELECT namespace FROM entries")})
        if not spaces:
            return ""
        space = dice.choice(spaces)
        if dice.random() < 0.5:
            cache.execute("DELETE FROM entries WHERE namespace = ?", (space,))
            return f"no {space}"
        rows = cache.execute("SELECT mac, value FROM entries WHERE namespace = ? LIMIT 1", (space,)).fetchone()
        cache.execute("UPDATE entries SET mac = ?, value = ? WHERE namespace = ?", (*rows, space))
        return f"one value for all of {space}"
    return ""


def cache_is_foreign(root: Path, _: Path, dice: random.Random) -> str:
    path = root / ".cache/dossier.sqlite"
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as cache:
        cache.execute("CREATE TABLE entries (namespace TEXT)")
    return "another program's file"


def staging_damaged(root: Path, _: Path, dice: random.Random) -> str:
    """Change the folder in which the next site comes together."""
    folders = [path for path in sorted((root / ".cache").glob("site-*")) if path.is_dir()]
    if not folders:
        return ""
    path = _any(folders[0], dice)
    if path is None or dice.random() < 0.3:
        shutil.rmtree(folders[0])
        return "no staging"
    _write(path, b"put here by hand")
    (folders[0] / "left-over.html").write_text("left over", "utf-8")
    return str(path)


def _any(folder: Path, dice: random.Random) -> Path | None:
    paths = _files(folder)
    return dice.choice(paths) if paths else None


DAMAGES: tuple[Damage, ...] = (
    published_file_changed,
    published_file_gone,
    published_file_added,
    published_file_is_a_link,
    published_folder_for_a_file,
    site_gone,
    old_site_back,
    old_cache_back,
    cache_gone,
    cache_file_gone,
    cache_damaged,
    cache_values_mixed_up,
    cache_is_foreign,
    staging_damaged,
)
