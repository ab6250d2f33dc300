"""A rule tried on what was decided: nothing is saved, and the form keeps what was typed."""

from itertools import count
from types import SimpleNamespace

import pytest
from django.urls import reverse

from comments import moderation, trials
from comments.highlights import around
from comments.models import Commenter, Rule, RuleMatch
from tests.factories import make_comment, make_comments, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db
ADD = reverse("admin:comments_rule_add")


@pytest.fixture
def desk(client):
    make_publication()
    client.force_login(make_user("noura", group="moderator"))
    return client


def counts(rule):
    return {str(outcome.status): (outcome.hits, outcome.looked_at) for outcome in trials.try_rule(rule)}


def make_history():
    story = make_story()
    make_comments(story, 2, text="The casino is closed.")
    make_comments(story, 3)
    make_comments(story, 4, status="spam", text="Best c\u200basino here")
    make_comments(story, 1, status="rejected", name="Casino King")
    make_comments(story, 5, status="pending", text="casino")
    return story


def test_a_rule_is_held_against_what_was_decided_by_outcome():
    make_history()
    assert counts(Rule(pattern="casino")) == {"approved": (2, 5), "spam": (4, 4), "rejected": (1, 1)}


def test_a_rule_of_every_kind_is_tried_before_it_is_stored(desk):
    make_comments(make_story(), 2, text="A casino: https://win.example.com/", email="a@mail.example.net")
    tried = {
        "words": "casino",
        "domain": "example.com",
        "email": "a@mail.example.net",
        "email_domain": "example.net",
        "network": "10.0.0.0/8",
    }
    assert set(tried) == set(Rule.Kind.values)
    for kind, pattern in tried.items():
        response = desk.post(ADD, {"kind": kind, "pattern": pattern, "action": "flag", "_try": "1"})
        assert response.status_code == 200
        said = "Would have held <strong>2</strong> of the last 2 approved."
        assert (said in response.content.decode()) is (kind != "network")


def test_a_trial_that_takes_too_long_stops_and_says_how_many_were_looked_at(desk, monkeypatch):
    make_history()
    # Each look at the clock is a second later.
    monkeypatch.setattr(trials, "time", SimpleNamespace(monotonic=count().__next__))
    [approved, spam, rejected] = trials.try_rule(Rule(pattern="casino"))
    assert (approved.looked_at, approved.is_cut) == (3, True)
    assert (spam.looked_at, spam.is_cut) == (3, True)
    assert (rejected.looked_at, rejected.is_cut) == (1, False)
    page = desk.post(ADD, {"kind": "words", "pattern": "casino", "action": "flag", "_try": "1"}).content.decode()
    assert "of the last 3 approved." in page
    assert page.count("Older ones were not looked at: it would have taken too long.") == 2


def test_what_the_newsroom_wrote_itself_is_not_tried():
    answer = moderation.answer(make_comment(make_story()), make_user(), "No casino here.")
    assert answer.status == "approved"
    assert counts(Rule(pattern="casino"))["approved"] == (0, 1)


