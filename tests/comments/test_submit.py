"""The way of a comment in, over HTTP."""

import re
from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from articles import publishing
from comments import moderation, stamps
from comments.forms import CommentForm
from comments.models import Comment
from comments.origin import is_cross_site
from tests.factories import make_comment, make_publication, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _publication():
    make_publication()


@pytest.fixture
def story():
    return make_story()


def data_for(story, **fields):
    return {
        "comment": "A fair account of the day.",
        "name": "Huda",
        "email": "huda@example.org",
        "website": "",
        "parent": "",
        "topic": "",
        "stamp": stamps.stamp(story),
    } | fields


def post(client, story, headers=None, **fields):
    return client.post(f"{story.get_absolute_url()}comments/", data_for(story, **fields), headers=headers or {})


def assert_refused_with_text(response, status, *words):
    page = response.content.decode()
    assert response.status_code == status
    assert response["Cache-Control"] == "private, no-store"
    assert "<title>Error: " in page
    assert "A fair account of the day." in page
    for word in words:
        assert word in page
    assert not Comment.objects.filter(text__startswith="A fair account").exists()


def test_a_comment_is_taken_and_its_writer_told_that_it_is_held(client, story):
    response = post(client, story)
    assert response.status_code == 303
    received = client.get(response["Location"])
    page = received.content.decode()
    assert re.search(r'role="status".{0,200}Your comment is held for moderation', page, re.DOTALL)
    assert "A fair account of the day." in page
    assert Comment.objects.get().status == "pending"


def test_the_received_page_is_private(client, story):
    received = client.get(post(client, story)["Location"])
    assert received["Cache-Control"] == "private, no-store"
    assert received["X-Robots-Tag"] == "noindex"
    assert received["Referrer-Policy"] == "no-referrer"
    assert "huda@example.org" not in received.content.decode()
    assert not received.cookies


def test_the_received_page_needs_a_good_token_of_this_story(client, story, monkeypatch):
    address = post(client, story)["Location"]
    other = make_story("Another")
    token = address.rstrip("/").rpartition("/")[2]
    assert client.get(f"{other.get_absolute_url()}comments/received/{token}/").status_code == 404
    assert client.get(address[:-3] + "xx/").status_code == 404
    in_eight_days = timezone.now().timestamp() + 8 * 86400
    monkeypatch.setattr("django.core.signing.time.time", lambda: in_eight_days)
    assert client.get(address).status_code == 404


def test_the_trap_gets_the_ordinary_answer_and_is_stored_as_spam(client, story):
    response = post(client, story, topic="pills")
    assert response.status_code == 303
    assert "held for moderation" in client.get(response["Location"]).content.decode()
    assert Comment.objects.get().status == "spam"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("comment", "", "Write your comment here"),
        ("comment", "ab", "at least 3 characters"),
        ("comment", "\u200b\u200b\u200b\u200b", "Write your comment here"),
        ("comment", "\u2800 x \u2800", "at least 3 characters"),
        ("comment", "x" * 10_001, "at most 10000 characters; this one has 10001"),
        ("name", "", "Give the name"),
        ("name", "\u202e\u200b", "Give the name"),
        ("name", "\ufe0f\ufe0f", "Give the name"),
        ("name", "\u0301", "Give the name"),
        ("comment", "\U000e0100\u180b\ufe0f", "at least 3 characters"),
        ("name", "n" * 101, "at most 100 characters"),
        ("email", "", "it will not be published"),
        ("email", "huda", "not an e-mail address"),
        ("email", "h" * 250 + "@example.org", "254"),
        ("website", "javascript:alert(1)", "not a web address"),
        ("website", "ftp://example.org", "not a web address"),
        ("website", "https://example.org/" + "x" * 200, "at most 200 characters"),
    ],
)
def test_a_wrong_field_is_marked_named_and_linked(client, story, field, value, words):
    fields = {"comment": "A fair account of the day."} | {field: value}
    response = post(client, story, **fields)
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert f'href="#id_{field}"' in page
    wrong = re.findall(r'<(?:input|textarea)[^>]*aria-invalid="true"[^>]*>', page)
    assert len(wrong) == 1
    assert f'name="{field}"' in wrong[0]
    assert f'aria-describedby="id_{field}_error"' in wrong[0]
    assert f'id="id_{field}_error"' in page
    assert not Comment.objects.exists()


