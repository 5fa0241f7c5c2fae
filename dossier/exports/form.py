"""The form of the downloads, version 1: every record with its keys in their order. The schemas are made from it.

Never drops, renames or reuses a key within a version; a key may be added.
"""

from typing import Annotated, Literal, TypedDict

from dossier.exports.schema import Limits
from dossier.model.claim import Kind, Status, Support

Url = Annotated[str, Limits(format="uri", pattern="^https?://"), "An absolute address."]
Id = Annotated[str, Limits(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
ClaimId = Annotated[str, Limits(pattern="^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"), "<brief>/<claim>"]
Date = Annotated[
    str, Limits(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), "YYYY, YYYY-MM or YYYY-MM-DD, as precisely as it is known."
]
Moment = Annotated[str, Limits(format="date-time"), "A time in UTC."]
Number = Annotated[int, Limits(minimum=1)]
Count = Annotated[int, Limits(minimum=0)]
UpdateKind = Literal["new", "development", "correction", "retraction", "closed"]


class ConfidenceForm(TypedDict):
    """An editor's confidence in a claim."""

    level: Literal["high", "moderate", "low"]
    reason: str


class EvidenceForm(TypedDict):
    """What a claim rests on: one passage of one source, and the origin it goes back to."""

    source: Id
    archive_file: Annotated[str | None, "The name of the source's full text in the archive."]
    paragraph: Annotated[Number, "Counted from 1 over the non-empty lines of the source's text."]
    quote: Annotated[str, "4 to 15 words, verbatim from that paragraph."]
    origin: Id
    origin_basis: Annotated[Literal["stated", "inferred"], "Whether the source names the origin itself."]
    support: Support
    drift: Annotated[str | None, "How this source bends what its origin said."]
    verified: Annotated[
        Literal["archive", "fingerprint"] | None,
        "How the quote was checked: against the full text, against its fingerprint, or not at all.",
    ]


class OriginsForm(TypedDict):
    """Independent origins: distinct publishers at the roots of what a claim's supporting evidence goes back to."""

    count: Count
    roots: Annotated[list[Id], "Origins. Two of one publisher count once."]


class ClaimForm(TypedDict):
    """One checkable statement, with its evidence and its relations to other claims."""

    id: ClaimId
    brief: Id
    url: Url
    text: str
    short: Annotated[str | None, Limits(maxLength=60)]
    kind: Kind
    party: Annotated[Id | None, "Whose position, act or statement it is."]
    said_by: Annotated[Id | None, "The person who said it."]
    topics: list[Id]
    date: Annotated[Date, "When the thing happened or was said."]
    reported: Annotated[Date, "When it was reported."]
    status: Status
    confidence: ConfidenceForm | None
    evidence: list[EvidenceForm]
    independent_origins: OriginsForm
    supersedes: list[ClaimId]
    superseded_by: list[ClaimId]
    contradicts: list[ClaimId]
    contradicted_by: list[ClaimId]
    opposes: list[ClaimId]
    responds_to: list[ClaimId]
    qualifies: list[ClaimId]


class ReliabilityForm(TypedDict):
    """How far a source can be trusted in general, apart from any one claim."""

    grade: Literal["A", "B", "C", "D", "E", "F"]
    reason: str
    judged: Date


class LeftOutForm(TypedDict):
    """Paragraphs that no claim cites, and why."""

    paragraphs: list[Number]
    reason: str


class CoverageForm(TypedDict):
    """What becomes of each paragraph of a source."""

    paragraphs: Annotated[int | None, "How many there are, or null where no fingerprint says so."]
    cited: list[Number]
    left_out: list[LeftOutForm]
    unread: Annotated[list[Number], "Neither cited nor left out."]


class SourceForm(TypedDict):
    """The record of a published text, and our own abstract of it."""

    id: Id
    url: Annotated[Url, "The page of the record."]
    original_url: Annotated[Url, "Where the text was published."]
    title: str
    outlet: str
    authors: list[str]
    language: Annotated[str, "A BCP 47 language tag."]
    published: Date
    published_basis: Annotated[str, "How the date of publication is known."]
    accessed: Date | None
    directness: Literal["original", "relay", "rewrite", "third-hand"]
    directness_note: str | None
    reliability: ReliabilityForm
    leaning: str | None
    rights: Literal["link-only", "full-text"]
    archive_file: str | None
    text_sha256: Annotated[str | None, Limits(pattern="^[0-9a-f]{64}$")]
    abstract: Annotated[str, "Markdown, in our own words."]
    coverage: CoverageForm
    claims: Annotated[list[ClaimId], "Claims that cite it."]


class OriginForm(TypedDict):
    """Who first reported or said a thing."""

    id: Id
    url: Annotated[Url, "The page of the record."]
    original_url: Url | None
    name: str
    kind: Annotated[
        Literal["report", "document", "interview", "statement", "bucket"], "A bucket never counts as independent."
    ]
    publisher: str | None
    date: Date | None
    rests_on: str | None
    caveats: list[str]
    depends_on: Annotated[list[Id], "Origins that it goes back to."]
    depended_on_by: list[Id]
    status: Literal["current", "corrected", "withdrawn"]
    status_reason: str | None
    sources: Annotated[list[Id], "Sources that relay it."]
    claims: Annotated[list[ClaimId], "Claims that rest on it, directly or through origins that depend on it."]


class ScopeForm(TypedDict):
    """What a topic takes in and what it leaves out."""

    includes: str
    excludes: str | None


class SentenceForm(TypedDict):
    """One sentence of a bottom line and the claims it rests on."""

    text: Annotated[str, "Markdown."]
    claims: list[ClaimId]


class BottomLineForm(TypedDict):
    """The state of a topic as of a date."""

    as_of: Date
    sentences: list[SentenceForm]


class FeedsForm(TypedDict):
    """Where a feed is, in each of its forms."""

    atom: Url
    rss: Url
    json: Url


class TopicForm(TypedDict):
    """A standing subject."""

    id: Id
    url: Url
    title: str
    aliases: list[str]
    spellings: list[str]
    question: str
    scope: ScopeForm
    bottom_line: BottomLineForm
    gaps: Annotated[list[str], "What the sources at hand do not say."]
    review_by: Annotated[Date, "After this date newer developments may be missing."]
    claims: list[ClaimId]
    updates: list[Id]
    feeds: FeedsForm


class PositionForm(TypedDict):
    """What a party wants on a topic: its newest position claim there that nothing supersedes."""

    topic: Id
    party: Id
    party_name: str
    url: Annotated[Url, "The permalink of the claim."]
    claim: ClaimId
    text: str
    short: str | None
    since: Date
    status: Status
    independent_origins: Count
    others: Annotated[list[ClaimId], "Further positions that it holds on the topic, newest first."]
    history: Annotated[list[ClaimId], "What it held before, newest first."]


class UpdateForm(TypedDict):
    """One change, as written into the change log."""

    id: Id
    tag: Annotated[str, Limits(format="uri", pattern="^tag:"), "Its permanent name in all feeds."]
    url: Url
    at: Annotated[Moment, "When it was published."]
    changed: Annotated[Moment, "When it was published or last mended."]
    kind: UpdateKind
    significance: Literal["major", "minor"]
    in_feeds: Annotated[bool, "Whether subscribers were told."]
    title: str
    brief: Annotated[Id | None, "The brief it was written in."]
    topic: Annotated[Id | None, "The topic it was written in."]
    topics: list[Id]
    claims: list[ClaimId]
    note: Annotated[str, "Markdown."]
    before: str | None
    after: str | None
    corrects: Id | None
    corrected_by: list[Id]


class ClaimsDownload(TypedDict):
    """All claims, the newest first."""

    schema: Literal["dossier-claims/1"]
    claims: list[ClaimForm]


class SourcesDownload(TypedDict):
    """All source records, by id."""

    schema: Literal["dossier-sources/1"]
    sources: list[SourceForm]


class OriginsDownload(TypedDict):
    """All origins, by id."""

    schema: Literal["dossier-origins/1"]
    origins: list[OriginForm]


class TopicsDownload(TypedDict):
    """All topics, in the order in which readers see them."""

    schema: Literal["dossier-topics/1"]
    topics: list[TopicForm]


class PositionsDownload(TypedDict):
    """All positions, by topic and party in the order in which readers see them."""

    schema: Literal["dossier-positions/1"]
    positions: list[PositionForm]


class UpdatesDownload(TypedDict):
    """The whole change log, the newest first."""

    schema: Literal["dossier-updates/1"]
    updates: list[UpdateForm]


DOWNLOADS: dict[str, type] = {
    "claims": ClaimsDownload,
    "sources": SourcesDownload,
    "origins": OriginsDownload,
    "topics": TopicsDownload,
    "positions": PositionsDownload,
    "updates": UpdatesDownload,
}
"""The downloads by name. A name is also the key under which the records stand."""
