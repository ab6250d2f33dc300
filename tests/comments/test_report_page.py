"""The page by which a reader reports a comment, as somebody without scripts uses it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing
from comments import moderation, stamps
from comments.models import Comment, Decision, Report
from tests.factories import make_comment, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _publication():
    make_publication(comments_a_minute=1000)


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def comment(story):
    return make_comment(story, status="approved", name="Huda", text="It was the port's fault.")


def address_of(comment):
    return f"{comment.article.get_absolute_url()}comments/{comment.pk}/report/"


def post(client, comment, headers=None, address="203.0.113.1", **fields):
    data = {"reason": "abuse", "text": "About my brother.", "topic": "", "stamp": stamps.stamp(comment.article)}
    return client.post(address_of(comment), data | fields, headers=headers or {}, REMOTE_ADDR=address)


def assert_refused_with_text(response, status, *words):
    page = response.content.decode()
    assert response.status_code == status
    assert response["Cache-Control"] == "private, no-store"
    assert "<title>Error: " in page
    assert "About my brother." in page
    assert re.search(r'value="abuse"[^>]* checked', page)
    for word in words:
        assert word in page
    assert not Report.objects.exists()


# --- The way there


def test_each_comment_of_a_reader_has_a_link_to_it_and_those_of_the_newsroom_have_none(client, story, comment):
    answer = make_comment(story, user=make_user(), email="", parent=comment)
    page = client.get(story.get_absolute_url()).content.decode()
    assert f'<a href="comments/{comment.pk}/report/" rel="nofollow">Report</a>' in page
    assert f"comments/{answer.pk}/report/" not in page


def test_the_link_is_there_when_comments_are_closed(client, story, comment):
    type(story).objects.update(comments_open=False)
    assert f"comments/{comment.pk}/report/" in client.get(story.get_absolute_url()).content.decode()


def test_the_page_quotes_the_comment_and_asks_why_in_words_of_readers(client, comment):
    response = client.get(address_of(comment))
    page = response.content.decode()
    assert response.status_code == 200
    assert "It was the port&#x27;s fault." in page
    assert set(re.findall(r'type="radio" name="reason" value="(\w+)"', page)) == set(Decision.Reason.values)
    assert "It insults, threatens or incites hatred" in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page


def test_the_page_is_the_same_for_every_reader(client, admin_client, comment):
    first, second = (reader.get(address_of(comment)) for reader in (client, admin_client))
    assert first.content == second.content
    assert not second.cookies
    assert first["ETag"] == second["ETag"]


def test_the_page_is_another_one_when_the_comment_is_hidden(client, comment):
    tag = client.get(address_of(comment))["ETag"]
    assert client.get(address_of(comment), headers={"If-None-Match": tag}).status_code == 304
    moderation.reject(comment, None)
    assert client.get(address_of(comment), headers={"If-None-Match": tag}).status_code == 404


def test_an_address_with_a_wrong_date_leads_to_the_right_one(client, comment):
    right = address_of(comment)
    wrong = re.sub(r"/\d{4}/\d\d/\d\d/", "/2001/01/01/", right)
    response = client.get(wrong)
    assert (response.status_code, response["Location"]) == (301, right)


@pytest.mark.parametrize("status", ["pending", "rejected", "spam"])
def test_what_readers_do_not_see_has_no_such_page(client, story, status):
    hidden = make_comment(story, status=status)
    assert client.get(address_of(hidden)).status_code == 404
    assert post(client, hidden).status_code == 404


def test_a_comment_of_another_story_the_newsrooms_and_none_have_no_such_page(client, story, comment):
    elsewhere = make_comment(make_story("Another"), status="approved")
    answer = make_comment(story, user=make_user(), email="", parent=comment)
    for pk in (elsewhere.pk, answer.pk, 0, 10**30):
        assert client.get(f"{story.get_absolute_url()}comments/{pk}/report/").status_code == 404


def test_a_withdrawn_story_has_no_such_page_and_its_thanks_are_gone(client, story, comment):
    publishing.withdraw(story, by=None)
    assert client.get(address_of(comment)).status_code == 404
    assert client.get(f"{story.get_absolute_url()}comments/reported/").status_code == 410


# --- Sending


def test_a_report_is_stored_and_its_sender_thanked_at_another_address(client, story, comment):
    response = post(client, comment)
    assert response.status_code == 303
    assert response["Location"] == f"{story.get_absolute_url()}comments/reported/"
    page = client.get(response["Location"])
    assert "Your report was received." in page.content.decode()
    assert "noindex" in page.content.decode()
    report = Report.objects.get()
    assert (report.reason, report.text, report.comment) == ("abuse", "About my brother.", comment)
    assert not response.cookies


def test_it_needs_no_text_no_cookie_and_no_token(comment):
    assert post(Client(enforce_csrf_checks=True), comment, text="").status_code == 303
    assert Report.objects.get().text == ""


def test_under_the_other_language_it_answers_in_it(client, story, comment):
    address = "/ar" + address_of(comment)
    assert address.startswith("/ar/")
    stamp = stamps.stamp(story)
    response = client.post(address, {"reason": "other", "stamp": stamp})
    assert response["Location"].startswith("/ar/")


def test_again_from_the_same_network_the_thanks_are_the_same(client, comment):
    first, second = post(client, comment), post(client, comment)
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert Report.objects.count() == 1


def test_a_machine_gets_the_same_thanks_and_does_nothing(client, comment):
    first, machine = post(client, comment), post(client, comment, topic="x", address="203.0.113.2")
    assert (first.status_code, first["Location"]) == (machine.status_code, machine["Location"])
    assert Report.objects.filter(counts=False).count() == 1


def test_three_networks_hide_it_for_readers(client, story, comment):
    for host in (1, 2, 3):
        assert "the port&#x27;s fault" in client.get(story.get_absolute_url()).content.decode()
        post(client, comment, address=f"203.0.113.{host}")
    assert "the port&#x27;s fault" not in client.get(story.get_absolute_url()).content.decode()


# --- Refused, with everything that was typed


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": "About my brother. " + "x" * 1000}, "at most 1000 characters"),
        ({"stamp": "2001-01-01.x"}, "The form had expired"),
    ],
)
def test_a_report_with_a_fault_comes_back(client, comment, fields, words):
    assert_refused_with_text(post(client, comment, **fields), 422, words)


@pytest.mark.parametrize("reason", ["", "unheard of"])
def test_a_report_needs_a_reason(client, comment, reason):
    response = post(client, comment, reason=reason)
    assert response.status_code == 422
    page = response.content.decode()
    assert '<a href="#id_reason">What is wrong with it: Choose what is wrong with the comment.</a>' in page
    assert '<div id="id_reason">' in page
    assert "About my brother." in page


def test_from_a_page_of_another_site_it_is_403(client, comment):
    assert_refused_with_text(post(client, comment, headers={"Sec-Fetch-Site": "cross-site"}), 403, "Send report")


def test_too_many_at_once_are_429_with_the_time_to_wait(client, story, comment):
    for other in [make_comment(story, status="approved") for _number in range(5)]:
        post(client, other)
    Report.objects.update(submitted_at=timezone.now() - timedelta(seconds=10))
    response = post(client, comment)
    assert response.status_code == 429
    assert 45 <= int(response["Retry-After"]) <= 50
    assert "About my brother." in response.content.decode()
    assert Comment.objects.get(pk=comment.pk).status == "approved"


def test_a_comment_hidden_while_its_report_is_on_the_way_is_404_with_the_text_kept(client, comment):
    moderation.reject(comment, None)
    response = post(client, comment)
    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"
    assert "About my brother." in response.content.decode()
    assert "It was the port" not in response.content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_405(client, comment, method):
    assert getattr(client, method)(address_of(comment)).status_code == 405
