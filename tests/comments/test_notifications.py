"""Who is told of what, when, and in which words."""

import re
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from django.core import mail as django_mail
from django.utils import timezone

from articles import publishing
from articles.models import Article
from comments import mailing, moderation, notifications, outbox, reasons
from comments.models import Appeal, Comment, Commenter, Decision, Mail, Rule, RuleMatch
from tests.factories import (
    make_comment,
    make_comments,
    make_publication,
    make_section,
    make_story,
    make_user,
)

pytestmark = pytest.mark.django_db
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NAME = {"en": "The Harbour Post", "ar": "بريد الميناء"}


@pytest.fixture(autouse=True)
def _publication(settings):
    settings.SITE_URL = "https://news.example.org"
    make_publication(name=NAME)


@pytest.fixture
def story():
    return make_story()


def make_asking(story, email="huda@example.org", is_confirmed=True, **fields):
    """A comment whose writer asked to be told."""
    comment = make_comment(story, email=email, wants_notice=True, **fields)
    if is_confirmed:
        Commenter.objects.filter(pk=comment.commenter_id).update(confirmed_at=timezone.now())
        Mail.objects.filter(kind="confirm").delete()
    return Comment.objects.get(pk=comment.pk)


def sent(now=None, after=MINUTE):
    """The mails that go out a minute from now."""
    django_mail.outbox.clear()
    outbox.deliver((now or timezone.now()) + after)
    return django_mail.outbox


def only_mail(**options):
    [message] = sent(**options)
    return message


def html_of(message):
    return message.alternatives[0][0]


def plain(words):
    return re.sub("[\u2068\u2069]", "", words)


# --- Is this address yours?


def test_an_unconfirmed_address_is_asked_first_and_told_nothing(story):
    comment = make_asking(story, is_confirmed=False)
    moderation.approve(comment, None)
    message = only_mail()
    assert message.subject == "Is this your address? – The Harbour Post"
    assert "Port reopens after storm" in message.body
    assert re.search(r"^https://news\.example\.org/comments/confirm/\S+/$", message.body, re.MULTILINE)
    assert sent(after=DAY) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ({"en": "Harbour, “Post”"}, "Harbour, “Post”"),
        ({"en": 'The "Post", daily'}, 'The "Post", daily'),
        ({"en": "بريد الميناء " * 6}, ("بريد الميناء " * 6).strip()),
    ],
)
def test_a_mail_comes_from_the_publication_by_name(story, settings, name, shown):
    settings.DEFAULT_FROM_EMAIL = "desk@example.org"
    make_publication(name=name)
    make_asking(story, is_confirmed=False)
    encoded, address = parseaddr(message_from_bytes(only_mail().message().as_bytes())["From"])
    assert (str(make_header(decode_header(encoded))), address) == (shown, "desk@example.org")


def test_the_name_is_in_the_language_of_the_mail():
    make_asking(make_story(language="ar"), is_confirmed=False)
    message = only_mail()
    assert message.from_email.startswith(NAME["ar"])
    assert message.subject.endswith(f" – {NAME['ar']}")


@pytest.mark.parametrize("status", ["approved", "rejected"])
def test_whoever_confirms_is_told_what_was_decided_meanwhile(story, status):
    comment = make_asking(story, is_confirmed=False)
    (moderation.approve if status == "approved" else moderation.reject)(comment, None)
    sent()
    commenter = comment.commenter
    commenter.confirmed_at = timezone.now()
    commenter.save()
    notifications.confirmed(commenter)
    assert plain(only_mail().subject).startswith("Your comment on “Port reopens after storm”")
    notifications.confirmed(commenter)
    assert sent(after=DAY) == []


def test_whoever_confirms_is_told_of_answers_that_came_meanwhile(story):
    comment = make_asking(story, is_confirmed=False, status="approved")
    make_comment(story, parent=comment, status="approved", text="It was the north pier.")
    sent()
    Mail.objects.all().delete()
    Mail.objects.create(kind="outcome", state="sent", comment=comment, commenter=comment.commenter, language="en")
    comment.commenter.confirmed_at = timezone.now()
    comment.commenter.save()
    notifications.confirmed(comment.commenter)
    assert "It was the north pier." in only_mail().body


