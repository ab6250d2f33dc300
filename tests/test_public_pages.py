import base64
import contextlib
import hashlib
import re
from collections import deque
from datetime import timedelta
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing
from articles.models import Correction
from comments import links, moderation, privacy
from comments.models import Commenter
from tests.factories import (
    make_author,
    make_comment,
    make_comments,
    make_draft,
    make_page,
    make_photo,
    make_publication,
    make_section,
    make_stories,
    make_story,
    make_tag,
    make_user,
)

pytestmark = pytest.mark.django_db

ADDRESS = "Huda.Private@Example.org"
LINK = re.compile(
    r"""(?:href|src|action)="([^"]+)"|<(?:loc|link|guid|id)[^>]*>([^<]+)<|(?:srcset)="([^"]+)"|Sitemap: (\S+)"""
)


@pytest.fixture(autouse=True)
def _publication():
    make_publication()


def links_in(text, base):
    for match in LINK.finditer(text):
        found = next(filter(None, match.groups()))
        for part in filter(str.strip, found.split(",") if match.group(3) else [found]):
            address = urlsplit(urljoin(base, unescape(part).split()[0]))
            if address.scheme in ("http", "https") and address.netloc in ("testserver", "127.0.0.1:8000"):
                yield address.path + (f"?{address.query}" if address.query else "")


def crawl(client, *starts):
    """Every answer that can be reached from `starts` by following links: {path: response}."""
    answers, waiting = {}, deque(starts)
    while waiting:
        path = waiting.popleft()
        if path in answers or path.startswith(("/static/", "/admin/")):
            continue
        response = answers[path] = client.get(path)
        if response.streaming:
            response.bytes = b"".join(response.streaming_content)
            continue
        response.bytes = response.content
        text = response.content.decode()
        waiting.extend(links_in(text, f"http://testserver{path}"))
        if "Location" in response:
            waiting.append(urlsplit(response["Location"])._replace(scheme="", netloc="", fragment="").geturl())
    return answers


def secrets_of(address):
    """The address in the forms in which other systems have published it."""
    for spelling in {address, address.lower()}:
        yield spelling
        for algorithm in ("md5", "sha1", "sha256"):
            digest = hashlib.new(algorithm, spelling.encode(), usedforsecurity=False)
            yield digest.hexdigest()
            yield base64.b64encode(digest.digest()).decode().rstrip("=")
        yield base64.b64encode(spelling.encode()).decode().rstrip("=")


def test_no_public_byte_holds_an_address_a_held_comment_or_a_draft(client, settings):
    settings.COMMENT_GUARDS = False
    section, tag, author = make_section(), make_tag(), make_author()
    make_page()
    fields = {"section": section, "tags": [tag], "authors": [author], "featured_photo": make_photo()}
    story = make_story("A public story", **fields)
    arabic = make_story("قصة عامة", language="ar", translation_of=story, **fields)
    Correction.objects.create(article=story, text="The year is 2013.")
    make_stories(25, **fields)
    moderator = make_user("noura", email="moderator.private@example.org")
    approved = make_comment(story, status="approved", text="An approved comment", email=ADDRESS, by=moderator)
    make_comment(story, status="approved", text="An approved reply", email=ADDRESS, parent=approved, by=moderator)
    make_comments(arabic, 60, email=ADDRESS, text="Approved in Arabic")
    secret_texts = []
    for status in ("pending", "rejected", "spam"):
        secret_texts.append(f"Secret text of a {status} comment")
        make_comment(story, status=status, text=secret_texts[-1], email=ADDRESS)
    make_draft("Secret headline of a draft", **fields)
    make_story("Secret headline of tomorrow", published_at=timezone.now() + timedelta(days=1), **fields)
    publishing.withdraw(make_story("Secret headline withdrawn", **fields), by=None)
    publishing.save(story, {"headline": "Secret headline to come"}, by=None)

    answers = crawl(
        client, "/", "/ar/", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/healthz", "/readyz"
    )

    assert len(answers) > 60
    assert story.get_absolute_url() in answers
    assert b"An approved reply" in answers[story.get_absolute_url()].bytes
    assert not {path: answer.status_code for path, answer in answers.items() if answer.status_code >= 400}
    forbidden = [*secrets_of(ADDRESS), *secrets_of("moderator.private@example.org"), *secret_texts, "Secret headline"]
    assert "/comments/mine/" in answers
    for path, answer in answers.items():
        everything = f"{unquote(path)}\n{dict(answer.headers)}\n".encode() + answer.bytes
        found = [word for word in forbidden if word.encode() in everything]
        assert not found, path
        assert not answer.cookies, path
        assert answer.get("Vary", "Accept-Encoding") == "Accept-Encoding", path


