from urllib.parse import urlsplit

from django.core import signing
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.models import Article, Photo, StandingPage
from articles.views import gone, reader_page, story_or_gone
from comments import figures, moderation, spans, threads
from comments.forms import CommentForm
from comments.models import Comment, Decision, story_kwargs

RECEIVED_SALT = "comments.received"
RECEIVED_SECONDS = 7 * 24 * 3600
STATUSES = {moderation.Closed: 403, moderation.Flooded: 429, moderation.Duplicate: 409}


def is_cross_site(request):
    """Whether a page of another site sent this form.

    The POST uses no ambient authority (no session, no cookie), so it carries no token; what is left to refuse is a
    form on a foreign page that makes its visitors comment here. Browsers tell by these two headers.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in ("same-origin", "none")
    if origin := request.headers.get("Origin"):
        here = urlsplit(request.build_absolute_uri("/"))
        return origin != f"{here.scheme}://{here.netloc}"
    return False


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
            )
        )
    except moderation.Gone:
        return _gone_with_text(request)
    except moderation.Refused as refusal:
        return _refused_by_the_verb(request, article, form, refusal)
    token = signing.dumps(comment.pk, salt=RECEIVED_SALT)
    return HttpResponseRedirect(
        reverse("comments:received", kwargs=story_kwargs(article) | {"token": token}), status=303
    )


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
    form.errors.clear()
    form.add_error(None, sentence)
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


@reader_page
def received(request, year, month, day, slug, token):
    """ "Held for moderation", with the commenter's own text: for whoever holds the link, for a week."""
    try:
        pk = signing.loads(token, salt=RECEIVED_SALT, max_age=RECEIVED_SECONDS)
    except signing.BadSignature:
        raise Http404 from None
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


@reader_page
def transparency(request):
    """What became of the comments, a month a row, as of the last midnight, and the rules for them."""
    months = [
        {
            "month": month,
            "wait": "–" if month.seconds is None else spans.in_words(month.seconds),
            "reasons": [month.reasons.get(reason, 0) for reason in ("", *Decision.Reason.values)],
        }
        for month in figures.months()
    ]
    rules = StandingPage.objects.in_language().filter(slug="comment-rules").first()
    context = {
        "months": months,
        "reasons": [_("No reason given"), *Decision.Reason.labels],
        "rules": rules,
        "body_photos": Photo.objects.in_bodies(rules.body) if rules else {},
    }
    return render(request, "comments/transparency.html", context)


@reader_page
def permalink(request, year, month, day, slug, pk):
    comment = get_object_or_404(
        Comment.objects.visible().select_related("article", "thread"), pk=pk, article__slug=slug
    )
    # Under the interface that the reader has, whichever language the story is in.
    address = reverse("articles:detail", kwargs=story_kwargs(comment.article))
    return redirect(f"{address}{threads.query_for(comment)}#comment-{pk}")
