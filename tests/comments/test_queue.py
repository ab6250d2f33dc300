"""The moderators' queue over HTTP, as somebody without scripts uses it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone

from articles import furniture
from comments import claims, moderation, privacy, seen
from comments.models import Claim, Comment, CommentVersion, Decision, Rule
from comments.queue import Queue
from tests.factories import make_comment, make_comments, make_publication, make_section, make_story, make_user

pytestmark = pytest.mark.django_db
QUEUE = "/admin/comments/comment/queue/"
NOW = timezone.now()


@pytest.fixture(autouse=True)
def _publication():
    make_publication(default_section=make_section(), comments_a_minute=1000)


def client_of(name, **fields):
    client = Client()
    client.user = make_user(name, group="moderator", **fields)
    client.force_login(client.user)
    return client


@pytest.fixture
def moderator():
    return client_of("noura", first_name="Noura")


@pytest.fixture
def colleague():
    return client_of("yusuf", first_name="Yusuf")


def waiting(story, age, **fields):
    """A comment that waits, submitted `age` minutes ago."""
    return make_comment(story, now=NOW - timedelta(minutes=age), **fields)


def current(response):
    return response.context["comment"]


def page(client, query=""):
    response = client.get(f"{QUEUE}{query}")
    assert response.status_code == 200
    return response


def act(client, what, comment=None, query="", follow=True, **fields):
    carried = {"seen": seen.value(comment)} if comment else {}
    return client.post(f"{QUEUE}{what}/{query}", carried | fields, follow=follow)


def status_of(comment):
    return Comment.objects.get(pk=comment.pk).status


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request)) + " ".join(
        unescape(words)
        for words in re.findall(r"<li class=\"(?:success|warning)\">(.*?)</li>", response.content.decode())
    )


# --- One after the other


def test_the_longest_waiting_comes_first_and_each_decision_brings_the_next(moderator):
    story = make_story()
    first, second, third = (waiting(story, age) for age in (30, 20, 10))
    assert current(page(moderator)) == first
    assert current(act(moderator, "approve", first)) == second
    assert current(act(moderator, "mark_spam", second)) == third
    response = act(moderator, "reject", third, reason="abuse", note="An insult")
    assert "Nothing waits" in response.content.decode()
    assert [status_of(comment) for comment in (first, second, third)] == ["approved", "spam", "rejected"]
    decision = third.decisions.first()
    assert (decision.reason, decision.note, decision.by) == ("abuse", "An insult", moderator.user)


def test_moving_on_decides_nothing_and_a_comment_keeps_its_address(moderator):
    story = make_story()
    first, second = waiting(story, 30), waiting(story, 20)
    response = page(moderator)
    assert response.context["query_of_next"] == f"comment={second.pk}"
    assert current(page(moderator, f"?comment={second.pk}")) == second
    assert page(moderator, f"?comment={second.pk}").context["query_of_previous"] == f"comment={first.pk}"
    assert Comment.objects.pending().count() == 2


@pytest.mark.parametrize("query", ["?comment=x", "?comment=999999", "?sort=x&story=²&same=text&as=x", "?same=x&as=1"])
def test_what_an_address_cannot_mean_is_left_out(moderator, query):
    comment = waiting(make_story(), 5)
    assert current(page(moderator, query)) == comment


def test_a_rejection_without_a_reason_comes_back_with_the_note(moderator):
    comment = waiting(make_story(), 5)
    response = act(moderator, "reject", comment, note="Rude")
    assert response.status_code == 422
    assert "Choose a reason" in response.content.decode()
    assert 'value="Rude"' in response.content.decode()
    assert status_of(comment) == "pending"


def test_what_is_not_there_is_told(moderator):
    waiting(make_story(), 5)
    assert "The comment that you asked for is not there." in told(page(moderator, "?comment=999999"))
    assert "Only on a story that is not there." in page(moderator, "?story=999999").content.decode()
    assert "Only like a comment that is not there." in page(moderator, "?same=text&as=999999").content.decode()


def test_closed_comments_are_told_where_moderators_look(moderator):
    waiting(make_story(), 5)
    sentence = "Comments are closed everywhere"
    assert sentence not in page(moderator).content.decode()
    make_publication(comments_closed=True)
    furniture.forget()
    for address in (QUEUE, "/admin/"):
        html = moderator.get(address).content.decode()
        assert f"{sentence}." in html
        assert "/admin/articles/publication/1/change/" in html
    make_publication(comments_closed=True, comments_reopen_at=timezone.now() + timedelta(days=1))
    furniture.forget()
    assert f"{sentence} until" in page(moderator).content.decode()


# --- In its context


def test_the_thread_above_stands_with_it_in_its_order(moderator):
    story = make_story()
    above = []
    for name in ("Head", "Second", "Third", "Fourth"):
        above.append(make_comment(story, status="approved", name=name, parent=above[-1] if above else None))
    reply = waiting(story, 5, parent=above[-1])
    assert [comment.name for comment in page(moderator, f"?comment={reply.pk}").context["above"]] == [
        "Head",
        "Third",
        "Fourth",
    ]


def test_what_fired_is_marked_where_it_stands(moderator):
    text = "See https://one.example/a and https://two.example/b <b>now</b>"
    waiting(make_story(), 5, text=text, name="<i>Huda</i>")
    html = page(moderator).content.decode()
    assert "<mark>https://one.example/a</mark> and <mark>https://two.example/b</mark> &lt;b&gt;now" in html
    assert "<i>Huda" not in html
    assert "2 links" in html


def test_the_commenter_is_known_by_what_they_did_and_not_by_their_address(moderator):
    story = make_story()
    for status in ("approved", "approved", "rejected", "spam"):
        make_comment(story, status=status, email="huda@example.org")
    comment = waiting(story, 5, email="huda@example.org", network="198.51.100.77")
    response = page(moderator)
    assert dict(response.context["history"]) == {"Approved": 2, "Rejected": 1, "Spam": 1, "Pending": 1}
    assert len(response.context["latest_five"]) == 4
    html = response.content.decode()
    assert "huda@example.org" not in html
    assert not any(digest in html for digest in privacy.email_digests("huda@example.org"))
    assert comment.network_digest not in html
    assert comment.text_digest not in html


def test_a_decided_comment_says_who_decided_and_can_be_decided_again(moderator, colleague):
    comment = make_comment(make_story(), status="rejected", by=colleague.user)
    html = page(moderator, f"?comment={comment.pk}").content.decode()
    assert "<strong>Rejected</strong>" in html
    assert "Yusuf" in html
    act(moderator, "reopen", comment)
    assert status_of(comment) == "pending"


# --- What was seen


def test_who_comes_second_is_told_who_was_first_and_goes_on(moderator, colleague):
    story = make_story()
    first, second = waiting(story, 30), waiting(story, 20)
    act(colleague, "approve", first)
    response = act(moderator, "mark_spam", first)
    assert "Already approved by Yusuf" in told(response)
    assert current(response) == second
    assert status_of(first) == "approved"


def change_text(comment, text):
    moderation.revise(comment, text, now=comment.submitted_at)


def test_a_text_that_was_changed_meanwhile_is_compared_first_and_then_decided_on(moderator):
    comment = waiting(make_story(), 5, text="The port opened at dawn.")
    old = seen.value(comment)
    change_text(comment, "The port opened at noon.")
    response = moderator.post(f"{QUEUE}approve/", {"seen": old, "note": "Fine"})
    html = response.content.decode()
    assert response.status_code == 409
    assert "<del> dawn.</del><ins> noon.</ins>" in html
    assert 'value="Fine"' in html
    assert status_of(comment) == "pending"
    moderator.post(f"{QUEUE}approve/", {"seen": response.context["seen"]})
    assert Comment.objects.get(pk=comment.pk).shown_version.text == "The port opened at noon."


def test_two_texts_that_are_too_long_to_compare_stand_one_below_the_other(moderator):
    comment = waiting(make_story(), 5, text="word " * 900)
    old = seen.value(comment)
    change_text(comment, "other " * 900)
    html = moderator.post(f"{QUEUE}approve/", {"seen": old}).content.decode()
    assert "The text that you read" in html
    assert "<del>" not in html


def test_a_form_for_no_comment_is_not_found(moderator):
    for value in ("", "x", "999999:pending:1"):
        assert moderator.post(f"{QUEUE}approve/", {"seen": value}).status_code == 404


# --- Claims


def test_looking_claims_a_comment_and_a_colleague_gets_the_next(moderator, colleague):
    story = make_story()
    first, second, third = (waiting(story, age) for age in (30, 20, 10))
    assert current(page(moderator)) == first
    assert current(page(colleague)) == second
    assert current(act(moderator, "approve", first)) == third
    html = page(colleague, f"?comment={third.pk}").content.decode()
    assert "Claimed by \u2068Noura\u2069" in html
    assert act(colleague, "approve", third).status_code == 200
    assert status_of(third) == "approved"
    assert not Claim.objects.filter(comment=third).exists()


def test_a_claim_that_is_over_passes_to_whoever_looks_next(moderator, colleague):
    comment = waiting(make_story(), 30)
    claims.take(comment, moderator.user, NOW)
    later = NOW + claims.GOOD_FOR
    claim = claims.take(comment, colleague.user, later)
    assert (claim.by, claim.at) == (colleague.user, later)


def test_what_is_decided_is_claimed_by_nobody(moderator):
    comment = make_comment(make_story(), status="approved")
    assert claims.take(comment, moderator.user) is None
    assert not Claim.objects.exists()


def test_a_claim_is_let_go_by_moving_on_and_after_two_minutes(moderator, colleague):
    story = make_story()
    first, second = waiting(story, 30), waiting(story, 20)
    page(moderator)
    page(moderator, f"?comment={second.pk}")
    assert [claim.comment for claim in Claim.objects.all()] == [second]
    assert current(page(colleague)) == first
    Claim.objects.update(at=timezone.now() - claims.GOOD_FOR)
    assert claims.unclaimed(Comment.objects.all(), moderator.user).count() == 2


def test_what_a_colleague_has_is_shown_when_nothing_else_waits(moderator, colleague):
    comment = waiting(make_story(), 5)
    page(colleague)
    assert current(page(moderator)) == comment
    assert Claim.objects.get().by == colleague.user


# --- Undo, answer, redact


def test_undo_takes_the_last_act_back_and_shows_the_comment_again(moderator):
    story = make_story()
    first, _second = waiting(story, 30), waiting(story, 20)
    act(moderator, "approve", first)
    response = act(moderator, "undo")
    assert current(response) == first
    assert status_of(first) == "pending"
    assert "There is nothing of yours to undo." in told(act(moderator, "undo"))


def test_undo_after_taking_personal_data_out_says_that_it_is_not_put_back(moderator):
    story = make_story()
    first, second = waiting(story, 30), waiting(story, 20, text="Call 9988 7766 at night.")
    act(moderator, "approve", first)
    act(moderator, "redact", second, words="9988 7766")
    assert "What was taken out of a text is not put back." in told(act(moderator, "undo"))
    assert status_of(first) == "approved"


def test_the_key_takes_back_nothing_that_was_decided_long_ago_but_its_own_button_does(moderator):
    comment = waiting(make_story(published_at=NOW - timedelta(hours=3)), 90)
    approval = moderation.approve(comment, moderator.user, now=timezone.now() - timedelta(minutes=47))
    response = act(moderator, "undo")
    assert "Your last decision was made 47 minutes ago" in response.content.decode()
    assert (current(response), status_of(comment)) == (comment, "approved")
    act(moderator, "undo", decision=approval.pk)
    assert status_of(comment) == "pending"


def test_a_batch_of_somebody_else_is_undone_from_the_log(moderator, colleague):
    story = make_story()
    comments = [waiting(story, age) for age in (30, 20)]
    batch = moderation.decide_many(comments, "approve", colleague.user)[0][0].batch
    log = f"/admin/comments/decision/?batch={batch}"
    assert "Undo 2 decisions of this batch" in moderator.get(log).content.decode()
    assert "2 decisions undone." in told(act(moderator, "undo", batch=batch))
    assert {status_of(comment) for comment in comments} == {"pending"}
    assert "of this batch" not in moderator.get(log).content.decode()


@pytest.mark.parametrize("batch", ["x", "\0", "1" * 40])
def test_an_odd_batch_undoes_nothing(moderator, batch):
    comment = waiting(make_story(), 30)
    act(moderator, "approve", comment)
    act(moderator, "undo", batch=batch)
    assert status_of(comment) == "approved"


def test_an_undo_is_not_undone_as_if_it_were_an_act(moderator):
    comment = waiting(make_story(), 30)
    act(moderator, "approve", comment)
    act(moderator, "undo")
    act(moderator, "undo", decision=Decision.objects.get(undoes__isnull=False).pk)
    assert status_of(comment) == "pending"


@pytest.mark.parametrize("seen_value", ["{pk}", "{pk}:pending", "{pk}:pending:77", "{pk}:pending:x"])
@pytest.mark.parametrize("what", ["approve", "answer"])
def test_nothing_is_decided_by_who_does_not_say_which_text_they_saw(moderator, what, seen_value):
    comment = waiting(make_story(), 30)
    fields = {"seen": seen_value.format(pk=comment.pk), "text": "We ask."}
    response = moderator.post(f"{QUEUE}{what}/", fields)
    assert (response.status_code, status_of(comment)) == (409, "pending")


def test_an_answer_to_a_text_that_was_changed_since_is_not_given(moderator):
    comment = waiting(make_story(), 30)
    CommentVersion.objects.create(comment=comment, number=2, text="Something else")
    response = moderator.post(f"{QUEUE}answer/", {"seen": f"{comment.pk}:pending:1", "text": "We ask."})
    assert (response.status_code, status_of(comment)) == (409, "pending")
    assert "We ask.</textarea>" in response.content.decode()


def test_a_note_comes_back_where_somebody_else_was_first(moderator, colleague):
    comment = waiting(make_story(), 30)
    act(colleague, "reject", comment, reason="abuse")
    response = act(moderator, "approve", comment, note="As agreed.")
    assert response.status_code == 409
    assert 'value="As agreed."' in response.content.decode()
    assert "Already rejected by Yusuf" in response.content.decode()


def test_a_note_holds_no_character_that_a_database_refuses(moderator):
    comment = waiting(make_story(), 30)
    act(moderator, "approve", comment, note="As\0 agreed\x07.")
    assert comment.decisions.get().note == "As agreed."


def test_undo_of_an_answer_leads_back_to_the_comment_that_was_answered(moderator):
    story = make_story()
    waiting(story, 30)
    comment = waiting(story, 5)
    act(moderator, "answer", comment, text="We asked the port.")
    assert current(act(moderator, "undo")) == comment


def test_the_last_decisions_show_the_text_that_was_decided_on(moderator):
    comment = waiting(make_story(), 5, text="The text that was read.")
    act(moderator, "approve", comment)
    moderation.revise(Comment.objects.get(pk=comment.pk), "Another text altogether.")
    assert [act.excerpt for act in page(moderator).context["acts"]] == ["The text that was read."]


def test_each_of_the_last_decisions_has_its_undo(moderator, colleague):
    story = make_story()
    first, second = waiting(story, 30), waiting(story, 20)
    act(moderator, "approve", first)
    act(moderator, "mark_spam", second)
    other = waiting(story, 10)
    act(colleague, "approve", other)
    acts = page(moderator).context["acts"]
    assert [act.comment for act in acts] == [second, first]
    act(moderator, "undo", decision=acts[1].pk)
    assert [status_of(comment) for comment in (first, second)] == ["pending", "spam"]
    assert [act.is_undone for act in page(moderator).context["acts"]] == [False, True]
    act(moderator, "undo", decision=Decision.objects.get(comment=other).pk)
    assert status_of(other) == "approved"


def test_an_answer_approves_what_it_answers(moderator):
    comment = waiting(make_story(), 5)
    act(moderator, "answer", comment, text="We asked the port.")
    answer = Comment.objects.get(user=moderator.user)
    assert (answer.parent, answer.status, answer.text) == (comment, "approved", "We asked the port.")
    assert status_of(comment) == "approved"


def test_a_note_is_kept_with_whatever_is_done(moderator):
    story = make_story()
    acts = {
        "approve": {},
        "reject": {"reason": "abuse"},
        "answer": {"text": "We ask."},
        "redact": {"words": "9988 7766"},
    }
    for what, fields in acts.items():
        comment = waiting(story, 5, text=f"Call 9988 7766 to {what}.")
        act(moderator, what, comment, note="As the desk agreed.", **fields)
        assert comment.decisions.get().note == "As the desk agreed.", what


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" ", "Write the answer first."),
        ("ok", "at least 3 characters"),
        ("\U000e0100\u180b\ufe0f", "at least 3 characters"),
        ("a" * 10_001, "at most 10000 characters; this one has 10001"),
    ],
)
def test_an_answer_of_too_little_or_too_much_to_read_is_refused(moderator, text, words):
    response = act(moderator, "answer", make_comment(make_story()), text=text)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Comment.objects.filter(user=moderator.user).exists()


def test_an_answer_that_cannot_be_given_is_not_lost(moderator, colleague):
    comment = waiting(make_story(), 5)
    assert act(moderator, "answer", comment, text=" ").status_code == 422
    act(colleague, "mark_spam", comment)
    response = act(moderator, "answer", comment, text="We asked the port.")
    assert response.status_code == 409
    assert "Already marked as spam by Yusuf" in response.content.decode()
    assert "We asked the port.</textarea>" in response.content.decode()
    assert not Comment.objects.filter(user=moderator.user).exists()


@pytest.mark.parametrize(
    ("act_on_it", "fields"), [("answer", {"text": "We asked the port."}), ("redact", {"words": "port"})]
)
def test_why_nothing_can_be_done_with_a_comment_that_was_withdrawn_meanwhile_is_said(moderator, act_on_it, fields):
    comment = make_comment(make_story(), text="I saw the port.")
    seen = f"{comment.pk}:pending:1"
    moderation.withdraw(comment)
    page = moderator.post(f"{QUEUE}{act_on_it}/", {"seen": seen} | fields, follow=True).content.decode()
    assert "Its writer has withdrawn this comment." in page


def test_personal_data_is_taken_out_and_the_comment_still_waits(moderator):
    comment = waiting(make_story(), 5, text="Call 9988 7766 at night.")
    response = act(moderator, "redact", comment, words="1111 2222")
    assert (response.status_code, "1111 2222</textarea>" in response.content.decode()) == (422, True)
    response = act(moderator, "redact", comment, words="9988 7766")
    assert current(response) == comment
    assert "Call [personal data removed by the newsroom] at night." in response.content.decode()
    assert "9988 7766" not in response.content.decode()


def test_words_that_look_like_a_gap_are_none(moderator):
    said = "[personal data removed by the newsroom]"
    comment = waiting(make_story(), 5, text=f"Call 9988 7766 or {said}.")
    html = act(moderator, "redact", comment, words="9988 7766").content.decode()
    assert f'Call <span class="redacted" dir="auto">{said}</span> or {said}.' in html
    html = moderator.get(f"/admin/comments/comment/{comment.pk}/change/").content.decode()
    assert f'Call <span class="redacted" dir="auto">{said}</span> or {said}.' in html


# --- Orders and groups


def test_the_most_flagged_come_first_where_that_is_asked(moderator):
    story = make_story()
    old, flagged = waiting(story, 30), waiting(story, 20, text="https://one.example/ https://two.example/")
    assert flagged.flags > old.flags
    assert [row.pk for row in page(moderator, "?sort=flags").context["rows"]] == [flagged.pk, old.pk]
    assert current(act(moderator, "approve", flagged, "?sort=flags")) == old


def test_the_queue_says_how_many_are_urgent_and_leads_to_them(moderator):
    Rule.objects.create(pattern="know where you live", action="urgent")
    story = make_story()
    waiting(story, 30)
    assert "urgent" not in page(moderator).content.decode()
    threat = waiting(story, 5, text="I know where you live.")
    assert re.search(r'<a href="\?sort=flags">\s*1 urgent', page(moderator).content.decode())
    assert page(moderator, "?sort=flags").context["rows"][0] == threat


@pytest.mark.parametrize("sort", ["oldest", "flags", "story"])
def test_every_order_goes_through_all_that_wait_forward_and_back(sort, django_assert_max_num_queries):
    stories = [make_story(), make_story("Another")]
    [comments] = [[*make_comments(stories[0], 7, status="pending"), *make_comments(stories[1], 6, status="pending")]]
    for index, comment in enumerate(comments):
        # Some at the same moment, as an import brings them.
        Comment.objects.filter(pk=comment.pk).update(flags=index % 3, submitted_at=NOW - timedelta(minutes=index // 2))
    queue = Queue(sort)
    leads = {"oldest": [], "flags": ["-flags"], "story": ["article"]}[sort]
    expected = list(Comment.objects.order_by(*leads, "submitted_at", "pk"))
    found = [queue.first()]
    while found[-1] is not None:
        at = Comment.objects.get(pk=found[-1].pk)
        index = len(found) - 1
        with django_assert_max_num_queries(4):
            assert queue.before(at, 4) == expected[max(0, index - 4) : index]
            assert queue.after(at, 4) == expected[index + 1 : index + 5]
        found.append(next(iter(queue.after(at, 1)), None))
    assert found[:-1] == expected


def test_a_story_alone(moderator):
    story, other = make_story(), make_story("Another")
    mine, _theirs = waiting(story, 10), waiting(other, 20)
    response = page(moderator, f"?story={story.pk}")
    assert [row.pk for row in response.context["rows"]] == [mine.pk]
    assert "Nothing that matches waits" in act(moderator, "approve", mine, f"?story={story.pk}").content.decode()


LIKENESSES = {
    "text": {"text": "Buy  NOW and here"},
    "link": {"website": "https://watches.example/"},
    "network": {"network": "203.0.113.9"},
    "commenter": {"email": "seller@example.org"},
}


@pytest.mark.parametrize("same", LIKENESSES)
def test_what_is_alike_is_counted_listed_and_decided_at_once(moderator, same):
    stories = [make_story(), make_story("Another")]
    one, two, three = (waiting(stories[age % 2], age, **LIKENESSES[same]) for age in (30, 20, 10))
    other = waiting(stories[0], 40)
    [(sentence, query, _shown)] = page(moderator, f"?comment={one.pk}").context["alike"]
    assert sentence.startswith("3 ")
    assert query == f"same={same}&as={one.pk}&comment={one.pk}"
    address = f"?same={same}&as={one.pk}"
    assert [row.pk for row in page(moderator, address).context["rows"]] == [one.pk, two.pk, three.pk]
    assert [label for label, _query, _shown in page(moderator, f"?comment={other.pk}").context["alike"]] == []
    response = moderator.post(f"{QUEUE}batch/{address}", {"verb": "mark_spam", "all": "1"})
    assert "3 comments will be marked as spam" in response.content.decode()
    assert Comment.objects.pending().count() == 4
    newcomer = waiting(stories[0], 1, **LIKENESSES[same])
    done = {"verb": "mark_spam", "seen": response.context["seen"], "confirmed": "1"}
    response = moderator.post(f"{QUEUE}batch/{address}", done, follow=True)
    assert "3 comments marked as spam." in told(response)
    assert {status_of(comment) for comment in (one, two, three)} == {"spam"}
    assert (status_of(newcomer), status_of(other)) == ("pending", "pending")
    assert [act.number for act in response.context["acts"]] == [3]
    assert "3 decisions undone." in told(act(moderator, "undo"))
    assert Comment.objects.pending().count() == 5


def test_those_that_are_ticked_are_decided_as_they_were_seen(moderator, colleague):
    story = make_story()
    one, two, three = (waiting(story, age) for age in (30, 20, 10))
    ticked = {"verb": "reject", "seen": [seen.value(one), seen.value(two)]}
    response = moderator.post(f"{QUEUE}batch/?story={story.pk}", ticked)
    assert response.context["seen"] == f"{seen.value(one)} {seen.value(two)}"
    moderation.approve(two, colleague.user)
    again = {"verb": "reject", "seen": response.context["seen"], "confirmed": "1"}
    assert moderator.post(f"{QUEUE}batch/", again).status_code == 422
    response = moderator.post(f"{QUEUE}batch/", again | {"reason": "off_topic"}, follow=True)
    assert "1 comment rejected." in told(response)
    assert "Already approved by Yusuf" in told(response)
    assert [status_of(comment) for comment in (one, two, three)] == ["rejected", "approved", "pending"]


def test_nothing_ticked_and_no_such_verb_decide_nothing(moderator):
    waiting(make_story(), 5)
    assert "Tick at least one comment." in told(moderator.post(f"{QUEUE}batch/", {"verb": "approve"}, follow=True))
    assert moderator.post(f"{QUEUE}batch/", {"verb": "reopen", "all": "1"}).status_code == 404
    assert moderator.post(f"{QUEUE}reopen_all/").status_code == 404


def test_a_batch_from_the_outside_is_no_longer_than_one_from_its_page(moderator, monkeypatch):
    monkeypatch.setattr("comments.admin.batch.BOUND", 2)
    comments = make_comments(make_story(), 3, status="pending")
    values = " ".join(f"{comment.pk}:pending:1" for comment in comments)
    moderator.post(f"{QUEUE}batch/", {"verb": "approve", "confirmed": "1", "seen": values})
    assert Comment.objects.pending().count() == 1


def test_a_text_that_changed_between_the_list_and_the_confirmation_is_not_decided(moderator):
    comment = waiting(make_story(), 5)
    ticked = seen.value(comment)
    CommentVersion.objects.create(comment=comment, number=2, text="Something else")
    asked = moderator.post(f"{QUEUE}batch/", {"verb": "approve", "seen": ticked}).context
    assert asked["seen"] == ticked
    moderator.post(f"{QUEUE}batch/", {"verb": "approve", "confirmed": "1", "seen": asked["seen"]})
    assert status_of(comment) == "pending"


def test_the_largest_groups_of_what_waits_lead_to_all_of_each(moderator, monkeypatch):
    monkeypatch.setattr("comments.queue.GROUPS", 1)
    story = make_story()
    spam = make_comments(story, 3, status="pending", text="Buy https://watches.example/ now", network="203.0.113.9")
    make_comments(story, 2, status="pending", text="The same.")
    make_comments(story, 4, status="spam", text="The same, decided.")
    response = moderator.get(f"{QUEUE}groups/")
    found = {heading: [group["number"] for group in members] for heading, members in response.context["sections"]}
    assert found == {"The same text": ["3"], "The same link": ["3"], "The same network": ["3"]}
    oldest = min(spam, key=lambda comment: comment.submitted_at)
    assert f"?same=text&amp;as={oldest.pk}&amp;comment={oldest.pk}" in response.content.decode()


def test_where_nothing_is_alike_the_page_of_groups_says_so(moderator):
    waiting(make_story(), 5)
    assert "Nothing that waits is alike." in moderator.get(f"{QUEUE}groups/").content.decode()


def test_all_that_match_can_be_all_but_some(moderator):
    story = make_story()
    one, two, three = (waiting(story, age) for age in (30, 20, 10))
    sent = {"verb": "approve", "all": "1", "except": [two.pk, "x", "999999"]}
    response = moderator.post(f"{QUEUE}batch/?story={story.pk}", sent)
    assert response.context["seen"] == f"{seen.value(one)} {seen.value(three)}"


def test_a_count_stops_where_nobody_reads_on(moderator, monkeypatch):
    for module in ("queue", "admin.queue_page", "admin.batch"):
        monkeypatch.setattr(f"comments.{module}.BOUND", 3)
    one, *_more = make_comments(make_story(), 5, status="pending", text="The same.")
    response = page(moderator, f"?same=text&as={one.pk}")
    html = response.content.decode()
    assert "more than 3 waiting" in html
    assert "More than 3 with the same text" in html
    response = moderator.post(f"{QUEUE}batch/?same=text&as={one.pk}", {"verb": "approve", "all": "1"})
    assert len(response.context["seen"].split()) == 3
    assert "3 are decided at a time" in response.content.decode()


# --- Who may


def test_a_reporter_has_no_queue():
    client = Client()
    client.force_login(make_user("reporter", group="reporter"))
    assert client.get(QUEUE).status_code == 403
