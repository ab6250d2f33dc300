"""What waits for the moderators: in one order, narrowed or not. Rows are found by where they stand, never by counting
those before them, and every count stops at `BOUND`, so that 100,000 waiting cost what a hundred do.
"""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.db.models.functions import Left
from django.http import QueryDict

from articles.models import Article
from articles.plain_text import is_id
from comments import appeals, claims, waiting
from comments.models import URGENT, Comment, CommentLink, Decision, Report
from comments.text import to_plain

BOUND = 1000
BEFORE, AFTER = 4, 20
HISTORY = 5
ACTS = 10
GROUPS = 10
EXCERPT = 160
REPORTS = 20
SORTS = ("oldest", "flags", "reports", "story")
LIKENESSES = ("text", "link", "network", "commenter")
# What an order goes by before time, and whether the largest comes first.
LEADS = {"flags": ("flags", True), "reports": ("reporters", True), "story": ("article_id", False)}


@dataclass(frozen=True)
class Queue:
    """One order of what waits: by `sort`, narrowed to a story's id, and to those like the comment `model_id` in `same`.

    Neither a commenter's id nor the digest of a text or a network stands in an address: it names a comment that has it.
    """

    sort: str = "oldest"
    story: int | None = None
    same: str = ""
    model_id: int | None = None

    @classmethod
    def from_query(cls, query):
        """What `?sort=&story=&same=&as=` ask for; what cannot be read is left out."""
        sort, same = query.get("sort"), query.get("same")
        story, model = (int(value) if is_id(value) else None for value in (query.get("story", ""), query.get("as", "")))
        same = same if same in LIKENESSES and model else ""
        return cls(sort if sort in SORTS else SORTS[0], story, same, model if same else None)

    def query(self, **more):
        """The query string of this order, with `more` in it; "" leaves a key out."""
        parts = {"sort": "" if self.sort == SORTS[0] else self.sort, "story": self.story, "same": self.same}
        query = QueryDict(mutable=True)
        query.update({key: value for key, value in (parts | {"as": self.model_id} | more).items() if value})
        return query.urlencode()

    def address_end(self, **more):
        query = self.query(**more)
        return f"?{query}" if query else ""

    @cached_property
    def model(self):
        """The comment that the others are like; None where they are not narrowed to such, or it is gone."""
        return self.model_id and Comment.objects.filter(pk=self.model_id).select_related("article").first()

    @property
    def is_narrowed(self):
        return bool(self.story or self.same)

    def waiting(self):
        rows = Comment.objects.pending()
        if self.story:
            rows = rows.filter(article=self.story)
        if self.same:
            rows = like(rows, self.model, self.same) if self.model else rows.none()
        return rows

    # --- Where to go on

    def after(self, comment, number, narrow=lambda rows: rows):
        """The next `number` behind `comment` in this order, whether or not it still waits."""
        return self._beyond(comment, number, narrow, is_back=False)

    def before(self, comment, number):
        """The last `number` before `comment`, in this order."""
        return self._beyond(comment, number, lambda rows: rows, is_back=True)[::-1]

    def next_for(self, by, comment=None):
        """The next that nobody else has before them, nor must decide on: behind `comment`, else from the start; None when there
        is none."""

        def narrow(rows):
            return appeals.without_those_for_others(claims.unclaimed(rows, by), by)

        found = comment and self.after(comment, 1, narrow)
        if found:
            return found[0]
        return narrow(self.waiting()).order_by(*self._order()).only("pk").first()

    def first(self):
        return self.waiting().order_by(*self._order()).only("pk").first()

    def _order(self, is_back=False):
        lead, is_descending = LEADS.get(self.sort, ("", False))
        ahead, lead_ahead = ("-", "" if is_descending else "-") if is_back else ("", "-" if is_descending else "")
        return [f"{lead_ahead}{lead}"] * bool(lead) + [f"{ahead}submitted_at", f"{ahead}pk"]

    def _beyond(self, comment, number, narrow, *, is_back):
        beyond = "lt" if is_back else "gt"
        at, pk = comment.submitted_at, comment.pk
        # The plain bound is what an index can follow; where many share a lead, it is followed inside that lead first.
        later = Q(**{f"submitted_at__{beyond}e": at}) & (
            Q(**{f"submitted_at__{beyond}": at}) | Q(**{f"pk__{beyond}": pk})
        )
        lead, is_descending = LEADS.get(self.sort, ("", False))
        stretches = [later]
        if lead:
            value = getattr(comment, lead)
            stretches = [
                later & Q(**{lead: value}),
                Q(**{f"{lead}__{'lt' if is_descending != is_back else 'gt'}": value}),
            ]
        found = []
        for stretch in stretches:
            if len(found) < number:
                rows = narrow(self.waiting().filter(stretch)).order_by(*self._order(is_back))
                found += for_list(rows)[: number - len(found)]
        return found


def like(rows, model, same):
    """Those of `rows` that have with the comment `model` in common: the words of the text, a link, the network or the
    commenter (one of `LIKENESSES`); none where it has nothing of the kind."""
    if same == "link":
        shared = CommentLink.objects.filter(address__in=list(model.links.values_list("address", flat=True)))
        return rows.filter(pk__in=shared.values("comment"))
    field = {"text": "text_digest", "network": "network_digest", "commenter": "commenter_id"}[same]
    value = getattr(model, field)
    return rows.none() if value is None else rows.filter(**{field: value})


