from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language, gettext as _

from articles import feedgenerator, furniture
from articles.feeds import FEED_SIZE, Channel, absolute
from articles.models import Article
from articles.views import gone
from comments import text
from comments.models import Comment, story_kwargs


def _isolated(name):
    """A name of any script within a sentence of another, in plain text: it turns nothing of what stands around it."""
    return f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}"


class CommentFeed(Feed):
    """The newest comments that readers see, on the stories of the interface's language."""

    feed_type = feedgenerator.Rss
    item_guid_is_permalink = False

    def get_object(self, request, **kwargs):
        return Channel(self.story(**kwargs), furniture.of_request(request).publication)

    def story(self):
        return None

    def comments(self, story):
        return Comment.objects.visible().filter(article__language=get_language())

    def items(self, channel):
        newest = self.comments(channel.subject).order_by("-submitted_at", "-pk")
        return newest.select_related("article", "shown_version")[:FEED_SIZE]

    def title(self, channel):
        return _("Comments: %(title)s") % {"title": channel.subject or channel.publication.name}

    def description(self, channel):
        return _("Comments that a moderator has approved.")

    def link(self, channel):
        return absolute(channel.subject.get_absolute_url() if channel.subject else reverse("articles:front"))

    def feed_url(self, channel):
        story = channel.subject
        return absolute(
            reverse("comments:story-feed", kwargs=story_kwargs(story)) if story else reverse("comments:feed")
        )

    def item_title(self, comment):
        names = {"name": _isolated(comment.name), "headline": _isolated(comment.article.headline)}
        return _("%(name)s on “%(headline)s”") % names

    def item_description(self, comment):
        return format_html('<div dir="auto">{}</div>', text.to_html(comment.shown_version.text))

    def item_link(self, comment):
        return absolute(comment.get_absolute_url())

    def item_guid(self, comment):
        return absolute(f"/#comment-{comment.pk}")

    def item_pubdate(self, comment):
        return comment.submitted_at

    def item_extra_kwargs(self, comment):
        return {"writers": [feedgenerator.Writer(comment.name, "")]}


class StoryCommentFeed(CommentFeed):
    """The newest comments on one story; 410 where readers had it once."""

    def __call__(self, request, *args, **kwargs):
        try:
            return super().__call__(request, *args, **kwargs)
        except Http404:
            if not Article.objects.withdrawn().filter(slug=kwargs["slug"]).exists():
                raise
            return gone(request)

    def story(self, year, month, day, slug):
        story = Article.objects.published().filter(slug=slug).first()
        if story is None:
            raise Http404
        return story

    def comments(self, story):
        return Comment.objects.visible().filter(article=story)