def own_addresses(comment):
    """The addresses of a comment and of its commenter that go out by mail, or to whoever sent it."""
    own = [links.comment_path(comment, name) for name in ("received", "edit", "withdraw", "appeal")]
    return own + [links.commenter_path(name, comment.commenter_id) for name in ("mine", "confirm", "stop")]


def decoded(text):
    """What the parts of a token say to whoever decodes them."""
    for part in re.findall(r"[\w-]{2,}", text):
        with contextlib.suppress(ValueError):
            yield base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def test_no_page_or_token_of_ones_own_holds_an_address_or_a_hash_of_it(client):
    make_publication(comments_a_minute=100)
    moderator = make_user("noura", email="moderator.private@example.org")
    comments = [
        make_comment(
            make_story(f"Story that has {status}"), status=status, email=ADDRESS, by=moderator, wants_notice=True
        )
        for status in ("pending", "approved", "rejected", "spam")
    ]
    commenter = Commenter.objects.known(ADDRESS)
    digests = [*privacy.email_digests(ADDRESS), commenter.email, *(row.network_digest for row in comments)]
    forbidden = [*secrets_of(ADDRESS), *secrets_of("moderator.private@example.org"), *digests]
    answers = []
    for comment in comments:
        for path in own_addresses(comment):
            for prefix in ("", "/ar"):
                answers.append((path, client.get(prefix + path)))
                answers.append((path, client.post(prefix + path, {"act": "export", "text": "Another text."})))
    assert any(b"data-key" in answer.content for _path, answer in answers)
    for path, answer in answers:
        everything = f"{unquote(path)}\n{dict(answer.headers)}\n".encode() + answer.content
        tokens = b"\n".join(
            part for text in re.findall(r"[\w-]+:[\w-]+:[\w-]+", everything.decode()) for part in decoded(text)
        )
        assert not [word for word in forbidden if word.encode() in everything + tokens], path
        assert not answer.cookies, path
        assert answer["Cache-Control"] == "private, no-store"


def test_a_token_that_is_decoded_tells_a_number(client):
    comment = make_comment(make_story(), email=ADDRESS)
    for purpose in links.GOOD_FOR:
        assert next(decoded(links.token(purpose, comment.pk))) == str(comment.pk).encode()


def test_the_crawl_would_find_an_address(client):
    story = make_story()
    make_comment(story, status="approved", name=ADDRESS)
    answers = crawl(client, "/")
    assert any(ADDRESS.encode() in answer.bytes for answer in answers.values())


@pytest.mark.parametrize("session", ["anonymous", "signed in"])
def test_a_public_page_is_the_same_bytes_for_every_reader(client, admin_client, session):
    story = make_story()
    other = admin_client if session == "signed in" else client
    for path in ("/", story.get_absolute_url()):
        mine, theirs = client.get(path), other.get(path, headers={"Accept-Language": "ar", "User-Agent": "other"})
        assert mine.content == theirs.content
        assert not theirs.cookies


def test_a_public_page_answers_a_cookie_with_none(client):
    make_story()
    client.cookies["sessionid"] = "short"
    response = client.get("/")
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", ["/", "/search/", "/corrections/"])
def test_a_page_for_reading_takes_no_post(path):
    assert Client(enforce_csrf_checks=True).post(path).status_code == 405


