"""What machines are told of a story: JSON-LD in the words of schema.org, Open Graph, and one canonical address."""

import json
import re
from datetime import datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.utils import timezone

from articles import publishing, structured_data
from articles.models import Correction
from comments import moderation
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

SITE = "http://127.0.0.1:8000"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# Of schema.org's vocabulary what we use, each property under the type that defines it.
PARENTS = {
    "NewsArticle": "Article",
    "OpinionNewsArticle": "NewsArticle",
    "AnalysisNewsArticle": "NewsArticle",
    "Article": "CreativeWork",
    "Comment": "CreativeWork",
    "CorrectionComment": "Comment",
    "WebPage": "CreativeWork",
    "MediaObject": "CreativeWork",
    "ImageObject": "MediaObject",
    "CreativeWork": "Thing",
    "NewsMediaOrganization": "Organization",
    "Organization": "Thing",
    "Person": "Thing",
    "BreadcrumbList": "ItemList",
    "ItemList": "Thing",
    "ListItem": "Thing",
}
PROPERTIES = {
    "Thing": {"name", "description", "url", "image", "mainEntityOfPage"},
    "CreativeWork": {
        *("author", "publisher", "headline", "inLanguage", "keywords", "text", "isAccessibleForFree"),
        *("dateCreated", "datePublished", "dateModified", "comment", "commentCount", "correction"),
        *("creditText", "copyrightNotice", "publishingPrinciples", "sourceOrganization"),
    },
    "Article": {"articleSection", "wordCount"},
    "NewsArticle": {"dateline"},
    "Comment": {"parentItem"},
    "MediaObject": {"contentUrl", "width", "height"},
    "ImageObject": {"caption"},
    "Organization": {"logo", "correctionsPolicy", "publishingPrinciples"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position", "item"},
}


@pytest.fixture(autouse=True)
def _publication():
    make_publication(name={"en": "The Harbour Post", "ar": "بريد الميناء"})


def page_of(client, story, query=""):
    return client.get(f"{story.get_absolute_url()}{query}").content.decode()


def blocks_in(page):
    return [json.loads(block) for block in BLOCK.findall(page)]


def graph(client, story, query=""):
    """(the story, the way to it) as the page says them."""
    [data] = blocks_in(page_of(client, story, query))
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def full_story(**fields):
    inside = make_photo("A crane over the quay", credit="Yusuf Omar", caption="The quay")
    fields = {
        "dek": "Ships waited since dawn.",
        "dateline": "Shuwaikh",
        "section": make_section(),
        "tags": [make_tag("Ports"), make_tag("Storms")],
        "authors": [make_author(), make_author("Yusuf")],
        "featured_photo": make_photo(caption="The hall", credit="Noura Salem", copyright_notice="© 2026 Agency"),
        "body": f'<p>The port opened at dawn.</p><figure data-photo="{inside.pk}" data-caption="Here"></figure>',
    } | fields
    return make_story("Port reopens", **fields)


def every_node(value):
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from every_node(part)


def properties_of(name):
    return PROPERTIES.get(name, set()) | (properties_of(PARENTS[name]) if name in PARENTS else set())


def test_the_story_is_described_in_full(client):
    make_page("corrections-policy")
    make_page("publishing-principles")
    make_page("corrections-policy", language="ar")
    publication = make_publication(logo=make_photo("The paper's sign"))
    story = full_story()
    Correction.objects.create(article=story, text="The law is of 2013.", corrected_at=timezone.now())
    Correction.objects.create(article=story, kind="update", text="It has rained since.")
    news, _way = graph(client, story)
    address = f"{SITE}{story.get_absolute_url()}"
    assert news["@type"] == "NewsArticle"
    assert news["mainEntityOfPage"] == {"@type": "WebPage", "@id": address}
    assert (news["headline"], news["description"], news["dateline"]) == (story.headline, story.dek, "Shuwaikh")
    assert news["author"] == [
        {"@type": "Person", "name": "Noura Salem", "url": f"{SITE}/author/noura-salem/"},
        {"@type": "Person", "name": "Yusuf", "url": f"{SITE}/author/yusuf/"},
    ]
    publisher = news["publisher"]
    assert (publisher["@type"], publisher["name"], publisher["url"]) == (
        "NewsMediaOrganization",
        "The Harbour Post",
        f"{SITE}/",
    )
    assert publisher["logo"]["contentUrl"] == f"{SITE}{publication.logo.full.src}"
    assert publisher["correctionsPolicy"] == f"{SITE}/page/corrections-policy/"
    assert publisher["publishingPrinciples"] == f"{SITE}/page/publishing-principles/"
    assert [(image["caption"], image["creditText"]) for image in news["image"]] == [
        ("The hall", "Noura Salem"),
        ("Here", "Yusuf Omar"),
    ]
    first = news["image"][0]
    assert first["copyrightNotice"] == "© 2026 Agency"
    assert first["contentUrl"] == first["url"] == f"{SITE}{story.featured_photo.full.src}"
    assert (first["width"], first["height"]) == (1200, 800)
    assert (news["articleSection"], news["keywords"]) == ("Kuwait", ["Ports", "Storms"])
    assert (news["inLanguage"], news["wordCount"], news["isAccessibleForFree"]) == ("en", 5, True)
    assert [(note["@type"], note["text"]) for note in news["correction"]] == [
        ("CorrectionComment", "The law is of 2013.")
    ]


def test_the_way_to_the_story_is_told(client):
    story = full_story()
    _news, way = graph(client, story)
    assert way["@type"] == "BreadcrumbList"
    assert [(step["position"], step["name"], step["item"]) for step in way["itemListElement"]] == [
        (1, "The Harbour Post", f"{SITE}/"),
        (2, "Kuwait", f"{SITE}/section/kuwait/"),
        (3, "Port reopens", f"{SITE}{story.get_absolute_url()}"),
    ]


def test_every_type_and_property_is_of_schema_org(client):
    make_page("corrections-policy")
    make_publication(logo=make_photo())
    seen = set()
    for kind in ("news", "press_release", "analysis", "opinion", "interview"):
        story = full_story(kind=kind, source_organisation="Harbour Authority")
        Correction.objects.create(article=story, text="The law is of 2013.")
        head = make_comment(story, status="approved")
        make_comment(story, status="approved", parent=head)
        for node in every_node(graph(client, story)):
            if set(node) == {"@id"}:
                continue
            kind = node["@type"]
            seen.add(kind)
            unknown = {name for name in node if not name.startswith("@")} - properties_of(kind)
            assert not unknown, kind
            assert all(value not in ("", [], {}, None) for value in node.values()), node
    assert seen <= set(PARENTS)
    assert {"OpinionNewsArticle", "AnalysisNewsArticle", "NewsArticle", "Comment", "CorrectionComment"} <= seen


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("news", "NewsArticle"),
        ("interview", "NewsArticle"),
        ("press_release", "NewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
    ],
)
def test_what_is_opinion_is_told_as_opinion(client, kind, type_):
    news, _way = graph(client, make_story(kind=kind, source_organisation="Harbour Authority"))
    assert news["@type"] == type_
    assert news["sourceOrganization"] == {"@type": "Organization", "name": "Harbour Authority"}


