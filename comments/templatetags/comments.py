from django import template
from django.urls import reverse

from articles import furniture, structured_data as story_data
from comments import moderation, structured_data, text, threads
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
        "comments_address": "comments/",
        "one_thread": None,
    }
    page_number = request.GET.get("comments") or "1"
    if thread_id := request.GET.get("thread"):
        page, thread, number = threads.one_thread(article, thread_id, page_number)
        values["one_thread"], thread_list = thread, [thread]
    else:
        page, thread_list, number = threads.page_of_threads(article, page_number)
    values |= {"page_obj": page, "thread_list": thread_list, "number": number}
    return values | _for_machines(context, article, thread_list, number)


def _for_machines(context, article, thread_list, number):
    """The story's block of JSON-LD, and the number of the thread after which it stands: in it the comments stand once
    more, and what packs a page looks back 32 KB. From the middle of the list all of them are within its reach."""
    kept = furniture.of_request(context["request"])
    discussion = structured_data.discussion(article, thread_list, number)
    data = story_data.story(article, kept.publication, kept.pages, context["body_photos"], discussion)
    return {"story_data": story_data.script(data), "middle": (len(thread_list) + 1) // 2}


@register.simple_tag
def comment_feed_url(article):
    return reverse("comments:story-feed", kwargs=story_kwargs(article))