def test_no_question_goes_to_a_spammer_or_to_somebody_who_did_not_ask(story):
    make_comment(story, wants_notice=False)
    make_comment(story, wants_notice=True, trap="filled in")
    assert not Mail.objects.exists()


def test_a_question_that_was_answered_before_it_left_is_not_asked(story):
    comment = make_asking(story, is_confirmed=False)
    Commenter.objects.filter(pk=comment.commenter_id).update(confirmed_at=timezone.now())
    assert sent() == []
    assert Mail.objects.get().state == "dropped"


def test_an_address_that_was_stopped_gets_nothing(story):
    comment = make_asking(story)
    moderation.approve(comment, None)
    Commenter.objects.update(stopped_at=timezone.now())
    assert sent() == []
    again = make_comment(story, email="huda@example.org", wants_notice=True)
    moderation.approve(again, None)
    assert not Mail.objects.filter(state="queued").exists()


# --- What became of it


def test_an_approval_is_told_with_the_place_of_the_comment(story):
    comment = make_asking(story)
    moderation.approve(comment, None)
    message = only_mail()
    assert plain(message.subject) == "Your comment on “Port reopens after storm” is published"
    assert f"https://news.example.org{comment.get_absolute_url()}" in message.body
    assert f'href="https://news.example.org{comment.get_absolute_url()}"' in html_of(message)


@pytest.mark.parametrize("verb", ["approve", "reject", "reject after an appeal"])
def test_two_comments_on_one_story_are_told_apart_by_when_they_were_sent(story, verb):
    times = [timezone.now() - timedelta(minutes=minutes) for minutes in (50, 30)]
    comments = [make_asking(story, now=at, text=f"Sent {at}.") for at in times]
    for comment in comments:
        if verb == "reject after an appeal":
            moderation.reject(comment, None)
            moderation.appeal(comment, "Read it again, please.")
            comment.refresh_from_db()
        moderation.VERBS[verb.partition(" ")[0]](comment, None)
    message = only_mail()
    for words in (message.body, html_of(message)):
        found = re.findall(r"It was sent on \d+ \w+ \d{4}, (\d\d:\d\d)\.", words)
        assert found == [f"{at:%H:%M}" for at in times]


def test_an_arabic_mail_says_when_a_comment_was_sent_in_the_digits_of_the_publication():
    make_publication(digits="native")
    comment = make_asking(make_story("الميناء يفتح", language="ar"))
    moderation.reject(comment, None)
    assert re.search(r"أُرسل في [٠-٩]+ \w+ [٠-٩]{4}، [٠-٩]{2}:[٠-٩]{2}\.", only_mail().body)


@pytest.mark.parametrize("reason", ["", *Decision.Reason.values])
def test_a_rejection_is_told_with_its_reason_and_the_way_to_appeal(story, reason):
    moderation.reject(make_asking(story), None, reason=reason)
    message = only_mail()
    assert plain(message.subject) == "Your comment on “Port reopens after storm” was not published"
    for words in (message.body, html_of(message)):
        assert str(reasons.sentence(reason)) in words
        assert re.search(
            r"https://news\.example\.org/\d{4}/\d\d/\d\d/port-reopens-after-storm/comments/received/", words
        )
        assert "appeal once" in words


def test_every_reason_has_a_sentence_of_its_own():
    assert len({reasons.sentence(reason) for reason in Decision.Reason.values}) == len(Decision.Reason)


def test_the_note_for_colleagues_and_the_text_stay_in_the_house(story):
    comment = make_asking(story, text="My own words about the port.")
    moderation.reject(comment, None, note="He does this every week.", reason="abuse")
    message = only_mail()
    for words in (message.body, html_of(message)):
        assert "every week" not in words
        assert "My own words" not in words


def test_spam_is_not_told(story):
    moderation.mark_spam(make_asking(story), None)
    assert sent() == []


def test_an_undo_within_ten_seconds_takes_the_mail_back(story):
    comment, noura, now = make_asking(story), make_user("noura"), timezone.now()
    decision = moderation.reject(comment, noura, now=now)
    moderation.undo(decision, noura, now=now + 5 * SECOND)
    assert sent(now) == []


