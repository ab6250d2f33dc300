"""The log of decisions: who reads it, what it shows and exports, and that nothing changes it."""

import csv
import io
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from comments import moderation
from comments.admin import decision as log
from comments.models import Comment, Decision, Rule
from tests.factories import make_comment, make_publication, make_story, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/comments/decision/"
EXPORT = f"{ADDRESS}export/"


@pytest.fixture
def story(settings):
    settings.COMMENT_GUARDS = False
    make_publication()
    return make_story("Port reopens")


@pytest.fixture
def noura(client, groups):
    noura = make_user("noura", group="moderator")
    client.force_login(noura)
    return noura


def exported(client, query=""):
    response = client.get(EXPORT + query)
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def listed(client, query=""):
    return [row.pk for row in client.get(ADDRESS + query).context["cl"].result_list]


# --- It cannot be changed


def test_no_query_changes_or_deletes_decisions(story):
    make_comment(story, status="approved")
    rows = Decision.objects.all()
    before = list(rows.values())
    for act in (
        lambda: rows.update(note="x"),
        lambda: Decision.objects.update(note="x"),
        lambda: rows.delete(),
        lambda: Decision.objects.bulk_update(list(rows), ["note"]),
        lambda: Decision.objects.update_or_create(pk=rows[0].pk, defaults={"note": "x"}),
        lambda: rows[0].delete(),
        lambda: rows[0].save(),
        lambda: Decision.objects.bulk_create(
            list(rows), update_conflicts=True, update_fields=["note"], unique_fields=["id"]
        ),
        lambda: Decision._base_manager.update(note="x"),
        lambda: rows[0].comment.decisions.update(note="x"),
        lambda: rows._raw_delete("default"),
    ):
        with pytest.raises(TypeError):
            act()
    assert list(Decision.objects.values()) == before


def test_a_new_decision_with_the_key_of_a_stored_one_does_not_take_its_place(story):
    comment = make_comment(story, status="rejected")
    stored = comment.decisions.get()
    forged = Decision(pk=stored.pk, comment=comment, to_status="approved", version=stored.version)
    with pytest.raises(IntegrityError), transaction.atomic():
        forged.save()
    assert comment.decisions.get().to_status == "rejected"


def test_every_rule_that_decided_stands_in_the_log(story):
    words = [f"casinowordnumber{number}" for number in range(8)]
    Rule.objects.bulk_create(Rule(kind="words", pattern=word, action="spam") for word in words)
    decision = make_comment(story, text=" ".join(words)).decisions.get()
    assert decision.rule == ", ".join(words)


def test_a_comment_with_decisions_cannot_be_deleted_from_under_them(story):
    comment = make_comment(story, status="rejected")
    for act in (comment.delete, Comment.objects.all().delete, comment.versions.all().delete):
        with pytest.raises(ProtectedError):
            act()
    assert comment.decisions.count() == 1


def test_who_has_decided_cannot_be_deleted_and_so_stays_in_the_log(story, noura):
    comment = make_comment(story)
    decision = moderation.approve(comment, noura)
    with pytest.raises(ProtectedError):
        noura.delete()
    decision.refresh_from_db()
    assert decision.by == noura


# --- The list


def test_the_log_tells_who_moved_what_from_where_to_where_and_why(client, story, noura):
    comment = make_comment(story, text="Buy this now")
    rejection = moderation.reject(comment, noura, reason="advertising", note="Third time")
    page = client.get(ADDRESS).content.decode()
    for words in ("noura", "Buy this now", "Port reopens", "Pending", "Rejected", "Advertising", "Third time"):
        assert words in page
    undo = moderation.undo(rejection, noura)
    assert f"#{rejection.pk}" in client.get(ADDRESS).content.decode()
    assert listed(client) == [undo.pk, rejection.pk]


def test_what_a_rule_decided_is_by_the_system_with_its_rule(client, story, noura):
    make_comment(story, trap="x")
    page = client.get(ADDRESS).content.decode()
    assert "the system" in page
    assert "?rule=honeypot" in page


def test_the_log_is_filtered_by_who_outcome_reason_rule_batch_and_day(client, story, noura):
    caught = make_comment(story, trap="x").decisions.get()
    one, two = make_comment(story), make_comment(story)
    [first, second], _refused = moderation.decide_many([one, two], "reject", noura, reason="abuse")
    approved = moderation.approve(make_comment(story), make_user("other"), now=datetime(2026, 1, 2, tzinfo=UTC))
    batch = [second.pk, first.pk]
    assert listed(client, f"?batch={first.batch}") == batch
    assert listed(client, f"?by={noura.pk}") == batch
    assert listed(client, "?reason__exact=abuse") == batch
    assert listed(client, "?rule=honeypot") == listed(client, "?who=rules") == [caught.pk]
    assert listed(client, "?who=persons") == [approved.pk, *batch]
    assert listed(client, "?to_status__exact=approved") == listed(client, "?day=2026-01-02") == [approved.pk]
    assert listed(client, f"?comment={one.pk}") == [first.pk]
    assert listed(client, "?batch=x") == []


