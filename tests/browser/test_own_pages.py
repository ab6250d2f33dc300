"""A commenter's own pages in Chromium, with scripts and without, in both languages."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from comments import links, moderation
from comments.models import Appeal, Comment, Commenter
from tests.browser.test_whole_way import tab_to
from tests.factories import make_comment, make_publication, make_section, make_story, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BOTH = [("en", True), ("en", False), ("ar", True), ("ar", False)]
SEND = "main .comment-form [type=submit]"


@pytest.fixture(autouse=True)
def _newsroom():
    make_publication(default_section=make_section(), comments_a_minute=100)


def sent(language, **fields):
    """A comment, and the prefix of the pages in that language."""
    story = make_story("Port reopens", language=language)
    return make_comment(story, email="huda@example.org", text="The first text.", **fields)


def in_language(language, path):
    return f"/{language}{path}" if language == "ar" else path


@pytest.mark.parametrize(("language", "scripts"), BOTH)
def test_a_comment_is_changed_and_then_withdrawn(open_page, language, scripts):
    comment = sent(language, status="approved")
    page = open_page(java_script_enabled=scripts)
    page.goto(links.comment_path(comment))
    page.click(".own-acts a[href$='/edit/']")
    assert page.input_value("[name=text]") == "The first text."
    page.fill("[name=text]", "ab")
    page.click(SEND)
    assert page.input_value("[name=text]") == "ab"
    page.fill("[name=text]", "The second text.")
    page.click(SEND)
    assert page.locator(".comment-text").all_inner_texts() == ["The first text.", "The second text."]
    page.click(".own-acts a[href$='/withdraw/']")
    assert Comment.objects.get().status == "pending"
    page.click(SEND)
    page.wait_for_url("**/received/*/")
    assert Comment.objects.get().status == "withdrawn"
    assert page.locator(".own-acts").count() == 0


@pytest.mark.parametrize(("language", "scripts"), BOTH)
def test_a_rejection_is_appealed_against_by_keyboard(open_page, language, scripts):
    comment = sent(language)
    moderation.reject(comment, make_user(), reason="off_topic")
    page = open_page(java_script_enabled=scripts)
    page.goto(links.comment_path(comment))
    tab_to(page, "[name=text]")
    page.keyboard.type("I was there.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("main:not(:has(form))")
    assert Appeal.objects.get().text == "I was there."
    assert Comment.objects.get().status == "pending"


@pytest.mark.parametrize(("language", "scripts"), BOTH)
def test_an_address_is_confirmed_and_with_scripts_the_key_is_kept(open_page, language, scripts):
    comment = sent(language, wants_notice=True)
    page = open_page(java_script_enabled=scripts)
    page.goto(in_language(language, links.commenter_path("confirm", comment.commenter_id)))
    assert Commenter.objects.get().confirmed_at is None
    page.click(SEND)
    # Without scripts the offer is there and stays hidden.
    page.wait_for_selector(".key", state="visible" if scripts else "attached")
    assert Commenter.objects.get().confirmed_at is not None
    assert page.locator(".key").is_visible() is scripts
    if scripts:
        page.click("[data-key]")
        key = page.evaluate("localStorage.getItem('newsroom.key')")
        assert links.read("key", key) == comment.commenter_id
        assert page.evaluate("document.activeElement.innerText") != ""
        assert page.context.cookies() == []


def test_a_browser_that_stores_nothing_says_so(open_page):
    comment = sent("en")
    page = open_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
    page.goto(links.commenter_path("confirm", comment.commenter_id))
    page.click(SEND)
    page.click("[data-key]")
    assert "does not keep it" in page.inner_text(".key [role=status]")
    assert page.locator("[data-key]").is_visible()


@pytest.mark.parametrize(("language", "scripts"), BOTH)
def test_everything_is_exported_and_erased(open_page, language, scripts):
    comment = sent(language)
    page = open_page(java_script_enabled=scripts)
    path = in_language(language, links.commenter_path("mine", comment.commenter_id))
    page.goto(path)
    with page.expect_download() as download:
        page.click("[value=export]")
    with open(download.value.path()) as exported:
        assert json.load(exported)["comments"][0]["texts"][0]["text"] == "The first text."
    page.click("[value=erase]")
    page.wait_for_selector(".error-summary")
    assert Comment.objects.get().text == "The first text."
    page.check("#sure")
    if scripts:
        page.evaluate("for (const name of ['key', 'commenter']) localStorage[`newsroom.${name}`] = 'kept'")
    page.click("[value=erase]")
    page.wait_for_selector(".own-page:not(:has(form))")
    assert (Comment.objects.get().text, Commenter.objects.count()) == ("", 0)
    # Without scripts nothing was kept, and nothing is said of it.
    page.wait_for_selector("[data-forget]", state="visible" if scripts else "hidden")
    if scripts:
        assert page.evaluate("localStorage.length") == 0


def test_the_link_is_asked_for(open_page):
    sent("en")
    page = open_page()
    page.goto("/")
    page.click("footer a[href='/comments/mine/']")
    page.fill("[name=email]", "huda@example.org")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")
    assert page.locator("form").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('role')") == "status"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_and_nothing_is_wider_than_the_narrowest_phone(open_page, language, scheme):
    comment = sent(language, website="https://example.org/" + "long" * 40, name="N" * 100)
    other = make_comment(comment.article, status="rejected", email="huda@example.org")
    paths = [links.comment_path(comment, name) for name in ("received", "edit", "withdraw")]
    paths.append(links.comment_path(other))
    paths += [links.commenter_path(name, comment.commenter_id) for name in ("mine", "confirm", "stop")]
    page = open_page(color_scheme=scheme, viewport={"width": 320, "height": 640})
    for path in [*paths, "/comments/mine/"]:
        page.goto(path if path.startswith("/ar/") else in_language(language, path))
        results = Axe().run(page)
        assert results.violations_count == 0, f"{path}: {results.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
