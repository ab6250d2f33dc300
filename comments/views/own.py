"""A commenter's own comment, for whoever holds the link to it."""

from functools import wraps

from django.db.models import F
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from articles import plain_text
from articles.models import Article
from articles.views import gone
from comments import figures, links, moderation, outcomes, spans
from comments.models import Comment
from comments.own_forms import AppealForm, EditForm
from comments.views.private import bad_link, private_page

Status = Comment.Status
STATUSES = {moderation.Flooded: 429}


def of_a_comment(*methods):
    """`view(request, comment)` for the comment that the link is to, on a story that readers may see."""

    def decorate(view):
        @private_page(*methods)
        @wraps(view)
        def found(request, year, month, day, slug, token):
            pk = links.read("comment", token)
            rows = Comment.objects.select_related("article", "shown_version")
            # Without its commenter it is an erased one.
            comment = pk and rows.filter(pk=pk, article__slug=slug, commenter__isnull=False).first()
            if not comment:
                return bad_link(request)
            if not Article.objects.published().filter(pk=comment.article_id).exists():
                unsent = request.POST.get("text", "")
                return gone(request, unsent if unsent.strip() else "")
            return view(request, comment)

        return found

    return decorate


@of_a_comment()
def received(request, comment):
    """What became of the comment, its text, and what its writer can do. Spam looks as what is held does."""
    return _page(request, "received", comment, **_received(comment))


@of_a_comment("POST")
def edit(request, comment):
    sentence = moderation.why_fixed(comment)
    if request.method != "POST":
        form = EditForm(initial={"text": plain_text.neutralise(comment.text)})
        return _page(request, "edit", comment, 409 if sentence else 200, form=form, fixed=sentence)
    form = EditForm(request.POST)
    if not form.is_valid():
        return _page(request, "edit", comment, 422, form=form)
    try:
        moderation.revise(comment, form.cleaned_data["text"])
    except moderation.Refused as refusal:
        is_fixed = isinstance(refusal, moderation.Fixed)
        return _refused(request, "edit", comment, form, refusal, is_fixed=is_fixed)
    return _to_received(request)


@of_a_comment("POST")
def withdraw(request, comment):
    """Asks once."""
    sentence = moderation.why_fixed(comment)
    if request.method == "POST":
        try:
            moderation.withdraw(comment)
        except moderation.Refused as refusal:
            # Pressed twice, it is withdrawn as was wished.
            if comment.status != Status.WITHDRAWN:
                return _page(request, "withdraw", comment, 409, fixed=str(refusal))
        return _to_received(request)
    return _page(request, "withdraw", comment, 409 if sentence else 200, fixed=sentence)


@of_a_comment("POST")
def appeal(request, comment):
    if request.method != "POST":
        may_appeal = moderation.may_appeal(comment)
        return _page(request, "appeal", comment, 200 if may_appeal else 409, form=AppealForm(), may_appeal=may_appeal)
    form = AppealForm(request.POST)
    if not form.is_valid():
        return _page(request, "appeal", comment, 422, form=form, may_appeal=True)
    try:
        moderation.appeal(comment, form.cleaned_data["text"])
    except moderation.Refused as refusal:
        return _refused(request, "appeal", comment, form, refusal, may_appeal=True)
    return _to_received(request)


def _received(comment):
    is_visible = Comment.objects.visible().filter(pk=comment.pk).exists()
    last = comment.decisions.exclude(from_status=F("to_status")).first()
    is_rejected = comment.status == Status.REJECTED
    seconds = figures.usual_wait()
    return {
        "is_visible": is_visible,
        "is_rejected": is_rejected,
        "is_withdrawn": comment.status == Status.WITHDRAWN,
        # Reports or a moderator took from readers what was published. Spam looks as what is held does.
        "is_read_again": not is_visible
        and comment.status in (Status.PENDING, Status.SPAM)
        and comment.decisions.filter(to_status=Status.APPROVED).exists(),
        # Approved was an earlier text.
        "has_new_text": is_visible and comment.shown_version_id != comment.versions.latest().pk,
        "reason": outcomes.reason(last) if is_rejected and last else "",
        "has_appealed": moderation.has_appealed(comment),
        "appeal_form": AppealForm(),
        "fixed": moderation.why_fixed(comment),
        "until": moderation.changeable_until(comment),
        "usual_wait": None if seconds is None else spans.about(seconds),
    }


def _page(request, name, comment, status=200, **context):
    context |= {"article": comment.article, "comment": comment} | {
        # With the token of this address: one that is new would make the link good for longer.
        f"{act}_address": _address(request, act)
        for act in ("received", "edit", "withdraw", "appeal")
    }
    return render(request, f"comments/{name}.html", context, status=status)


def _refused(request, name, comment, form, refusal, **context):
    form.refuse(str(refusal))
    response = _page(request, name, comment, STATUSES.get(type(refusal), 409), form=form, **context)
    if isinstance(refusal, moderation.Flooded):
        response["Retry-After"] = str(refusal.seconds)
    return response


def _address(request, act):
    return reverse(f"comments:{act}", kwargs=request.resolver_match.kwargs)


def _to_received(request):
    return HttpResponseRedirect(_address(request, "received"), status=303)
