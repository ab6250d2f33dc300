import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_FILE_NAME = re.compile(
    r".+\.(jpe?g|png|gif|webp|avif|heic|heif|tiff?|bmp|svg|psd|pdf|eps|raw|cr2|nef|dng)", re.IGNORECASE
)
# "IMG_0042", "DSC 1234", "PXL_20260211_101500", "WhatsApp Image 2026-02-11 at 10.15.00": the names cameras, phones
# and chat programs give, with nothing but numbers behind them.
_DEVICE_NAME = re.compile(
    r"(img|dsc[nf]?|dscf|pxl|mvi?|p|pic|gopr|screenshot|screen ?shot|whatsapp image|signal|photo|image|picture|scan|capture"
    r"|لقطة شاشة|صورة)[\W_]*[\d\W_]*(at|copy|final|edited|هـ|م|ص)?[\d\W_]*(am|pm|copy|edited)?[\W_]*",
    re.IGNORECASE,
)
# What design tools, phones and content systems write when nobody wrote anything.
_DEFAULT = re.compile(
    r"(untitled( design| document| image| photo| artboard)?|unnamed|no ?name|noname|new (image|photo|design|project)|design"
    r"|(a |an |the )?(image|photo|photograph|picture|pic|img|graphic|thumbnail|banner|logo|file|download(ed)?|attachment)"
    r"|featured (image|photo)|hero( image)?|alt( text)?|image alt( text)?|description|placeholder|default|test|tbd|todo|n/?a|none|null|undefined"
    r"|تصميم (بدون|بلا) عنوان|بدون عنوان|بلا عنوان|صوره?|صورة مميزة|الصورة|نص بديل)"
    r"[\s_-]*(of|copy|final|نسخة)?[\s_-]*[(\[]?[\d٠-٩]*[)\]]?",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"[0-9a-f]{8,}([-_][0-9a-f]{2,})*|[\d\W_]+", re.IGNORECASE)


def problem(alt_text):
    """Why `alt_text` cannot stand for a photo, as a sentence for the editor; None when it can.

    Refused is what says nothing of the picture: nothing at all, a file's name, a tool's default.
    """
    text = " ".join((alt_text or "").split())
    if not text:
        return _("Say in a few words what the photo shows: readers who cannot see it get this text instead.")
    if _FILE_NAME.fullmatch(text) or _DEVICE_NAME.fullmatch(text) or _IDENTIFIER.fullmatch(text):
        return _("“%(text)s” is the name of a file, not a description. Say in a few words what the photo shows.") % {
            "text": text
        }
    if _DEFAULT.fullmatch(text):
        return _("“%(text)s” is what a tool writes by itself. Say in a few words what the photo shows.") % {
            "text": text
        }
    return None


def validate(alt_text):
    """Raise `ValidationError` with the sentence that `problem` gives."""
    if sentence := problem(alt_text):
        raise ValidationError(sentence, code="alt_text")
