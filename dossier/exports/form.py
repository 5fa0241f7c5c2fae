"""The form of the downloads: every record with its keys in their order. The schemas are made from it.

Within a version no key is dropped, renamed or reused; a key may be added.
"""

from typing import Annotated, Literal, get_args

from pydantic import Field
from typing_extensions import TypedDict  # pydantic needs this one below Python 3.12

from dossier.evidence import BasisKind
from dossier.model.claim import ClaimKind, ClaimStatus, DriftKind, Support
from dossier.model.ids import ID_PATTERN
from dossier.model.origin import OriginKind
from dossier.model.update import UpdateKind
from dossier.model.words import CLAIM_ID_PATTERN, SHA256_PATTERN

Url = Annotated[
    str, Field(pattern="^https?://", description="An absolute address.", json_schema_extra={"format": "uri"})
]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
ClaimId = Annotated[str, Field(pattern=CLAIM_ID_PATTERN, description="<brief>/<claim>")]
Date = Annotated[
    str,
    Field(
        pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$",
        description="YYYY, YYYY-MM or YYYY-MM-DD, as precisely as it is known.",
    ),
]
Moment = Annotated[str, Field(description="A time in UTC.", json_schema_extra={"format": "date-time"})]
Number = Annotated[int, Field(ge=1)]
Count = Annotated[int, Field(ge=0)]


class ConfidenceForm(TypedDict):
    """An editor's confidence in a claim."""

    level: Literal["high", "moderate", "low"]
    reason: str


class DriftForm(TypedDict):
    """How a source differs from what an origin said."""

    kind: DriftKind | None
    note: str


class EvidenceForm(TypedDict):
    """What a claim rests on: one passage of one source, and the origin it goes back to."""

    source: Id
    archive_file: Annotated[str | None, Field(description="The name of the source's full text in the archive.")]
    paragraph: Annotated[Number, Field(description="Counted from 1 over the non-empty lines of the source's text.")]
    quote: Annotated[str, Field(description="4 to 15 words, verbatim from that paragraph.")]
    origin: Id
    origin_basis: Annotated[
        Literal["stated", "inferred"], Field(description="Whether the source names the origin itself.")
    ]
    support: Support
    speech: Annotated[
        Literal["quoted", "paraphrased"] | None, Field(description="Whether the source quotes its speaker.")
    ]
    translation: Annotated[str | None, Field(description="Our translation of the quote.")]
    drift: Annotated[DriftForm | None, Field(description="How this source differs from what its origin said.")]
    verified: Annotated[
        Literal["archive", "fingerprint"] | None,
        Field(description="How the quote was checked: against the full text, against its fingerprint, or not at all."),
    ]


class ReviewForm(TypedDict):
    """Who has held a claim against its sources."""

    by: str
    on: Date
    is_valid: Annotated[bool, Field(description="Whether the claim and its passages are as they were read.")]


class OriginsForm(TypedDict):
    """Independent origins: publishers, and speakers, at the roots of what a claim's evidence goes back to.

    Only evidence of full support whose source names the origin raises the count above one.
    """

    count: Count
    roots: Annotated[list[Id], Field(description="Origins. Two of one publisher count once.")]


class ClaimForm(TypedDict):
    """One checkable statement, with its evidence and its relations to other claims."""

    id: ClaimId
    brief: Id
    url: Url
    text: str
    short: Annotated[str | None, Field(max_length=60)]
    kind: ClaimKind
    party: Annotated[Id | None, Field(description="Whose position, act or statement it is.")]
    said_by: Annotated[Id | None, Field(description="The person who said it.")]
    about: Annotated[list[Id], Field(description="The persons whom it speaks of.")]
    topics: list[Id]
    date: Annotated[Date, Field(description="When the thing happened or was said.")]
    dated: Annotated[
        Literal["on", "by"], Field(description="Whether that was on the date, or by it, where no source says when.")
    ]
    reported: Annotated[Date, Field(description="Since when it is in these sources, as written.")]
    first_reported: Annotated[Date, Field(description="The date of the earliest of its sources that supports it.")]
    basis: Annotated[BasisKind | None, Field(description="How it is known, derived from its evidence.")]
    status: ClaimStatus | None
    status_reason: str | None
    confidence: ConfidenceForm | None
    evidence: list[EvidenceForm]
    independent_origins: OriginsForm
    review: Annotated[ReviewForm | None, Field(description="Null, too, where a dossier does not tell of reviews.")]
    supersedes: list[ClaimId]
    superseded_by: list[ClaimId]
    follows: Annotated[list[ClaimId], Field(description="Claims on an earlier state of the same matter.")]
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

    paragraphs: Annotated[int | None, Field(description="How many there are, or null where no fingerprint says so.")]
    cited: list[Number]
    left_out: list[LeftOutForm]
    unread: Annotated[list[Number], Field(description="Neither cited nor left out.")]


class RefreshedForm(TypedDict):
    """What came of the last comparison of the publisher's page with the archived text."""

    date: Date
    result: Literal["unchanged", "changed", "gone", "moved"]
    missing: Annotated[list[Number], "Paragraphs that did not stand on the page any more."]


