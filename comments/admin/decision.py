import csv
from datetime import UTC, date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import HttpResponseNotAllowed, HttpResponseRedirect, StreamingHttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.plain_text import is_id, one_line
from comments import moderation, statistics
from comments.admin import telling
from comments.models import Decision
from comments.text import to_plain

MOST_COUNTED = 5000
COLUMNS = (
    *("who", "when", "from", "to", "reason", "note", "rule", "batch"),
    *("comment_id", "story", "undoes", "text_version"),
)
# A spreadsheet takes a cell that begins with one of these for a formula: OWASP, "CSV Injection".
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def is_batch(value):
    try:
        return bool(UUID(value))
    except ValueError:
        return False


class AskedFor(admin.SimpleListFilter):
    """A filter that only a link sets; it is shown where it is set, to be taken off."""

    def lookups(self, request, model_admin):
        return [(value, value)] if (value := self.used_parameters.get(self.parameter_name)) else []

    def has_output(self):
        return bool(self.value())


class BatchFilter(AskedFor):
    title, parameter_name = _("batch"), "batch"

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.filter(batch=self.value()) if is_batch(self.value()) else queryset.none()


class RuleFilter(AskedFor):
    title, parameter_name = _("rule"), "rule"

    def queryset(self, request, queryset):
        return queryset.filter(rule=one_line(self.value())) if self.value() else queryset


class CommentFilter(AskedFor):
    title, parameter_name = _("comment"), "comment"

    def queryset(self, request, queryset):
        return queryset.filter(comment=self.value()) if is_id(self.value() or "") else queryset


class DayFilter(AskedFor):
    title, parameter_name = _("day"), "day"

    def queryset(self, request, queryset):
        try:
            day = date.fromisoformat(self.value() or "")
            start, end = map(statistics.day_start, (day, day + timedelta(days=1)))
        except (ValueError, OverflowError):
            return queryset
        return queryset.filter(at__gte=start, at__lt=end)


class PersonFilter(admin.SimpleListFilter):
    """Those who have decided, found by one look each into the index."""

    title, parameter_name = _("person"), "by"

    def lookups(self, request, model_admin):
        people = get_user_model().objects.filter(Exists(Decision.objects.filter(by=OuterRef("pk"))))
        return [(str(person.pk), moderation.name_of(person)) for person in people]

    def queryset(self, request, queryset):
        return queryset.filter(by=self.value()) if is_id(self.value() or "") else queryset


