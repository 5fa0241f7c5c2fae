"""Forms for briefs, topics, source records and updates, in which each field is explained.

They contain no sample values, so that nothing can be published by mistake. Filling them in is left to `fill_forms`.
"""

_HOW_TO = """\
# Write a value after each colon. Lines that begin with "# " are explanations; delete them when you are done.
# Lines that begin with "#" and a word are optional fields: remove the "#" to use one.
# Text of several lines goes below its key, after the sign >-, with each line indented.
# See what is still missing or wrong: python build.py check
"""

BRIEF = (
    """\
# yaml-language-server: $schema=../../schema/brief.json
#
# A brief: what happened in one development, and the claims about it.
# The name of this file is the id of the brief and its address on the site. Never change it.
"""
    + _HOW_TO
    + """
# What the development is, in a few words.
title:

# When it took place: YYYY, YYYY-MM or YYYY-MM-DD, not more precise than the sources are. Where no source says when: by
# which date it had taken place, and `dated: by`.
date:
#dated: by

# What happened, in two to five sentences of our own. Markdown, no HTML.
summary:

# Each claim is one checkable statement. For a second claim, copy the whole first one, from its "-".
claims:
  # Lower-case words joined by hyphens, unique in this brief. It is part of the claim's address; never change it.
  - id:

    # The statement, in our own words, in one sentence.
    text:

    # position (what a party wants), event, statement, denial, or analysis (somebody's judgement).
    kind:

    # Whose position, act or statement it is: an id from briefings/parties.yaml. Required for a position.
    #party:

    # Who said it: an id from briefings/people.yaml.
    #said_by:

    # Whom it speaks of: ids from briefings/people.yaml.
    #about: []

    # What it is about: ids of topics, the names of the files in briefings/topics/.
    topics: []

    # The words of the text that say who says so, where no name of theirs stands there literally.
    #attribution:

    # When it happened or was said, and since when it is in these sources: the date of the earliest that supports it.
    # Where no source says when it happened: by which date it had happened, and `dated: by`.
    date:
    #dated: by
    reported:

    # For a position: the same in at most 60 characters, for the table of positions.
    #short:

    # Left out, or denied, disputed, or withdrawn (it was wrong; it is kept with the reason, so that nobody adds it again).
    # How a claim is known is derived from its evidence.
    #status:
    #status_reason:

    # How sure we are of it, and why, if that needs to be said.
    #confidence:
      #level: moderate
      #reason:

    # What it rests on. This command finds a passage and prints these lines, ready to paste:
    #   python build.py quote "some words of the passage"
    evidence:
      # A source's id: the name of its file in sources/.
      - source:

        # Which paragraph of the text, counted from 1 over the lines that are not empty.
        paragraph:

        # 4 to 15 words from that paragraph, exactly as they are there.
        quote:

        # Who reported or said it first: an id from briefings/origins.yaml.
        origin:

        # Whether the text names that origin itself (stated) or you inferred it (inferred).
        origin_basis: stated

        # Whether the passage supports the claim fully (full), in part (partial), or denies it (denies).
        support: full

        # Whether the text quotes its speaker (quoted) or says it in its own words (paraphrased).
        #speech:

        # Our translation of the quote, where it is in another language than the site.
        #translation:

        # How this text differs from what its origin said, if it does. Readers see it.
        # kind: omits, adds, sharpens, softens, misattributes.
        #drift:
          #kind:
          #note:

    # How it relates to other claims: <brief>/<claim>, or <claim> alone inside this brief.
    # supersedes: older ones that it replaces. follows: an earlier state of the same matter, which it does not replace.
    # contradicts: what they assert cannot both hold. opposes: opposed positions.
    # responds_to: what it refers to. qualifies: what has to be read together with it.
    #supersedes: []
    #follows: []
    #contradicts: []
    #opposes: []
    #responds_to: []
    #qualifies: []

    # Context that a reader needs and that is not itself a claim. Markdown.
    #note:

# Changes, for subscribers and the history. Add one with this command, as its id must be generated:
#   python build.py new update <id>
#updates: []
"""
)

TOPIC = (
    """\
# yaml-language-server: $schema=../../schema/topic.json
#
# A topic: a lasting subject with its own page and feed.
# The name of this file is the id of the topic and its address on the site. Never change it.
"""
    + _HOW_TO
    + """
# The name of the subject.
title:

# Other names of it in the language of the site, and words in any language that readers may search for.
#aliases: []
#spellings: []

# The question that the page answers.
question:

# What belongs to the topic, and what does not. Markdown.
scope:
  includes:
  #excludes:

# The answer in one sentence of at most 160 characters, for lists of topics; with both sides where there are two.
#in_short:
  #text:
  # Claims as <brief>/<claim>.
  #claims: []

# The current state, in up to six sentences, each with the claims that it rests on.
bottom_line:
  # The day (or month) of that state.
  as_of:
  sentences:
    - text:
      # Claims as <brief>/<claim>.
      claims: []

# What our sources do not say, one line each.
#gaps: []

# After this date the page warns that newer developments may be missing.
review_by:

# Topics are listed by this number, then by title.
#order: 100

# Changes, for subscribers and the history. Add one with this command, as its id must be generated:
#   python build.py new update <id>
#updates: []
"""
)

SOURCE = (
    """\
---
# A source: a published text. This file describes it; the text itself must not be here.
# The name of this file is the id of the source and its address on the site. Never change it.
"""
    + _HOW_TO
    + """
# Its title, as it was published.
title:

# Who published it, and where; other names of the outlet.
outlet:
#aliases: []
url:

# The date of publication (YYYY, YYYY-MM or YYYY-MM-DD, or unknown), and how it is known: "stated on the page", for instance.
published:
published_basis:

# When we read it.
#accessed:

# The language of the text, as in en, uk, ar, zh, and who wrote it.
language:
#authors:

# original (own reporting), relay (names the report it repeats), rewrite (rewords a report), third-hand.
directness:
# How it got its story.
#directness_note:

# How reliable it is in general: a grade from A to F, the reason, and the date of that judgement.
reliability:
  grade:
  reason:
  judged:

# Its political leaning, if it has one.
#leaning:

# The name of the full text in the archive, and the SHA-256 of its bytes.
#archive_file:
#text_sha256:

# link-only; or full-text, if the text may be republished.
rights: link-only

# in use, corrected or retracted: whether its publisher still stands by it, and what was wrong.
#status:
#status_reason:

# The id of the source of which this is another version, as its publisher had it at another time.
#version_of:

# Paragraphs that no claim cites, and why: a title, a heading, a repetition. Several in a row as 4-11.
#left_out:
  #- paragraphs: [1]
    #reason: Title

# Below the next line of dashes comes our own abstract: what the text says, in our words. Markdown, no HTML.
---
"""
)

UPDATE = """\
# Generated for this update. Never change or copy it.
- id:
  # When it is published, with the offset from UTC.
  at:
  # new, development, correction, retraction, or closed (nothing more will come).
  kind:
  # major goes to subscribers; minor is only in the history. Corrections and retractions are always major.
  significance:
  # The title that subscribers see. Default: the title of this brief or topic.
  #title:
  # What it is about. Default for topics: those of the claims. Claims as <brief>/<claim>, or <claim> in its own brief.
  #topics:
  #claims:
  # What changed, for someone who reads nothing else. Markdown.
  note:
  # A correction gives the wrong and the right wording, and may name the update that it corrects.
  #before:
  #after:
  #corrects:
  # For claims: which one, and its wording before and after, in place of the two above.
  #changes:
    #- claim:
      #before:
      #after:
"""
