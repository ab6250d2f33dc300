"""What the reader's templates need beyond Django's own tags."""

from itertools import groupby
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import escape_uri_path
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import pgettext

from articles import body

# Pages that every language has under the same slug; elsewhere the language switch leads to the front page.
IN_EVERY_LANGUAGE = {f"articles:{name}" for name in ("front", "section", "tag", "author", "search", "corrections")}

register = template.Library()
register.simple_tag(body.render, name="render_body")


@register.filter
def datetime_attribute(moment):
    """For `<time datetime>`: with the offset, and without the microseconds that HTML has no room for."""
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""


@register.filter
def time_element(moment, pattern=""):
    """The moment as readers read it, in a `<time>`; `pattern` is one of the `date` filter's."""
    pattern = pattern or pgettext("format of a date with its time", "j F Y, H:i")
    return format_html(
        '<time datetime="{}">{}</time>', datetime_attribute(moment), date_format(timezone.localtime(moment), pattern)
    )


@register.simple_tag
def today():
    """The date in `TIME_ZONE`; the version of a page ends at that zone's midnight."""
    return timezone.localdate()


@register.filter
def by_day(stories):
    """[(day, stories)] of stories that are in order of time."""
    return [(day, list(found)) for day, found in groupby(stories, lambda story: timezone.localdate(story.published_at))]


@register.simple_tag
def language_attributes(language, around):
    """`lang` and `dir` of something in `language`, where it stands in something that is in another (`around`)."""
    if language == around:
        return ""
    direction = "rtl" if translation.get_language_info(language)["bidi"] else "ltr"
    return format_html(' lang="{}" dir="{}"', language, direction)


@register.simple_tag(takes_context=True)
def page_address(context, number):
    """The address of another page of this list, with the parameters that the list knows and no others."""
    known = context.get("list_parameters", {}) | {"page": number if number > 1 else None}
    query = urlencode({name: value for name, value in known.items() if value})
    return escape_uri_path(context["request"].path) + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def canonical_address(context):
    """The full address under which this page wants to be known."""
    page = context.get("page_obj")
    return settings.SITE_URL + page_address(context, page.number if page else 1)


@register.simple_tag(takes_context=True)
def other_languages(context):
    """The languages that this page is not in: code, own name, direction, and where the switch leads.

    That is the linked translation of a story where there is one, the same list where every language has it, and else
    the front page.
    """
    translations = {story.language: story for story in context.get("translations") or ()}
    match = getattr(context.get("request"), "resolver_match", None)
    found = []
    for code, name in settings.LANGUAGES:
        if code == translation.get_language():
            continue
        if code in translations:
            address = translations[code].get_absolute_url()
        else:
            with translation.override(code):
                if match and match.view_name in IN_EVERY_LANGUAGE:
                    address = reverse(match.view_name, kwargs=match.kwargs)
                else:
                    address = reverse("articles:front")
        direction = "rtl" if translation.get_language_info(code)["bidi"] else "ltr"
        found.append({"code": code, "name": name, "direction": direction, "address": address})
    return found
