from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.models import Article
from articles.views import gone, reader_page, story_or_gone
from comments import moderation, threads
from comments.forms import ReportForm
from comments.models import story_kwargs
from comments.origin import is_cross_site


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, year, month, day, slug, pk):
    """The form by which a reader reports a comment, and where it is sent to."""
    article = Article.objects.published().filter(slug=slug).first()
    comment = article and threads.reportable_comment(article, str(pk))
    if comment is None:
        return _nothing_to_report(request)
    here = story_kwargs(article)
    if request.method != "POST":
        if (year, month, day) != (here["year"], here["month"], here["day"]):
            return redirect(reverse("comments:report", kwargs=here | {"pk": pk}), permanent=True)
        return _form_page(request, comment, ReportForm(article))
    form = ReportForm(article, request.POST)
    is_valid = form.is_valid()
    if is_cross_site(request):
        return _refused(
            request, comment, form, 403, _("This was sent from a page of another site. Press “Send report” here.")
        )
    if not is_valid:
        return _form_page(request, comment, form, 422)
    data = form.cleaned_data
    network = request.META.get("REMOTE_ADDR", "")
    try:
        moderation.report(comment, data["reason"], text=data["text"], network=network, trap=data["topic"])
    except moderation.NotShown:
        return _nothing_to_report(request)
    except moderation.Flooded as refusal:
        response = _refused(request, comment, form, 429, str(refusal))
        response["Retry-After"] = str(refusal.seconds)
        return response
    return HttpResponseRedirect(reverse("comments:reported", kwargs=here), status=303)


@reader_page
def reported(request, year, month, day, slug):
    """Thanks, for whatever was reported on a story and whatever came of it: it tells nothing of either."""
    article = story_or_gone(slug)
    if article is None:
        return gone(request)
    here = story_kwargs(article)
    if (year, month, day) != (here["year"], here["month"], here["day"]):
        return redirect(reverse("comments:reported", kwargs=here), permanent=True)
    return render(request, "comments/reported.html", {"article": article})


def _nothing_to_report(request):
    """404; with what was typed, where it came too late."""
    if request.method != "POST":
        raise Http404
    context = {"comment": None, "unsent": request.POST.get("text", "").strip()}
    response = render(request, "comments/report_form.html", context, status=404)
    patch_cache_control(response, private=True, no_store=True)
    return response


def _refused(request, comment, form, status, sentence):
    form.refuse(sentence)
    return _form_page(request, comment, form, status)


def _form_page(request, comment, form, status=200):
    article = comment.article
    address = reverse("comments:report", kwargs=story_kwargs(article) | {"pk": comment.pk})
    context = {"comment": comment, "article": article, "form": form, "address": address}
    response = render(request, "comments/report_form.html", context, status=status)
    if form.is_bound:
        patch_cache_control(response, private=True, no_store=True)
    return response
