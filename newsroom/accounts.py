"""What people do with their own accounts: the profile, a forgotten password, the first password of the invited."""

import logging
from functools import partial

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.contrib.auth.views import PasswordResetConfirmView, PasswordResetView
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import edition
from newsroom import mail
from newsroom.forms import ForgottenPasswordForm, ProfileForm
from newsroom.middleware import LINK_LANGUAGE
from newsroom.models import User

logger = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request):
    # Not `request.user` itself: the page's head would show what a refused form has written to it.
    user = User.objects.get(pk=request.user.pk)
    old_address = user.email
    form = ProfileForm(request.POST or None, instance=user)
    if form.is_valid():
        with transaction.atomic():
            form.save()
            if form.author is not None and "bio" in form.changed_data:
                form.author.bio = form.cleaned_data["bio"]
                form.author.save(update_fields=["bio"])
                edition.advance()
            if old_address and old_address.lower() != user.email.lower():
                transaction.on_commit(partial(_tell_old_address, user, old_address))
        with translation.override(user.language or settings.LANGUAGE_CODE):
            messages.success(request, _("Your profile has been saved."))
        return HttpResponseRedirect(reverse("profile"))
    context = admin.site.each_context(request) | {
        "title": _("Your profile"),
        "form": form,
        "adminform": AdminForm(form, [(None, {"fields": list(form.fields)})], {}),
    }
    return TemplateResponse(request, "admin/profile.html", context)


def _tell_old_address(user, old_address):
    try:
        mail.send_address_changed(user, old_address)
    except (OSError, ValueError):
        logger.exception("The old address of account %s could not be told of the new one", user.pk)


class ForgottenPasswordView(PasswordResetView):
    form_class = ForgottenPasswordForm


class ChoosePasswordView(PasswordResetConfirmView):
    def get_user(self, uidb64):
        """Nobody who has left, whatever links are still about."""
        user = super().get_user(uidb64)
        return user if user is not None and user.is_active and user.is_staff else None

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        if isinstance(response, HttpResponseRedirect) and self.user is not None:
            # The link was good: this page, the next and the log-in page speak the person's language.
            request.session[LINK_LANGUAGE] = self.user.language
        return response
