"""Rules as moderators keep them: the form, the list, and the rules run again over what waits."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Commenter, CommentLink, CommentVersion, Rule, RuleMatch
from comments.moderation import rescreening, screened
from tests.factories import (
    make_author,
    make_comment,
    make_comments,
    make_publication,
    make_story,
    make_submission,
    make_user,
)

pytestmark = pytest.mark.django_db
ADD = reverse("admin:comments_rule_add")


@pytest.fixture
def desk(client):
    make_publication()
    client.force_login(make_user("noura", group="moderator"))
    return client


def body(kind, pattern, **fields):
    return {"kind": kind, "pattern": pattern, "action": "flag"} | fields


def errors_of(response):
    return response.context["adminform"].form.errors


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("words", "  Buy   now ", "Buy now"),
        ("words", "casino*", "casino*"),
        ("words", "赌", "赌"),
        ("words", "+965 5551 2345", "+965 5551 2345"),
        ("domain", "https://www.Example.com/win?x=1", "example.com"),
        ("words", "follow @casino", "follow @casino"),
        ("domain", "example.com:8080", "example.com"),
        ("domain", "كازينو.com", "كازينو.com"),
        ("domain", "xn--bcher-kva.example", "bücher.example"),
        ("email_domain", "@mail.example.org", "mail.example.org"),
        ("network", "10.0.0.9", "10.0.0.9/32"),
        ("network", "10.0.0.9/8", "10.0.0.0/8"),
        ("network", "2001:DB8::1/32", "2001:db8::/32"),
        ("network", "::ffff:10.0.0.9", "10.0.0.9/32"),
    ],
)
def test_what_is_typed_is_stored_in_one_form(desk, kind, typed, stored):
    assert desk.post(ADD, body(kind, typed)).status_code == 302
    rule = Rule.objects.get()
    assert (rule.kind, rule.pattern, rule.created_by.username) == (kind, stored, "noura")


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("words", ""),
        ("words", "?!"),
        ("words", "a"),
        ("words", "a*"),
        ("words", "*press*"),
        ("words", "x" * 201),
        ("domain", "example"),
        ("domain", "two words.com"),
        ("domain", "a..b"),
        ("email", "nobody"),
        ("email_domain", "nobody@"),
        ("network", "10.0.0"),
        ("network", "10.0.0.0/33"),
        ("network", "0.0.0.0/0"),
        ("network", "0.0.0.0/7"),
        ("network", "2001::/15"),
    ],
)
def test_what_is_no_rule_is_refused_with_a_sentence_and_kept_in_the_form(desk, kind, typed):
    response = desk.post(ADD, body(kind, typed))
    assert list(errors_of(response)) == ["pattern"]
    assert response.context["adminform"].form["pattern"].value() == typed
    assert not Rule.objects.exists()


@pytest.mark.parametrize("kind", ["words", "domain", "email_domain", "network"])
@pytest.mark.parametrize("typed", ["spammer@gmail.com", "write to Spammer＠gmail.com!"])
def test_an_address_under_another_kind_is_refused_and_stands_nowhere_in_clear(desk, kind, typed):
    for sent in (body(kind, typed), body(kind, typed, _try="1")):
        response = desk.post(ADD, sent)
        assert errors_of(response)["pattern"] == [
            "This looks like an e-mail address. Choose the kind “E-mail address” for it."
        ]
    assert not Rule.objects.exists()


def test_to_reject_takes_a_reason_and_an_expiry_lies_ahead(desk):
    past = {"expires_at_0": "2020-01-01", "expires_at_1": "10:00:00"}
    assert list(errors_of(desk.post(ADD, body("words", "casino", action="reject")))) == ["reason"]
    assert list(errors_of(desk.post(ADD, body("words", "casino", **past)))) == ["expires_at"]


def test_an_expired_rule_can_be_changed_without_touching_its_expiry(desk):
    rule = Rule.objects.create(pattern="casino", expires_at=timezone.now().replace(microsecond=0) - timedelta(days=3))
    day, clock = timezone.localtime(rule.expires_at).strftime("%Y-%m-%d %H:%M:%S").split()
    sent = body("words", "casino", note="an old one", expires_at_0=day, expires_at_1=clock)
    assert desk.post(reverse("admin:comments_rule_change", args=[rule.pk]), sent).status_code == 302
    assert Rule.objects.get().note == "an old one"


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("words", "Casino", "ｃasino"),
        ("domain", "example.com", "http://EXAMPLE.com"),
        ("network", "10.0.0.9", "10.0.0.9/32"),
        ("email", "reader@example.org", "Reader@Example.org"),
    ],
)
def test_a_rule_that_exists_is_refused_with_a_link_to_it(desk, kind, first, second):
    desk.post(ADD, body(kind, first))
    response = desk.post(ADD, body(kind, second))
    assert reverse("admin:comments_rule_change", args=[Rule.objects.get().pk]) in str(errors_of(response)["pattern"])


def test_an_address_goes_into_the_one_table_and_is_shown_nowhere_again(desk):
    response = desk.post(ADD, body("email", "Spammer@example.org"), follow=True)
    rule, commenter = Rule.objects.get(), Commenter.objects.get()
    assert (rule.pattern, rule.commenter) == ("", commenter)
    change = reverse("admin:comments_rule_change", args=[rule.pk])
    pages = [response, desk.get(change), desk.get(reverse("admin:comments_rule_history", args=[rule.pk]))]
    assert not any("spammer@example.org" in page.content.decode().lower() for page in pages)
    assert f"address of commenter #{commenter.pk}" in pages[1].content.decode()
    assert "spammer" not in str([*LogEntry.objects.values(), *Rule.objects.values()]).lower()
    # Changed, it still looks for the same.
    assert desk.post(change, {"action": "spam", "note": "sells watches"}).status_code == 302
    assert Rule.objects.get().commenter == commenter
    assert moderation.submit(_submission(make_story(), email="spammer@EXAMPLE.org")).status == "spam"


def _submission(story, **fields):
    return moderation.Submission(article=story, **{"text": "I was there.", "name": "Huda"} | fields)


def test_the_list_counts_hits_and_knows_what_is_in_force(desk):
    rule = Rule.objects.create(pattern="casino")
    Rule.objects.create(pattern="bingo", expires_at=timezone.now() - timedelta(days=1))
    story = make_story()
    make_comment(story, text="casino casino")
    make_comment(story, text="a casino")
    response = desk.get(reverse("admin:comments_rule_changelist"), {"in_force": "yes"})
    [row] = response.context["cl"].result_list
    assert (row, row.number_of_hits) == (rule, 2)
    assert row.last_hit_at == Comment.objects.latest("pk").submitted_at
    [expired] = desk.get(reverse("admin:comments_rule_changelist"), {"in_force": "no"}).context["cl"].result_list
    assert expired.pattern == "bingo"


def test_changing_or_deleting_a_rule_leaves_what_it_matched(desk):
    desk.post(ADD, body("words", "casino", note="gambling"))
    rule = Rule.objects.get()
    comment = make_comment(make_story(), text="a casino")
    change = reverse("admin:comments_rule_change", args=[rule.pk])
    desk.post(change, body("words", "bingo", action="spam"))
    match = comment.matches.get(code="words")
    assert (match.label, match.action, match.note, match.rule) == ("casino", "flag", "gambling", rule)
    desk.post(reverse("admin:comments_rule_delete", args=[rule.pk]), {"post": "yes"})
    assert comment.matches.get(code="words").rule is None
    assert not Rule.objects.exists()


# --- Run again


def test_the_rules_are_run_again_over_what_waits_and_decide_nothing():
    story = make_story()
    waits, shown = make_comment(story, text="a casino"), make_comment(story, text="a casino!", status="approved")
    Rule.objects.create(pattern="casino", action="spam")
    assert moderation.rescreen(Comment.objects.all()) == 1
    assert not shown.matches.filter(code="words").exists()
    match = waits.matches.get(code="words")
    assert match.places == [["text", 2, 8]]
    waits.refresh_from_db()
    assert (waits.status, waits.decisions.count()) == ("pending", 0)
    assert waits.flags == waits.matches.exclude(action="note").count() > 0
    moderation.rescreen(Comment.objects.all())
    assert waits.matches.filter(code="words").count() == 1


def test_what_the_newsroom_wrote_itself_is_not_looked_at_again():
    noura = make_user("noura")
    answer = moderation.answer(make_comment(make_story()), noura, "We ask.")
    moderation.reopen(answer, noura)
    assert moderation.rescreen(Comment.objects.filter(user=noura)) == 0
    assert not answer.matches.exists()


def test_a_rule_that_is_gone_is_taken_from_what_waits_but_not_what_only_the_sending_knew(settings):
    words, network = (
        Rule.objects.create(pattern="casino"),
        Rule.objects.create(kind="network", pattern="203.0.113.0/24"),
    )
    comment = make_comment(make_story(), text="a casino", network="203.0.113.9")
    assert comment.flags == 2
    Rule.objects.all().delete()
    moderation.rescreen(Comment.objects.all())
    assert list(comment.matches.exclude(action="note").values_list("code", "label")) == [("network", "203.0.113.0/24")]
    comment.refresh_from_db()
    assert comment.flags == 1
    assert words.pattern != network.pattern


def test_the_domain_of_an_address_is_looked_at_again_while_it_is_known():
    Rule.objects.create(kind="email_domain", pattern="example.org")
    story = make_story()
    known, erased = make_comment(story), make_comment(story)
    Commenter.objects.filter(pk=erased.commenter_id).update(email=None, email_digest=None)
    moderation.rescreen(Comment.objects.all())
    assert known.matches.filter(code="email_domain").count() == 1
    assert erased.matches.filter(code="email_domain").count() == 1
    Rule.objects.all().delete()
    moderation.rescreen(Comment.objects.all())
    assert known.matches.filter(code="email_domain").count() == 0
    assert erased.matches.filter(code="email_domain").count() == 1


def test_a_comment_that_was_there_before_is_no_repetition_of_itself():
    story = make_story()
    first, second = make_comment(story, text="Same words."), make_comment(story, text="Same… words!")
    assert not first.matches.filter(code="repeated").exists()
    moderation.rescreen(Comment.objects.all())
    assert not first.matches.filter(code="repeated").exists()
    assert second.matches.get(code="repeated").label == "1"


def test_what_fired_in_an_earlier_text_stays_with_it():
    Rule.objects.create(pattern="casino")
    comment = make_comment(make_story(), text="a casino")
    CommentVersion.objects.create(comment=comment, number=2, text="a bingo")
    Comment.objects.filter(pk=comment.pk).update(text="a bingo")
    Rule.objects.create(pattern="bingo")
    for _turn in range(2):
        moderation.rescreen(Comment.objects.all())
        found = comment.matches.filter(code="words").values_list("version__number", "label")
        assert list(found) == [(1, "casino"), (2, "bingo")]
    assert Comment.objects.get().flags == 1


def test_what_is_decided_before_its_turn_keeps_what_was_found(monkeypatch):
    rule = Rule.objects.create(pattern="casino")
    comment, other = make_comment(make_story(), text="a casino"), make_comment(make_story(), text="a casino!")
    rule.delete()
    rescreen_some = rescreening._rescreen

    def approve_and_rescreen(*arguments):
        moderation.approve(comment, make_user())
        return rescreen_some(*arguments)

    monkeypatch.setattr(rescreening, "_rescreen", approve_and_rescreen)
    assert moderation.rescreen(Comment.objects.all()) == 1
    assert comment.matches.filter(code="words").exists()
    assert not other.matches.filter(code="words").exists()


def test_many_are_looked_at_again_with_as_many_questions_as_few():
    story = make_story()
    Rule.objects.create(pattern="there")

    def questions(number):
        for comment in make_comments(story, number, status="pending"):
            make_comments(story, 1, name=comment.name, email=f"other{comment.pk}@example.org")
        moderation.rescreen(Comment.objects.all())
        with CaptureQueriesContext(connection) as asked:
            moderation.rescreen(Comment.objects.all())
        return len(asked)

    assert questions(2) == questions(20)


def test_what_is_known_of_many_is_what_is_known_of_each(django_assert_max_num_queries):
    make_author("Noura Salem").save()
    make_user(first_name="Yusuf", last_name="Ali")
    story = make_story()
    make_comment(story, status="approved", name="Huda", email="huda@example.org")
    make_comment(story, status="approved", name="Salem", email="salem@example.org")
    Commenter.objects.filter(email="salem@example.org").update(confirmed_at=timezone.now())
    senders = ["huda@example.org", "salem@example.org", "new@example.org", ""]
    for name in ("Huda", "HUDA", "Salem", "Noura  salem", "yusuf ali", "123", "–"):
        for email in senders:
            moderation.record(
                [
                    {
                        "submission": make_submission(story, name=name, email=email, text=f"{name} is here"),
                        "status": "pending",
                        "submitted_at": timezone.now(),
                    }
                ]
            )
    waiting = list(Comment.objects.pending())
    with django_assert_max_num_queries(3 + len(waiting)):
        found = screened.facts_of_stored(waiting, {waiting[0].pk})
    assert found == {comment.pk: screened.facts(comment, is_confirmed=comment == waiting[0]) for comment in waiting}
    assert len(set(found.values())) > 8


@pytest.mark.parametrize(("seconds", "is_in_force"), [(1, True), (0, False), (-1, False)])
def test_a_rule_is_out_of_force_at_the_very_second(seconds, is_in_force):
    now = timezone.now()
    Rule.objects.create(pattern="casino", expires_at=now + timedelta(seconds=seconds))
    assert Rule.objects.in_force(now).exists() is is_in_force


def test_the_page_of_rules_runs_them_in_steps(desk, monkeypatch):
    monkeypatch.setattr("comments.admin.rule.RUN_AT_ONCE", 2)
    make_comments(make_story(), 3, status="pending", text="a casino")
    desk.post(ADD, body("words", "casino"))
    assert not RuleMatch.objects.exists()
    run = reverse("admin:comments_rule_run")
    assert desk.get(run).context["left"] == 3
    response = desk.post(run, {"after": ""})
    assert (response.context["done"], response.context["left"]) == (2, 1)
    assert desk.post(run, {"after": response.context["after"]}).status_code == 302
    assert RuleMatch.objects.filter(code="words").count() == 3


def test_saving_a_rule_offers_to_run_it_over_what_waits(desk):
    response = desk.post(ADD, body("words", "casino"), follow=True)
    assert f'href="{reverse("admin:comments_rule_run")}"' in response.content.decode()


def test_the_command_goes_through_all_that_waits(capsys):
    make_comments(make_story(), 3, status="pending", text="a casino")
    Rule.objects.create(pattern="casino")
    call_command("rescreen")
    assert RuleMatch.objects.filter(code="words").count() == 3
    assert "3 comments gone through." in capsys.readouterr().out


def test_comments_of_an_earlier_release_get_what_they_are_compared_by():
    [comment] = make_comments(make_story(), 1, text="See www.example.com/a.")
    kept = (comment.text_digest, comment.name_key)
    Comment.objects.update(text_digest=None, name_key=None)
    CommentLink.objects.all().delete()
    call_command("rescreen", missing=True, verbosity=0)
    comment.refresh_from_db()
    assert (comment.text_digest, comment.name_key) == kept
    assert comment.links.get().address == "example.com/a"
    assert not moderation.missing().exists()


def test_set_up_looks_after_comments_of_an_earlier_release(settings, tmp_path):
    settings.VAR_DIR, settings.DEBUG = tmp_path, True
    make_comments(make_story(), 2)
    Comment.objects.update(text_digest=None)
    call_command("set_up", stdout=StringIO())
    assert not moderation.missing().exists()
