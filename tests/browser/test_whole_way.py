"""The whole way in Chromium: an editor publishes a story with its photo, a reader finds, reads and comments, a moderator
approves, everybody sees it; and the reader's address was in no page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.models import Article
from tests.audit.chromium import NO_ICON_FONTS
from tests.factories import image_bytes, make_comment, make_page, make_publication, make_section, make_story, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = "huda.private@example.org"
BODY = "Thirty officers finished a course on Sunday."


@pytest.fixture(autouse=True)
def _newsroom():
    make_publication(default_section=make_section())
    make_page("comment-rules", title="Comment rules")
    make_user("editor", group="editor")
    make_user("moderator", group="moderator")


def sign_in(page, username):
    page.goto("/admin/login/?next=/admin/")
    page.fill("#id_username", username)
    page.fill("#id_password", "secret")
    page.click("[type=submit]")
    page.wait_for_selector("#user-tools")


def publish_story(page, with_editor):
    page.goto("/admin/articles/article/add/")
    page.fill("#id_headline", "Officers finish training course")
    if with_editor:
        page.click(".prose-editor [contenteditable=true]")
        page.keyboard.type(BODY)
    else:
        page.fill("#id_body", f"<p>{BODY}</p>")
    page.set_input_files("#id_new_photo", {"name": "hall.jpg", "mimeType": "image/jpeg", "buffer": image_bytes()})
    page.fill("#id_new_photo_alt", "Officers in a lecture hall listen to a speaker")
    page.select_option("#id_status", "published")
    page.click("[name=_save]")
    page.wait_for_url("**/admin/articles/article/")


def write_comment(page):
    page.fill("[name=comment]", "A good start.\nWhat comes next?")
    page.fill("[name=name]", "Huda")
    page.fill("[name=email]", ADDRESS)
    page.click("text=Send comment")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_a_story_and_its_first_comment(open_page, scripts):
    editor, reader, moderator = (open_page(java_script_enabled=scripts) for _ in range(3))
    sign_in(editor, "editor")
    publish_story(editor, with_editor=scripts)

    reader.goto("/")
    reader.click("text=Officers finish training course")
    assert reader.locator("article img[alt='Officers in a lecture hall listen to a speaker']").is_visible()
    assert BODY in reader.inner_text("main")
    reader.fill("[name=email]", "huda")
    reader.click("text=Send comment")
    assert reader.title().startswith("Error")
    assert reader.input_value("[name=email]") == "huda"
    assert reader.get_attribute("[name=email]", "aria-invalid") == "true"
    write_comment(reader)
    assert "held for moderation" in reader.inner_text("[role=status]")
    reader.goto("/")
    reader.click("text=Officers finish training course")
    assert "A good start." not in reader.inner_text("main")

    sign_in(moderator, "moderator")
    moderator.goto("/admin/comments/comment/")
    moderator.check("[name=_selected_action]")
    moderator.select_option("[name=action]", "approve")
    moderator.click("[name=index]")
    assert "1 comment approved." in moderator.inner_text(".messagelist")

    reader.reload()
    assert "A good start.\nWhat comes next?" in reader.inner_text("#comments")
    assert ADDRESS not in reader.content()
    assert not reader.context.cookies()


def tab_to(page, selector, limit=150):
    """Press Tab until `selector` has the focus, which must be seen there."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            ring = "(({outlineStyle, boxShadow, borderColor}) => [outlineStyle, boxShadow, borderColor])"
            outline, shadow, _border = page.evaluate(f"{ring}(getComputedStyle(document.activeElement))")
            in_admin = "/admin/" in page.url  # Django's own sheet marks fields by their border.
            assert in_admin or outline != "none" or shadow != "none", f"no focus ring on {selector}"
            return
    raise AssertionError(f"{selector} was not reached")


def focus_comes_to(page, attribute, value):
    """Wait until the element with this attribute has the focus: `autofocus` acts when the page is rendered."""
    has_it = "([name, value]) => document.activeElement.getAttribute(name) === value"
    page.wait_for_function(has_it, arg=[attribute, value])


def sign_in_by_keyboard(page, username):
    page.goto("/admin/")
    focus_comes_to(page, "name", "username")
    page.keyboard.type(username)
    page.keyboard.press("Tab")
    page.keyboard.type("secret")
    page.keyboard.press("Enter")
    page.wait_for_selector("#user-tools")


