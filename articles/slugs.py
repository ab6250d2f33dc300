import unicodedata

from django.utils.text import slugify

MAX_LENGTH = 80


def from_text(text):
    """A Unicode slug of at most 80 characters, cut between words; empty when the text holds no letter or digit."""
    slug = slugify(text, allow_unicode=True).strip("-_")
    if len(slug) <= MAX_LENGTH:
        return slug
    return slug[: MAX_LENGTH + 1].rpartition("-")[0] or slug[:MAX_LENGTH]


def normalised(slug):
    """The form in which slugs are stored and looked up: an address may come in another Unicode form or in capitals."""
    return unicodedata.normalize("NFKC", slug).lower()


def unique(model, text, exclude_pk=None):
    """A slug for `text` that no row of `model` has; the model's own name stands in for a text without letters."""
    base = from_text(text) or model._meta.model_name
    taken = set(
        model._default_manager.filter(slug__startswith=base[: MAX_LENGTH - 8])
        .exclude(pk=exclude_pk)
        .values_list("slug", flat=True)
    )
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base[: MAX_LENGTH - 8]}-{number}" if len(base) > MAX_LENGTH - 8 else f"{base}-{number}"
    return slug
