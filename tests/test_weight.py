"""What a story of 600 words with fifty comments weighs on the way to a phone, without its photos: page, style sheet and
scripts as a browser gets them, compressed."""

import gzip
import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.contrib.staticfiles import finders
from django.core.management.color import no_style
from django.db import connection
from django.utils import timezone

from articles import body
from comments import moderation
from comments.models import Comment
from comments.models.comment import TINTS
from newsroom.demo import content
from newsroom.middleware import CompressionMiddleware
from newsroom.storage import minified
from tests.factories import make_author, make_page, make_publication, make_section, make_stories, make_story, make_tag

pytestmark = pytest.mark.django_db

LIMIT, SCRIPTS, STYLES = 20 * 1024, 4 * 1024, 8 * 1024
# The page, its style sheet, its script.
REQUESTS = 3
FIRST = 734_000

NAMES = [
    "Huda",
    "Rajan P.",
    "سالم الكندري",
    "Grace Villareal",
    "Yusuf",
    "Noura Salem",
    "بدر ع.",
    "Tom Okafor",
    "Luís F.",
]


def prose():
    """The sentences of the demo's English stories one after the other: real words, which compress as real words do."""
    texts = (body.to_text(body.clean(story["body"])) for story in content.STORIES if story["language"] == "en")
    return re.split(r"(?<=[.?!”]) +", " ".join(" ".join(texts).split()))


def paragraph(sentences, is_long_enough):
    text = ""
    while not is_long_enough(text):
        text = f"{text} {next(sentences)}".strip()
    return text


def count_from(number, story):
    """Give the next comments the numbers of a site that has run for years: each stands in four places, and weighs."""
    last = Comment.objects.create(pk=number - 1, article=story, submitted_at=timezone.now())
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), [Comment]):
            cursor.execute(sql)
    last.delete()


@pytest.fixture
def story(clock):
    clock(datetime(2026, 9, 23, 22, 40, 37, tzinfo=UTC))
    sentences = iter(prose())
    make_publication(tagline={"en": "News from both sides of the bay"}, publisher="Harbour Publishing")
    section = make_section("Harbour")
    for name in ("Region", "Economy", "Culture", "Opinion"):
        make_section(name)
    for slug in ("about", "contact", "privacy", "comment-rules", "corrections-policy"):
        make_page(slug, title=slug.replace("-", " ").capitalize())
    make_stories(4, section=section)
    story = make_story(
        "Port reopens after the storm with two of three cranes",
        dek=next(sentences),
        body="".join(f"<p>{paragraph(sentences, lambda text: len(text.split()) >= 60)}</p>" for _number in range(10)),
        section=section,
        tags=[make_tag(), make_tag("The sea")],
        authors=[make_author()],
        published_at=timezone.now() - timedelta(days=1),
    )
    count_from(FIRST, story)
    comments = []
    for number in range(50):
        # Some replies, none deep: the deeper, the more alike its surroundings and the lighter.
        parent = comments[-1] if number % 5 in (2, 4) else None
        [comment] = moderation.record(
            [
                {
                    "submission": moderation.Submission(
                        article=story,
                        text=paragraph(sentences, lambda text: len(text) >= 200)[:200],
                        name=NAMES[number * 7 % len(NAMES)],
                        email=f"reader{number}@example.org",
                        website="https://example.org/notes" if number % 10 == 0 else "",
                        parent=parent,
                    ),
                    "status": "approved",
                    "submitted_at": timezone.now() - timedelta(seconds=437 * (60 - number)),
                }
            ]
        )
        comments.append(comment)
    assert comments[0].pk == FIRST
    for comment in comments:
        # They are drawn by chance.
        Comment.objects.filter(pk=comment.pk).update(tint=comment.pk * 7 % TINTS)
    return story


class Named(HTMLParser):
    """What the page makes a browser load at once: style sheets, scripts, and what it asks for ahead."""

    def __init__(self, page):
        super().__init__()
        self.styles, self.scripts, self.others = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "script" and "src" in values:
            self.scripts.append(values["src"])
        elif tag == "link" and values["rel"] == "stylesheet":
            self.styles.append(values["href"])
        elif (tag == "link" and values["rel"] in ("preload", "modulepreload", "prefetch")) or tag in ("img", "iframe"):
            self.others.append(values)


def compressed(address):
    """The bytes of a static file as WhiteNoise sends them, which compresses them once and well."""
    name = address.removeprefix("/static/")
    with open(finders.find(name), "rb") as file:
        return len(gzip.compress(minified(name, file.read()), 9))


def test_a_story_with_fifty_comments_is_light(client, story):
    response = client.get(story.get_absolute_url(), headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    text = gzip.decompress(response.content).decode()
    assert text.count('class="comment"') == 50
    assert len(re.sub("<[^>]+>", " ", text[text.index('class="body"') : text.index('class="tags"')]).split()) >= 600
    named = Named(text)
    # With the longest of the paddings that hide a page's length (BREACH), one of which is drawn for each answer.
    page = len(gzip.compress(text.encode(), 6)) + CompressionMiddleware.max_random_bytes
    assert len(response.content) <= page
    styles, scripts = (sum(map(compressed, addresses)) for addresses in (named.styles, named.scripts))
    assert not named.others
    assert 1 + len(named.styles) + len(named.scripts) <= REQUESTS
    assert styles <= STYLES
    assert scripts <= SCRIPTS
    assert page + styles + scripts <= LIMIT, f"page {page}, style sheet {styles}, scripts {scripts}"


def test_no_style_sheet_or_script_loads_another(story, client):
    named = Named(client.get(story.get_absolute_url()).content.decode())
    for address in (*named.styles, *named.scripts):
        with open(finders.find(address.removeprefix("/static/"))) as file:
            assert not re.search(r"@import|url\(|\bimport\b|\bfetch\(", file.read())
