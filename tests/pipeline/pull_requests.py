"""Pull requests made by rule on the tiny dossier: changes that do harm, and others among which they hide.

What `diff` has to say of them is left to the tests.
"""

import datetime
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.evidence import fingerprint, text_sha256, verification
from dossier.pipeline.load import load
from tests.pipeline import harbour
from tests.pipeline.harbour import BRIEF, edit

MINUTES, COURIER, POST = "council-minutes-2031-05-06", "alder-courier-2031-05-07", "quay-post-2031-05-13"
SOFTEN = "briefings/2031/traders-soften.yaml"
PARTS = "briefings/2031/many-parts.yaml"
SIZES = (0, 40, 400)


@dataclass(frozen=True)
class Harm:
    """A change that does harm: what must be shown of it, where, and the code of the problem that tells of it, if one does."""

    make: Callable[[Path], None]
    sign: str
    code: str = ""
    is_machinery: bool = False


def base(root: Path) -> None:
    """Write the dossier that all pull requests begin with, with a brief of many claims, and commit it."""
    harbour.copy(root)
    (root / PARTS).write_text(_brief("Part", max(SIZES)), "utf-8")
    (root / ".gitignore").write_text(".cache/\n", "utf-8")
    (root / "templates/pages").mkdir(parents=True)
    (root / "templates/pages/brief.html").write_text("{# a template #}\n", "utf-8")
    git(root, "init", "--quiet")
    commit(root, "published")


def git(root: Path, *words: str) -> None:
    """Run Git with no settings but ours."""
    who = ("-c", "user.name=A contributor", "-c", "user.email=contributor@tram.example", "-c", "commit.gpgsign=false")
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(root), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *who, *words], cwd=root, env=environment, check=True, capture_output=True)


