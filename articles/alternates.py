"""One page in several languages, as machines are told of it: `hreflang`, in the head of pages and in the sitemap."""

from django.conf import settings
from django.db.models import Exists
from django.urls import reverse
from django.utils import translation

from articles.models import Edition


def addresses(paths: dict, original: str = "") -> list:
    """[(hreflang, full address)] of a page whose path is `paths[language]`, this page's own among them; none where it has one
    language only. Readers of any other language get the one of `original`, else the first of `LANGUAGES` that there is."""
    in_order = [code for code in settings.LANGUAGE_CODES if code in paths]
    if len(in_order) < 2:
        return []
    default = original if original in in_order else in_order[0]
    return [
        (name, f"{settings.SITE_URL}{paths[code]}")
        for name, code in [*((code, code) for code in in_order), ("x-default", default)]
    ]


def languages_of(stories, without) -> list:
    """The codes of the languages, `without` one that is known already, in which `stories` has one; in one query."""
    looks = {
        # `id` is a language too, and a field.
        f"in_{code}": Exists(stories.filter(language=code))
        for code in settings.LANGUAGE_CODES
        if code != without
    }
    found = Edition.objects.values(**looks).first() or {} if looks else {}
    return [code for code in settings.LANGUAGE_CODES if found.get(f"in_{code}")]


def of_list(view_name, kwargs, codes) -> list:
    """`addresses` of a list that stands under the same name in the languages `codes`."""
    return addresses({code: path_in(code, view_name, kwargs) for code in codes})


def of_translations(rows) -> list:
    """`addresses` of stories, or of standing pages, that say the same."""
    # A standing page has no original.
    original = next((row.language for row in rows if getattr(row, "translation_of_id", "") is None), "")
    return addresses({row.language: row.get_absolute_url() for row in rows}, original)


def path_in(code, view_name, kwargs):
    with translation.override(code):
        return reverse(view_name, kwargs=kwargs)
