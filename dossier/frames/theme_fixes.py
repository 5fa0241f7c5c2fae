"""Fixes faults in the theme's HTML where its templates have no block to override, and removes extra white space.

Each fix searches for the exact text of the theme; a page without it stays unchanged. Faults that a template can fix are
fixed in `templates/frame`.
"""

import re

_NAMELESS = re.compile(
    r'(<label class="md-nav__link[^>]*? id="(?P<path>__nav_[0-9_]+)_label"[^>]*>)(?=\s*<span class="md-nav__icon md-icon">)'
)
_LABELLED = re.compile(r' aria-labelledby="(?P<path>__nav_[0-9_]+)_label"')
_BACK = re.compile(r'<label class="md-nav__title" for="(?P<path>__nav_[0-9_]+)">\s*<span[^>]*></span>(?P<title>[^<]*)')
_PRIMARY = re.compile(r'<nav class="md-nav md-nav--primary[^>]*? aria-label="(?P<name>[^"]*)"')

_ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);"')

# Elements in which white space matters, or counts for the hash of a script; and other white space with line breaks.
_WHITE_SPACE = re.compile(
    r"(?P<kept><(?P<tag>pre|textarea|script|style)\b.*?</(?P=tag)\s*>)|\s*\n\s*", re.DOTALL | re.IGNORECASE
)


def fix_theme_html(html: str) -> str:
    """Return a themed page with all fixes. A page that is fixed already comes back unchanged."""
    # Not allowed on a checkbox.
    for name in ("drawer", "search"):
        html = html.replace(f' type="checkbox" id="__{name}" autocomplete="off"', f' type="checkbox" id="__{name}"')
    # A page outside the navigation does not have the checkbox that the label refers to.
    if 'id="__toc"' not in html:
        html = html.replace(' for="__toc"', "")
    # Invalid. Without the attribute a label cannot be reached by keyboard either, which is what the theme wants.
    html = html.replace(' tabindex=""', "")
    return _with_aligned_cells(_with_keyboard_way_back(_with_nav_names(_with_drawer_name(html))))


def collapse_whitespace(html: str) -> str:
    """Return a page without blank lines and indentation, which are half of what the theme writes."""
    return _WHITE_SPACE.sub(lambda found: found["kept"] or "\n", html)


def _with_drawer_name(html: str) -> str:
    """Name the checkbox behind the menu button, which frame.css makes reachable by keyboard."""
    found = _PRIMARY.search(html)
    if found is None:
        return html
    return html.replace(
        'type="checkbox" id="__drawer">', f'type="checkbox" id="__drawer" aria-label="{found["name"]}">'
    )


def _with_nav_names(html: str) -> str:
    """Name the parts of the navigation. The theme refers to labels that have only an icon, or do not exist."""
    titles = {found["path"]: " ".join(found["title"].split()).replace('"', "&quot;") for found in _BACK.finditer(html)}

    def name(found: re.Match[str]) -> str:
        return f'{found[0]}<span class="md-nav__name">{titles.get(found["path"], "")}</span>'

    def label(found: re.Match[str]) -> str:
        has_label = f'id="{found["path"]}_label"' in html
        return found[0] if has_label else f' aria-label="{titles.get(found["path"], "")}"'

    return _LABELLED.sub(label, _NAMELESS.sub(name, html))


def _with_aligned_cells(html: str) -> str:
    """Align the cells of tables by classes, as the site's policy allows no styles in the page."""
    return _ALIGNED.sub(r'\1 class="align-\2"', html)


def _with_keyboard_way_back(html: str) -> str:
    """Make the way back from a part of the menu reachable by keyboard."""
    return _BACK.sub(lambda found: found[0].replace("<label", '<label tabindex="0"', 1), html)