class OutcomeFilter(admin.ChoicesFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = _("outcome")


class WhoFilter(admin.SimpleListFilter):
    title, parameter_name = _("decided by"), "who"

    def lookups(self, request, model_admin):
        return [("persons", _("Persons")), ("rules", _("Rules alone")), ("readers", _("Readers and writers"))]

    def queryset(self, request, queryset):
        wanted = {
            "persons": statistics.BY_A_PERSON,
            "rules": statistics.BY_A_RULE,
            "readers": statistics.OF_READERS,
        }.get(self.value())
        return queryset.filter(wanted) if wanted else queryset


class BoundedPaginator(Paginator):
    """Counts no further than `MOST_COUNTED`; what is older is reached by a filter, or in the export."""

    @cached_property
    def count(self):
        return self.object_list.values("pk")[:MOST_COUNTED].count()


def in_spreadsheet(value):
    """`value` as a cell that a spreadsheet shows as it is."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def export_row(decision):
    return [
        decision.by.get_username() if decision.by else "",
        decision.at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        decision.from_status,
        decision.to_status,
        decision.reason,
        decision.note,
        decision.rule,
        decision.batch,
        decision.comment_id,
        decision.comment.article.headline,
        decision.undoes_id,
        decision.version.number,
    ]


class Echo:
    """What the csv module writes to, which hands each line on."""

    def write(self, line):
        return line


@admin.register(Decision)
class DecisionAdmin(admin.ModelAdmin):
    """The log: everybody who may see it reads it, nobody changes it, superusers neither."""

    change_form_template = "admin/comments/decision/change_form.html"
    change_list_template = "admin/comments/decision/change_list.html"
    list_display = ["at", "who", "seen", "step", "reason", "note", "rule_link", "batch_link", "undone"]
    list_display_links = ["at"]
    list_filter = [
        *(("to_status", OutcomeFilter), "reason", WhoFilter, PersonFilter, "at"),
        *(DayFilter, RuleFilter, BatchFilter, CommentFilter),
    ]
    search_fields = ["note", "rule"]
    search_help_text = _("Searches notes and rules.")
    ordering = ["-pk"]
    sortable_by = []
    list_per_page = 50
    show_full_result_count = False
    paginator = BoundedPaginator
    actions = None
    fields = readonly_fields = [
        *("comment_link", "at", "who", "from_status", "to_status", "reason", "note", "rule_link"),
        *("batch_link", "undone", "text_seen"),
    ]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("by", "version", "comment__article")
        return rows.only(
            *(field.attname for field in Decision._meta.concrete_fields),
            *("by__username", "by__first_name", "by__last_name", "version__text", "version__number"),
            *("comment__article__headline", "comment__article__language"),
        )

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    # --- Columns

    @admin.display(description=_("by"))
    def who(self, decision):
        return telling.who(decision.by)

    @admin.display(description=_("comment"))
    def seen(self, decision):
        return format_html(
            '<a href="{}"><span dir="auto">{}</span></a><br><bdi class="quiet" lang="{}">{}</bdi>',
            reverse("admin:comments_comment_change", args=[decision.comment_id]),
            Truncator(to_plain(decision.version.text)).chars(120),
            decision.comment.article.language,
            Truncator(decision.comment.article.headline).chars(60),
        )

    @admin.display(description=_("from and to"))
    def step(self, decision):
        return str(decision)

    @admin.display(description=_("rule"))
    def rule_link(self, decision):
        return _filtered("rule", decision.rule, decision.cause) if decision.rule else "–"

    @admin.display(description=_("batch"))
    def batch_link(self, decision):
        return _filtered("batch", decision.batch, str(decision.batch)[:8]) if decision.batch else "–"

    @admin.display(description=_("undoes"))
    def undone(self, decision):
        if decision.undoes_id is None:
            return "–"
        address = reverse("admin:comments_decision_change", args=[decision.undoes_id])
        return format_html('<a href="{}">#{}</a>', address, decision.undoes_id)

    @admin.display(description=_("comment"))
    def comment_link(self, decision):
        address = reverse("admin:comments_comment_change", args=[decision.comment_id])
        return format_html('<a href="{}">#{}</a> <bdi>{}</bdi>', address, decision.comment_id, decision.comment.article)

    @admin.display(description=_("text seen"))
    def text_seen(self, decision):
        return format_html('<div class="comment-text" dir="auto">{}</div>', to_plain(decision.version.text))

    # --- The export

    def get_urls(self):
        export = path("export/", self.admin_site.admin_view(self.export), name="comments_decision_export")
        return [export, *super().get_urls()]

    def export(self, request):
        """The filtered list as CSV, a line at a time: UTF-8 with the mark by which spreadsheets know it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        try:
            rows = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return HttpResponseRedirect(reverse("admin:comments_decision_changelist"))
        name = f"decisions-{timezone.localdate().isoformat()}.csv"
        return StreamingHttpResponse(
            _lines(rows.iterator(chunk_size=2000)),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"},
        )

    @staticmethod
    def _batch_to_undo(request):
        """The batch that the log is narrowed to, where there is something of it to undo."""
        batch = request.GET.get("batch", "")
        if not is_batch(batch) or not request.user.has_perm("comments.moderate_comment"):
            return {}
        number = Decision.objects.filter(batch=batch, undoes=None, undone_by=None).count()
        return {"batch": batch, "batch_number": number} if number else {}

    def changelist_view(self, request, extra_context=None):
        about = {"title": _("Log of decisions"), "most_counted": MOST_COUNTED} | self._batch_to_undo(request)
        return super().changelist_view(request, about | (extra_context or {}))


def _filtered(name, value, words):
    address = reverse("admin:comments_decision_changelist")
    return format_html('<a href="{}?{}"><bdi>{}</bdi></a>', address, urlencode({name: value}), words)


def _lines(decisions):
    writer = csv.writer(Echo())
    yield "\ufeff" + writer.writerow(COLUMNS)
    for decision in decisions:
        yield writer.writerow([in_spreadsheet(value) for value in export_row(decision)])
