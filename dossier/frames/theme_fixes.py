"""Mends what the theme writes wrong, where its templates leave no block to do it in, and thins what it writes at length.

Never guesses: each mend looks for the theme's own words, and a page that does not hold them stays as it is.
"""

import re

_NAMELESS = re.compile(
    r'(<label class="md-nav__link[^>]*? id="(?P<path>__nav_[0-9_]+)_label"[^>]*>)(?=\s*<span class="md-nav__icon md-icon">)'
)
_LABELLED = re.compile(r' aria-labelledby="(?P<path>__nav_[0-9_]+)_label"')
_BACK = re.compile(r'<label class="md-nav__title" for="(?P<path>__nav_[0-9_]+)">\s*<span[^>]*></span>(?P<title>[^<]*)')
_PRIMARY = re.compile(r'<nav class="md-nav md-nav--primary[^>]*? aria-label="(?P<name>[^"]*)"')

# White space that means something, or that a script's hash counts, and the rest of it.
_KEPT = re.compile(
    r"(?P<kept><(?P<tag>pre|textarea|script|style)\b.*?</(?P=tag)\s*>)|\s*\n\s*", re.DOTALL | re.IGNORECASE
)


def mended(html: str) -> str:
    """Return a themed page with every mend done; a page that is mended already comes back as it is."""
    # Firefox alone used this, and HTML does not allow it on a checkbox.
    for name in ("drawer", "search"):
        html = html.replace(f' type="checkbox" id="__{name}" autocomplete="off"', f' type="checkbox" id="__{name}"')
    # A page outside the navigation has no such box for the label to tick.
    if 'id="__toc"' not in html:
        html = html.replace(' for="__toc"', "")
    # The theme's way of saying "not by keyboard"; a label without the attribute is just that.
    html = html.replace(' tabindex=""', "")
    return _with_way_back(_named(_with_drawer(html)))


def thinned(html: str) -> str:
    """Return a page without the blank lines and indents that templates leave behind: half of what the theme writes."""
    return _KEPT.sub(lambda found: found["kept"] or "\n", html)


def _with_drawer(html: str) -> str:
    """Name the box behind the menu button, which frame.css puts where a keyboard reaches it."""
    found = _PRIMARY.search(html)
    if found is None:
        return html
    return html.replace(
        'type="checkbox" id="__drawer">', f'type="checkbox" id="__drawer" aria-label="{found["name"]}">'
    )


def _named(html: str) -> str:
    """Name the parts of the navigation: the theme names them by labels that hold an icon alone, or are not there."""
    titles = {found["path"]: " ".join(found["title"].split()).replace('"', "&quot;") for found in _BACK.finditer(html)}

    def name(found: re.Match[str]) -> str:
        return f'{found[0]}<span class="md-nav__name">{titles.get(found["path"], "")}</span>'

    def label(found: re.Match[str]) -> str:
        there = f'id="{found["path"]}_label"' in html
        return found[0] if there else f' aria-label="{titles.get(found["path"], "")}"'

    return _LABELLED.sub(label, _NAMELESS.sub(name, html))


def _with_way_back(html: str) -> str:
    """Let a keyboard go back from a part of the menu as it went in: the theme's script acts on labels with the focus."""
    return _BACK.sub(lambda found: found[0].replace("<label", '<label tabindex="0"', 1), html)
