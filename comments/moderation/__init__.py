"""The verbs of a comment. Nothing else writes its status or what readers see of it; each verb is one transaction and
leaves a `Decision`, and moderation deletes nothing.
"""

from comments.moderation.closing import why_closed
from comments.moderation.deciding import (
    ORIGINALS_KEPT,
    VERBS,
    approve,
    decide_many,
    forget_originals,
    last_act,
    mark_spam,
    redact,
    reject,
    reopen,
    undo,
    undo_many,
)
from comments.moderation.recording import record
from comments.moderation.refusals import (
    PARENT_NOT_SHOWN,
    AlreadyDecided,
    Closed,
    Duplicate,
    Flooded,
    Gone,
    NothingToRedact,
    NotShown,
    ParentNotShown,
    Refused,
    TextChanged,
    ago,
)
from comments.moderation.reporting import report
from comments.moderation.rescreening import fill, missing, rescreen
from comments.moderation.submitting import Submission, answer, submit

__all__ = [
    "ORIGINALS_KEPT",
    "PARENT_NOT_SHOWN",
    "VERBS",
    "AlreadyDecided",
    "Closed",
    "Duplicate",
    "Flooded",
    "Gone",
    "NotShown",
    "NothingToRedact",
    "ParentNotShown",
    "Refused",
    "Submission",
    "TextChanged",
    "ago",
    "answer",
    "approve",
    "decide_many",
    "fill",
    "forget_originals",
    "last_act",
    "mark_spam",
    "missing",
    "record",
    "redact",
    "reject",
    "reopen",
    "report",
    "rescreen",
    "submit",
    "undo",
    "undo_many",
    "why_closed",
]
