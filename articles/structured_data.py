"""A story as machines read it: one block of JSON-LD in the words of schema.org.

What stands here is on the page as well; the comments come as an argument, as dictionaries that `comments` makes.
"""

import json

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe

from articles import body
from articles.feeds import absolute
from articles.models import Article, Correction

HEADLINE_LENGTH = 110
TYPES = {Article.Kind.OPINION: "OpinionNewsArticle", Article.Kind.ANALYSIS: "AnalysisNewsArticle"}
# The standing pages, by slug, that say how the newsroom works.
POLICIES = {"correctionsPolicy": "corrections-policy", "publishingPrinciples": "publishing-principles"}
# Within a script element: no end tag, no comment, and no line end that older JavaScript does not take in a string.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def script(data: dict) -> SafeString:
    """The element that carries `data`, in as few bytes as it takes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


def moment(value) -> str:
    """ISO 8601 in `TIME_ZONE`, with its offset and in whole seconds."""
    return timezone.localtime(value).isoformat(timespec="seconds")


def story(article, publication, pages, photos, discussion) -> dict:
    """The story and the way to it, as `@graph`. `pages` are the standing pages of every language, `photos` those in the
    text by id, `discussion` the story's properties that speak of its comments.

    Names are in the story's own language, whichever interface the page is read under.
    """
    with translation.override(article.language):
        graph = [
            _news_article(article, publication, pages, photos) | discussion,
            _breadcrumbs(article, publication),
        ]
    return {"@context": "https://schema.org", "@graph": graph}


def _news_article(article, publication, pages, photos):
    address = absolute(article.get_absolute_url())
    publisher = _publisher(publication, pages)
    writers = [
        {"@type": "Person", "name": str(author), "url": absolute(author.get_absolute_url())}
        for author in article.ordered_authors
    ]
    optional = {
        "description": article.dek,
        "image": _images(article, photos),
        "dateline": article.dateline,
        "articleSection": str(article.section or ""),
        "keywords": [str(tag) for tag in article.tags.all()],
        "sourceOrganization": article.source_organisation
        and {"@type": "Organization", "name": article.source_organisation},
        "correction": [
            {"@type": "CorrectionComment", "text": note.text, "datePublished": moment(note.corrected_at)}
            for note in article.corrections.all()
            # That something happened since was no error.
            if note.kind != Correction.Kind.UPDATE
        ],
    }
    return {
        "@type": TYPES.get(article.kind, "NewsArticle"),
        "@id": f"{address}#story",
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "headline": _headline(article.headline),
        "inLanguage": article.language,
        "datePublished": moment(article.published_at),
        "dateModified": moment(article.modified_at),
        "author": writers or {"@id": publisher["@id"]},
        "publisher": publisher,
        "wordCount": article.word_count,
        "isAccessibleForFree": True,
        **_present(optional),
    }


def _publisher(publication, pages):
    here = translation.get_language()
    by_slug = {page.slug: page for page in pages if page.language == here}
    policies = {name: absolute(by_slug[slug].get_absolute_url()) for name, slug in POLICIES.items() if slug in by_slug}
    logo = publication.logo
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#publisher"),
        "name": str(publication.name),
        "url": absolute(reverse("articles:front")),
        **_present({"logo": logo and _sized(logo)}),
        **policies,
    }


def _images(article, photos):
    """The featured photo and those in the text in their order, each once, with the words that this story has for it."""
    shown = {article.featured_photo: article.photo_caption} if article.featured_photo else {}
    for figure in body.figures(article.body):
        if photo := photos.get(figure.photo):
            shown.setdefault(photo, figure.caption or photo.caption)
    return [_image(photo, caption) for photo, caption in shown.items()]


def _image(photo, caption):
    words = {"caption": caption, "creditText": photo.credit, "copyrightNotice": photo.copyright_notice}
    return _sized(photo) | _present(words)


def _sized(photo):
    image = photo.full
    address = absolute(image.src)
    return {
        "@type": "ImageObject",
        "url": address,
        "contentUrl": address,
        "width": image.width,
        "height": image.height,
    }


def _breadcrumbs(article, publication):
    steps = [(str(publication.name), reverse("articles:front"))]
    if article.section:
        steps.append((str(article.section), article.section.get_absolute_url()))
    steps.append((article.headline, article.get_absolute_url()))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(path)}
            for position, (name, path) in enumerate(steps, 1)
        ],
    }


def _headline(text):
    """At most 110 characters, cut between words."""
    if len(text) <= HEADLINE_LENGTH:
        return text
    start = text[:HEADLINE_LENGTH]
    return f"{start.rpartition(' ')[0] or start[:-1]}…"


def _present(values):
    return {name: value for name, value in values.items() if value}