@pytest.mark.parametrize("length", [109, 110, 111, 200])
def test_a_headline_is_cut_between_words_at_110_characters(client, length):
    headline = ("Word " * 50)[: length - 1] + "s"
    told = graph(client, make_story(headline))[0]["headline"]
    assert len(told) <= 110
    assert (told == headline) is (length <= 110)
    assert length <= 110 or (told.endswith("…") and headline.startswith(f"{told[:-1]} "))


def test_a_headline_of_one_word_is_cut_too(client):
    assert len(graph(client, make_story("x" * 200))[0]["headline"]) <= 110


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kuwait"])
def test_every_date_has_its_zone_and_whole_seconds(client, settings, zone):
    settings.TIME_ZONE = zone
    story = full_story()
    Correction.objects.create(article=story, text="x")
    make_comment(story, status="approved")
    data = graph(client, story)
    dates = [
        value
        for node in every_node(data)
        for name, value in node.items()
        if name.startswith("date") and name != "dateline"
    ]
    assert len(dates) == 4
    offset = {"UTC": "+00:00", "Asia/Kuwait": "+03:00"}[zone]
    assert all(re.fullmatch(rf"\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d{re.escape(offset)}", date) for date in dates)


def test_the_story_changed_when_its_text_did_or_when_it_was_corrected(client):
    published = timezone.now() - timedelta(hours=3)
    story = make_story(published_at=published)
    news = graph(client, story)[0]
    assert news["datePublished"] == news["dateModified"]
    at = (timezone.now() - timedelta(hours=1)).replace(microsecond=0)
    Correction.objects.create(article=story, text="x", corrected_at=at)
    assert datetime.fromisoformat(graph(client, story)[0]["dateModified"]) == at
    publishing.save(story, {"headline": "Another"}, by=None)
    publishing.publish(story, by=None)
    story.refresh_from_db()
    news = graph(client, story)[0]
    assert datetime.fromisoformat(news["dateModified"]) == story.updated_at.replace(microsecond=0)
    assert datetime.fromisoformat(news["datePublished"]) == published.replace(microsecond=0)


