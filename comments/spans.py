"""Spans of time in words."""

from django.utils.translation import ngettext

MINUTE, HOUR, DAY = 60, 3600, 86400


def in_words(seconds: int) -> str:
    """In minutes under two hours, in hours under two days, else in days; a minute at least."""
    if seconds < 2 * HOUR:
        return _minutes(max(1, round(seconds / MINUTE)))
    return _hours(round(seconds / HOUR)) if seconds < 2 * DAY else _days(round(seconds / DAY))


def about(seconds: int) -> str:
    """A round span that is not shorter: in steps of five minutes under an hour, of an hour under a day, else of a day."""
    if seconds <= 55 * MINUTE:
        return _minutes(5 * max(1, -(-seconds // (5 * MINUTE))))
    return _hours(-(-seconds // HOUR)) if seconds <= 23 * HOUR else _days(-(-seconds // DAY))


# By name, so that a language may say it without a figure: Arabic has a dual.
def _minutes(number):
    return ngettext("%(number)d minute", "%(number)d minutes", number) % {"number": number}


def _hours(number):
    return ngettext("%(number)d hour", "%(number)d hours", number) % {"number": number}


def _days(number):
    return ngettext("%(number)d day", "%(number)d days", number) % {"number": number}
