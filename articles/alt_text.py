import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_FILE_NAME = re.compile(
    r".+\.(jpe?g|png|gif|webp|avif|heic|heif|tiff?|bmp|svg|psd|pdf|eps|raw|cr2|nef|dng)", re.IGNORECASE
)
_CHAT_NAME = re.compile(
    r"(whatsapp|telegram|signal)[ _-](image|photo|picture)?[\W\d_]*(at[\W\d_]*)?(am|pm)?", re.IGNORECASE
)
_IDENTIFIER = re.compile(r"[0-9a-f]{8,}([-_][0-9a-f]{2,})*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def _words(*lines):
    return {word for line in lines for word in line.split()}


# What cameras, phones and chat programs put into the names of their files.
_DEVICE_WORDS = _words(
    "img dsc dscn dscf dji pxl mvi mvimg gopr gp fb wa vid p pic e screenshot screen shot",
    "at am pm scan capture edited scaled rotated لقطة شاشة",
)
# What design tools and content systems write when nobody wrote anything.
_STOCK_WORDS = _words(
    "a an the of copy final new no name noname unnamed untitled design document artboard sans titre image images",
    "photo photos photograph picture pictures graphic thumbnail banner logo file download downloaded attachment featured",
    "hero alt text description placeholder default test tbd todo n none null undefined x",
    "صورة صوره الصورة الصوره تصميم بدون بلا عنوان مميزة نص بديل نسخة م ص",
)


def problem(alt_text):
    """Why `alt_text` cannot stand for a photo, as a sentence for the editor; None when it can.

    Refused is what says nothing of the picture: nothing at all, a file's name, a tool's default. That is: when numbers,
    punctuation and the words that devices and tools use are taken away, nothing is left.
    """
    text = " ".join((alt_text or "").split())
    if not text:
        return _("Say in a few words what the photo shows: readers who cannot see it get this text instead.")
    words = {word.lower() for word in _WORD.findall(text)}
    is_stock = words <= _DEVICE_WORDS | _STOCK_WORDS
    is_name = any(pattern.fullmatch(text) for pattern in (_FILE_NAME, _CHAT_NAME, _IDENTIFIER))
    if is_name or (is_stock and (not words or words & _DEVICE_WORDS)):
        return _("“%(text)s” is the name of a file, not a description. Say in a few words what the photo shows.") % {
            "text": text
        }
    if is_stock:
        return _("“%(text)s” is what a tool writes by itself. Say in a few words what the photo shows.") % {
            "text": text
        }
    return None


def validate(alt_text):
    """Raise `ValidationError` with the sentence that `problem` gives."""
    if sentence := problem(alt_text):
        raise ValidationError(sentence, code="alt_text")
