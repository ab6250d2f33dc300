from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils import translation

from articles.models import Article, Section, StandingPage


class SiteSitemap(Sitemap):
    """Addresses come from `SITE_URL`, whatever host the request names."""

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class FrontSitemap(SiteSitemap):
    def items(self):
        return [code for code, _name in settings.LANGUAGES]

    def location(self, item):
        with translation.override(item):
            return reverse("articles:front")


class StorySitemap(SiteSitemap):
    # The protocol's own limit for one file.
    limit = 50_000

    def items(self):
        return Article.objects.published().newest().only("slug", "language", "published_at", "updated_at")

    def lastmod(self, item):
        return item.updated_at or item.published_at


class SectionSitemap(SiteSitemap):
    def items(self):
        return Section.objects.all()


class StandingPageSitemap(SiteSitemap):
    def items(self):
        return StandingPage.objects.defer("body")


SITEMAPS = {
    "front": FrontSitemap,
    "stories": StorySitemap,
    "sections": SectionSitemap,
    "pages": StandingPageSitemap,
}
