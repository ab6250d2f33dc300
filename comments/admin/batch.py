"""One decision on many comments: first what will happen to whom, then, to those and no others, the decision."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _, ngettext

from articles.plain_text import is_id
from comments import claims, moderation, queue as queues, seen
from comments.admin import telling
from comments.models import Comment, Decision
from comments.queue import BOUND, Queue

VERBS = ("approve", "mark_spam", "reject")
SAMPLE = 10
PENDING = Comment.Status.PENDING


def view(request, site):
    """Asks first; what comes with `confirmed` is done. `site` is the admin's."""
    queue, verb = Queue.from_query(request.GET), request.POST.get("verb")
    # What waits is reopened from the list of all comments alone.
    if verb not in VERBS and not (verb == "reopen" and "to_list" in request.POST):
        raise Http404
    if "confirmed" in request.POST:
        return _carry_out(request, site, queue, verb)
    ticked = request.POST.getlist("seen")
    rows = _all_but(queue, request.POST.getlist("except")) if "all" in request.POST else named(ticked)
    return confirm(request, site, queue, verb, rows, ticked)


def _all_but(queue, left_out):
    """All that match, without those whose tick was taken away."""
    return queue.waiting().exclude(pk__in=[pk for pk in left_out if is_id(pk)])


def named(values):
    """The comments of `seen.value`s."""
    return Comment.objects.filter(pk__in=[pk for pk in (value.partition(":")[0] for value in values) if is_id(pk)])


def confirm(request, site, queue, verb, rows, ticked=(), *, to_list=False, status=200, problem="", note=""):
    """The page that says what will happen to `rows`, up to `BOUND` of them, as `ticked` says that they were seen, or as
    they are now. `to_list` leads back to the list of all comments."""
    rows = rows.order_by("submitted_at", "pk")
    found = list(seen.with_numbers(rows).only("name", "status", "article", "submitted_at")[: BOUND + 1])
    is_cut, found = len(found) > BOUND, found[:BOUND]
    if not found:
        messages.warning(request, _("Tick at least one comment."))
        return back(queue, to_list=to_list)
    values = {value.partition(":")[0]: value for value in ticked}
    sample = list(queues.for_list(rows.filter(pk__in=[row.pk for row in found[:SAMPLE]])))
    for row in sample:
        row.excerpt = queues.excerpt(row.start)
    context = site.each_context(request) | {
        "title": _("Decide on many comments"),
        "opts": Comment._meta,
        "query": queue.address_end(),
        "verb": verb,
        "sentence": _what_will_happen(verb, len(found)),
        "button": _button(verb, len(found)),
        "names_sentence": _by_names(len({row.name for row in found})),
        "stories_sentence": _on_stories(len({row.article_id for row in found})),
        "not_waiting_sentence": _not_waiting(0 if verb == "reopen" else sum(row.status != PENDING for row in found)),
        "is_cut": is_cut,
        "bound": number_format(BOUND, force_grouping=True),
        "seen": " ".join(values.get(str(row.pk)) or seen.value(row) for row in found),
        "sample": sample,
        "beyond_sample": len(found) - len(sample),
        "beyond_sample_shown": number_format(len(found) - len(sample), force_grouping=True),
        "reasons": Decision.Reason.choices,
        "note_length": telling.NOTE_LENGTH,
        "note": note,
        "to_list": to_list,
        "problem": problem,
    }
    return TemplateResponse(request, "admin/comments/comment/confirm.html", context, status=status)


def _carry_out(request, site, queue, verb):
    values, to_list = request.POST.get("seen", "").split()[:BOUND], "to_list" in request.POST
    note, reason = telling.note_typed(request), request.POST.get("reason", "")
    if verb == "reject" and reason not in Decision.Reason:
        again = {"to_list": to_list, "status": 422, "problem": telling.no_reason(), "note": note}
        return confirm(request, site, queue, verb, named(values), values, **again)
    was = {value.partition(":")[0]: value for value in values}
    comments = [seen.as_seen(row, was[str(row.pk)]) for row in named(values).prefetch_related("versions")]
    details = {"note": note, "reason": reason if verb == "reject" else ""}
    decisions, refusals = moderation.decide_many(comments, verb, request.user, **details)
    claims.let_go([decision.comment_id for decision in decisions])
    telling.tell(request, verb, decisions, refusals)
    # A group that is done with is left.
    return back(queue if to_list or queue.first() else Queue(queue.sort), to_list=to_list)


def back(queue, *, to_list):
    address = reverse("admin:comments_comment_changelist" if to_list else "admin:comments_comment_queue")
    return HttpResponseRedirect(address if to_list else f"{address}{queue.address_end()}", status=303)


def _what_will_happen(verb, number):
    return {
        "approve": ngettext(
            "%(number)s comment will be approved: readers see it.",
            "%(number)s comments will be approved: readers see them.",
            number,
        ),
        "reject": ngettext(
            "%(number)s comment will be rejected: readers do not see it.",
            "%(number)s comments will be rejected: readers do not see them.",
            number,
        ),
        "reopen": ngettext(
            "%(number)s comment will wait again: readers do not see it.",
            "%(number)s comments will wait again: readers do not see them.",
            number,
        ),
        "mark_spam": ngettext(
            "%(number)s comment will be marked as spam: readers do not see it.",
            "%(number)s comments will be marked as spam: readers do not see them.",
            number,
        ),
    }[verb] % _told(number)


def _button(verb, number):
    return {
        "approve": ngettext("Approve %(number)s comment", "Approve %(number)s comments", number),
        "reject": ngettext("Reject %(number)s comment", "Reject %(number)s comments", number),
        "reopen": ngettext("Reopen %(number)s comment", "Reopen %(number)s comments", number),
        "mark_spam": ngettext("Mark %(number)s comment as spam", "Mark %(number)s comments as spam", number),
    }[verb] % _told(number)


def _by_names(number):
    return ngettext("Under %(number)s name.", "Under %(number)s names.", number) % _told(number)


def _on_stories(number):
    return ngettext("On %(number)s story.", "On %(number)s stories.", number) % _told(number)


def _not_waiting(number):
    told = ngettext("%(number)s was decided before.", "%(number)s were decided before.", number)
    return told % _told(number) if number else ""


def _told(number):
    return {"number": number_format(number, force_grouping=True)}
