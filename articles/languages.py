from django.conf import settings


def choices():
    """(code, own name) of the languages that this newsroom publishes in; a function, so that migrations name it and
    not what the environment of the day holds."""
    return settings.LANGUAGES


def default():
    return settings.LANGUAGE_CODE
