"""Blank briefs, topics, source records and updates, with every field explained to whoever fills them in.

Never holds a value that somebody might publish by mistake: what is not filled in is missing, and the check says so.
"""

_HOW = """\
# Fill in what stands behind each colon. Lines that begin with "# " explain; delete them when you are done.
# Lines that begin with "#" and a word are fields that you may leave out: take the "#" away to use one.
# Text that needs several lines stands below its key, each line indented, after the sign >-
# Look what is still wrong, as often as you like: python build.py check
"""

BRIEF = (
    """\
# yaml-language-server: $schema=../../schema/brief.json
#
# A brief: what happened in one development, and the claims that tell of it.
# The name of this file is the brief's id and its address on the site. It stays as it is for good.
"""
    + _HOW
    + """
# What the development is, in a few words.
title:

# When it took place: YYYY, YYYY-MM or YYYY-MM-DD, never more precise than the sources are.
date:

# What happened, in two to five sentences of our own. Markdown, no HTML.
summary:

# One checkable statement each. For a second one copy all of the first, from its "-" on.
claims:
  # Lower-case words joined by hyphens, unique in this brief. Part of the claim's address: it stays for good.
  - id:

    # The statement, in our own words, in one sentence.
    text:

    # position (what a party wants), event, statement, denial, or analysis (somebody's judgement).
    kind:

    # Whose position, act or statement it is: an id from briefings/parties.yaml. A position must have it.
    #party:

    # Who said it: an id from briefings/people.yaml.
    #said_by:

    # What it is about: ids of topics, the names of the files in briefings/topics/.
    topics: []

    # When the thing happened or was said, and when that was reported.
    date:
    reported:

    # For a position: the same in at most 60 characters, for a cell of the table of positions.
    #short:

    # reported, confirmed (two independent origins, a document or an on-record statement), denied, disputed,
    # or withdrawn (it was wrong; it stays here with the reason, so that nobody adds it again).
    status: reported
    #status_reason:

    # How sure we are of it, if there is something to say on that, and why.
    #confidence:
      #level: moderate
      #reason:

    # What it rests on. This finds the passage and prints these lines ready to paste:
    #   python build.py quote "some words of the passage"
    evidence:
      # A source's id: the name of its file in sources/.
      - source:

        # Which paragraph of the text, counted from 1 over the lines that are not empty.
        paragraph:

        # 4 to 15 words from that paragraph, letter by letter.
        quote:

        # Who reported or said it first: an id from briefings/origins.yaml.
        origin:

        # Whether the text names that origin itself (stated) or you inferred it (inferred).
        origin_basis: stated

        # Whether the passage supports the claim fully (full), in part (partial), or denies it (denies).
        support: full

        # How this text bends what its origin said, if it does. Readers see it.
        #drift:

    # How it relates to other claims: <brief>/<claim>, or <claim> alone inside this brief.
    # supersedes: older ones that it replaces. contradicts: they cannot both be true. opposes: opposed positions.
    # responds_to: what it answers. qualifies: what it limits or stands in tension with.
    #supersedes: []
    #contradicts: []
    #opposes: []
    #responds_to: []
    #qualifies: []

    # Context that a reader needs and that is not itself a claim. Markdown.
    #note:

# What subscribers and the history are told. Never written by hand from nothing; this adds one at the end:
#   python build.py new update <id>
#updates: []
"""
)

TOPIC = (
    """\
# yaml-language-server: $schema=../../schema/topic.json
#
# A topic: a standing subject with a page and a feed of its own.
# The name of this file is the topic's id and its address on the site. It stays as it is for good.
"""
    + _HOW
    + """
# The name of the subject.
title:

# Other names of it in the language of the site, and whatever readers may type for it, in any language.
#aliases: []
#spellings: []

# The question that the page answers.
question:

# What belongs to the topic, and what is left to others. Markdown.
scope:
  includes:
  #excludes:

# The state of things, in up to six sentences, each with the claims that it rests on.
bottom_line:
  # The day (or month) for which it holds.
  as_of:
  sentences:
    - text:
      # Claims as <brief>/<claim>.
      claims: []

# What the sources at hand do not say, a line each.
#gaps: []

# After this date the page warns that newer developments may be missing.
review_by:

# Topics are listed by this number, then by title.
#order: 100

# What subscribers and the history are told. Never written by hand from nothing; this adds one at the end:
#   python build.py new update <id>
#updates: []
"""
)

SOURCE = (
    """\
---
# A source: a text that was published. Only what is known of it stands here, never the text itself.
# The name of this file is the source's id and its address on the site. It stays as it is for good.
"""
    + _HOW
    + """
# Its title, as it was published.
title:

# Who published it, and where.
outlet:
url:

# The date of publication (YYYY, YYYY-MM or YYYY-MM-DD), and how it is known: "stated on the page", for instance.
published:
published_basis:

# When we read it.
#accessed:

# The language of the text, as in en, uk, ar, zh, and who wrote it.
language:
#authors:

# original (its own reporting), relay (names the report it passes on), rewrite (words it anew), third-hand.
directness:
# How it came by its story.
#directness_note:

# How far it can be trusted in general: a grade from A to F, why, and when that was judged.
reliability:
  grade:
  reason:
  judged:

# Where it leans, if it does.
#leaning:

# The name of the full text in the archive, and the SHA-256 of its bytes.
#archive_file:
#text_sha256:

# link-only, or full-text where the text may be republished.
rights: link-only

# Paragraphs that no claim cites, and why: a title, a heading, something said before.
#left_out:
  #- paragraphs: [1]
    #reason: Title

# Below the next line of dashes stands our own abstract: what the text says, in our words. Markdown, no HTML.
---
"""
)

UPDATE = """\
# Minted for this update alone. Never change or copy it.
- id:
  # When it is published, with the offset from UTC.
  at:
  # new, development, correction, retraction, or closed (nothing more will come).
  kind:
  # major goes to subscribers, minor to the history alone. Corrections and retractions are always major.
  significance:
  # What a subscriber sees first. Without it: the title of this brief or topic.
  #title:
  # What it is about. Without topics: those of the claims. Claims as <brief>/<claim>, or <claim> in its own brief.
  #topics:
  #claims:
  # What changed, for someone who reads nothing else. Markdown.
  note:
  # A correction shows the wrong and the right wording, and may name the update that it mends.
  #before:
  #after:
  #corrects:
"""
