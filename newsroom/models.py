from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles import languages


class User(AbstractUser):
    language = models.CharField(
        _("language of the admin"), max_length=15, blank=True, choices=languages.choices, help_text=_("Yours alone.")
    )

    class Meta(AbstractUser.Meta):
        swappable = "AUTH_USER_MODEL"
