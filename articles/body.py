"""The body of a story: from whatever an editor, a file or an import brings to the HTML that readers get.

`clean` is the only way into the database (see `articles.fields.BodyField`) and `render` the only way out of it.

A photo of the library stands in a body as `<figure data-photo="12"></figure>`, where a story needs its own words with
`data-caption` and `data-alt`. No image is ever stored, so what readers see follows the library.
"""

import re
from collections import Counter
from collections.abc import Mapping
from html import escape, unescape
from typing import NamedTuple

import nh3
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles import plain_text

TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "a", "strong", "em", "sub", "sup"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "q", "cite", "span", "bdi", "figure"),
}
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href"},
    "ol": {"start"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "figure": {"data-photo", "data-caption", "data-alt"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
MOST_PASSES = 8
MAX_LENGTH, MAX_DEPTH, MAX_FIGURES = 300_000, 50, 100
RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h5": "h4", "h6": "h4", "figcaption": "p"}

_NUMBERS = {"start", "colspan", "rowspan"}
_WORDS = {"data-caption": 500, "data-alt": 300}
_DIRECTIONS = {"ltr", "rtl", "auto"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# What XML, and so a feed, cannot hold.
# And what turns the letters after it round.
_CONTROL = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ufffe\uffff]")
_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")
_BLOCK_END = re.compile(r"</(?:p|h[2-4]|li|blockquote|tr|caption)>|<(?:br|hr)>")
_BLOCKS = "p|h[2-4]|blockquote|ul|ol|li|hr|table|caption|thead|tbody|tr|th|td|figure"
_BETWEEN_BLOCKS = re.compile(rf"(</?(?:{_BLOCKS})(?: [^>]*)?>)\s+(?=</?(?:{_BLOCKS})[ >])")
# Elements that end only by their own end tag.
_NESTING = re.compile(
    r"<(/?)(blockquote|ul|ol|table|div|section|span|strong|em|b|i|q|cite|bdi|sub|sup|figure|a)\b", re.I
)
_CELL_END = re.compile(r"</t[dh]>")
_TAG = re.compile(r"<[^>]*>")
# In cleaned HTML every "<" begins a tag: nh3 escapes it in text and in attributes.
_FIGURE_START = re.compile(r"<figure([^>]*)>")
_FIGURE = re.compile(r"<figure([^>]*)></figure>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_OLD_NAMES = re.compile(rf"<(/?)({'|'.join(RENAMED)})(?=[\s>])", re.IGNORECASE)


def problem(source: str) -> str | None:
    """Why this is more than a body can be, as a sentence; None when it is not. Parsing time grows with the square of the
    depth, and every figure is rendered for every reader."""
    if len(source) > MAX_LENGTH:
        return _("The text has more than %(number)d characters. Make two stories of it.") % {"number": MAX_LENGTH}
    depths = Counter()
    for slash, name in _NESTING.findall(source):
        depths[name.lower()] += -1 if slash else 1
        if depths[name.lower()] > MAX_DEPTH:
            return _("The text is nested too deeply. Paste it without its formatting.")
    if source.count("<figure") > MAX_FIGURES:
        return _("The text has more than %(number)d photos. Make two stories of it.") % {"number": MAX_FIGURES}
    return None


class Figure(NamedTuple):
    """One photo in a body: its id in the library, and the story's own words for it ("" where the photo's own serve)."""

    photo: int
    caption: str
    alt_text: str


def _attribute(element: str, attribute: str, value: str) -> str | None:
    if element == "figure" and attribute in ("lang", "dir"):
        return None
    if attribute == "data-photo":
        return value if plain_text.is_id(value) and value[0] != "0" else None
    if attribute in _WORDS:
        return plain_text.one_line(value)[: _WORDS[attribute]].strip() or None
    if attribute in _NUMBERS and not (value.isascii() and value.isdigit() and len(value) < 10):
        return None
    if attribute == "dir":
        return value.lower() if value.lower() in _DIRECTIONS else None
    if attribute == "lang" and not _LANGUAGE.fullmatch(value):
        return None
    return value


_rules = {
    "tags": TAGS,
    "attributes": ATTRIBUTES,
    "attribute_filter": _attribute,
    "url_schemes": SCHEMES,
    "clean_content_tags": {"script", "style", "template", "noscript", "iframe", "object"},
    "link_rel": "noopener",
    "strip_comments": True,
}
_cleaner = nh3.Cleaner(**_rules)
# On a narrow screen a table scrolls in a box of its own, which the keyboard must reach.
_renderer = nh3.Cleaner(**_rules, set_tag_attribute_values={"table": {"tabindex": "0"}})


def _renderer_elsewhere(base):
    """For a text that is read away from the site, as in a feed: its links are whole addresses, seen from `base`."""
    return nh3.Cleaner(**_rules, url_relative=("rewrite_with_base", base))


def clean(source: str) -> str:
    """HTML holding nothing outside `TAGS`, `ATTRIBUTES` and `SCHEMES`; cleaning it again changes nothing."""
    for _pass in range(MOST_PASSES):
        html = _cleaned_once(source)
        if html == source:
            return html
        # A parser moves what stands wrongly nested (a link in a table in a link), and reads it otherwise the next time.
        source = html
    return from_paragraphs(to_text(html).splitlines())


def _cleaned_once(source):
    source = _OLD_NAMES.sub(lambda match: f"<{match[1]}{RENAMED[match[2].lower()]}", _CONTROL.sub("", source))
    # A figure is its photo and nothing else; what stood inside comes after it.
    html = _FIGURE_START.sub(_bare_figure, _cleaner.clean(source).replace("</figure>", ""))
    # A control character that was written as a reference (&#8;) comes out of the parser as itself.
    html = _EMPTY_PARAGRAPH.sub("", _CONTROL.sub("", html))
    # The white space between blocks shows nothing, and no two editors write the same.
    return _BETWEEN_BLOCKS.sub(r"\1", html).strip()


def _bare_figure(start):
    """The figure's attributes in one order, so that an unchanged text is the same text."""
    values = dict(_ATTRIBUTE.findall(start[1]))
    if "data-photo" not in values:
        return ""
    attributes = "".join(f' {name}="{values[name]}"' for name in ("data-photo", *_WORDS) if name in values)
    return f"<figure{attributes}></figure>"


def figures(html: str) -> list[Figure]:
    """The photos of a cleaned body in their order."""
    return [_figure(found) for found in _FIGURE.finditer(html)]


def _figure(found):
    values = {name: unescape(value) for name, value in _ATTRIBUTE.findall(found[1])}
    return Figure(int(values["data-photo"]), values.get("data-caption", ""), values.get("data-alt", ""))


def to_text(html: str) -> str:
    """The words of a cleaned body, one block a line: what search finds and counts count, never a tag or attribute."""
    text = unescape(_TAG.sub("", _CELL_END.sub(" ", _BLOCK_END.sub("\n", html))))
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def from_paragraphs(paragraphs: list[str]) -> str:
    """A body from plain paragraphs, as files of press offices hold them."""
    return clean("".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs))


def render(
    html: str, photos: Mapping[int, object], template: str = "articles/_figure.html", base: str = ""
) -> SafeString:
    """The stored body as readers get it, with its photos; one that is not in `photos` (by id) is left out. With `base`,
    the full address of the story, links within the site are full addresses too.

    The body is cleaned once more: a row that was written past the ORM cannot reach a reader as it is.
    """

    def shown(found):
        figure = _figure(found)
        photo = photos.get(figure.photo)
        if photo is None:
            return ""
        return render_to_string(
            template,
            {
                "photo": photo,
                "caption": figure.caption or photo.caption,
                "alt": figure.alt_text or photo.alt_text,
                "site_url": settings.SITE_URL,
            },
        )

    renderer = _renderer_elsewhere(base) if base else _renderer
    return mark_safe(_FIGURE.sub(shown, renderer.clean(clean(html))))  # noqa: S308
