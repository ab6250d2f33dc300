"""What a page may ask the database, exactly, and no more with three times the rows. The furniture is in memory."""

import pytest
from django.db import connection
from django.utils import timezone

from comments import links, moderation
from comments.models import Mail
from tests.factories import (
    make_author,
    make_comment,
    make_comments,
    make_photo,
    make_publication,
    make_section,
    make_stories,
    make_story,
    make_tag,
    make_user,
)

pytestmark = pytest.mark.django_db


def make_rows(times):
    make_publication()
    section, tag = make_section(), make_tag()
    fields = {"section": section, "tags": [tag], "authors": [make_author(), make_author("Yusuf")]}
    make_stories(8 * times, **fields)
    figures = "".join(f'<figure data-photo="{make_photo().pk}"></figure>' for _figure in range(times))
    story = make_story(
        "The story", featured_photo=make_photo(), body=f"<p>Text.</p>{figures}", published_at=timezone.now(), **fields
    )
    heads = make_comments(story, 50 * times)
    [reply, *_others] = make_comments(story, 20 * times, parent=heads[0])
    # What is nested costs nothing: the page is put together from the replies that one query brought.
    make_comments(story, 20 * times, parent=reply)
    return {
        "/": 4,
        story.get_absolute_url(): 11,
        f"{story.get_absolute_url()}?thread={heads[0].pk}": 11,
        # One more than the front page for the section, and one for the other languages in which it has stories.
        section.get_absolute_url(): 6,
        tag.get_absolute_url(): 6,
        story.ordered_authors[0].get_absolute_url(): 6,
        # The edition, two for the years that are offered, what is found, rows, bylines, and the
        # marks: on SQLite two. PostgreSQL is asked for stems too, and is told in a savepoint not to read the whole table.
        "/search/?q=text": 8 if connection.vendor == "sqlite" else 11,
        # Tags and corrections are part of a story in a feed.
        "/feed/": 6,
        "/feed/atom/": 6,
        f"{section.get_absolute_url()}feed/": 7,
        "/comments/feed/": 2,
        "/comments/mine/": 1,
        f"{story.get_absolute_url()}feed/": 3,
        f"/{story.published_at:%Y}/": 4,
    }


@pytest.mark.parametrize("times", [1, 3])
def test_reader_pages_ask_the_same_few_questions_whatever_the_rows(client, django_assert_num_queries, times):
    counts = make_rows(times)
    client.get("/")
    for path, number in counts.items():
        with django_assert_num_queries(number):
            assert client.get(path).status_code == 200


@pytest.mark.parametrize("times", [1, 3])
def test_the_page_of_everything_asks_the_same_questions_whatever_is_held(client, django_assert_num_queries, times):
    make_publication(comments_a_minute=100)
    by = make_user()
    for number in range(3 * times):
        story = make_story(f"Story {number}")
        comment = make_comment(story, status="rejected", email="huda@example.org", by=by)
        moderation.appeal(comment, "Why?")
        moderation.revise(comment, "Another text.")
        Mail.objects.create(kind="outcome", commenter=comment.commenter, comment=comment, language="en")
    path = links.commenter_path("mine", comment.commenter_id)
    client.get(path)
    # Whose link it is; the comments with story and appeal, their texts and decisions; which stories readers may see; mails;
    # the edition.
    with django_assert_num_queries(7):
        assert client.get(path).status_code == 200
    with django_assert_num_queries(7):
        assert client.post(path, {"act": "export"}).status_code == 200


@pytest.mark.parametrize("times", [1, 3])
def test_the_queue_asks_the_same_questions_whatever_waits(client, django_assert_num_queries, settings, times):
    settings.COMMENT_GUARDS = False
    make_publication(reports_to_hide=10)
    story, by = make_story(), make_user(group="moderator")
    client.force_login(by)
    fields = {"status": "pending", "text": "Look: https://watches.example/", "email": "a@example.org"}
    alike = make_comments(story, 40 * times, **fields)
    [reply] = make_comments(story, 1, parent=make_comment(story, status="approved"), **fields)
    moderation.decide_many(alike[: 5 * times], "mark_spam", by)
    # It is before the moderators again, and so are others.
    again = [reply, *alike[10 * times : 15 * times]]
    moderation.decide_many(again, "approve", by)
    for comment in again:
        for host in range(2 * times):
            moderation.report(comment, "abuse", network=f"203.0.113.{host}")
    address = f"/admin/comments/comment/queue/?comment={reply.pk}&sort=flags"
    client.get(address)
    # Session, account and rights 4; the comment, its texts, rules and decisions 4; how many wait, and how many of these
    # are urgent 2; the last acts and the sizes of batches 2; the claim 3; before it, behind it with as many flags, and
    # with fewer 3; its commenter 2; whether readers see the story; what is alike 5; the reports; the edition.
    with django_assert_num_queries(28):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("times", [1, 3])
def test_an_appeal_in_the_queue_costs_the_same_whoever_else_moderates(
    client, django_assert_num_queries, settings, times
):
    settings.COMMENT_GUARDS = False
    make_publication(comments_a_minute=100)
    story, by = make_story(), make_user(group="moderator")
    for number in range(2 * times):
        make_user(f"other{number}", group="moderator")
        comment = make_comment(story, status="rejected", by=by, email=f"huda{number}@example.org")
        moderation.appeal(comment, "Why?")
    client.force_login(by)
    address = f"/admin/comments/comment/queue/?comment={comment.pk}"
    client.get(address)
    # Whether it is an appeal against one's own decision, and whether there is another moderator, besides what any costs.
    with django_assert_num_queries(2 + 25):
        assert client.get(address).status_code == 200
