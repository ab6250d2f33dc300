"""Comments under a story as a conversation: what stands under what, and where a long one is continued."""

import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.utils import timezone

from comments import moderation, threads
from comments.models import Comment
from tests.comments.test_submit import post
from tests.factories import make_comment, make_comments, make_publication, make_story, make_submission

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _publication():
    make_publication()


@pytest.fixture
def story():
    return make_story()


def say(story, name, parent=None, minutes_ago=60, **fields):
    """An approved comment by `name`, of `minutes_ago`."""
    submitted_at = timezone.now() - timedelta(minutes=minutes_ago)
    submission = make_submission(story, name=name, text=f"{name} says this.", parent=parent, **fields)
    return moderation.record([{"submission": submission, "status": "approved", "submitted_at": submitted_at}])[0]


def conversation(story):
    """Five levels: Ali, under him Badr, under him Ceyda, then Dana answers Ceyda and Emad answers Dana; Farah answers
    Badr between them, Ghada answers Ali last."""
    ali = say(story, "Ali", minutes_ago=60)
    badr = say(story, "Badr", ali, 50)
    ceyda = say(story, "Ceyda", badr, 40)
    dana = say(story, "Dana", ceyda, 30)
    farah = say(story, "Farah", badr, 25)
    emad = say(story, "Emad", dana, 20)
    ghada = say(story, "Ghada", ali, 10)
    return {comment.name: comment for comment in (ali, badr, ceyda, dana, emad, farah, ghada)}


class Outline(HTMLParser):
    """(level, id) of each comment in the order of the page; the level is the number of lists around it."""

    def __init__(self, page):
        super().__init__()
        self.level, self.found = 0, []
        self.feed(page[page.index('id="comments"') :])

    def handle_starttag(self, tag, attributes):
        self.level += tag == "ol"
        values = dict(attributes)
        if values.get("class") == "comment":
            self.found.append((self.level, int(values["id"].removeprefix("comment-"))))

    def handle_endtag(self, tag):
        self.level -= tag == "ol"


def page_of(client, story, query=""):
    response = client.get(f"{story.get_absolute_url()}{query}")
    assert response.status_code == 200
    return response.content.decode()


def markup_of(page, comment):
    """The comment's own part of the page, without what stands under it."""
    return re.search(rf'<div class="comment" id="comment-{comment.pk}">.*?\n</div>', page, re.DOTALL)[0]


def levels(client, story, comments, query=""):
    by_id = {comment.pk: name for name, comment in comments.items()}
    return [(level, by_id[pk]) for level, pk in Outline(page_of(client, story, query)).found]


def test_three_levels_are_nested_and_deeper_ones_follow_in_the_third(client, story):
    assert levels(client, story, conversation(story)) == [
        (1, "Ali"),
        (2, "Badr"),
        (3, "Ceyda"),
        (3, "Dana"),
        (3, "Farah"),
        (3, "Emad"),
        (2, "Ghada"),
    ]


def test_only_what_does_not_stand_under_its_parent_says_what_it_is_in_reply_to(client, story):
    comments = conversation(story)
    page = page_of(client, story)
    said = {
        name: re.search(r'class="answers">(.*?)</p>', markup_of(page, comment)) for name, comment in comments.items()
    }
    answers = {name: found[1] for name, found in said.items() if found}
    link = '<a href="#comment-{}"><bdi>{}</bdi></a>'
    assert answers == {
        "Dana": f"in reply to {link.format(comments['Ceyda'].pk, 'Ceyda')}",
        "Emad": f"in reply to {link.format(comments['Dana'].pk, 'Dana')}",
    }


def test_a_thread_can_be_walked_in_the_order_of_the_page(client, story):
    comments = conversation(story)
    _page, [thread], number = threads.page_of_threads(story, "1")
    names = ["Ali", "Badr", "Ceyda", "Dana", "Farah", "Emad", "Ghada"]
    assert [comment.name for comment in thread.comments()] == names
    assert number == len(comments)
    moderation.reject(comments["Ali"], None)
    _page, [thread], number = threads.page_of_threads(story, "1")
    assert [comment.name for comment in thread.comments()] == names[1:]
    assert number == len(comments) - 1


@pytest.mark.parametrize(
    ("hidden", "stays"),
    [
        ("Ali", [(1, "Ali"), (2, "Badr"), (3, "Ceyda"), (3, "Dana"), (3, "Farah"), (3, "Emad"), (2, "Ghada")]),
        ("Badr", [(1, "Ali"), (2, "Ceyda"), (3, "Dana"), (3, "Emad"), (2, "Farah"), (2, "Ghada")]),
        ("Ceyda", [(1, "Ali"), (2, "Badr"), (3, "Dana"), (3, "Farah"), (3, "Emad"), (2, "Ghada")]),
        ("Dana", [(1, "Ali"), (2, "Badr"), (3, "Ceyda"), (3, "Farah"), (3, "Emad"), (2, "Ghada")]),
    ],
)
def test_replies_stay_when_what_they_answered_is_hidden(client, story, hidden, stays):
    comments = conversation(story)
    orphans = {comment.name for comment in comments.values() if comment.parent == comments[hidden]}
    moderation.reject(comments[hidden], None)
    assert levels(client, story, comments) == stays
    page = page_of(client, story)
    assert f"{hidden} says this." not in page
    assert f"<bdi>{hidden}</bdi>" not in page
    if hidden == "Ali":
        assert "This comment is no longer shown." in page
        assert "in reply to a comment that is no longer shown" not in page
    else:
        told = {
            name
            for name, comment in comments.items()
            if name != hidden and "in reply to a comment that is no longer shown" in markup_of(page, comment)
        }
        assert told == orphans


