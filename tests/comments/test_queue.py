"""The moderators' queue over HTTP, as somebody without scripts uses it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone

from comments import claims, moderation, privacy, seen
from comments.models import Claim, Comment, CommentVersion, Decision
from comments.queue import Queue
from tests.factories import make_comment, make_comments, make_publication, make_section, make_story, make_user

pytestmark = pytest.mark.django_db
QUEUE = "/admin/comments/comment/queue/"
NOW = timezone.now()


@pytest.fixture(autouse=True)
def _publication():
    make_publication(default_section=make_section(), comments_a_minute=1000)


def client_of(name, **fields):
    client = Client()
    client.user = make_user(name, group="moderator", **fields)
    client.force_login(client.user)
    return client


@pytest.fixture
def moderator():
    return client_of("noura", first_name="Noura")


@pytest.fixture
def colleague():
    return client_of("yusuf", first_name="Yusuf")


def waiting(story, age, **fields):
    """A comment that waits, submitted `age` minutes ago."""
    return make_comment(story, now=NOW - timedelta(minutes=age), **fields)


def current(response):
    return response.context["comment"]


def page(client, query=""):
    response = client.get(f"{QUEUE}{query}")
    assert response.status_code == 200
    return response


def act(client, what, comment=None, query="", follow=True, **fields):
    carried = {"seen": seen.value(comment)} if comment else {}
    return client.post(f"{QUEUE}{what}/{query}", carried | fields, follow=follow)


def status_of(comment):
    return Comment.objects.get(pk=comment.pk).status


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request)) + " ".join(
        unescape(words)
        for words in re.findall(r"<li class=\"(?:success|warning)\">(.*?)</li>", response.content.decode())
    )


# --- One after the other


def test_the_longest_waiting_comes_first_and_each_decision_brings_the_next(moderator):
    story = make_story()
    first, second, third = (waiting(story, age) for age in (30, 20, 10))
    assert current(page(moderator)) == first
    assert current(act(moderator, "approve", first)) == second
    assert current(act(moderator, "mark_spam", second)) == third
    response = act(moderator, "reject", third, reason="abuse", note="An insult")
    assert "Nothing waits" in response.content.decode()
    assert [status_of(comment) for comment in (first, second, third)] == ["approved", "spam", "rejected"]
    decision = third.decisions.first()
    assert (decision.reason, decision.note, decision.by) == ("abuse", "An insult", moderator.user)