def test_a_change_of_mind_within_ten_seconds_tells_what_holds_and_once(story):
    comment, now = make_asking(story), timezone.now()
    moderation.reject(comment, None, now=now)
    moderation.approve(comment, None, now=now + 5 * SECOND)
    assert "is published" in only_mail(now=now).subject
    assert sent(now, after=DAY) == []


def test_the_same_verdict_is_told_once_and_another_one_again(story):
    comment = make_asking(story)
    moderation.approve(comment, None)
    assert len(sent()) == 1
    moderation.reopen(comment, None)
    moderation.approve(comment, None)
    assert sent() == []
    moderation.reject(comment, None)
    assert "was not published" in only_mail().subject


@pytest.mark.parametrize("verb", [moderation.approve, moderation.reject])
def test_an_appeal_is_answered_even_with_the_same_verdict_and_offers_no_other(story, verb):
    comment = make_asking(story)
    rejection = moderation.reject(comment, None)
    sent()
    Appeal.objects.create(comment=comment, decision=rejection, text="Read it again.")
    moderation.reopen(comment, None)
    verb(comment, None)
    message = only_mail()
    assert "After your appeal" in message.body
    assert "appeal once" not in message.body
    assert "Read it again." not in message.body


def test_taking_personal_data_out_is_no_verdict(story):
    comment = make_asking(story, text="Call 555 0100 now.")
    moderation.redact(comment, make_user("noura"), ["555 0100"])
    assert not Mail.objects.exists()


def test_a_verdict_and_a_question_wait_while_their_story_is_taken_down(story):
    moderation.approve(make_asking(story), None)
    make_asking(story, "new@example.org", is_confirmed=False)
    Article.objects.update(status="withdrawn")
    assert sent() == []
    Article.objects.update(status="published")
    assert len(sent(after=HOUR)) == 2


def test_what_waited_three_days_for_its_story_is_dropped(story):
    moderation.approve(make_asking(story), None)
    publishing.withdraw(story, by=None)
    assert sent(after=73 * HOUR) == []
    assert Mail.objects.get().state == "dropped"


def test_a_question_to_an_address_that_was_stopped_meanwhile_is_not_asked(story):
    comment = make_asking(story, is_confirmed=False)
    Commenter.objects.filter(pk=comment.commenter_id).update(stopped_at=timezone.now())
    assert sent() == []


def test_what_is_imported_is_told_to_nobody(story):
    make_user("noura", group="moderator", email="noura@example.org", comment_notices="at_once")
    make_comments(story, 3)
    assert not Mail.objects.exists()


def test_a_batch_of_decisions_costs_few_questions(story, django_assert_max_num_queries):
    comments = [
        make_asking(story, email=f"reader{number}@example.org", network=f"203.0.113.{number}") for number in range(30)
    ]
    with django_assert_max_num_queries(30):
        moderation.decide_many(comments, "approve", make_user("noura"))
    assert len(sent()) == 30


# --- Answers


def test_answers_of_ten_minutes_are_told_in_one_mail(story):
    comment, now = make_asking(story, status="approved"), timezone.now()
    sent()
    make_comment(story, parent=comment, status="approved", name="Yusuf", text="It was the north pier.")
    make_comment(story, parent=comment, status="approved", name="Amal", text="No, the south pier.")
    assert sent(now, after=9 * MINUTE) == []
    message = only_mail(now=now, after=11 * MINUTE)
    assert message.subject == "Answers to your comments"
    for words in ("Yusuf", "Amal", "It was the north pier.", "No, the south pier."):
        assert words in message.body
        assert words in html_of(message)
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(r"<https://news\.example\.org/comments/stop/\S+/>", message.extra_headers["List-Unsubscribe"])


def test_ones_own_answer_begins_no_digest_and_stands_in_none(story):
    comment = make_asking(story, status="approved")
    sent()
    make_comment(story, parent=comment, status="approved", email="huda@example.org", text="Of my own.")
    assert not Mail.objects.filter(kind="replies").exists()
    make_comment(story, parent=comment, status="approved", text="Of somebody else.")
    make_comment(story, parent=comment, status="approved", email="huda@example.org", text="Of my own as well.")
    body = only_mail(after=HOUR).body
    assert "Of somebody else." in body
    assert "Of my own" not in body