def test_a_refused_form_keeps_what_was_typed_and_puts_the_summary_first(client, story):
    response = post(client, story, email="huda", website="https://example.org")
    assert_refused_with_text(response, 422, 'value="Huda"', 'value="huda"', 'value="https://example.org"')
    page = response.content.decode()
    assert re.search(r'<[^>]*role="alert"[^>]*tabindex="-1"[^>]*autofocus', page)
    assert "aria-invalid" not in re.search(r'<input[^>]*name="name"[^>]*>', page)[0]


@pytest.mark.parametrize(
    ("value", "stored"),
    [("www.example.org", "https://www.example.org"), ("http://example.org", "http://example.org"), ("", "")],
)
def test_a_website_is_kept_as_a_web_address(client, story, value, stored):
    post(client, story, website=value)
    assert Comment.objects.get().website == stored


def test_hostile_characters_are_neutralised_and_line_breaks_kept(client, story):
    post(client, story, comment="One\r\n\r\ntwo \u202ereversed\u202c\x00 three", name="Hu\u202eda\x00")
    comment = Comment.objects.get()
    assert (comment.text, comment.name) == ("One\n\ntwo reversed three", "Huda")


@pytest.mark.parametrize("age", [0, 1, 2])
def test_a_form_of_today_or_the_two_days_before_is_good(story, age):
    assert stamps.is_good(story, stamps.stamp(story, stamps.today() - timedelta(days=age)))


def test_an_older_form_comes_back_with_a_new_stamp_and_the_text(client, story):
    old = stamps.stamp(story, stamps.today() - timedelta(days=3))
    response = post(client, story, stamp=old)
    assert_refused_with_text(response, 422, "send it once more", f'value="{stamps.stamp(story)}"')


@pytest.mark.parametrize("stamp", ["", "x", "2026-11-23", "2026-11-23.x", ".", "9999-99-99.abc", "\x00"])
def test_a_made_up_stamp_is_refused(client, story, stamp):
    assert_refused_with_text(post(client, story, stamp=stamp), 422)


def test_a_stamp_of_another_story_is_refused(client, story):
    assert_refused_with_text(post(client, story, stamp=stamps.stamp(make_story("Another"))), 422)


def test_too_many_at_once_are_429_with_the_time_to_wait(client, story):
    for number in range(4):
        assert post(client, story, comment=f"Number {number}").status_code == 303
    response = post(client, story)
    assert_refused_with_text(response, 429, "faster than they can be read")
    assert 1 <= int(response["Retry-After"]) <= 60


def test_the_same_comment_twice_is_409(client, story):
    post(client, story)
    response = post(client, story, email="HUDA@example.org")
    assert response.status_code == 409
    assert "We have this comment already" in response.content.decode()
    assert Comment.objects.count() == 1


def test_a_closed_story_is_403_with_the_text_kept(client):
    assert_refused_with_text(post(client, make_story(comments_open=False)), 403, "Comments on this story are closed.")


def test_comments_closed_everywhere_are_403_and_the_story_shows_no_form(client, story):
    make_comment(story, status="approved", text="Shown all the same")
    make_publication(comments_closed=True)
    from articles import edition

    edition.advance()
    assert_refused_with_text(post(client, story), 403, "closed on all stories")
    page = client.get(story.get_absolute_url()).content.decode()
    assert "comment-form" not in page
    assert "Shown all the same" in page


