from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext_lazy as _


def _all_of(*models):
    return [f"{verb}_{model}" for model in models for verb in ("add", "change", "delete", "view")]


REPORTER = [
    *("add_article", "change_article", "view_article"),
    *("add_photo", "change_photo", "view_photo"),
    *("view_tag", "view_author", "view_section"),
]
EDITOR = [
    *("add_article", "change_article", "view_article", "delete_article", "publish_article"),
    *_all_of("photo", "section", "sectionplacement", "tag", "author", "correction", "standingpage"),
    *("view_publication", "change_publication"),
]
MODERATOR = [
    *("view_comment", "view_decision", "moderate_comment", "view_article"),
    *("view_publication", "change_comment_settings"),
    *_all_of("rule"),
]
PEOPLE = ["add_user", "change_user", "view_user"]
GROUPS = {
    "reporter": REPORTER,
    "editor": EDITOR,
    "moderator": MODERATOR,
    "administrator": [*EDITOR, *MODERATOR, *PEOPLE],
}
# What a person reads beside each group: its name and what its members may do.
ABOUT = {
    "reporter": (
        _("Reporter"),
        _("Writes own stories, uploads photos and sends drafts to review. Sees no story of others, publishes nothing."),
    ),
    "editor": (
        _("Editor"),
        _("Edits, publishes and withdraws all stories; keeps photos, sections, authors, pages and the publication."),
    ),
    "moderator": (
        _("Moderator"),
        _("Decides on comments and sets when they are open. Reads all stories, changes none."),
    ),
    "administrator": (
        _("Administrator"),
        _("Everything that the other groups may do, and the accounts of the staff."),
    ),
}


def set_up_groups():
    """Give each group exactly the permissions above; run again, it mends what was changed by hand."""
    for name, codenames in GROUPS.items():
        permissions = Permission.objects.filter(
            codename__in=codenames, content_type__app_label__in=["articles", "comments", "newsroom"]
        )
        missing = set(codenames) - set(permissions.values_list("codename", flat=True))
        if missing:
            raise LookupError(f"there are no permissions {sorted(missing)}; run migrate first")
        Group.objects.get_or_create(name=name)[0].permissions.set(permissions)
