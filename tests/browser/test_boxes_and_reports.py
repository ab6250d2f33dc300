"""The boxes of the comment form and the report of a comment in Chromium, with and without scripts, in both languages."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from comments import links
from comments.models import Comment, Commenter, Report
from tests.factories import make_comment, make_publication, make_section, make_story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "huda@example.org"


@pytest.fixture(autouse=True)
def _newsroom():
    make_publication(default_section=make_section(), comments_a_minute=100)


def story_with_a_comment(language="en"):
    story = make_story("Port reopens", language=language)
    return story, make_comment(story, status="approved", name="Huda", email=ADDRESS, text="Who pays?")


def under(language, address):
    return f"/ar{address}" if language == "ar" and not address.startswith("/ar/") else address


def write(page, text="I was there.", **fields):
    for name, value in ({"comment": text, "name": "Huda", "email": ADDRESS} | fields).items():
        page.fill(f"[name={name}]", value)


def send(page):
    page.click(".comment-form [type=submit]")
    page.wait_for_url("**/received/**")


def stored(page, name):
    return page.evaluate("name => localStorage.getItem(name)", name)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scripts", [False, True])
def test_whoever_wants_to_be_told_ticks_the_box(open_page, language, scripts):
    story, _comment = story_with_a_comment(language)
    page = open_page(java_script_enabled=scripts)
    page.goto(under(language, story.get_absolute_url()))
    assert page.locator("[name=remember]").is_visible() is scripts
    write(page)
    # The whole line is the target, and as high as a finger.
    assert page.locator("label:has([name=notify])").bounding_box()["height"] >= 44
    page.click("label:has([name=notify])")
    send(page)
    assert Comment.objects.pending().get().wants_notice


@pytest.mark.parametrize("end", ["", "comments/"])
def test_a_browser_remembers_who_asks_for_it_until_they_do_not(open_page, end):
    story, _comment = story_with_a_comment()
    address = f"{story.get_absolute_url()}{end}"
    page = open_page()
    page.goto(address)
    write(page)
    send(page)
    assert stored(page, "newsroom.commenter") is None
    page.goto(address)
    write(page, "Once more.")
    page.check("[name=remember]")
    send(page)
    assert json.loads(stored(page, "newsroom.commenter")) == {"name": "Huda", "email": ADDRESS}
    assert not page.context.cookies()
    page.goto(address)
    assert (page.input_value("[name=name]"), page.input_value("[name=email]")) == ("Huda", ADDRESS)
    assert page.is_checked("[name=remember]")
    page.uncheck("[name=remember]")
    assert stored(page, "newsroom.commenter") is None
    page.fill("[name=comment]", "A third time.")
    send(page)
    assert stored(page, "newsroom.commenter") is None


def test_what_was_typed_and_refused_is_not_written_over(open_page):
    story, _comment = story_with_a_comment()
    page = open_page()
    page.goto(story.get_absolute_url())
    page.evaluate(
        "who => localStorage.setItem('newsroom.commenter', who)", json.dumps({"name": "Huda", "email": ADDRESS})
    )
    page.reload()
    page.fill("[name=email]", "no address")
    page.click("[type=submit]")
    page.wait_for_selector(".error-summary")
    assert page.input_value("[name=email]") == "no address"
    assert page.is_checked("[name=remember]")


def test_a_browser_that_holds_the_key_sends_it(open_page):
    story, _comment = story_with_a_comment()
    Commenter.objects.update(confirmed_at=timezone.now())
    page = open_page()
    page.goto(story.get_absolute_url())
    assert page.input_value("[name=key]") == ""
    page.evaluate("key => localStorage.setItem('newsroom.key', key)", links.token("key", Commenter.objects.get().pk))
    page.reload()
    write(page)
    send(page)
    assert list(Comment.objects.pending().get().matches.values_list("code", flat=True)) == ["confirmed"]


@pytest.mark.parametrize("kept", ["{broken", "null", '"text"', "refused"])
def test_where_nothing_good_is_kept_the_form_works_all_the_same(open_page, kept):
    story, _comment = story_with_a_comment()
    page = open_page()
    if kept == "refused":
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
        page.goto(story.get_absolute_url())
        assert page.locator("[name=remember]").is_hidden()
    else:
        page.goto(story.get_absolute_url())
        page.evaluate("who => localStorage.setItem('newsroom.commenter', who)", kept)
        page.reload()
        assert page.locator("[name=remember]").is_visible()
    page.click(".reply a")
    write(page)
    send(page)
    assert Comment.objects.pending().get().parent is not None


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scripts", [False, True])
def test_a_comment_is_reported(open_page, language, scripts):
    story, comment = story_with_a_comment(language)
    page = open_page(java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    page.goto(under(language, story.get_absolute_url()))
    page.click(".report a")
    assert page.url.endswith(f"/comments/{comment.pk}/report/")
    assert "Who pays?" in page.inner_text("blockquote")
    page.click("button[type=submit]")
    page.wait_for_selector(".error-summary")
    assert page.locator("label:has([value=abuse])").bounding_box()["height"] >= 44
    page.click("label:has([value=abuse])")
    page.fill("[name=text]", "About my brother.")
    page.click("button[type=submit]")
    page.wait_for_url("**/comments/reported/")
    assert page.locator("html").get_attribute("lang") == language
    assert (Report.objects.get().reason, Report.objects.get().text) == ("abuse", "About my brother.")
    assert not page.context.cookies()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_the_pages_of_a_report(open_page, language, scheme):
    story, comment = story_with_a_comment(language)
    page = open_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    for end in (f"{comment.pk}/report/", "reported/"):
        page.goto(under(language, f"{story.get_absolute_url()}comments/{end}"))
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
    page.goto(under(language, f"{story.get_absolute_url()}comments/{comment.pk}/report/"))
    page.click("button[type=submit]")
    page.wait_for_selector(".error-summary")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
