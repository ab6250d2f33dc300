"""The verbs of a story. Nothing else writes an article's row, and each verb is one transaction that leaves its trace:
`save` a `Revision`, the others a `StatusChange`.

A draft's row follows each save at once. The row of a published story changes only by `publish`, which takes the newest
revision: until then readers keep what they have.
"""

from datetime import datetime, timedelta
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from articles import alt_text, body, edition, plain_text, renditions, search, slugs, tasks
from articles.models import (
    Article,
    ArticleAuthor,
    Author,
    Photo,
    Publication,
    Revision,
    StandingPage,
    StatusChange,
    Tag,
)

Status = Article.Status

PLAIN_FIELDS = ("headline", "dek", "dateline", "source_organisation", "featured_alt_text", "featured_caption")
TEXT_FIELDS = (*PLAIN_FIELDS, "kind", "body")
ROW_FIELDS = ("section", "featured_photo", "translation_of")
LIST_FIELDS = ("tags", "authors")
# Stored in a revision as they are.
OTHER_FIELDS = ("slug", "language", "comments_open", "comments_never_close")
FIELDS = (*TEXT_FIELDS, *ROW_FIELDS, *LIST_FIELDS, *OTHER_FIELDS, "comments_close_at")
# A change in one of these after publication is an update that readers are told of.
READER_VISIBLE = (*TEXT_FIELDS, "featured_photo")
PHOTO_TEXTS = ("alt_text", "caption", "credit", "copyright_notice", "keywords")
EARLIEST_YEAR, LATEST_YEAR = 1900, 2900


class NotAllowed(ValidationError):
    """The story's status does not let this verb act; the message says why."""


# --- Reading revisions


def fields_of(article):
    """The values of `FIELDS` in the article's row, as a revision keeps them: rows as ids, times in ISO 8601."""
    values = {name: getattr(article, name) for name in (*TEXT_FIELDS, *OTHER_FIELDS)}
    values |= {name: getattr(article, f"{name}_id") for name in ROW_FIELDS}
    values["comments_close_at"] = _as_text(article.comments_close_at)
    values["tags"] = sorted(tag.pk for tag in article.tags.all()) if article.pk else []
    values["authors"] = [credit.author_id for credit in article.articleauthor_set.all()] if article.pk else []
    return values


def latest_fields(article):
    """What an editor last saved: the newest revision over what the row holds."""
    revision = article.revisions.first() if article.pk else None
    return fields_of(article) | (_without_deleted(revision.fields) if revision else {})


def has_unpublished_changes(article):
    return article.status == Status.PUBLISHED and latest_fields(article) != fields_of(article)


def as_saved(article):
    """An unsaved copy of `article` with the newest revision's values, for previews and forms."""
    fields = latest_fields(article)
    copy = Article.objects.select_related("section", "featured_photo").get(pk=article.pk)
    _assign(copy, fields)
    copy.preview_tags = list(Tag.objects.filter(pk__in=fields["tags"]))
    authors = Author.objects.in_bulk(fields["authors"])
    copy.preview_authors = [authors[pk] for pk in fields["authors"]]
    return copy


# --- What must be right before readers see it


def problems(fields):
    """What keeps a story with these fields (as `save` takes them) from being published: {field: sentence}."""
    found = {}
    if not (fields.get("headline") or "").strip():
        found["headline"] = _("A story needs a headline before it is published.")
    html = body.clean(fields.get("body") or "")
    if not body.to_text(html):
        found["body"] = _("A story needs text before it is published.")
    if sentence := _figure_problem(html):
        found["body"] = sentence
    photo = fields.get("featured_photo")
    if photo and (sentence := alt_text.problem(fields.get("featured_alt_text") or photo.alt_text)):
        found["featured_photo"] = sentence
    return found


def _figure_problem(html):
    library = Photo.objects.in_bodies(html)
    for figure in body.figures(html):
        photo = library.get(figure.photo)
        if photo is None:
            return _("The text shows photo %(id)d, which is no longer in the library. Remove it.") % {
                "id": figure.photo
            }
        if sentence := alt_text.problem(figure.alt_text or photo.alt_text):
            return _("A photo in the text has no good alt text: %(why)s") % {"why": sentence}
    return None


