import sys

from django.apps import AppConfig
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self):
        """Stop the start on a screen of comments that is not there, which could else hold every comment unseen."""
        for path in settings.COMMENT_SCREENS:
            try:
                is_callable = callable(import_string(path))
            except Exception as error:
                sys.exit(f"Newsroom cannot start: COMMENT_SCREENS: {path} cannot be imported ({type(error).__name__})")
            if not is_callable:
                sys.exit(f"Newsroom cannot start: COMMENT_SCREENS: {path} cannot be called")
