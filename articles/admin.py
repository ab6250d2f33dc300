from functools import cache

import django
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _, ngettext, pgettext

from articles import body, publishing, tasks
from articles.edition import AdvancesEdition
from articles.fields import TranslatedField
from articles.forms import ArticleForm, PhotoForm, PublicationForm, accepted_or_error
from articles.library import LibraryAddresses
from articles.models import (
    BYLINES,
    Article,
    ArticlePhoto,
    Author,
    Correction,
    Photo,
    Publication,
    Revision,
    Section,
    SectionPlacement,
    StandingPage,
    Tag,
)
from articles.moments import with_time

Status = Article.Status
USES_NAMED = 20
MADE_AT_ONCE = 20
# The fields of the publication that moderators change.
COMMENT_SETTINGS = [
    *("comments_closed", "comments_reopen_at", "comments_notice"),
    *("comments_close_after_days", "comments_a_minute", "reports_to_hide"),
]


class WithBodyEditor:
    """For a form with the body editor: its import map is the one inline script, and carries the request's nonce."""

    def render_change_form(self, request, context, *args, **kwargs):
        if django.VERSION < (6, 0) and hasattr(context["media"], "with_nonce"):
            context["media"] = context["media"].with_nonce(str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)


class AcceptsPhotosFirst:
    """Decodes uploads before the admin opens its transaction: on SQLite that holds the one lock for writing, and readers
    who send a comment meanwhile would wait for it."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and (self.has_add_permission(request) or self.has_change_permission(request)):
            for upload in request.FILES.values():
                upload.accepted = accepted_or_error(upload)
        return super().changeform_view(request, object_id, form_url, extra_context)


class StateFilter(admin.SimpleListFilter):
    """By status, and what is published apart by whether readers have it yet."""

    title = _("status")
    parameter_name = "state"
    scheduled = "scheduled"

    def lookups(self, request, model_admin):
        published = Status.values.index(Status.PUBLISHED)
        return [*Status.choices[:published], (self.scheduled, _("Scheduled")), *Status.choices[published:]]

    def queryset(self, request, queryset):
        if self.value() == self.scheduled:
            return queryset.scheduled()
        if self.value() == Status.PUBLISHED:
            return queryset.published()
        return queryset.filter(status=self.value()) if self.value() in Status else queryset


def thumbnail(photo):
    return format_html(
        '<img class="thumbnail" src="{}" alt="" width="80" height="80" loading="lazy">', photo.square.src
    )


class CorrectionInline(admin.StackedInline):
    model = Correction
    extra = 0


@admin.register(Article)
class ArticleAdmin(AcceptsPhotosFirst, WithBodyEditor, AdvancesEdition, admin.ModelAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["photo", "headline_with_language", "state", "section", "byline", "when"]
    list_display_links = ["photo", "headline_with_language"]
    list_filter = [
        StateFilter,
        "section",
        "language",
        "kind",
        ("authors", admin.RelatedOnlyFieldListFilter),
        "published_at",
    ]
    list_select_related = ["section", "featured_photo"]
    list_per_page = 50
    search_fields = ["headline", "dek", "body_text", "authors__byline"]
    search_help_text = _("Searches headlines, deks, texts and bylines.")
    date_hierarchy = "published_at"
    autocomplete_fields = ["tags", "featured_photo", "translation_of"]
    inlines = [CorrectionInline]
    readonly_fields = ["text"]
    show_full_result_count = False
    fieldsets = [
        (None, {"fields": ["headline", "dek", "body"]}),
        (
            _("Featured photo"),
            {
                "fields": [
                    *("featured_photo", "new_photo", "new_photo_alt", "new_photo_credit"),
                    *("featured_caption", "featured_alt_text"),
                ]
            },
        ),
        (_("Publication"), {"fields": ["status", "published_at", "section", "tags", "bylines"]}),
        (_("About the story"), {"fields": ["kind", "source_organisation", "dateline", "language", "translation_of"]}),
        (_("Comments"), {"fields": ["comments_open", "comments_close_at", "comments_never_close"]}),
        (_("Address"), {"fields": ["slug", "seen_revision"]}),
    ]

    def get_queryset(self, request):
        stories = super().get_queryset(request)
        writes_only = request.user.has_perm("articles.add_article") and not _may_publish(request)
        # Reporters see their own stories only; moderators, who write none, read all.
        stories = stories.filter(created_by=request.user) if writes_only else stories
        saved_at = Revision.objects.filter(article=OuterRef("pk")).values("at")[:1]
        stories = stories.prefetch_related(BYLINES).annotate(saved_at=Subquery(saved_at))
        return stories.annotate(shown_at=Coalesce("published_at", "saved_at", "created_at"))

    def get_ordering(self, request):
        return ["-created_at", "-pk"]

    @admin.display(description=_("photo"), empty_value="")
    def photo(self, story):
        return thumbnail(story.featured_photo) if story.featured_photo else None

    @admin.display(description=_("headline"), ordering="headline")
    def headline_with_language(self, story):
        return format_html('<bdi lang="{}">{}</bdi>', story.language, story.headline)

    @admin.display(description=_("status"), ordering="status")
    def state(self, story):
        name = "scheduled" if story.is_scheduled else story.status
        label = _("Scheduled") if story.is_scheduled else story.get_status_display()
        return format_html('<span class="state state-{}">{}</span>', name, label)

    @admin.display(description=_("author"), empty_value="–")
    def byline(self, story):
        return pgettext("between names", ", ").join(map(str, story.ordered_authors)) or None

    @admin.display(description=_("when"), ordering="shown_at")
    def when(self, story):
        """When readers got or get it; of what they do not have, when it was saved last."""
        shown = with_time(story.shown_at)
        return shown if story.published_at else format_html('<span class="quiet">{} {}</span>', _("saved"), shown)

    # --- Permissions

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        if obj is None or _may_publish(request):
            return allowed
        return allowed and obj.status in (Status.DRAFT, Status.IN_REVIEW)

    def has_delete_permission(self, request, obj=None):
        """What readers have had is withdrawn, never deleted."""
        return super().has_delete_permission(request, obj) and (
            obj is not None and not obj.was_public and obj.status != Status.PUBLISHED
        )

    def delete_model(self, request, obj):
        try:
            publishing.delete(obj, by=request.user)
        except publishing.NotAllowed as refusal:
            # Published by somebody else since its page was opened.
            raise PermissionDenied(" ".join(refusal.messages)) from None

    def delete_queryset(self, request, queryset):
        for story in queryset:
            self.delete_model(request, story)

    # --- The form

    def get_fieldsets(self, request, obj=None):
        """Who may only look reads the text as readers do."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        (title, first), *others = fieldsets
        return [(title, first | {"fields": ["headline", "dek", "text"]}), *others]

    @admin.display(description=_("text"))
    def text(self, story):
        return body.render(story.body, Photo.objects.in_bodies(story.body))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "translation_of":
            # What this person may see, and what the story at hand translates already.
            allowed = Q(pk__in=self.get_queryset(request).values("pk"))
            if pk := request.resolver_match.kwargs.get("object_id"):
                allowed |= Q(translations=pk)
            kwargs["queryset"] = Article.objects.filter(allowed)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.may_publish = _may_publish(request)
        return form

    def save_model(self, request, obj, form, change):
        fields = form.revision_fields()
        cleaned = form.cleaned_data
        if cleaned.get("new_photo"):
            described = form.new_photo_fields()
            fields["featured_photo"] = publishing.add_photo(cleaned["new_photo"], by=request.user, **described)
        publishing.save(obj, fields, by=request.user)
        self._act(request, obj, cleaned.get("status") or obj.status, form)

    def _act(self, request, story, chosen, form):
        """Call the verb that the chosen status stands for."""
        if chosen == Status.PUBLISHED:
            if form.keeps_changes_back and story.status == Status.PUBLISHED:
                messages.info(request, _("Your changes are kept. Readers get them when you publish."))
            else:
                # The form shows times without the fraction of a second that the first publication may have.
                at = None if form.was_public else form.cleaned_data.get("published_at")
                publishing.publish(story, by=request.user, at=at)
                if story.is_scheduled:
                    told = _("Readers get this story on %(when)s.") % {"when": with_time(story.published_at)}
                    messages.success(request, told)
                else:
                    messages.success(request, _("Readers have this story as you saved it."))
        elif chosen != story.status:
            verb = {
                Status.DRAFT: publishing.return_to_draft,
                Status.IN_REVIEW: publishing.submit_for_review,
                Status.READY: publishing.mark_ready,
                Status.WITHDRAWN: publishing.withdraw,
            }[chosen]
            verb(story, by=request.user)
            if chosen == Status.WITHDRAWN:
                messages.success(
                    request, _("Readers no longer have this story; its address says that it was withdrawn.")
                )

    def save_related(self, request, form, formsets, change):
        # The lists of the story itself belong to its revision; only corrections are saved here.
        for formset in formsets:
            self.save_formset(request, form, formset, change=change)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            context |= {
                "has_unpublished_changes": publishing.has_unpublished_changes(obj),
                "is_public": obj.is_public,
                "revision_list": obj.revisions.select_related("by")[:10],
                "status_change_list": obj.status_changes.select_related("by")[:10],
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def view_on_site(self, story):
        return f"{settings.SITE_URL}{story.get_absolute_url()}" if story.is_public else None

    # --- Preview

    def get_urls(self):
        preview = path("<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="articles_article_preview")
        return [preview, *super().get_urls()]

    def preview(self, request, pk):
        """The story as it was saved last, for staff who may see it; never kept by any cache."""
        story = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, story):
            raise PermissionDenied
        saved = publishing.as_saved(story)
        context = {
            "article": saved,
            "body_photos": Photo.objects.in_bodies(saved.body),
            "authors": saved.preview_authors,
            "tag_list": saved.preview_tags,
            "is_preview": True,
        }
        response = render(request, "articles/article_detail.html", context)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        return response


def _may_publish(request):
    return request.user.has_perm("articles.publish_article")


@admin.register(Photo)
class PhotoAdmin(AcceptsPhotosFirst, LibraryAddresses, admin.ModelAdmin):
    form = PhotoForm
    list_display = ["thumbnail", "alt_text", "credit", "number_of_uses", "size", "created_at"]
    list_display_links = ["thumbnail", "alt_text"]
    list_filter = ["created_at"]
    list_per_page = 50
    readonly_fields = ["picture", "uses"]
    actions = ["make_renditions"]
    fieldsets = [
        (None, {"fields": ["picture", "file", "alt_text", "caption"]}),
        (_("Whose it is"), {"fields": ["credit", "copyright_notice"]}),
        (
            _("Focal point"),
            {
                "fields": [("focal_x", "focal_y")],
                "description": _("What must stay in the picture when it is cropped. Click on the photo to set it."),
            },
        ),
        (_("In the library"), {"fields": ["keywords", "uses"]}),
    ]
    search_fields = ["alt_text", "caption", "credit", "keywords"]

    class Media:
        js = ["js/focal-point.js"]

    @admin.display(description=_("photo"))
    def thumbnail(self, photo):
        return thumbnail(photo)

    @admin.display(description=_("photo"))
    def picture(self, photo):
        if photo.pk is None:
            return _("Choose a file; the photo is shown here when it is saved.")
        return format_html(
            '<img class="focal-picture" src="{}" width="{}" height="{}" alt="{}">',
            *(photo.full.src, photo.full.width, photo.full.height, photo.alt_text),
        )

    @admin.display(description=_("used"), ordering="uses")
    def number_of_uses(self, photo):
        return photo.uses

    @admin.display(description=_("used in"))
    def uses(self, photo):
        """Headlines that readers know; of the rest, which may be a colleague's draft, only how many they are."""
        stories = Article.objects.filter(Q(featured_photo=photo) | Q(articlephoto__photo=photo)).distinct()
        public = stories.published().newest()
        number_of_others = stories.count() - public.count()
        others = ngettext("%(number)d that is not public", "%(number)d that are not public", number_of_others)
        items = [(story.get_absolute_url(), story.headline) for story in public[:USES_NAMED]]
        items += [(row.get_absolute_url(), str(row)) for row in Author.objects.filter(portrait=photo)]
        pages = StandingPage.objects.filter(body__contains=f'data-photo="{photo.pk}"')
        items += [(page.get_absolute_url(), page.title) for page in pages]
        if Publication.objects.filter(logo=photo).exists():
            items.append((reverse("articles:front"), _("The logo of the publication")))
        links = format_html_join("", '<li><a href="{}"><bdi>{}</bdi></a></li>', items)
        if number_of_others:
            links += format_html("<li>{}</li>", others % {"number": number_of_others})
        return format_html('<ul class="uses">{}</ul>', links) if links else "–"

    @admin.action(description=_("Make the sizes for readers again"), permissions=["change"])
    def make_renditions(self, request, queryset):
        photos = [photo for photo in queryset if self.has_change_permission(request, photo)]
        if len(photos) > MADE_AT_ONCE:
            told = _("Choose at most %(number)d photos at once. For all there is `manage.py make_renditions`.")
            self.message_user(request, told % {"number": MADE_AT_ONCE}, messages.WARNING)
            return
        for photo in photos:
            tasks.make_renditions_after_commit(photo)
        told = ngettext(
            "%(number)d photo gets its sizes again.", "%(number)d photos get their sizes again.", len(photos)
        )
        self.message_user(request, told % {"number": len(photos)}, messages.SUCCESS)

    def get_queryset(self, request):
        in_texts = ArticlePhoto.objects.filter(photo=OuterRef("pk")).order_by().values("photo")
        featured = Article.objects.filter(featured_photo=OuterRef("pk")).order_by().values("featured_photo")
        portraits = Author.objects.filter(portrait=OuterRef("pk")).order_by().values("portrait")
        rows_of_uses = (featured, in_texts, portraits)
        counts = [Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0) for rows in rows_of_uses]
        return super().get_queryset(request).annotate(uses=sum(counts[1:], start=counts[0]))

    @admin.display(description=_("size"))
    def size(self, photo):
        return f"{photo.width} × {photo.height}"

    def has_change_permission(self, request, obj=None):
        """Who may not publish changes only photos of their own that readers do not see in any story."""
        allowed = super().has_change_permission(request, obj)
        if obj is None or _may_publish(request):
            return allowed
        uses = Article.objects.filter(Q(featured_photo=obj) | Q(articlephoto__photo=obj))
        is_shown = uses.exclude(status__in=[Status.DRAFT, Status.IN_REVIEW])
        return allowed and obj.created_by_id == request.user.pk and not is_shown.exists()

    def has_delete_permission(self, request, obj=None):
        """Only a photo that nothing shows is deleted."""
        return super().has_delete_permission(request, obj) and (obj is None or not publishing.is_in_use(obj))

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
            publishing.save_photo(obj)
            return
        # Only what this person changed: another may have saved other fields since the form was opened.
        photo = Photo.objects.get(pk=obj.pk)
        for name in form.changed_data:
            setattr(photo, name, form.cleaned_data[name])
        if "file" in form.changed_data and not {"focal_x", "focal_y"} & set(form.changed_data):
            photo.focal_x = photo.focal_y = 50
        publishing.save_photo(photo)

    def delete_model(self, request, obj):
        try:
            publishing.delete_photo(obj)
        except publishing.NotAllowed as refusal:
            raise PermissionDenied(" ".join(refusal.messages)) from None

    def delete_queryset(self, request, queryset):
        for photo in queryset:
            self.delete_model(request, photo)


