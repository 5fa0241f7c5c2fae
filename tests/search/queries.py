"""What readers ask of the site of this repository, and the page that has to answer.

A page that the site does not have gives way to the next one of its row. Asking is left to `test_queries`.
"""

from typing import NamedTuple


class Query(NamedTuple):
    """Words, and the addresses of which the first that exists has to be found; below a fragment, any claim of that page.

    `within` is how far down it may stand. A `near` query finds nothing and offers a word that leads there.
    """

    words: str
    wanted: tuple[str, ...]
    within: int = 1
    near: bool = False


def _rows(wanted: str, *queries: str, within: int = 1, near: bool = False) -> tuple[Query, ...]:
    return tuple(Query(words, tuple(wanted.split()), within, near) for words in queries)


_GUARANTEES = "topics/security-guarantees/"
_ZELENSKY = "people/volodymyr-zelensky/ parties/ukraine/#people"
_WITKOFF = "people/steve-witkoff/ parties/us/#people"
_DENIALS = "claims/?kind=denial method/"
_UNNAMED = "claims/?basis=unnamed method/"

FOUND = (
    *_rows("topics/crimea/", "Crimea", "Krym", "Крим", "Крым"),
    *_rows("topics/crimea/", "Crimae", near=True),
    *_rows("topics/crimea/", "what does Russia want on Crimea?", "Crimea NATO", within=3),
    *_rows("topics/znpp/", "Zaporizhia", "Zaporizhzhya", "Запоріжжя", "ЗАЭС", "ZNPP", "nuclear plant"),
    *_rows(_ZELENSKY, "Zelenski", "Zelenskyy", "Zelenskiy", "Зеленський"),
    *_rows(_WITKOFF, "Witkof", "Witkoff"),
    *_rows("briefs/witkoff-in-moscow/", "Steve Witkoff Moscow", '"very close to a deal"', within=3),
    *_rows("people/vladimir-putin/ parties/russia/", "Путин"),
    *_rows("people/dmitry-peskov/ parties/russia/#people", "Peskov"),
    *_rows("people/anna-kelly/ parties/us/#people", "Anna Kelly"),
    *_rows("people/keith-kellogg/ parties/us/#people", "Kellogg"),
    *_rows("topics/ceasefire/", "ceasfire", "cease-fire", "перемирие", "truce"),
    *_rows(_GUARANTEES, "gurantees", near=True),
    *_rows(_GUARANTEES, "security gurantee", "Article 5"),
    *_rows("parties/ukraine/", "Kyev", near=True),
    *_rows("parties/ukraine/", "Kiev"),
    *_rows("topics/donbas/", "Donbass", "Luhansk", "Lugansk", "Donetsk oblast"),
    *_rows("topics/nato-membership/", "NATO", "НАТО"),
    *_rows("topics/nato-membership/", "Crimea NATO", within=3),
    *_rows("parties/europe/", "EU", "Europe"),
    *_rows("parties/russia/", "Russia"),
    *_rows("parties/us/", "United States", "US"),
    *_rows("origins/wsj-2025-04/", "WSJ"),
    *_rows("origins/ft-2026-01-27/", "FT"),
    *_rows("origins/bloomberg-2025-04-24/", "Bloomberg"),
    *_rows("sources/election-post-2025-04-25/", "Election Post"),
    *_rows("topics/compensation-and-assets/", "frozen assets"),
    *_rows("topics/minerals-deal/", "minerals", "rare earths"),
    *_rows("topics/sanctions/", "sanctions Ukraine US"),
    *_rows("topics/foreign-troops/", "peacekeepers"),
    *_rows("topics/istanbul-draft-2022/", "Istanbul"),
    *_rows("briefs/abu-dhabi-talks/", "Abu Dhabi", within=3),
    *_rows("briefs/guarantees-unsigned/", "Davos", "100% ready", within=3),
    *_rows("briefs/ground-held-by-russia/", "20 percent", within=3),
    *_rows("briefs/crimea-recognition-row/", '"This is our territory"', within=3),
    *_rows(_DENIALS, "who denied it", "did the US deny", within=3),
    *_rows(_UNNAMED, "anonymous", "unnamed", within=3),
    *_rows("timeline/#2025-04", "April 2025", within=3),
    *_rows("timeline/#2026-01", "January 2026", "2026-01", within=3),
    *_rows("timeline/#2025-04-22", "20 April 2025", within=3),
    *_rows("timeline/#2025-04-25", "25/04/2025", "2025-04-25", within=3),
    *_rows("briefs/donbas-condition/#white-house-denies", "donbas-condition/white-house-denies"),
    *_rows("feeds/", "RSS", "subscribe", "newsletter"),
    *_rows("data/", "download", "CSV"),
    *_rows("method/ about/", "cite"),
    *_rows("corrections/ updates/", "corrections"),
    *_rows("about/", "contact"),
    # What nobody had in mind while search was made.
    *_rows("origins/wsj-2025-04/", "Wall Street Journal"),
    *_rows("sources/kyiv-independent-2025-04-24/", "Kyiv Independent"),
    *_rows("people/jd-vance/ parties/us/#people", "J.D. Vance"),
    *_rows("parties/russia/", "Кремль"),
    *_rows("parties/russia/", "Rusia", near=True),
    *_rows("topics/kharkiv-and-dnipro/", "Kharkov", "Dnieper"),
    *_rows("topics/crimea/", "Sevastopol", "WSJ Crimea", "Putin Crimea"),
    *_rows("topics/donbas/", "FT Donbas"),
    *_rows("topics/sanctions/", "sanctons", near=True),
    *_rows("topics/znpp/", "zaporizhzha", near=True),
    *_rows("topics/ceasefire/", "cease fire", "перемир\u02bcя"),
    *_rows("topics/security-guarantees/", "security guarantees europe"),
    *_rows("timeline/#2025-04-25", "25.4.2025", "April 25, 2025", "4/25/2025", "on the 25th of April 2025"),
    *_rows("timeline/#2026-01", "jan 2026"),
    *_rows("data/", "open data"),
    *_rows("updates/", "what changed"),
    *_rows(_WITKOFF, "who is Witkoff"),
)
NOWHERE = ("UK", "asdfqwer", "Macron", "Budapest memorandum", "Türkiye", "Lavrov", "Mariupol")
COMMON = ("the", "of", "what was it")
