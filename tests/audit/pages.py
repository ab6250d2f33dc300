"""The pages that are audited, found from the newsroom's database: every kind, in English and in Arabic."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from django.contrib.syndication.views import Feed
from django.urls import get_resolver, resolve, reverse
from django.utils import timezone, translation

from articles.models import Article, Correction, StandingPage
from comments import links, threads
from comments.models import Comment, story_kwargs
from tests.audit.newspaper import NAMES, PASSWORD, TEXTS

# Reader addresses that answer no page of their own.
NO_PAGES = {"comments:permalink"}
# What `make audit PAGES=six` opens, in one language each.
SIX = ("front en", "busy story en", "lead ar", "form with errors en", "search en", "section ar")
EMPTY = "zzzz"


@dataclass
class Page:
    """`open(tab, site)` goes there in a Playwright page and returns the answer; `site` is the server's address."""

    name: str
    language: str
    path: str
    open: Callable
    status: int = 200

    @property
    def title(self):
        return f"{self.name} {self.language}"


def get(path):
    return lambda tab, site: tab.goto(f"{site}{path}")


def submitted(tab, button):
    with tab.expect_navigation() as navigation:
        tab.click(button)
    return navigation.value


def send_empty(path):
    def act(tab, site):
        tab.goto(f"{site}{path}")
        return submitted(tab, ".comment-form [type=submit]")

    return act


def send_comment(path, text, name, times=1):
    def act(tab, site):
        for _time in range(times):
            tab.goto(f"{site}{path}")
            tab.fill("[name=comment]", text)
            tab.fill("[name=name]", name)
            tab.fill("[name=email]", f"reader{times}@example.org")
            answer = submitted(tab, ".comment-form [type=submit]")
        return answer

    return act


def after(send, *steps):
    """What `send` leads to, and from there one link (“a…”) or button after the other."""

    def act(tab, site):
        answer = send(tab, site)
        for step in steps:
            answer = submitted(tab, step)
        return answer

    return act


def ask_for_the_link(path, email):
    def act(tab, site):
        tab.goto(f"{site}{path}")
        tab.fill("[name=email]", email)
        return submitted(tab, ".comment-form [type=submit]")

    return act


def post(path):
    """The button of a page that has one."""
    return after(get(path), "main .comment-form [type=submit]")


def send_from_elsewhere(path):
    """As a form on a page of another site would."""

    def act(tab, site):
        tab.set_content(f'<form method="post" action="{site}{path}"><button>Send</button></form>')
        return submitted(tab, "button")

    return act


def on_another_host(path):
    """Chromium takes every name under .localhost for this machine; ALLOWED_HOSTS does not."""
    return lambda tab, site: tab.goto(f"{site.replace('127.0.0.1', 'other.localhost')}{path}")


def as_a_reporter(path):
    def act(tab, site):
        tab.goto(f"{site}/admin/login/?next={path}")
        tab.fill("#id_username", "reporter")
        tab.fill("#id_password", PASSWORD)
        return submitted(tab, "[type=submit]")

    return act


