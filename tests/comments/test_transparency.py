"""The public totals, the figures of the desk, and what a commenter is told of how long it takes."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import translation

from comments import charts, figures, moderation, spans, statistics
from tests.conftest import NOON
from tests.factories import make_page, make_publication, make_story, make_submission, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/comments/transparency/"


@pytest.fixture
def story(settings, clock):
    settings.COMMENT_GUARDS = False
    make_publication()
    return make_story(published_at=datetime(2025, 1, 1, tzinfo=UTC), comments_never_close=True)


def sent(story, at, verb=None, by=None, **fields):
    comment = moderation.submit(make_submission(story, **fields), now=at)
    if verb:
        moderation.VERBS[verb](comment, by, now=at + timedelta(hours=2))
    return comment


def cells(page):
    return [
        [re.sub("<[^>]*>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    ]


# --- The public page


def test_the_page_says_month_by_month_what_became_of_the_comments(client, story):
    noura = make_user("noura", email="noura@example.org")
    sent(story, datetime(2026, 10, 5, tzinfo=UTC), "approve", noura)
    sent(story, datetime(2026, 10, 6, tzinfo=UTC), "reject", noura)
    sent(story, datetime(2026, 11, 2, tzinfo=UTC), trap="x")
    page = client.get(ADDRESS).content.decode()
    assert ["November 2026", "1", "0", "0", "1", "0", "0"] in cells(page)
    assert ["October 2026", "2", "1", "1", "0", "0", "0"] in cells(page)
    assert ["October 2026", "2 hours", "0", "0"] in cells(page)
    assert "noura" not in page


def test_the_page_stays_the_same_until_midnight_and_knows_its_moment(client, story, clock, settings):
    settings.TIME_ZONE = "Asia/Kuwait"
    comment = sent(story, NOON - timedelta(days=1))
    before = client.get(ADDRESS)
    moderation.approve(comment, None)
    sent(story, NOON)
    clock(datetime(2026, 11, 23, 20, 59, 59, tzinfo=UTC))
    assert client.get(ADDRESS).content == before.content
    assert client.get(ADDRESS, headers={"If-None-Match": before["ETag"]}).status_code == 304
    clock(datetime(2026, 11, 23, 21, 0, 1, tzinfo=UTC))
    after = client.get(ADDRESS, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert ["November 2026", "2", "1", "0", "0", "0", "1"] in cells(after.content.decode())


def test_what_another_system_dated_before_midnight_is_counted_at_once(client, story):
    client.get(ADDRESS)
    submission = make_submission(story)
    moderation.record([{"submission": submission, "status": "approved", "submitted_at": NOON - timedelta(days=3)}])
    assert ["November 2026", "1", "1", "0", "0", "0", "0"] in cells(client.get(ADDRESS).content.decode())


@pytest.mark.parametrize("times", [1, 3])
def test_the_page_counts_once_a_day(client, story, django_assert_num_queries, times):
    for _time in range(3 * times):
        sent(story, NOON - timedelta(days=2), "approve")
    client.get(ADDRESS)
    # The edition, the two newest rows before midnight, the rules for comments.
    with django_assert_num_queries(4):
        client.get(ADDRESS)
    cache.clear()
    with django_assert_num_queries(8):
        client.get(ADDRESS)


def test_the_page_is_there_in_arabic_with_the_digits_of_the_publication(client, story):
    make_publication(digits="native")
    sent(story, NOON - timedelta(days=2))
    page = client.get(f"/ar{ADDRESS}").content.decode()
    assert '<html lang="ar" dir="rtl"' in page
    assert "٢٠٢٦" in page
    assert f'hreflang="en" href="http://127.0.0.1:8000{ADDRESS}"' in page


def test_the_page_shows_the_rules_for_comments_in_its_language(client, story):
    make_page("comment-rules", title="Comment rules", body="<p>No insults.</p>")
    page = client.get(ADDRESS).content.decode()
    assert "No insults." in page
    assert 'href="/page/comment-rules/"' in page
    assert "No insults." not in client.get(f"/ar{ADDRESS}").content.decode()


def test_without_comments_the_page_has_no_tables(client, story):
    page = client.get(ADDRESS).content.decode()
    assert "<table" not in page
    assert "No comments were sent" in page


# --- What a commenter is told


def received(client, story):
    form = client.get(f"{story.get_absolute_url()}comments/").content.decode()
    data = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    typed = {"comment": "I was there.", "name": "Huda", "email": "huda@example.org"}
    return client.post(f"{story.get_absolute_url()}comments/", data | typed, follow=True)


@pytest.mark.parametrize(("number", "told"), [(19, False), (20, True)])
def test_a_commenter_is_told_how_long_it_takes_when_enough_is_known(client, story, number, told):
    noura = make_user("noura")
    for _time in range(number):
        sent(story, NOON - timedelta(days=2), "approve", noura)
    response = received(client, story)
    assert ("This usually takes about 2 hours." in response.content.decode()) is told
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        *((0, "5 minutes"), (301, "10 minutes"), (3300, "55 minutes"), (3301, "1 hour"), (3601, "2 hours")),
        *((23 * 3600, "23 hours"), (23 * 3600 + 1, "1 day"), (86401, "2 days")),
    ],
)
def test_a_wait_is_rounded_up(seconds, words):
    assert spans.about(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "1 minute"), (4980, "83 minutes"), (7200, "2 hours"), (172800, "2 days")]
)
def test_a_span_is_said_in_one_unit(seconds, words):
    assert spans.in_words(seconds) == words


# --- The desk


def test_the_desk_draws_its_figures_with_a_table_and_tells_their_age(client, story, groups, clock):
    noura = make_user("noura", group="moderator")
    sent(story, NOON - timedelta(days=2), "approve", noura, text="See https://a.example and https://b.example")
    client.force_login(noura)
    client.get("/admin/")
    clock(NOON + timedelta(seconds=40))
    page = client.get("/admin/").content.decode()
    assert "Counted 40 seconds ago." in page
    assert page.count('role="img" aria-labelledby="chart-') == 2
    assert ["21 November 2026", "1", "1", "1", "0", "0", "0"] in cells(page)
    assert "Several links" in page
    assert "2 hours" in page


def test_the_desk_of_a_new_newsroom_says_so_instead_of_zeros(client, story, groups):
    client.force_login(make_user(group="moderator"))
    page = client.get("/admin/").content.decode()
    assert "Nobody has sent a comment in this time." in page
    assert "<svg" not in page.partition('id="figures-heading"')[2].partition("</section>")[0]


def test_the_figures_are_for_moderators(client, story, groups):
    client.force_login(make_user(group="editor"))
    assert "figures-heading" not in client.get("/admin/").content.decode()


def test_the_figures_are_counted_once_a_minute_in_whatever_language(story, django_assert_num_queries):
    figures.desk()
    with django_assert_num_queries(0), translation.override("ar"):
        figures.desk()


def test_time_runs_as_the_reader_reads(story):
    days = statistics.per_day(statistics.last_days(NOON, 3))
    days[0] = days[0]._replace(received=3)
    [ltr, rtl] = [charts.beside(days, "received", "decided", is_rtl).columns[0].bars[0] for is_rtl in (False, True)]
    assert ltr.x < charts.WIDTH / 2 < rtl.x
    assert ltr.x + rtl.x + rtl.width == pytest.approx(charts.WIDTH)


@pytest.mark.parametrize(("number", "top"), [(0, 2), (2, 2), (3, 4), (10, 10), (11, 20), (99, 100), (3286, 4000)])
def test_a_chart_ends_at_a_round_number(number, top):
    assert charts.round_top(number) == top
