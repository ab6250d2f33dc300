"""What stands on every page (publication, sections, standing pages), kept in process memory by edition number."""

from typing import NamedTuple

from django.conf import settings
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from articles.models import Edition, Publication, Section, StandingPage

_kept = {}


class Furniture(NamedTuple):
    publication: Publication
    sections: list
    pages: list


def furniture(number=None):
    """The furniture of the edition `number` (asked of the database when not given), built once an edition."""
    if number is None:
        number = Edition.objects.filter(pk=1).values_list("number", flat=True).first()
    kept = _kept.get(number)
    if kept is None:
        kept = Furniture(
            Publication.current(),
            list(Section.objects.in_order()),
            list(StandingPage.objects.defer("body")),
        )
        forget()
        _kept[number] = kept
    return kept


def of_request(request):
    """The furniture for the page that answers `request`, asked for once."""
    if not hasattr(request, "furniture"):
        request.furniture = furniture(getattr(request, "edition_number", None))
    return request.furniture


def forget():
    _kept.clear()


def context(request):
    """Context processor: lazy, so that pages without furniture (the admin's) ask nothing."""
    kept = SimpleLazyObject(lambda: of_request(request))
    language = translation.get_language()
    return {
        "publication": SimpleLazyObject(lambda: kept.publication),
        "sections": SimpleLazyObject(lambda: kept.sections),
        "standing_pages": SimpleLazyObject(lambda: [page for page in kept.pages if page.language == language]),
        "languages": settings.LANGUAGES,
        "site_url": settings.SITE_URL,
    }
