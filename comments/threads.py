"""The comments under a story as readers see them: pages of threads, the newest on top, replies in order of time."""

from dataclasses import dataclass

from django.core.paginator import InvalidPage, Paginator
from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber
from django.http import Http404

from articles.plain_text import is_id
from comments.models import Comment

PAGE_SIZE = 50
# Beyond it a database takes no offset.
LAST_ROW = 2**62
REPLIES_SHOWN = 20


@dataclass
class Thread:
    """`head` may be a comment that is no longer shown (then it has no `shown_version`), kept for its replies; `has_more`
    says that there are replies beyond those here."""

    head: Comment
    replies: list
    has_more: bool

    def comments(self):
        """Every comment of the thread that this page shows, in the order of the page, the head first if it is shown."""
        return [*([self.head] if self.head.shown_version_id else []), *self.replies]


def page_of_threads(article, number):
    """(page, threads) for `?comments=N` in two queries; raises `Http404` for a page that there is not."""
    if not is_id(str(number)):
        raise Http404
    # Each row says how many there are, which saves the paginator its own query.
    heads = Comment.objects.thread_heads(article).select_related("shown_version").annotate(total=_TOTAL)
    start = (int(number) - 1) * PAGE_SIZE
    found = list(heads[start : start + PAGE_SIZE]) if 0 <= start <= LAST_ROW else []
    paginator = Paginator(found, PAGE_SIZE)
    paginator.count = found[0].total if found else 0
    try:
        page = paginator.page(number)
    except InvalidPage:
        raise Http404 from None
    return page, _with_replies(article, found, REPLIES_SHOWN)


def visible_comment(article, value):
    """The comment of `article` that an address or a form names by its id, if readers see it; else None."""
    if not is_id(value):
        return None
    return Comment.objects.visible().select_related("shown_version", "thread").filter(article=article, pk=value).first()


def one_thread(article, value):
    """The thread `?thread=ID` whole, or `Http404`."""
    if not is_id(value):
        raise Http404
    head = Comment.objects.thread_heads(article).filter(pk=value).select_related("shown_version").first()
    if head is None:
        raise Http404
    return _with_replies(article, [head], None)[0]


def _with_replies(article, heads, limit):
    replies = (
        Comment.objects.visible()
        # The story is implied by its threads; said, it keeps the database from reading the comments of all stories.
        .filter(article=article, thread__in=heads)
        .select_related("shown_version", "parent")
        .annotate(place=_PLACE_IN_THREAD)
        .order_by("submitted_at", "pk")
    )
    by_thread = {head.pk: [] for head in heads}
    for reply in replies.filter(place__lte=limit + 1) if limit else replies:
        by_thread[reply.thread_id].append(reply)
    return [
        Thread(head, found[:limit], has_more=limit is not None and len(found) > limit)
        for head, found in ((head, by_thread[head.pk]) for head in heads)
    ]


_TOTAL = Window(Count("pk"))
_PLACE_IN_THREAD = Window(RowNumber(), partition_by=F("thread"), order_by=[F("submitted_at").asc(), F("pk").asc()])


def page_number(comment):
    """The page of its story's comments on which the comment's thread stands."""
    head = comment.thread or comment
    newer = Q(submitted_at__gt=head.submitted_at) | Q(submitted_at=head.submitted_at, pk__gt=head.pk)
    return Comment.objects.thread_heads(comment.article_id).filter(newer).count() // PAGE_SIZE + 1


def is_cut_off(comment):
    """Whether the story page shows so many earlier replies of its thread that this one is not among them."""
    if comment.thread_id is None:
        return False
    earlier = Q(submitted_at__lt=comment.submitted_at) | Q(submitted_at=comment.submitted_at, pk__lt=comment.pk)
    return Comment.objects.visible().filter(earlier, thread=comment.thread_id).count() >= REPLIES_SHOWN
