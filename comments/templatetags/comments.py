from django import template
from django.urls import reverse

from comments import moderation, structured_data, text, threads
from comments.forms import CommentForm
from comments.models import story_kwargs

register = template.Library()
register.filter("comment_html", text.to_html)
register.filter("story_kwargs", story_kwargs)


@register.simple_tag
def submit_url(article):
    """Where the story's comment form is sent to; `?reply=ID` and the permalinks hang below it."""
    return reverse("comments:submit", kwargs=story_kwargs(article))


@register.inclusion_tag("comments/_comments.html", takes_context=True)
def comments_for(context, article):
    """The comments that readers see under `article`, and the form, for the page and thread that the address asks for."""
    request = context["request"]
    values = {
        "article": article,
        "request": request,
        "publication": context["publication"],
        "standing_pages": context["standing_pages"],
        "closed": moderation.why_closed(article, context["publication"]),
        "form": CommentForm(article),
        "thread": None,
        "page_obj": None,
    }
    if thread_id := request.GET.get("thread"):
        thread = threads.one_thread(article, thread_id)
        request.threads_shown = [thread]
        return values | {"thread": thread, "thread_list": [thread]}
    page, thread_list = threads.page_of_threads(article, request.GET.get("comments") or 1)
    request.threads_shown = thread_list
    return values | {"page_obj": page, "thread_list": thread_list}


@register.simple_tag(takes_context=True)
def discussion_of(context, article):
    """What machines are told of the comments that `comments_for`, which stands before it, has shown."""
    return structured_data.discussion(article, context["request"].threads_shown)


@register.simple_tag
def comment_feed_url(article):
    return reverse("comments:story-feed", kwargs=story_kwargs(article))
