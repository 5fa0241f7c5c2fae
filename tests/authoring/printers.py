"""Prints an invented article as newsrooms, offices and people do: as web pages, mails, texts, Markdown.

What is printed is left to `newsroom`; PDF files are left to `pdf_printers`.
"""

import email.policy
import html
import json
import textwrap
from collections.abc import Callable
from email.message import EmailMessage

from tests.authoring.newsroom import Article

_NAV = (
    '<header><a href="/">The Pier Gazette</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a>\
</li><li><a href="/weather">Weather and tides</a></li><li><a href="/subscribe">Subscribe</a></li></ul></nav></header>'
)
_WALL = """<div id="consent-layer" class="cookie-banner modal" role="dialog"><h2>Your privacy</h2><p>We and our 412 partners
store cookies on your device and process personal data to show you advertising that fits you.</p><p>You can change your
choice at any time in the settings of this page, which you find at its foot.</p><button>Accept all</button>
<button>Reject all</button></div>"""
_FOOT = """<footer><ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy</a></li></ul>
<p>© 2026 The Pier Gazette. All rights reserved. No part of this page may be used without our consent.</p></footer>"""
_RELATED = """<aside class="related-articles"><h3>More on this</h3><ul><li><a href="/a">Fish hall gets a new roof</a></li>
<li><a href="/b">Why the tram is late again</a></li></ul></aside>"""
_COMMENTS = """<section id="comments" class="comments"><h2>Comments</h2><div class="comment"><p>Seagull42: About time that
somebody said it out loud, I have been waiting for years.</p></div></section>"""
_NEWSLETTER = """<div class="newsletter-signup"><p>Sign up for our newsletter and get the harbour news every morning.</p>
<form><input type="email"><button>Sign up</button></form></div>"""


def _p(text: str, attributes: str = "") -> str:
    return f"<p{attributes}>{html.escape(text, quote=False)}</p>"


def _head(one: Article, more: str = "") -> str:
    direction = ' dir="rtl"' if one.language == "ar" else ""
    title = html.escape(one.headline)
    return f"""<!DOCTYPE html><html lang="{one.language}"{direction}><head><meta charset="utf-8">
<title>{title} | The Pier Gazette</title><meta property="og:title" content="{title}">
<meta property="og:site_name" content="The Pier Gazette">
<link rel="canonical" href="https://gazette.example/{one.language}/ferry">{more}
<script>window.dataLayer=[];function track(page){{dataLayer.push(page)}}</script>
<style>.cookie-banner{{position:fixed}}</style></head>"""


def _data(one: Article) -> str:
    told = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "The Pier Gazette"},
            {
                "@type": ["NewsArticle"],
                "headline": one.headline,
                "datePublished": "2026-05-08T09:30:00+02:00",
                "author": [{"@type": "Person", "name": "Staff of the Gazette"}],
                "publisher": {"@type": "Organization", "name": "The Pier Gazette"},
            },
        ],
    }
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def _body(one: Article, each: Callable[[str], str], heading: str = "h2") -> str:
    parts = [each(text) for text in one.paragraphs]
    parts.insert(one.middle, f"<{heading}>{html.escape(one.heading)}</{heading}>")
    return "\n".join(parts)


def plain_page(one: Article) -> str:
    """A page of `article` and `p`, as most are."""
    return f"""{_head(one, _data(one))}<body>{_NAV}<main><article><h1>{one.headline}</h1>
<p class="byline">By the staff of the Gazette</p>{_body(one, _p)}</article></main>{_FOOT}</body></html>"""


def walled_page(one: Article) -> str:
    """A page behind a notice on cookies, with lists of other articles and comments."""
    return f"""{_head(one, _data(one))}<body>{_WALL}{_NAV}<main><article><header><h1>{one.headline}</h1></header>
<figure><img src="ferry.jpg" alt="A ferry"><figcaption>The ferry at the pier. Photo: archive</figcaption></figure>
{_body(one, _p)}{_NEWSLETTER}{_RELATED}</article></main>{_COMMENTS}{_FOOT}</body></html>"""


def divided_page(one: Article) -> str:
    """A page of nested `div` elements without `article` or `main`."""
    return f"""{_head(one)}<body><div id="page"><div class="top">{_NAV}</div><div class="row"><div class="col-8">
<div class="story"><h1 class="story__title">{one.headline}</h1><div class="story__meta"><time datetime="2026-05-08">8 May
2026</time></div><div class="story__body">{_body(one, lambda text: f"<div class='par'>{_p(text)}</div>")}</div></div></div>
<div class="col-4 sidebar">{_RELATED}</div></div></div>{_FOOT}</body></html>"""


def interrupted_page(one: Article) -> str:
    """A page with advertisements and invitations between its paragraphs."""
    number = iter(range(1000))

    def each(text: str) -> str:
        ad = '<div class="ad-slot" aria-hidden="true"><span>Advertisement</span></div>'
        return _p(text) + (ad if next(number) % 3 == 2 else "")

    return f"""{_head(one, '<meta property="article:published_time" content="2026-05-08T09:30:00Z">')}<body>{_NAV}
<article class="post"><h1>{one.headline}</h1><div class="share"><a href="#s">Share</a> <a href="#m">Mail</a></div>
{_body(one, each)}</article>{_NEWSLETTER}{_FOOT}</body></html>"""


