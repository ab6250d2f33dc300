from functools import partial

from django.db import transaction

from articles import edition, renditions, search
from articles.models import Article, Photo

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
    made = renditions.make(photo)
    with transaction.atomic():
        # Its key is not locked: a story that refers to it, and holds the edition, can be stored meanwhile.
        row = Photo.objects.select_for_update(no_key=True).filter(pk=photo_id).first()
        is_there = row is not None and row.file == photo.file
        replaced = set()
        # With another focal point or credit by now: whoever changed it has asked for others.
        if is_there and renditions.key(row) == made["key"]:
            replaced = renditions.names(row)
            row.renditions = made
            row.save(update_fields=["renditions"])
            replaced -= renditions.names(row)
            edition.advance()
    if not is_there:
        renditions.remove_all(photo.file.name)
    # Nothing but what this run replaced: another may be writing beside it.
    renditions.remove(replaced)


def instead_of(name):
    """The address to send a reader to who asks for the storage name `name`, which is not there; None when it is of no
    photo. A rendition that should be there is made again."""
    photo = Photo.objects.filter(file=f"{name.rpartition('/')[0]}/original.jpg").first()
    if photo is None or name == photo.file.name:
        return None
    if name not in renditions.names(photo):
        return renditions.of_another_recipe(photo, name)
    if renditions.is_due(photo):
        make_renditions.enqueue(photo.pk)
    return photo.file.url


def make_renditions_after_commit(photo):
    transaction.on_commit(partial(make_renditions.enqueue, photo.pk))


@task()
def index_stories(field, pk):
    """Index the stories again whose `field` ("section" or "authors") is the row `pk`: its name stands in each of them."""
    for _number in search.index_all(Article.objects.filter(**{field: pk})):
        pass


def index_stories_after_commit(field, pk):
    transaction.on_commit(partial(index_stories.enqueue, field, pk))
