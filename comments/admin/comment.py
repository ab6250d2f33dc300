from copy import copy

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.plain_text import is_id
from comments import moderation, seen
from comments.admin import batch, queue_page, telling
from comments.admin.queue import QueueViews
from comments.admin.rule import RUN_AT_ONCE, rescreened
from comments.highlights import in_field, pieces, with_gaps
from comments.models import WAITING_ORDER, Comment, Decision, Report
from comments.queue import Queue
from comments.text import to_plain

PENDING = Comment.Status.PENDING
STORIES_LISTED = 20


class StoryFilter(admin.SimpleListFilter):
    """The stories with the most comments waiting; any other by its address, as the story column links it."""

    title = _("story")
    parameter_name = "article"

    def lookups(self, request, model_admin):
        waiting = Comment.objects.pending().values("article", "article__headline").annotate(number=Count("pk"))
        found = {
            str(row["article"]): f"{row['article__headline']} ({row['number']})"
            for row in waiting.order_by("-number", "article")[:STORIES_LISTED]
        }
        chosen = self.used_parameters.get(self.parameter_name) or ""
        if is_id(chosen) and chosen not in found:
            story = Article.objects.filter(pk=chosen).first()
            found[chosen] = story.headline if story else chosen
        return found.items()

    def has_output(self):
        return True

    def queryset(self, request, queryset):
        value = self.value() or ""
        return queryset.filter(article=value) if is_id(value) else queryset


class ReportedFilter(admin.SimpleListFilter):
    title, parameter_name = _("reports"), "reported"

    def lookups(self, request, model_admin):
        return [("waiting", _("Reported, and waiting")), ("ever", _("Ever reported"))]

    def queryset(self, request, queryset):
        if self.value() == "waiting":
            return queryset.pending().filter(reporters__gt=0)
        if self.value() == "ever":
            return queryset.filter(Exists(Report.objects.filter(comment=OuterRef("pk"))))
        return queryset


class DecisionInline(admin.TabularInline):
    model = Decision
    verbose_name_plural = _("decision history")
    fields = readonly_fields = ["at", "who", "from_status", "to_status", "reason", "note", "cause"]
    extra = 0
    can_delete = False

    @admin.display(description=_("rule"), empty_value="–")
    def cause(self, decision):
        return decision.cause or None

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("by")

    @admin.display(description=_("by"))
    def who(self, decision):
        return telling.who(decision.by)

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


def _text(version, matches):
    """One text of a comment for its own page: in pieces with what fired marked, and what was before a redaction, as long
    as that may be kept."""
    matches = [match for match in matches if match.version_id == version.pk]
    return {
        "version": version,
        "matches": matches,
        "pieces": with_gaps(pieces(version.text, in_field(matches, "text"))),
        "original": version.original_for_audit(),
    }


