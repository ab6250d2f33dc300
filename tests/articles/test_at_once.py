"""A story, its photo and the index of search, written at the same time on two real connections to PostgreSQL."""

import pytest

from articles import photos, publishing, search, tasks
from articles.models import Article, Photo
from tests.comments.test_at_once import at_once
from tests.factories import image_bytes, make_draft, make_photo, make_publication, make_stories, make_upload

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
TRIES = 40


@pytest.fixture
def photo():
    make_publication()
    return make_photo(file=photos.accept(make_upload(content=image_bytes(60, 40))))


def save_stories(photo):
    body = f'<p>At dawn.</p><figure data-photo="{photo.pk}"></figure>'
    for number in range(TRIES):
        make_draft(f"Story {number}", featured_photo=photo, body=body)


def save_photo(pk):
    for number in range(TRIES):
        photo = Photo.objects.get(pk=pk)
        photo.keywords = f"word {number}"
        publishing.save_photo(photo)


def test_stories_with_a_photo_and_the_photo_itself_are_saved_at_once(photo):
    assert at_once(lambda: save_stories(photo), lambda: save_photo(photo.pk)) == [None, None]
    assert Article.objects.filter(featured_photo=photo, photos=photo).count() == TRIES
    assert Photo.objects.get().keywords == f"word {TRIES - 1}"


def test_stories_with_a_photo_are_saved_while_its_renditions_are_made(photo):
    def make_renditions():
        for _attempt in range(TRIES):
            tasks.make_renditions.func(photo.pk)

    assert at_once(lambda: save_stories(photo), make_renditions) == [None, None]
    assert Article.objects.filter(featured_photo=photo, photos=photo).count() == TRIES
    assert Photo.objects.get().renditions["key"]


def test_stories_are_published_while_the_index_is_rebuilt():
    stories = make_stories(TRIES)

    def publish_changes():
        for number, story in enumerate(stories):
            publishing.save(story, {"headline": f"Changed {number}"}, by=None)
            publishing.publish(story, by=None)

    def rebuild():
        for _attempt in range(5):
            list(search.index_all(search.concerned()))

    assert at_once(publish_changes, rebuild) == [None, None]
    assert len(search.find("changed", "en").ids) == TRIES
    assert search.find("story", "en").ids == []
