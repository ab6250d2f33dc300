from functools import partial

from django.db import transaction

from articles import edition, photos
from articles.models import Photo

try:
    from django.tasks import task
except ImportError:  # Django 5.2
    from django_tasks import task


@task()
def make_renditions(photo_id):
    """Make the renditions of a photo; run again, it makes them anew. Pages show the original until it has run."""
    photo = Photo.objects.filter(pk=photo_id).first()
    if photo is None:
        return
    renditions = photos.make_renditions(photo)
    with transaction.atomic():
        Photo.objects.filter(pk=photo_id).update(renditions=renditions)
        edition.advance()


def make_renditions_after_commit(photo):
    transaction.on_commit(partial(make_renditions.enqueue, photo.pk))