def test_a_story_without_anything_optional_says_nothing_of_it(client):
    news, way = graph(client, make_story())
    assert not {"description", "image", "articleSection", "keywords", "correction", "comment", "dateline"} & set(news)
    assert news["author"] == {"@id": news["publisher"]["@id"]}
    assert (news["commentCount"], len(way["itemListElement"])) == (0, 2)


def test_names_are_in_the_language_of_the_story_under_either_interface(client):
    make_page("corrections-policy", language="ar")
    story = make_story("قصة", language="ar", authors=[make_author({"en": "Noura", "ar": "نورة"}["ar"])])
    own = page_of(client, story)
    other = client.get(story.get_absolute_url().removeprefix("/ar")).content.decode()
    assert blocks_in(own) == blocks_in(other)
    news = blocks_in(own)[0]["@graph"][0]
    assert (news["publisher"]["name"], news["publisher"]["url"]) == ("بريد الميناء", f"{SITE}/ar/")
    assert news["publisher"]["correctionsPolicy"] == f"{SITE}/ar/page/corrections-policy/"


# --- Comments


def test_the_comments_of_the_page_are_told_with_what_they_answer(client):
    story = make_story()
    head = make_comment(
        story, status="approved", name="Huda <b>", text="One & <two>\nlines", website="https://h.example.org/"
    )
    reply = make_comment(story, status="approved", parent=head, email="private@example.org")
    news = graph(client, story)[0]
    assert news["commentCount"] == 2
    assert news["comment"] == [
        {
            "@type": "Comment",
            "@id": f"#comment-{head.pk}",
            "author": {"@type": "Person", "name": "Huda <b>"},
            "dateCreated": structured_data.moment(head.submitted_at),
            "text": "One & <two>\nlines",
        },
        {
            "@type": "Comment",
            "@id": f"#comment-{reply.pk}",
            "author": {"@type": "Person", "name": reply.name},
            "dateCreated": structured_data.moment(reply.submitted_at),
            "text": reply.text,
            "parentItem": {"@id": f"#comment-{head.pk}"},
        },
    ]


def test_an_answer_of_the_newsroom_is_told_as_one_of_an_organisation(client):
    story = make_story()
    answer = make_comment(story, name="The Harbour Post", user=make_user(), email="")
    [told] = graph(client, story)[0]["comment"]
    assert told["@id"] == f"#comment-{answer.pk}"
    assert told["author"] == {"@type": "Organization", "name": "The Harbour Post"}


