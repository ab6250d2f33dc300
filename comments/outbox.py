"""The outbox: rows that are stored with what they tell, and sent afterwards, by one of several that try at once.

`put` and `put_once` belong into the transaction of what is told; `deliver` stands in none, since a mail server may take its
time. Under `TASKS=worker` a task delivers (`comments/tasks.py`), else a thread of each server process
(`comments/mail_thread.py`), and in either case `manage.py send_mail`. Logs name rows and kinds of errors, never an address,
nor what a server said, which may quote one.
"""

import logging
import smtplib
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Min, Q
from django.utils import timezone

from comments import locks, mail_thread, mailing
from comments.models import Commenter, Mail
from comments.smtp import Unanswered

logger = logging.getLogger(__name__)

Kind, State = Mail.Kind, Mail.State
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# After so long the next attempt; later ones hourly, the last after three days.
WAITS = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR)
MOST_ATTEMPTS = 75
# Of a mailbox that the server says is none: more than four hours, since a relay that is set up wrongly says the same.
MOST_REFUSALS = 8
# Longer than an attempt takes: whoever holds a row beyond it has died.
LEASE = 10 * MINUTE
KEPT = timedelta(days=30)
A_ROUND = 500

# What comments make us write to one address, and how much of it in 24 hours.
ABOUT_COMMENTS = (Kind.CONFIRM, Kind.OUTCOME, Kind.REPLIES)
MAILS_A_DAY = 3
ONCE_OFTEN = {Kind.CONFIRM: 1, Kind.MINE: 2}
FROM_A_NETWORK = 10
BETWEEN_NOTICES = 5 * MINUTE


class Round(NamedTuple):
    """What became of what was due. Cut short, it met a mail server that does not work; the rest waits for the next."""

    sent: int = 0
    failed: int = 0
    is_cut_short: bool = False


# --- Putting in


def put(mails):
    """Store these rows; they are sent after the commit, when they are due."""
    Mail.objects.bulk_create(mails)
    for due_at in sorted({mail.due_at for mail in mails}):
        _see_to_it(due_at)


def put_once(mails):
    """Store these digests, at most one a person: where one is queued already, it will tell this too.

    That one is held until the commit, so that it is not read before what it is to tell is stored. One that was taken for
    delivery just before leaves room for another, hence the turns.
    """
    for _turn in range(3):
        asked = Q(pk__in=[])
        for mail in mails:
            asked |= Q(kind=mail.kind, commenter=mail.commenter_id, user=mail.user_id)
        queued = Mail.objects.select_for_update().filter(asked, state=State.QUEUED).order_by("pk")
        held = {_person(row): row.pk for row in queued}
        for mail in mails:
            # It tells what came since then; of two at once the later may have been stored first.
            Mail.objects.filter(pk=held.get(_person(mail)), created_at__gt=mail.created_at).update(
                created_at=mail.created_at
            )
        mails = [mail for mail in mails if _person(mail) not in held]
        if not mails:
            return
        Mail.objects.bulk_create(mails, ignore_conflicts=True)
        for due_at in sorted({mail.due_at for mail in mails}):
            _see_to_it(due_at)


def _person(mail):
    return mail.kind, mail.commenter_id, mail.user_id


def may_ask(commenter, kind, network_digest, now):
    """Whether a link (`confirm`, `mine`) may be mailed to this address for this network; both are held until the commit, so
    that two at once do not both count before either is stored."""
    Commenter.objects.select_for_update().filter(pk=commenter.pk).first()
    if network_digest:
        locks.hold(network_digest)
    since = now - DAY
    own = Mail.objects.filter(commenter=commenter, kind=kind)
    # One that waits since yesterday, for a mail server that is down, is as good as another.
    if own.filter(state__in=[State.QUEUED, State.SENDING]).exists():
        return False
    if own.filter(created_at__gt=since).exclude(state=State.DROPPED).count() >= ONCE_OFTEN[kind]:
        return False
    links = Mail.objects.filter(kind__in=ONCE_OFTEN, network_digest=network_digest, created_at__gt=since)
    return network_digest is None or links.count() < FROM_A_NETWORK


