"""What stands beside a story: related stories, and the ones before and after it in its section."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing, related
from articles.models import Article
from tests.factories import make_draft, make_section, make_stories, make_story, make_tag

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def published(headline, hours_ago, **fields):
    return make_story(headline, published_at=NOW - timedelta(hours=hours_ago), **fields)


def headlines(stories):
    return [story and story.headline for story in stories]


def test_a_tag_in_common_goes_before_the_section_and_both_before_one():
    port, sea, tag, other = make_section("Port"), make_section("Sea"), make_tag("Pilots"), make_tag("Cranes")
    story = published("Story", 5, section=port, tags=[tag, other])
    published("Section only, newer", 1, section=port)
    published("Section only, older", 2, section=port)
    published("One tag", 3, section=sea, tags=[tag])
    published("One tag and section", 4, section=port, tags=[tag])
    published("Two tags", 6, section=sea, tags=[tag, other])
    published("Nothing in common", 0, section=sea)
    assert headlines(related.related_to(story)) == [
        "Two tags",
        "One tag and section",
        "One tag",
        "Section only, newer",
    ]


def test_a_story_without_a_section_is_related_by_its_tags():
    tag = make_tag()
    story = published("Story", 2, tags=[tag])
    published("Same tag", 1, tags=[tag])
    published("No section either", 1)
    assert headlines(related.related_to(story)) == ["Same tag"]


def test_what_readers_may_not_see_is_never_related_nor_a_neighbour():
    section, tag = make_section(), make_tag()
    fields = {"section": section, "tags": [tag]}
    story = published("Story", 2, **fields)
    make_draft("Draft", **fields)
    make_story("Scheduled", published_at=NOW + timedelta(hours=1), **fields)
    publishing.withdraw(published("Withdrawn", 1, **fields), by=None)
    published("Arabic", 1, language="ar", **fields)
    assert headlines(related.related_to(story)) == []
    assert related.neighbours(story) == (None, None)


def test_neighbours_are_the_nearest_in_time_in_the_same_section():
    section = make_section()
    published("Long before", 9, section=section)
    published("Before", 6, section=section)
    story = published("Story", 5, section=section)
    published("After", 4, section=section)
    published("Long after", 1, section=section)
    published("Elsewhere", 5, section=make_section("Sea"))
    assert headlines(related.neighbours(story)) == ["Before", "After"]


def test_stories_of_the_same_moment_follow_one_another_by_id():
    section = make_section()
    first, second, third = (published(name, 1, section=section) for name in ("First", "Second", "Third"))
    assert headlines(related.neighbours(second)) == ["First", "Third"]
    assert headlines(related.neighbours(first)) == [None, "Second"]
    assert headlines(related.neighbours(third)) == ["Second", None]


def test_a_neighbour_is_not_named_twice(client):
    section = make_section()
    published("The neighbour", 3, section=section)
    story = published("Story", 2, section=section)
    page = client.get(story.get_absolute_url()).content.decode()
    assert page.count("The neighbour") == 1


def test_each_answer_takes_one_query(django_assert_num_queries):
    section, tag = make_section(), make_tag()
    make_stories(30, section=section, tags=[tag])
    story = Article.objects.prefetch_related("tags").order_by("published_at")[10]
    with django_assert_num_queries(1):
        assert len(related.related_to(story)) == related.SHOWN
    with django_assert_num_queries(1):
        assert None not in related.neighbours(story)


def test_stories_of_another_language_do_not_crowd_out_those_of_the_same():
    tag = make_tag()
    story = published("Story", 5, tags=[tag])
    published("Related", 6, tags=[tag])
    make_stories(related.CANDIDATES + 1, tags=[tag], language="ar")
    assert headlines(related.related_to(story)) == ["Related"]
