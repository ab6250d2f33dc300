"""What the page of the queue shows."""

from dataclasses import replace

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _, ngettext

from articles.models import Article
from comments import appeals, claims, moderation, queue as queues, seen, waiting
from comments.differences import differences
from comments.highlights import in_field, pieces, with_gaps
from comments.models import Comment, Decision
from comments.queue import BOUND, Queue
from comments.text import to_plain


def context(queue, comment, by, *, problem="", was=None, panel="", **typed):
    """For the template: the queue with `comment` (from `queues.in_context`) in the middle, or with None; claims it.

    After what could not be done: `problem` in words, in `was` the text that the moderator had read, the `panel` to open,
    and what was typed.
    """
    now = timezone.now()
    # Beside what was typed, since a long comment scrolls the top away; but a text that was changed is to be read first.
    is_at_the_top = not panel or was is not None or comment.status == Comment.Status.WITHDRAWN
    shown = {
        "title": _("Queue"),
        "opts": Comment._meta,
        "queue": queue,
        "query": queue.address_end(),
        "query_of_all": replace(queue, story=None, same="", model_id=None).query(),
        "waiting": _waiting(queues.bounded_count(Comment.objects.pending())),
        "urgent": _urgent(queues.bounded_count(queues.urgent())),
        "matching": _matching(queue) if queue.is_narrowed else "",
        "narrowed_by": _narrowed_by(queue),
        "story": queue.story and Article.objects.filter(pk=queue.story).only("headline", "language").first(),
        "sorts": [(label, replace(queue, sort=sort).query(), queue.sort == sort) for sort, label in _sorts()],
        "acts": _acts(queue, by, now),
        "reasons": Decision.Reason.choices,
        "keys": _keys(),
        "note_length": Decision._meta.get_field("note").max_length,
        "problems": {"top" if is_at_the_top else panel: problem},
        "panel": panel,
        "typed": typed,
    }
    return shown | (_around(comment, queue, by, now, was) if comment else {"comment": None})


def _around(comment, queue, by, now, was):
    """The comment, what is known of it, and the list beside it."""
    claim = claims.take(comment, by, now)
    comment.latest_number, comment.start = seen.latest(comment).number, comment.text[: queues.EXCERPT]
    comment.has_appeal = hasattr(comment, "appeal")
    before, after = queue.before(comment, queues.BEFORE), queue.after(comment, queues.AFTER)
    numbers, latest_five = queues.history(comment)
    for row in (*before, comment, *after, *latest_five):
        row.excerpt, row.age = queues.excerpt(row.start), moderation.ago(now - row.submitted_at)
        row.query, row.seen_value = queue.query(comment=row.pk), seen.value(row)
        row.why_again = waiting.why_again(row)
        row.claimed = _claimed(claim if row is comment else getattr(row, "claim", None), by, now)
    decision = next((act for act in comment.decisions.all() if act.from_status != act.to_status), None)
    only_its_story = Queue(queue.sort, comment.article_id)
    return (
        {
            "comment": comment,
            "seen": comment.seen_value,
            "claimed": comment.claimed,
            "is_pending": comment.status == Comment.Status.PENDING,
            "decision": decision,
            "decided": decision and moderation.ago(now - decision.at),
            "above": _above(comment),
            "story_address": comment.article.get_absolute_url() if queues.is_shown(comment.article) else "",
            "query_of_story": only_its_story.query(comment=comment.pk),
            "alike": _alike(comment, queue),
            "history": [(label, numbers[value]) for value, label in Comment.Status.choices if numbers.get(value)],
            "is_long_history": sum(numbers.values()) >= BOUND,
            "bound": _told(BOUND)["number"],
            "latest_five": latest_five,
            "rows": [*before, comment, *after],
            "query_of_previous": before[-1].query if before else "",
            "query_of_next": after[0].query if after else "",
        }
        | _marked(comment)
        | of_readers(comment, by, now)
        | _edited(comment)
        | _changed(comment, was)
    )


def of_readers(comment, by, now):
    """What readers see of `comment` while it waits, what they reported, its writer's appeal, and whether another than
    `by` has to decide on that."""
    reports, has_more = queues.reports(comment)
    for report in reports:
        report.ago = moderation.ago(now - report.submitted_at)
        report.is_of_another_text = comment.shown_version_id not in (None, report.version_id)
    appeal = getattr(comment, "appeal", None)
    if appeal:
        appeal.ago = moderation.ago(now - appeal.submitted_at)
        appeal.rejected_ago = moderation.ago(now - appeal.decision.at)
    return {
        "appeal": appeal,
        "is_for_another": appeal is not None and comment.pk in appeals.for_others([comment.pk], by),
        "report_list": reports,
        "has_more_reports": has_more,
        "networks": _networks(comment.reporters) if comment.reporters else "",
        "what_readers_see": _what_readers_see(comment, now),
    }


def _networks(number):
    told = ngettext("from %(number)s network", "from %(number)s networks", number)
    return told % {"number": number_format(number)}


def _what_readers_see(comment, now):
    """Said of what waits and was not simply sent: readers see it all the same, or reports have hidden it."""
    if comment.status != Comment.Status.PENDING:
        return ""
    if comment.shown_version_id:
        is_latest = comment.shown_version_id == seen.latest(comment).pk
        return _("Readers still see it.") if is_latest else _("Readers see the earlier text meanwhile.")
    last = next((act for act in comment.decisions.all() if not act.is_redaction), None)
    if last and last.is_hiding:
        return _("Reports by readers have hidden it, %(ago)s.") % {"ago": moderation.ago(now - last.at)}
    return ""


