"""What somebody does about their address: confirming it, ending its mail, having everything erased."""

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from comments import moderation, notifications, privacy
from comments.models import Comment, Commenter, Decision, Mail, Report, Rule
from tests.factories import make_comment, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db
Status = Comment.Status
ADDRESS = "huda.private@example.org"
SENTINELS = ("zyzzyva", "Qwertz", "sphinx.example")


@pytest.fixture(autouse=True)
def _publication():
    make_publication(comments_a_minute=100)


def everything_stored():
    """Every value of every column of every table, the migrations' and Django's own as well, as one text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [f"{table}: {value!r}" for row in cursor.fetchall() for value in row]
    return "\n".join(found)


def a_life(story):
    """A commenter with comments in every status, texts, a redaction, an appeal, reports, rules that fired, and mail."""
    noura = make_user("noura")
    Rule.objects.create(pattern="zyzzyva", note="note")
    fields = {"email": ADDRESS, "name": "Qwertz", "website": "https://sphinx.example/", "network": "203.0.113.77"}
    comments = [
        make_comment(story, status=status, by=noura, text=f"A zyzzyva that is {status}", **fields)
        for status in ("pending", "approved", "rejected", "spam")
    ]
    comments.append(make_comment(story, text="A zyzzyva that is withdrawn", **fields))
    moderation.withdraw(comments[-1])
    changed = make_comment(story, status="approved", text="A first zyzzyva", **fields)
    moderation.revise(changed, "A second zyzzyva. Call zyzzyva-555.")
    moderation.redact(changed, noura, ["zyzzyva-555"])
    moderation.appeal(comments[2], "A zyzzyva of an appeal")
    Report.objects.create(
        comment=comments[1], version=comments[1].shown_version, reason="abuse", text="A zyzzyva of a report"
    )
    commenter = Commenter.objects.known(ADDRESS)
    Mail.objects.create(kind="outcome", commenter=commenter, comment=comments[1], language="en")
    return commenter, comments


def test_of_the_erased_nothing_is_left_but_empty_rows_and_decisions():
    story = make_story()
    commenter, comments = a_life(story)
    reply = make_comment(story, status="approved", text="A reply by somebody else", parent=comments[1])
    decisions = list(Decision.objects.order_by("pk").values())
    forbidden = [*SENTINELS, commenter.email, commenter.email_digest, privacy.network_digest("203.0.113.77")]
    Rule.objects.all().delete()
    before = everything_stored()
    assert [word for word in forbidden if word not in before] == []
    assert ADDRESS not in before
    moderation.erase(commenter)
    after = everything_stored()
    assert [word for word in forbidden if word in after] == []
    rows = Comment.objects.filter(pk__lt=reply.pk)
    assert {(row.text, row.name, row.website, row.status, row.shown_version, row.commenter) for row in rows} == {
        ("", "", "", Status.WITHDRAWN, None, None)
    }
    assert list(Decision.objects.order_by("pk").values())[: len(decisions)] == decisions
    assert not Mail.objects.exists()
    reply.refresh_from_db()
    assert (reply.parent_id, reply.text) == (comments[1].pk, "A reply by somebody else")


def test_no_text_column_of_a_comment_is_forgotten_by_the_erasure():
    """A column that is new must be blanked, or named here with the reason why it tells nothing."""
    tells_nothing = {"language", "status"}
    story = make_story()
    commenter, [comment, *_others] = a_life(story)
    moderation.erase(commenter)
    comment.refresh_from_db()
    blank = Comment(name="", text="")
    from comments.moderation import screened

    screened.compare_by(blank)
    columns = [
        field.attname
        for field in Comment._meta.concrete_fields
        if field.get_internal_type() in ("CharField", "TextField", "URLField")
    ]
    kept = {name: getattr(comment, name) for name in columns if name not in tells_nothing}
    assert kept == {name: getattr(blank, name) for name in kept}


def test_each_comment_that_was_not_withdrawn_gets_a_decision():
    commenter, comments = a_life(make_story())
    moderation.erase(commenter)
    last = [comment.decisions.first() for comment in comments]
    assert [decision.rule for decision in last] == ["erased"] * 4 + ["writer"]
    assert {decision.to_status for decision in last} == {"withdrawn"}
    assert {decision.by for decision in last} == {None}


def test_the_erased_is_on_no_page_any_more(client):
    story = make_story()
    commenter, comments = a_life(story)
    make_comment(story, status="approved", text="A reply by somebody else", parent=comments[1])
    held = client.get(story.get_absolute_url())["ETag"]
    moderation.erase(commenter)
    response = client.get(story.get_absolute_url(), headers={"If-None-Match": held})
    page = response.content.decode()
    assert response.status_code == 200
    assert "A reply by somebody else" in page
    assert "zyzzyva" not in page
    assert "zyzzyva" not in client.get("/comments/feed/").content.decode()


def test_others_are_left_alone():
    story = make_story()
    other = make_comment(story, status="approved", text="Of another")
    commenter, _comments = a_life(story)
    moderation.erase(commenter)
    row = Comment.objects.get(pk=other.pk)
    assert (row.text, row.status, row.commenter_id) == ("Of another", Status.APPROVED, other.commenter_id)


def test_whoever_was_erased_begins_anew():
    story = make_story()
    commenter, _comments = a_life(story)
    moderation.erase(commenter)
    moderation.erase(commenter)
    again = make_comment(story, email=ADDRESS, text="A zyzzyva that is pending")
    assert again.commenter_id != commenter.pk


def test_nobody_decides_on_what_was_erased():
    commenter, [comment, *_others] = a_life(make_story())
    seen = Comment.objects.get(pk=comment.pk)
    moderation.erase(commenter)
    _decisions, [refusal] = moderation.decide_many([seen], "approve", make_user())
    assert "withdrawn" in str(refusal)


def test_every_table_that_can_hold_words_of_a_commenter_is_known_to_the_erasure():
    """A new model of comments with text must be thought of in `moderation.erase`."""
    with_text = {
        model.__name__
        for model in apps.get_app_config("comments").get_models()
        if any(field.get_internal_type() == "TextField" for field in model._meta.concrete_fields)
    }
    assert with_text == {"Appeal", "Comment", "CommentVersion", "Commenter", "Report"}


def test_the_first_confirmation_counts_and_is_told_once(monkeypatch):
    told = []
    monkeypatch.setattr(notifications, "confirmed", lambda commenter, now: told.append(commenter))
    commenter = make_comment(make_story(), email=ADDRESS).commenter
    moderation.confirm(commenter)
    first = Commenter.objects.get().confirmed_at
    moderation.confirm(Commenter.objects.get())
    assert Commenter.objects.get().confirmed_at == first <= timezone.now()
    assert told == [commenter]


def test_mail_that_is_stopped_is_stopped_for_every_comment():
    story = make_story()
    comments = [make_comment(story, email=ADDRESS, wants_notice=True) for _number in range(2)]
    other = make_comment(story, wants_notice=True)
    moderation.stop_mail(comments[0].commenter)
    first = Commenter.objects.known(ADDRESS).stopped_at
    assert first is not None
    moderation.stop_mail(comments[0].commenter)
    assert Commenter.objects.known(ADDRESS).stopped_at == first
    assert set(Comment.objects.filter(wants_notice=True)) == {other}
