"""What the reader's templates need beyond Django's own tags."""

from itertools import groupby
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.utils import timezone, translation
from django.utils.encoding import escape_uri_path
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import pgettext

from articles import alternates, body, digits
from articles.moments import with_time

# Pages that every language has under the same slug; elsewhere the language switch leads to the front page.
IN_EVERY_LANGUAGE = {f"articles:{name}" for name in ("front", "section", "tag", "author", "search", "corrections")} | {
    "comments:transparency",
    "comments:ask",
}
# Open Graph wants a territory. For most languages it is the one of their own name, as in ar_AR; here are the others that
# Django knows and Facebook lists.
OPEN_GRAPH_LOCALES = {
    "en": "en_US",
    "cs": "cs_CZ",
    "cy": "cy_GB",
    "da": "da_DK",
    "el": "el_GR",
    "fa": "fa_IR",
    "he": "he_IL",
    "hi": "hi_IN",
    "hy": "hy_AM",
    "ja": "ja_JP",
    "ka": "ka_GE",
    "ko": "ko_KR",
    "nb": "nb_NO",
    "sl": "sl_SI",
    "sq": "sq_AL",
    "sr": "sr_RS",
    "sv": "sv_SE",
    "ta": "ta_IN",
    "uk": "uk_UA",
    "ur": "ur_PK",
    "vi": "vi_VN",
    "bn": "bn_IN",
    "be": "be_BY",
    "en-gb": "en_GB",
    "pt-br": "pt_BR",
    "zh-hans": "zh_CN",
    "zh-hant": "zh_TW",
}

register = template.Library()
register.simple_tag(body.render, name="render_body")


@register.filter
def datetime_attribute(moment, timespec="seconds"):
    """For machines: with the offset, and as exact as `timespec` says."""
    return timezone.localtime(moment).isoformat(timespec=timespec) if moment else ""


@register.simple_tag(takes_context=True)
def time_element(context, moment, pattern=""):
    """The moment as readers read it, in a `<time>` to the minute; `pattern` is one of the `date` filter's."""
    shown = date_format(timezone.localtime(moment), pattern) if pattern else with_time(moment)
    attribute = datetime_attribute(moment, timespec="minutes")
    return format_html('<time datetime="{}">{}</time>', attribute, in_digits(context, shown))


@register.simple_tag(takes_context=True)
def day_text(context, day, pattern):
    """A day as readers read it; `pattern` is one of the `date` filter's."""
    return in_digits(context, date_format(day, pattern))


@register.simple_tag(takes_context=True, name="digits")
def in_digits(context, number):
    """A number, or a text with numbers, in the digits that the publication has chosen."""
    return digits.shown(number, context["publication"])


@register.simple_tag(takes_context=True)
def period_text(context, first, month, day):
    """The day, the month or the year that begins with the day `first`; without `month` it is the year."""
    pattern = pgettext("format of today's date", "l j F Y") if day else "F Y" if month else "Y"
    return day_text(context, first, pattern)


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


def _query(context, **more):
    """The parameters that this list knows, and `more`; those without a value are left out."""
    known = context.get("list_parameters", {}) | more
    query = urlencode({name: value for name, value in known.items() if value})
    return f"?{query}" if query else ""


@register.simple_tag(takes_context=True)
def page_address(context, number):
    """The address of another page of this list, with the parameters that the list knows and no others."""
    return escape_uri_path(context["request"].path) + _query(context, page=number if number > 1 else None)


@register.simple_tag(takes_context=True)
def canonical_address(context):
    """The full address under which this page wants to be known."""
    page = context.get("page_obj")
    return settings.SITE_URL + page_address(context, page.number if page else 1)


@register.simple_tag(takes_context=True)
def language_versions(context):
    """[(hreflang, full address)] of this page in all its languages, for its head. Of a list it is the first page: the second
    in one language holds other stories than the second in another."""
    shown, page = context.get("article") or context.get("page"), context.get("page_obj")
    if context.get("translations") is not None:
        return alternates.of_translations([shown, *context["translations"]])
    match = getattr(context.get("request"), "resolver_match", None)
    if match and match.view_name in IN_EVERY_LANGUAGE and (page is None or page.number == 1):
        return alternates.of_list(match.view_name, match.kwargs, context.get("in_languages", settings.LANGUAGE_CODES))
    return []


@register.simple_tag(takes_context=True)
def open_graph_locales(context):
    """The page's own, then those of its versions in other languages."""
    article = context.get("article")
    codes = [article.language if article else translation.get_language()]
    codes += [code for code, _address in language_versions(context) if code not in (*codes, "x-default")]
    return [OPEN_GRAPH_LOCALES.get(code) or f"{code}_{code.upper()}" for code in codes]


@register.simple_tag(takes_context=True)
def other_languages(context):
    """The languages that this page is not in: code, own name, direction, and where the switch leads.

    That is the story itself where it is in that language, its linked translation where there is one, the first page
    of the same list, or the same search, where every language has it, and else the front page.
    """
    stories = {story.language: story for story in context.get("translations") or ()}
    article = context.get("article")
    # The preview of a draft is of a story that has no address.
    if article and article.is_public:
        stories[article.language] = article
    match = getattr(context.get("request"), "resolver_match", None)
    found = []
    for code, name in settings.LANGUAGES:
        if code == translation.get_language():
            continue
        if code in stories:
            address = stories[code].get_absolute_url()
        else:
            is_everywhere = match and match.view_name in IN_EVERY_LANGUAGE
            view_name, kwargs = (match.view_name, match.kwargs) if is_everywhere else ("articles:front", {})
            address = alternates.path_in(code, view_name, kwargs) + _query(context)
        direction = "rtl" if translation.get_language_info(code)["bidi"] else "ltr"
        found.append({"code": code, "name": name, "direction": direction, "address": address})
    return found
