"""The digits of dates and numbers on the reader's pages. Attributes and addresses keep 0123456789, as HTML asks."""

from django.utils import translation

# By language, from zero to nine: Arabic-Indic, and the eastern form of them.
NATIVE = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹", "ur": "۰۱۲۳۴۵۶۷۸۹"}
_TABLES = {language: str.maketrans("0123456789", digits) for language, digits in NATIVE.items()}


def shown(text, publication) -> str:
    """`text` (or a number) with the digits that `publication` has chosen for the active language."""
    if publication.digits != publication.Digits.NATIVE:
        return str(text)
    return str(text).translate(_TABLES.get(translation.get_language(), {}))
