"""The figures of the moderation on the first page of the admin."""

from django import template
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _, gettext_lazy

from comments import charts, figures, spans, statistics
from comments.models import Rule

RULES_SHOWN = 12
# The built-in rules of screening, by their code.
NAMES = {
    "honeypot": gettext_lazy("Spam trap"),
    "links": gettext_lazy("Several links"),
    "first_time": gettext_lazy("First comment from an address"),
    "known_name": gettext_lazy("Name of a known commenter"),
    "known_address": gettext_lazy("Address of a known commenter, not confirmed"),
    "author_name": gettext_lazy("Name of an author"),
    "repeated": gettext_lazy("Same text as other comments"),
    "screen": gettext_lazy("Screen"),
}

register = template.Library()


def rule_name(rule):
    name = str(NAMES.get(rule.code) or dict(Rule.Kind.choices).get(rule.code) or rule.code)
    return f"{name}: {rule.label}" if rule.label else name


def percent(part, whole):
    """A share in words; a small one is not rounded to nothing."""
    share = 100 * part / whole if whole else 0
    return _("under 1 %") if 0 < share < 1 else _("%(number)d %%") % {"number": round(share)}


@register.inclusion_tag("admin/comments/_figures.html", takes_context=True)
def comment_figures(context):
    """How the comments of the last days were decided, for those who decide on them; nothing for others."""
    user = context["request"].user
    if not user.has_perm("comments.moderate_comment"):
        return {}
    desk, is_rtl = figures.desk(), translation.get_language_bidi()
    kinds = (*statistics.VERDICTS, "waiting")
    rules = [
        (rule_name(rule), rule, percent(rule.fired, desk.received), charts.row(rule, kinds, is_rtl))
        for rule in desk.rules[:RULES_SHOWN]
    ]
    return {
        "figures": desk,
        "days": figures.DAYS,
        "age": round((timezone.now() - desk.at).total_seconds()),
        "wait": spans.in_words(desk.wait.seconds) if desk.wait.number else None,
        "received": charts.beside(desk.days, "received", "decided", is_rtl),
        "outcomes": charts.stacked(desk.days, statistics.VERDICTS, is_rtl),
        "totals": {name: sum(getattr(day, name) for day in desk.days) for name in ("decided", *statistics.VERDICTS)},
        "rules": rules,
        "hidden_rules": len(desk.rules) - len(rules),
        "overturned": [
            (_("Decided by persons"), "persons", desk.persons, percent(*desk.persons)),
            (_("Decided by rules alone"), "rules", desk.by_rules, percent(*desk.by_rules)),
        ],
        "newest_first": desk.days[::-1],
        "row_width": charts.ROW_WIDTH,
        "row_height": charts.ROW_HEIGHT,
        "log": reverse("admin:comments_decision_changelist") if user.has_perm("comments.view_decision") else None,
        "list": reverse("admin:comments_comment_changelist"),
    }
