"""What stands beside the fields of the comment form: the two boxes, and the key by which an address is known to be
confirmed. Neither makes the page another for anybody, and neither publishes anything."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone

from comments import links, moderation, stamps
from comments.models import Comment, Commenter
from tests.factories import make_comment, make_publication, make_story

pytestmark = pytest.mark.django_db
ADDRESS = "huda@example.org"


@pytest.fixture(autouse=True)
def _publication():
    make_publication(comments_a_minute=1000)


@pytest.fixture
def story():
    return make_story()


@pytest.fixture
def huda(story):
    """A commenter whom readers know, who has confirmed her address."""
    make_comment(story, status="approved", name="Huda", email=ADDRESS)
    Commenter.objects.update(confirmed_at=timezone.now())
    return Commenter.objects.get()


def key_of(commenter):
    return links.token("key", commenter.pk)


def post(client, story, **fields):
    data = {"comment": "A fair account of the day.", "name": "Huda", "email": ADDRESS, "stamp": stamps.stamp(story)}
    return client.post(f"{story.get_absolute_url()}comments/", data | fields)


def found(story, **fields):
    """The (code, action) of what is known of the sender of a comment that comes now."""
    comment = make_comment(story, **{"name": "Huda", "email": ADDRESS} | fields)
    return set(comment.matches.exclude(code="repeated").values_list("code", "action"))


# --- The boxes


def test_both_boxes_are_off_and_the_key_is_empty_in_the_page(client, story):
    page = client.get(story.get_absolute_url()).content.decode()
    form = page[page.index("<form") : page.index("</form>")]
    assert form.count('type="checkbox"') == 2
    assert "checked" not in form
    assert re.search(r'<input type="hidden" name="key" id="id_key">', form)
    assert form.index('name="website"') < form.index('name="notify"') < form.index('name="remember"')


def test_what_only_a_script_can_do_is_hidden_without_one(client, story):
    page = client.get(f"{story.get_absolute_url()}comments/").content.decode()
    assert re.search(r"<div hidden>\s*<div[^>]*>\s*<label[^>]*><input[^>]*name=\"remember\"", page)


@pytest.mark.parametrize(("ticked", "wanted"), [({}, False), ({"notify": "on"}, True)])
def test_whoever_ticks_the_box_wants_to_be_told(client, story, ticked, wanted):
    post(client, story, **ticked)
    assert Comment.objects.get().wants_notice is wanted


def test_what_is_to_be_remembered_is_nothing_to_the_server(client, story):
    response = post(client, story, remember="on")
    assert not response.cookies
    assert not Comment.objects.get().wants_notice


def test_a_refused_form_keeps_what_was_ticked_and_shows_no_key(client, story):
    page = post(client, story, name="", notify="on", key="some-key").content.decode()
    assert re.search(r'name="notify"[^>]* checked', page)
    assert not re.search(r'name="remember"[^>]* checked', page)
    assert "some-key" not in page
    assert "js/comments.js" in page


# --- Only what is confirmed is trusted


def test_a_good_key_is_a_note_that_the_address_is_confirmed(story, huda):
    assert found(story, key=key_of(huda)) == {("confirmed", "note")}
    assert found(story, key=key_of(huda), name="H. Salem") == {("confirmed", "note")}


def test_the_same_name_and_address_without_the_key_are_flagged(story, huda):
    assert found(story) == {("like_known", "flag")}
    match = Comment.objects.latest("pk").matches.get()
    assert match.sentence == "Like a known commenter, not confirmed"


def test_another_name_without_the_key_is_flagged_as_that(story, huda):
    assert found(story, name="H. Salem") == {("known_address", "flag")}


def test_of_an_address_that_nobody_has_confirmed_nothing_can_be_told_so_it_is_noted(story):
    make_comment(story, status="approved", name="Huda", email=ADDRESS)
    assert found(story) == {("known_address", "note")}


def test_trust_publishes_nothing(story, huda):
    assert make_comment(story, name="Huda", email=ADDRESS, key=key_of(huda)).status == "pending"


def test_the_name_of_another_is_flagged_with_a_good_key_too(story, huda):
    make_comment(story, status="approved", name="Salem", email="salem@example.org")
    assert found(story, key=key_of(huda), name="Salem") == {("confirmed", "note"), ("known_name", "flag")}


@pytest.mark.parametrize("kind", ["forged", "of another", "of another purpose", "empty", "expired", "not confirmed"])
def test_a_key_that_is_not_that_of_the_confirmed_address_is_none(story, huda, monkeypatch, kind):
    other = Commenter.objects.for_email("other@example.org")
    key = {
        "forged": f"{huda.pk}:1abcde:{'x' * 43}",
        "of another": key_of(other),
        "of another purpose": links.token("mine", huda.pk),
        "empty": "",
    }.get(kind, key_of(huda))
    if kind == "expired":
        late = signing.time.time() + timedelta(days=401).total_seconds()
        monkeypatch.setattr(signing.time, "time", lambda: late)
    if kind == "not confirmed":
        Commenter.objects.update(confirmed_at=None)
    assert "confirmed" not in {code for code, _action in found(story, key=key)}


def test_the_key_of_an_erased_commenter_is_none(story, huda):
    key = key_of(huda)
    huda.delete()
    assert found(story, key=key) == {("first_time", "note")}


def test_it_is_known_after_the_rules_ran_again(story, huda):
    comment = make_comment(story, name="Huda", email=ADDRESS, key=key_of(huda))
    moderation.rescreen(Comment.objects.all())
    assert list(comment.matches.values_list("code", flat=True)) == ["confirmed"]
    stranger = make_comment(story, name="Huda", email=ADDRESS)
    moderation.rescreen(Comment.objects.all())
    assert list(stranger.matches.values_list("code", flat=True)) == ["like_known"]


def test_a_changed_text_is_of_the_confirmed_address_as_well(story, huda):
    comment = make_comment(story, name="Huda", email=ADDRESS, key=key_of(huda))
    version = moderation.revise(comment, "Another text.")
    assert [match.code for match in version.matches.all()] == ["confirmed"]
    stranger = make_comment(story, name="Huda", email=ADDRESS, text="Another account.")
    version = moderation.revise(stranger, "Yet another text.")
    assert [match.code for match in version.matches.all()] == ["like_known"]


def test_the_key_comes_with_the_form(client, story, huda):
    post(client, story, key=key_of(huda))
    assert Comment.objects.latest("pk").matches.get().code == "confirmed"


# --- An address that asked for no more mail


def stopped(commenter):
    Commenter.objects.filter(pk=commenter.pk).update(stopped_at=timezone.now())


@pytest.mark.parametrize(
    ("has_key", "wants", "is_stopped"), [(True, True, False), (True, False, True), (False, True, True)]
)
def test_a_stopped_address_is_told_again_only_when_its_owner_asks(story, huda, has_key, wants, is_stopped):
    stopped(huda)
    key = key_of(huda) if has_key else ""
    make_comment(story, name="Huda", email=ADDRESS, key=key, wants_notice=wants)
    assert (Commenter.objects.get(pk=huda.pk).stopped_at is not None) is is_stopped


def test_a_confirmed_address_is_not_taken_for_that_of_its_owner_before_anything_of_it_was_approved(story):
    Commenter.objects.for_email(ADDRESS)
    Commenter.objects.update(confirmed_at=timezone.now())
    assert found(story) == {("like_known", "flag"), ("first_time", "note")}