def _see_to_it(due_at):
    """Make sure that somebody looks when this is due; part of the transaction, as the rows are."""
    if settings.TASKS_RUN == "worker":
        from comments import tasks  # It calls this module.

        tasks.deliver_mail.using(run_after=due_at).enqueue()
    else:
        transaction.on_commit(mail_thread.wake, robust=True)


def _see_that_somebody_does(by):
    """Under `TASKS=worker`: make sure that a task waits which runs at `by` or before."""
    if settings.TASKS_RUN == "worker":
        from comments import tasks

        if not tasks.is_awaited(by):
            _see_to_it(by)


# --- Delivering


def deliver(now=None):
    """Try each mail that is due, one after the other; returns a `Round`. Not to be called in a transaction.

    When the mail server itself does not work, the round ends: the others would fail as well, each after a long wait.
    """
    sent = failed = 0
    is_cut_short = False
    due = Mail.objects.filter(state__in=[State.QUEUED, State.SENDING], due_at__lte=now or timezone.now())
    for pk in list(due.order_by("due_at", "pk").values_list("pk", flat=True)[:A_ROUND]):
        mail = _claim(pk, now or timezone.now())
        if mail is None:
            continue
        failure = None
        try:
            letter = _send(mail, now or timezone.now())
        except mailing.NotNow:
            _mine(mail).update(
                state=State.QUEUED, due_at=(now or timezone.now()) + 15 * MINUTE, attempts=mail.attempts - 1
            )
        except Exception as error:  # Whatever is the matter with one, the others are to go out.
            failure = error
        else:
            # Outside: where this fails, the mail is out, and the row counts as lost.
            _mark(mail, letter, now or timezone.now())
            sent += letter is not None
        # Outside: an error of the database that comes on top would be told with this one, whose words may hold the address.
        if failure:
            failed += 1
            _put_back(mail, failure, now or timezone.now())
            if is_cut_short := _is_of_the_server(failure):
                break
    if next_due := next_due_at():
        _see_that_somebody_does(max(next_due, (now or timezone.now()) + (MINUTE if is_cut_short else timedelta())))
    return Round(sent, failed, is_cut_short)


def next_due_at():
    """When the next mail is to be tried; None when none waits."""
    waiting = Mail.objects.filter(state__in=[State.QUEUED, State.SENDING])
    return waiting.aggregate(next=Min("due_at"))["next"]


def prune(now):
    """Forget what was sent, dropped or given up thirty days ago; returns how many rows."""
    over = Mail.objects.filter(state__in=[State.SENT, State.DROPPED, State.FAILED], due_at__lt=now - KEPT)
    return over.delete()[0]


@transaction.atomic
def _claim(pk, now):
    """The row, for one attempt; None when it is not due any more, put off, or given up.

    The commenter is held: of two mails to one address at once the second sees the first, and waits for it.
    """
    mail = Mail.objects.filter(pk=pk, state__in=[State.QUEUED, State.SENDING]).first()
    if mail is None:
        return None
    if mail.commenter_id:
        Commenter.objects.select_for_update().filter(pk=mail.commenter_id).first()
    # As it was read; else somebody else has it by now.
    row = Mail.objects.filter(pk=pk, state=mail.state, attempts=mail.attempts, due_at=mail.due_at, due_at__lte=now)
    lost = mail.lost + (mail.state == State.SENDING)
    if lost > 1:
        if row.update(state=State.FAILED, lost=lost):
            logger.error("Mail %s (%s) was given up: twice nobody knows whether it was sent", pk, mail.kind)
        return None
    if later := _wait_until(mail, now):
        row.update(due_at=later)
        return None
    lease = now + LEASE
    if not row.update(state=State.SENDING, due_at=lease, attempts=F("attempts") + 1, lost=lost):
        return None
    _see_that_somebody_does(lease)
    return Mail.objects.select_related("commenter", "user", "comment__article").get(pk=pk)


