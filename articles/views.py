from datetime import date, datetime, timedelta

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Exists
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles import alternates, furniture, related, search as searching
from articles.models import BYLINES, Article, Author, Correction, Edition, Photo, Section, StandingPage, Tag


def reader_page(view):
    """GET and HEAD, and 405 for the rest at once: without this the check for a token, which no reader has, comes first."""
    return csrf_exempt(require_safe(view))


def paginate(request, stories):
    """The page that `?page=` asks for, the first where it is empty; what is no number of a page of the list is a 404."""
    publication = furniture.of_request(request).publication
    paginator = Paginator(stories, publication.stories_a_page)
    try:
        return paginator.page(request.GET.get("page") or 1)
    except InvalidPage:
        raise Http404 from None


def _stories():
    return Article.objects.published().in_language().for_lists()


def _list_of(request, template, about, **context):
    """The list of a section, tag or author. It stands in every language, but only where it holds stories, as `about` finds
    them, is it one that machines are told of."""
    page = paginate(request, _stories().filter(**about))
    here, in_languages = request.LANGUAGE_CODE, []
    # Other pages than the first have no version in another language, see `language_versions`.
    if page.object_list and page.number == 1:
        in_languages = [here, *alternates.languages_of(Article.objects.published().filter(**about), without=here)]
    lists = {"page_obj": page, "article_list": page.object_list, "is_empty_here": not page.object_list}
    return render(request, template, {**context, **lists, "in_languages": in_languages})


@reader_page
def front(request):
    page = paginate(request, _stories())
    return render(request, "articles/front.html", {"page_obj": page, "article_list": page.object_list})


@reader_page
def section(request, slug):
    section = get_object_or_404(Section, slug=slug)
    return _list_of(request, "articles/section_detail.html", {"section": section}, section=section)


@reader_page
def tag(request, slug):
    tag = get_object_or_404(Tag, slug=slug)
    return _list_of(request, "articles/tag_detail.html", {"tags": tag}, tag=tag)


@reader_page
def author(request, slug):
    author = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    return _list_of(request, "articles/author_detail.html", {"authors": author}, author=author)


def _day_start(year, month, day):
    return timezone.make_aware(datetime(year, month, day), timezone.get_default_timezone())  # noqa: DTZ001


def _period(year, month, day):
    """The first day of the year, month or day asked for and of the next; a date that no calendar has is a 404."""
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        if day:
            after = first + timedelta(days=1)
        elif month:
            after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
        else:
            after = date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        raise Http404 from None
    return first, after


@reader_page
def archive(request, year, month=None, day=None):
    first, after = _period(year, month, day)
    stories = _stories().filter(
        published_at__gte=_day_start(first.year, first.month, first.day),
        published_at__lt=_day_start(after.year, after.month, after.day),
    )
    page = paginate(request, stories)
    if not page.object_list:
        raise Http404
    return render(
        request,
        "articles/archive.html",
        {"page_obj": page, "article_list": page.object_list, "first": first, "month": month, "day": day},
    )


@reader_page
def corrections(request):
    corrections = Correction.objects.published() | Correction.objects.retractions_of_withdrawn()
    corrections = corrections.filter(article__language=request.LANGUAGE_CODE)
    page = paginate(request, corrections.select_related("article"))
    return render(request, "articles/correction_list.html", {"page_obj": page, "correction_list": page.object_list})


@reader_page
def page(request, slug):
    page = get_object_or_404(StandingPage.objects.in_language(), slug=slug)
    others = [other for other in furniture.of_request(request).pages if other.slug == slug and other.pk != page.pk]
    context = {"page": page, "body_photos": Photo.objects.in_bodies(page.body), "translations": others}
    return render(request, "articles/page_detail.html", context)