def time_problem(at):
    """Why a story cannot be published as of `at`, as a sentence; None when it can. Addresses hold years of 4 digits."""
    if not EARLIEST_YEAR <= at.year <= LATEST_YEAR:
        return _("The year must lie between %(first)d and %(last)d.") % {"first": EARLIEST_YEAR, "last": LATEST_YEAR}
    return None


# --- Verbs


@transaction.atomic
def save(article, fields, by, note=""):
    """Keep what an editor wrote as a `Revision`; a story that readers do not have yet follows at once.

    `fields` maps names of `FIELDS` to values as a form's cleaned data holds them (rows, lists of rows, times); names
    that are missing keep what they had. Returns the revision. Raises `NotAllowed` when it would change the address of
    a story that has been public.
    """
    row = _locked(article) if article.pk else Article(created_by=by)
    values = latest_fields(row) | _as_stored(fields)
    values["body"] = body.clean(values["body"])
    if row.was_public and values["slug"] != row.slug:
        raise NotAllowed(_("The address of a story that readers have had is fixed."))
    if not values["slug"]:
        # Two saves of the same headline at once would both find the same slug free.
        edition.lock()
        values["slug"] = slugs.unique(Article, values["headline"], exclude_pk=row.pk)
    if row.pk is None or row.status != Status.PUBLISHED:
        _apply(row, values)
    revision = Revision.objects.create(article=row, fields=values, by=by, note=note)
    article.pk, article.slug = row.pk, values["slug"]
    return revision


@transaction.atomic
def submit_for_review(article, by, note=""):
    return _move(article, Status.IN_REVIEW, by, note, allowed=[Status.DRAFT, Status.READY])


@transaction.atomic
def mark_ready(article, by, note=""):
    return _move(article, Status.READY, by, note, allowed=[Status.DRAFT, Status.IN_REVIEW])


@transaction.atomic
def return_to_draft(article, by, note=""):
    """Back to the desk; also a scheduled story, as long as its time has not come."""
    allowed = [Status.IN_REVIEW, Status.READY]
    if _locked(article).is_scheduled:
        allowed.append(Status.PUBLISHED)
    return _move(article, Status.DRAFT, by, note, allowed=allowed)


@transaction.atomic
def publish(article, by, at=None, note="", now=None):
    """Bring the newest revision to the readers: now, or from the moment `at` on.

    A future `at` schedules the story, which is possible only before it was first public; later `published_at` is kept,
    and readers are told of an update when the text they read has changed. Raises `ValidationError` with `problems`.
    """
    now = now or timezone.now()
    row = _locked(article)
    was_public, before = row.was_public, fields_of(row)
    if was_public and at is not None and at != row.published_at:
        raise NotAllowed(_("Readers have had this story; the time of its first publication is fixed."))
    if at is not None and (sentence := time_problem(at)):
        raise ValidationError({"published_at": sentence})
    saved = latest_fields(row)
    values = saved | _house_defaults(saved)
    if not was_public or before["comments_close_at"] or before["comments_never_close"]:
        # Also for what was emptied since. A story that was public before there were such times keeps none.
        values |= _closing(values, row.published_at if was_public else at or now)
    if values != saved:
        Revision.objects.create(article=row, fields=values, by=by, at=now)
    photo = Photo.objects.filter(pk=values["featured_photo"]).first()
    if found := problems(values | {"featured_photo": photo}):
        raise ValidationError(found)
    change = _change_for(row, Status.PUBLISHED, by, note, now)
    row.status = Status.PUBLISHED
    if not was_public:
        row.published_at = at or now
    elif any(values[name] != before[name] for name in READER_VISIBLE):
        row.updated_at = now
    _apply(row, values)
    _leave(change, row)
    search.index([row.pk])
    return _advanced(article, row)


@transaction.atomic
def withdraw(article, by, note=""):
    """Take a published story back: its address answers 410 from now on. A scheduled one becomes a draft again."""
    if _locked(article).is_scheduled:
        return return_to_draft(article, by, note)
    return _move(article, Status.WITHDRAWN, by, note, allowed=[Status.PUBLISHED])


