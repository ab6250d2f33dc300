"""The sitemap: an index of files, each of bounded size, and one of the news (sitemaps.org, with Google's extensions for
images, languages and news).

A story stands in the file that its key gives: a file changes only when one of its own stories does, and no file costs more
than another, however many stories there are.
"""

from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap, x_robots_tag
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import F, Max, Prefetch, Q
from django.db.models.functions import Coalesce
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from articles import alternates, furniture
from articles.feeds import absolute
from articles.models import Article, Photo, StandingPage
from articles.plain_text import is_id

STORIES_A_FILE = 2000
MOST_NEWS = 1000
CHANGED_AT = Coalesce("updated_at", "published_at")
# What `Photo.full` needs.
PHOTO_FIELDS = ("file", "renditions", "width", "height")


class SiteSitemap(Sitemap):
    """Addresses come from `SITE_URL`, whatever host the request names."""

    limit = 10_000

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc

    def get_urls(self, page=1, site=None, protocol=None):
        urls = super().get_urls(page, site, protocol)
        for url in urls:
            url["alternates"] = self.alternates_of(url["item"])
            url["images"] = [absolute(photo.full.src) for photo in self.photos(url["item"])]
        return urls

    def alternates_of(self, item):
        return []

    def photos(self, item):
        return []

    @property
    def paginator(self):
        return Paginator(list(self.items()), self.limit, allow_empty_first_page=False)

    def files(self):
        """[(number, when something in it last changed, or None)] of the files that are not empty."""
        paginator = self.paginator
        pages = [paginator.page(number) for number in paginator.page_range]
        return [(page.number, max(filter(None, map(self.lastmod, page)), default=None)) for page in pages]


class StoryFiles(Paginator):
    """File 1 holds the stories with keys below `STORIES_A_FILE`, file 2 those of as many keys after them, and so on."""

    def __init__(self):
        super().__init__(Article.objects.published().in_served_languages().order_by("pk"), STORIES_A_FILE)

    def page(self, number):
        if not is_id(str(number)):
            raise PageNotAnInteger(number)
        start = (int(number) - 1) * STORIES_A_FILE
        # Beyond it a database knows no key.
        found = self._stories(start) if 0 <= start < 2**62 else []
        if not found:
            raise EmptyPage(number)
        return self._get_page(found, int(number), self)

    def _stories(self, start):
        stories = list(
            self.object_list.filter(pk__gte=start, pk__lt=start + STORIES_A_FILE)
            .select_related("featured_photo")
            # What `Article.modified_at` reads.
            .prefetch_related(Prefetch("photos", Photo.objects.only(*PHOTO_FIELDS)), "corrections")
            .only(*_STORY_FIELDS, *(f"featured_photo__{name}" for name in PHOTO_FIELDS))
        )
        originals = {story.translation_of_id or story.pk for story in stories}
        linked = self.object_list.filter(
            Q(translation_of__in=originals) | Q(pk__in=originals, translations__isnull=False)
        )
        groups = {}
        for story in linked.distinct().only(*_STORY_FIELDS):
            groups.setdefault(story.translation_of_id or story.pk, []).append(story)
        for story in stories:
            story.in_languages = groups.get(story.translation_of_id or story.pk, ())
        return stories


_STORY_FIELDS = ("slug", "language", "published_at", "updated_at", "translation_of")


class StorySitemap(SiteSitemap):
    paginator = property(lambda self: StoryFiles())

    def files(self):
        """As `Article.modified_at` says of each story."""
        by_file = Article.objects.published().in_served_languages().values(number=F("pk") / STORIES_A_FILE + 1)
        newest = (Max("published_at"), Max("updated_at"), Max("corrections__corrected_at"))
        rows = by_file.order_by("number").values_list("number", *newest)
        return [(number, max(filter(None, moments))) for number, *moments in rows]

    def lastmod(self, story):
        return story.modified_at

    def alternates_of(self, story):
        return alternates.of_translations(story.in_languages)

    def photos(self, story):
        featured = story.featured_photo
        return [*([featured] if featured else []), *(photo for photo in story.photos.all() if photo != featured)]


