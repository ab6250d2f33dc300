"""The comments under a story as readers see them: pages of threads, the newest on top, replies in order of time."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber
from django.http import Http404
from django.utils.http import urlencode

from articles.plain_text import is_id
from comments.models import Comment

PAGE_SIZE = 50
# Beyond it a database takes no offset.
LAST_ROW = 2**62
# Under one thread of a story's page, and on a page of `?thread=ID`.
REPLIES_SHOWN, REPLIES_A_PAGE = 20, 200


@dataclass
class Reply:
    """A reply where it stands on the page: at level 2 with those of level 3 in `replies`, at level 3 without.

    `answered` is the comment that it is “in reply to” where that is not the one it stands under, `is_answered_here`
    says that this page shows it, `has_lost_parent` that no page does any more.
    """

    comment: Comment
    answered: Comment | None = None
    is_answered_here: bool = False
    has_lost_parent: bool = False
    replies: list["Reply"] = field(default_factory=list)


@dataclass
class Thread:
    """`head` may be a comment that is no longer shown (then it has no `shown_version`), kept for its replies.

    `replies` holds those of level 2, `total` counts all that readers may see at any level, and `has_more` says that there
    are some beyond those here.
    """

    head: Comment
    replies: list[Reply]
    total: int
    has_more: bool

    def comments(self) -> Iterator[Comment]:
        """Every comment of the thread that this page shows, in the order of the page, the head first if it is shown."""
        if self.head.shown_version_id:
            yield self.head
        for reply in self.replies:
            yield reply.comment
            yield from (deeper.comment for deeper in reply.replies)


def page_of_threads(article, number):
    """(page, threads, number of comments on the story) for `?comments=N` in two queries; raises `Http404` for a page that
    there is not."""
    # Each row says how many threads and how many comments there are, which saves a query for each.
    heads = Comment.objects.thread_heads(article).select_related("shown_version")
    heads = heads.annotate(total=_TOTAL, comments=Comment.objects.visible().number_on(article))
    start = _start(number, PAGE_SIZE)
    found = list(heads[start : start + PAGE_SIZE])
    page = _page(found, found[0].total if found else 0, number, PAGE_SIZE)
    return page, _with_replies(article, found, 0, REPLIES_SHOWN), found[0].comments if found else 0


def one_thread(article, value, number):
    """(page of its replies, the thread, number of comments on the story) for `?thread=ID&comments=N`; raises `Http404`
    for what there is not."""
    if not is_id(value):
        raise Http404
    heads = Comment.objects.thread_heads(article).select_related("shown_version")
    head = heads.annotate(comments=Comment.objects.visible().number_on(article)).filter(pk=value).first()
    if head is None:
        raise Http404
    [thread] = _with_replies(article, [head], _start(number, REPLIES_A_PAGE), REPLIES_A_PAGE)
    return _page(thread.replies, thread.total, number, REPLIES_A_PAGE), thread, head.comments


def visible_comment(article, value):
    """The comment of `article` that an address or a form names by its id, if readers see it; else None."""
    if not is_id(value):
        return None
    return Comment.objects.visible().select_related("shown_version", "thread").filter(article=article, pk=value).first()


def reportable_comment(article, value):
    """As `visible_comment`, of what readers wrote."""
    comment = visible_comment(article, value)
    return None if comment is None or comment.is_by_newsroom else comment


def _start(number, size):
    """The row at which the page begins that an address names."""
    if not is_id(number) or not 0 <= (start := (int(number) - 1) * size) <= LAST_ROW:
        raise Http404
    return start


def _page(rows, total, number, size):
    paginator = Paginator(rows, size)
    paginator.count = total
    try:
        return paginator.page(number)
    except InvalidPage:
        raise Http404 from None


def _with_replies(article, heads, start, size):
    replies = (
        Comment.objects.visible()
        # The story is implied by its threads; said, it keeps the database from reading the comments of all stories.
        .filter(article=article, thread__in=heads)
        .select_related("shown_version", "parent")
        .defer("parent__text")
        .annotate(place=_PLACE_IN_THREAD, total=_TOTAL_IN_THREAD)
        .order_by("submitted_at", "pk")
        .filter(place__gt=start, place__lte=start + size)
    )
    by_thread = {head.pk: [] for head in heads}
    for reply in replies:
        by_thread[reply.thread_id].append(reply)
    threads = []
    for head in heads:
        found = by_thread[head.pk]
        total = found[0].total if found else 0
        threads.append(Thread(head, _nested(head, found), total, has_more=total > len(found)))
    return threads


def _nested(head, comments):
    """The replies of level 2, each with those of level 3 and deeper in one list under it; `comments` and every list are
    in order of time."""
    level_2, at_level_3 = [], set()
    # Where the replies to a comment stand: at level 3 in the list in which it stands itself.
    lists = {head.pk: level_2}
    for comment in comments:
        reply, parent = Reply(comment), comment.parent
        if parent.pk in at_level_3:
            reply.answered, reply.is_answered_here = parent, True
        elif parent.pk not in lists:
            # Hidden since it was answered, or on another page.
            reply.has_lost_parent = parent.shown_version_id is None
            reply.answered = None if reply.has_lost_parent else parent
        siblings = lists.get(parent.pk, lists.get(parent.parent_id, level_2))
        siblings.append(reply)
        if siblings is level_2:
            lists[comment.pk] = reply.replies
        else:
            lists[comment.pk] = siblings
            at_level_3.add(comment.pk)
    return level_2


_TOTAL = Window(Count("pk"))
_TOTAL_IN_THREAD = Window(Count("pk"), partition_by=F("thread"))
_PLACE_IN_THREAD = Window(RowNumber(), partition_by=F("thread"), order_by=[F("submitted_at").asc(), F("pk").asc()])


def query_for(comment):
    """The query of the story's address under which `comment` is shown: its page, or its thread's when the story page
    cuts it off."""
    head = comment.thread or comment
    if comment.thread_id is not None:
        earlier = Q(submitted_at__lt=comment.submitted_at) | Q(submitted_at=comment.submitted_at, pk__lt=comment.pk)
        place = Comment.objects.visible().filter(earlier, thread=head).count()
        if place >= REPLIES_SHOWN:
            return _query(thread=head.pk, comments=place // REPLIES_A_PAGE + 1)
    newer = Q(submitted_at__gt=head.submitted_at) | Q(submitted_at=head.submitted_at, pk__gt=head.pk)
    return _query(comments=Comment.objects.thread_heads(comment.article_id).filter(newer).count() // PAGE_SIZE + 1)


def _query(comments, **parameters):
    query = urlencode(parameters | ({"comments": comments} if comments > 1 else {}))
    return f"?{query}" if query else ""
