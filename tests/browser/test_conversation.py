"""Answering under a story in Chromium: the form comes to the comment, goes back with what was typed, and needs no script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from comments import moderation
from comments.models import Comment
from tests.browser.test_whole_way import tab_to
from tests.factories import make_comment, make_publication, make_section, make_story, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOCUSED = "document.activeElement.name || document.activeElement.getAttribute('href')"
ABOVE_THE_FORM = "form => form.closest('li')?.querySelector('.comment').id ?? ''"


@pytest.fixture(autouse=True)
def _newsroom():
    make_publication(default_section=make_section(), comments_a_minute=100)


def conversation(language="en"):
    """A story and a comment on each of four levels, the third by the newsroom."""
    story = make_story("Port reopens", language=language)
    head = make_comment(story, status="approved", name="Rajan P.", text="Who pays for the cranes?")
    second = make_comment(story, status="approved", name="سالم الكندري", text="سؤال في محله.", parent=head)
    third = make_comment(story, name="Dalal", user=make_user(), email="", text="We asked the port.", parent=second)
    fourth = make_comment(story, status="approved", name="Huda", text="Thank you.", parent=third)
    return story, head, second, third, fourth


def reply_link(comment):
    return f"#comment-{comment.pk} .reply a"


def form_place(page):
    """The id of the comment under which the form stands; "" where it stands at the end."""
    return page.locator(".comment-form").evaluate(ABOVE_THE_FORM)


def test_a_reply_opens_in_place_by_keyboard_and_is_sent(open_page):
    story, _head, second, *_rest = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    tab_to(page, reply_link(second))
    page.keyboard.press("Enter")
    assert page.url.endswith(story.get_absolute_url())
    assert page.evaluate(FOCUSED) == "comment"
    assert form_place(page) == f"comment-{second.pk}"
    assert page.inner_text("#write-a-comment") == "Reply to سالم الكندري"
    assert page.get_by_role("form", name="Reply to سالم الكندري").count() == 1
    page.keyboard.type("I was there.")
    for text in ("Huda", "huda@example.org"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    tab_to(page, "button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/received/**")
    assert Comment.objects.pending().get().parent == second


@pytest.mark.parametrize("way", ["button", "Escape", "link"])
def test_the_form_goes_back_with_what_was_typed(open_page, way):
    story, head, second, *_rest = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    page.click(reply_link(head))
    page.keyboard.type("Half a thought")
    page.click(reply_link(second))
    assert form_place(page) == f"comment-{second.pk}"
    assert page.input_value("[name=parent]") == str(second.pk)
    if way == "button":
        page.click("text=Cancel")
    elif way == "Escape":
        page.keyboard.press("Escape")
    else:
        page.click("a[href='#write-a-comment']")
    assert form_place(page) == ""
    assert page.inner_text("#write-a-comment") == "Write a comment"
    assert page.input_value("[name=comment]") == "Half a thought"
    assert page.input_value("[name=parent]") == ""
    assert page.locator("text=Cancel").is_hidden()
    if way != "link":
        assert page.evaluate(FOCUSED) == f"comments/?reply={second.pk}"
    assert page.locator("form").count() == 1


def test_a_click_for_a_new_tab_is_left_to_the_browser(open_page):
    story, head, *_rest = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    with page.context.expect_page() as opened:
        page.click(reply_link(head), modifiers=["Control"])
    opened.value.wait_for_load_state()
    assert opened.value.url.endswith(f"/comments/?reply={head.pk}")
    assert form_place(page) == ""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_scripts_the_link_leads_to_the_forms_own_page(open_page, language):
    story, _head, _second, _third, fourth = conversation(language)
    page = open_page(java_script_enabled=False)
    page.goto(story.get_absolute_url())
    assert page.locator(".cancel").is_hidden()
    page.click(reply_link(fourth))
    assert page.url.endswith(f"/comments/?reply={fourth.pk}")
    assert "Huda" in page.inner_text("h1")
    page.fill("[name=comment]", "I was there.")
    page.fill("[name=name]", "Noura")
    page.fill("[name=email]", "noura@example.org")
    page.click("button[type=submit]")
    page.wait_for_url("**/received/**")
    assert Comment.objects.pending().get().parent == fourth


def test_a_form_is_sent_once_however_often_its_button_is_pressed(open_page):
    story, *_rest = conversation()
    page = open_page()
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    page.goto(story.get_absolute_url())
    page.fill("[name=comment]", "I was there.")
    page.fill("[name=name]", "Noura")
    page.fill("[name=email]", "noura@example.org")
    held = []
    page.route("**/comments/", lambda route: held.append(route))
    page.evaluate(
        "for (const at of [0, 100, 200]) setTimeout(() => document.querySelector('[type=submit]').click(), at)"
    )
    page.wait_for_timeout(500)
    for route in held:
        route.continue_()
    page.wait_for_url("**/received/**")
    assert len(sent) == 1
    page.go_back()
    assert page.locator("[type=submit]").is_enabled()


def test_on_the_way_back_what_was_typed_is_there(open_page):
    story, head, *_rest = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    page.click(reply_link(head))
    page.keyboard.type("Half a thought")
    page.goto("/")
    page.go_back()
    page.wait_for_function("document.querySelector('[name=comment]').value === 'Half a thought'")


def assert_answers(page, comment):
    assert form_place(page) == f"comment-{comment.pk}"
    assert page.inner_text("#write-a-comment") == f"Reply to {comment.name}"
    assert page.input_value("[name=parent]") == str(comment.pk)
    assert page.locator("text=Cancel").is_visible()


def assert_answers_nothing(page):
    assert (form_place(page), page.input_value("[name=parent]")) == ("", "")
    assert page.inner_text("#write-a-comment") == "Write a comment"
    assert page.locator("text=Cancel").is_hidden()


def leave_and_come_back(page):
    page.goto("/")
    page.go_back()
    page.wait_for_function("document.querySelector('[name=comment]').value === 'Half a thought'")


def test_on_the_way_back_a_reply_still_answers_what_it_answered(open_page):
    story, head, second, *_rest = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    page.click(reply_link(head))
    page.click(reply_link(second))
    page.keyboard.type("Half a thought")
    leave_and_come_back(page)
    assert_answers(page, second)
    page.fill("[name=name]", "Huda")
    page.fill("[name=email]", "huda@example.org")
    page.click("button[type=submit]")
    page.wait_for_url("**/received/**")
    assert Comment.objects.pending().get().parent == second
    page.go_back()
    assert_answers(page, second)


def test_on_the_way_back_a_reply_is_in_its_place_before_the_photos_are(open_page):
    story, head, *_rest = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    page.click(reply_link(head))
    page.keyboard.type("Half a thought")
    page.goto("/")
    page.add_init_script("addEventListener('pageshow', (event) => event.stopImmediatePropagation(), true)")
    page.go_back()
    assert_answers(page, head)


def test_a_reply_that_was_put_back_stays_so_on_the_way_back(open_page):
    story, head, *_rest = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    page.click(reply_link(head))
    page.keyboard.type("Half a thought")
    page.keyboard.press("Escape")
    leave_and_come_back(page)
    assert_answers_nothing(page)


@pytest.mark.parametrize("clicks", [1, 2])
def test_a_reply_is_kept_by_whoever_looks_up_another_comment_meanwhile(open_page, clicks):
    story, head, _second, third, fourth = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    page.click(reply_link(head))
    page.keyboard.type("Half a thought")
    for _click in range(clicks):
        page.click(f"#comment-{fourth.pk} .answers a")
    assert page.url.endswith(f"#comment-{third.pk}")
    leave_and_come_back(page)
    assert_answers(page, head)
    page.go_back()
    leave_and_come_back(page)
    assert_answers(page, head)


def test_a_page_loaded_again_answers_the_same_comment_as_long_as_it_is_shown(open_page):
    story, _head, _second, _third, fourth = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    page.click(reply_link(fourth))
    page.reload()
    assert_answers(page, fourth)
    moderation.reject(fourth, None)
    page.reload()
    assert_answers_nothing(page)


def test_a_hidden_field_that_a_browser_fills_in_again_answers_nothing_by_itself(open_page):
    story, head, *_rest = conversation()
    page = open_page()
    page.goto(story.get_absolute_url())
    # As Firefox does.
    come_back = "id => { document.querySelector('[name=parent]').value = id; dispatchEvent(new Event('pageshow')) }"
    page.evaluate(come_back, str(head.pk))
    assert_answers_nothing(page)


def test_the_form_opens_on_the_page_of_one_thread_too(open_page):
    story, head, second, *_rest = conversation()
    page = open_page()
    page.goto(f"{story.get_absolute_url()}?thread={head.pk}")
    page.click(reply_link(second))
    assert form_place(page) == f"comment-{second.pk}"


def test_a_story_that_takes_no_comments_loads_no_script(open_page):
    story, *_rest = conversation()
    type(story).objects.update(comments_open=False)
    page = open_page()
    page.goto(story.get_absolute_url())
    assert page.locator("script[src]").count() == 0


def test_in_arabic_the_form_has_its_words_and_the_levels_step_from_the_right(open_page):
    story, head, second, third, fourth = conversation("ar")
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(story.get_absolute_url())
    edges = [
        page.locator(f"#comment-{comment.pk}").evaluate("node => node.getBoundingClientRect().right")
        for comment in (head, second, third, fourth)
    ]
    assert edges[0] > edges[1] > edges[2] == edges[3]
    page.click(reply_link(fourth))
    assert re.search(r"[\u0600-\u06ff].*Huda", page.inner_text("#write-a-comment"))
    assert page.evaluate(FOCUSED) == "comment"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_three_levels_and_the_form_fit_on_the_narrowest_phone(open_page, language):
    story, _head, _second, third, fourth = conversation(language)
    make_comment(story, status="approved", name="N" * 100, text="https://example.org/" + "long" * 60, parent=fourth)
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(story.get_absolute_url())
    page.click(reply_link(third))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(f"#comment-{third.pk} .comment-text").bounding_box()["width"] >= 240


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_a_conversation(open_page, language, scheme):
    story, _head, second, *_rest = conversation(language)
    # One square of each tint, its letters shown to axe, which leaves out what is hidden from screen readers.
    for tint, comment in enumerate(make_comment(story, status="approved") for _number in range(6)):
        Comment.objects.filter(pk=comment.pk).update(tint=tint)
    page = open_page(color_scheme=scheme, viewport={"width": 390, "height": 844})
    page.goto(story.get_absolute_url())
    page.click(reply_link(second))
    page.evaluate("document.querySelectorAll('.initials').forEach(square => square.removeAttribute('aria-hidden'))")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