def test_whoever_confirms_late_is_told_of_the_answers_of_thirty_days():
    now = timezone.now()
    story = make_story(published_at=now - timedelta(days=40))
    comment = make_asking(story, is_confirmed=False, now=now - timedelta(days=35))
    moderation.approve(comment, None, now=now - timedelta(days=35))
    for days in (31, 29):
        reply = make_comment(story, parent=comment, text=f"After {days} days.", now=now - timedelta(days=days))
        moderation.approve(reply, None, now=now - timedelta(days=days))
    moderation.confirm(comment.commenter, now=now)
    bodies = " ".join(message.body for message in sent(after=HOUR))
    assert "After 29 days." in bodies
    assert "After 31 days." not in bodies


def test_an_answer_that_is_hidden_again_is_not_told(story):
    comment = make_asking(story, status="approved")
    sent()
    reply = make_comment(story, parent=comment, status="approved")
    moderation.reopen(reply, None)
    assert sent(after=HOUR) == []


def test_nobody_is_told_of_their_own_answer_or_of_one_that_waits(story):
    comment = make_asking(story, status="approved")
    sent()
    make_comment(story, parent=comment, status="approved", email="huda@example.org")
    make_comment(story, parent=comment)
    assert sent(after=HOUR) == []


def test_the_newsrooms_answer_says_that_it_is_the_newsrooms(story):
    comment = make_asking(story)
    moderation.answer(comment, make_user("noura"), "We have asked the port.")
    published, answered = sent(after=HOUR)
    assert "is published" in published.body
    assert "The newsroom, The Harbour Post, answered your comment" in plain(answered.body)
    assert "We have asked the port." in answered.body


def test_an_answer_that_is_approved_again_is_not_told_again(story):
    comment = make_asking(story, status="approved")
    reply = make_comment(story, parent=comment, status="approved", text="I was there too.")
    assert any("I was there too." in message.body for message in sent(after=HOUR))
    noura = make_user("noura")
    moderation.reopen(reply, noura)
    moderation.approve(Comment.objects.get(pk=reply.pk), noura)
    assert not any("I was there too." in message.body for message in sent(after=25 * HOUR))


def test_an_answer_that_is_approved_while_the_digest_is_under_way_is_told_in_the_next(story, monkeypatch):
    comment = make_asking(story, status="approved")
    sent()
    make_comment(story, parent=comment, status="approved", text="The first answer.")
    second = make_comment(story, parent=comment, text="The second answer.")
    send = mailing._Message.send

    def meanwhile(message):
        if second.status == "pending":
            moderation.approve(second, None)
        return send(message)

    monkeypatch.setattr(mailing._Message, "send", meanwhile)
    assert "The second answer." not in only_mail(after=HOUR).body
    assert "The second answer." in only_mail(after=25 * HOUR).body


def test_more_verdicts_than_one_mail_holds_are_told_in_the_next(story, monkeypatch):
    monkeypatch.setattr(mailing, "MOST", 2)
    comments = [make_asking(story, text=f"Text number {number}.") for number in range(3)]
    for comment in comments:
        moderation.reject(comment, None, reason="abuse")
    first, second = sent()
    assert [message.body.count("was not published") for message in (first, second)] == [2, 1]


def test_a_verdict_on_what_was_sent_with_the_key_waits_for_no_other_mail(story):
    make_publication(name=NAME, comments_a_minute=100)
    comments = [make_asking(story, text=f"Text number {number}.") for number in range(5)]
    RuleMatch.objects.create(
        comment=comments[4], version=comments[4].versions.get(), code="confirmed", action=RuleMatch.Action.NOTE
    )
    for number, comment in enumerate(comments):
        moderation.approve(comment, None, now=timezone.now() + number * MINUTE)
        sent(now=timezone.now() + number * MINUTE)
    told = Mail.objects.filter(kind="outcome", state="sent").values_list("comment", flat=True)
    assert set(told) == {comments[0].pk, comments[1].pk, comments[2].pk, comments[4].pk}