@pytest.mark.parametrize(
    ("headers", "refused"),
    [
        ({}, False),
        ({"Sec-Fetch-Site": "same-origin"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": "same-site"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, True),
        ({"Origin": "http://testserver"}, False),
        ({"Origin": "https://testserver"}, True),
        ({"Origin": "http://evil.example"}, True),
        ({"Origin": "null"}, True),
    ],
)
def test_a_form_of_another_site_is_told_by_its_headers(headers, refused):
    assert is_cross_site(RequestFactory().post("/", headers=headers)) is refused


def test_a_form_of_another_site_is_403_with_the_text_kept(client, story):
    response = post(client, story, headers={"Sec-Fetch-Site": "cross-site"})
    assert_refused_with_text(response, 403, "another site")


def test_a_comment_needs_no_cookie_and_no_token(story):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    assert post(client, story).status_code == 303
    assert not client.cookies


def test_a_reply_stands_under_what_it_answers(client, story):
    parent = make_comment(story, status="approved")
    post(client, story, parent=parent.pk)
    reply = Comment.objects.get(parent=parent)
    assert reply.thread == parent
    assert (
        f'value="{parent.pk}"' in client.get(f"{story.get_absolute_url()}comments/?reply={parent.pk}").content.decode()
    )


@pytest.fixture(params=["0", "x", "²", "9" * 30, "held", "rejected", "spam", "elsewhere"])
def hidden(request, story):
    """What an address or a form may name as the comment that it answers, though readers do not see it there."""
    if request.param in ("rejected", "spam"):
        return make_comment(story, status=request.param, text="Not for readers").pk
    if request.param == "held":
        return make_comment(story, text="Not for readers").pk
    if request.param == "elsewhere":
        return make_comment(make_story("Another"), status="approved", text="Not for readers").pk
    return request.param


def test_a_reply_to_what_readers_do_not_see_comes_back_without_it(client, story, hidden):
    response = post(client, story, parent=hidden)
    assert_refused_with_text(response, 403, "You cannot answer this comment", "to let it stand by itself")
    page = response.content.decode()
    assert re.search(r'<input[^>]*name="parent"[^>]*>', page)[0].count('value="') == 0
    assert "Not for readers" not in page


def test_a_reply_to_what_readers_do_not_see_is_told_of_its_other_faults_too(client, story, hidden):
    response = post(client, story, parent=hidden, email="huda")
    assert_refused_with_text(response, 403, "You cannot answer this comment", "not an e-mail address")


def test_the_form_for_a_reply_to_what_readers_do_not_see_is_403_and_answers_nothing(client, story, hidden):
    response = client.get(f"{story.get_absolute_url()}comments/", {"reply": hidden})
    page = response.content.decode()
    assert (response.status_code, response["Cache-Control"]) == (403, "private, no-store")
    assert "You cannot answer this comment" in page
    assert "Send comment" in page
    assert "Not for readers" not in page
    assert re.search(r'<input[^>]*name="parent"[^>]*>', page)[0].count('value="') == 0


def test_a_form_that_names_nothing_to_answer_is_the_ordinary_one(client, story):
    assert client.get(f"{story.get_absolute_url()}comments/?reply=").status_code == 200


def test_a_comment_hidden_while_its_answer_is_on_the_way_is_403_with_the_text_kept(client, story, monkeypatch):
    parent = make_comment(story, status="approved")
    submit = moderation.submit

    def hide_first(submission):
        moderation.reject(parent, None)
        return submit(submission)

    monkeypatch.setattr(moderation, "submit", hide_first)
    assert_refused_with_text(post(client, story, parent=parent.pk), 403, "You cannot answer this comment")


def test_a_withdrawn_story_takes_no_comment(client, story):
    publishing.withdraw(story, by=None)
    assert client.post(f"/2026/01/01/{story.slug}/comments/", data_for(story)).status_code == 410


def assert_gone_with_text(response, text):
    page = response.content.decode()
    assert response.status_code == 410
    assert response["Cache-Control"] == "private, no-store"
    assert "<title>Error: " in page
    assert "The story has been withdrawn in the meantime: your comment was not sent." in page
    [(attributes, kept)] = re.findall(r"<textarea([^>]*)>\n(.*?)</textarea>", page, re.DOTALL)
    assert " readonly" in attributes
    name = re.search(r' id="([^"]+)"', attributes)[1]
    assert f'<label for="{name}">' in page
    assert kept == text
    assert not Comment.objects.exists()


def test_a_comment_on_a_story_withdrawn_meanwhile_comes_back_with_its_text(client, story):
    publishing.withdraw(story, by=None)
    assert_gone_with_text(post(client, story, comment="\nA <b> & no more.\n"), "\nA &lt;b&gt; &amp; no more.\n")


def test_a_comment_on_a_story_withdrawn_while_it_is_on_the_way_comes_back_with_its_text(client, story, monkeypatch):
    submit = moderation.submit

    def withdraw_first(submission):
        publishing.withdraw(story, by=None)
        return submit(submission)

    monkeypatch.setattr(moderation, "submit", withdraw_first)
    assert_gone_with_text(post(client, story), "A fair account of the day.")


def test_who_wrote_nothing_to_a_withdrawn_story_is_told_of_no_comment(client, story):
    publishing.withdraw(story, by=None)
    address = f"{story.get_absolute_url()}comments/"
    for response in (client.get(address), client.get(f"{address}?comment=x"), post(client, story, comment=" ")):
        assert response.status_code == 410
        assert "not sent" not in response.content.decode()


def test_a_draft_takes_no_comment(client, story):
    publishing.withdraw(story, by=None)
    scheduled = make_story("Later", published_at=timezone.now() + timedelta(days=1))
    assert post(client, scheduled).status_code == 404


@pytest.mark.parametrize(
    "content_type",
    [
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=rot13",
        "application/x-www-form-urlencoded; charset=nonsense",
        "multipart/form-data; boundary=x; charset=utf-16",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain",
        "nonsense",
        "",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"comment=abc",
        b"--x\r\nnonsense",
        b"\xff\xfe\x00",
        b"--x\r\nContent-Disposition: form-data; name=comment\r\n\r\nabc",
    ],
)
def test_odd_bodies_are_a_client_error(client, story, content_type, body):
    response = client.generic("POST", f"{story.get_absolute_url()}comments/", body, content_type=content_type)
    assert 400 <= response.status_code < 500


def test_ten_thousand_fields_are_a_client_error(client, story):
    body = "&".join(f"f{number}=1" for number in range(10_000))
    response = client.generic(
        "POST", f"{story.get_absolute_url()}comments/", body, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 400


def test_a_huge_body_is_a_client_error(client, story):
    response = post(client, story, comment="x" * 3_000_000)
    assert 400 <= response.status_code < 500


def test_a_huge_file_beside_a_good_comment_is_a_client_error(client, story):
    from tests.factories import make_upload

    response = post(client, story, attachment=make_upload(content=b"x" * 3_000_000))
    assert response.status_code == 413
    assert not Comment.objects.exists()


def test_a_body_without_a_length_is_411(client, story):
    response = client.generic(
        "POST",
        f"{story.get_absolute_url()}comments/",
        b"",
        content_type="application/x-www-form-urlencoded",
        headers={"Transfer-Encoding": "chunked"},
        CONTENT_LENGTH="",
    )
    assert response.status_code == 411


def test_no_browser_cuts_what_is_pasted(story):
    assert "maxlength" not in str(CommentForm(story))


def test_a_file_in_place_of_text_is_an_ordinary_refusal(client, story):
    from tests.factories import make_upload

    assert post(client, story, comment=make_upload()).status_code == 422


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_405(client, story, method):
    assert getattr(client, method)(f"{story.get_absolute_url()}comments/").status_code == 405


def test_the_form_on_its_own_page_is_the_same_for_every_reader(client, admin_client, story):
    address = f"{story.get_absolute_url()}comments/"
    assert client.get(address).content == admin_client.get(address).content


def test_the_fields_stand_in_the_order_of_the_house(story):
    names = re.findall(r'name="(\w+)"', str(CommentForm(story)))
    boxes = ["notify", "remember"]
    assert names == ["comment", "name", "email", "website", *boxes, "topic", "parent", "stamp", "key"]


def test_the_form_says_what_is_required_and_what_is_not_published(client, story):
    page = client.get(story.get_absolute_url()).content.decode()
    assert re.search(r"Your email address will not be published\.\s*Required fields are marked\s*(<[^>]+>)?\*", page)
    assert page.count(" required") == 3
    assert "csrfmiddlewaretoken" not in page


@pytest.mark.django_db
def test_the_publication_says_how_many_comments_a_minute_are_taken():
    make_publication(comments_a_minute=2)
    story = make_story()
    for _comment in range(2):
        make_comment(story, network="198.51.100.7")
    with pytest.raises(moderation.Flooded):
        make_comment(story, network="198.51.100.7")


def test_what_others_sent_from_a_network_and_what_this_person_sent_from_another_are_not_added_up():
    make_publication(comments_a_minute=2)
    story = make_story()
    make_comment(story, email="huda@example.org", network="203.0.113.1")
    make_comment(story, email="other@example.org", network="203.0.113.2")
    make_comment(story, email="huda@example.org", network="203.0.113.2")
    for email, network in (("huda@example.org", "203.0.113.3"), ("new@example.org", "203.0.113.2")):
        with pytest.raises(moderation.Flooded):
            make_comment(story, email=email, network=network)


def test_what_its_writer_withdrew_may_be_sent_again():
    story = make_story()
    make_comment(story, email="huda@example.org", text="The same words.")
    Comment.objects.update(status="withdrawn")
    assert make_comment(story, email="huda@example.org", text="The same words.").status == "pending"


@pytest.mark.parametrize("email", ["\u017fam@example.org", "\u212aim@example.org", "مها@example.org"])
def test_an_address_that_looks_like_that_of_somebody_else_is_refused(client, story, email):
    assert post(client, story, email=email).status_code == 422
    assert not Comment.objects.exists()
