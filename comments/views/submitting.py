from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.views import gone, story_or_gone
from comments import links, moderation, threads
from comments.forms import CommentForm
from comments.models import story_kwargs
from comments.origin import is_cross_site

STATUSES = {moderation.Closed: 403, moderation.Flooded: 429, moderation.Duplicate: 409}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def submit(request, year, month, day, slug):
    """The form on its own page, and where it is sent to."""
    article = story_or_gone(slug)
    if article is None:
        return _gone_with_text(request)
    if request.method != "POST":
        if (year, month, day) != tuple(story_kwargs(article)[part] for part in ("year", "month", "day")):
            return redirect(reverse("comments:submit", kwargs=story_kwargs(article)), permanent=True)
        return _empty_form(request, article)
    form = CommentForm(article, request.POST)
    is_valid = form.is_valid()
    if is_cross_site(request):
        return _refused(
            request, article, form, 403, _("This was sent from a page of another site. Press “Send comment” here.")
        )
    if sentence := moderation.why_closed(article):
        return _refused(request, article, form, 403, sentence)
    if not is_valid:
        return _form_page(request, article, form, status=403 if form.has_lost_parent else 422)
    data = form.cleaned_data
    try:
        comment = moderation.submit(
            moderation.Submission(
                article=article,
                text=data["comment"],
                name=data["name"],
                email=data["email"],
                website=data["website"],
                parent=data["parent"],
                network=request.META.get("REMOTE_ADDR", ""),
                language=request.LANGUAGE_CODE,
                trap=data["topic"],
                wants_notice=data["notify"],
                key=data["key"],
            )
        )
    except moderation.Gone:
        return _gone_with_text(request)
    except moderation.Refused as refusal:
        return _refused_by_the_verb(request, article, form, refusal)
    return HttpResponseRedirect(links.comment_path(comment), status=303)


def _gone_with_text(request):
    """410, with what was typed: there is no form any more that could keep it."""
    unsent = request.POST.get("comment", "")
    response = gone(request, unsent if unsent.strip() else "")
    if request.method == "POST":
        patch_cache_control(response, private=True, no_store=True)
    return response


def _empty_form(request, article):
    """The form for a comment, or for a reply to the comment that `?reply=` names; 403 where readers do not see that one."""
    asked_for = request.GET.get("reply", "")
    parent = threads.visible_comment(article, asked_for)
    status = 403 if asked_for and parent is None else 200
    return _form_page(request, article, CommentForm(article, parent=parent), parent, status)


def _refused_by_the_verb(request, article, form, refusal):
    if isinstance(refusal, moderation.ParentNotShown):
        # Hidden in the moment since the form was checked.
        form.lose_parent()
        return _form_page(request, article, form, status=403)
    response = _refused(request, article, form, STATUSES[type(refusal)], str(refusal))
    if isinstance(refusal, moderation.Flooded):
        response["Retry-After"] = str(refusal.seconds)
    return response


def _refused(request, article, form, status, sentence):
    form.refuse(sentence)
    return _form_page(request, article, form, status=status)


def _form_page(request, article, form, parent=None, status=200):
    context = {
        "article": article,
        "form": form,
        "parent": parent or (form.is_bound and threads.visible_comment(article, form.data.get("parent", ""))),
        "closed": moderation.why_closed(article),
        "has_nothing_to_answer": status == 403 and not form.is_bound,
    }
    response = render(request, "comments/comment_form.html", context, status=status)
    if form.is_bound or status != 200:
        patch_cache_control(response, private=True, no_store=True)
    return response