def test_the_question_counts_among_the_mails_of_a_day(story):
    comments = [make_asking(story, is_confirmed=False, text=f"Text number {number}.") for number in range(4)]
    assert len(sent()) == 1
    moderation.confirm(comments[0].commenter)
    for number, comment in enumerate(comments):
        moderation.approve(comment, None, now=timezone.now() + number * HOUR)
        sent(now=timezone.now() + number * HOUR)
    assert Mail.objects.filter(state="sent", told_with=None).count() == 3


def test_an_approval_leads_to_the_page_on_which_the_comment_can_be_changed(story):
    comment = make_asking(story)
    moderation.approve(comment, None)
    assert f"{comment.article.get_absolute_url()}comments/received/" in only_mail().body


def test_moderators_are_told_of_an_edit_of_what_was_approved_and_of_an_appeal(story):
    make_moderator()
    approved, rejected = make_asking(story, status="approved"), make_asking(story, text="Another.", status="rejected")
    sent()
    moderation.revise(approved, "What I meant to say.")
    moderation.appeal(rejected, "Read it again, please.")
    [message] = [message for message in sent(after=HOUR) if "noura@example.org" in message.to]
    assert "What I meant to say." in message.body
    assert "Another." in message.body


def test_moderators_are_told_why_a_comment_waits_again_and_what_is_urgent(story):
    make_moderator()
    Rule.objects.create(pattern="burn it down", action="urgent")
    reported = make_comment(story, status="approved", text="I will burn it down.", name="Luís")
    edited, rejected = make_asking(story, status="approved"), make_asking(story, text="Another.", status="rejected")
    sent()
    moderation.revise(edited, "What I meant to say.")
    moderation.appeal(rejected, "Read it again, please.")
    moderation.report(reported, "abuse", network="203.0.113.9")
    make_comment(story, name="Yusuf")
    make_comment(story, text="I will burn it down.", name="Rajan")
    [message] = [message for message in sent(after=HOUR) if "noura@example.org" in message.to]
    lines = [line for line in plain(message.body).splitlines() if line.endswith("“Port reopens after storm”:")]
    assert sorted(line.partition(" on ")[0] for line in lines) == [
        "Yusuf",
        "[Urgent · reported] Luís",
        "[Urgent] Rajan",
        "[appeal] Huda",
        "[edited] Huda",
    ]
    assert "<strong>appeal</strong> " in html_of(message)


def test_what_is_urgent_is_told_first_and_in_the_subject(story, monkeypatch):
    monkeypatch.setattr(mailing, "MOST", 2)
    make_moderator(notices="hourly")
    Rule.objects.create(pattern="burn it down", action="urgent")
    for text in ("One.", "Two.", "Three.", "I will burn it down."):
        make_comment(story, text=text)
    message = only_mail(after=2 * HOUR)
    assert message.subject == "Urgent: Comments wait for a decision"
    assert re.findall(r"I will burn it down|One\.|Two\.|Three\.", message.body) == ["I will burn it down", "One."]


def test_what_was_taken_out_of_an_answer_is_not_in_the_mail(story):
    comment = make_asking(story, status="approved")
    sent()
    reply = make_comment(story, parent=comment, status="approved", text="Call 555 0100 now.")
    moderation.redact(reply, make_user("noura"), ["555 0100"])
    message = only_mail(after=HOUR)
    assert "[personal data removed by the newsroom]" in message.body
    assert "555 01" not in message.body + html_of(message)


def test_markup_in_an_answer_is_text(story):
    comment = make_asking(story, status="approved")
    sent()
    make_comment(story, parent=comment, status="approved", text="<img src=x> & so on", name="A & B")
    message = only_mail(after=HOUR)
    assert "<img src=x> & so on" in message.body
    assert "&lt;img src=x&gt; &amp; so on" in html_of(message)
    assert "A & B" in message.body


# --- Moderators


def make_moderator(notices="at_once", username="noura", **fields):
    return make_user(username, "moderator", **{"email": f"{username}@example.org", "comment_notices": notices} | fields)