def linked_page(one: Article) -> str:
    """A page whose paragraphs hold links, emphasis, line ends in the source and spaces that do not break."""

    def each(text: str) -> str:
        first, space, rest = text.partition(" ") if " " in text else (text[:4], "", text[4:])
        said = html.escape(rest, quote=False).replace(" ", "\n   ", 1)
        return f'<p><a href="/x">{html.escape(first, quote=False)}</a>{space.replace(" ", "&nbsp;")}<em>{said}</em></p>'

    return f"""{_head(one)}<body>{_NAV}<main><article><h1>{one.headline}</h1>{_body(one, each, "h3")}</article></main>
{_FOOT}</body></html>"""


def broken_page(one: Article) -> str:
    """A page of one block whose paragraphs are parted by two `br` elements."""
    said = "<br><br>\n".join(html.escape(text, quote=False) for text in one.paragraphs[: one.middle])
    then = "<br/><br/>".join(html.escape(text, quote=False) for text in one.paragraphs[one.middle :])
    return f"""{_head(one)}<body>{_NAV}<div class="content"><h1>{one.headline}</h1><div class="text">{said}</div>
<h2>{one.heading}</h2><div class="text">{then}</div></div>{_FOOT}</body></html>"""


def spanned_page(one: Article) -> str:
    """A page whose paragraphs are `div` elements with `span` inside, as page builders write them."""
    return f"""{_head(one, _data(one))}<body>{_NAV}<main><section class="article-content"><h1>{one.headline}</h1>
{_body(one, lambda text: f'<div class="paragraph"><span style="x:y">{html.escape(text, quote=False)}</span></div>')}
</section></main>{_FOOT}</body></html>"""


def quoting_page(one: Article) -> str:
    """A page with a block quotation, set paragraphs and a list of other articles in its midst."""
    number = iter(range(1000))

    def each(text: str) -> str:
        at = next(number)
        if at == 2:
            return f"<blockquote>{_p(text)}</blockquote>"
        return _p(text, ' class="has-drop-cap"' if at == 0 else "") + (_RELATED if at == 4 else "")

    return f"""{_head(one, _data(one))}<body>{_WALL}{_NAV}<main id="main"><article><h1>{one.headline}</h1>{_body(one, each)}
</article></main>{_COMMENTS}{_FOOT}</body></html>"""


def old_page(one: Article) -> str:
    """A page set with tables, in capitals, with paragraphs that are never closed."""
    said = "\n".join(f"<P>{html.escape(text, quote=False)}" for text in one.paragraphs[: one.middle])
    then = "\n".join(f"<P>{html.escape(text, quote=False)}" for text in one.paragraphs[one.middle :])
    return f"""<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>{one.headline}</TITLE>
</HEAD><BODY bgcolor="#ffffff"><TABLE width="100%"><TR><TD><A href="/">Home</A><BR><A href="/old">Older issues</A></TD>
<TD><H1>{one.headline}</H1>{said}<H3>{one.heading}</H3>{then}</TD></TR></TABLE></BODY></HTML>"""


def phone_page(one: Article) -> str:
    """A page for telephones, with a wall that hides the page, a bar to share it and no article element."""
    return f"""{_head(one)}<body class="no-scroll">{_WALL}<amp-sidebar><ul><li>News</li><li>Sport</li></ul></amp-sidebar>
<div role="main"><div class="header"><h1>{one.headline}</h1></div><div class="body" itemprop="articleBody">
{_body(one, _p)}</div><div class="social-bar"><a>Share</a><a>Copy the link</a></div></div>{_FOOT}</body></html>"""


PAGES = (
    plain_page,
    walled_page,
    divided_page,
    interrupted_page,
    linked_page,
    broken_page,
    spanned_page,
    quoting_page,
    old_page,
    phone_page,
)


def wrapped(one: Article, columns: int = 72, *, gap: str = "\n\n", indent: str = "") -> str:
    """Return an article as plain text, its lines wrapped at a column."""
    return gap.join(_wrap(text, columns, indent) for text in one.whole) + "\n"


def _wrap(text: str, columns: int, indent: str) -> str:
    if " " not in text:
        wide = columns // 2
        text = "\u3000\u3000" + text if indent else text
        return "\n".join(text[at : at + wide] for at in range(0, len(text), wide))
    return textwrap.fill(text, columns, initial_indent=indent, break_long_words=False, break_on_hyphens=False)


def mail(one: Article, *, encoding: str = "quoted-printable", charset: str = "utf-8", as_page: bool = False) -> bytes:
    """Return an article as a mail, its lines wrapped."""
    # Lines of a head are not broken here: the standard library loses a space where it breaks one in Cyrillic.
    message = EmailMessage(policy=email.policy.default.clone(max_line_length=990))
    message["From"] = "The Pier Gazette <news@gazette.example>"
    message["To"] = "readers@gazette.example"
    message["Subject"] = one.headline
    message["Date"] = "Fri, 08 May 2026 09:30:00 +0200"
    message["X-Mailer"] = "Pigeon 4"
    if as_page:
        message.set_content(plain_page(one), subtype="html", charset=charset, cte=encoding)
    else:
        message.set_content(wrapped(one), charset=charset, cte=encoding)
    return message.as_bytes()


def markdown(one: Article, columns: int = 0) -> str:
    """Return an article in Markdown with front matter; with wrapped lines where a column is given."""
    parts = [text if not columns else _wrap(text, columns, "") for text in one.paragraphs]
    parts.insert(one.middle, f"## {one.heading}")
    head = (
        f'---\ntitle: "{one.headline}"\ndate: 2026-05-08\nlang: {one.language}\nauthor: Staff of the Gazette\n---\n\n'
    )
    return head + "\n\n".join([f"# {one.headline}", *parts]) + "\n"
