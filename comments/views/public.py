from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Photo, StandingPage
from articles.views import reader_page
from comments import figures, spans, threads
from comments.models import Comment, Decision, story_kwargs


@reader_page
def transparency(request):
    """What became of the comments, a month a row, as of the last midnight, and the rules for them."""
    months = [
        {
            "month": month,
            "wait": "–" if month.seconds is None else spans.in_words(month.seconds),
            "reasons": [month.reasons.get(reason, 0) for reason in ("", *Decision.Reason.values)],
        }
        for month in figures.months()
    ]
    rules = StandingPage.objects.in_language().filter(slug="comment-rules").first()
    context = {
        "months": months,
        "reasons": [_("No reason given"), *Decision.Reason.labels],
        "rules": rules,
        "body_photos": Photo.objects.in_bodies(rules.body) if rules else {},
    }
    return render(request, "comments/transparency.html", context)


@reader_page
def permalink(request, year, month, day, slug, pk):
    comment = get_object_or_404(
        Comment.objects.visible().select_related("article", "thread"), pk=pk, article__slug=slug
    )
    # Under the interface that the reader has, whichever language the story is in.
    address = reverse("articles:detail", kwargs=story_kwargs(comment.article))
    return redirect(f"{address}{threads.query_for(comment)}#comment-{pk}")
