from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _, pgettext

from articles import digits
from articles.furniture import furniture


def why_closed(article, publication=None, now=None):
    """The sentence that tells why `article` takes no comment at `now`, or None when it does."""
    publication, now = publication or furniture().publication, now or timezone.now()
    if not publication.has_closed_comments(now):
        return _("Comments on this story are closed.") if article.has_closed_comments(now) else None
    # A story that will be closed by itself at that time does not open again with the others.
    if article.has_closed_comments(publication.comments_reopen_at or now):
        return _("Comments on this story are closed.")
    return _everywhere(publication, now)


def _everywhere(publication, now):
    notice, opens_at = publication.comments_notice, publication.comments_reopen_at
    # In the reader's language what the newsroom wrote goes first, but its words in another language come last.
    if own := notice.get(translation.get_language()):
        return _("Comments are closed. %(notice)s") % {"notice": own}
    if opens_at:
        opens_at = timezone.localtime(opens_at)
        pattern = pgettext("format of a day to come", "l, j F")
        if opens_at.year != timezone.localtime(now).year:
            pattern = pgettext("format of a day to come", "l, j F Y")
        moment = {"day": date_format(opens_at, pattern), "time": date_format(opens_at, "H:i")}
        return digits.shown(_("Comments are closed. They open again on %(day)s, at %(time)s.") % moment, publication)
    if notice:
        return _("Comments are closed. %(notice)s") % {
            "notice": f"\N{FIRST STRONG ISOLATE}{notice}\N{POP DIRECTIONAL ISOLATE}"
        }
    return _("Comments are closed on all stories at the moment.")
