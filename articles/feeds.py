from typing import NamedTuple

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from articles import body, furniture
from articles.models import BYLINES, Article, Author, Photo, Publication, Section, Tag

FEED_SIZE = 20


def absolute(path):
    """A full address on the public site; never made from what a request says its host is."""
    return f"{settings.SITE_URL}{path}"


class Channel(NamedTuple):
    """What a feed is of: a section, tag or author, or None for the whole site; and who publishes it."""

    subject: object
    publication: Publication


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

    def get_object(self, request, **kwargs):
        return Channel(self.subject(**kwargs), furniture.of_request(request).publication)

    def subject(self):
        return None

    def stories(self, subject):
        return Article.objects.published().in_language()

    def feed_url(self, channel):
        return absolute(reverse(self.url_name, args=[channel.subject.slug] if channel.subject else []))

    def items(self, channel):
        stories = self.stories(channel.subject).newest().select_related("section", "featured_photo")
        found = list(stories.prefetch_related(BYLINES)[:FEED_SIZE])
        photos = Photo.objects.in_bodies(*(story.body for story in found))
        for story in found:
            story.body_photos = photos
        return found

    def title(self, channel):
        name = str(channel.publication.name)
        return f"{name}: {channel.subject}" if channel.subject else name

    def description(self, channel):
        return str(getattr(channel.subject, "description", "") or channel.publication.tagline)

    def link(self, channel):
        return absolute(channel.subject.get_absolute_url() if channel.subject else reverse("articles:front"))

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
        return ", ".join(str(author) for author in item.ordered_authors)

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.updated_at or item.published_at

    def item_categories(self, item):
        return [str(item.section)] if item.section else []

    def item_extra_kwargs(self, item):
        template, photo = "articles/_feed_figure.html", item.featured_photo
        context = {"photo": photo, "caption": item.photo_caption, "alt": item.photo_alt_text}
        figure = render_to_string(template, context | {"site_url": settings.SITE_URL}) if photo else ""
        return {"content": figure + body.render(item.body, item.body_photos, template)}


class SiteFeed(StoryFeed):
    url_name = "articles:feed"


class SectionFeed(StoryFeed):
    model, lookup, url_name = Section, "section", "articles:section-feed"

    def subject(self, slug):
        return get_object_or_404(self.model, slug=slug)

    def stories(self, subject):
        return super().stories(subject).filter(**{self.lookup: subject})


class TagFeed(SectionFeed):
    model, lookup, url_name = Tag, "tags", "articles:tag-feed"


class AuthorFeed(SectionFeed):
    model, lookup, url_name = Author, "authors", "articles:author-feed"

    def description(self, channel):
        return str(channel.subject.bio or channel.publication.tagline)


class AsAtom:
    feed_type = FullTextAtom

    def subtitle(self, channel):
        return self.description(channel)


class SiteAtomFeed(AsAtom, SiteFeed):
    url_name = "articles:atom"


class SectionAtomFeed(AsAtom, SectionFeed):
    url_name = "articles:section-atom"


class TagAtomFeed(AsAtom, TagFeed):
    url_name = "articles:tag-atom"


class AuthorAtomFeed(AsAtom, AuthorFeed):
    url_name = "articles:author-atom"