def test_a_photo_is_not_compressed_again(client):
    response = client.get(make_photo().file.url, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in response
    assert "Content-Length" in response
    b"".join(response.streaming_content)


@pytest.mark.parametrize("slug", ["\ufb01nance", "x\u00b2", "Port-ABC"])
def test_an_address_in_another_spelling_of_its_slug_is_redirected_to_its_own(client, slug):
    story, rows = make_story(slug=slug), [make(slug=slug) for make in (make_section, make_tag, make_author)]
    make_page(story.slug)
    for row in rows:
        row.refresh_from_db()
    own = [
        story.get_absolute_url(),
        f"{story.get_absolute_url()}feed/",
        f"{story.get_absolute_url()}comments/",
        *(row.get_absolute_url() for row in rows),
        *(f"{row.get_absolute_url()}feed/atom/" for row in rows),
        f"/page/{story.slug}/",
    ]
    for path in own:
        assert client.get(path).status_code == 200
        response = client.get(path.replace(story.slug, slug))
        assert (response.status_code, response["Location"]) == (301, path)
        assert "ETag" not in response


def test_a_redirect_to_the_own_spelling_keeps_the_parameters_that_the_page_knows(client):
    make_stories(21, section=make_section())
    response = client.get("/ar/section/KUWAIT/?utm_source=mail&page=2")
    assert (response.status_code, response["Location"]) == (301, "/ar/section/kuwait/?page=2")


def test_an_etag_of_the_page_does_not_answer_for_another_spelling_of_its_address(client):
    held = client.get(make_section().get_absolute_url())["ETag"]
    assert client.get("/section/Kuwait/", headers={"If-None-Match": held}).status_code == 301


@pytest.mark.parametrize("quoted", [str.upper, str.lower])
def test_an_arabic_address_is_its_own_however_it_is_percent_encoded(client, quoted):
    tag = make_tag(slug="ميناء")
    path = re.sub("%..", lambda match: quoted(match.group()), tag.get_absolute_url())
    assert client.get(path).status_code == 200


# Letters and numbers that become something else than letters and numbers.
@pytest.mark.parametrize("slug", ["\u0130", "\ufdfa", "\ufc5e", "\u00bd", "e\u0301"])
def test_a_spelling_that_no_slug_has_is_not_found(client, slug):
    for path in (f"/section/{slug}/", f"/2026/01/01/{slug}/", f"/tag/{slug}/feed/"):
        assert client.get(path).status_code == 404


def switch(client, path):
    """Where the language switch leads, as Django's resolver is asked: {code: path}."""
    page = client.get(path).content.decode()
    found = re.findall(r'<a href="([^"]*)" lang="(\w+)" dir="\w+" hreflang', page)
    return {code: unescape(address) for address, code in found}


def test_the_language_switch_keeps_what_was_searched_for(client):
    make_story(section=make_section("Region"))
    assert switch(client, "/search/?q=water&section=region&order=newest&other=x&page=1") == {
        "ar": "/ar/search/?q=water&section=region&order=newest"
    }
    assert switch(client, "/search/") == {"ar": "/ar/search/"}


def test_a_story_under_another_interface_switches_to_its_own_address(client):
    english, arabic = make_story("English words"), make_story("كلمات", language="ar")
    for path in ("", "comments/"):
        assert switch(client, f"/ar{english.get_absolute_url()}{path}") == {"en": english.get_absolute_url()}
        other = arabic.get_absolute_url().removeprefix("/ar")
        assert switch(client, f"{other}{path}") == {"ar": arabic.get_absolute_url()}
    assert switch(client, english.get_absolute_url()) == {"ar": "/ar/"}


@pytest.mark.parametrize("path", ["/", "/section/kuwait/", "/{year}/", "/corrections/"])
def test_the_title_of_a_later_page_of_a_list_says_its_number(client, path):
    stories = make_stories(21, section=make_section())
    for story in stories:
        Correction.objects.create(article=story, text="The year is 2013.")
    path = path.format(year=stories[-1].published_at.year)
    first, second = (
        re.search("<title>(.*)</title>", client.get(f"{path}{query}").content.decode()).group(1)
        for query in ("", "?page=2")
    )
    assert second == f"{first} – Page 2 of 2"


def test_an_empty_number_of_a_page_is_the_first(client):
    make_story()
    response = client.get("/?page=")
    assert response.status_code == 200
    assert b'rel="canonical" href="http://127.0.0.1:8000/"' in response.content


def test_the_feed_of_a_withdrawn_story_is_gone_as_the_story_is(client):
    story = make_story()
    publishing.withdraw(story, by=None)
    assert client.get(f"{story.get_absolute_url()}feed/").status_code == 410
    assert client.get("/2026/01/01/never/feed/").status_code == 404


def test_related_stories_are_of_the_storys_section_and_language(client):
    section = make_section()
    story = make_story("The story", section=section)
    make_story("In the section", section=section)
    make_story("Elsewhere", section=make_section("Sport"))
    make_story("كلمات", section=section, language="ar")
    page = client.get(story.get_absolute_url()).content.decode()
    assert "In the section" in page
    assert "Elsewhere" not in page
    assert "كلمات" not in page


def test_a_story_with_a_wrong_date_is_redirected_to_its_own(client):
    story = make_story()
    response = client.get(f"/1999/01/01/{story.slug}/")
    assert (response.status_code, response["Location"]) == (301, story.get_absolute_url())


def test_a_story_takes_no_post(client):
    assert client.post(make_story().get_absolute_url()).status_code == 405


def test_a_withdrawn_story_is_gone_with_a_page_of_the_site(client):
    story = make_story()
    publishing.withdraw(story, by=None)
    response = client.get(story.get_absolute_url())
    assert response.status_code == 410
    assert b"The Harbour Post" in response.content


def test_the_page_of_a_withdrawn_story_says_why_it_was_retracted_and_nothing_else_of_it(client):
    story, other = make_story("A false headline"), make_story("Another one")
    for kind, text in (("retraction", "The documents were forged."), ("correction", "It was Monday.")):
        Correction.objects.create(article=story, kind=kind, text=text)
    Correction.objects.create(article=other, kind="retraction", text="Of another story.")
    publishing.withdraw(story, by=None)
    publishing.withdraw(other, by=None)
    page = client.get(story.get_absolute_url()).content.decode()
    assert "The documents were forged." in page
    for hidden in ("It was Monday.", "A false headline", "Of another story."):
        assert hidden not in page


def test_a_retraction_stays_on_record_without_the_story_that_it_withdrew(client):
    story = make_story("A false headline")
    for kind, text in (("retraction", "The documents were forged."), ("correction", "It was Monday.")):
        Correction.objects.create(article=story, kind=kind, text=text)
    publishing.withdraw(story, by=None)
    page = client.get("/corrections/").content.decode()
    assert "On a story that has been withdrawn" in page
    assert "The documents were forged." in page
    for hidden in ("It was Monday.", "A false headline", story.slug):
        assert hidden not in page


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/nothing/",
            "/2026/13/01/",
            "/2026/02/30/",
            "/2026/01/01/none/",
            "/section/none/",
            "/tag/none/",
            "/author/none/",
        ),
        *("/page/none/", "/?page=0", "/?page=99", "/?page=x", "/?page=%00", "/2026/01/01/%00/", "/9999/12/31/", "/en/"),
        *("/section/a%00b/", "/media/%00", "/media/../manage.py", "/media/none.jpg", "/1999/", "/ar/page/none/"),
        *("/2026/00/", "/2026/00/00/", "/2026/11/00/"),
    ],
)
def test_what_is_not_there_is_a_404_of_the_site(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert b"The Harbour Post" in response.content


def test_the_error_page_needs_no_database(client, django_assert_num_queries):
    from newsroom.views import server_error

    with django_assert_num_queries(0):
        response = server_error(None)
    assert response.status_code == 500
    assert b"<h1" in response.content


def test_lists_show_the_stories_of_their_language(client):
    make_story("English words")
    make_story("كلمات", language="ar")
    assert "كلمات" not in client.get("/").content.decode()
    assert "English words" not in client.get("/ar/").content.decode()
    assert "كلمات" in client.get("/ar/").content.decode()


def test_an_arabic_story_stands_in_its_own_direction_and_names_its_canonical_address(client):
    story = make_story("كلمات", language="ar")
    own = story.get_absolute_url()
    other = client.get(own.removeprefix("/ar"))
    page = other.content.decode()
    assert other.status_code == 200
    assert '<html lang="en" dir="ltr"' in page
    assert re.search(r'<article[^>]*lang="ar"[^>]*dir="rtl"', page)
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{own}">' in page
    assert '<html lang="ar" dir="rtl"' in client.get(own).content.decode()


def test_a_linked_translation_is_offered_on_both_sides(client):
    story = make_story("English words")
    translation = make_story("كلمات", language="ar", translation_of=story)
    assert translation.get_absolute_url() in client.get(story.get_absolute_url()).content.decode()
    assert story.get_absolute_url() in client.get(translation.get_absolute_url()).content.decode()


def test_the_story_page_shows_everything_it_has(client):
    section, tag, author = make_section(), make_tag(), make_author()
    story = make_story(
        "Pilots agree",
        dek="A quiet year begins.",
        dateline="Shuwaikh",
        kind="press_release",
        source_organisation="Harbour Authority",
        body="<h2>How it works</h2><p>Less noise.</p>",
        section=section,
        tags=[tag],
        authors=[author],
        featured_photo=make_photo(caption="A pilot boat", credit="Noura Salem", alt_text="A boat at night"),
        featured_caption="",
    )
    Correction.objects.create(article=story, kind="clarification", text="The rule is a trial.")
    page = client.get(story.get_absolute_url()).content.decode()
    for words in (
        *(
            "Kuwait",
            "Press release",
            "Harbour Authority",
            "Pilots agree",
            "A quiet year begins.",
            "Noura Salem",
            "Shuwaikh",
        ),
        *("A pilot boat", 'alt="A boat at night"', "Less noise.", "Clarification", "The rule is a trial.", "Training"),
        *('width="1200"', 'height="800"', "comment-form", "Your email address will not be published."),
    ):
        assert words in page
    assert len(re.findall(r"<h1", page)) == 1
    assert len(re.findall(r"<main", page)) == 1


def test_times_carry_an_offset_and_are_exact_to_the_minute_that_is_shown(client):
    story = make_story()
    times = re.findall(r'<time[^>]*datetime="([^"]*)"', client.get(story.get_absolute_url()).content.decode())
    assert times
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d([+-]\d\d:?\d\d|Z))?", time) for time in times)


