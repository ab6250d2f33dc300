import django
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import publishing, tasks
from articles.edition import AdvancesEdition
from articles.forms import ArticleForm, PhotoForm
from articles.library import LibraryAddresses
from articles.models import (
    Article,
    Author,
    Correction,
    Photo,
    Publication,
    Section,
    SectionPlacement,
    StandingPage,
    Tag,
)

Status = Article.Status


class WithBodyEditor:
    """For a form with the body editor: its import map is the one inline script, and carries the request's nonce."""

    def render_change_form(self, request, context, *args, **kwargs):
        if django.VERSION < (6, 0) and hasattr(context["media"], "with_nonce"):
            context["media"] = context["media"].with_nonce(str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)


class CorrectionInline(admin.StackedInline):
    model = Correction
    extra = 0


@admin.register(Article)
class ArticleAdmin(WithBodyEditor, AdvancesEdition, admin.ModelAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["headline", "state", "section", "language", "published_at"]
    list_filter = ["status", "kind", "language", "section", "published_at"]
    list_select_related = ["section"]
    search_fields = ["headline", "dek", "body_text"]
    date_hierarchy = "published_at"
    autocomplete_fields = ["tags", "featured_photo", "translation_of"]
    inlines = [CorrectionInline]
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
        (_("Comments"), {"fields": ["comments_open", "comments_close_at"]}),
        (_("Address"), {"fields": ["slug", "seen_revision"]}),
    ]

    def get_queryset(self, request):
        stories = super().get_queryset(request)
        writes_only = request.user.has_perm("articles.add_article") and not _may_publish(request)
        # Reporters see their own stories only; moderators, who write none, read all.
        return stories.filter(created_by=request.user) if writes_only else stories

    def get_ordering(self, request):
        return ["-created_at", "-pk"]

    @admin.display(description=_("status"), ordering="status")
    def state(self, story):
        if story.is_scheduled:
            return _("Scheduled")
        return story.get_status_display()

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

    # --- The form

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
            fields["featured_photo"] = publishing.add_photo(
                cleaned["new_photo"],
                cleaned["new_photo_alt"],
                by=request.user,
                credit=cleaned.get("new_photo_credit") or "",
            )
        stored_status = form.initial.get("status", Status.DRAFT)
        publishing.save(obj, fields, by=request.user)
        obj.status = stored_status
        self._act(request, obj, cleaned.get("status") or stored_status, form)

    def _act(self, request, story, chosen, form):
        """Call the verb that the chosen status stands for."""
        if chosen == Status.PUBLISHED:
            if form.keeps_changes_back and story.status == Status.PUBLISHED:
                messages.info(request, _("Your changes are kept. Readers get them when you publish."))
            else:
                # The form shows times without the fraction of a second that the first publication may have.
                at = None if form.was_public else form.cleaned_data.get("published_at")
                publishing.publish(story, by=request.user, at=at)
        elif chosen != story.status:
            verb = {
                Status.DRAFT: publishing.return_to_draft,
                Status.IN_REVIEW: publishing.submit_for_review,
                Status.READY: publishing.mark_ready,
                Status.WITHDRAWN: publishing.withdraw,
            }[chosen]
            verb(story, by=request.user)

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
class PhotoAdmin(LibraryAddresses, AdvancesEdition, admin.ModelAdmin):
    form = PhotoForm
    list_display = ["thumbnail", "alt_text", "credit", "size", "created_at"]
    list_display_links = ["thumbnail", "alt_text"]
    search_fields = ["alt_text", "caption", "credit"]

    @admin.display(description=_("photo"))
    def thumbnail(self, photo):
        return format_html('<img src="{}" alt="" width="80" height="80" loading="lazy">', photo.square)

    @admin.display(description=_("size"))
    def size(self, photo):
        return f"{photo.width} × {photo.height}"

    def has_change_permission(self, request, obj=None):
        """Who may not publish changes only photos of their own that readers do not see in any story."""
        allowed = super().has_change_permission(request, obj)
        if obj is None or _may_publish(request):
            return allowed
        is_shown = Article.objects.filter(featured_photo=obj).exclude(status__in=[Status.DRAFT, Status.IN_REVIEW])
        return allowed and obj.created_by_id == request.user.pk and not is_shown.exists()

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        if "file" in form.changed_data:
            # Those of the old file; until there are new ones, pages show the original.
            obj.renditions = []
        super().save_model(request, obj, form, change)
        if {"file", "focal_x", "focal_y"} & set(form.changed_data):
            tasks.make_renditions_after_commit(obj)


class SluggedAdmin(AdvancesEdition, admin.ModelAdmin):
    list_display = ["__str__", "slug"]
    search_fields = ["slug", "name"]

    def get_readonly_fields(self, request, obj=None):
        """An address that may have been public never breaks: the slug is chosen once."""
        return ["slug"] if obj else []


@admin.register(Section)
class SectionAdmin(SluggedAdmin):
    fields = ["name", "description", "slug"]


@admin.register(Tag)
class TagAdmin(SluggedAdmin):
    fields = ["name", "slug"]


@admin.register(Author)
class AuthorAdmin(SluggedAdmin):
    fields = ["byline", "bio", "portrait", "user", "slug"]
    search_fields = ["slug", "byline"]
    autocomplete_fields = ["portrait", "user"]


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
    autocomplete_fields = ["logo"]
    inlines = [SectionPlacementInline]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Publication.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False
