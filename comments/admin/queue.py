"""The queue: one comment at a time in its context beside the list of what waits, and the acts on it.

Every act is a plain form and ends in a redirect to the next comment. What cannot be done answers with the same page, the
reason and everything that was typed.
"""

from datetime import timedelta
from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.plain_text import is_id
from comments import claims, moderation, queue as queues, seen
from comments.admin import batch, queue_page, telling
from comments.admin.decision import is_batch
from comments.fields import CommentTextField
from comments.models import Comment, Decision
from comments.moderation import AlreadyDecided, NothingToRedact, Refused, TextChanged
from comments.queue import Queue

PENDING = Comment.Status.PENDING
# How old an act may be that the key alone takes back.
UNDONE_BY_KEY = timedelta(minutes=30)


class QueueViews:
    """The addresses of the queue, below those of the list of comments."""

    def __init__(self, model_admin):
        self.model_admin = model_admin
        self.acts = {"answer": self._answer, "redact": self._redact}

    def urls(self):
        return [
            path("queue/", self._view(self.show, "GET"), name="comments_comment_queue"),
            path("queue/groups/", self._view(self.groups, "GET"), name="comments_comment_queue_groups"),
            path("queue/batch/", self._view(self.batch, "POST"), name="comments_comment_queue_batch"),
            path("queue/<str:act>/", self._view(self.act, "POST"), name="comments_comment_queue_act"),
        ]

    def _view(self, function, method):
        @wraps(function)
        def view(request, *args, **kwargs):
            if not self.model_admin.has_moderate_permission(request):
                raise PermissionDenied
            if request.method != method and not (method == "GET" and request.method == "HEAD"):
                return HttpResponseNotAllowed([method])
            return function(request, *args, **kwargs)

        return self.model_admin.admin_site.admin_view(view)

    # --- The page

    def show(self, request):
        queue, chosen = Queue.from_query(request.GET), request.GET.get("comment", "")
        comment = queues.in_context(chosen) if is_id(chosen) else None
        if comment is None:
            if chosen:
                messages.warning(request, _("The comment that you asked for is not there."))
            found = queue.next_for(request.user) or queue.first()
            comment = found and queues.in_context(found.pk)
        return self._page(request, queue, comment)

    def _page(self, request, queue, comment, *, status=200, **more):
        site = self.model_admin.admin_site.each_context(request)
        context = site | queue_page.context(queue, comment, request.user, **more)
        return TemplateResponse(request, "admin/comments/comment/queue.html", context, status=status)

    def groups(self, request):
        context = self.model_admin.admin_site.each_context(request) | queue_page.groups()
        return TemplateResponse(request, "admin/comments/comment/groups.html", context)

    def _to(self, queue, comment=None):
        end = queue.address_end(comment=comment.pk if comment else None)
        return HttpResponseRedirect(f"{reverse('admin:comments_comment_queue')}{end}", status=303)

    def batch(self, request):
        return batch.view(request, self.model_admin.admin_site)

    def act(self, request, act):
        queue = Queue.from_query(request.GET)
        if act == "undo":
            return self._undo(request, queue)
        if act not in moderation.VERBS and act not in self.acts:
            raise Http404
        chosen = request.POST.get("seen", "").partition(":")[0]
        comment = queues.in_context(chosen) if is_id(chosen) else None
        if comment is None:
            raise Http404
        seen.as_seen(comment, request.POST["seen"])
        if act in self.acts:
            return self.acts[act](request, queue, comment)
        return self._decide(request, queue, comment, act)

    def _decide(self, request, queue, comment, verb):
        reason = request.POST.get("reason", "")
        details = {"note": telling.note_typed(request)}
        if verb == "reject":
            if reason not in Decision.Reason:
                return self._again(request, queue, comment, 422, telling.no_reason())
            details["reason"] = reason
        try:
            moderation.VERBS[verb](comment, request.user, version=comment.seen_version, **details)
        except TextChanged as refusal:
            return self._again(request, queue, comment, 409, str(refusal), was=comment.seen_version)
        except (AlreadyDecided, PermissionDenied) as refusal:
            if details["note"]:
                return self._again(request, queue, comment, 409, str(refusal))
            messages.warning(request, str(refusal))
        else:
            messages.success(request, telling.done_to(verb, comment.name))
        return self._on(request, queue, comment)

    def _answer(self, request, queue, comment):
        try:
            text = CommentTextField(error_messages={"required": _("Write the answer first.")}).clean(
                request.POST.get("text")
            )
        except ValidationError as problem:
            return self._again(request, queue, comment, 422, problem.messages[0], panel="answer")
        try:
            moderation.answer(
                comment, request.user, text, version=comment.seen_version, note=telling.note_typed(request)
            )
        except TextChanged as refusal:
            return self._again(request, queue, comment, 409, str(refusal), was=comment.seen_version, panel="answer")
        except (AlreadyDecided, PermissionDenied, Refused) as refusal:
            return self._again(request, queue, comment, 409, str(refusal), panel="answer")
        messages.success(request, telling.done_to("answer", comment.name))
        return self._on(request, queue, comment)

    def _redact(self, request, queue, comment):
        try:
            moderation.redact(comment, request.user, telling.words_to_redact(request), note=telling.note_typed(request))
        except NothingToRedact as refusal:
            return self._again(request, queue, comment, 422, str(refusal), panel="redact")
        except PermissionDenied as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, telling.done_to("redact", comment.name))
        return self._to(queue, comment)

    def _again(self, request, queue, comment, status, problem, **more):
        typed = {field: request.POST.get(field, "") for field in ("note", "text", "words")}
        # As it is now: what was decided on was only what had been seen.
        comment = queues.in_context(comment.pk)
        return self._page(request, queue, comment, status=status, problem=problem, **more, **typed)

    def _on(self, request, queue, comment):
        """To the next after an act on `comment`; to the comment itself where it waits again."""
        if comment.status == PENDING and Comment.objects.pending().filter(pk=comment.pk).exists():
            return self._to(queue, comment)
        claims.let_go([comment.pk])
        return self._to(queue, queue.next_for(request.user, comment))

    def _undo(self, request, queue):
        chosen = request.POST.get("decision", "") or request.POST.get("batch", "")
        decisions = self._chosen_act(request) if chosen else moderation.last_act(request.user)
        if not decisions:
            messages.warning(request, _("There is nothing of yours to undo."))
            return self._to(queue)
        comment = self._acted_on(decisions)
        if not chosen and (age := timezone.now() - decisions[0].at) > UNDONE_BY_KEY:
            # A key that was hit by mistake in the morning takes nothing back of the day before.
            told = _(
                "Your last decision was made %(ago)s. To take it back, use its own button under “Your last decisions”."
            )
            messages.warning(request, told % {"ago": moderation.ago(age)})
            return self._to(queue, comment)
        if len(decisions) > 1:
            done, refusals = moderation.undo_many(decisions, request.user)
            if done:
                messages.success(request, telling.done("undo", len(done)))
            telling.tell_refusals(request, refusals)
            return self._to(queue, comment)
        try:
            moderation.undo(decisions[0], request.user)
        except (AlreadyDecided, PermissionDenied) as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, telling.done_to("undo", comment.name))
        return self._to(queue, comment)

    @staticmethod
    def _acted_on(decisions):
        """The comment to go back to: the one that was decided on alone, or with the newsroom's answer to it; None after
        a batch."""
        comments = [decision.comment for decision in decisions]
        of_readers = [comment for comment in comments if not comment.is_by_newsroom] or comments
        return of_readers[0] if len(of_readers) == 1 else None

    @staticmethod
    def _chosen_act(request):
        """The decisions of the act of this person of which the list of their last ones names one, or of a batch that the
        log names, whoever made it."""
        acts, batch = Decision.objects.filter(undoes=None).select_related("comment"), request.POST.get("batch")
        if batch:
            return list(acts.filter(batch=batch, undone_by=None)) if is_batch(batch) else []
        chosen = request.POST["decision"]
        act = acts.filter(by=request.user, pk=chosen if is_id(chosen) else None)
        return list((acts.filter(batch__in=act.values("batch"), undone_by=None) | act).distinct())