def test_lists_are_paginated(client):
    make_stories(21)
    assert client.get("/?page=2").status_code == 200
    assert "page=2" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"), [("port", True), ("PORT dawn", True), ("port nowhere", False), ("strong", False)]
)
def test_search_finds_words_of_headline_dek_and_text_but_no_markup(client, query, found):
    story = make_story(body="<p>The port <strong>opened</strong> at dawn.</p>")
    page = client.get("/search/", {"q": query}).content.decode()
    assert (story.get_absolute_url() in page) is found


@pytest.mark.parametrize("query", ["", " ", "%00", "%", "_", "'", '"', "x" * 5000, "a " * 3000, "\ud83d", "((", "كتاب"])
def test_odd_queries_are_answered_politely(client, query):
    make_story()
    response = client.get(
        "/search/?q=" + query.encode("utf-8", "surrogatepass").decode("latin-1")
        if "\ud83d" in query
        else f"/search/?q={query}"
    )
    assert response.status_code == 200


def test_the_media_are_served_with_nosniff_and_kept_for_ever(client):
    photo = make_photo()
    response = client.get(photo.file.url)
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert "immutable" in response["Cache-Control"]
    assert b"".join(response.streaming_content).startswith(b"\xff\xd8")


def test_comments_are_paged_with_the_newest_on_top(client):
    story = make_story()
    comments = make_comments(story, 51)
    first = client.get(story.get_absolute_url()).content.decode()
    second = client.get(f"{story.get_absolute_url()}?comments=2").content.decode()
    assert f'id="comment-{comments[0].pk}"' in first
    assert f'id="comment-{comments[50].pk}"' in second
    assert f'id="comment-{comments[50].pk}"' not in first
    assert client.get(f"{story.get_absolute_url()}?comments=3").status_code == 404