@transaction.atomic
def delete(article, by):
    """Delete a draft. Raises `NotAllowed` for what readers have had or will have: that is withdrawn."""
    row = _locked(article)
    if row.was_public or row.status == Status.PUBLISHED:
        raise NotAllowed(_("Readers have had this story, or will have it at its time. Withdraw it instead."))
    row.delete()


@transaction.atomic
def add_photo(file, by, **fields):
    """Put a file that `photos.accept` made into the library; its renditions are made after the commit.

    `fields` are those of `Photo`, at least `alt_text`. Raises `ValidationError`.
    """
    return save_photo(Photo(file=file, created_by=by, **fields))


@transaction.atomic
def save_photo(photo):
    """Store a photo of the library as it was changed. What readers get follows after the commit: renditions for a new
    file, focal point or credit; of a file that was replaced nothing stays in the storage."""
    for name in PHOTO_TEXTS:
        setattr(photo, name, plain_text.one_line(getattr(photo, name)))
    photo.full_clean(exclude=["created_by"])
    before = Photo.objects.select_for_update(no_key=True).filter(pk=photo.pk).first()
    is_new_file = before is None or before.file != photo.file
    if is_new_file:
        photo.renditions = {}
    photo.save()
    if is_new_file and before is not None:
        transaction.on_commit(partial(renditions.remove_all, before.file.name))
    if not renditions.are_current(photo):
        tasks.make_renditions_after_commit(photo)
    edition.advance()
    return photo


def is_in_use(photo):
    """Whether a story or page shows `photo` or is about to, or an author or the publication does."""
    figure = f'data-photo="{photo.pk}"'
    newest = Revision.objects.filter(article=OuterRef("article")).order_by("-pk").values("pk")[:1]
    is_about_to = Q(fields__featured_photo=photo.pk) | Q(fields__body__icontains=figure)
    return any(
        rows.exists()
        for rows in (
            photo.featured_in.all(),
            photo.in_texts.all(),
            StandingPage.objects.filter(body__contains=figure),
            Author.objects.filter(portrait=photo),
            Publication.objects.filter(logo=photo),
            Revision.objects.filter(is_about_to, pk=Subquery(newest)),
        )
    )


@transaction.atomic
def delete_photo(photo):
    """Take a photo out of the library, and its files out of the storage after the commit.

    Raises `NotAllowed` while anything shows it.
    """
    if is_in_use(photo):
        raise NotAllowed(_("This photo is in use. Take it out of where it is shown before you delete it."))
    photo.delete()
    transaction.on_commit(partial(renditions.remove_all, photo.file.name))
    edition.advance()


@transaction.atomic
def record(batch):
    """Take stories that were decided elsewhere, with their own times and without the effects of single verbs.

    `batch` holds dicts with "fields" (as `save` takes them) and "status", and where they apply "published_at",
    "updated_at", "by", "at" and "note". Returns the articles in the same order; the edition moves once.
    """
    articles = []
    edition.lock()
    for entry in batch:
        at, by = entry.get("at") or entry.get("published_at") or timezone.now(), entry.get("by")
        row = Article(
            created_by=by,
            created_at=at,
            status=entry["status"],
            published_at=entry.get("published_at"),
            updated_at=entry.get("updated_at"),
        )
        values = fields_of(row) | _as_stored(entry["fields"])
        values["body"] = body.clean(values["body"])
        values["slug"] = values["slug"] or slugs.unique(Article, values["headline"])
        _apply(row, values)
        change = StatusChange(from_status="", to_status=row.status, by=by, at=at, note=entry.get("note", ""))
        Revision.objects.create(article=row, fields=values, by=by, at=at)
        _leave(change, row)
        articles.append(row)
    ids = [article.pk for article in articles]
    for start in range(0, len(ids), search.BATCH):
        search.index(ids[start : start + search.BATCH])
    edition.advance()
    return articles


# --- Parts of the verbs


def _locked(article):
    """The row as it is now, held until the transaction ends: two editors' verbs happen one after the other. Its key is not
    locked, so that a row that refers to it (a translation) can be stored meanwhile."""
    return Article.objects.select_for_update(no_key=True).get(pk=article.pk)


