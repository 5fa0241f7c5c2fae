"""The words of the model, as readers see them: states, kinds, grades, and what pages are called.

Sentences are left to the other modules.
"""

from dossier.wording.translation import Labels, gettext_noop

STATUS = Labels(
    {
        "denied": gettext_noop("Denied"),
        "disputed": gettext_noop("Disputed"),
        "withdrawn": gettext_noop("Withdrawn"),
    }
)
MARK = Labels(
    {
        "replaced": gettext_noop("Replaced"),
        "denied": gettext_noop("Denied"),
        "disputed": gettext_noop("Disputed"),
        "withdrawn": gettext_noop("Withdrawn"),
    }
)
"""What sets a claim apart in a list."""
CONFIDENCE = Labels(
    {
        "high": gettext_noop("high"),
        "moderate": gettext_noop("moderate"),
        "low": gettext_noop("low"),
    }
)
KIND = Labels(
    {
        "position": gettext_noop("Position"),
        "event": gettext_noop("Event"),
        "statement": gettext_noop("Statement"),
        "denial": gettext_noop("Denial"),
        "analysis": gettext_noop("Analysis"),
    }
)
UPDATE_KIND = Labels(
    {
        "new": gettext_noop("New"),
        "development": gettext_noop("Development"),
        "correction": gettext_noop("Correction"),
        "retraction": gettext_noop("Retraction"),
        "closed": gettext_noop("Closed"),
    }
)
DIRECTNESS = Labels(
    {
        "original": gettext_noop("its own reporting"),
        "relay": gettext_noop("passes on a report by others"),
        "rewrite": gettext_noop("rewrites what others reported"),
        "third-hand": gettext_noop("third-hand: passes on what others passed on"),
    }
)
GRADES = Labels(
    {
        "A": gettext_noop("reliable"),
        "B": gettext_noop("usually reliable"),
        "C": gettext_noop("fairly reliable"),
        "D": gettext_noop("not usually reliable"),
        "E": gettext_noop("unreliable"),
        "F": gettext_noop("cannot be judged"),
    }
)
ORIGIN_KIND = Labels(
    {
        "report": gettext_noop("Report"),
        "document": gettext_noop("Document"),
        "interview": gettext_noop("Interview"),
        "statement": gettext_noop("Statement"),
        "public-record": gettext_noop("Public record"),
        "background": gettext_noop("An outlet’s own voice"),
        "unattributed": gettext_noop("No origin given"),
    }
)
ORIGIN_KIND_INSIDE = Labels(
    {
        "report": gettext_noop("report"),
        "document": gettext_noop("document"),
        "interview": gettext_noop("interview"),
        "statement": gettext_noop("statement"),
        "public-record": gettext_noop("public record"),
        "background": gettext_noop("an outlet’s own voice"),
        "unattributed": gettext_noop("no origin given"),
    }
)
"""The same after something else in a line."""
NOBODYS = Labels(
    {
        "public-record": gettext_noop("common knowledge"),
        "background": gettext_noop("the outlet’s own voice"),
        "unattributed": gettext_noop("the text names no origin"),
    }
)
"""Kinds of origins behind which nobody stands."""
BASIS = Labels(
    {
        "independent": gettext_noop("Independent origins"),
        "on-record": gettext_noop("On the record"),
        "document": gettext_noop("Document"),
        "party-account": gettext_noop("A party’s account"),
        "public-record": gettext_noop("Public record"),
        "one-report": gettext_noop("One report"),
        "outlet": gettext_noop("The outlet’s own account"),
        "unattributed": gettext_noop("No origin given"),
    }
)
"""How a claim is known."""
SPEECH = Labels(
    {
        "quoted": gettext_noop("quoted in this text"),
        "paraphrased": gettext_noop("paraphrased in this text"),
    }
)
DRIFT = Labels(
    {
        "omits": gettext_noop("What it leaves out"),
        "adds": gettext_noop("What it adds"),
        "sharpens": gettext_noop("What it makes stronger"),
        "softens": gettext_noop("What it makes weaker"),
        "misattributes": gettext_noop("What it gives to somebody else"),
        "": gettext_noop("How it differs"),
    }
)
"""How a text differs from what its origin said."""
ORIGIN_STATUS = Labels(
    {
        "current": "",
        "corrected": gettext_noop("corrected"),
        "withdrawn": gettext_noop("withdrawn"),
    }
)
RIGHTS = Labels(
    {
        "link-only": gettext_noop("The text belongs to its publisher and is not shown here."),
        "full-text": gettext_noop("The text may be republished."),
    }
)
PASSAGE = Labels(
    {
        "cited": gettext_noop("cited"),
        "left out": gettext_noop("left out"),
        "not read": gettext_noop("not read"),
    }
)
"""What became of a paragraph of a source."""
PAGE_KIND = Labels(
    {
        "topic": gettext_noop("Topic"),
        "party": gettext_noop("Party"),
        "person": gettext_noop("Person"),
        "brief": gettext_noop("Brief"),
        "source": gettext_noop("Source"),
        "origin": gettext_noop("Origin"),
        "update": gettext_noop("Update"),
    }
)
"""The kinds of pages that search can be narrowed to."""