def urgent():
    """What waits and has been found by an urgent rule."""
    return Comment.objects.pending().filter(flags__gte=URGENT)


def bounded_count(rows):
    """How many, up to `BOUND` + 1, which stands for more."""
    return rows.order_by()[: BOUND + 1].count()


def alike(comment):
    """{likeness: bounded count} of what waits besides and including `comment`, where there are two or more."""
    counts = {same: bounded_count(like(Comment.objects.pending(), comment, same)) for same in LIKENESSES}
    others = 1 if comment.status == Comment.Status.PENDING else 0
    return {same: count for same, count in counts.items() if count > others}


def groups():
    """{likeness: [(comment id, number)]} of the `GROUPS` largest groups of two or more among the `BOUND` that have waited
    longest, each named by the one of it that has waited longest."""
    oldest = Comment.objects.pending().order_by("submitted_at", "pk")[:BOUND]
    rows = list(oldest.values_list("pk", "text_digest", "network_digest", "commenter_id"))
    place = {pk: number for number, (pk, *_values) in enumerate(rows)}
    links = CommentLink.objects.filter(comment__in=place).values_list("comment_id", "address")
    likenesses = {
        "text": [(value, pk) for pk, value, _network, _commenter in rows],
        "link": [(address, pk) for pk, address in sorted(links, key=lambda link: place[link[0]])],
        "network": [(value, pk) for pk, _text, value, _commenter in rows],
        "commenter": [(value, pk) for pk, _text, _network, value in rows],
    }
    return {same: _largest(pairs) for same, pairs in likenesses.items()}


def _largest(pairs):
    members = {}
    for value, pk in pairs:
        if value is not None:
            members.setdefault(value, []).append(pk)
    found = sorted((len(keys), keys[0]) for keys in members.values() if len(keys) > 1)
    return [(pk, number) for number, pk in found[::-1][:GROUPS]]


def for_list(rows):
    """`rows` with what a line of the list shows, and no whole text."""
    rows = rows.select_related("article", "claim__by").only(
        *("name", "status", "flags", "reporters", "submitted_at", "language", "article__headline", "article__language"),
        *("claim__at", "claim__by__first_name", "claim__by__last_name", "claim__by__username"),
    )
    return waiting.with_causes(rows).annotate(start=Left("text", EXCERPT))


def in_context(pk):
    """The comment with its story, the thread above it, its texts, the rules that fired, its decisions and its appeal; None
    when there is none."""
    decisions = Decision.objects.select_related("by")
    return (
        Comment.objects.filter(pk=pk)
        .select_related("article", "thread", "parent__parent", "appeal__decision__by")
        .defer("article__body", "article__body_text")
        .prefetch_related(
            "versions",
            "matches",
            Prefetch("decisions", decisions),
        )
        .first()
    )


def thread_above(comment):
    """The head of the thread, the grandparent and the parent of a comment from `in_context`, as far as there are such."""
    parent = comment.parent
    above = [comment.thread, parent and parent.parent, parent]
    return list({ancestor.pk: ancestor for ancestor in above if ancestor}.values())


def reports(comment):
    """(the newest `REPORTS` reports of a comment, whether there are more)."""
    newest = list(Report.objects.filter(comment=comment).order_by("-pk")[: REPORTS + 1])
    return newest[:REPORTS], len(newest) > REPORTS


def is_shown(article):
    """Whether readers may see the story."""
    return Article.objects.published().filter(pk=article.pk).exists()


def history(comment):
    """({status: number} of the commenter's newest `BOUND` comments, the last `HISTORY` besides this one)."""
    if comment.commenter_id is None:
        return {}, []
    theirs = Comment.objects.filter(commenter=comment.commenter_id).order_by("-submitted_at", "-pk")
    newest = Comment.objects.filter(pk__in=theirs.values("pk")[:BOUND]).order_by()
    numbers = dict(newest.values_list("status").annotate(number=Count("pk")))
    return numbers, list(for_list(theirs.exclude(pk=comment.pk))[:HISTORY])


def acts(by):
    """The last `ACTS` of this person, the newest first: for each its last decision with its comment, as `start` the
    beginning of the text that was decided on, as `number` how many decisions it made, as `is_undone` whether somebody took it
    back."""
    later = Decision.objects.filter(batch=OuterRef("batch"), pk__gt=OuterRef("pk"))
    undone = Decision.objects.filter(undoes=OuterRef("pk"))
    found = list(
        Decision.objects.filter(~Exists(later), by=by, undoes=None)
        .select_related("comment")
        .only("at", "from_status", "to_status", "reason", "batch", "undoes", "comment__name", "comment__status")
        .annotate(is_undone=Exists(undone), start=Left("version__text", EXCERPT))
        .order_by("-pk")[:ACTS]
    )
    batches = Decision.objects.filter(batch__in=[act.batch for act in found if act.batch]).order_by()
    numbers = dict(batches.values_list("batch").annotate(number=Count("pk")))
    for act in found:
        act.number = numbers.get(act.batch, 1)
    return found


def excerpt(start):
    """A text's first characters, as a line of a list shows them."""
    words = " ".join(to_plain(start).split())
    return f"{words}…" if len(start) >= EXCERPT else words