def _edited(comment):
    """What its writer changed in a text that waits: since the one that readers see, else since the one before."""
    latest, *earlier = sorted(comment.versions.all(), key=lambda version: -version.number)
    if comment.status != Comment.Status.PENDING or not earlier or comment.shown_version_id == latest.pk:
        return {"edited": None}
    shown = next((version for version in earlier if version.pk == comment.shown_version_id), None)
    before = to_plain((shown or earlier[0]).text)
    changes = differences(before, to_plain(latest.text))
    return {"edited": {"before": before, "changes": changes, "is_shown": shown is not None}}


def _marked(comment):
    version = seen.latest(comment)
    matches = [match for match in comment.matches.all() if match.version_id == version.pk]
    cut = pieces(comment.text, in_field(matches, "text"))
    return {
        "matches": matches,
        "name_pieces": pieces(comment.name, in_field(matches, "name")),
        "text_pieces": with_gaps(cut),
        "website_pieces": pieces(comment.website, in_field(matches, "website")),
    }


def _changed(comment, was):
    """What the writer changed since the version `was` was read."""
    if was is None:
        return {}
    before, after = to_plain(was.text), to_plain(comment.text)
    return {"was": was, "changes": differences(before, after), "was_words": before, "words": after}


def _above(comment):
    above = queues.thread_above(comment)
    for ancestor in above:
        ancestor.words = to_plain(ancestor.text)
    return above


def _claimed(claim, by, now):
    return claims.sentence(claim, now) if claims.is_of_another(claim, by, now) else ""


def _acts(queue, by, now):
    acts = queues.acts(by)
    for act in acts:
        act.ago, act.excerpt = moderation.ago(now - act.at), queues.excerpt(act.start)
        act.query = queue.query(comment=act.comment_id)
        act.number_shown = _told(act.number)["number"]
    return acts


def _narrowed_by(queue):
    """The likeness in words, with the name of the comment that the others are like."""
    if not queue.same:
        return ""
    if queue.model is None:
        return _("Only like a comment that is not there.")
    return {
        "text": _("Only with the same text as %(name)s."),
        "link": _("Only with a link that %(name)s has."),
        "network": _("Only from the network of %(name)s."),
        "commenter": _("Only from whoever wrote the comment of %(name)s."),
    }[queue.same] % {"name": f"\u2068{queue.model.name}\u2069"}


def _sorts():
    return zip(
        queues.SORTS, (_("Oldest first"), _("Most flags first"), _("Most reported first"), _("By story")), strict=True
    )


def groups():
    """For the page of what waits and is alike."""
    found = queues.groups()
    keys = {pk for members in found.values() for pk, _number in members}
    rows = {row.pk: row for row in queues.for_list(Comment.objects.filter(pk__in=keys))}
    sections = [
        (
            heading,
            [
                {
                    "number": number_format(number, force_grouping=True),
                    "name": rows[pk].name,
                    "language": rows[pk].language,
                    "excerpt": queues.excerpt(rows[pk].start),
                    "query": Queue(same=same, model_id=pk).query(comment=pk),
                }
                for pk, number in found[same]
                if pk in rows
            ],
        )
        for same, heading in zip(queues.LIKENESSES, _groups_by(), strict=True)
    ]
    return {
        "title": _("What waits and is alike"),
        "opts": Comment._meta,
        "sections": [(heading, members) for heading, members in sections if members],
        "bound": number_format(BOUND, force_grouping=True),
    }


def _groups_by():
    return _("The same text"), _("The same link"), _("The same network"), _("The same commenter")


def _alike(comment, queue):
    """For each likeness with others that wait: it in words, the query of the list of them, and whether that is shown."""
    return [
        (
            _alike_sentence(same, number),
            Queue(queue.sort, None, same, comment.pk).query(comment=comment.pk),
            queue.same == same,
        )
        for same, number in queues.alike(comment).items()
    ]


def _alike_sentence(same, number):
    """With the number by name: a language may say it without a figure."""
    many = number > BOUND
    told = _told(BOUND if many else number)
    if many:
        return {
            "text": _("More than %(number)s with the same text"),
            "link": _("More than %(number)s with the same link"),
            "network": _("More than %(number)s from the same network"),
            "commenter": _("More than %(number)s from the same commenter"),
        }[same] % told
    return {
        "text": ngettext("%(number)s with the same text", "%(number)s with the same text", number),
        "link": ngettext("%(number)s with the same link", "%(number)s with the same link", number),
        "network": ngettext("%(number)s from the same network", "%(number)s from the same network", number),
        "commenter": ngettext("%(number)s from the same commenter", "%(number)s from the same commenter", number),
    }[same] % told


def _waiting(number):
    if number > BOUND:
        return _("more than %(number)s waiting") % _told(BOUND)
    return ngettext("%(number)s waiting", "%(number)s waiting", number) % _told(number)


def _urgent(number):
    told = {"number": number_format(min(number, BOUND), force_grouping=True)}
    return ngettext("%(number)s urgent", "%(number)s urgent", number) % told if number else ""


def _matching(queue):
    number = queues.bounded_count(queue.waiting())
    if number > BOUND:
        told = _("All that match: more than %(number)s, and as many at a time")
        return told % _told(BOUND)
    told = ngettext("The %(number)s that matches", "All %(number)s that match", number)
    return told % _told(number)


def _told(number):
    return {"number": number_format(number, force_grouping=True)}


def _keys():
    return [
        ("j", _("next comment, without deciding")),
        ("k", _("the one before")),
        ("a", _("approve")),
        ("r", _("reject; then 1 to 7 for the reason")),
        ("s", _("spam")),
        ("u", _("undo your last decision, or your last batch")),
        ("e", _("answer as the newsroom")),
        ("x", _("take personal data out: select it in the text first")),
        ("n", _("write a note")),
        ("?", _("this list")),
        ("Esc", _("leave a field, close what is open")),
    ]