def test_each_page_of_comments_tells_its_own_and_the_number_of_all(client):
    story = make_story()
    comments = make_comments(story, 51)
    first, second = graph(client, story)[0], graph(client, story, "?comments=2")[0]
    assert [len(news["comment"]) for news in (first, second)] == [50, 1]
    assert first["commentCount"] == second["commentCount"] == 51
    assert second["comment"][0]["@id"] == f"#comment-{comments[50].pk}"
    thread = graph(client, story, f"?thread={comments[3].pk}")[0]
    assert [comment["@id"] for comment in thread["comment"]] == [f"#comment-{comments[3].pk}"]


def test_a_comment_that_is_shown_no_longer_is_not_told_nor_named_by_its_replies(client):
    story = make_story()
    head = make_comment(story, status="approved", text="Head text")
    make_comment(story, status="approved", text="Reply text", parent=head)
    moderation.reject(head, None)
    news = graph(client, story)[0]
    assert [comment["text"] for comment in news["comment"]] == ["Reply text"]
    assert "parentItem" not in news["comment"][0]
    assert news["commentCount"] == 1


def test_held_comments_are_neither_told_nor_counted(client):
    story = make_story()
    shown = make_comment(story, status="approved")
    for status in ("pending", "rejected", "spam"):
        make_comment(story, status=status, parent=shown)
        make_comment(story, status=status)
    news = graph(client, story)[0]
    assert [comment["@id"] for comment in news["comment"]] == [f"#comment-{shown.pk}"]
    assert news["commentCount"] == 1


# --- The block on the page


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c & d", "</SCRIPT>"]
)
def test_nothing_that_was_written_ends_the_block(client, text):
    story = make_story(f"Port {text} opens", dek=text, authors=[make_author(text)])
    make_comment(story, status="approved", name=text[:50], text=f"Before {text} after")
    page = page_of(client, story)
    [block] = BLOCK.findall(page)
    assert not set("<>&\u2028\u2029") & set(block)
    news = json.loads(block)["@graph"][0]
    assert news["headline"] == story.headline
    assert "after" in news["comment"][0]["text"]


def test_a_story_has_one_block_and_other_pages_have_none(client, admin_client):
    story = full_story()
    assert len(BLOCK.findall(page_of(client, story))) == 1
    make_comments(story, 3)
    assert len(BLOCK.findall(page_of(client, story))) == 1
    draft = make_draft("Secret")
    others = ["/", story.section.get_absolute_url(), f"{story.get_absolute_url()}comments/", "/nothing/"]
    pages = [client.get(path) for path in others]
    pages.append(admin_client.get(f"/admin/articles/article/{draft.pk}/preview/"))
    assert not any(BLOCK.search(page.content.decode()) for page in pages)