def test_notes_and_rules_are_searched(client, story, noura):
    found = moderation.reject(make_comment(story), noura, note="Third time")
    make_comment(story, trap="x")
    assert listed(client, "?q=third") == [found.pk]
    assert len(listed(client, "?q=honey")) == 1


@pytest.mark.parametrize("times", [1, 3])
def test_the_list_asks_the_same_few_questions_whatever_the_rows(client, story, noura, django_assert_num_queries, times):
    for _time in range(3 * times):
        make_comment(story, status="approved", by=noura)
    client.get(ADDRESS)
    # The session, the person, their own permissions and their groups', the people who decided, the count, the rows, and
    # the edition for the head.
    with django_assert_num_queries(8):
        client.get(ADDRESS)


def test_the_list_counts_no_further_than_it_shows(client, story, noura, monkeypatch):
    monkeypatch.setattr(log, "MOST_COUNTED", 2)
    for _time in range(3):
        make_comment(story, status="approved")
    page = client.get(ADDRESS)
    assert page.context["cl"].result_count == 2
    assert "The list ends after 2 decisions." in page.content.decode()
    assert len(exported(client)) == 3


# --- The export


def test_the_export_says_everything_of_a_decision(client, story, noura):
    comment = make_comment(story)
    at = datetime(2026, 11, 23, 12, 30, 5, 7, tzinfo=UTC)
    [rejection], _refused = moderation.decide_many([comment], "reject", noura, reason="abuse", note="قاسٍ", now=at)
    undo = moderation.undo(rejection, noura)
    newest, row = exported(client)
    assert row == {
        "who": "noura",
        "when": "2026-11-23T12:30:05Z",
        "from": "pending",
        "to": "rejected",
        "reason": "abuse",
        "note": "قاسٍ",
        "rule": "",
        "batch": str(rejection.batch),
        "comment_id": str(comment.pk),
        "story": "Port reopens",
        "undoes": "",
        "text_version": "1",
    }
    assert (newest["to"], newest["undoes"], undo.undoes_id) == ("pending", str(rejection.pk), rejection.pk)


def test_the_export_is_of_the_filtered_list_and_names_its_day(client, story, noura):
    make_comment(story, trap="x")
    make_comment(story, status="approved", by=noura)
    assert [row["rule"] for row in exported(client, "?who=rules")] == ["honeypot"]
    response = client.get(EXPORT)
    assert response["Content-Disposition"].startswith('attachment; filename="decisions-20')
    assert "no-store" in response["Cache-Control"]
    assert client.get(f"{EXPORT}?at__gte=x").status_code == 302


@pytest.mark.parametrize("first", log.FORMULA)
def test_no_cell_is_a_formula_of_a_spreadsheet(client, story, noura, first):
    moderation.reject(make_comment(story), noura, note=f"{first}HYPERLINK(1)")
    assert exported(client)[0]["note"].startswith("'")
    assert log.in_spreadsheet("plain - text") == "plain - text"


def test_an_empty_log_exports_its_columns(client, noura):
    make_publication()
    assert b"".join(client.get(EXPORT).streaming_content).decode().split("\r\n")[0] == "\ufeff" + ",".join(log.COLUMNS)


def test_the_export_is_one_query_for_the_rows_however_many_they_are(client, story, noura, django_assert_num_queries):
    for _time in range(5):
        make_comment(story, status="approved", by=noura)
    rows = log.DecisionAdmin(Decision, SimpleNamespace()).get_queryset(None)
    with django_assert_num_queries(1):
        assert len(list(log._lines(rows))) == 6


def test_a_decision_of_its_own_page_is_named_in_words_and_has_no_history_that_could_be_empty(client, story, noura):
    decision = moderation.reject(make_comment(story), noura)
    page = client.get(f"{ADDRESS}{decision.pk}/change/").content.decode()
    assert "Pending → Rejected" in page
    assert "/history/" not in page


def test_the_history_of_a_comment_names_who_decided_without_a_link_that_leads_nowhere(client, story, noura):
    comment = make_comment(story, status="approved", by=make_user("huda", first_name="Huda", last_name="Saleh"))
    page = client.get(f"/admin/comments/comment/{comment.pk}/change/").content.decode()
    assert "<bdi>Huda Saleh</bdi>" in page
    assert "/newsroom/user/" not in page
