"""What photographers and agencies write into a file: read from an upload, written back into what readers get.

Fields and their places follow the IPTC Photo Metadata Standard 2023.1 (iptc.org/std/photometadata): each is looked for in
XMP first, then in the older IPTC-IIM block, then in EXIF.
"""

import re
from typing import NamedTuple
from xml.sax.saxutils import escape

from django.conf import settings
from PIL import ExifTags, Image, IptcImagePlugin

from articles import alt_text, plain_text

MAX_LENGTHS = {"alt_text": 300, "caption": 500, "credit": 200, "copyright_notice": 200, "keywords": 500}

# Ordinary blocks have some kilobytes; taking one of megabytes apart costs many times its size.
MAX_XMP = 1_000_000
MAX_READ = 5_000

_UTF_8 = b"\x1b%G"
_ARABIC_COMMA = re.compile(r"\s*[,;،؛]\s*")
# What cameras write into EXIF's ImageDescription by themselves.
_CAMERA_CAPTION = re.compile(
    r"(\w+ )?(digital (still )?camera|dsc|camera pictures)|dcim\w*|screenshot|default", re.IGNORECASE
)
# A year behind a sign, as cameras stamp it, names nobody.
_EMPTY_NOTICE = re.compile(r"([\W\d_]|copyright|(?<=\()c(?=\)))*", re.IGNORECASE)


class Metadata(NamedTuple):
    """One line of plain text each, "" for what the file does not say; `keywords` are separated by commas."""

    alt_text: str = ""
    caption: str = ""
    credit: str = ""
    copyright_notice: str = ""
    keywords: str = ""


def read(image: Image.Image) -> Metadata:
    """What an opened image says of itself; a damaged block counts as not there.

    An alt text or caption that a camera or tool wrote by itself is left out, and so is a notice that names nobody.
    """
    xmp, iptc, exif = _xmp(image), _iptc(image), _exif(image)
    alternative = _first(_in_our_languages(xmp.get("AltTextAccessibility")))
    caption = _first(
        _in_our_languages(xmp.get("description")),
        iptc.get((2, 120)),
        exif.get(ExifTags.Base.ImageDescription),
    )
    by_line = ", ".join(_any(xmp.get("creator"), iptc.get((2, 80)), exif.get(ExifTags.Base.Artist)))
    agency = _first(xmp.get("Credit"), iptc.get((2, 110)))
    notice = _first(_in_our_languages(xmp.get("rights")), iptc.get((2, 116)), exif.get(ExifTags.Base.Copyright))
    keywords = _any(xmp.get("subject"), iptc.get((2, 25)))
    return Metadata(
        alt_text=_cut("alt_text", alternative if not alt_text.problem(alternative) else ""),
        caption=_cut("caption", "" if _CAMERA_CAPTION.fullmatch(caption) or alt_text.problem(caption) else caption),
        credit=_cut("credit", agency if by_line in agency else " / ".join(filter(None, [by_line, agency]))),
        copyright_notice=_cut("copyright_notice", "" if _EMPTY_NOTICE.fullmatch(notice) else notice),
        keywords=_cut("keywords", ", ".join(_ARABIC_COMMA.sub(" ", word) for word in keywords)),
    )


def saving(image_format: str, credit: str, copyright_notice: str) -> dict:
    """Options for Pillow's `save` that write who made a picture and whose it is, and nothing else, into a JPEG or WebP
    file: as XMP for both and, for a JPEG, as EXIF too."""
    if not (credit or copyright_notice):
        return {}
    options = {"xmp": _packet(credit, copyright_notice)}
    if image_format == "JPEG":
        exif = Image.Exif()
        if credit:
            exif[ExifTags.Base.Artist] = credit.encode()
        if copyright_notice:
            exif[ExifTags.Base.Copyright] = copyright_notice.encode()
        options["exif"] = exif
    return options


def _packet(credit, copyright_notice):
    properties = f"<photoshop:Credit>{escape(credit)}</photoshop:Credit>" if credit else ""
    if copyright_notice:
        properties += f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{escape(copyright_notice)}</rdf:li></rdf:Alt></dc:rights>'
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
        f'{properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


# --- The three blocks: each a mapping from its own names to text, or to lists of texts


def _xmp(image):
    """Properties of every rdf:Description by local name; language alternatives as {language: text}."""
    if len(image.info.get("xmp") or "") > MAX_XMP:
        return {}
    try:
        root = image.getxmp().get("xmpmeta") or {}
        descriptions = root["RDF"]["Description"]
    except Exception:
        # A stranger's XML in another's parser: whatever is wrong with it, it says nothing.
        return {}
    found = {}
    for description in descriptions if isinstance(descriptions, list) else [descriptions]:
        if isinstance(description, dict):
            found |= {name: _xmp_value(value) for name, value in description.items()}
    return found


def _xmp_value(value):
    if not isinstance(value, dict):
        return value
    for container in ("Alt", "Bag", "Seq"):
        if container in value:
            items = value[container].get("li") if isinstance(value[container], dict) else None
            items = items if isinstance(items, list) else [items]
            if container == "Alt":
                return {
                    (item.get("lang", "x-default") if isinstance(item, dict) else "x-default"): _text_of(item)
                    for item in items
                }
            return [_text_of(item) for item in items]
    return _text_of(value)


def _text_of(item):
    return item.get("text", "") if isinstance(item, dict) else item


def _iptc(image):
    try:
        records = IptcImagePlugin.getiptcinfo(image) or {}
    except Exception:
        return {}
    is_utf_8 = records.get((1, 90)) == _UTF_8
    return {
        key: [_decoded(part, is_utf_8) for part in (value if isinstance(value, list) else [value])]
        for key, value in records.items()
    }


def _decoded(value, is_utf_8):
    """Text of an IIM dataset: as its block declares it, else whatever it can be read as."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("utf-8", "replace") if is_utf_8 else value.decode("latin-1")


def _exif(image):
    """Text tags as bytes: EXIF knows ASCII alone, programs write UTF-8, and Pillow reads Latin-1."""
    try:
        return {
            tag: value.encode("latin-1", "replace") if isinstance(value, str) else value
            for tag, value in image.getexif().items()
        }
    except Exception:
        return {}


# --- From what is there to what is wanted


def _in_our_languages(value):
    """Of texts by language: the first of ours, the default, our others, the rest; another value as it is."""
    if not isinstance(value, dict):
        return value
    # The default is mostly in the first language, seldom in another of ours.
    first, *others = [language.lower() for language, _name in settings.LANGUAGES]
    wanted = [first, "x", *others]

    def place(tag):
        language = tag.lower().partition("-")[0]
        return wanted.index(language) if language in wanted else len(wanted)

    return [value[tag] for tag in sorted(value, key=place)]


def _lines(value):
    """The value's texts in their order, each once and none empty."""
    values = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(filter(None, map(_line, values))))


def _line(value):
    if isinstance(value, bytes):
        value = _decoded(value, is_utf_8=False)
    return plain_text.one_line(value[:MAX_READ].replace("\0", " ")) if isinstance(value, str) else ""


def _any(*sources):
    """The texts of the first of the sources that has some."""
    return next(filter(None, map(_lines, sources)), [])


def _first(*sources):
    return next(iter(_any(*sources)), "")


def _cut(name, text):
    limit = MAX_LENGTHS[name]
    if len(text) <= limit:
        return text
    return (text[: limit - 1].rpartition(" ")[0] or text[: limit - 1]) + "…"
