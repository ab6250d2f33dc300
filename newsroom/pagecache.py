"""The version of a public page: its ETag, and the answer to a conditional request in one query.

A version is made of everything that can change a page: the release, the address with the parameters that the page
knows, the language, the edition, the story's own version, and the next moment at which time alone changes it. It is
read before the content, so content may be newer than its version for a moment but never older.
"""

import hashlib
from datetime import UTC, datetime, timedelta
from functools import cache
from urllib.parse import unquote, urlencode

import django
from django.conf import settings
from django.db.models import Subquery
from django.http import HttpResponseNotModified, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from articles.models import NEWS_WINDOW, Article, Edition, Publication

CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-if-error=86400"
# The pages that have a version, each with the parameters it knows. Others in the address are ignored.
KNOWN_PARAMETERS = {
    "articles:front": ("page",),
    "articles:section": ("page",),
    "articles:tag": ("page",),
    "articles:author": ("page",),
    "articles:year": ("page",),
    "articles:month": ("page",),
    "articles:day": ("page",),
    "articles:corrections": ("page",),
    "articles:page": (),
    "articles:detail": ("comments", "thread"),
    "comments:submit": ("reply",),
    "comments:report": (),
    "comments:reported": (),
    "comments:story-feed": (),
    "comments:feed": (),
    # Its numbers are those of the last midnight, a moment that every version knows.
    "comments:transparency": (),
    # The form alone; its answers are POSTs, which no cache keeps.
    "comments:ask": (),
    "articles:feed": (),
    "articles:atom": (),
    "articles:section-feed": (),
    "articles:section-atom": (),
    "articles:tag-feed": (),
    "articles:tag-atom": (),
    "articles:author-feed": (),
    "articles:author-atom": (),
    "sitemap": (),
    "sitemap-file": ("p",),
    "news-sitemap": (),
}

# Pages with the form for a comment, or with the word that there is none.
FORM_PAGES = {"articles:detail", "comments:submit"}
STORY_PAGES = {"articles:detail", "comments:submit", "comments:report", "comments:reported", "comments:story-feed"}
# Pages that show comments of many stories: each decision that readers see makes them a new version.
COMMENT_PAGES = {"comments:feed"}


@cache
def release():
    """A digest of the code, templates and settings that pages are made by, computed once a process."""
    digest = hashlib.sha256()
    folders = ("newsroom", "articles", "comments", "templates", "locale", "static")
    for path in sorted(path for folder in folders for path in (settings.BASE_DIR / folder).rglob("*")):
        if path.suffix in (".py", ".html", ".xml", ".mo", ".css", ".js", ".svg") and "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + b"\0" + path.read_bytes())
    for value in (django.get_version(), settings.SITE_URL, settings.TIME_ZONE, settings.LANGUAGES, settings.SECRET_KEY):
        digest.update(repr(value).encode())
    return digest.hexdigest()


def _midnight_after(now, zone):
    today = now.astimezone(zone)
    tomorrow = (today + timedelta(days=1)).date()
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=zone)


def _facts(now, name, slug):
    """What the database knows of a version, in one statement."""
    embargoes = Article.objects.scheduled(now).order_by("published_at").values("published_at")[:1]
    rows = Edition.objects.filter(pk=1).annotate(next_embargo=Subquery(embargoes))
    if slug is not None:
        story = Article.objects.published(now).filter(slug=slug)
        rows = rows.annotate(
            story_version=Subquery(story.values("version")[:1]),
            story_closes_at=Subquery(story.values("comments_close_at")[:1]),
        )
    if name in FORM_PAGES:
        closed = Publication.objects.filter(pk=1, comments_closed=True)
        rows = rows.annotate(comments_reopen_at=Subquery(closed.values("comments_reopen_at")))
    if name == "news-sitemap":
        news = Article.objects.published(now).of_last_two_days(now).order_by("published_at")
        rows = rows.annotate(oldest_news=Subquery(news.values("published_at")[:1]))
    return rows.first()


def version(request, match, now):
    """(edition number, the page's version as a strong ETag); the ETag is None where the address shows no such page."""
    name = match.view_name
    is_story = name in STORY_PAGES
    facts = _facts(now, name, match.kwargs["slug"] if is_story else None)
    if facts is None or (is_story and facts.story_version is None):
        return facts and facts.number, None
    oldest_news = getattr(facts, "oldest_news", None)
    moments = [
        facts.next_embargo,
        oldest_news and oldest_news + NEWS_WINDOW,
        facts.story_closes_at if is_story else None,
        getattr(facts, "comments_reopen_at", None),
        _midnight_after(now, UTC),
        _midnight_after(now, timezone.get_default_timezone()),
    ]
    parts = (
        release(),
        f"{request.path}?{urlencode(_known_parameters(request, name))}",
        translation.get_language(),
        facts.number,
        facts.comments_number if name in COMMENT_PAGES else None,
        facts.story_version if is_story else None,
        min(moment for moment in moments if moment and moment > now).astimezone(UTC).isoformat(),
    )
    return facts.number, f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def own_address(request, match):
    """Where a page stands whose address spells the slug otherwise (in capitals, or in another form of Unicode), with the
    parameters that the page knows; None for one that is at home. A page is at one address only."""
    if "slug" not in match.kwargs:
        return None
    path = reverse(match.view_name, kwargs=match.kwargs)
    if unquote(path) == request.path:
        return None
    query = urlencode(_known_parameters(request, match.view_name))
    return f"{path}?{query}" if query else path


def _known_parameters(request, name):
    return [(known, value) for known in KNOWN_PARAMETERS[name] for value in request.GET.getlist(known)]


def _holds(request, etag):
    """Whether the client has this version: weak comparison, as RFC 9110 says for If-None-Match. `*` is not asked of a
    page that may answer 301 or 410."""
    tags = request.headers.get("If-None-Match", "").split(",")
    return etag in {tag.strip().removeprefix("W/") for tag in tags}


class PageVersionMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        etag = getattr(request, "page_version", None)
        if etag and response.status_code in (200, 304):
            response["ETag"] = etag
            response["Cache-Control"] = CACHE_CONTROL
            response.headers.pop("Last-Modified", None)
            # Said on the 304 too, and on answers too short to be compressed.
            patch_vary_headers(response, ["Accept-Encoding"])
        return response

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        if request.method not in ("GET", "HEAD") or match.view_name not in KNOWN_PARAMETERS:
            return None
        # Before anything else: an address that is not the page's own has no version.
        if address := own_address(request, match):
            return HttpResponsePermanentRedirect(address)
        request.edition_number, request.page_version = version(request, match, timezone.now())
        if request.page_version and _holds(request, request.page_version):
            return HttpResponseNotModified()
        return None