def test_a_moderator_is_told_in_the_language_that_their_admin_has_by_then(story):
    noura = make_moderator(language="en")
    make_comment(story)
    type(noura).objects.update(language="ar")
    assert 'lang="ar"' in html_of(only_mail())


def test_a_moderator_is_told_at_once_with_the_text_and_a_link_to_the_queue(story):
    make_moderator()
    comment = make_comment(story, email="secret@example.net", text="I saw <it> myself.", name="Huda")
    message = only_mail()
    assert message.to == ["noura@example.org"]
    assert plain(message.subject) == "A comment on “Port reopens after storm” waits for a decision"
    for words in (message.body, html_of(message)):
        assert f"https://news.example.org/admin/comments/comment/queue/?comment={comment.pk}" in words
        assert "secret" not in words
        assert "Huda" in words
    assert "I saw <it> myself." in message.body
    assert "I saw &lt;it&gt; myself." in html_of(message)


def test_a_moderator_gets_one_mail_in_five_minutes(story):
    make_moderator()
    now = timezone.now()
    for minute in range(10):
        make_comment(story, now=now + minute * MINUTE, text=f"Number {minute} of ten.")
        sent(now + minute * MINUTE, after=SECOND)
    bodies = [row.sent_at for row in Mail.objects.filter(state="sent")]
    assert len(bodies) == 2
    assert "Number 9 of ten." in only_mail(now=now, after=11 * MINUTE).body


def test_a_moderator_gets_no_second_mail_while_the_first_is_under_way(story):
    make_moderator()
    make_comment(story)
    now = timezone.now()
    outbox._claim(Mail.objects.get().pk, now)
    make_comment(story)
    assert sent(now, after=MINUTE) == []


@pytest.mark.parametrize(
    ("notices", "now", "due_at"),
    [
        ("hourly", datetime(2026, 11, 23, 12, 20, 5, tzinfo=UTC), datetime(2026, 11, 23, 13, 0, tzinfo=UTC)),
        ("daily", datetime(2026, 11, 23, 4, 59, tzinfo=UTC), datetime(2026, 11, 23, 5, 0, tzinfo=UTC)),
        ("daily", datetime(2026, 11, 23, 5, 0, tzinfo=UTC), datetime(2026, 11, 24, 5, 0, tzinfo=UTC)),
    ],
)
def test_a_digest_comes_at_the_full_hour_or_at_eight_in_the_newsrooms_own_time(settings, notices, now, due_at):
    settings.TIME_ZONE = "Asia/Kuwait"
    make_moderator(notices)
    comment = make_comment(make_story(published_at=now - HOUR), now=now)
    notifications.waiting([comment], now + MINUTE / 2)
    assert Mail.objects.get().due_at == due_at
    assert plain(only_mail(now=due_at, after=timedelta()).subject).startswith("A comment on")


def test_a_digest_tells_what_still_waits_and_nothing_twice(story):
    make_moderator("hourly")
    now = timezone.now()
    first, second = make_comment(story, text="The first one."), make_comment(story, text="The second one.")
    moderation.approve(first, None)
    body = only_mail(now=now, after=HOUR).body
    assert "The second one." in body
    assert "The first one." not in body
    make_comment(story, text="The third one.", now=now + HOUR)
    body = only_mail(now=now, after=3 * HOUR).body
    assert "The third one." in body
    assert "The second one." not in body
    assert second.status == "pending"


def test_twenty_texts_stand_in_one_mail_and_then_the_way_to_the_others(settings, story):
    settings.COMMENT_GUARDS = False
    make_moderator()
    for number in range(25):
        make_comment(story, text=f"Waiting text number {number}.")
    body = only_mail().body
    assert body.count("Waiting text number") == 20
    assert "https://news.example.org/admin/comments/comment/queue/\n" in body


def test_a_moderator_of_one_section_is_told_of_that_section_only():
    sport, city = make_section("Sport"), make_section("City")
    make_moderator().notice_sections.set([sport])
    make_comment(make_story("About the city", section=city))
    assert not Mail.objects.exists()
    make_comment(make_story("About sport", section=sport))
    make_comment(make_story("About the city again", section=city))
    body = only_mail().body
    assert "About sport" in body
    assert "city" not in body