def _move(article, to_status, by, note, allowed):
    row = _locked(article)
    if row.status not in allowed:
        raise NotAllowed(
            _("A story that is “%(from)s” cannot become “%(to)s”.")
            % {"from": row.get_status_display(), "to": Status(to_status).label}
        )
    change = _change_for(row, to_status, by, note, timezone.now())
    was_shown = row.status == Status.PUBLISHED
    row.status = to_status
    if to_status == Status.DRAFT:
        row.published_at = None
    row.save(update_fields=["status", "published_at"])
    _leave(change, row)
    if not was_shown:
        return _told(article, row)
    search.index([row.pk])
    return _advanced(article, row)


def _advanced(article, row):
    """Make every page that may show `row` a new version."""
    edition.advance_story(row.pk)
    row.refresh_from_db(fields=["version"])
    edition.advance()
    return _told(article, row)


def _told(article, row):
    """Let the caller's own object know what became of it."""
    for name in ("status", "published_at", "updated_at", "version", "slug", "section_id"):
        setattr(article, name, getattr(row, name))
    return row


def _house_defaults(values):
    """What the publication gives a story that says nothing itself."""
    section = Publication.current().default_section_id
    return {"section": section} if values["section"] is None and section else {}


def _closing(values, first_published_at):
    """When comments close on a story that says neither when nor never, by the days that the publication gives it."""
    days = Publication.current().comments_close_after_days
    if values["comments_never_close"] or values["comments_close_at"] or not days:
        return {}
    # A form shows no fractions of a second, and would change them.
    return {"comments_close_at": _as_text((first_published_at + timedelta(days=days)).replace(microsecond=0))}


def _change_for(row, to_status, by, note, at):
    return StatusChange(from_status=row.status, to_status=to_status, by=by, at=at, note=note)


def _leave(change, row):
    change.article, change.published_at, change.revision = row, row.published_at, row.revisions.first()
    change.save()


def _as_text(value):
    return value.isoformat() if isinstance(value, datetime) else value


def _as_stored(fields):
    """A form's cleaned values as a revision keeps them."""
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a story has no fields {sorted(unknown)}")
    stored = {name: plain_text.one_line(value) if name in PLAIN_FIELDS else value for name, value in fields.items()}
    for name in set(ROW_FIELDS) & set(fields):
        stored[name] = fields[name] and fields[name].pk
    if fields.get("translation_of"):
        # All translations of one story name the same original.
        stored["translation_of"] = fields["translation_of"].translation_of_id or fields["translation_of"].pk
    if stored.get("slug"):
        stored["slug"] = slugs.normalised(stored["slug"])
    for name in set(LIST_FIELDS) & set(fields):
        stored[name] = [row.pk for row in fields[name]]
    if "tags" in stored:
        stored["tags"].sort()
    if "comments_close_at" in stored:
        stored["comments_close_at"] = _as_text(stored["comments_close_at"])
    return stored


def _without_deleted(values):
    """The values without the ids of rows that were deleted since the revision was saved."""
    kept = dict(values)
    for name in (*ROW_FIELDS, *LIST_FIELDS):
        model = Article._meta.get_field(name).related_model
        ids = values[name] if name in LIST_FIELDS else [values[name]]
        there = set(model.objects.filter(pk__in=[pk for pk in ids if pk is not None]).values_list("pk", flat=True))
        kept[name] = [pk for pk in ids if pk in there] if name in LIST_FIELDS else (ids[0] if ids[0] in there else None)
    return kept


def _assign(row, values):
    for name in (*TEXT_FIELDS, *OTHER_FIELDS):
        setattr(row, name, values[name])
    for name in ROW_FIELDS:
        setattr(row, f"{name}_id", values[name])
    closes = values["comments_close_at"]
    row.comments_close_at = parse_datetime(closes) if closes else None


def _apply(row, values):
    """Write a revision's values to the article's row and its lists."""
    _assign(row, values)
    row.body_text = body.to_text(row.body)
    row.full_clean(exclude=["created_by"])
    row.save()
    row.tags.set(values["tags"])
    row.photos.set(Photo.objects.in_bodies(row.body))
    # Written anew when it differs, so that the order is the revision's.
    if [credit.author_id for credit in row.articleauthor_set.all()] != values["authors"]:
        row.articleauthor_set.all().delete()
        ArticleAuthor.objects.bulk_create(
            ArticleAuthor(article=row, author_id=pk, position=position) for position, pk in enumerate(values["authors"])
        )
