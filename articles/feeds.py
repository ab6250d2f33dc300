from typing import NamedTuple

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.html import escape

from articles import body, feedgenerator, furniture
from articles.models import BYLINES, Article, Author, Photo, Publication, Section, Tag

FEED_SIZE = 20


def absolute(path):
    """A full address on the public site; never made from what a request says its host is."""
    return f"{settings.SITE_URL}{path}"


class Channel(NamedTuple):
    """What a feed is of: a section, tag or author, a story with its comments, or None for the whole site; and who publishes
    it."""

    subject: object
    publication: Publication


class StoryFeed(Feed):
    """The newest stories of the interface's language; every address in it is absolute, from `SITE_URL`."""

    feed_type = feedgenerator.Rss

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
        found = list(stories.prefetch_related(BYLINES, "tags", "corrections")[:FEED_SIZE])
        photos = Photo.objects.in_bodies(*(story.body for story in found))
        for story in found:
            story.body_photos = photos
        return found

    def title(self, channel):
        name = str(channel.publication.name)
        return f"{name}: {channel.subject}" if channel.subject else name

    def description(self, channel):
        return str(
            getattr(channel.subject, "description", "") or channel.publication.tagline or channel.publication.name
        )

    def author_name(self, channel):
        return str(channel.publication.name)

    def author_link(self, channel):
        return absolute(reverse("articles:front"))

    def link(self, channel):
        return absolute(channel.subject.get_absolute_url() if channel.subject else reverse("articles:front"))

    def item_title(self, item):
        return item.headline

    def item_description(self, item):
        # RSS has no way to say that it is plain text, and Django's Atom says that it is HTML.
        return escape(item.dek) or None

    def item_link(self, item):
        return absolute(item.get_absolute_url())

    def item_guid(self, item):
        return absolute(f"/#story-{item.pk}")

    item_guid_is_permalink = False

    def item_pubdate(self, item):
        return item.published_at

    def item_updateddate(self, item):
        return item.modified_at

    def item_categories(self, item):
        return [str(subject) for subject in (item.section, *item.tags.all()) if subject]

    def item_enclosures(self, item):
        photo = item.featured_photo
        # Its length must be right; where it is not known there is the photo's `media:content` alone.
        if photo is None or photo.full_bytes is None:
            return []
        return [Enclosure(absolute(photo.full.src), str(photo.full_bytes), "image/jpeg")]

    def item_extra_kwargs(self, item):
        writers = [
            feedgenerator.Writer(str(author), absolute(author.get_absolute_url())) for author in item.ordered_authors
        ]
        return {"writers": writers, "photo": _media_photo(item), "content": _content(item)}


def _media_photo(story):
    photo = story.featured_photo
    if photo is None:
        return None
    image = photo.full
    return feedgenerator.MediaPhoto(
        absolute(image.src), image.width, image.height, story.photo_alt_text, photo.credit, photo.copyright_notice
    )


def _content(story):
    address = absolute(story.get_absolute_url())
    text = body.render(story.body, story.body_photos, "articles/_feed_figure.html", base=address)
    return render_to_string(
        "articles/_feed_content.html", {"article": story, "body": text, "site_url": settings.SITE_URL}
    )


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
        return str(channel.subject.bio) or super().description(channel)


class AsAtom:
    feed_type = feedgenerator.Atom

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
