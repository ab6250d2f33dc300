"""The editor's and the moderator's way through the admin, over HTTP."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from articles import publishing, renditions
from articles.models import Article, Correction, Photo, Publication
from comments import moderation
from comments.models import Comment, CommentVersion
from tests.conftest import exiftool
from tests.factories import (
    image_bytes,
    make_author,
    make_comment,
    make_comments,
    make_draft,
    make_page,
    make_photo,
    make_publication,
    make_section,
    make_stories,
    make_story,
    make_tag,
    make_upload,
    make_user,
)

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"
COMMENTS = "/admin/comments/comment/"
CORRECTIONS = {f"corrections-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}


@pytest.fixture(autouse=True)
def _publication():
    make_publication(default_section=make_section("Desk"))


def client_of(group, **fields):
    client = Client()
    client.user = make_user(group=group, **fields)
    client.force_login(client.user)
    return client


@pytest.fixture
def editor():
    return client_of("editor")


@pytest.fixture
def moderator():
    return client_of("moderator", first_name="Noura")


def form_data(**fields):
    return (
        {
            "headline": "Port reopens",
            "body": "<p>At dawn.</p>",
            "status": "draft",
            "comments_open": "on",
            "language": "en",
            "kind": "news",
        }
        | CORRECTIONS
        | fields
    )


def change_address(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def errors_in(response):
    return " ".join(re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', response.content.decode(), re.DOTALL))


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


# --- The story form


def test_headline_body_and_photo_alone_are_a_valid_draft(editor):
    response = editor.post(
        ADD,
        {
            **CORRECTIONS,
            "headline": "Port reopens",
            "body": "<p>At dawn.</p>",
            "status": "draft",
            "language": "en",
            "kind": "news",
            "new_photo": make_upload(),
            "new_photo_alt": "A pilot boat at dawn",
        },
    )
    assert response.status_code == 302, errors_in(response)
    story = Article.objects.get()
    assert (story.status, story.created_by) == ("draft", editor.user)
    assert story.featured_photo.alt_text == "A pilot boat at dawn"
    assert story.revisions.get().by == editor.user


def test_a_story_is_uploaded_and_published_in_one_save(editor, client):
    data = form_data(status="published", new_photo=make_upload(), new_photo_alt="A pilot boat at dawn")
    assert editor.post(ADD, data).status_code == 302
    story = Article.objects.published().get()
    assert str(story.section) == "Desk"
    assert "A pilot boat at dawn" in client.get(story.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("file", "alt", "words"),
    [
        (("hall.jpg", b"<svg/>"), "A hall", "cannot be read as a photo"),
        (("hall.jpg", None), "", "Say in a few words"),
        (("hall.jpg", None), "Untitled design (98)", "what a tool writes by itself"),
        (("hall.jpg", None), "IMG_0042.jpg", "name of a file"),
    ],
)
def test_a_refused_photo_is_told_beside_the_field_and_keeps_the_text(editor, file, alt, words):
    response = editor.post(ADD, form_data(new_photo=make_upload(*file), new_photo_alt=alt))
    assert response.status_code == 200
    assert words in errors_in(response)
    assert "Port reopens" in response.content.decode()
    assert not Article.objects.exists()
    assert not Photo.objects.exists()


def test_what_keeps_a_story_from_being_published_is_told_beside_the_field(editor):
    response = editor.post(ADD, form_data(status="published", body=""))
    assert "needs text" in errors_in(response)
    assert not Article.objects.exists()


def test_a_time_to_come_schedules_the_story(editor):
    tomorrow = timezone.now() + timedelta(days=1)
    data = form_data(status="published", published_at_0=f"{tomorrow:%Y-%m-%d}", published_at_1=f"{tomorrow:%H:%M:%S}")
    assert editor.post(ADD, data).status_code == 302
    assert Article.objects.get().is_scheduled
    assert b"Scheduled" in editor.get("/admin/articles/article/").content


@pytest.mark.parametrize(
    ("status", "day", "words"),
    [("draft", "2027-05-05", "Choose the status"), ("published", "9999-05-05", "between 1900 and 2900")],
)
def test_a_time_that_would_be_lost_is_told_beside_the_field(editor, status, day, words):
    response = editor.post(ADD, form_data(status=status, published_at_0=day, published_at_1="10:00:00"))
    assert words in errors_in(response)
    assert not Article.objects.exists()


def test_a_time_that_is_past_is_the_time_of_publication(editor):
    data = form_data(status="published", published_at_0="2026-02-11", published_at_1="10:00:00")
    assert editor.post(ADD, data).status_code == 302
    assert Article.objects.get().published_at.date().isoformat() == "2026-02-11"


def test_saving_a_published_story_puts_the_changes_before_readers(editor):
    story = make_story(by=editor.user)
    assert editor.post(change_address(story), form_data(status="published", headline="New words")).status_code == 302
    story.refresh_from_db()
    assert story.headline == "New words"
    assert story.is_updated


def test_save_without_publishing_keeps_the_changes_for_later(editor):
    story = make_story("Old words")
    editor.post(change_address(story), form_data(status="published", headline="New words", _keep="1"))
    story.refresh_from_db()
    assert story.headline == "Old words"
    page = editor.get(change_address(story)).content.decode()
    assert 'value="New words"' in page
    assert "saved changes that readers do not have yet" in page
    assert "New words" in editor.get(f"/admin/articles/article/{story.pk}/preview/").content.decode()


def test_choosing_withdrawn_withdraws(editor, client):
    story = make_story()
    editor.post(change_address(story), form_data(status="withdrawn"))
    assert client.get(story.get_absolute_url()).status_code == 410
    assert story.status_changes.first().by == editor.user


@pytest.mark.parametrize("status", [*Article.Status.values, "scheduled"])
def test_every_status_that_the_form_offers_can_be_chosen(editor, status):
    def make(status):
        if status == "scheduled":
            return make_story(published_at=timezone.now() + timedelta(days=1))
        story = make_story() if status in ("published", "withdrawn") else make_draft()
        if status == "withdrawn":
            publishing.withdraw(story, by=None)
        elif status == "in_review":
            publishing.submit_for_review(story, by=None)
        elif status == "ready":
            publishing.mark_ready(story, by=None)
        return story

    page = editor.get(change_address(make(status))).content.decode()
    offered = re.findall(r'<option value="(\w+)"', re.search(r'name="status".*?</select>', page, re.DOTALL)[0])
    assert len(offered) >= 2
    for chosen in offered:
        story = make(status)
        response = editor.post(change_address(story), form_data(status=chosen))
        assert response.status_code == 302, (chosen, errors_in(response))
        story.refresh_from_db()
        assert story.status == chosen


def test_a_moderator_reads_every_story_and_changes_none(moderator):
    story = make_story("Read me")
    assert "Read me" in moderator.get("/admin/articles/article/").content.decode()
    assert moderator.get(change_address(story)).status_code == 200
    assert moderator.post(change_address(story), form_data(headline="Mine")).status_code == 403


def test_a_headline_that_shows_nothing_is_told_beside_the_field(editor):
    assert "required" in errors_in(editor.post(ADD, form_data(headline="\u200b")))


def test_a_slug_in_another_spelling_is_told_beside_the_field(editor):
    make_draft(slug="port-abc")
    assert "already exists" in errors_in(editor.post(ADD, form_data(slug="Port-ABC")))
    make_tag(slug="port-abc")
    data = {"name_en": "Port", "name_ar": "", "slug": "Port-ABC"}
    assert "already exists" in errors_in(editor.post("/admin/articles/tag/add/", data))


def test_translations_that_go_in_a_circle_are_told_beside_the_field(editor):
    original = make_draft("Original")
    translation = make_draft("Translation", language="ar", translation_of=original)
    response = editor.post(change_address(original), form_data(translation_of=translation.pk))
    assert "translation of itself" in errors_in(response)
    response = editor.post(ADD, form_data(language="ar", translation_of=translation.pk))
    assert "in this language already" in errors_in(response)


def test_a_reporter_keeps_what_the_story_translates():
    reporter, original = client_of("reporter"), make_draft("Of somebody else")
    story = make_draft("Mine", by=reporter.user, language="ar", translation_of=original)
    page = reporter.get(change_address(story)).content.decode()
    assert f'<option value="{original.pk}" selected' in page
    data = form_data(language="ar", translation_of=original.pk)
    assert reporter.post(change_address(story), data).status_code == 302
    story.refresh_from_db()
    assert story.translation_of == original


def test_a_standing_page_keeps_its_address(editor):
    page, other = make_page(), make_page(language="ar")
    data = {"title": "Privacy", "body": "<p>x</p>", "slug": "other", "language": "ar"}
    assert editor.post(f"/admin/articles/standingpage/{page.pk}/change/", data).status_code == 302
    page.refresh_from_db()
    assert (page.slug, page.language, other.slug) == ("privacy", "en", "privacy")


def test_two_editors_on_one_story_are_told_of_each_other(editor):
    story = make_draft()
    seen = str(story.revisions.get().pk)
    colleague = client_of("editor", username="yusuf")
    colleague.post(change_address(story), form_data(headline="Theirs", seen_revision=seen))
    response = editor.post(change_address(story), form_data(headline="Mine", seen_revision=seen))
    assert "yusuf saved this story while you were writing" in errors_in(response)
    page = response.content.decode()
    assert 'value="Mine"' in page
    again = re.search(r'name="seen_revision" value="(\d+)"', page)[1]
    assert editor.post(change_address(story), form_data(headline="Mine", seen_revision=again)).status_code == 302
    story.refresh_from_db()
    assert story.headline == "Mine"


def test_tags_authors_and_section_are_kept_with_their_order(editor):
    tag, first, second, section = make_tag(), make_author("Zaid"), make_author("Amal"), make_section()
    data = form_data(tags=[tag.pk], bylines=[first.pk, second.pk], section=section.pk)
    editor.post(ADD, data)
    story = Article.objects.get()
    assert (list(story.tags.all()), story.ordered_authors, story.section) == ([tag], [first, second], section)
    page = editor.get(change_address(story)).content.decode()
    assert page.index(">Zaid<") < page.index(">Amal<")


def test_a_saved_draft_has_a_preview_that_only_staff_see(editor, client):
    story = make_draft("Secret words", authors=[make_author()], featured_photo=make_photo())
    address = f"/admin/articles/article/{story.pk}/preview/"
    assert f'id="preview-link" href="{address}"' in editor.get(change_address(story)).content.decode()
    preview = editor.get(address)
    assert "no-store" in preview["Cache-Control"]
    assert "Secret words" in preview.content.decode()
    assert "Noura Salem" in preview.content.decode()
    assert client.get(address).status_code == 302


def test_a_correction_is_added_under_the_story_and_seen_by_readers(editor, client):
    story = make_story()
    held = client.get(story.get_absolute_url())["ETag"]
    data = form_data(status="published") | {
        "corrections-TOTAL_FORMS": "1",
        "corrections-0-kind": "correction",
        "corrections-0-text": "The year is 2013.",
        "corrections-0-corrected_at_0": "2026-11-23",
        "corrections-0-corrected_at_1": "10:00:00",
    }
    assert editor.post(change_address(story), data).status_code == 302
    assert Correction.objects.get().article == story
    page = client.get(story.get_absolute_url())
    assert page["ETag"] != held
    assert "The year is 2013." in page.content.decode()
    assert "The year is 2013." in client.get("/corrections/").content.decode()


def test_a_correction_is_public_even_where_the_text_is_kept_back(editor, client):
    story = make_story()
    held = client.get(story.get_absolute_url())["ETag"]
    data = form_data(status="published", headline="Kept back", _keep="1") | {
        "corrections-TOTAL_FORMS": "1",
        "corrections-0-kind": "correction",
        "corrections-0-text": "The year is 2013.",
        "corrections-0-corrected_at_0": "2026-11-23",
        "corrections-0-corrected_at_1": "10:00:00",
    }
    editor.post(change_address(story), data)
    page = client.get(story.get_absolute_url())
    assert page["ETag"] != held
    assert "The year is 2013." in page.content.decode()
    assert "Kept back" not in page.content.decode()


def test_a_correction_cannot_be_dated_ahead(editor):
    data = form_data(status="published") | {
        "corrections-TOTAL_FORMS": "1",
        "corrections-0-kind": "correction",
        "corrections-0-text": "The year is 2013.",
        "corrections-0-corrected_at_0": "2800-11-23",
        "corrections-0-corrected_at_1": "10:00:00",
    }
    assert "cannot be dated ahead" in errors_in(editor.post(change_address(make_story()), data))


def test_only_a_photo_that_nothing_shows_or_will_show_is_deleted(editor):
    featured, kept_back, portrait, logo, unused = (make_photo() for _ in range(5))
    story = make_story(featured_photo=featured)
    data = form_data(status="published", featured_photo=kept_back.pk, _keep="1")
    assert editor.post(change_address(story), data).status_code == 302
    make_author(portrait=portrait)
    make_publication(logo=logo)
    for photo, answer in ((featured, 403), (kept_back, 403), (portrait, 403), (logo, 403), (unused, 302)):
        assert editor.post(f"/admin/articles/photo/{photo.pk}/delete/", {"post": "yes"}).status_code == answer


def test_who_only_reads_a_section_reads_its_name_and_no_code():
    section = make_section("Kuwait")
    page = client_of("reporter").get(f"/admin/articles/section/{section.pk}/change/").content.decode()
    assert re.search(r'class="readonly">\s*Kuwait', page)
    assert "{&quot;" not in page


def test_a_published_story_has_no_delete_button_and_a_draft_has(editor):
    story, draft = make_story(), make_draft("Draft")
    delete = f"/admin/articles/article/{story.pk}/delete/"
    assert delete not in editor.get(change_address(story)).content.decode()
    assert editor.post(delete, {"post": "yes"}).status_code == 403
    assert editor.post(f"/admin/articles/article/{draft.pk}/delete/", {"post": "yes"}).status_code == 302


def test_a_reporter_writes_own_drafts_and_publishes_nothing():
    reporter = client_of("reporter")
    assert reporter.post(ADD, form_data(status="in_review")).status_code == 302
    story = Article.objects.get()
    assert (story.status, story.created_by) == ("in_review", reporter.user)
    response = reporter.post(change_address(story), form_data(status="published"))
    assert "Select a valid choice" in errors_in(response)
    others = make_draft("By somebody else")
    assert reporter.post(change_address(others), form_data()).status_code == 302
    others.refresh_from_db()
    assert others.headline == "By somebody else"


def test_a_reporter_changes_no_photo_that_readers_see():
    reporter = client_of("reporter")
    data = {"alt_text": "A changed alt text", "focal_x": "50", "focal_y": "50"}
    shown, of_others, own = make_photo(), make_photo(), make_photo()
    make_story(featured_photo=shown)
    Photo.objects.filter(pk__in=[shown.pk, own.pk]).update(created_by=reporter.user)
    answers = [
        reporter.post(f"/admin/articles/photo/{photo.pk}/change/", data).status_code
        for photo in (shown, of_others, own)
    ]
    assert answers == [403, 403, 302]


def test_a_reporter_learns_nothing_of_the_drafts_of_others():
    reporter, secret = client_of("reporter"), make_draft("Secret headline")
    response = reporter.post(ADD, form_data(translation_of=secret.pk, headline=""))
    assert "Secret headline" not in response.content.decode()


def test_a_new_file_of_a_photo_is_shown_whole_until_its_renditions_are_made(editor):
    photo = make_photo()
    Photo.objects.update(renditions={"key": "0badc0de", "full": [480]})
    data = {"file": make_upload(), "alt_text": photo.alt_text, "focal_x": "50", "focal_y": "50"}
    assert editor.post(f"/admin/articles/photo/{photo.pk}/change/", data).status_code == 302
    assert Photo.objects.get().renditions == {}


@pytest.mark.parametrize("value", ["abc", "9" * 40])
def test_an_author_that_is_none_is_told_beside_the_field(editor, value):
    assert "valid" in errors_in(editor.post(ADD, form_data(bylines=value)))


def test_the_photo_admin_takes_a_photo_and_makes_it_safe(editor):
    upload = make_upload("IMG_1.jpg", image_bytes() + b"<script>")
    data = {"file": upload, "alt_text": "A pilot boat", "focal_x": "50", "focal_y": "50"}
    response = editor.post("/admin/articles/photo/add/", data)
    assert response.status_code == 302, errors_in(response)
    photo = Photo.objects.get()
    with photo.file.open() as file:
        assert b"<script>" not in file.read()
    assert (photo.created_by, photo.width) == (editor.user, 1200)
    assert editor.get("/admin/articles/photo/").status_code == 200
    assert editor.get(f"/admin/articles/photo/{photo.pk}/change/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        *("", "articles/article/", "articles/article/add/", "articles/section/add/", "articles/tag/add/"),
        *(
            "articles/author/add/",
            "articles/photo/add/",
            "articles/standingpage/add/",
            "articles/publication/1/change/",
        ),
        *("comments/comment/", "newsroom/user/", "newsroom/user/add/"),
    ],
)
def test_every_admin_page_opens_under_a_strict_policy(admin_client, path):
    response = admin_client.get(f"/admin/{path}")
    assert response.status_code == 200
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    page = response.content.decode()
    assert " style=" not in page
    for script in re.findall(r"<script(?![^>]*\ssrc=)[^>]*>", page):
        nonce = re.search(r'nonce="([^"]+)"', script)
        assert 'type="application/json"' in script or (nonce and f"'nonce-{nonce[1]}'" in policy)


def test_the_admin_speaks_the_language_of_the_person(client):
    client.force_login(make_user(group="editor", language="ar"))
    page = client.get("/admin/").content.decode()
    assert '<html lang="ar" dir="rtl"' in page


def test_the_trail_of_a_story_runs_from_right_to_left_in_arabic():
    page = client_of("editor", language="ar").get(change_address(make_story())).content.decode()
    assert re.search(r"\d+ \w+ \d{4}، \d\d:\d\d: مسودة ← منشور", page)


@pytest.mark.parametrize(("group", "row"), [("editor", "photo"), ("moderator", "comment")])
def test_what_is_not_there_is_a_dash_on_a_page_that_is_only_read(group, row):
    pk = make_photo().pk if row == "photo" else make_comment(make_story()).pk
    app = "articles" if row == "photo" else "comments"
    page = client_of(group).get(f"/admin/{app}/{row}/{pk}/change/").content.decode()
    assert '<div class="readonly">–</div>' in page
    assert "None" not in page


@pytest.mark.parametrize("query", ["كويت", "kuwait"])
def test_sections_are_found_by_their_name_in_any_language(editor, query):
    make_section("Kuwait", slug="kw").save()
    section = make_section("Home", slug="home")
    section.name = {"en": "Kuwait home", "ar": "أخبار الكويت"}
    section.save()
    assert "Kuwait home" in editor.get("/admin/articles/section/", {"q": query}).content.decode()


# --- The change list of comments


def rows_of(response):
    return [int(pk) for pk in re.findall(r'name="_selected_action" value="(\d+)"', response.content.decode())]


def seen_of(response):
    return re.findall(r'name="seen" value="([^"]+)"', response.content.decode())


def test_pending_comments_come_first_and_the_oldest_waiting_on_top(moderator):
    story = make_story()
    decided = make_comment(story, status="approved")
    waiting = make_comments(story, 3, status="pending")
    order = [comment.pk for comment in reversed(waiting)]
    assert rows_of(moderator.get(COMMENTS)) == [*order, decided.pk]


def test_comments_are_found_by_text_and_name_and_filtered(moderator):
    story, other = make_story(), make_story("Another")
    one = make_comment(story, text="A question about ferries")
    two = make_comment(other, name="Ferial", status="approved")
    make_comment(story)
    assert set(rows_of(moderator.get(COMMENTS, {"q": "fer"}))) == {one.pk, two.pk}
    assert rows_of(moderator.get(COMMENTS, {"status__exact": "approved"})) == [two.pk]
    assert rows_of(moderator.get(COMMENTS, {"article": other.pk})) == [two.pk]
    assert rows_of(moderator.get(COMMENTS, {"submitted_at__gte": "2100-01-01 00:00:00+00:00"})) == []


@pytest.mark.parametrize(
    ("action", "status", "words"),
    [
        ("approve", "approved", "2 comments approved."),
        ("mark_spam", "spam", "2 comments marked as spam."),
    ],
)
def test_an_action_decides_in_one_step(moderator, action, status, words):
    story = make_story()
    comments = [make_comment(story).pk, make_comment(story).pk]
    response = moderator.post(COMMENTS, {"action": action, "_selected_action": comments, "index": "0"})
    assert response.status_code == 302
    assert told(response) == words
    assert {comment.status for comment in Comment.objects.all()} == {status}
    assert {comment.decisions.get().by for comment in Comment.objects.all()} == {moderator.user}


def test_reject_asks_for_a_reason_first(moderator):
    comments = [make_comment(make_story()).pk, make_comment(make_story("Another")).pk]
    data = {"action": "reject", "_selected_action": comments, "index": "0", "seen": seen_of(moderator.get(COMMENTS))}
    response = moderator.post(COMMENTS, data)
    assert "2 comments will be rejected" in response.content.decode()
    assert Comment.objects.pending().count() == 2
    asked = {"verb": "reject", "seen": response.context["seen"], "confirmed": "1", "to_list": "1"}
    assert moderator.post(f"{COMMENTS}queue/batch/", asked).status_code == 422
    response = moderator.post(f"{COMMENTS}queue/batch/", asked | {"reason": "abuse", "note": "Insults"})
    assert (response.status_code, response["Location"]) == (303, COMMENTS)
    assert told(response) == "2 comments rejected."
    decisions = [comment.decisions.get() for comment in Comment.objects.all()]
    assert {(decision.reason, decision.note) for decision in decisions} == {("abuse", "Insults")}
    assert len({decision.batch for decision in decisions}) == 1


def test_the_page_of_a_comment_asks_for_a_reason_too(moderator):
    comment = make_comment(make_story())
    address = f"{COMMENTS}{comment.pk}/"
    assert "Choose a reason" in told(moderator.post(f"{address}reject/", {"seen": f"{comment.pk}:pending:1"}))
    assert Comment.objects.pending().exists()
    moderator.post(f"{address}reject/", {"seen": f"{comment.pk}:pending:1", "reason": "illegal", "note": "A threat"})
    decision = comment.decisions.get()
    assert (decision.to_status, decision.reason, decision.note) == ("rejected", "illegal", "A threat")


def test_the_page_of_a_comment_shows_what_stood_before_a_redaction_while_it_may(moderator):
    comment = make_comment(make_story(), text="Call Huda at 9988 7766 about it.")
    address = f"{COMMENTS}{comment.pk}/"
    assert "This is not in the text" in told(moderator.post(f"{address}redact/", {"words": "1234 5678"}))
    assert "two characters" in told(moderator.post(f"{address}redact/", {"words": "a"}))
    assert "Taken out" in told(moderator.post(f"{address}redact/", {"words": "9988 7766\nHuda"}))
    page = moderator.get(f"{address}change/").content.decode()
    assert "[personal data removed by the newsroom]" in page
    assert page.count("Call Huda at 9988 7766 about it.") == 1
    assert "\ue000" not in page
    CommentVersion.objects.update(original_until=timezone.now())
    page = moderator.get(f"{address}change/").content.decode()
    assert "9988 7766" not in page


def test_reopen_puts_a_comment_back_among_those_that_wait(moderator):
    comment = make_comment(make_story(), status="approved")
    moderator.post(COMMENTS, {"action": "reopen", "_selected_action": [comment.pk], "index": "0"})
    assert Comment.objects.pending().get() == comment


def test_all_means_all_that_wait(moderator):
    story = make_story()
    kept = {make_comment(story, status=status).pk: status for status in ("rejected", "spam")}
    waiting = make_comments(story, 60, status="pending")
    data = {"action": "approve", "_selected_action": [waiting[0].pk], "index": "0", "select_across": "1"}
    asked = moderator.post(COMMENTS, data).context
    assert asked["sentence"] == "60 comments will be approved: readers see them."
    assert not Comment.objects.visible().exists()
    confirmed = {"verb": "approve", "seen": asked["seen"], "confirmed": "1", "to_list": "1"}
    assert told(moderator.post(f"{COMMENTS}queue/batch/", confirmed)) == "60 comments approved."
    assert dict(Comment.objects.filter(pk__in=kept).values_list("pk", "status")) == kept


def test_all_that_were_decided_can_be_reopened_after_a_confirmation(moderator):
    story = make_story()
    decided = make_comments(story, 3, status="spam")
    data = {"action": "reopen", "_selected_action": [decided[0].pk], "index": "0", "select_across": "1"}
    asked = moderator.post(COMMENTS, data).context
    assert (asked["sentence"], asked["not_waiting_sentence"]) == (
        "3 comments will wait again: readers do not see them.",
        "",
    )
    confirmed = {"verb": "reopen", "seen": asked["seen"], "confirmed": "1", "to_list": "1"}
    assert told(moderator.post(f"{COMMENTS}queue/batch/", confirmed)) == "3 comments reopened."


def test_what_was_typed_on_the_page_of_a_comment_comes_back_after_a_refusal(moderator):
    comment = make_comment(make_story())
    address = f"{COMMENTS}{comment.pk}/"
    refused = moderator.post(f"{address}reject/", {"note": "As agreed."})
    assert (refused.status_code, 'value="As agreed."' in refused.content.decode()) == (422, True)
    refused = moderator.post(f"{address}redact/", {"note": "As agreed.", "words": "1234 5678"})
    page = refused.content.decode()
    assert (refused.status_code, 'value="As agreed."' in page, "1234 5678</textarea>" in page) == (422, True, True)
    moderation.mark_spam(comment, make_user("yusuf"))
    refused = moderator.post(f"{address}approve/", {"note": "As agreed.", "seen": f"{comment.pk}:pending:1"})
    assert (refused.status_code, 'value="As agreed."' in refused.content.decode()) == (409, True)


def test_all_of_a_list_in_which_none_waits_says_so(moderator):
    comment = make_comment(make_story(), status="spam")
    data = {"action": "approve", "_selected_action": [comment.pk], "index": "0", "select_across": "1"}
    assert "None of these comments was waiting" in told(moderator.post(COMMENTS, data))


@pytest.mark.parametrize("value", ["\u00b2", "9" * 30, "x", ""])
def test_an_odd_story_in_the_filter_is_no_error(moderator, value):
    assert moderator.get(COMMENTS, {"article": value}).status_code in (200, 302)


def test_a_text_that_changed_since_the_list_was_shown_is_not_approved(moderator):
    comment = make_comment(make_story())
    seen = seen_of(moderator.get(COMMENTS))
    CommentVersion.objects.create(comment=comment, number=2, text="Something else")
    response = moderator.post(
        COMMENTS, {"action": "approve", "_selected_action": [comment.pk], "index": "0", "seen": seen}
    )
    assert "has changed this comment" in told(response)
    assert not Comment.objects.visible().exists()


def test_a_held_comment_has_no_link_to_the_site(moderator):
    story = make_story()
    held, shown = make_comment(story), make_comment(story, status="approved")
    assert "View on site" not in moderator.get(f"{COMMENTS}{held.pk}/change/").content.decode()
    assert "View on site" in moderator.get(f"{COMMENTS}{shown.pk}/change/").content.decode()


def test_the_filter_names_the_stories_with_the_most_waiting(moderator):
    story, other = make_story("Much discussed"), make_story("Another")
    make_comments(story, 3, status="pending")
    make_comments(other, 1, status="approved")
    page = moderator.get(COMMENTS).content.decode()
    assert "Much discussed (3)" in page
    assert "Another (" not in page


def test_a_moderator_is_told_who_decided_since_the_list_was_shown(moderator):
    comment = make_comment(make_story())
    seen = seen_of(moderator.get(COMMENTS))
    moderation.approve(comment, make_user("yusuf"))
    response = moderator.post(
        COMMENTS, {"action": "mark_spam", "_selected_action": [comment.pk], "index": "0", "seen": seen}
    )
    assert "Already approved by yusuf" in told(response)
    comment.refresh_from_db()
    assert comment.status == "approved"


def test_a_comments_page_shows_its_history_and_nothing_to_edit(moderator):
    comment = make_comment(make_story(), status="approved", by=make_user("yusuf"), text="<b>Not bold</b>")
    page = moderator.get(f"{COMMENTS}{comment.pk}/change/").content.decode()
    assert "yusuf" in page
    assert "&lt;b&gt;Not bold&lt;/b&gt;" in page
    assert not re.search(r'<(input|textarea|select)[^>]*name="(text|status|name)"', page)
    moderator.post(f"{COMMENTS}{comment.pk}/change/", {"text": "Changed", "status": "spam"})
    comment.refresh_from_db()
    assert (comment.text, comment.status) == ("<b>Not bold</b>", "approved")


def test_a_comments_page_has_a_button_a_verb(moderator):
    comment = make_comment(make_story())
    page = moderator.get(f"{COMMENTS}{comment.pk}/change/")
    address = f"{COMMENTS}{comment.pk}/approve/"
    assert f'formaction="{address}"' in page.content.decode()
    assert moderator.get(address).status_code == 405
    assert moderator.post(address, {"seen": seen_of(page)}).status_code == 302
    comment.refresh_from_db()
    assert comment.status == "approved"


@pytest.mark.parametrize("group", ["reporter", "editor"])
def test_only_moderators_decide(group):
    client, comment = client_of(group), make_comment(make_story())
    assert client.get(COMMENTS).status_code == 403
    assert client.post(f"{COMMENTS}{comment.pk}/approve/").status_code == 403
    client.post(COMMENTS, {"action": "approve", "_selected_action": [comment.pk], "index": "0"})
    comment.refresh_from_db()
    assert comment.status == "pending"


def test_comments_are_neither_added_nor_deleted_in_the_admin(admin_client):
    comment = make_comment(make_story())
    assert admin_client.get(f"{COMMENTS}add/").status_code == 403
    assert admin_client.post(f"{COMMENTS}{comment.pk}/delete/", {"post": "yes"}).status_code == 403
    assert "delete_selected" not in admin_client.get(COMMENTS).content.decode()


def test_no_admin_page_of_comments_holds_an_address(moderator):
    comment = make_comment(make_story(), email="huda.private@example.org")
    for path in (COMMENTS, f"{COMMENTS}{comment.pk}/change/"):
        assert "huda.private" not in moderator.get(path).content.decode()


@pytest.mark.parametrize("number", [10, 30])
def test_the_list_asks_the_same_few_questions_whatever_the_rows(moderator, django_assert_num_queries, number):
    make_comments(make_story(), number, status="pending")
    moderator.get(COMMENTS)
    with django_assert_num_queries(9):
        moderator.get(COMMENTS)


# --- The library and the publication


def photo_data(**fields):
    return {"alt_text": "", "caption": "", "credit": "", "copyright_notice": "", "keywords": ""} | {
        "focal_x": "50",
        "focal_y": "50",
        **fields,
    }


def described_upload(tmp_path):
    path = tmp_path / "hall.jpg"
    path.write_bytes(image_bytes())
    exiftool(
        path,
        *("-XMP-iptcCore:AltTextAccessibility=Officers in a lecture hall", "-XMP-dc:Description=The last day"),
        *("-XMP-photoshop:Credit=Agency", "-XMP-dc:Rights=© Agency", "-XMP-dc:Subject=police"),
    )
    return make_upload(content=path.read_bytes())


def test_what_a_file_says_fills_the_empty_fields_of_the_library(editor, tmp_path):
    data = photo_data(file=described_upload(tmp_path), caption="Typed")
    response = editor.post("/admin/articles/photo/add/", data)
    assert response.status_code == 302, errors_in(response)
    photo = Photo.objects.get()
    found = (photo.alt_text, photo.caption, photo.credit, photo.copyright_notice, photo.keywords)
    assert found == ("Officers in a lecture hall", "Typed", "Agency", "© Agency", "police")


def test_what_a_file_says_fills_the_empty_fields_of_a_storys_new_photo(editor, tmp_path):
    data = form_data(status="published", new_photo=described_upload(tmp_path), new_photo_credit="Typed")
    assert editor.post(ADD, data).status_code == 302
    photo = Article.objects.published().get().featured_photo
    found = (photo.alt_text, photo.caption, photo.credit, photo.copyright_notice)
    assert found == ("Officers in a lecture hall", "The last day", "Typed", "© Agency")


def test_a_photo_without_alt_text_is_refused_with_a_sentence(editor):
    response = editor.post("/admin/articles/photo/add/", photo_data(file=make_upload(), credit="Typed"))
    assert "Say in a few words" in errors_in(response)
    assert 'value="Typed"' in response.content.decode()


def test_the_library_says_where_a_photo_is_used_and_names_no_draft(editor):
    photo = make_photo()
    make_story("Known to all", featured_photo=photo)
    make_draft("Secret headline", body=f'<p>x</p><figure data-photo="{photo.pk}"></figure>')
    page = editor.get(f"/admin/articles/photo/{photo.pk}/change/").content.decode()
    assert "Known to all" in page
    assert "Secret headline" not in page
    assert "1 that is not public" in page


@pytest.mark.parametrize("number", [3, 9])
def test_the_library_asks_the_same_few_questions_whatever_the_photos(editor, django_assert_num_queries, number):
    for _photo in range(number):
        make_story(featured_photo=make_photo())
    editor.get("/admin/articles/photo/")
    with django_assert_num_queries(8):
        editor.get("/admin/articles/photo/")


def test_a_credit_that_is_corrected_reaches_the_renditions(editor, django_capture_on_commit_callbacks):
    photo = make_photo()
    with django_capture_on_commit_callbacks(execute=True):
        data = photo_data(alt_text=photo.alt_text, credit="Right name")
        assert editor.post(f"/admin/articles/photo/{photo.pk}/change/", data).status_code == 302
    assert renditions.are_current(Photo.objects.get())


def test_renditions_can_be_made_again_from_the_list(editor, django_capture_on_commit_callbacks):
    photo = make_photo()
    data = {"action": "make_renditions", "_selected_action": [photo.pk], "index": "0"}
    with django_capture_on_commit_callbacks(execute=True):
        editor.post("/admin/articles/photo/", data)
    assert renditions.are_current(Photo.objects.get())


def test_a_new_story_closes_for_comments_after_the_publications_days():
    make_publication(comments_close_after_days=14)
    story = make_story()
    assert story.comments_close_at == (story.published_at + timedelta(days=14)).replace(microsecond=0)


def closing_after(story, **fields):
    publishing.save(story, fields, by=None)
    publishing.publish(story, by=None)
    return Article.objects.get().comments_close_at


def test_a_storys_own_time_to_close_is_kept_and_emptied_it_is_the_publications_again():
    make_publication(comments_close_after_days=14)
    own = timezone.now() + timedelta(days=2)
    story = make_story(comments_close_at=own)
    assert story.comments_close_at == own
    assert closing_after(story, headline="Another") == own
    usual = (story.published_at + timedelta(days=14)).replace(microsecond=0)
    assert closing_after(story, comments_close_at=None) == usual


def test_a_story_that_never_closes_gets_no_time_until_it_may_close_again():
    make_publication(comments_close_after_days=14)
    story = make_story(comments_never_close=True)
    assert story.comments_close_at is None
    assert closing_after(story, headline="Another") is None
    assert closing_after(story, comments_never_close=False) > timezone.now()
    assert closing_after(story, comments_never_close=True, comments_close_at=None) is None


def test_a_new_publication_closes_comments_after_thirty_days_and_a_story_from_before_stays_open():
    assert Publication.current().comments_close_after_days == 30
    make_publication(comments_close_after_days=None)
    story = make_story()
    assert story.comments_close_at is None
    make_publication(comments_close_after_days=30)
    assert closing_after(story, headline="A typo less") is None


def test_a_story_closes_at_a_time_or_never_and_the_publications_time_gives_way(editor):
    story = make_story(comments_close_at=timezone.now().replace(microsecond=0) + timedelta(days=3))
    data = form_data(status="published", slug=story.slug, comments_never_close="on")
    at = timezone.localtime(story.comments_close_at)
    own = {"comments_close_at_0": f"{at:%Y-%m-%d}", "comments_close_at_1": f"{at:%H:%M:%S}"}
    response = editor.post(change_address(story), data | own | {"comments_close_at_1": "23:59:59"})
    assert "choose one of the two" in errors_in(response)
    assert editor.post(change_address(story), data | own).status_code == 302
    stored = Article.objects.get()
    assert (stored.comments_never_close, stored.comments_close_at) == (True, None)


def test_lists_hold_as_many_stories_as_the_publication_says(client):
    make_publication(stories_a_page=5)
    make_stories(7)
    assert client.get("/").content.decode().count("<article") == 5
    assert client.get("/?page=2").content.decode().count("<article") == 2


# --- What waits


def test_the_list_of_stories_says_how_many_comments_wait_on_each(editor):
    make_comments(make_story("Much discussed"), 3, status="pending")
    make_comments(make_story("Quiet"), 2, status="approved")
    page = editor.get("/admin/articles/article/").content.decode()
    assert re.findall(r'class="field-waiting">([^<]*)<', page) == ["–", "3"]


def test_a_moderator_comes_from_a_story_to_its_waiting_comments(moderator):
    story = make_story()
    make_comments(story, 3, status="pending")
    make_comments(make_story(), 1, status="pending")
    page = moderator.get("/admin/articles/article/").content.decode()
    [address] = re.findall(rf'href="({COMMENTS}\?article={story.pk}[^"]*)"', page)
    assert len(rows_of(moderator.get(unescape(address)))) == 3


@pytest.mark.parametrize("number", [4, 12])
def test_the_list_of_stories_asks_the_same_few_questions_whatever_the_rows(editor, django_assert_num_queries, number):
    authors = [make_author(), make_author("Yusuf")]
    for _story in range(number):
        make_comment(make_story(featured_photo=make_photo(), authors=authors))
    editor.get("/admin/articles/article/")
    with django_assert_num_queries(12):
        editor.get("/admin/articles/article/")


def test_stories_are_found_by_state_and_by_byline(editor):
    make_draft("A draft")
    make_story("Public", authors=[make_author("Noura Salem")])
    make_story("Tomorrow", published_at=timezone.now() + timedelta(days=1))

    def found(**query):
        page = editor.get("/admin/articles/article/", query).content.decode()
        return set(re.findall(r'<bdi lang="en">([^<]*)</bdi>', page))

    assert found(state="scheduled") == {"Tomorrow"}
    assert found(state="published") == {"Public"}
    assert found(state="draft") == {"A draft"}
    assert found(q="noura") == {"Public"}


def test_the_first_page_says_what_waits_for_whom(moderator, editor):
    story = make_story()
    make_comments(story, 3, status="pending")
    publishing.submit_for_review(make_draft(), by=None)

    def numbers(client):
        page = client.get("/admin/").content.decode()
        return dict(re.findall(r"<strong>(\d+)</strong> ([^<]+)</a>", page)[::1])

    assert numbers(moderator) == {"3": "Comments waiting"}
    assert numbers(editor)["1"] == "Stories in review"
    assert "Comments waiting" not in numbers(editor).values()


@pytest.mark.parametrize("day", ["", "2026-02-11"])
def test_a_draft_that_comes_back_with_an_error_is_still_a_draft(editor, day):
    data = form_data(status="published", body="", published_at_0=day, published_at_1=day and "10:00:00")
    response = editor.post(change_address(make_draft()), data)
    assert "needs text" in errors_in(response)
    assert "View on site" not in response.content.decode()


def test_who_may_only_look_reads_the_text_as_readers_do(moderator):
    photo = make_photo(caption="The hall")
    story = make_story(body=f'<p>Text.</p><figure data-photo="{photo.pk}"></figure>')
    page = moderator.get(change_address(story)).content.decode()
    assert "<p>Text.</p>" in page
    assert "The hall" in page
    assert "&lt;p&gt;" not in page


def test_a_story_that_was_published_meanwhile_is_not_deleted(editor):
    story = make_draft()
    request = RequestFactory().post("/")
    request.user = editor.user
    publishing.publish(Article.objects.get(pk=story.pk), by=None)
    with pytest.raises(PermissionDenied):
        admin.site.get_model_admin(Article).delete_model(request, story)
    assert Article.objects.published().exists()


def test_two_editors_of_one_photo_keep_each_others_words(editor):
    photo = make_photo()
    address = f"/admin/articles/photo/{photo.pk}/change/"
    opened = {f"initial-{name}": "" for name in ("caption", "credit", "copyright_notice", "keywords")}
    opened |= {"initial-alt_text": photo.alt_text, "initial-focal_x": "50", "initial-focal_y": "50"}
    one = photo_data(alt_text=photo.alt_text, caption="Written by one") | opened
    other = photo_data(alt_text=photo.alt_text, keywords="written, by another") | opened
    assert {editor.post(address, data).status_code for data in (one, other)} == {302}
    photo.refresh_from_db()
    assert (photo.caption, photo.keywords) == ("Written by one", "written, by another")


def test_a_photo_that_a_standing_page_shows_is_not_deleted(editor):
    photo = make_photo()
    make_page(body=f'<p>x</p><figure data-photo="{photo.pk}"></figure>')
    address = f"/admin/articles/photo/{photo.pk}/"
    assert "/page/privacy/" in editor.get(f"{address}change/").content.decode()
    assert editor.post(f"{address}delete/", {"post": "yes"}).status_code == 403
    assert Photo.objects.exists()


@pytest.mark.parametrize("number", [2, 12])
def test_the_page_of_a_photo_asks_the_same_few_questions_whatever_its_uses(
    editor, django_assert_max_num_queries, number
):
    photo = make_photo()
    for _story in range(number):
        make_story(featured_photo=photo)
    with django_assert_max_num_queries(22):
        editor.get(f"/admin/articles/photo/{photo.pk}/change/")


def test_a_number_of_days_that_no_calendar_holds_is_refused(editor):
    publication = make_publication()
    data = {"name_0": "Post", "name_1": "", "comments_close_after_days": "99999999", "comments_a_minute": "4"}
    response = editor.post(f"/admin/articles/publication/{publication.pk}/change/", data)
    assert "3650" in errors_in(response)


def test_nobody_fills_the_disk_through_the_log_in_page(client):
    response = client.post(
        "/admin/login/", b"x", content_type="text/plain", headers={"Content-Length": str(60 * 2**20)}
    )
    assert response.status_code == 413


def test_more_photos_than_a_request_can_do_are_left_to_the_command(editor, django_capture_on_commit_callbacks):
    photos = [make_photo().pk for _photo in range(21)]
    with django_capture_on_commit_callbacks() as callbacks:
        data = {"action": "make_renditions", "_selected_action": photos, "index": "0"}
        assert "at most 20" in told(editor.post("/admin/articles/photo/", data))
    assert callbacks == []


def test_what_is_typed_about_a_photo_is_neutralised_as_everything_else():
    photo = make_photo(credit="Noura\x0b\u202e Salem")
    assert photo.credit == "Noura Salem"


@pytest.mark.parametrize(
    ("credit", "notice", "lines"),
    [("Agency", "© Agency", ["© Agency"]), ("Noura", "© Agency", ["Noura", "© Agency"]), ("", "", [])],
)
def test_a_notice_that_names_the_credit_stands_alone(credit, notice, lines):
    assert Photo(credit=credit, copyright_notice=notice).attribution == lines


def test_a_standing_page_leads_to_itself_in_the_other_language(client):
    make_page()
    make_page(language="ar", title="الخصوصية")
    assert 'href="/ar/page/privacy/"' in client.get("/page/privacy/").content.decode().split("<main")[0]


def test_a_portrait_counts_as_a_use(editor):
    make_author(portrait=make_photo())
    page = editor.get("/admin/articles/photo/").content.decode()
    assert re.findall(r'class="field-number_of_uses">([^<]*)<', page) == ["1"]
