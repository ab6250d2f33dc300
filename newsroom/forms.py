from django import forms
from django.contrib.auth.forms import PasswordResetForm, UserChangeForm, UsernameField
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.models import Author
from newsroom import tasks
from newsroom.groups import ABOUT
from newsroom.models import User

SECONDS_BETWEEN_MAILS = 60


class GroupsField(forms.ModelMultipleChoiceField):
    """The groups as checkboxes, each with a sentence about what its members may do."""

    def __init__(self, **kwargs):
        options = {
            "queryset": Group.objects.order_by("pk"),
            "label": _("Groups"),
            "widget": forms.CheckboxSelectMultiple,
        }
        super().__init__(**options | kwargs)

    def label_from_instance(self, group):
        name, about = ABOUT.get(group.name, (group.name, ""))
        return format_html('<strong>{}</strong> <span class="help">{}</span>', name, about)


class PersonForm:
    """For a form of an account: addresses run from left to right in every language, names as they are written."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, direction in {"email": "ltr", "username": "ltr", "first_name": "auto", "last_name": "auto"}.items():
            if name in self.fields:
                self.fields[name].widget.attrs["dir"] = direction
        if "email" in self.fields:
            # An account without an address, as the command line makes them, may stay so; none loses the one it has.
            self.fields["email"].required = bool(self.instance.email or not self.instance.pk)

    def clean_username(self):
        username = self.cleaned_data["username"]
        if User.objects.exclude(pk=self.instance.pk).filter(username__iexact=username).exists():
            raise ValidationError(User._meta.get_field("username").error_messages["unique"], code="unique")
        return username


class InvitationForm(PersonForm, forms.ModelForm):
    """A new account of the staff, without a password: its owner chooses one by the link in the mail."""

    groups = GroupsField()

    class Meta:
        model = User
        fields = ("username", "email", "first_name", "last_name", "groups", "language")
        field_classes = {"username": UsernameField}

    def save(self, commit=True):
        self.instance.is_staff = True
        self.instance.set_unusable_password()
        return super().save(commit)


class AccountForm(PersonForm, UserChangeForm):
    groups = GroupsField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "is_active" in self.fields:
            self.fields["is_active"].help_text = _(
                "Untick it when somebody leaves: they are signed out at once, and their name stays in the history."
            )


class ProfileForm(PersonForm, forms.ModelForm):
    """What people change of their own account: moderators also what mail they get about comments; and the bio of their
    byline, if they have one."""

    class Meta:
        model = User
        fields = ("first_name", "last_name", "email", "language", "comment_notices", "notice_sections")
        widgets = {"notice_sections": forms.CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.has_perm("comments.moderate_comment"):
            del self.fields["comment_notices"], self.fields["notice_sections"]
        for name in ("first_name", "last_name", "email"):
            self.fields[name].widget.attrs["class"] = "vTextField"
        self.author = Author.objects.filter(user=self.instance).first()
        if self.author is not None:
            bio = Author._meta.get_field("bio")
            self.fields["bio"] = bio.formfield(
                label=capfirst(bio.verbose_name),
                help_text=_("On the page of your byline “%(byline)s”, in two or three sentences.")
                % {"byline": self.author.byline},
            )
            self.initial["bio"] = self.author.bio


class ForgottenPasswordForm(PasswordResetForm):
    """Mails a link to staff who may sign in, once a minute at most; for any other address it does nothing, with the
    same answer."""

    def get_users(self, email):
        people = User.objects.filter(email__iexact=email, is_active=True, is_staff=True)
        # An administrator may have switched a password off; then its owner cannot switch it on again.
        return [user for user in people if user.has_usable_password() or user.is_invited]

    def save(self, **options):
        for user in self.get_users(self.cleaned_data["email"]):
            if cache.add(f"password-reset:{user.pk}", True, SECONDS_BETWEEN_MAILS):
                tasks.send_password_reset.enqueue(user.pk)