def pages_of(language):
    """Every page in `language`; the language must be active."""
    now = timezone.now()
    stories = Article.objects.published(now)
    own = stories.in_language(language).newest()
    lead = own[0]
    visible = Comment.objects.visible().filter(article__in=own)
    replies = visible.filter(thread__isnull=False)
    long_thread = next(reply for reply in replies if "thread=" in threads.query_for(reply)).thread
    deep = visible.filter(parent__parent__parent__isnull=False)[0]
    busy = long_thread.article
    pictured = own.filter(body__contains="<figure").exclude(pk__in=[lead.pk, busy.pk]).first()
    corrected = own.filter(pk__in=Correction.objects.published().values("article")).first()
    foreign = stories.exclude(language=language).newest()[0]
    closed = next((story for story in stories.newest() if story.has_closed_comments()), None)
    tagged = own.filter(tags__isnull=False).first()
    day = timezone.localtime(lead.published_at)
    dated = {"year": day.year, "month": day.month, "day": day.day}

    def form(story):
        return reverse("comments:submit", kwargs=story_kwargs(story))

    def under(story):
        """Its address with the furniture of this language."""
        return reverse("articles:detail", kwargs=story_kwargs(story))

    addresses = {
        "front": reverse("articles:front"),
        "front page 2": f"{reverse('articles:front')}?page=2",
        "section": reverse("articles:section", args=[lead.section.slug]),
        "tag": reverse("articles:tag", args=[tagged.tags.all()[0].slug]),
        "author": reverse(
            "articles:author", args=[own.filter(authors__portrait__isnull=False)[0].authors.all()[0].slug]
        ),
        "lead": under(lead),
        "busy story": under(busy),
        "comments page 2": f"{under(busy)}?comments=2",
        "thread": f"{under(busy)}?thread={long_thread.pk}",
        "conversation": under(deep.article),
        "photos in the text": under(pictured),
        "corrected story": under(corrected),
        "story in the other language": under(foreign),
        "comments closed": under(closed),
        "closed form": form(closed),
        "form": form(lead),
        "reply form": f"{form(busy)}?reply={long_thread.pk}",
        "archive year": reverse("articles:year", kwargs={"year": day.year}),
        "archive month": reverse("articles:month", kwargs={"year": day.year, "month": day.month}),
        "archive day": reverse("articles:day", kwargs=dated),
        "corrections": reverse("articles:corrections"),
        "transparency": reverse("comments:transparency"),
        "ask": reverse("comments:ask"),
        "report": reverse("comments:report", kwargs=story_kwargs(busy) | {"pk": long_thread.pk}),
        "reported": reverse("comments:reported", kwargs=story_kwargs(busy)),
        "search empty": reverse("articles:search"),
        "search without results": f"{reverse('articles:search')}?q={EMPTY}",
        "search": f"{reverse('articles:search')}?q={lead.headline.split()[0]}",
    }
    addresses |= {
        f"kind {kind}": under(own.filter(kind=kind)[0])
        for kind in own.order_by().values_list("kind", flat=True).distinct()
    }
    addresses |= {f"page {page.slug}": page.get_absolute_url() for page in StandingPage.objects.in_language(language)}
    found = [Page(name, language, path, get(path)) for name, path in addresses.items()]
    gone = under(Article.objects.withdrawn()[0])
    lost = f"{reverse('articles:front')}{EMPTY}/"
    text, name = TEXTS[language], "Huda"
    received = reverse("comments:received", kwargs=story_kwargs(lead) | {"token": "x"})
    found += own_pages(language, form(lead), text)
    found += [
        Page("form with errors", language, form(lead), send_empty(form(lead)), 422),
        Page("reply to what is hidden", language, form(lead), get(f"{form(lead)}?reply=0"), 403),
        Page("received", language, received, send_comment(form(lead), text, name)),
        Page("sent twice", language, form(lead), send_comment(form(lead), f"{text} {text}", name, times=2), 409),
        Page("sent from elsewhere", language, form(lead), send_from_elsewhere(form(lead)), 403),
        Page("404", language, lost, get(lost), 404),
        Page("410", language, gone, get(gone), 410),
        Page("400", language, lost, on_another_host(reverse("articles:front")), 400),
    ]
    opened = {resolve(unquote(page.path.partition("?")[0])).view_name for page in found if page.status < 400}
    if forgotten := kinds() - opened:
        raise LookupError(f"no page of the audit is a {', '.join(sorted(forgotten))}")
    return found


def own_pages(language, form, text):
    """Those behind links of one's own. What they show is sent first, or of the demo; nothing is left without its address."""
    rejected = Comment.objects.filter(
        status="rejected", article__language=language, commenter__isnull=False, appeal=None
    )
    rejected = rejected.filter(article__in=Article.objects.published()).select_related("article")[0]
    commenter = rejected.commenter_id
    received, edit, withdraw, appeal = (
        links.comment_path(rejected, name) for name in ("received", "edit", "withdraw", "appeal")
    )
    mine, confirm, stop = (links.commenter_path(name, commenter) for name in ("mine", "confirm", "stop"))
    send = send_comment(form, f"{text} {NAMES[language]}.", "Huda")
    acts = ".own-acts a[href$='/{}/']".format
    return [
        Page("rejected", language, received, get(received)),
        Page("appeal", language, appeal, get(appeal)),
        Page("appeal refused", language, appeal, post(appeal), 422),
        Page("edit", language, edit, after(send, acts("edit"))),
        Page("edit refused", language, edit, get(edit), 409),
        Page("withdraw", language, withdraw, after(send_comment(form, f"{text}.", "Huda"), acts("withdraw"))),
        Page("ask with errors", language, reverse("comments:ask"), post(reverse("comments:ask")), 422),
        Page(
            "asked", language, reverse("comments:ask"), ask_for_the_link(reverse("comments:ask"), "nobody@example.org")
        ),
        Page("mine", language, mine, get(mine)),
        Page("mine unsure", language, mine, after(get(mine), "[value=erase]"), 422),
        Page("confirm", language, confirm, get(confirm)),
        Page("confirmed", language, confirm, post(confirm)),
        Page("stop", language, stop, get(stop)),
        Page("bad link", language, f"{reverse('comments:ask')}x/", get(f"{reverse('comments:ask')}x/"), 404),
    ]


def all_pages(languages):
    found = []
    for language in languages:
        with translation.override(language):
            found += pages_of(language)
    # What the admin answers with a reader's furniture.
    found.append(Page("403", "en", "", as_a_reporter("/admin/comments/comment/"), 403))
    found.append(Page("403 form expired", "en", "", send_from_elsewhere("/admin/login/"), 403))
    return found


def kinds():
    """The names of all addresses that answer a reader with a page."""

    def walk(patterns, namespace=None):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns, pattern.namespace or namespace)
            elif namespace in ("articles", "comments") and not isinstance(pattern.callback, Feed):
                yield f"{namespace}:{pattern.name}"

    return set(walk(get_resolver().url_patterns)) - NO_PAGES
