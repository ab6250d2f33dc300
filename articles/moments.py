"""Moments as people read them."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import pgettext


def with_time(moment):
    """Day and time, in the zone of the publication and the language that is active."""
    return date_format(timezone.localtime(moment), pgettext("format of a date with its time", "j F Y, H:i"))
