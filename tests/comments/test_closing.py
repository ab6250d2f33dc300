"""When comments are closed: on one story, everywhere, and open again in the same second on page, form and POST."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone, translation

from articles.models import Article, Publication
from comments import moderation
from comments.models import Comment
from tests.comments.test_submit import post
from tests.conftest import NOON
from tests.factories import make_comment, make_publication, make_story, make_submission, make_user

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
# A Sunday at eight in the morning, in Kuwait.
OPENS_AT = datetime(2026, 11, 29, 8, 0, tzinfo=ZoneInfo("Asia/Kuwait"))


@pytest.fixture(autouse=True)
def kuwait(settings):
    settings.TIME_ZONE = "Asia/Kuwait"


@pytest.fixture
def story(clock):
    make_publication()
    return make_story(comments_never_close=True, published_at=NOON - timedelta(hours=1))


def close_everywhere(**fields):
    return make_publication(comments_closed=True, **fields)


def answers(client, story):
    """(the page's, the form's and the POST's status, whether the page has a form, whether the form's page has)"""
    path = story.get_absolute_url()
    page, form = client.get(path), client.get(f"{path}comments/")
    posted = post(client, story, comment=f"Sent at {timezone.now()}")
    has_form = [b'name="comment"' in response.content for response in (page, form)]
    return page.status_code, form.status_code, posted.status_code, *has_form


def address_in(language, story):
    """Of an English story under the interface of another language."""
    return story.get_absolute_url() if language == "en" else f"/{language}{story.get_absolute_url()}"


CLOSED, OPEN = (200, 200, 403, False, False), (200, 200, 303, True, True)


# --- One story


@pytest.mark.parametrize(("moment", "expected"), [(-SECOND, OPEN), (timedelta(0), CLOSED), (SECOND, CLOSED)])
def test_a_story_closes_in_its_second_on_page_form_and_post(client, clock, story, moment, expected):
    Article.objects.update(comments_never_close=False, comments_close_at=OPENS_AT)
    clock(OPENS_AT + moment)
    assert answers(client, story) == expected


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_story_that_will_close_says_when_and_one_that_has_closed_says_so(client, clock, story, language):
    Article.objects.update(comments_never_close=False, comments_close_at=OPENS_AT)
    path = address_in(language, story)
    assert '<time datetime="2026-11-29T08:00+03:00">' in client.get(path).content.decode()
    clock(OPENS_AT)
    with translation.override(language):
        sentence = moderation.why_closed(Article.objects.get())
    for address in (path, f"{path}comments/"):
        page = client.get(address).content.decode()
        assert f'<p class="closed">{sentence}</p>' in page
        assert "08:00:00" not in page


def test_a_story_that_never_closes_names_no_time(client, story):
    assert "Comments on this story close" not in client.get(story.get_absolute_url()).content.decode()


# --- Everywhere


@pytest.mark.parametrize(("moment", "expected"), [(-SECOND, CLOSED), (timedelta(0), OPEN), (SECOND, OPEN)])
def test_closed_comments_open_again_in_their_second_on_page_form_and_post(client, clock, story, moment, expected):
    close_everywhere(comments_reopen_at=OPENS_AT)
    clock(OPENS_AT + moment)
    assert answers(client, story) == expected


def test_without_a_time_they_stay_closed(client, clock, story):
    close_everywhere()
    clock(OPENS_AT + timedelta(days=900))
    assert answers(client, story) == CLOSED


def test_a_time_to_open_again_closes_nothing_by_itself(client, story):
    make_publication(comments_reopen_at=OPENS_AT)
    assert answers(client, story) == OPEN


def test_a_refused_comment_is_kept_in_the_form(client, story):
    Article.objects.update(comments_never_close=False, comments_close_at=OPENS_AT)
    close_everywhere(comments_notice={"en": "Back on Sunday."})
    response = post(client, story, comment="Nothing typed is lost.")
    page = response.content.decode()
    assert response.status_code == 403
    assert "Nothing typed is lost." in page
    assert "Comments are closed. Back on Sunday." in page
    assert "Comments on this story close on" not in page


def test_approved_comments_stay_and_nobody_can_answer_them(client, story):
    comment = make_comment(story, status="approved", text="It stays.")
    close_everywhere(comments_reopen_at=OPENS_AT)
    page = client.get(story.get_absolute_url()).content.decode()
    assert "It stays." in page
    assert "?reply=" not in page
    form = client.get(f"{story.get_absolute_url()}comments/?reply={comment.pk}")
    assert (form.status_code, b"<textarea" in form.content) == (200, False)


def test_the_newsroom_may_answer_while_comments_are_closed(story):
    comment = make_comment(story, status="approved")
    close_everywhere(comments_reopen_at=OPENS_AT)
    assert moderation.answer(comment, make_user(group="moderator"), "Here is the answer.").status == "approved"


@pytest.mark.parametrize("opens_after", [timedelta(0), SECOND])
def test_the_verb_goes_by_the_time_that_it_is_given(clock, story, opens_after):
    close_everywhere(comments_reopen_at=OPENS_AT)
    with pytest.raises(moderation.Closed):
        moderation.submit(make_submission(story), now=OPENS_AT - SECOND)
    moderation.submit(make_submission(story), now=OPENS_AT + opens_after)
    assert Comment.objects.count() == 1


# --- What the page says


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Comments are closed on all stories at the moment."),
        ({"comments_reopen_at": OPENS_AT}, "Comments are closed. They open again on Sunday, 29 November, at 08:00."),
        (
            {"comments_reopen_at": OPENS_AT.replace(year=2027, month=1, day=3)},
            "Comments are closed. They open again on Sunday, 3 January 2027, at 08:00.",
        ),
        (
            {"comments_reopen_at": OPENS_AT, "comments_notice": {"en": "Back on Sunday."}},
            "Comments are closed. Back on Sunday.",
        ),
        ({"comments_notice": {"ar": "نعود الأحد."}}, "Comments are closed. \u2068نعود الأحد.\u2069"),
        (
            {"comments_reopen_at": OPENS_AT, "comments_notice": {"ar": "نعود الأحد."}},
            "Comments are closed. They open again on Sunday, 29 November, at 08:00.",
        ),
    ],
)
def test_the_notice_of_the_readers_language_goes_before_the_time_and_that_before_another_language(story, fields, said):
    close_everywhere(**fields)
    assert moderation.why_closed(story, Publication.current()) == said


@pytest.mark.parametrize(("digits", "time"), [("latin", "08:00"), ("native", "٠٨:٠٠")])
def test_in_arabic_the_day_is_arabic_with_the_digits_of_the_publication(client, story, digits, time):
    close_everywhere(comments_reopen_at=OPENS_AT, digits=digits)
    page = client.get(address_in("ar", story)).content.decode()
    closed = page.partition('<p class="closed">')[2].partition("</p>")[0]
    assert "الأحد" in closed
    assert time in closed


def test_each_language_has_its_own_notice(client, story):
    close_everywhere(comments_notice={"en": "Back on <Sunday>.", "ar": "نعود الأحد."})
    pages = {language: client.get(address_in(language, story)).content.decode() for language in ("en", "ar")}
    assert "Back on &lt;Sunday&gt;." in pages["en"]
    assert "نعود الأحد." in pages["ar"]
    assert "Sunday" not in pages["ar"]


@pytest.mark.parametrize("fields", [{"comments_open": False}, {"comments_close_at": OPENS_AT - SECOND}])
def test_a_story_that_stays_closed_by_itself_promises_nothing(story, fields):
    Article.objects.update(comments_never_close=False, **fields)
    close_everywhere(comments_reopen_at=OPENS_AT, comments_notice={"en": "Back on Sunday."})
    closed = Article.objects.get()
    assert moderation.why_closed(closed, Publication.current()) == "Comments on this story are closed."


# --- The version of a page


@pytest.mark.parametrize("address", ["", "comments/"])
def test_a_kept_page_with_the_form_ends_when_comments_open_again(client, clock, story, address):
    close_everywhere(comments_reopen_at=OPENS_AT)
    path = f"{story.get_absolute_url()}{address}"
    clock(OPENS_AT - SECOND)
    held = client.get(path)["ETag"]
    assert client.get(path, headers={"If-None-Match": held}).status_code == 304
    clock(OPENS_AT)
    assert client.get(path, headers={"If-None-Match": held}).status_code == 200


@pytest.mark.parametrize("address", ["{path}feed/", "/", "/comments/feed/"])
def test_pages_without_the_form_are_not_renewed_for_it(client, clock, story, address):
    address = address.format(path=story.get_absolute_url())
    close_everywhere(comments_reopen_at=OPENS_AT)
    clock(OPENS_AT - SECOND)
    held = client.get(address)["ETag"]
    clock(OPENS_AT)
    assert client.get(address)["ETag"] == held


# --- The form of the publication


@pytest.fixture
def moderator():
    client = Client()
    client.force_login(make_user(group="moderator"))
    return client


def save(client, **fields):
    data = {"comments_close_after_days": "30", "comments_a_minute": "4", "reports_to_hide": "3", "stories_a_page": "20"}
    return client.post("/admin/articles/publication/1/change/", data | fields)


def closing_until(moment):
    local = timezone.localtime(moment)
    return {
        "comments_closed": "on",
        "comments_reopen_at_0": f"{local:%Y-%m-%d}",
        "comments_reopen_at_1": f"{local:%H:%M:%S}",
    }


def stored():
    publication = Publication.current()
    return publication.comments_closed, publication.comments_reopen_at


def test_a_moderator_closes_comments_everywhere_until_a_time_with_a_notice(client, clock, story, moderator):
    held = client.get(story.get_absolute_url())["ETag"]
    response = save(moderator, **closing_until(OPENS_AT), comments_notice_en="Back soon.")
    assert response.status_code == 302
    assert stored() == (True, OPENS_AT)
    page = client.get(story.get_absolute_url(), headers={"If-None-Match": held})
    assert "Comments are closed. Back soon." in page.content.decode()


@pytest.mark.parametrize(("moment", "is_refused"), [(-SECOND, True), (timedelta(0), True), (SECOND, False)])
def test_a_time_that_is_past_is_refused(clock, story, moderator, moment, is_refused):
    response = save(moderator, **closing_until(NOON + moment))
    assert (response.status_code == 200) is is_refused
    assert ("This time is past" in response.content.decode()) is is_refused


def test_a_time_that_passed_while_the_form_was_open_is_taken_as_it_is(clock, story, moderator):
    close_everywhere(comments_reopen_at=OPENS_AT)
    clock(OPENS_AT + SECOND)
    assert save(moderator, **closing_until(OPENS_AT)).status_code == 302
    assert stored() == (True, OPENS_AT)


def test_once_they_are_open_again_the_switch_is_off_and_saving_tidies_up(clock, story, moderator):
    close_everywhere(comments_reopen_at=OPENS_AT)
    clock(OPENS_AT)
    form = moderator.get("/admin/articles/publication/1/change/").context["adminform"].form
    assert (form["comments_closed"].value(), form["comments_reopen_at"].value()) == (False, None)
    save(moderator)
    assert stored() == (False, None)


def test_opening_by_hand_forgets_the_time_so_that_it_does_not_open_the_next_closing(clock, story, moderator):
    close_everywhere(comments_reopen_at=OPENS_AT)
    until = closing_until(OPENS_AT)
    del until["comments_closed"]
    assert save(moderator, **until).status_code == 302
    assert stored() == (False, None)


def test_a_new_time_while_comments_are_open_is_not_lost_without_a_word(clock, story, moderator):
    until = closing_until(OPENS_AT)
    del until["comments_closed"]
    assert "Close them everywhere until this time" in save(moderator, **until).content.decode()