def _wait_until(mail, now):
    """Until when this mail has to wait for others to the same person; None when it has not."""
    if mail.kind == Kind.WAITING:
        theirs = Mail.objects.filter(kind=Kind.WAITING, user=mail.user_id).exclude(pk=mail.pk)
        if theirs.filter(state=State.SENDING, due_at__gt=now).exists():
            return now + MINUTE
        sent = theirs.filter(sent_at__gt=now - BETWEEN_NOTICES)
        last = sent.order_by("-sent_at").values_list("sent_at", flat=True).first()
        return last and last + BETWEEN_NOTICES
    if mail.kind not in ABOUT_COMMENTS:
        return None
    if mail.kind == Kind.OUTCOME and mail.comment.matches.filter(code="confirmed").exists():
        # Sent with the key of the address's owner: no stranger makes us write about it.
        return None
    others = Mail.objects.filter(kind__in=ABOUT_COMMENTS, commenter=mail.commenter_id).exclude(pk=mail.pk)
    if others.filter(state=State.SENDING, due_at__gt=now).exists():
        return now + MINUTE
    sent = others.filter(state=State.SENT, told_with=None, sent_at__gt=now - DAY)
    times = list(sent.order_by("-sent_at").values_list("sent_at", flat=True)[:MAILS_A_DAY])
    return times[-1] + DAY if len(times) == MAILS_A_DAY else None


def _send(mail, now):
    """Send a claimed row; returns its letter, or None when there was nothing to tell."""
    letter = mailing.letter(mail, now)
    if letter is not None:
        if not connection.in_atomic_block:
            # A server that hangs is not to keep from the requests what they wait for: the pool has few connections.
            connection.close()
        letter.message.send()
    return letter


@transaction.atomic
def _mark(mail, letter, now):
    if letter is None:
        _mine(mail).update(state=State.DROPPED, due_at=now)
        return
    _mine(mail).update(state=State.SENT, sent_at=now, due_at=now)
    for told in letter.told:
        if told.pk == mail.pk:
            _mine(mail).update(decision=told.decision)
        else:
            others = Mail.objects.filter(pk=told.pk, state=State.QUEUED)
            others.update(state=State.SENT, sent_at=now, due_at=now, decision=told.decision, told_with=mail)


def _mine(mail):
    """The row as long as nobody else has taken it for lost."""
    return Mail.objects.filter(pk=mail.pk, attempts=mail.attempts)


def _put_back(mail, error, now):
    """Queue a mail again that was not sent, or give it up. One of which nobody knows whether it was taken goes out once
    more, after an hour, in which a server that is falling over has time to come back."""
    lost = mail.lost + isinstance(error, Unanswered)
    wait = HOUR if isinstance(error, Unanswered) else WAITS[min(mail.attempts, len(WAITS)) - 1]
    is_over = mail.attempts >= (MOST_REFUSALS if _is_permanent(error) else MOST_ATTEMPTS) or lost > 1
    logger.warning(
        *("Mail %s (%s): attempt %s failed (%s), %s", mail.pk, mail.kind, mail.attempts, type(error).__name__),
        "given up" if is_over else "will be tried again",
    )
    for _attempt in range(3):
        try:
            with transaction.atomic():
                if not _mine(mail).exists():
                    return
                if not is_over and mail.kind in (Kind.REPLIES, Kind.WAITING):
                    # A digest that began meanwhile: this one is older and will tell all of it.
                    later = Mail.objects.filter(kind=mail.kind, commenter=mail.commenter_id, user=mail.user_id)
                    later.filter(state=State.QUEUED).delete()
                state = State.FAILED if is_over else State.QUEUED
                _mine(mail).update(state=state, lost=lost, due_at=now if is_over else now + wait)
        except IntegrityError:
            continue
        return


def _is_permanent(error):
    """Whether the server refused this mail with a code that asks for no other attempt (5yz, RFC 5321 4.2.1)."""
    codes = [getattr(error, "smtp_code", 0)]
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _words in error.recipients.values()]
    return isinstance(error, (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)) and min(codes) >= 500


def _is_of_the_server(error):
    """Whether other mails would fail as well: nobody answers, or not as a mail server does."""
    of_one_mail = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)
    return isinstance(error, OSError) and not isinstance(error, of_one_mail)