class ListPage(NamedTuple):
    """One list in one language; `changed_at` of each language in which it has stories."""

    kwargs: dict
    language: str
    changed_at: dict


class FrontSitemap(SiteSitemap):
    view_name = "articles:front"

    def items(self):
        changed = dict(Article.objects.published().values_list("language").annotate(changed_at=Max(CHANGED_AT)))
        languages = {code: changed.get(code) for code in settings.LANGUAGE_CODES}
        return [ListPage({}, code, languages) for code in languages]

    def location(self, item):
        return alternates.path_in(item.language, self.view_name, item.kwargs)

    def lastmod(self, item):
        return item.changed_at[item.language]

    def alternates_of(self, item):
        return alternates.of_list(self.view_name, item.kwargs, item.changed_at)


class SectionSitemap(FrontSitemap):
    """The sections in which readers find a story, each in the languages of its stories."""

    view_name, relation = "articles:section", "section"

    def items(self):
        slug = f"{self.relation}__slug"
        stories = Article.objects.published().filter(**{f"{slug}__isnull": False}, language__in=settings.LANGUAGE_CODES)
        rows = stories.values_list(slug, "language").annotate(changed_at=Max(CHANGED_AT)).order_by(slug, "language")
        found = []
        for slug, of_slug in groupby(rows, lambda row: row[0]):
            changed_at = {language: moment for _slug, language, moment in of_slug}
            found += [ListPage({"slug": slug}, language, changed_at) for language in changed_at]
        return found


class TagSitemap(SectionSitemap):
    view_name, relation = "articles:tag", "tags"


class AuthorSitemap(SectionSitemap):
    view_name, relation = "articles:author", "authors"


class ModerationSitemap(FrontSitemap):
    """The page that says how comments are moderated, in every language."""

    view_name = "comments:transparency"

    def items(self):
        languages = dict.fromkeys(settings.LANGUAGE_CODES)
        return [ListPage({}, code, languages) for code in languages]


class StandingPageSitemap(SiteSitemap):
    def items(self):
        pages = StandingPage.objects.filter(language__in=settings.LANGUAGE_CODES).defer("body").order_by("slug", "pk")
        found = []
        for _slug, same in groupby(pages, attrgetter("slug")):
            in_languages = list(same)
            for page in in_languages:
                page.in_languages = in_languages
                found.append(page)
        return found

    def lastmod(self, page):
        return None

    def alternates_of(self, page):
        return alternates.of_translations(page.in_languages)


SITEMAPS = {
    "front": FrontSitemap,
    "stories": StorySitemap,
    "sections": SectionSitemap,
    "tags": TagSitemap,
    "authors": AuthorSitemap,
    "pages": StandingPageSitemap,
    "moderation": ModerationSitemap,
}


@require_safe
@x_robots_tag
def file(request, section):
    """One file of the index, by Django's own view."""
    return sitemap(request, SITEMAPS, section, template_name="articles/sitemap.xml")


@require_safe
@x_robots_tag
def index(request):
    files = []
    for name, made in SITEMAPS.items():
        address = absolute(reverse("sitemap-file", args=[name]))
        for number, changed_at in made().files():
            files.append((address if number == 1 else f"{address}?p={number}", changed_at))
    return render(request, "articles/sitemap_index.xml", {"files": files}, content_type="application/xml")


@require_safe
@x_robots_tag
def news(request):
    """The stories of the last two days in all languages, the newest first."""
    publication = furniture.of_request(request).publication
    stories = Article.objects.published().in_served_languages().of_last_two_days().newest()
    fields = ("headline", "slug", "language", "published_at")
    entries = []
    for story in stories.only(*fields)[:MOST_NEWS]:
        with translation.override(story.language):
            entries.append((story, absolute(story.get_absolute_url()), str(publication.name)))
    return render(request, "articles/news_sitemap.xml", {"entries": entries}, content_type="application/xml")
