"""The pages behind links of one's own, over HTTP."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import signing
from django.utils import timezone

from articles import publishing
from comments import links, moderation, notifications
from comments.models import Appeal, Comment, Commenter, Decision, Mail
from tests.factories import make_comment, make_publication, make_story, make_submission, make_user

pytestmark = pytest.mark.django_db
ADDRESS = "huda.private@example.org"
PURPOSES = ("comment", "confirm", "mine", "stop", "key")


@pytest.fixture(autouse=True)
def _publication():
    make_publication(comments_a_minute=100)


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def comment(story):
    return make_comment(story, email=ADDRESS, text="A fair account of the day.")


def addresses(comment):
    """Every address behind a link: {name: path}."""
    own = {name: links.comment_path(comment, name) for name in ("received", "edit", "withdraw", "appeal")}
    return own | {name: links.commenter_path(name, comment.commenter_id) for name in ("mine", "confirm", "stop")}


NAMES = ("received", "edit", "withdraw", "appeal", "mine", "confirm", "stop")
# What a POST to each holds that would act.
ACTS = {
    "edit": {"text": "Another text."},
    "withdraw": {},
    "appeal": {"text": "I was there."},
    "mine": {"act": "erase", "sure": "yes"},
    "confirm": {},
    "stop": {"List-Unsubscribe": "One-Click"},
}
PURPOSE_OF = dict.fromkeys(("received", "edit", "withdraw", "appeal"), "comment") | {
    name: name for name in ("mine", "confirm", "stop")
}


def state():
    """Everything that an act could change."""
    return [list(model.objects.order_by("pk").values()) for model in (Comment, Commenter, Decision, Appeal, Mail)]


def broken(path):
    return re.sub(r"/(received|mine|confirm|stop)/", r"/\1/x", path)


def page(response):
    return response.content.decode()


# --- Links


def test_links_are_good_for_as_long_as_the_docs_say():
    days = {purpose: seconds / 86_400 for purpose, seconds in links.GOOD_FOR.items()}
    assert days == {"comment": 7, "confirm": 3, "mine": 1, "stop": 400, "key": 400}


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("status", ["pending", "approved", "rejected", "spam"])
def test_a_get_never_acts(client, story, name, status, prefix):
    comment = make_comment(story, status=status)
    before = state()
    for method in (client.get, client.head):
        response = method(prefix + addresses(comment)[name], {"act": "erase", "sure": "yes", "text": "Another text."})
        assert response.status_code in (200, 409)
    assert state() == before


@pytest.mark.parametrize("status", ["pending", "rejected"])
@pytest.mark.parametrize("name", NAMES)
def test_no_cache_search_referrer_or_cookie_learns_of_the_page(client, story, name, status):
    comment = make_comment(story, status=status)
    path = addresses(comment)[name]
    answers = [client.get(path), client.get(broken(path))]
    if name in ACTS:
        answers += [client.post(broken(path), ACTS[name]), client.post(path, ACTS[name]), client.post(path, {})]
    for response in answers:
        assert response["Cache-Control"] == "private, no-store"
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "ETag" not in response
        assert not response.cookies
        assert response.status_code == 303 or '<meta name="robots" content="noindex">' in page(response)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "wrong", [*PURPOSES, "no one's", "signed for something else", "an address's text", "a boolean"]
)
def test_a_link_is_good_for_its_purpose_only(client, comment, name, wrong):
    if PURPOSE_OF[name] == wrong:
        return
    token = {
        "no one's": lambda: "x",
        "signed for something else": lambda: signing.dumps(comment.pk),
        "an address's text": lambda: signing.dumps("1", salt=f"comments.links.{PURPOSE_OF[name]}"),
        "a boolean": lambda: signing.dumps(True, salt=f"comments.links.{PURPOSE_OF[name]}"),
    }.get(wrong, lambda: links.token(wrong, comment.pk if wrong == "comment" else comment.commenter_id))()
    path = re.sub(r"(received|mine|confirm|stop)/[^/]+/", rf"\1/{token}/", addresses(comment)[name])
    before = state()
    for response in (client.get(path), client.post(path, ACTS.get(name, {}))):
        assert response.status_code in ((404, 405) if name == "received" else (404,))
    assert state() == before


@pytest.mark.parametrize("name", NAMES)
def test_a_link_ends(client, comment, name, monkeypatch):
    path, before = addresses(comment)[name], state()
    late = timezone.now().timestamp() + links.GOOD_FOR[PURPOSE_OF[name]] + 1
    monkeypatch.setattr("django.core.signing.time.time", lambda: late)
    response = client.get(path)
    assert response.status_code == 404
    assert "/comments/mine/" in page(response)
    assert "Ask for a new link" in page(response)
    if name in ACTS:
        assert client.post(path, ACTS[name]).status_code == 404
    assert state() == before


@pytest.mark.parametrize("name", NAMES)
def test_a_link_ends_with_the_erasure(client, comment, name):
    path = addresses(comment)[name]
    moderation.erase(comment.commenter)
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["received", "edit", "withdraw", "appeal"])
def test_a_link_is_of_one_story(client, comment, name):
    other = make_story("Another")
    path = addresses(comment)[name].replace(f"/{comment.article.slug}/", f"/{other.slug}/")
    assert client.get(path).status_code == 404
    if name in ACTS:
        assert client.post(path, ACTS[name]).status_code == 404


@pytest.mark.parametrize("name", ["received", "edit", "withdraw", "appeal"])
def test_on_a_withdrawn_story_the_page_is_gone_and_the_text_kept(client, comment, name):
    path = addresses(comment)[name]
    publishing.withdraw(comment.article, by=None)
    response = client.get(path)
    assert (response.status_code, response["Referrer-Policy"]) == (410, "no-referrer")
    if name == "edit":
        assert "Another text." in page(client.post(path, ACTS[name]))


def test_no_page_makes_its_link_good_for_longer(client, comment):
    path = addresses(comment)["received"]
    token = path.rstrip("/").rpartition("/")[2]
    found = set(re.findall(r"received/([^/\"]+)/", page(client.get(path))))
    assert found == {token}
    response = client.post(f"{path}edit/", {"text": "Another text."})
    assert response["Location"] == path


# --- One comment


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_what_is_held_can_be_changed_and_withdrawn_for_a_while(client, comment, prefix):
    found = page(client.get(prefix + addresses(comment)["received"]))
    for act in ("edit", "withdraw"):
        assert f'/{act}/"' in found
    assert 'action="' not in found or "appeal" not in found


def test_the_page_says_until_when_it_can_be_changed(client, comment):
    until = timezone.localtime(comment.submitted_at + timedelta(minutes=15))
    assert f">{until:%H:%M}</time>" in page(client.get(addresses(comment)["received"]))
    Comment.objects.update(submitted_at=timezone.now() - timedelta(minutes=16))
    found = page(client.get(addresses(comment)["received"]))
    assert "That time is over" in found
    assert "/edit/" not in found


def without_addresses(response, comment):
    found = re.sub(r"/received/[^/]+/", "/received/x/", page(response))
    found = re.sub(r"<time.*?</time>", "", found)
    return found.replace(comment.text, "")


@pytest.mark.parametrize("name", ["received", "edit", "withdraw", "appeal"])
def test_spam_looks_to_its_writer_as_what_is_held(client, story, name):
    held, spam = make_comment(story, text="The first text."), make_comment(story, status="spam", text="The other text.")
    pages = [without_addresses(client.get(addresses(row)[name]), row) for row in (held, spam)]
    assert pages[0] == pages[1]
    if name in ACTS:
        answers = [client.post(addresses(row)[name], ACTS[name]) for row in (held, spam)]
        assert answers[0].status_code == answers[1].status_code
        pages = [without_addresses(client.get(addresses(row)["received"]), row) for row in (held, spam)]
        assert pages[0] == pages[1]


@pytest.mark.parametrize("status", ["pending", "spam"])
def test_what_was_published_and_is_read_again_is_not_thanked_for(client, story, status):
    comment = make_comment(story, status="approved", email=ADDRESS)
    (moderation.reopen if status == "pending" else moderation.mark_spam)(comment, make_user())
    found = page(client.get(addresses(comment)["received"]))
    assert "Your comment was published. It is being read again, and is not shown meanwhile." in found
    assert "<h1>Your comment</h1>" in found
    for words in ("Thank you", "held for moderation", "Once approved"):
        assert words not in found


def test_what_reports_have_hidden_is_read_again(client, story):
    comment = make_comment(story, status="approved", email=ADDRESS)
    for host in range(3):
        assert "read again" not in page(client.get(addresses(comment)["received"]))
        moderation.report(comment, "abuse", network=f"203.0.113.{host}")
    assert "It is being read again" in page(client.get(addresses(comment)["received"]))


def test_a_published_comment_is_linked(client, story):
    comment = make_comment(story, status="approved")
    found = page(client.get(addresses(comment)["received"]))
    assert "Your comment is published." in found
    assert comment.get_absolute_url() in found


def test_a_changed_comment_shows_both_texts_and_which_of_them_readers_see(client, story):
    comment = make_comment(story, status="approved", text="The first text.")
    response = client.post(addresses(comment)["edit"], {"text": "The second text."})
    assert response.status_code == 303
    found = page(client.get(response["Location"]))
    assert "readers go on seeing the text that was approved before" in found
    assert found.index("The text that readers see") < found.index("The first text.") < found.index("The second text.")
    assert "The first text." in page(client.get(story.get_absolute_url()))


def test_a_rejected_comment_says_why_and_can_be_appealed(client, comment):
    moderation.reject(comment, make_user(), reason="off_topic", note="a note among moderators")
    path = addresses(comment)["received"]
    found = page(client.get(path))
    assert "It is not about the story." in found
    assert "a note among moderators" not in found
    assert f'action="{path}appeal/"' in found
    assert client.post(f"{path}appeal/", {"text": "I was there."})["Location"] == path
    found = page(client.get(path))
    assert "Your appeal has arrived" in found
    assert "appeal/" not in found
    moderation.reject(Comment.objects.get(), make_user(), reason="off_topic")
    assert "the decision stands" in page(client.get(path))


@pytest.mark.parametrize("reason", ["", *Decision.Reason.values])
def test_every_reason_has_its_sentence(client, comment, reason):
    moderation.reject(comment, None, reason=reason)
    found = page(client.get(addresses(comment)["received"]))
    assert re.search(r"was not published\.</strong> [A-Z][^<]{20,}\.</p>", found)


def test_withdrawing_asks_once(client, story):
    comment = make_comment(story, status="approved", text="A fair account of the day.")
    path = addresses(comment)["withdraw"]
    assert "A fair account of the day." in page(client.get(path))
    response = client.post(path)
    assert (response.status_code, Comment.objects.get().status) == (303, "withdrawn")
    assert "You have withdrawn this comment." in page(client.get(response["Location"]))


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("", 422, "Write your comment here"),
        ("ab", 422, "at least 3 characters"),
        ("x" * 10_001, 422, "at most 10000 characters"),
        ("A fair account of the day.", 409, "the text that we have already"),
    ],
)
def test_a_refused_change_keeps_the_text_and_says_why(client, comment, text, status, words):
    response = client.post(addresses(comment)["edit"], {"text": text})
    found = page(response)
    assert response.status_code == status
    assert "<title>Error: " in found
    assert words in found
    assert f"\n{text}</textarea>" in found
    assert ('href="#id_text"' in found) is (status == 422)
    assert Comment.objects.get().text == "A fair account of the day."


def test_a_change_that_comes_too_late_keeps_the_text(client, comment):
    Comment.objects.update(submitted_at=timezone.now() - timedelta(minutes=16))
    response = client.post(addresses(comment)["edit"], {"text": "What took me long to write."})
    assert response.status_code == 409
    assert "What took me long to write." in page(response)
    assert "That time is over" in page(response)
    assert "Send the new text" not in page(response)


def test_a_change_that_comes_too_fast_is_429_with_the_text(client, comment):
    make_publication(comments_a_minute=1)
    response = client.post(addresses(comment)["edit"], {"text": "Another text."})
    assert response.status_code == 429
    assert 1 <= int(response["Retry-After"]) <= 60
    assert "Another text.</textarea>" in page(response)


@pytest.mark.parametrize(("text", "words"), [("", "Say in a sentence"), ("x" * 2_001, "2000 characters")])
def test_a_refused_appeal_keeps_the_text_and_says_why(client, comment, text, words):
    moderation.reject(comment, None)
    response = client.post(addresses(comment)["appeal"], {"text": text})
    assert response.status_code == 422
    assert words in page(response)
    assert f"\n{text}</textarea>" in page(response)
    assert not Appeal.objects.exists()


def test_a_second_appeal_is_409_with_the_text(client, comment):
    moderation.reject(comment, None)
    moderation.appeal(comment, "The first.")
    response = client.post(addresses(comment)["appeal"], {"text": "The second."})
    assert response.status_code == 409
    assert "The second.</textarea>" in page(response)
    assert "already" in page(response)


def test_hostile_characters_are_neutralised(client, comment):
    client.post(addresses(comment)["edit"], {"text": "One\r\n\r\ntwo \u202ereversed\u202c\x00 three"})
    assert Comment.objects.get().text == "One\n\ntwo reversed three"


# --- Asking for the link


@pytest.fixture
def asked(monkeypatch):
    asked = []
    monkeypatch.setattr(notifications, "asked_for_mine", lambda *facts: asked.append(facts))
    return asked


def test_the_answer_is_the_same_whether_the_address_is_known(client, comment, asked):
    answers = [client.post("/comments/mine/", {"email": email}) for email in (ADDRESS, "nobody@example.org")]
    assert answers[0].content == answers[1].content
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0]["Cache-Control"] == "private, no-store"
    assert asked == [(ADDRESS, "127.0.0.1", "en"), ("nobody@example.org", "127.0.0.1", "en")]


def test_the_trap_gets_the_same_answer_and_nothing_is_sent(client, asked):
    answers = [client.post("/comments/mine/", {"email": ADDRESS, "topic": topic}) for topic in ("", "pills")]
    assert answers[0].content == answers[1].content
    assert len(asked) == 1


def test_a_form_of_another_site_asks_for_nothing(client, asked):
    response = client.post("/comments/mine/", {"email": ADDRESS}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert "another site" in page(response)
    assert asked == []


@pytest.mark.parametrize("email", ["", "huda", "h" * 250 + "@example.org"])
def test_what_is_no_address_is_422_and_kept(client, asked, email):
    response = client.post("/comments/mine/", {"email": email})
    assert response.status_code == 422
    assert 'href="#id_email"' in page(response)
    assert email in page(response)
    assert asked == []


def test_the_form_is_public_kept_by_caches_and_linked(client, story):
    response = client.get("/comments/mine/")
    assert response.status_code == 200
    assert "public" in response["Cache-Control"]
    # Else Chromium would tell nothing of where the form comes from.
    assert response["Referrer-Policy"] != "no-referrer"
    assert 'href="/comments/mine/"' in page(client.get(story.get_absolute_url()))
    assert 'href="/ar/comments/mine/"' in page(client.get("/ar/"))


# --- Everything about an address


def lived(story):
    noura = make_user("noura.moderator")
    shown = make_comment(story, status="approved", by=noura, email=ADDRESS, text="The first text.", name="Huda")
    moderation.revise(shown, "The second text.")
    rejected = make_comment(story, email=ADDRESS, text="The rejected text.", website="https://example.org/huda")
    moderation.reject(rejected, noura, reason="abuse", note="a note among moderators")
    moderation.appeal(rejected, "The text of the appeal.")
    Mail.objects.create(
        kind="outcome", commenter=shown.commenter, comment=shown, language="en", state="sent", sent_at=timezone.now()
    )
    return shown


def test_the_page_shows_everything_that_is_held(client, story):
    shown = lived(story)
    make_comment(story, text="Of somebody else.")
    found = page(client.get(addresses(shown)["mine"]))
    for words in (
        *("The first text.", "The second text.", "The rejected text.", "The text of the appeal.", story.headline),
        *("A moderator approved it.", "It insults or threatens somebody.", "You appealed", "You changed the text"),
        *("https://example.org/huda", "What became of a comment", "Export everything", "Stop all mail"),
    ):
        assert words in found
    for words in ("Of somebody else.", "a note among moderators", "noura", ADDRESS):
        assert words not in found


def test_the_first_comment_is_the_oldest_of_them_whenever_it_came_into_the_database(client):
    times = [datetime(2026, month, 3, 12, 0, tzinfo=UTC) for month in (8, 9)]
    story = make_story("Another", published_at=datetime(2026, 7, 1, tzinfo=UTC))
    submissions = [make_submission(story, email="old@example.org") for _time in times]
    moderation.record(
        [
            {"submission": submission, "status": "approved", "submitted_at": at}
            for submission, at in zip(submissions, times, strict=True)
        ]
    )
    shown = page(client.get(links.commenter_path("mine", Comment.objects.first().commenter_id)))
    assert re.search(r"First comment</dt><dd><time[^>]*>3 August 2026, 12:00", shown)


def test_the_export_is_complete_and_without_the_address(client, story):
    shown = lived(story)
    response = client.post(addresses(shown)["mine"], {"act": "export"})
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="comments.json"'
    data = json.loads(response.content)
    assert set(data) == {"format", "publication", "exported_at", "commenter", "comments", "mails"}
    rejected, first = data["comments"]
    assert [text["text"] for text in first["texts"]] == ["The first text.", "The second text."]
    assert [text["is_shown"] for text in first["texts"]] == [True, False]
    assert first["story"]["headline"] == story.headline
    assert rejected["appeal"]["text"] == "The text of the appeal."
    assert [step["to"] for step in rejected["decisions"]] == ["rejected", "pending"]
    assert data["mails"][0]["kind"] == "outcome"
    for words in (ADDRESS, "noura", "a note among moderators", shown.commenter.email_digest, shown.network_digest):
        assert words not in response.content.decode()


def test_the_export_holds_the_text_before_a_redaction_as_long_as_it_is_kept(client, story):
    comment = make_comment(story, text="Call 555 0100 now.")
    moderation.redact(comment, make_user("noura"), ["555 0100"])
    response = client.post(links.commenter_path("mine", comment.commenter_id), {"act": "export"})
    [text] = json.loads(response.content)["comments"][0]["texts"]
    assert text["text_before_redaction"] == "Call 555 0100 now."


def test_every_column_of_a_comment_is_in_the_export_or_left_out_for_a_reason(story):
    from comments import own_data

    left_out = {
        *(
            "article_id",
            "thread_id",
            "commenter_id",
            "shown_version_id",
            "parent_id",
        ),  # as "story", "reply_to", "is_shown"
        *("user_id", "tint"),  # of the newsroom; by chance
        *(
            "network_digest",
            "flags",
            "text_digest",
            "name_key",
        ),  # made from what is there; "has_network_digest" says so
        "reporters",  # of those who reported it; that they did is in "decisions"
        *("id", "text"),  # "number"; the latest of "texts"
    }
    columns = {field.attname for field in Comment._meta.concrete_fields}
    lived(story)
    exported = own_data.export(Commenter.objects.get())["comments"][0]
    assert columns - left_out <= set(exported)


def test_of_a_story_that_is_not_published_any_more_nothing_is_said(client, story):
    shown = lived(story)
    publishing.withdraw(story, by=None)
    path = addresses(shown)["mine"]
    for response in (client.get(path), client.post(path, {"act": "export"})):
        assert story.headline not in page(response)
        assert "The first text." in page(response)


def test_erasing_needs_the_box_ticked(client, story):
    path, before = addresses(lived(story))["mine"], state()
    response = client.post(path, {"act": "erase"})
    assert response.status_code == 422
    assert 'href="#sure"' in page(response)
    assert state() == before
    response = client.post(path, {"act": "erase", "sure": "yes"})
    assert "Everything is erased" in page(response)
    assert not Commenter.objects.exists()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("act", ["", "x", "erase everything"])
def test_a_button_that_there_is_not_does_nothing(client, comment, act):
    before = state()
    assert client.post(addresses(comment)["mine"], {"act": act, "sure": "yes"}).status_code == 200
    assert state() == before


# --- Confirming, stopping


def test_confirming_shows_whose_comment_it_is_and_then_offers_the_key(client, comment):
    path = addresses(comment)["confirm"]
    found = page(client.get(path))
    assert comment.article.headline in found
    assert "Huda" in found
    assert "data-key" not in found
    found = page(client.post(path))
    assert Commenter.objects.get().confirmed_at is not None
    key = re.search(r'data-key="([^"]+)"', found)[1]
    assert links.read("key", key) == comment.commenter_id
    assert '<section class="key" hidden>' in found


def test_the_question_leads_to_the_end_of_mail_too(client, comment):
    found = page(client.get(addresses(comment)["confirm"]))
    token = re.search(r'href="/comments/stop/([^/]+)/">No more mail from us</a>', found)[1]
    assert links.read("stop", token) == comment.commenter_id


def test_what_is_confirmed_already_is_not_asked_again(client, comment):
    path = addresses(comment)["confirm"]
    client.post(path)
    found = page(client.get(path))
    assert "You have confirmed it already." in found
    assert 'href="/">To the front page</a>' in found
    for words in ("Is this your address?", "This is my address", "If that was you"):
        assert words not in found


def test_confirming_names_nothing_that_is_spam_or_on_a_hidden_story(client, story):
    spam = make_comment(story, status="spam", email=ADDRESS, name="Pills")
    elsewhere = make_story("Withdrawn headline")
    make_comment(elsewhere, email=ADDRESS)
    publishing.withdraw(elsewhere, by=None)
    found = page(client.get(addresses(spam)["confirm"]))
    assert "Pills" not in found
    assert "Withdrawn headline" not in found


@pytest.mark.parametrize("data", [{}, {"List-Unsubscribe": "One-Click"}])
def test_one_post_stops_the_mail_and_is_answered_200(comment, data):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    for _time in range(2):
        response = client.post(addresses(comment)["stop"], data)
        assert response.status_code == 200
        assert "no more mail" in page(response)
    assert Commenter.objects.get().stopped_at is not None


def test_the_page_of_everything_stops_the_mail_too(client, comment):
    path = addresses(comment)["mine"]
    assert client.post(path, {"act": "stop"})["Location"] == path
    assert "no more mail" in page(client.get(path))
    assert "Stop all mail" not in page(client.get(path))


def test_who_stopped_all_mail_can_have_it_sent_again(client, comment):
    moderation.stop_mail(comment.commenter)
    address = links.commenter_path("mine", comment.commenter_id)
    assert "Send me mail again" in client.get(address).content.decode()
    client.post(address, {"act": "resume"})
    assert Commenter.objects.get().stopped_at is None
