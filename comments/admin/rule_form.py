import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext, gettext_lazy as _

from articles import plain_text
from comments import addresses, networks, wordmatch
from comments.models import Commenter, Rule

Kind = Rule.Kind
# The largest networks that are given to one operator, by the version of IP.
SHORTEST_PREFIX = {4: 8, 6: 16}
# What must not stand in a rule in clear, whatever it was typed for; of a domain it would take in all who have theirs there.
_ADDRESS = re.compile(r"\S@\S")
PATTERN_HELP = format_lazy(
    _(
        "Words: case, Arabic vowel signs and invisible characters do not count; {ending} finds every ending, {beginning} every "
        "beginning. A domain such as {domain} takes in what lies under it. A network is {v4} or {v6}."
    ),
    # Each isolated: in a sentence of the other direction its star would stand at its other end.
    ending="\u2068casino*\u2069",
    beginning="\u2068*كازينو\u2069",
    domain="\u2068example.com\u2069",
    v4="\u2068203.0.113.0/24\u2069",
    v6="\u20682001:db8::/32\u2069",
)


class RuleForm(forms.ModelForm):
    """A rule by one field for what is looked for, checked by its kind. With `is_trial` it is never valid, so that the
    admin shows it again as it was sent and saves nothing; `trial` is then the rule, where nothing is wrong with it.

    An address is not stored with the rule: it becomes a row of the one table for addresses, when the rule is saved.
    """

    is_trial = False
    pattern = forms.CharField(label=_("What to look for"), max_length=254, required=False, help_text=PATTERN_HELP)

    class Meta:
        model = Rule
        fields = ["kind", "pattern", "action", "reason", "note", "expires_at"]
        help_texts = {
            "reason": _("What a rejected comment gets as its reason."),
            "note": _("For the other moderators: it stands beside what the rule finds."),
            "expires_at": _("Empty: it stays in force."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.address = ""
        if "kind" not in self.fields:
            # For somebody who may only look.
            return
        self.fields["pattern"].widget.attrs |= {"dir": "auto", "class": "vTextField"}
        if self.instance.pk and self.instance.kind == Kind.EMAIL:
            self.fields["kind"].disabled = self.fields["pattern"].disabled = True
            self.initial["pattern"] = self.instance.subject
            self.fields["pattern"].help_text = _("The address itself is not shown, and cannot be changed.")

    @property
    def trial(self):
        """The rule as it would be saved, in memory."""
        rule = Rule(**{name: self.cleaned_data.get(name) for name in ("kind", "pattern", "action", "reason", "note")})
        rule.commenter = self.instance.commenter
        if rule.kind == Kind.EMAIL:
            rule.pattern = ""
            if self.address:
                rule.commenter = Commenter.objects.known(self.address)
        return rule

    def is_valid(self):
        return super().is_valid() and not self.is_trial

    def clean_expires_at(self):
        expires_at = self.cleaned_data["expires_at"]
        if expires_at and expires_at <= timezone.now() and "expires_at" in self.changed_data:
            raise ValidationError(_("This is in the past; the rule would never fire."))
        return expires_at

    def clean(self):
        data = super().clean()
        if data.get("action") == Rule.Action.REJECT and not data.get("reason"):
            self.add_error("reason", _("Choose the reason that a rejected comment gets."))
        kind = data.get("kind")
        if not kind or "pattern" not in data:
            return data
        if self.fields["pattern"].disabled:
            data["pattern"] = ""
            return data
        try:
            typed = plain_text.one_line(data["pattern"])
            if kind != Kind.EMAIL and _ADDRESS.search(unicodedata.normalize("NFKC", typed)):
                raise ValidationError(_("This looks like an e-mail address. Choose the kind “E-mail address” for it."))
            data["pattern"] = CLEANED[kind](typed)
            self._refuse_twice(kind, data["pattern"])
        except ValidationError as error:
            self.add_error("pattern", error)
            return data
        if kind == Kind.EMAIL:
            self.address, data["pattern"] = data["pattern"], ""
        return data

    def _refuse_twice(self, kind, pattern):
        others = Rule.objects.filter(kind=kind).exclude(pk=self.instance.pk)
        if kind == Kind.EMAIL:
            commenter = Commenter.objects.known(pattern)
            same = others.filter(commenter=commenter).first() if commenter else None
        elif kind == Kind.WORDS:
            same = next((rule for rule in others if _is_same(rule.pattern, pattern)), None)
        else:
            # Domains and networks have one form each.
            same = others.filter(pattern=pattern).first()
        if same:
            raise ValidationError(
                format_html(
                    '{} <a href="{}">{}</a>',
                    gettext("There is a rule for this already:"),
                    reverse("admin:comments_rule_change", args=[same.pk]),
                    same,
                )
            )

    def save(self, commit=True):
        if self.address:
            self.instance.commenter = Commenter.objects.for_email(self.address)
        elif self.instance.kind != Kind.EMAIL:
            self.instance.commenter = None
        return super().save(commit)


def _is_same(one, other):
    try:
        return wordmatch.parse(one) == wordmatch.parse(other)
    except wordmatch.BadPattern:
        return False


def _words(typed):
    try:
        wanted = wordmatch.parse(typed)
    except wordmatch.BadPattern:
        raise ValidationError(
            _("A * stands at the end of a word or at its beginning: not at both, not inside, not by itself.")
        ) from None
    if not wanted:
        raise ValidationError(_("Give a word or a phrase: there is no letter or digit in this."))
    if len(wanted) == 1 and len(wanted[0].text) < 2 and not wordmatch.stands_alone(wanted[0].text):
        raise ValidationError(_("One letter is too little: it stands in nearly every comment."))
    return _short(typed)


def _domain(typed):
    name = addresses.ascii_host(addresses.host(typed)).removeprefix("www.")
    labels = name.split(".")
    if len(labels) < 2 or not all(labels) or not all(_is_label(label) for label in labels):
        raise ValidationError(_("This is not a domain. It should look like example.com."))
    return _short(addresses.readable_host(name))


def _is_label(label):
    return len(label) < 64 and all(character.isalnum() or character in "-_" for character in label)


def _email(typed):
    try:
        validate_email(typed)
    except ValidationError:
        raise ValidationError(_("This is not an e-mail address. It should look like name@example.org.")) from None
    return typed


def _email_domain(typed):
    return _domain(typed.rpartition("@")[2])


def _network(typed):
    found = networks.network(typed.replace(" ", ""))
    if found is None:
        raise ValidationError(
            _("This is not a network. It should look like 203.0.113.0/24, 203.0.113.7 or 2001:db8::/32.")
        )
    if found.prefixlen < (shortest := SHORTEST_PREFIX[found.version]):
        raise ValidationError(
            _("This would match too much of the internet. Name a network of /%(number)d or smaller.")
            % {"number": shortest}
        )
    return str(found)


def _short(pattern):
    if len(pattern) > (most := Rule._meta.get_field("pattern").max_length):
        raise ValidationError(_("This has more than %(number)d characters.") % {"number": most})
    return pattern


CLEANED = {
    Kind.WORDS: _words,
    Kind.DOMAIN: _domain,
    Kind.EMAIL: _email,
    Kind.EMAIL_DOMAIN: _email_domain,
    Kind.NETWORK: _network,
}