def _years():
    """The years, newest first, in which a story of this language was published."""
    stories = Article.objects.published().in_language().order_by("published_at")
    zone = timezone.get_default_timezone()
    times = [
        stories.values_list("published_at", flat=True).first(),
        stories.values_list("published_at", flat=True).last(),
    ]
    if None in times:
        return []
    first, last = (timezone.localtime(moment, zone).year for moment in times)
    between = range(last - 1, first, -1)
    # Of each year in between one look into the index of times, all in one statement.
    looks = {
        str(year): Exists(
            stories.filter(published_at__gte=_day_start(year, 1, 1), published_at__lt=_day_start(year + 1, 1, 1))
        )
        for year in between
    }
    has_stories = Edition.objects.values(**looks).first() or {} if looks else {}
    return sorted({first, last} | {year for year in between if has_stories.get(str(year))}, reverse=True)


@reader_page
def search(request):
    """`?q=`, `section` (a slug), `year`, `order` (`newest`, else by relevance); a value that is none is left out."""
    asked = request.GET
    query, years = searching.as_shown(asked.get("q", "")), _years()
    sections = {section.slug: section for section in furniture.of_request(request).sections}
    section = sections.get(asked.get("section"))
    year = next((year for year in years if str(year) == asked.get("year")), None)
    by_newness = asked.get("order") == "newest"
    found = searching.find(
        query,
        request.LANGUAGE_CODE,
        section=section,
        since=year and _day_start(year, 1, 1),
        until=year and _day_start(year + 1, 1, 1),
        by_newness=by_newness,
    )
    page = paginate(request, found.ids)
    context = {
        "query": query,
        "found": found,
        "counted": searching.COUNTED,
        "ranked": searching.RANKED,
        "chosen_section": section,
        "chosen_year": year,
        "by_newness": by_newness,
        "years": years,
        "page_obj": page,
        "article_list": searching.with_excerpts(_stories(), found, page.object_list),
        "list_parameters": {
            "q": query,
            "section": section and section.slug,
            "year": year,
            "order": "newest" if by_newness else None,
        },
    }
    response = render(request, "articles/search.html", context)
    # It has no version that a kept copy could be compared by.
    response["Cache-Control"] = "no-cache"
    return response


def story_or_gone(slug):
    """The published story with this slug, or None where there was one that has been withdrawn; else `Http404`."""
    story = (
        Article.objects.published()
        .select_related("section", "featured_photo")
        .prefetch_related(BYLINES, "tags", "corrections")
        .filter(slug=slug)
        .first()
    )
    if story is None and not Article.objects.withdrawn().filter(slug=slug).exists():
        raise Http404(_("There is no such story."))
    return story


def gone(request, unsent=""):
    """410 for an address of a withdrawn story, with what the newsroom has to say of it: the story's retractions; and
    with `unsent`, the text of a comment that came too late."""
    retractions = Correction.objects.retractions_of_withdrawn().filter(
        article__slug=request.resolver_match.kwargs["slug"]
    )
    return render(request, "410.html", {"correction_list": retractions, "unsent": unsent}, status=410)


def story_context(article):
    """What the story page shows beside the story itself."""
    previous, following = related.neighbours(article)
    original = article.translation_of_id or article.pk
    return {
        "article": article,
        "body_photos": Photo.objects.in_bodies(article.body),
        "authors": article.ordered_authors,
        "tag_list": article.tags.all(),
        "related_list": related.related_to(article, filter(None, (previous, following))),
        "previous_story": previous,
        "next_story": following,
        "translations": Article.objects.published()
        .translations_of(original)
        .exclude(pk=article.pk)
        .only("headline", "slug", "language", "published_at", "translation_of"),
    }


@reader_page
def detail(request, year, month, day, slug):
    story = story_or_gone(slug)
    if story is None:
        return gone(request)
    published = timezone.localtime(story.published_at, timezone.get_default_timezone())
    if (published.year, published.month, published.day) != (year, month, day):
        return redirect(story, permanent=True)
    return render(request, "articles/article_detail.html", story_context(story))
