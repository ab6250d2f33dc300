from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from newsroom.models import User

admin.site.enable_nav_sidebar = True
admin.site.index_title = _("Newsroom")


@admin.register(User)
class NewsroomUserAdmin(UserAdmin):
    fieldsets = [*UserAdmin.fieldsets, (_("Admin"), {"fields": ["language"]})]