def commit(root: Path, tag: str) -> None:
    """Commit everything, and tag it."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", tag)
    git(root, "tag", "--force", tag)


def _brief(word: str, number: int) -> str:
    claims = "".join(
        f"  - id: c{one:03}\n    text: The minutes of the city council, {word} {one}, keep half of the quay open.\n"
        "    kind: statement\n    party: council\n    topics: [route]\n    date: 2031-05\n    reported: 2031-05-06\n"
        f"    evidence:\n      - source: {MINUTES}\n        paragraph: 4\n"
        "        quote: will not close the quay on both of its sides\n        origin: council-minutes\n"
        for one in range(number)
    )
    return (
        f"title: {word}s of the quay\ndate: 2031-05-10\nsummary: What the minutes say of the quay.\nclaims:\n{claims}"
    )


def _tell(root: Path, file: str, update_id: str, claims: str, significance: str = "major") -> None:
    text = (root / file).read_text("utf-8").rstrip("\n") + "\n"
    text += "" if re.search("^updates:", text, re.MULTILINE) else "updates:\n"
    text += f"  - id: {update_id}\n    at: 2031-05-20T09:00:00+02:00\n    kind: development\n"
    text += f"    significance: {significance}\n    claims: [{claims}]\n    note: Fixed a typo.\n"
    (root / file).write_text(text, "utf-8")


def _ids(number: int) -> str:
    return ", ".join(f"c{one:03}" for one in range(number))


def junk(root: Path, number: int) -> None:
    """Add files that do nothing, in a folder that comes before all others."""
    (root / "!notes").mkdir()
    for one in range(number):
        (root / f"!notes/{one:03}.txt").write_text("A note.\n", "utf-8")


def dates(root: Path, number: int) -> None:
    """Make the dates of claims more precise, and tell it."""
    edit_many(root, PARTS, "    date: 2031-05\n", "    date: 2031-05-06\n", number)
    _tell(root, PARTS, "parts-dated", _ids(number))


def news(root: Path, number: int) -> None:
    """Add a brief of new claims, and tell it."""
    file = "briefings/2031/aside.yaml"
    (root / file).write_text(_brief("Aside", number), "utf-8")
    _tell(root, file, "aside-told", _ids(number))


def texts(root: Path, number: int) -> None:
    """Say the texts of claims in other words, and tell it."""
    edit_many(root, PARTS, "keep half of the quay open", "keep one half of the quay open", number)
    _tell(root, PARTS, "parts-worded", _ids(number))


HARMLESS: tuple[Callable[[Path, int], None], ...] = (junk, dates, news, texts)


def edit_many(root: Path, file: str, old: str, new: str, number: int) -> None:
    """Replace a text at its first places in a file."""
    text = (root / file).read_text("utf-8")
    (root / file).write_text(text.replace(old, new, number), "utf-8")


def _edited(file: str, old: str, new: str, *, told: str = "", significance: str = "minor") -> Callable[[Path], None]:
    def make(root: Path) -> None:
        edit(root, file, old, new)
        if told:
            _tell(root, file, "told-anew", told, significance)

    return make


def _written(file: str, text: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, "utf-8")

    return make


def _hook(path: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        edit(root, "mkdocs.yml", "plugins:\n", f"hooks:\n  - {path}\n\nplugins:\n")
        _written(path, "def on_page_markdown(markdown, **_):\n    return markdown\n")(root)

    return make


def _cut_out(file: str, pattern: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        cut = re.sub(pattern, "", text, count=1, flags=re.MULTILINE | re.DOTALL)
        assert cut != text
        (root / file).write_text(cut, "utf-8")

    return make


def _forge(root: Path) -> None:
    """Let the fingerprint of a published text allow a quote that is not in it."""
    true = (harbour.CASE / f"archive/{COURIER}.txt").read_text("utf-8")
    lying = fingerprint.make(COURIER, true.replace("summer of 2034", "summer of 2044"))
    forged = fingerprint.Fingerprint(COURIER, text_sha256(true.encode()), lying.paragraphs, lying.version)
    (root / f"sources/fingerprints/{COURIER}.txt").write_text(fingerprint.write(forged), "utf-8")


def _vouch(root: Path) -> None:
    """Say that quotes were held against the archived text, though nobody did."""
    cited = [one for _, one in load(root).library.cited_by_source[POST]]
    sum_of = text_sha256((harbour.CASE / f"archive/{POST}.txt").read_bytes())
    text = verification.write(verification.record(POST, sum_of, cited, datetime.date(2031, 5, 19)))
    _written(f"sources/verified/{POST}.txt", text)(root)


_TURNED = "The council will always close both sides of the quay at the same time."
_BOTH = "The council will never close both sides of the quay at the same time."
_UNTOLD = "claim-changed-untold"
HARMFUL: dict[str, Harm] = {
    "fingerprint": Harm(_forge, f"sources/fingerprints/{COURIER}.txt", "fingerprint-changed"),
    "verification": Harm(_vouch, f"sources/verified/{POST}.txt", "verification-changed"),
    "text": Harm(_edited(BRIEF, _BOTH, _TURNED), _TURNED, _UNTOLD),
    "minor text": Harm(_edited(BRIEF, _BOTH, _TURNED, told="quay-half-open"), _TURNED, "minor-rewording"),
    "short": Harm(_edited(BRIEF, "short: Over the hill", "short: Over the moon"), "Over the moon", _UNTOLD),
    "status": Harm(_edited(BRIEF, "    status: disputed\n", ""), "status: ", _UNTOLD),
    "reason": Harm(
        _edited(BRIEF, "status: disputed\n", "status: disputed\n    status_reason: Nobody believes it.\n"),
        "Nobody believes it.",
        _UNTOLD,
    ),
    "note": Harm(
        _edited(BRIEF, "    party: operator\n", "    party: operator\n    note: It will build nothing.\n"),
        "It will build nothing.",
        _UNTOLD,
    ),
    "quote moved": Harm(_edited(BRIEF, "paragraph: 7", "paragraph: 6"), "evidence, paragraph: ", _UNTOLD),
    "origin": Harm(_edited(BRIEF, "origin: quint-after-vote", "origin: courier-report"), "evidence, origin: ", _UNTOLD),
    "origins": Harm(
        _edited("briefings/origins.yaml", "    depends_on: [council-minutes]\n", ""),
        "independent origins: ",
        "origins-changed-untold",
    ),
    "party": Harm(_edited(BRIEF, "party: operator", "party: region"), "party: ", "attribution-changed-untold"),
    "speaker": Harm(_edited(BRIEF, "    said_by: mara-quint\n", ""), "speaker: ", "attribution-changed-untold"),
    "date": Harm(
        _edited(SOFTEN, "date: 2031-05-12\n    rep", "date: 2031-05-02\n    rep"),
        "date: ",
        "attribution-changed-untold",
    ),
    "claim gone": Harm(
        _cut_out(BRIEF, r"  - id: operator-builds.*?(?=^updates)"), "operator-builds-either", "id-vanished"
    ),
    "update edited": Harm(_edited(BRIEF, "closer than we first", "wider than we first"), "wider than", "update-edited"),
    "bottom line": Harm(
        _edited("briefings/topics/route.yaml", "decided for the harbour by", "decided for the hill by"),
        "for the hill by",
    ),
    "summary": Harm(_edited(BRIEF, "who pays was left open", "the region pays"), "the region pays."),
    "grade": Harm(_edited(f"sources/{POST}.md", "grade: C", "grade: A"), "reliability, grade: "),
    "unread": Harm(_edited(SOFTEN, "    kind: denial", "    kind: : denial"), SOFTEN, "not-compared"),
    "settings": Harm(_edited("mkdocs.yml", "accent: teal", "accent: red"), "mkdocs.yml", is_machinery=True),
    "hook": Harm(_hook("zz/hook.py"), "zz/hook.py", is_machinery=True),
    "hook among briefs": Harm(_hook("briefings/zz/notes.txt"), "briefings/zz/notes.txt", is_machinery=True),
    "template": Harm(
        _written("templates/pages/brief.html", "{# another #}\n"), "templates/pages/brief.html", is_machinery=True
    ),
    "workflow": Harm(_written(".github/workflows/zz.yml", "on: push\n"), ".github/workflows/zz.yml", is_machinery=True),
    "code": Harm(_written("zz/run.py", "print()\n"), "zz/run.py", is_machinery=True),
}


@dataclass(frozen=True)
class PullRequest:
    """One change: the harm in it, if any, the harmless kind that it hides among, and how many of these there are."""

    harm: str
    hides_among: int
    size: int
    is_committed: bool

    def make(self, published: Path, root: Path) -> None:
        """Write the change into a copy of the published dossier."""
        shutil.copytree(published, root, symlinks=True)
        if self.size:
            HARMLESS[self.hides_among](root, self.size)
        if self.harm:
            HARMFUL[self.harm].make(root)
        if self.is_committed:
            commit(root, "change")


def pull_requests(number: int, seed: int = 1) -> Iterator[PullRequest]:
    """Yield so many pull requests, half of them harmful: every harm in turn, among all sizes and kinds of harmless changes."""
    chance = random.Random(seed)
    names = list(HARMFUL)
    chance.shuffle(names)
    for one in range(number):
        size = SIZES[one // 2 % len(SIZES)] if one % 2 else chance.choice(SIZES[1:])
        harm = names[one // 2 % len(names)] if one % 2 else ""
        yield PullRequest(harm, chance.randrange(len(HARMLESS)), size, chance.random() < 0.75)