@cache
def _in_words(model, name):
    """The field `name` of `model` for reading only: of a text per language the one in the admin's, not all as JSON.
    Kept, because the admin compares the columns of a form with those that are read-only."""
    field = model._meta.get_field(name)
    if not isinstance(field, TranslatedField):
        return name

    @admin.display(description=field.verbose_name)
    def text(row):
        return str(getattr(row, name))

    text.__name__ = name
    return text


class SluggedAdmin(AdvancesEdition, admin.ModelAdmin):
    list_display = ["__str__", "slug"]
    search_fields = ["slug", "name"]
    # The field of a story that refers to this, where search finds the story by its name.
    found_by = None

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and self.found_by and obj.name_field in form.changed_data:
            tasks.index_stories_after_commit(self.found_by, obj.pk)

    def get_fields(self, request, obj=None):
        if obj is None or self.has_change_permission(request, obj):
            return self.fields
        return [_in_words(self.model, name) for name in self.fields]

    def get_readonly_fields(self, request, obj=None):
        """An address that may have been public never breaks: the slug is chosen once."""
        return ["slug"] if obj else []


@admin.register(Section)
class SectionAdmin(SluggedAdmin):
    fields = ["name", "description", "slug"]
    found_by = "section"


@admin.register(Tag)
class TagAdmin(SluggedAdmin):
    fields = ["name", "slug"]