def test_the_whole_way_by_keyboard_alone(open_page):
    editor, page, moderator = open_page(), open_page(), open_page()
    sign_in_by_keyboard(editor, "editor")
    editor.goto("/admin/articles/article/add/")
    editor.wait_for_selector(".prose-editor [contenteditable=true]")
    tab_to(editor, "#id_headline")
    editor.keyboard.type("Officers finish training course")
    tab_to(editor, ".prose-editor [contenteditable=true]")
    editor.keyboard.type(BODY)
    tab_to(editor, "#id_new_photo")
    # The system's file dialogue is no page's; what it would hand over is handed over here.
    editor.set_input_files("#id_new_photo", {"name": "hall.jpg", "mimeType": "image/jpeg", "buffer": image_bytes()})
    tab_to(editor, "#id_new_photo_alt")
    editor.keyboard.type("Officers in a lecture hall listen to a speaker")
    tab_to(editor, "#id_status")
    editor.keyboard.type("Published")
    tab_to(editor, "[name=_save]")
    editor.keyboard.press("Enter")
    editor.wait_for_url("**/admin/articles/article/")
    story = Article.objects.published().get()

    page.goto("/")
    page.keyboard.press("Tab")
    focus_comes_to(page, "href", "#main")
    page.keyboard.press("Enter")
    tab_to(page, f"a[href='{story.get_absolute_url()}']")
    page.keyboard.press("Enter")
    page.wait_for_selector("article.story")
    tab_to(page, "[name=comment]")
    tab_to(page, "button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/comments/")
    focus_comes_to(page, "role", "alert")
    page.keyboard.press("Tab")
    focus_comes_to(page, "href", "#id_comment")
    page.keyboard.press("Enter")
    focus_comes_to(page, "name", "comment")
    page.keyboard.type("A good start.")
    for text in ("Huda", ADDRESS):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    tab_to(page, "button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/received/**")
    focus_comes_to(page, "role", "status")

    sign_in_by_keyboard(moderator, "moderator")
    moderator.goto("/admin/comments/comment/")
    tab_to(moderator, "select[name=action]")
    moderator.keyboard.type("Approve")
    tab_to(moderator, "[name=_selected_action]")
    moderator.keyboard.press("Space")
    for _ in range(60):
        moderator.keyboard.press("Shift+Tab")
        if moderator.evaluate("document.activeElement.name") == "index":
            break
    moderator.keyboard.press("Enter")
    moderator.wait_for_selector(".messagelist")
    assert "1 comment approved." in moderator.inner_text(".messagelist")
    page.goto(story.get_absolute_url())
    assert "A good start." in page.inner_text("#comments")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_fault_that_axe_finds(open_page, language, scheme):
    story = make_story("Officers finish", body=f"<p>{BODY}</p>", language=language)
    make_comment(story, status="approved", website="https://example.org")
    page = open_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    front = "/" if language == "en" else "/ar/"
    for path in (front, story.get_absolute_url(), f"{front}search/?q=officers", f"{front}corrections/"):
        page.goto(path)
        page.evaluate(NO_ICON_FONTS)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
    page.goto(f"{story.get_absolute_url()}comments/")
    page.click(".comment-form button")
    page.wait_for_selector("[role=alert]")
    page.evaluate(NO_ICON_FONTS)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", ["/", "story", "form"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_scrolls_sideways_on_the_narrowest_phone(open_page, path, language):
    table = "<table><tbody><tr>" + "<td>A wide cell of a table</td>" * 12 + "</tr></tbody></table>"
    story = make_story("A headline with an Unbreakablecompoundwordthatgoesonandonandon", body=table, language=language)
    make_comment(story, status="approved", text="https://example.org/" + "long" * 60)
    address = {"/": "/" if language == "en" else "/ar/", "story": story.get_absolute_url()}
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(address.get(path, f"{story.get_absolute_url()}comments/"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_editors_console_is_clean_and_the_body_is_rich(open_page):
    page = open_page()
    sign_in(page, "editor")
    page.goto("/admin/articles/article/add/")
    page.click(".prose-editor [contenteditable=true]")
    page.keyboard.type("Plain and ")
    page.keyboard.press("Control+b")
    page.keyboard.type("bold")
    assert page.input_value("#id_body") == "<p>Plain and <strong>bold</strong></p>"