def test_only_those_who_may_moderate_and_want_it_are_told(story):
    make_moderator("", "quiet")
    make_moderator("at_once", "left", is_active=False)
    make_moderator("at_once", "mute", email="")
    make_user("reporter", "reporter", email="r@example.org", comment_notices="at_once")
    make_user("root", is_superuser=True, email="root@example.org", comment_notices="at_once")
    make_comment(story)
    assert only_mail().to == ["root@example.org"]


def test_whoever_leaves_before_the_mail_does_gets_none(story):
    noura = make_moderator()
    make_comment(story)
    noura.is_active = False
    noura.save()
    assert sent() == []


def test_what_came_before_the_moderators_again_is_told():
    make_moderator()
    story = make_story(published_at=timezone.now() - 2 * DAY)
    comment = make_comment(story, text="Seen before.", status="approved", now=timezone.now() - DAY)
    Mail.objects.all().delete()
    moderation.reopen(comment, None)
    notifications.waiting([comment], Decision.objects.latest().at)
    assert "Seen before." in only_mail().body


# --- Everything that is held


def test_the_link_to_ones_own_page_goes_to_a_known_address_twice_a_day_at_most(story):
    make_comment(story, email="huda@example.org")
    now, bodies = timezone.now(), []
    for hour in range(5):
        notifications.asked_for_mine("Huda@Example.org", "203.0.113.5", "en", now + hour * HOUR)
        notifications.asked_for_mine("nobody@example.org", "203.0.113.5", "en", now + hour * HOUR)
        bodies += [message.body for message in sent(now + hour * HOUR)]
    assert len(bodies) == 2
    assert re.search(r"^https://news\.example\.org/comments/mine/\S+/$", bodies[0], re.MULTILINE)


# --- Languages


def one_of_each(language):
    """(kind, message) of every kind of mail, about a story in this language."""
    headline = "عودة الميناء إلى العمل" if language == "ar" else "Port reopens after storm"
    story = make_story(headline, language=language)
    make_moderator(language=language)
    rejected, approved = make_asking(story, email="a@example.org"), make_asking(story, email="b@example.org")
    make_asking(story, email="c@example.org", is_confirmed=False, network="203.0.113.1")
    notifications.asked_for_mine("a@example.org", "203.0.113.2", language)
    moderation.reject(rejected, None)
    moderation.approve(approved, None)
    sent()
    messages = list(django_mail.outbox)
    make_comment(story, parent=approved, status="approved", network="203.0.113.3")
    return messages + sent(after=HOUR)


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_every_mail_says_its_language_and_direction(language, direction):
    messages = one_of_each(language)
    assert len(messages) == 6
    for message in messages:
        html = html_of(message)
        assert f'<html lang="{language}" dir="{direction}">' in html
        assert NAME[language] in html
        assert "<script" not in html
        assert "http" not in html.replace("https://news.example.org", "")
        prefix = "https://news.example.org/ar/" if language == "ar" else "https://news.example.org/"
        links = re.findall(r"https://\S+/comments/\S+", message.body)
        assert all(link.startswith(prefix) or "/admin/" in link for link in links)
        assert message.alternatives[0][1] == "text/html"
        assert "\n" not in message.subject
        # Every isolate is closed.
        assert message.body.count("\u2068") == message.body.count("\u2069")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_mail_holds_an_address_in_its_text(language):
    for message in one_of_each(language):
        for words in (message.subject, message.body, html_of(message)):
            assert "@" not in words


def test_a_language_that_is_no_longer_published_falls_back(story, settings):
    comment = make_asking(story)
    moderation.approve(comment, None)
    Mail.objects.update(language="fr")
    assert 'lang="en"' in html_of(only_mail())


def test_a_digest_says_how_many_answers_there_are_beyond_those_it_shows(story, monkeypatch):
    monkeypatch.setattr(mailing, "MOST", 1)
    comment = make_asking(story, status="approved")
    sent()
    for number in range(3):
        make_comment(story, parent=comment, status="approved", text=f"Answer number {number}.")
    message = only_mail(after=HOUR)
    assert "Answer number 0." in message.body
    assert "Answer number 1." not in message.body
    assert "And 2 more." in message.body
