from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import publishing
from articles.models import Article, ArticleAuthor, Edition, Revision
from tests.factories import (
    make_author,
    make_draft,
    make_photo,
    make_publication,
    make_section,
    make_stories,
    make_story,
    make_tag,
    make_user,
)

pytestmark = pytest.mark.django_db
Status = Article.Status


def reloaded(story):
    return Article.objects.get(pk=story.pk)


def number():
    return Edition.objects.get(pk=1).number


def test_saving_a_draft_changes_its_row_at_once_and_leaves_a_revision():
    editor = make_user()
    story = make_draft(by=editor)
    revision = publishing.save(story, {"dek": "At dawn."}, by=editor, note="dek")
    assert reloaded(story).dek == "At dawn."
    assert (revision.by, revision.note, revision.fields["dek"]) == (editor, "dek", "At dawn.")
    assert story.revisions.count() == 2


def test_saving_a_published_story_keeps_what_readers_have():
    story = make_story(headline="Before")
    publishing.save(story, {"headline": "After"}, by=None)
    assert reloaded(story).headline == "Before"
    assert publishing.has_unpublished_changes(reloaded(story))
    assert publishing.as_saved(reloaded(story)).headline == "After"


def test_publishing_again_brings_the_newest_revision_and_tells_readers_when():
    story = make_story()
    publishing.save(story, {"body": "<p>It opened at noon.</p>"}, by=None)
    publishing.publish(story, by=None)
    story = reloaded(story)
    assert story.body == "<p>It opened at noon.</p>"
    assert story.updated_at > story.published_at
    assert not publishing.has_unpublished_changes(story)


def test_a_change_that_readers_do_not_see_is_no_update():
    story = make_story()
    publishing.save(story, {"tags": [make_tag()], "comments_open": False}, by=None)
    publishing.publish(story, by=None)
    assert reloaded(story).updated_at is None


def test_the_first_publication_keeps_its_time():
    story = make_story()
    first = story.published_at
    publishing.publish(story, by=None)
    publishing.withdraw(story, by=None)
    publishing.publish(story, by=None)
    assert reloaded(story).published_at == first


def test_a_story_is_scheduled_by_a_time_to_come_and_can_be_moved_until_then():
    story = make_draft()
    tomorrow = timezone.now() + timedelta(days=1)
    publishing.publish(story, by=None, at=tomorrow)
    assert reloaded(story).is_scheduled
    assert not Article.objects.published().exists()
    assert Article.objects.published(tomorrow).get() == story
    publishing.publish(story, by=None, at=tomorrow + timedelta(hours=2))
    assert reloaded(story).published_at == tomorrow + timedelta(hours=2)


def test_a_story_that_was_public_cannot_be_scheduled():
    with pytest.raises(publishing.NotAllowed, match="fixed"):
        publishing.publish(make_story(), by=None, at=timezone.now() + timedelta(days=1))


def test_withdrawing_a_scheduled_story_makes_it_a_draft():
    story = make_story(published_at=timezone.now() + timedelta(days=1))
    publishing.withdraw(story, by=None)
    assert (reloaded(story).status, reloaded(story).published_at) == (Status.DRAFT, None)


@pytest.mark.parametrize("fields", [{"headline": "  "}, {"body": "<p> </p>"}])
def test_a_story_without_headline_or_text_is_not_published(fields):
    story = make_draft()
    Article.objects.filter(pk=story.pk).update(**fields)
    Revision.objects.all().delete()
    with pytest.raises(ValidationError, match="needs"):
        publishing.publish(story, by=None)
    assert reloaded(story).status == Status.DRAFT


def test_a_photo_with_a_tools_default_for_alt_text_is_not_published():
    photo = make_photo()
    type(photo).objects.filter(pk=photo.pk).update(alt_text="Untitled design (98)")
    story = make_draft(featured_photo=photo)
    with pytest.raises(ValidationError, match="what a tool writes by itself"):
        publishing.publish(story, by=None)


def test_an_alt_text_of_the_storys_own_stands_for_the_photos():
    photo = make_photo()
    type(photo).objects.filter(pk=photo.pk).update(alt_text="IMG_0042.jpg")
    publishing.publish(make_draft(featured_photo=photo, featured_alt_text="A pilot boat in fog"), by=None)
    assert Article.objects.published().exists()


def test_a_story_without_section_takes_the_publications_default():
    section = make_section()
    make_publication(default_section=section)
    assert make_story().section == section


def test_each_verb_leaves_who_when_from_and_to():
    editor = make_user()
    story = make_draft(by=editor)
    publishing.submit_for_review(story, by=editor)
    publishing.mark_ready(story, by=editor)
    publishing.publish(story, by=editor)
    publishing.withdraw(story, by=editor, note="wrong photo")
    trail = [(change.from_status, change.to_status) for change in story.status_changes.order_by("pk")]
    assert trail == [
        ("draft", "in_review"),
        ("in_review", "ready"),
        ("ready", "published"),
        ("published", "withdrawn"),
    ]
    last = story.status_changes.first()
    assert (last.by, last.note, last.revision) == (editor, "wrong photo", story.revisions.first())


