from django.contrib.auth.models import Group, Permission

WRITING = ["add_article", "change_article", "view_article", "add_photo", "change_photo", "view_photo"]
EDITING = [
    *("publish_article", "delete_article"),
    *(
        f"{verb}_{model}"
        for model in ("section", "tag", "author", "correction", "standingpage", "sectionplacement")
        for verb in ("add", "change", "delete", "view")
    ),
    *("change_publication", "view_publication", "view_user"),
]
GROUPS = {
    "reporter": [*WRITING, "view_tag", "view_author", "view_section"],
    "editor": [*WRITING, *EDITING],
    "moderator": ["view_article", "view_comment", "view_decision", "moderate_comment"],
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