def test_a_permalink_leads_to_the_page_on_which_the_comment_stands(client):
    story = make_story()
    comments = make_comments(story, 51)
    response = client.get(comments[50].get_absolute_url())
    assert response["Location"] == f"{story.get_absolute_url()}?comments=2#comment-{comments[50].pk}"
    assert client.get(make_comment(story).get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("language", "prefix"), [("en", "/ar"), ("ar", "")])
def test_a_permalink_keeps_the_interface_that_it_is_followed_under(client, language, prefix):
    story = make_story(language=language)
    comment = make_comments(story, 51)[50]
    address = f"{prefix}{story.get_absolute_url().removeprefix('/ar')}"
    location = client.get(f"{address}comments/{comment.pk}/")["Location"]
    assert location == f"{address}?comments=2#comment-{comment.pk}"
    assert f'id="comment-{comment.pk}"' in client.get(location.partition("#")[0]).content.decode()


def test_a_long_thread_is_cut_and_shown_whole_at_its_own_address(client):
    story = make_story()
    head = make_comment(story, status="approved")
    replies = make_comments(story, 25, parent=head)
    newest = replies[0]
    assert f'id="comment-{newest.pk}"' not in client.get(story.get_absolute_url()).content.decode()
    address = f"{story.get_absolute_url()}?thread={head.pk}"
    assert f'id="comment-{newest.pk}"' in client.get(address).content.decode()
    assert client.get(newest.get_absolute_url())["Location"] == f"{address}#comment-{newest.pk}"
    assert client.get(f"{story.get_absolute_url()}?thread=x").status_code == 404


def test_a_reply_stays_when_what_it_answers_is_taken_away(client):
    story = make_story()
    head = make_comment(story, status="approved", text="Head text")
    make_comment(story, status="approved", text="Reply text", parent=head)
    moderation.reject(head, None)
    page = client.get(story.get_absolute_url()).content.decode()
    assert "Reply text" in page
    assert "Head text" not in page


def test_and_is_one_word_with_the_name_after_it_in_arabic(client):
    story = make_story("خبر", language="ar", authors=[make_author("نورة"), make_author("Yusuf")])
    page = re.sub(r"</?(?:a|bdi)\b[^>]*>", "", client.get(story.get_absolute_url()).content.decode())
    assert "بقلم نورة وYusuf" in page