class SourceForm(TypedDict):
    """The record of a published text, and our own abstract of it."""

    id: Id
    url: Annotated[Url, Field(description="The page of the record.")]
    original_url: Annotated[Url, Field(description="Where the text was published.")]
    title: str
    outlet: str
    outlet_aliases: list[str]
    authors: list[str]
    language: Annotated[str, Field(description="A BCP 47 language tag.")]
    published: Annotated[Date | None, Field(description="Null where nobody can tell.")]
    published_basis: Annotated[str, Field(description="How the date of publication is known.")]
    accessed: Date | None
    directness: Literal["original", "relay", "rewrite", "third-hand"]
    directness_note: str | None
    reliability: ReliabilityForm
    leaning: str | None
    rights: Literal["link-only", "full-text"]
    archive_file: str | None
    text_sha256: Annotated[str | None, Field(pattern=SHA256_PATTERN)]
    abstract: Annotated[str, Field(description="Markdown, in our own words.")]
    status: Annotated[
        Literal["in use", "corrected", "retracted"], Field(description="Whether its publisher still stands by it.")
    ]
    status_reason: str | None
    version_of: Annotated[Id | None, Field(description="The source of which it is another version.")]
    refreshed: RefreshedForm | None
    coverage: CoverageForm
    claims: Annotated[list[ClaimId], Field(description="Claims that cite it.")]


class OriginForm(TypedDict):
    """Who first reported or said a thing."""

    id: Id
    url: Annotated[Url, Field(description="The page of the record.")]
    original_url: Url | None
    name: str
    kind: Annotated[OriginKind, Field(description="The last three are nobody's report and never count.")]
    publisher: str | None
    speaker: Annotated[Id | None, Field(description="The person whose statement or interview it is.")]
    aliases: list[str]
    unnamed_sources: Annotated[bool, Field(description="Whether it rests on people whom it does not name.")]
    seen_by: Annotated[str | None, Field(description="Who saw a document that is known only through them.")]
    date: Date | None
    rests_on: str | None
    caveats: list[str]
    depends_on: Annotated[list[Id], Field(description="Origins that it goes back to.")]
    depended_on_by: list[Id]
    status: Literal["current", "corrected", "withdrawn"]
    status_reason: str | None
    sources: Annotated[list[Id], Field(description="Sources that relay it.")]
    claims: Annotated[
        list[ClaimId], Field(description="Claims that rest on it, directly or through origins that depend on it.")
    ]
    denied: Annotated[
        list[ClaimId], Field(description="Claims that it denies, directly or through origins that depend on it.")
    ]


class ScopeForm(TypedDict):
    """What a topic takes in and what it leaves out."""

    includes: str
    excludes: str | None


class SentenceForm(TypedDict):
    """One sentence of a bottom line and the claims it rests on."""

    text: Annotated[str, Field(description="Markdown.")]
    claims: list[ClaimId]


class InShortForm(TypedDict):
    """The state of a topic in one sentence."""

    text: str
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
    in_short: InShortForm | None
    bottom_line: BottomLineForm
    gaps: Annotated[list[str], Field(description="What the sources at hand do not say.")]
    review_by: Annotated[Date, Field(description="After this date newer developments may be missing.")]
    claims: list[ClaimId]
    updates: list[Id]
    feeds: FeedsForm


class PositionForm(TypedDict):
    """What a party wants on a topic: its newest position claim there that nothing supersedes."""

    topic: Id
    party: Id
    party_name: str
    url: Annotated[Url, Field(description="The permalink of the claim.")]
    claim: ClaimId
    text: str
    short: str | None
    since: Date
    dated: Annotated[
        Literal["on", "by"], Field(description="Whether it held it on that date, or by it, where no source says when.")
    ]
    first_reported: Date
    basis: BasisKind | None
    status: ClaimStatus | None
    independent_origins: Count
    others: Annotated[list[ClaimId], Field(description="Further positions that it holds on the topic, newest first.")]
    history: Annotated[list[ClaimId], Field(description="What it held before, newest first.")]


class ChangeForm(TypedDict):
    """What a correction changed in one claim."""

    claim: ClaimId
    before: str
    after: str


class UpdateForm(TypedDict):
    """One change, as written into the change log."""

    id: Id
    tag: Annotated[
        str, Field(pattern="^tag:", description="Its permanent name in all feeds.", json_schema_extra={"format": "uri"})
    ]
    url: Url
    at: Annotated[Moment, Field(description="When it was published.")]
    changed: Annotated[Moment, Field(description="When it was published or last mended.")]
    kind: UpdateKind
    significance: Literal["major", "minor"]
    in_feeds: Annotated[bool, Field(description="Whether subscribers were told.")]
    title: str
    brief: Annotated[Id | None, Field(description="The brief it was written in.")]
    topic: Annotated[Id | None, Field(description="The topic it was written in.")]
    topics: list[Id]
    claims: list[ClaimId]
    note: Annotated[str, Field(description="Markdown.")]
    before: str | None
    after: str | None
    changes: list[ChangeForm]
    corrects: Id | None
    corrected_by: list[Id]


Merged = Annotated[
    dict[Id, Id], Field(description="Ids of records that were merged into others, each with the id of today.")
]


class ClaimsDownload(TypedDict):
    """All claims, the newest first."""

    schema: Literal["dossier-claims/2"]
    moved_to: Annotated[
        dict[ClaimId, ClaimId], Field(description="Ids that claims had before they moved, each with the id of today.")
    ]
    claims: list[ClaimForm]


class SourcesDownload(TypedDict):
    """All source records, by id."""

    schema: Literal["dossier-sources/1"]
    merged_into: Merged
    sources: list[SourceForm]


class OriginsDownload(TypedDict):
    """All origins, by id."""

    schema: Literal["dossier-origins/2"]
    merged_into: Merged
    origins: list[OriginForm]


class TopicsDownload(TypedDict):
    """All topics, in the order in which readers see them."""

    schema: Literal["dossier-topics/1"]
    merged_into: Merged
    topics: list[TopicForm]


class PositionsDownload(TypedDict):
    """All positions, by topic and party in the order in which readers see them."""

    schema: Literal["dossier-positions/2"]
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


def form_name(name: str) -> str:
    """Return what a download calls its form, with its version: `dossier-claims/2`."""
    return str(get_args(DOWNLOADS[name].__annotations__["schema"])[0])
