"""The comments of the demo: what was sent and what was done about it, all in the order of time and through the verbs, so
that the desk knows about each comment what it would have known on that day."""

from datetime import timedelta
from functools import partial
from operator import itemgetter

from comments import moderation
from comments.models import Comment, Rule
from newsroom.demo import content

Status = Comment.Status
FIRST_DECISION = timedelta(minutes=9)


def make_rules(people, now):
    """The rules of the desk; which of them are older than a comment is not asked, as in life."""
    Rule.objects.bulk_create(
        Rule(
            **{name: entry[name] for name in ("kind", "pattern", "action", "reason", "note")},
            expires_at=now + entry["expires_in"] if entry["expires_in"] else None,
            created_by=people["moderator"],
            created_at=now - entry["ago"],
        )
        for entry in content.RULES
    )


def make_comments(stories, people, now):
    """All comments: those that stand with the stories as they were decided, the desk's as they came in."""
    made, events = {}, []
    for story in content.STORIES:
        for entry in story["comments"]:
            at = now - entry["ago"]
            events.append((at, partial(_record, made, entry, stories[story["key"]], people, now, at)))
    for entry in content.SENT:
        at = now - entry["ago"]
        events.append((at, partial(_send, made, entry, stories[entry["story"]], at)))
        for act in entry["acts"]:
            events.append((at + act["after"], partial(_act, made, entry["key"], act, people, at + act["after"])))
    for batch in content.BATCHES:
        events.append((now - batch["ago"], partial(_decide_batch, made, batch, people, now - batch["ago"])))
    for _at, happens in sorted(events, key=itemgetter(0)):
        happens()


def _record(made, entry, story, people, now, at):
    submission = moderation.Submission(
        article=story,
        text=entry["text"],
        name=entry["name"],
        email=entry["email"],
        website=entry["website"],
        parent=entry["reply_to"] and made[entry["reply_to"]],
        user=people["editor"] if entry["by_newsroom"] else None,
    )
    is_decided = entry["status"] != Status.PENDING
    by_moderator = is_decided and entry["status"] != Status.WITHDRAWN
    [made[entry["key"]]] = moderation.record(
        [
            {
                "submission": submission,
                "status": entry["status"],
                "submitted_at": at,
                "decided_at": min(now, at + FIRST_DECISION) if is_decided else None,
                "by": people["moderator"] if by_moderator else None,
                "reason": entry["reason"],
            }
        ]
    )


def _send(made, entry, story, at):
    submission = moderation.Submission(
        article=story,
        parent=entry["reply_to"] and made[entry["reply_to"]],
        **{name: entry[name] for name in ("text", "name", "email", "website", "network", "trap")},
    )
    made[entry["key"]] = moderation.submit(submission, now=at)


def _act(made, key, act, people, at):
    comment, by = Comment.objects.get(pk=made[key].pk), people.get(act.get("by"))
    if act["verb"] == "report":
        moderation.report(comment, act["reason"], text=act["text"], network=act["network"], now=at)
    elif act["verb"] in ("revise", "appeal"):
        getattr(moderation, act["verb"])(comment, act["text"], now=at)
    elif act["verb"] == "undo":
        moderation.undo(comment.decisions.first(), by, now=at)
    elif act["verb"] == "redact":
        moderation.redact(comment, by, act["words"], note=act["note"], now=at)
    elif act["verb"] == "answer":
        moderation.answer(comment, by, act["text"], now=at)
    else:
        moderation.VERBS[act["verb"]](comment, by, reason=act["reason"], note=act["note"], now=at)


def _decide_batch(made, batch, people, at):
    comments = Comment.objects.filter(pk__in=[made[key].pk for key in batch["keys"]])
    details = {"reason": batch["reason"], "note": batch["note"], "now": at}
    moderation.decide_many(comments, batch["verb"], people[batch["by"]], **details)
