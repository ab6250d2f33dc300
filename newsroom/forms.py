from django import forms
from django.contrib.auth.forms import PasswordResetForm, UserChangeForm, UsernameField
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.models import Author
from newsroom import tasks
from newsroom.groups import ABOUT
from newsroom.models import User


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


class InvitationForm(forms.ModelForm):
    """A new account of the staff, without a password: its owner chooses one by the link in the mail."""

    groups = GroupsField()

    class Meta:
        model = User
        fields = ("username", "email", "first_name", "last_name", "groups", "language")
        field_classes = {"username": UsernameField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True

    def clean_username(self):
        username = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError(User._meta.get_field("username").error_messages["unique"], code="unique")
        return username

    def save(self, commit=True):
        self.instance.is_staff = True
        self.instance.set_unusable_password()
        return super().save(commit)


class KeepsAnAddress:
    """For a form of an account: an e-mail address may be changed and never emptied."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "email" in self.fields:
            self.fields["email"].required = bool(self.instance.email)


class AccountForm(KeepsAnAddress, UserChangeForm):
    groups = GroupsField(required=False)


class ProfileForm(KeepsAnAddress, forms.ModelForm):
    """What people change of their own account; and the bio of their byline, if they have one."""

    class Meta:
        model = User
        fields = ("first_name", "last_name", "email", "language")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name", "email"):
            self.fields[name].widget.attrs |= {"class": "vTextField", "dir": "auto"}
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
    """Mails a link to staff who may sign in; for any other address it does nothing, with the same answer."""

    def get_users(self, email):
        people = User.objects.filter(email__iexact=email, is_active=True, is_staff=True)
        # An administrator may have switched a password off; then its owner cannot switch it on again.
        return [user for user in people if user.has_usable_password() or user.is_invited]

    def save(self, **options):
        for user in self.get_users(self.cleaned_data["email"]):
            tasks.send_password_reset.enqueue(user.pk)