def test_the_last_ones_are_looked_at_and_the_first_hits_shown_in_few_queries(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(trials, "LOOKED_AT", 4)
    monkeypatch.setattr(trials, "SHOWN", 2)
    story = make_story()
    make_comments(story, 3, text="an old casino")
    make_comments(story, 4, text="a new casino")
    with django_assert_num_queries(3):
        [approved, _spam, _rejected] = trials.try_rule(Rule(pattern="casino"))
    assert (approved.looked_at, approved.hits, len(approved.shown)) == (4, 4, 2)
    assert approved.shown[0].text == [("a new ", False), ("casino", True)]


def test_a_long_text_is_shown_around_the_place():
    make_comments(make_story(), 1, text=f"{'word ' * 60}casino{' word' * 90}")
    [hit] = trials.try_rule(Rule(pattern="casino"))[0].shown
    assert hit.text[0] == ("… ", False)
    assert ("casino", True) in hit.text
    assert hit.text[-1] == (" …", False)
    assert sum(len(piece) for piece, _is_marked in hit.text) < 320


def test_what_is_shown_begins_at_the_beginning_of_a_short_text():
    assert around("a casino", [(2, 8)], 80, 220) == [("a ", False), ("casino", True)]
    assert around("no place", [], 80, 220) == [("no place", False)]
    assert around("x" * 500, [(300, 301)], 80, 100)[0] == ("… ", False)


def test_an_address_is_tried_by_its_commenter_and_its_domain_where_it_is_known(django_assert_num_queries):
    story = make_story()
    make_comments(story, 3, email="a@mail.example.net")
    make_comments(story, 2, email="b@example.com")
    [erased, _other] = make_comments(story, 2, email="c@example.net")
    Commenter.objects.filter(pk=erased.commenter_id).update(email=None)
    with django_assert_num_queries(3):
        [approved, _spam, _rejected] = trials.try_rule(Rule(kind="email_domain", pattern="example.net"))
    assert (approved.hits, approved.looked_at, approved.left_out) == (3, 5, 2)
    commenter = Commenter.objects.known("b@example.com")
    assert counts(Rule(kind="email", commenter=commenter))["approved"] == (2, 7)
    assert counts(Rule(kind="email"))["approved"] == (0, 7)


def test_a_network_cannot_be_tried(desk):
    with pytest.raises(trials.CannotBeTried):
        trials.try_rule(Rule(kind="network", pattern="10.0.0.0/8"))
    page = desk.post(ADD, {"kind": "network", "pattern": "10.0.0.0/8", "action": "flag", "_try": "1"}).content.decode()
    assert "A network cannot be tried" in page


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("flag", "Would have held <strong>2</strong> of the last 5 approved."),
        ("spam", "Would have marked <strong>2</strong> of the last 5 approved as spam."),
    ],
)
def test_a_trial_says_what_would_have_become_of_what_was_approved(desk, action, said):
    make_history()
    page = desk.post(ADD, {"kind": "words", "pattern": "casino", "action": action, "_try": "1"}).content.decode()
    assert said in page
    assert "See which" in page


def test_a_trial_that_finds_nothing_leads_nowhere(desk):
    make_history()
    page = desk.post(ADD, {"kind": "words", "pattern": "zeppelin", "action": "flag", "_try": "1"}).content.decode()
    assert "Would have held <strong>0</strong> of the last 5 approved." in page
    assert "See which" not in page


def test_trying_saves_nothing_and_keeps_what_was_typed(desk):
    make_history()
    sent = {"kind": "words", "pattern": "CASINO", "action": "reject", "reason": "advertising", "note": "x", "_try": "1"}
    response = desk.post(ADD, sent)
    page = response.content.decode()
    assert "Would have rejected <strong>2</strong> of the last 5 approved." in page
    assert "Would have caught <strong>4</strong> of the last 4 spam." in page
    assert "<mark>c\u200basino</mark>" in page
    assert "errornote" not in page
    form = response.context["adminform"].form
    assert {name: form[name].value() for name in ("pattern", "reason", "note")} == {
        "pattern": "CASINO",
        "reason": "advertising",
        "note": "x",
    }
    assert not Rule.objects.exists()
    assert not RuleMatch.objects.exists()


def test_a_changed_rule_is_tried_as_it_is_typed(desk):
    make_history()
    rule = Rule.objects.create(pattern="bingo")
    sent = {"kind": "words", "pattern": "casino", "action": "flag", "_try": "1"}
    page = desk.post(reverse("admin:comments_rule_change", args=[rule.pk]), sent).content.decode()
    assert "Would have held <strong>2</strong>" in page
    assert Rule.objects.get().pattern == "bingo"


def test_what_is_wrong_is_said_before_anything_is_tried(desk):
    page = desk.post(ADD, {"kind": "words", "pattern": "?", "action": "flag", "_try": "1"}).content.decode()
    assert "there is no letter or digit" in page
    assert "Would have" not in page


def test_an_unknown_address_is_tried_without_being_stored(desk):
    make_history()
    before = Commenter.objects.count()
    sent = {"kind": "email", "pattern": "new@example.org", "action": "flag", "_try": "1"}
    assert "Would have held <strong>0</strong>" in desk.post(ADD, sent).content.decode()
    assert Commenter.objects.count() == before
