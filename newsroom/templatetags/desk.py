from typing import NamedTuple

from django import template
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from comments import spans, statistics

register = template.Library()


class Waiting(NamedTuple):
    label: str
    number: int | str
    address: str


@register.simple_tag(takes_context=True)
def waiting(context):
    """What waits for this person, on the first page of the admin: each with its number and its list."""
    request, found = context["request"], []
    if request.user.has_perm("articles.change_article"):
        stories = admin.site.get_model_admin(Article).get_queryset(request)
        address = reverse("admin:articles_article_changelist")
        for label, state, rows in (
            (_("Stories in review"), "in_review", stories.filter(status="in_review")),
            (_("Stories that are ready"), "ready", stories.filter(status="ready")),
            (_("Scheduled stories"), "scheduled", stories.scheduled()),
        ):
            found.append(Waiting(label, rows.count(), f"{address}?state={state}"))
    if request.user.has_perm("comments.moderate_comment"):
        address, (number, oldest) = reverse("admin:comments_comment_queue"), statistics.waiting()
        found.append(Waiting(_("Comments waiting"), number, address))
        if oldest:
            age = spans.in_words((timezone.now() - oldest).total_seconds())
            found.append(Waiting(_("The oldest has waited"), age, address))
    return found
