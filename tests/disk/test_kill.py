"""A site is published whole or not at all, even when the process is killed."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dossier.disk import Publication, PublishError
from dossier.disk import publish as publish_module
from dossier.disk.swap import exchange
from tests.disk.site import NEW, OLD, contents, publish


def test_a_second_build_waits_and_then_gives_up(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Publication(site) as first:
        first.write("index.html", b"first")
        start = time.monotonic()
        with pytest.raises(PublishError, match="another build"), Publication(site, lock_timeout=0.2):
            pass
        assert 0.2 <= time.monotonic() - start < 5
        first.publish()
    assert publish(site, NEW).written


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    ready, go = os.pipe()
    child = os.fork()
    if child == 0:
        with Publication(tmp_path / "site"):
            os.write(go, b"x")
            time.sleep(60)
    os.read(ready, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert (tmp_path / ".site.staging").is_dir()
    publish(tmp_path / "site", NEW)
    assert contents(tmp_path / "site") == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


STEPS = ("open", "link", "mkdir", "rename", "replace", "unlink", "rmdir")


def killed_at(step: int, site: Path, staging_root: Path | None, *, swaps: bool, afterwards: bool) -> bool:
    """Publish in a process of its own that dies at its n-th step on the disk; return whether it got that far."""
    child = os.fork()
    if child == 0:
        left = step

        def dying(call: Callable[..., Any]) -> Callable[..., Any]:
            def die(*arguments: Any, **names: Any) -> Any:
                nonlocal left
                left -= 1
                if left == 0 and not afterwards:
                    os._exit(9)
                try:
                    return call(*arguments, **names)
                finally:
                    if left == 0:
                        os._exit(9)

            return die

        setattr(publish_module, "exchange", dying(exchange if swaps else lambda *_: False))  # noqa: B010 - not exported
        for name in STEPS:
            setattr(os, name, dying(getattr(os, name)))
        publish(site, NEW, staging_root)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("afterwards", [False, True])
@pytest.mark.parametrize("swaps", [True, False])
@pytest.mark.parametrize("kept", [True, False])
def test_a_kill_at_any_step_leaves_a_whole_site(kept: bool, swaps: bool, afterwards: bool, tmp_path: Path) -> None:
    site, staging_root = tmp_path / "site", tmp_path / "staging_root" if kept else None
    seen = {"old": 0, "new": 0, "away": 0}
    step = 1
    while True:
        publish(site, OLD, staging_root)
        if not killed_at(step, site, staging_root, swaps=swaps, afterwards=afterwards):
            break
        if site.exists():
            assert contents(site) in (OLD, NEW)
            seen["old" if contents(site) == OLD else "new"] += 1
        else:
            # Without a swap there is a moment between two renames; the next build, whatever comes of it, ends it.
            assert not swaps
            with Publication(site, staging_root):
                assert contents(site) == OLD
            seen["away"] += 1
        assert contents(site) in (OLD, NEW)
        step += 1
        assert step < 200
    assert seen["old"] > 5
    # A site whose predecessor stays is there with the last step.
    assert seen["new"] > (0 if kept else 5) - (kept and not afterwards)
    assert seen["away"] == (0 if swaps else 1)
    assert contents(site) == NEW
    publish(site, NEW, staging_root)
    assert {path.name for path in tmp_path.iterdir()} == ({"site", "staging_root"} if kept else {"site"})


def test_a_rename_that_fails_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    monkeypatch.setattr(publish_module, "exchange", lambda *_: False)
    rename = os.rename

    def fail_for_the_new(source: Any, target: Any, **names: Any) -> None:
        if str(source).endswith(".staging"):
            raise OSError(5, "Input/output error")
        rename(source, target, **names)

    monkeypatch.setattr(os, "rename", fail_for_the_new)
    with pytest.raises(PublishError, match="cannot be replaced"):
        publish(site, NEW)
    monkeypatch.undo()
    assert contents(site) == OLD


def test_readers_never_see_half_a_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    one = {f"p{number}/index.html": b"one" for number in range(40)}
    two = {f"p{number}/index.html": b"two" for number in range(40)}
    publish(site, one)
    child = os.fork()
    if child == 0:
        for _ in range(20):
            publish(site, two)
            publish(site, one)
        os._exit(0)
    looks = 0
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        folder = os.open(site, os.O_RDONLY)
        try:
            # Whoever has the folder open sees one and the same site in it for as long as it is there.
            seen = set()
            for number in range(40):
                try:
                    file = os.open(f"p{number}/index.html", os.O_RDONLY, dir_fd=folder)
                except FileNotFoundError:
                    break  # the old folder is being removed by now
                seen.add(os.read(file, 3))
                os.close(file)
            assert len(seen) <= 1
        finally:
            os.close(folder)
        looks += 1
    assert looks > 0
