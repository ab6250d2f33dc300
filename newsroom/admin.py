from functools import partial

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _, pgettext

from articles.admin import ArticleAdmin
from articles.models import Article
from comments.models import Comment
from newsroom import mail
from newsroom.forms import AccountForm, InvitationForm
from newsroom.groups import ABOUT
from newsroom.models import User

admin.site.enable_nav_sidebar = True
admin.site.index_title = _("Newsroom")
# Set-up gives the groups their permissions; what was changed here would be gone at the next start.
admin.site.unregister(Group)

RIGHTS_THAT_SUPERUSERS_GIVE = ["is_staff", "is_superuser", "user_permissions"]


class GroupFilter(admin.SimpleListFilter):
    title = _("group")
    parameter_name = "group"

    def lookups(self, request, model_admin):
        return [(name, label) for name, (label, _about) in ABOUT.items()]

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


admin.site.unregister(Article)


@admin.register(Article)
class DeskArticleAdmin(ArticleAdmin):
    """The list of stories with the comments that wait on each, which span both apps."""

    def get_list_display(self, request):
        *columns, when = super().get_list_display(request)
        waiting = "waiting_linked" if request.user.has_perm("comments.moderate_comment") else "waiting"
        return [*columns, waiting, when]

    def get_queryset(self, request):
        pending = Comment.objects.pending().filter(article=OuterRef("pk")).order_by().values("article")
        number = Coalesce(Subquery(pending.annotate(number=Count("pk")).values("number")), 0)
        return super().get_queryset(request).annotate(comments_waiting=number)

    @admin.display(description=_("comments waiting"), ordering="comments_waiting", empty_value="–")
    def waiting(self, story):
        return story.comments_waiting or None

    @admin.display(description=_("comments waiting"), ordering="comments_waiting", empty_value="–")
    def waiting_linked(self, story):
        if not story.comments_waiting:
            return None
        address = reverse("admin:comments_comment_changelist")
        return format_html(
            '<a href="{}?article={}&amp;status__exact={}">{}</a>',
            *(address, story.pk, Comment.Status.PENDING, story.comments_waiting),
        )


@admin.register(User)
class NewsroomUserAdmin(UserAdmin):
    """Accounts of the staff. They are made by invitation and never deleted, for the history names them: whoever leaves
    is deactivated."""

    form = AccountForm
    add_form = InvitationForm
    add_form_template = change_form_template = "admin/newsroom/user/change_form.html"
    list_display = ["username", "full_name", "email", "roles", "state", "seen"]
    list_filter = ["is_active", GroupFilter]
    filter_horizontal = ["user_permissions", "notice_sections"]
    add_fieldsets = [(None, {"fields": InvitationForm.Meta.fields})]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    # --- Permissions

    def has_change_permission(self, request, obj=None):
        """Only superusers change the account of a superuser."""
        is_above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not is_above

    def has_delete_permission(self, request, obj=None):
        return False

    # --- The form

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return self.add_fieldsets
        may_change = self.has_change_permission(request, obj)
        rights = ["is_active", "groups" if may_change and obj != request.user else "roles"]
        if request.user.is_superuser:
            rights += RIGHTS_THAT_SUPERUSERS_GIVE
        return [
            (None, {"fields": ["username", "password"] if may_change else ["username"]}),
            (_("Person"), {"fields": ["first_name", "last_name", "email", "language"]}),
            (_("Rights"), {"fields": rights}),
            (_("Comments"), {"fields": ["comment_notices", "notice_sections"]}),
            (_("Dates"), {"fields": ["last_login", "date_joined"]}),
        ]

    def get_readonly_fields(self, request, obj=None):
        dates = ["last_login", "date_joined"]
        # Nobody takes the last key out of the house by mistake: their own rights are changed by somebody else.
        is_own = obj == request.user
        return [*dates, "is_active", "roles", *RIGHTS_THAT_SUPERUSERS_GIVE] if is_own else [*dates, "roles"]

    def add_view(self, request, form_url="", extra_context=None):
        return super().add_view(request, form_url, {"title": _("Invite somebody")} | (extra_context or {}))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        may_change = obj is not None and self.has_change_permission(request, obj)
        context["may_invite_again"] = may_change and self._may_invite(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    # --- Invitations

    @staticmethod
    def _may_invite(user):
        return user.is_active and user.is_invited

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if self._may_invite(form.instance) and (not change or "_invite" in request.POST):
            transaction.on_commit(partial(self._invite, request, form.instance))

    def _invite(self, request, user):
        try:
            mail.send_invitation(user, by=request.user)
        except (OSError, ValueError) as error:
            told = _("The invitation could not be sent: %(error)s. Send it again from the account's page.")
            self.message_user(request, told % {"error": str(error).rstrip(".")}, messages.ERROR)
        else:
            told = _("The invitation has been sent to %(address)s.") % {"address": user.email}
            self.message_user(request, told, messages.SUCCESS)

    def response_change(self, request, obj):
        if "_invite" in request.POST:
            request.POST = request.POST.copy()
            request.POST["_continue"] = "1"
        return super().response_change(request, obj)

    # --- Columns

    @admin.display(description=_("name"), ordering="first_name")
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description=_("groups"))
    def roles(self, user):
        return pgettext("between names", ", ").join(
            str(ABOUT.get(group.name, [group.name])[0]) for group in user.groups.all()
        )

    @admin.display(description=_("last login"), ordering="last_login")
    def seen(self, user):
        return user.last_login and date_format(localtime(user.last_login), "SHORT_DATE_FORMAT")

    @admin.display(description=_("account"))
    def state(self, user):
        if not user.is_active:
            return _("Deactivated")
        return _("Invited") if user.is_invited else _("Active")