def test_a_verb_that_the_status_does_not_allow_says_so():
    with pytest.raises(publishing.NotAllowed, match="“Published” cannot become “In review”"):
        publishing.submit_for_review(make_story(), by=None)


@pytest.mark.parametrize("verb", [publishing.publish, publishing.withdraw])
def test_what_readers_see_moves_the_storys_version_and_the_edition(verb):
    story = make_story()
    version, before = story.version, number()
    verb(story, by=None)
    assert reloaded(story).version == version + 1
    assert number() == before + 1


def test_saving_a_draft_moves_no_edition():
    make_publication()
    before = number()
    make_draft()
    assert number() == before


def test_authors_keep_their_order():
    first, second = make_author("Yusuf"), make_author("Amal")
    story = make_draft(authors=[first, second])
    publishing.save(story, {"authors": [second, first]}, by=None)
    assert reloaded(story).ordered_authors == [second, first]
    assert ArticleAuthor.objects.count() == 2


def test_a_tag_that_was_deleted_since_does_not_stop_publishing():
    tag = make_tag()
    story = make_draft(tags=[tag])
    tag.delete()
    publishing.publish(story, by=None)
    assert reloaded(story).status == Status.PUBLISHED
    assert not publishing.has_unpublished_changes(reloaded(story))


def test_a_deleted_original_does_not_stop_its_translation():
    original = make_draft("Original")
    translation = make_draft("Translation", language="ar", translation_of=original)
    original.delete()
    publishing.publish(translation, by=None)
    assert reloaded(translation).translation_of is None


def test_all_translations_of_a_story_name_the_same_original():
    original = make_draft("Original")
    first = make_draft("First", language="ar", translation_of=original)
    second = make_draft("Second", language="en", translation_of=first)
    assert reloaded(second).translation_of == original


def test_one_story_has_one_translation_a_language():
    original = make_draft("Original")
    make_draft("First", language="ar", translation_of=original)
    with pytest.raises(ValidationError, match="translation of that story in this language already"):
        make_draft("Second", language="ar", translation_of=original)


def test_the_default_section_is_no_unpublished_change():
    make_publication(default_section=make_section())
    assert not publishing.has_unpublished_changes(make_story())


def test_a_story_can_be_published_as_of_an_earlier_time():
    at = datetime(2026, 2, 11, 8, 0, tzinfo=UTC)
    assert make_story(published_at=at).published_at == at


@pytest.mark.parametrize("year", [1, 1899, 2901, 9999])
def test_a_time_without_an_address_is_refused(year):
    with pytest.raises(ValidationError, match="between 1900 and 2900"):
        make_story(published_at=datetime(year, 2, 11, 8, 0, tzinfo=UTC))


def test_an_arabic_headline_gives_an_arabic_slug():
    assert make_draft("الكويت تُدرّب ثلاثين ضابطاً").slug == "الكويت-تدرب-ثلاثين-ضابطا"


@pytest.mark.parametrize("headline", ["؟!", "—", "🙂"])
def test_a_slug_is_never_empty(headline):
    assert make_draft(headline).slug == "article"


def test_the_same_headline_twice_gives_two_slugs():
    assert [make_draft("Same words").slug for _ in range(3)] == ["same-words", "same-words-2", "same-words-3"]


def test_a_long_headline_gives_a_slug_cut_between_words():
    slug = make_draft("word " * 39).slug
    assert len(slug) <= 80
    assert slug.endswith("word")


def test_the_slug_of_a_story_that_was_public_is_fixed():
    story = make_story()
    with pytest.raises(publishing.NotAllowed, match="address"):
        publishing.save(story, {"slug": "another"}, by=None)


def test_the_database_refuses_a_published_story_without_a_time():
    story = make_draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=story.pk).update(status="published")


def test_an_unknown_field_is_a_mistake_of_the_caller():
    with pytest.raises(TypeError, match="colour"):
        publishing.save(Article(), {"headline": "x", "colour": "red"}, by=None)


def test_recording_keeps_the_times_and_moves_the_edition_once():
    make_publication()
    before, at = number(), datetime(2020, 5, 1, 8, 0, tzinfo=UTC)
    [story] = publishing.record(
        [{"fields": {"headline": "Old", "body": "<p>x</p>"}, "status": "published", "published_at": at}]
    )
    assert reloaded(story).published_at == at
    assert story.status_changes.get().at == at
    make_stories(3)
    assert number() == before + 2


def test_the_address_carries_the_date_in_the_newsrooms_time_zone(settings):
    settings.TIME_ZONE = "Asia/Kuwait"
    story = make_story("Late", published_at=datetime(2026, 2, 11, 22, 30, tzinfo=UTC))
    assert story.get_absolute_url() == "/2026/02/12/late/"


def test_an_arabic_storys_address_is_under_its_languages_prefix():
    story = make_story("Late", published_at=datetime(2026, 2, 11, 9, 0, tzinfo=UTC), language="ar")
    assert story.get_absolute_url() == "/ar/2026/02/11/late/"
