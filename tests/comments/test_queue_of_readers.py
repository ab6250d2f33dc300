"""What moderators see of what readers and writers did to a comment since it was sent: reports, edits, appeals."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Decision, Report
from comments.queue import Queue
from tests.factories import make_comment, make_comments, make_publication, make_section, make_story, make_user

pytestmark = pytest.mark.django_db
QUEUE = "/admin/comments/comment/queue/"
LIST = "/admin/comments/comment/"
ADDRESS = "huda@example.org"


@pytest.fixture(autouse=True)
def _publication():
    make_publication(default_section=make_section(), comments_a_minute=1000)


@pytest.fixture
def noura(client):
    user = make_user("noura", group="moderator", first_name="Noura")
    client.force_login(user)
    return user


@pytest.fixture
def comment(noura):
    return make_comment(make_story(), status="approved", by=noura, text="It was the port's fault.", email=ADDRESS)


def report(comment, *hosts, **details):
    for host in hosts:
        moderation.report(comment, "abuse", network=f"203.0.113.{host}", **details)


def page(client, comment, at=QUEUE, query="comment={}"):
    response = client.get(f"{at}?{query.format(comment.pk)}")
    assert response.status_code == 200
    text = response.content.decode()
    assert ADDRESS not in text
    return text


def own_page(client, comment):
    response = client.get(f"{LIST}{comment.pk}/change/")
    assert ADDRESS not in response.content.decode()
    return response.content.decode()


def edited(comment, text):
    moderation.revise(comment, text)


def appealed(comment, by, text="It is on topic: the port is in the headline."):
    moderation.reject(Comment.objects.get(pk=comment.pk), by, reason="off_topic", note="Third time")
    return moderation.appeal(comment, text)


# --- Reports


def test_a_reported_comment_says_that_readers_see_it_and_what_they_reported(client, comment):
    report(comment, 1, 2, text="About my brother.")
    text = page(client, comment)
    assert "Readers still see it." in text
    assert "from 2 networks" in text
    assert text.count("About my brother.") == 2
    assert "<strong>Abuse</strong>" in text


def test_one_that_reports_hid_says_so(client, comment):
    report(comment, 1, 2, 3)
    text = page(client, comment)
    assert "Reports by readers have hidden it" in text
    assert "Readers still see it." not in text


def test_what_simply_waits_says_nothing_of_it(client, noura):
    text = page(client, make_comment(make_story(), email=ADDRESS))
    for words in ("Readers still see it", "have hidden it", "Reported by readers", "appeals", "changed in the text"):
        assert words not in text


def test_a_report_that_a_rule_took_for_a_machines_is_shown_as_that(client, comment):
    report(comment, 1)
    report(comment, 2, trap="x")
    text = page(client, comment)
    assert text.count("Not counted: a rule fired") == 1
    assert "from 1 network<" in text


def test_of_very_many_reports_the_newest_are_shown(client, comment):
    make_publication(reports_to_hide=100)
    report(comment, *range(25), text="Look at this.")
    text = page(client, comment)
    assert text.count("Look at this.") == 20
    assert "from 25 networks" in text
    assert "These are the newest." in text


def test_the_row_of_the_list_says_reported_edited_or_appeal(client, noura, comment):
    report(comment, 1)
    other = make_comment(make_story("Another"), status="approved", by=noura)
    edited(other, "Another text.")
    third = make_comment(make_story("A third"))
    appealed(third, noura)
    rows = {row.pk: row.why_again for row in client.get(QUEUE).context["rows"]}
    assert rows == {comment.pk: ["reported"], other.pk: ["edited"], third.pk: ["appeal"]}


def test_when_it_is_decided_nothing_of_it_stands_in_the_row(client, noura, comment):
    report(comment, 1)
    moderation.approve(Comment.objects.get(pk=comment.pk), noura)
    assert "queue-again" not in page(client, comment)


def test_the_most_reported_come_first_where_that_is_asked_for(noura):
    story = make_story(published_at=timezone.now() - timedelta(days=1))
    plain = make_comment(story, now=timezone.now() - timedelta(hours=3))
    few, many = make_comments(story, 2)
    report(few, 1)
    report(many, 2, 3)
    queue = Queue.from_query({"sort": "reports"})
    assert queue.first() == many
    first = Comment.objects.get(pk=many.pk)
    assert [row.pk for row in queue.after(first, 5)] == [few.pk, plain.pk]
    assert [row.pk for row in queue.before(plain, 5)] == [many.pk, few.pk]


def test_the_order_is_one_of_those_at_the_top(client, comment):
    report(comment, 1)
    text = page(client, comment, query="comment={}&sort=reports")
    assert '<a href="?sort=reports" aria-current="true">Most reported first</a>' in text


def test_the_comments_own_page_shows_the_reports_and_what_made_the_system_decide(client, comment):
    report(comment, 1, text="About my brother.")
    text = own_page(client, comment)
    assert "About my brother." in text
    assert "Readers still see it." in text
    assert "reports by readers" in text


def test_the_list_can_be_narrowed_to_what_was_reported(client, noura, comment):
    story = make_story("Another")
    waiting, never = make_comment(story, status="approved", by=noura), make_comment(story)
    report(comment, 1)
    moderation.approve(Comment.objects.get(pk=comment.pk), noura)
    report(waiting, 2)

    def listed(value):
        return {row.pk for row in client.get(f"{LIST}?reported={value}").context["cl"].result_list}

    assert listed("waiting") == {waiting.pk}
    assert listed("ever") == {waiting.pk, comment.pk}
    assert never.pk in listed("")


def test_the_log_tells_hiding_from_a_redaction_and_who_it_was_that_decided(client, noura, comment):
    report(comment, 1, 2, 3)
    moderation.redact(Comment.objects.get(pk=comment.pk), noura, ["port"])
    text = client.get("/admin/comments/decision/").content.decode()
    assert text.count("Hidden by reports, still waiting") == 1
    assert text.count("Personal data taken out") == 1
    assert text.count(">reports by readers<") == 2
    readers = client.get("/admin/comments/decision/?who=readers").context["cl"].result_list
    assert {decision.rule for decision in readers} == {"reports"}
    assert not client.get("/admin/comments/decision/?who=rules").context["cl"].result_list


# --- Edits


def test_an_edit_is_shown_against_the_text_that_readers_see_meanwhile(client, comment):
    edited(comment, "It was the ministry's fault.")
    text = page(client, comment)
    assert "Readers see the earlier text meanwhile." in text
    assert "What its writer changed in the text that readers see" in text
    assert "<del> port&#x27;s</del><ins> ministry&#x27;s</ins>" in text


def test_an_edit_of_what_was_never_shown_is_shown_against_the_text_before(client, noura):
    comment = make_comment(make_story(), text="It was the port's fault.", email=ADDRESS)
    edited(comment, "It was the ministry's fault.")
    text = page(client, comment)
    assert "What its writer changed in the text before" in text
    assert "Readers see the earlier" not in text


def test_a_wholly_new_text_stands_beside_the_earlier_one(client, comment):
    edited(comment, "Nothing of before.")
    text = page(client, comment)
    assert "The earlier text; the new one stands below" in text
    assert "It was the port&#x27;s fault." in text


# --- Appeals


def test_an_appeal_is_shown_with_who_rejected_it_and_why(client, noura):
    comment = make_comment(make_story(), email=ADDRESS)
    appealed(comment, noura)
    for text in (page(client, comment), own_page(client, comment)):
        assert "It is on topic: the port is in the headline." in text
        assert "<bdi>Noura</bdi>" in text
        assert "Off topic" in text
        assert "Third time" in text


@pytest.mark.parametrize("note", ["", "I looked again"])
def test_whoever_rejected_it_is_told_that_another_decides_and_keeps_what_was_typed(client, noura, note):
    make_user("yusuf", group="moderator")
    comment = make_comment(make_story(), email=ADDRESS)
    appealed(comment, noura)
    seen = f"{comment.pk}:pending:1"
    assert seen in page(client, comment)
    response = client.post(f"{QUEUE}approve/", {"seen": seen, "note": note}, follow=True)
    text = response.content.decode()
    assert response.status_code == (409 if note else 200)
    assert "You rejected this comment: another moderator decides on the appeal." in text
    assert note in text
    assert Comment.objects.get(pk=comment.pk).status == "pending"


def test_whoever_rejected_it_sees_that_another_decides_before_anything_is_pressed(client, noura):
    yusuf = make_user("yusuf", group="moderator")
    comment = make_comment(make_story(), email=ADDRESS)
    appealed(comment, noura)
    verbs = ("approve/", "reject/", "mark_spam/", "answer/")
    sentence = "You rejected this comment: another moderator decides on the appeal."
    shown = page(client, comment)
    assert shown.index(sentence) < shown.index("queue-text")
    assert "queue/redact/" in shown
    for text in (shown, own_page(client, comment)):
        assert sentence in text
        for verb in verbs:
            assert f"{verb}?" not in text
            assert f'{verb}"' not in text
    client.force_login(yusuf)
    for text in (page(client, comment), own_page(client, comment)):
        assert sentence not in text
        assert "approve/" in text


def test_an_answer_that_was_typed_all_the_same_stays(client, noura):
    make_user("yusuf", group="moderator")
    comment = make_comment(make_story(), email=ADDRESS)
    appealed(comment, noura)
    data = {"seen": f"{comment.pk}:pending:1", "text": "We asked the port."}
    assert ">We asked the port.</textarea>" in client.post(f"{QUEUE}answer/", data).content.decode()


def test_where_there_is_no_other_moderator_the_same_one_decides(client, noura):
    comment = make_comment(make_story(), email=ADDRESS)
    appealed(comment, noura)
    text = page(client, comment)
    assert "another moderator decides" not in text
    assert "queue/approve/" in text


def test_whoever_rejected_it_has_it_left_out_of_a_batch(client, noura):
    make_user("yusuf", group="moderator")
    comment, other = (make_comment(make_story(), email=ADDRESS) for _number in range(2))
    appealed(comment, noura)
    decisions, [refusal] = moderation.decide_many([Comment.objects.get(pk=comment.pk), other], "approve", noura)
    assert [decision.comment_id for decision in decisions] == [other.pk]
    assert "another moderator" in str(refusal)


def test_what_readers_and_writers_typed_is_escaped(client, noura, comment):
    report(comment, 1, text="<script>alert(1)</script>")
    appealed(comment, noura, "<img src=x>")
    text = page(client, comment)
    assert "<script>alert" not in text
    assert "<img src=x>" not in text


def test_the_reasons_of_a_report_are_those_of_a_decision():
    assert Report._meta.get_field("reason").choices == Decision._meta.get_field("reason").choices