@admin.register(Comment)
class CommentAdmin(admin.ModelAdmin):
    change_list_template = "admin/comments/comment/change_list.html"
    change_form_template = "admin/comments/comment/change_form.html"
    list_display = ["excerpt", "writer", "story", "status", "submitted_at"]
    list_filter = ["status", ReportedFilter, StoryFilter, "submitted_at"]
    list_display_links = ["submitted_at"]
    search_fields = ["text", "name"]
    search_help_text = _("Searches texts and names.")
    ordering = WAITING_ORDER
    sortable_by = []
    list_select_related = ["article"]
    list_per_page = 50
    show_full_result_count = False
    actions = ["approve", "reject", "mark_spam", "reopen", "rescreen"]
    inlines = [DecisionInline]
    fields = readonly_fields = ["article", "in_reply_to", "writer", "website", "status", "submitted_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("versions")

    # --- Permissions: moderators decide, nobody edits, nothing is deleted

    def has_moderate_permission(self, request):
        return request.user.has_perm("comments.moderate_comment")

    def has_view_permission(self, request, obj=None):
        return self.has_moderate_permission(request) or super().has_view_permission(request, obj)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    # --- Columns and fields

    @admin.display(description=_("comment"))
    def excerpt(self, comment):
        # What this page shows is what its reader decides on: each row carries the status and the text it showed.
        return format_html(
            '<span dir="auto">{}</span><input type="hidden" name="seen" value="{}">',
            Truncator(to_plain(comment.text)).chars(300),
            seen.value(comment),
        )

    @admin.display(description=_("name"), ordering="name")
    def writer(self, comment):
        return format_html("<bdi>{}</bdi>", comment.name)

    @admin.display(description=_("story"))
    def story(self, comment):
        return format_html(
            '<a href="?article={}"><bdi lang="{}">{}</bdi></a>',
            comment.article_id,
            comment.article.language,
            Truncator(comment.article.headline).chars(60),
        )

    @admin.display(description=_("in reply to"))
    def in_reply_to(self, comment):
        if comment.parent is None:
            return "–"
        return format_html("<bdi>{}</bdi>: {}", comment.parent.name, to_plain(comment.parent.text))

    # --- Decisions

    @admin.action(description=_("Approve"), permissions=["moderate"])
    def approve(self, request, queryset):
        return self._decide_listed(request, queryset, "approve")

    @admin.action(description=_("Reject…"), permissions=["moderate"])
    def reject(self, request, queryset):
        return self._decide_listed(request, queryset, "reject")

    @admin.action(description=_("Mark as spam"), permissions=["moderate"])
    def mark_spam(self, request, queryset):
        return self._decide_listed(request, queryset, "mark_spam")

    @admin.action(description=_("Reopen"), permissions=["moderate"])
    def reopen(self, request, queryset):
        return self._decide_listed(request, queryset, "reopen")

    @admin.action(description=_("Run the rules again over those that wait"), permissions=["moderate"])
    def rescreen(self, request, queryset):
        keys = list(queryset.pending().order_by("pk").values_list("pk", flat=True)[: RUN_AT_ONCE + 1])
        number = moderation.rescreen(Comment.objects.filter(pk__in=keys[:RUN_AT_ONCE]))
        self.message_user(request, rescreened(number), messages.SUCCESS)
        if len(keys) > RUN_AT_ONCE:
            self.message_user(request, _("There are more: run them from the list of rules."), messages.WARNING)

    def _decide_listed(self, request, queryset, verb):
        """On the ticked rows of a page at once; a reason, and what lies beyond the page, is asked for first."""
        is_beyond = request.POST.get("select_across") == "1"
        if is_beyond:
            # There nobody has looked: "all" means all that wait, and never what was decided before.
            decided = queryset.exclude(status__in=[PENDING, Comment.Status.WITHDRAWN])
            queryset = decided if verb == "reopen" else queryset.pending()
        if is_beyond and not queryset.exists():
            telling.tell(request, verb, [], [])
            return None
        if is_beyond or verb == "reject":
            ticked = request.POST.getlist("seen")
            return batch.confirm(request, self.admin_site, Queue(), verb, queryset.order_by(), ticked, to_list=True)
        self._decide(request, queryset, verb)
        return None

    def _decide(self, request, queryset, verb, **details):
        was = dict(value.partition(":")[::2] for value in request.POST.getlist("seen"))
        comments = list(queryset.order_by())
        for comment in comments:
            # Whoever sends no form of ours names no text, and decides on the latest.
            if str(comment.pk) in was:
                seen.as_seen(comment, was[str(comment.pk)])
        decisions, refusals = moderation.decide_many(comments, verb, request.user, **details)
        telling.tell(request, verb, decisions, refusals)
        return not refusals

    def get_urls(self):
        decide = path("<int:pk>/<str:verb>/", self.admin_site.admin_view(self.decide), name="comments_comment_decide")
        # Before the last of the admin's own, which takes every other address for an object's id.
        *own, catch_all = super().get_urls()
        return [*own, *QueueViews(self).urls(), decide, catch_all]

    def decide(self, request, pk, verb):
        """The buttons of a comment's own page: one address a verb, by POST alone."""
        if verb not in moderation.VERBS and verb != "redact":
            raise Http404
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        comment = get_object_or_404(Comment, pk=pk)
        note, reason = telling.note_typed(request), request.POST.get("reason", "")
        details = {"note": note, "reason": reason} if verb == "reject" else {"note": note}
        if verb == "redact":
            is_done = self._redact(request, comment, note)
        elif verb == "reject" and reason not in Decision.Reason:
            self.message_user(request, telling.no_reason(), messages.WARNING)
            is_done = False
        else:
            is_done = self._decide(request, self.get_queryset(request).filter(pk=pk), verb, **details)
        if is_done:
            return HttpResponseRedirect(reverse("admin:comments_comment_change", args=[pk]))
        # The page again, as it is now, with what was typed.
        again = copy(request)
        again.method = "GET"
        typed = {name: request.POST.get(name, "") for name in ("note", "reason", "words")}
        response = self.change_view(again, str(pk), extra_context={"typed": typed})
        response.status_code = 422 if verb == "redact" or (verb == "reject" and not details["reason"]) else 409
        return response

    def _redact(self, request, comment, note):
        try:
            moderation.redact(comment, request.user, telling.words_to_redact(request), note=note)
        except (moderation.NothingToRedact, PermissionDenied) as refusal:
            self.message_user(request, str(refusal), messages.WARNING)
            return False
        self.message_user(request, telling.done_to("redact", comment.name), messages.SUCCESS)
        return True

    def view_on_site(self, comment):
        is_visible = Comment.objects.visible().filter(pk=comment.pk).exists()
        return f"{settings.SITE_URL}{comment.get_absolute_url()}" if is_visible else None

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": _("Comments")} | (extra_context or {}))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["can_moderate"] = self.has_moderate_permission(request)
        if obj is not None:
            matches = list(obj.matches.all())
            context |= {
                "seen": seen.value(obj),
                "reasons": Decision.Reason.choices,
                "note_length": telling.NOTE_LENGTH,
                "excerpt": Truncator(to_plain(obj.text)).chars(60),
                "texts": [_text(version, matches) for version in obj.versions.all()],
                **queue_page.of_readers(obj, request.user, timezone.now()),
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
