from django.conf import settings
from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import gettext as _

from articles import body
from articles.furniture import furniture
from articles.models import Article, Author, Section, Tag

FEED_SIZE = 20


def absolute(path):
    """A full address on the public site; never made from what a request says its host is."""
    return f"{settings.SITE_URL}{path}"


class FullTextRss(Rss201rev2Feed):
    def rss_attributes(self):
        return super().rss_attributes() | {"xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


class FullTextAtom(Atom1Feed):
    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


class StoryFeed(Feed):
    """The newest stories of the interface's language; every address in it is absolute, from `SITE_URL`."""

    feed_type = FullTextRss

    def feed_url(self, obj):
        return absolute(reverse(self.url_name, args=[obj.slug] if obj else []))

    def stories(self, obj):
        return Article.objects.published().in_language()

    def items(self, obj):
        return (
            self.stories(obj)
            .newest()
            .select_related("section")
            .prefetch_related("articleauthor_set__author")[:FEED_SIZE]
        )

    def title(self, obj):
        name = str(furniture().publication.name)
        return f"{name}: {obj}" if obj else name

    def description(self, obj):
        return str(getattr(obj, "description", "") or furniture().publication.tagline)

    def link(self, obj):
        return absolute(obj.get_absolute_url() if obj else reverse("articles:front"))

    def item_title(self, item):
        return item.headline

    def item_description(self, item):
        return item.dek

    def item_link(self, item):
        return absolute(item.get_absolute_url())

    def item_guid(self, item):
        return f"{settings.SITE_URL}/#story-{item.pk}"

    item_guid_is_permalink = False

    def item_author_name(self, item):
        return _(" and ").join(str(author) for author in item.ordered_authors)

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.updated_at or item.published_at

    def item_categories(self, item):
        return [str(item.section)] if item.section else []

    def item_extra_kwargs(self, item):
        return {"content": body.render(item.body)}


class SiteFeed(StoryFeed):
    url_name = "articles:feed"


class SectionFeed(StoryFeed):
    model, lookup, url_name = Section, "section", "articles:section-feed"

    def get_object(self, request, slug):
        return get_object_or_404(self.model, slug=slug)

    def stories(self, obj):
        return super().stories(obj).filter(**{self.lookup: obj})


class TagFeed(SectionFeed):
    model, lookup, url_name = Tag, "tags", "articles:tag-feed"


class AuthorFeed(SectionFeed):
    model, lookup, url_name = Author, "authors", "articles:author-feed"

    def description(self, obj):
        return str(obj.bio or furniture().publication.tagline)


class AsAtom:
    feed_type = FullTextAtom

    def subtitle(self, obj):
        return self.description(obj)


class SiteAtomFeed(AsAtom, SiteFeed):
    url_name = "articles:atom"


class SectionAtomFeed(AsAtom, SectionFeed):
    url_name = "articles:section-atom"


class TagAtomFeed(AsAtom, TagFeed):
    url_name = "articles:tag-atom"


class AuthorAtomFeed(AsAtom, AuthorFeed):
    url_name = "articles:author-atom"
