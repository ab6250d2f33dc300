"""A commenter's own comment, for whoever holds the link to it."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control

from articles.models import Article
from articles.views import gone, reader_page
from comments import figures, links, spans
from comments.models import Comment


@reader_page
def received(request, year, month, day, slug, token):
    """ "Held for moderation", with the commenter's own text: for whoever holds the link, for a week."""
    pk = links.read("comment", token)
    if pk is None:
        raise Http404
    comment = get_object_or_404(Comment.objects.select_related("article"), pk=pk, article__slug=slug)
    if not Article.objects.published().filter(pk=comment.article_id).exists():
        return gone(request)
    context = {
        "article": comment.article,
        "comment": comment,
        "is_visible": Comment.objects.visible().filter(pk=pk).exists(),
        "usual_wait": None if (seconds := figures.usual_wait()) is None else spans.about(seconds),
    }
    response = render(request, "comments/received.html", context)
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "no-referrer"
    return response


def edit(request, year, month, day, slug, token):
    raise Http404


def withdraw(request, year, month, day, slug, token):
    raise Http404


def appeal(request, year, month, day, slug, token):
    raise Http404
