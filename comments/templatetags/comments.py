from django import template
from django.urls import reverse

from comments import moderation, text, threads
from comments.forms import CommentForm
from comments.models import story_kwargs

register = template.Library()
register.filter("comment_html", text.to_html)
register.filter("story_kwargs", story_kwargs)


@register.simple_tag
def submit_url(article):
    """Where the story's comment form is sent to."""
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
        # Relative, since it is said twice for each comment: permalinks and `?reply=ID` hang below the story's address.
        "comments_address": f"{submit_url(article).split('/')[-2]}/",
        "one_thread": None,
        "number": None,
    }
    page_number = request.GET.get("comments") or "1"
    if thread_id := request.GET.get("thread"):
        page, thread = threads.one_thread(article, thread_id, page_number)
        return values | {"page_obj": page, "one_thread": thread, "thread_list": [thread]}
    page, thread_list, number = threads.page_of_threads(article, page_number)
    return values | {"page_obj": page, "thread_list": thread_list, "number": number}


@register.simple_tag
def comment_feed_url(article):
    return reverse("comments:story-feed", kwargs=story_kwargs(article))