@admin.register(Author)
class AuthorAdmin(SluggedAdmin):
    fields = ["byline", "bio", "portrait", "user", "slug"]
    search_fields = ["slug", "byline"]
    found_by = "authors"
    autocomplete_fields = ["portrait", "user"]

    def get_fields(self, request, obj=None):
        """Which account belongs to a byline is for those who may look at accounts."""
        accounts = get_user_model()._meta
        may_see_accounts = request.user.has_perm(f"{accounts.app_label}.view_{accounts.model_name}")
        return [name for name in super().get_fields(request, obj) if name != "user" or may_see_accounts]


@admin.register(StandingPage)
class StandingPageAdmin(WithBodyEditor, AdvancesEdition, admin.ModelAdmin):
    list_display = ["title", "slug", "language"]
    list_filter = ["language"]

    def get_readonly_fields(self, request, obj=None):
        return ["slug", "language"] if obj else []


class SectionPlacementInline(admin.TabularInline):
    model = SectionPlacement
    extra = 0


@admin.register(Publication)
class PublicationAdmin(AdvancesEdition, admin.ModelAdmin):
    form = PublicationForm
    autocomplete_fields = ["logo"]
    fieldsets = [
        (_("Name"), {"fields": ["name", "tagline", "logo"]}),
        (_("Who is responsible"), {"fields": ["publisher", "contact_email"]}),
        (_("Stories"), {"fields": ["default_section", "stories_a_page", "digits"]}),
        (_("Comments"), {"fields": COMMENT_SETTINGS}),
    ]
    inlines = [SectionPlacementInline]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Publication.objects.exists()

    def has_change_permission(self, request, obj=None):
        may_set_comments = request.user.has_perm("articles.change_comment_settings")
        return super().has_change_permission(request, obj) or may_set_comments

    def has_delete_permission(self, request, obj=None):
        return False

    def get_fieldsets(self, request, obj=None):
        if super().has_change_permission(request, obj):
            return super().get_fieldsets(request, obj)
        others = self.get_readonly_fields(request, obj)
        return [(_("Comments"), {"fields": COMMENT_SETTINGS}), (_("Publication"), {"fields": others})]

    def get_readonly_fields(self, request, obj=None):
        if super().has_change_permission(request, obj):
            return []
        names = [field.name for field in Publication._meta.fields if not field.primary_key]
        return [_in_words(Publication, name) for name in names if name not in COMMENT_SETTINGS]