def test_no_address_is_made_from_the_request(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    story = full_story()
    make_comment(story, status="approved")
    page = client.get(story.get_absolute_url(), headers={"Host": "evil.example"}).content.decode()
    assert "evil.example" not in page
    for node in every_node(blocks_in(page)):
        for name in ("url", "item", "contentUrl"):
            assert str(node.get(name, SITE)).startswith(SITE)


# --- The head


class Head(HTMLParser):
    """`meta` {property or name: [content]}, `links` [(rel, hreflang, href)]."""

    def __init__(self, page):
        super().__init__()
        self.meta, self.links = {}, []
        self.feed(page[: page.index("</head>")])

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            self.meta.setdefault(name, []).append(given["content"])
        if tag == "link":
            self.links.append((given["rel"], given.get("hreflang"), given["href"]))

    def canonical(self):
        return [href for rel, _language, href in self.links if rel == "canonical"]

    def versions(self):
        return {language: href for rel, language, href in self.links if rel == "alternate" and language}


def head(client, path):
    return Head(client.get(path).content.decode())


def test_open_graph_tells_of_a_story(client):
    story = full_story()
    Correction.objects.create(article=story, text="x")
    translation = make_story("قصة", language="ar", translation_of=story)
    meta = head(client, story.get_absolute_url()).meta
    photo = story.featured_photo
    expected = {
        "og:type": ["article"],
        "og:site_name": ["The Harbour Post"],
        "og:title": ["Port reopens"],
        "og:description": ["Ships waited since dawn."],
        "og:url": [f"{SITE}{story.get_absolute_url()}"],
        "og:locale": ["en_US"],
        "og:locale:alternate": ["ar_AR"],
        "og:image": [f"{SITE}{photo.full.src}"],
        "og:image:type": ["image/jpeg"],
        "og:image:width": ["1200"],
        "og:image:height": ["800"],
        "og:image:alt": [photo.alt_text],
        "article:section": ["Kuwait"],
        "article:tag": ["Ports", "Storms"],
        "article:author": [f"{SITE}/author/noura-salem/", f"{SITE}/author/yusuf/"],
        "article:published_time": [structured_data.moment(story.published_at)],
        "article:modified_time": [structured_data.moment(story.corrections.get().corrected_at)],
        "twitter:card": ["summary_large_image"],
        "twitter:image:alt": [photo.alt_text],
    }
    assert {name: meta.get(name) for name in expected} == expected
    meta = head(client, translation.get_absolute_url()).meta
    assert (meta["og:locale"], meta["og:locale:alternate"], meta["twitter:card"]) == (["ar_AR"], ["en_US"], ["summary"])


def test_a_story_without_a_photo_is_shared_with_the_logo(client):
    logo = make_photo(alt_text="A lighthouse, the sign of the paper")
    make_publication(logo=logo)
    meta = head(client, make_story().get_absolute_url()).meta
    assert meta["og:image"] == [f"{SITE}{logo.full.src}"]
    assert (meta["og:image:alt"], meta["twitter:card"]) == ([logo.alt_text], ["summary"])


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_lists_and_pages_have_open_graph_one_canonical_and_their_versions(client, prefix):
    story = full_story()
    make_page()
    make_page(language="ar", title="الخصوصية")
    subjects = [story.section, story.tags.first(), story.ordered_authors[0]]
    make_story("قصة", language="ar", section=subjects[0], tags=[subjects[1]], authors=[subjects[2]])
    for path in ["/", *(subject.get_absolute_url() for subject in subjects), "/page/privacy/"]:
        found = head(client, f"{prefix}{path}")
        assert found.canonical() == [f"{SITE}{prefix}{path}"]
        assert found.versions() == {"en": f"{SITE}{path}", "ar": f"{SITE}/ar{path}", "x-default": f"{SITE}{path}"}
        assert found.meta["og:url"] == found.canonical()
        assert found.meta["og:locale"] == ["ar_AR" if prefix else "en_US"]
        for name in ("og:type", "og:title", "og:description", "og:site_name", "twitter:card"):
            assert len(found.meta[name]) == 1, name
            assert found.meta[name][0]


def test_a_story_names_its_versions_and_the_original_for_all_others(client):
    original = make_story("قصة", language="ar")
    translation = make_story("A story", translation_of=original)
    expected = {
        "ar": f"{SITE}{original.get_absolute_url()}",
        "en": f"{SITE}{translation.get_absolute_url()}",
        "x-default": f"{SITE}{original.get_absolute_url()}",
    }
    for path in (original.get_absolute_url(), translation.get_absolute_url(), f"/ar{translation.get_absolute_url()}"):
        assert head(client, path).versions() == expected
    assert head(client, make_story("Alone").get_absolute_url()).versions() == {}


def test_the_second_page_of_a_list_is_its_own_canonical_and_no_translation_of_another(client):
    make_stories(25)
    found = head(client, "/?page=2")
    assert found.canonical() == [f"{SITE}/?page=2"]
    assert found.versions() == {}


def test_the_pages_of_comments_are_the_story(client):
    story = make_story()
    comments = make_comments(story, 51)
    for query in ("?comments=2", f"?thread={comments[0].pk}", "?utm_source=x"):
        assert head(client, f"{story.get_absolute_url()}{query}").canonical() == [f"{SITE}{story.get_absolute_url()}"]
