"""What somebody does with all that is held about their address, by links that are mailed to it alone."""

from functools import wraps

from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.models import Article
from comments import links, moderation, notifications, outcomes, own_data
from comments.models import Comment, Commenter, Mail
from comments.origin import is_cross_site
from comments.own_forms import AddressForm
from comments.views.private import bad_link, private_page

Status = Comment.Status
# Of so many comments a page tells whose address it is that is to be confirmed.
NAMED = 3
KINDS = {
    Mail.Kind.CONFIRM: gettext_lazy("Whether the address is yours"),
    Mail.Kind.MINE: gettext_lazy("The link to this page"),
    Mail.Kind.OUTCOME: gettext_lazy("What became of a comment"),
    Mail.Kind.REPLIES: gettext_lazy("Replies to your comments"),
}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request):
    """The form for the link to what is held about an address. Its answer is the same whether anything is."""
    if request.method != "POST":
        return render(request, "comments/ask.html", {"form": AddressForm()})
    form, status = AddressForm(request.POST), 200
    is_valid = form.is_valid()
    if is_cross_site(request):
        form.refuse(_("This was sent from a page of another site. Press “Send me the link” here."))
        status = 403
    elif not is_valid:
        status = 422
    elif not form.cleaned_data["topic"]:
        network = request.META.get("REMOTE_ADDR", "")
        notifications.asked_for_mine(form.cleaned_data["email"], network, request.LANGUAGE_CODE)
    response = render(request, "comments/ask.html", {"form": form, "is_asked": status == 200}, status=status)
    patch_cache_control(response, private=True, no_store=True)
    return response


def of_a_commenter(purpose):
    """`view(request, commenter)` for the one whose link, for this purpose, it is."""

    def decorate(view):
        @private_page("POST")
        @wraps(view)
        def found(request, token):
            pk = links.read(purpose, token)
            commenter = pk and Commenter.objects.filter(pk=pk).first()
            return view(request, commenter) if commenter else bad_link(request)

        return found

    return decorate


@of_a_commenter("mine")
def mine(request, commenter):
    """Everything that is held, and its export, the end of mail, and the erasure: each by the name of the button pressed."""
    act = request.POST.get("act") if request.method == "POST" else None
    if act == "export":
        headers = {"Content-Disposition": 'attachment; filename="comments.json"'}
        return JsonResponse(
            own_data.export(commenter), json_dumps_params={"indent": 2, "ensure_ascii": False}, headers=headers
        )
    if act == "stop":
        moderation.stop_mail(commenter)
        return HttpResponseRedirect(request.path, status=303)
    if act == "resume":
        moderation.resume_mail(commenter)
        return HttpResponseRedirect(request.path, status=303)
    if act == "erase" and request.POST.get("sure"):
        moderation.erase(commenter)
        return render(request, "comments/erased.html")
    comments = list(own_data.comments_of(commenter))
    published = own_data.published_among(comments)
    context = {
        "commenter": commenter,
        "rows": [
            {
                "comment": comment,
                "is_published": comment.article_id in published,
                "appeal": getattr(comment, "appeal", None),
                "decisions": [(decision, outcomes.in_words(decision)) for decision in comment.decisions.all()],
            }
            for comment in comments
        ],
        "mails": [(mail, KINDS.get(mail.kind, mail.kind)) for mail in own_data.mails_to(commenter)],
        "is_unsure": act == "erase",
    }
    return render(request, "comments/mine.html", context, status=422 if act == "erase" else 200)


@of_a_commenter("confirm")
def confirm(request, commenter):
    if request.method == "POST":
        moderation.confirm(commenter)
        return render(request, "comments/confirmed.html", {"key": links.token("key", commenter.pk)})
    shown = Comment.objects.filter(commenter=commenter, article__in=Article.objects.published())
    shown = shown.exclude(status__in=[Status.SPAM, Status.WITHDRAWN]).select_related("article")
    comments = shown.order_by("-submitted_at", "-pk")[:NAMED]
    stop_address = links.commenter_path("stop", commenter.pk)
    context = {"commenter": commenter, "comments": comments, "stop_address": stop_address}
    return render(request, "comments/confirm.html", context)


@of_a_commenter("stop")
def stop(request, commenter):
    """RFC 8058: a mail program posts here when its reader presses “Unsubscribe”, and asks nothing else."""
    if request.method == "POST":
        moderation.stop_mail(commenter)
        commenter.refresh_from_db()
    return render(request, "comments/stop.html", {"commenter": commenter})
