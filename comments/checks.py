from django.conf import settings
from django.core.checks import Tags, Warning, register


@register(Tags.security, deploy=True)
def guards_are_on(app_configs, **kwargs):
    if settings.COMMENT_GUARDS:
        return []
    return [
        Warning(
            "COMMENT_GUARDS is off: floods, duplicates and stale forms are taken.",
            hint="That is for load tests only; unset it.",
            id="comments.W001",
        )
    ]
