from django.db.models import F

from articles.models import Article, Edition


def advance(*, comments=False):
    """Move the edition on, in the transaction of the change itself: every page that was kept before it is now old.

    `comments=True` moves only the number that the pages under `/comments/` and the comment feeds depend on.
    """
    Edition.objects.get_or_create(pk=1)
    field = "comments_number" if comments else "number"
    Edition.objects.filter(pk=1).update(**{field: F(field) + 1})


class AdvancesEdition:
    """For the admin of a model that is shown on many pages: saving and deleting it moves the edition on."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        advance()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        advance()

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        advance()

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if formset.has_changed():
            advance()


def lock():
    """Hold the edition's row until the transaction ends, for what must not be decided twice at once."""
    Edition.objects.get_or_create(pk=1)
    return Edition.objects.select_for_update().get(pk=1)


def advance_story(article_id):
    """Make a story's own page a new version, and no other page."""
    Article.objects.filter(pk=article_id).update(version=F("version") + 1)