def test_a_story_page_shows_twenty_replies_of_a_thread_and_leads_to_all(client, story):
    head = say(story, "Ali", minutes_ago=300)
    replies = [say(story, f"Reader {number}", head, 200 - number) for number in range(25)]
    page = page_of(client, story)
    assert [pk for _level, pk in Outline(page).found] == [comment.pk for comment in [head, *replies[:20]]]
    assert f'<a href="?thread={head.pk}#comment-{head.pk}">All 25 replies</a>' in page
    whole = page_of(client, story, f"?thread={head.pk}")
    assert [pk for _level, pk in Outline(whole).found] == [comment.pk for comment in [head, *replies]]
    assert "All 25 replies" not in whole


def test_replies_at_every_level_count_among_the_twenty(client, story):
    comments = list(conversation(story).values())
    for number in range(20):
        comments.append(say(story, f"Reader {number}", comments[-1], 9))
    page = page_of(client, story)
    assert len(Outline(page).found) == 21
    assert "All 26 replies" in page
    # Each reply that is shown has what it answers on the page: what is cut off are the newest.
    anchors = set(re.findall(r'href="#(comment-\d+)"', page))
    assert anchors
    assert anchors <= set(re.findall(r'id="(comment-\d+)"', page))


def test_a_thread_of_hundreds_is_paged(client, story):
    head = say(story, "Ali", minutes_ago=9000)
    replies = make_comments(story, 450, parent=head)[::-1]
    address = f"?thread={head.pk}"
    first, second, third = (page_of(client, story, f"{address}{more}") for more in ("", "&comments=2", "&comments=3"))
    ids = [[pk for _level, pk in Outline(page).found] for page in (first, second, third)]
    assert ids == [
        [head.pk, *(reply.pk for reply in part)] for part in (replies[:200], replies[200:400], replies[400:])
    ]
    assert f'href="?thread={head.pk}&amp;comments=2#comments" rel="next"' in first
    assert f'href="?thread={head.pk}&amp;comments=1#comments" rel="prev"' in second
    for wrong in ("4", "0", "-1", "x", "²", "9" * 18, "9" * 30):
        assert client.get(f"{story.get_absolute_url()}{address}&comments={wrong}").status_code == 404


def test_a_reply_on_a_later_page_than_what_it_answers_leads_there(client, story, monkeypatch):
    monkeypatch.setattr(threads, "REPLIES_A_PAGE", 2)
    comments = conversation(story)
    page = page_of(client, story, f"?thread={comments['Ali'].pk}&comments=2")
    assert f'in reply to <a href="comments/{comments["Ceyda"].pk}/"><bdi>Ceyda</bdi></a>' in markup_of(
        page, comments["Dana"]
    )


@pytest.mark.parametrize("shown", [1, 2, 3, 20])
@pytest.mark.parametrize("a_page", [2, 3, 200])
def test_every_permalink_leads_to_where_its_comment_stands(client, story, monkeypatch, shown, a_page):
    monkeypatch.setattr(threads, "PAGE_SIZE", 2)
    monkeypatch.setattr(threads, "REPLIES_SHOWN", shown)
    monkeypatch.setattr(threads, "REPLIES_A_PAGE", a_page)
    comments = [*conversation(story).values(), *(say(story, f"Head {number}", None, number) for number in range(1, 5))]
    for comment in comments:
        location = client.get(comment.get_absolute_url())["Location"]
        address, _hash, anchor = location.partition("#")
        assert f'id="{anchor}"' in client.get(address).content.decode()
        assert anchor == f"comment-{comment.pk}"


def test_what_stands_below_the_storys_address_is_linked_from_there(client, story):
    comment = say(story, "Ali")
    page = page_of(client, story)
    assert f'<a href="comments/{comment.pk}/">' in page
    assert f'<a href="comments/?reply={comment.pk}" rel="nofollow">' in page
    assert comment.get_absolute_url() == f"{story.get_absolute_url()}comments/{comment.pk}/"
    assert client.get(f"{story.get_absolute_url()}comments/?reply={comment.pk}").status_code == 200


def test_the_heading_counts_what_readers_see(client, story):
    assert "(" not in re.search(r'<h2 id="comments-heading">(.*?)</h2>', page_of(client, story))[1]
    comments = conversation(story)
    make_comment(story)
    moderation.reject(comments["Emad"], None)
    assert 'Comments <span class="number">(6)</span>' in page_of(client, story)


def test_a_reply_of_a_reader_moves_no_comment_of_another_story(client, story):
    other = make_story("Another")
    conversation(story)
    assert Outline(page_of(client, other)).found == []


def test_stray_direction_marks_cannot_turn_the_page(client, story):
    post(client, story, name="\u202eدلال \u2066", comment="\u202eA fair account \u2067of it")
    comment = Comment.objects.get()
    moderation.approve(comment, None)
    markup = markup_of(page_of(client, story), comment)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", markup)
    assert "<bdi>دلال</bdi>" in markup
    assert '<div class="comment-text" dir="auto">' in markup
