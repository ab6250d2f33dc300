from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from articles import languages

TAKEN = _("Another account has this e-mail address.")


class User(AbstractUser):
    language = models.CharField(
        _("language of the admin"),
        max_length=15,
        blank=True,
        choices=languages.choices,
        help_text=_("The admin and the mails to this person are in this language; empty means the site's first."),
    )

    class Notices(models.TextChoices):
        NONE = "", _("Never")
        AT_ONCE = "at_once", _("At once")
        HOURLY = "hourly", _("Once an hour")
        DAILY = "daily", _("Once a day")

    comment_notices = models.CharField(
        _("mail about comments that wait"),
        max_length=20,
        blank=True,
        choices=Notices,
        default=Notices.NONE,
        help_text=_("For moderators."),
    )
    notice_sections = models.ManyToManyField(
        "articles.Section",
        blank=True,
        related_name="+",
        verbose_name=_("only of these sections"),
        help_text=_("None ticked means all."),
    )

    class Meta(AbstractUser.Meta):
        swappable = "AUTH_USER_MODEL"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="one_account_an_address",
                violation_error_message=TAKEN,
            )
        ]

    def clean(self):
        super().clean()
        # The constraint says it too, but of no field; here it is told beside the address.
        others = User.objects.exclude(pk=self.pk)
        if self.email and others.filter(email__iexact=self.email).exists():
            raise ValidationError({"email": TAKEN})

    @property
    def is_invited(self):
        """Whether this person has yet to choose a first password."""
        return self.last_login is None and not self.has_usable_password()
