from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Max
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy as _, ngettext

from articles.plain_text import is_id
from comments import moderation, trials
from comments.admin.rule_form import RuleForm
from comments.models import Comment, Rule

RUN_AT_ONCE = 500
RUN_NOW = _("Run the rules again over what waits")


class InForceFilter(admin.SimpleListFilter):
    title = _("expiry")
    parameter_name = "in_force"

    def lookups(self, request, model_admin):
        return [("yes", _("In force")), ("no", _("Expired"))]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.in_force()
        return queryset.filter(expires_at__lte=timezone.now()) if self.value() == "no" else queryset


@admin.register(Rule)
class RuleAdmin(admin.ModelAdmin):
    form = RuleForm
    change_form_template = "admin/comments/rule/change_form.html"
    change_list_template = "admin/comments/rule/change_list.html"
    list_display = ["looks_for", "kind", "action", "reason", "note", "expires_at", "hits", "last_hit"]
    list_filter = ["kind", "action", InForceFilter]
    search_fields = ["pattern", "note"]
    search_help_text = _("Searches what rules look for, and their notes.")
    list_per_page = 100
    fields = ["kind", "pattern", "action", "reason", "note", "expires_at"]

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found.annotate(number_of_hits=Count("matches"), last_hit_at=Max("matches__comment__submitted_at"))

    @admin.display(description=_("looks for"), ordering="pattern")
    def looks_for(self, rule):
        return format_html("<bdi>{}</bdi>", rule.subject)

    @admin.display(description=_("hits"), ordering="number_of_hits")
    def hits(self, rule):
        return rule.number_of_hits

    @admin.display(description=_("last hit"), ordering="last_hit_at", empty_value="–")
    def last_hit(self, rule):
        return rule.last_hit_at

    # --- Trying

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type("TrialForm", (form,), {"is_trial": True}) if "_try" in request.POST else form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        may_change = self.has_change_permission(request, obj) if change else self.has_add_permission(request)
        context["may_try"] = may_change
        if may_change and getattr(form, "is_trial", False) and form.is_bound and not form.errors:
            try:
                outcomes = trials.try_rule(form.trial)
                hits = any(outcome.hits for outcome in outcomes)
                context |= {"outcomes": outcomes, "has_hits": hits, "tried_action": form.trial.action}
            except trials.CannotBeTried:
                context["cannot_be_tried"] = True
        return super().render_change_form(request, context, add, change, form_url, obj)

    # --- Saving

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        text = gettext("Comments that came before keep what was found then.")
        link = format_html('{} <a href="{}">{}</a>', text, reverse("admin:comments_rule_run"), RUN_NOW)
        self.message_user(request, link, messages.INFO)

    def delete_model(self, request, obj):
        self._delete([obj.pk])

    def delete_queryset(self, request, queryset):
        self._delete(list(queryset.values_list("pk", flat=True)))

    @transaction.atomic
    def _delete(self, keys):
        # A comment that is being stored holds the rules that fired on it. They are waited for here, before the matches
        # are looked through that must lose their rule.
        list(Rule.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
        Rule.objects.filter(pk__in=keys).delete()

    # --- Running them again

    def get_urls(self):
        run = path("run/", self.admin_site.admin_view(self.run), name="comments_rule_run")
        return [run, *super().get_urls()]

    def run(self, request):
        """What waits, looked through again by the rules in force: `RUN_AT_ONCE` comments a request, from `after` on."""
        if not request.user.has_perm("comments.moderate_comment"):
            raise PermissionDenied
        after = request.POST.get("after", "")
        waiting = Comment.objects.pending().filter(pk__gt=int(after) if is_id(after) else 0).order_by("pk")
        done = None
        if request.method == "POST":
            keys = list(waiting.values_list("pk", flat=True)[:RUN_AT_ONCE])
            done = moderation.rescreen(Comment.objects.filter(pk__in=keys))
            waiting = waiting.filter(pk__gt=keys[-1]) if keys else waiting.none()
            if not (left := waiting.count()):
                self.message_user(request, rescreened(done), messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:comments_rule_changelist"))
        else:
            keys, left = [], waiting.count()
        context = {
            **self.admin_site.each_context(request),
            "title": RUN_NOW,
            "opts": self.opts,
            "left": left,
            "done": done,
            "after": keys[-1] if keys else "",
            "at_once": RUN_AT_ONCE,
        }
        return TemplateResponse(request, "admin/comments/rule/run.html", context)


def rescreened(number):
    """What a moderator is told after the rules ran over so many comments."""
    return ngettext(
        "The rules were run again over %(number)d comment; it still waits.",
        "The rules were run again over %(number)d comments; they still wait.",
        number,
    ) % {"number": number}
