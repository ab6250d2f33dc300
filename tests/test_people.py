"""Staff: invitations, forgotten passwords, profiles, and who may change whose account."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from articles.models import Edition
from newsroom.models import User
from tests.factories import make_author, make_publication, make_section, make_user

USERS = "/admin/newsroom/user/"
PROFILE = "/admin/profile/"
RESET = "/admin/password_reset/"
PASSWORD = "a long good password 7"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _publication(settings):
    settings.SITE_URL = "https://news.example.org"
    settings.ALLOWED_HOSTS = ["testserver", "evil.example"]
    cache.clear()
    make_publication()


def client_of(user):
    client = Client()
    client.user = user
    client.force_login(user)
    return client


@pytest.fixture
def administrator(groups):
    return client_of(make_user("amal", group="administrator", first_name="Amal", email="amal@example.org"))


@pytest.fixture
def superuser(groups):
    return client_of(make_user("root", is_superuser=True))


def make_invited(username="noura", **fields):
    user = make_user(username, **{"email": f"{username}@example.org"} | fields)
    user.set_unusable_password()
    user.save()
    return user


def invitation(**fields):
    groups = [Group.objects.get(name="reporter").pk]
    return {"username": "noura", "email": "Noura@Example.org", "groups": groups, "language": ""} | fields


def account(user, **fields):
    return {
        "username": user.username,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "email": user.email,
        "language": user.language,
        "is_active": "on",
        "groups": [group.pk for group in user.groups.all()],
    } | fields


def change_address(user):
    return f"{USERS}{user.pk}/change/"


def errors_in(response):
    return " ".join(re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', response.content.decode(), re.DOTALL))


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def without_nonce(response):
    return re.sub(r'nonce="[^"]*"', "", response.content.decode())


def link_in(message):
    return re.search(r"^https://news\.example\.org(/admin/reset/\S+/)$", message.body, re.MULTILINE)[1]


def break_mail(monkeypatch):
    def refuse(*args):
        raise ConnectionRefusedError("Connection refused")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


# --- Invitations


@pytest.mark.django_db(transaction=True)
def test_an_invitation_makes_an_account_without_a_password_and_sends_a_link(administrator):
    response = administrator.post(f"{USERS}add/", invitation(first_name="Noura", last_name="Salem"))
    assert response.status_code == 302, errors_in(response)
    user = User.objects.get(username="noura")
    assert (user.is_staff, user.is_superuser, user.is_invited) == (True, False, True)
    assert [group.name for group in user.groups.all()] == ["reporter"]
    [message] = mail.outbox
    assert message.to == [user.email]
    assert "Amal" in message.body
    assert "noura" in message.body
    assert "3\xa0days" in message.body
    assert "has been sent to Noura@example.org" in told(response)


def test_the_invitation_leaves_after_the_commit(administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        administrator.post(f"{USERS}add/", invitation())
    assert mail.outbox == []
    assert len(callbacks) == 1


def test_the_link_of_an_invitation_leads_to_a_first_sign_in(administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(f"{USERS}add/", invitation())
    person = Client()
    page = person.get(link_in(mail.outbox[0]), follow=True)
    assert 'name="new_password1"' in page.content.decode()
    data = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    done = person.post(page.redirect_chain[-1][0], data, follow=True)
    assert 'href="/admin/login/"' in done.content.decode()
    assert person.post("/admin/login/", {"username": "noura", "password": PASSWORD}).status_code == 302
    assert "Your profile" in person.get("/admin/").content.decode()
    assert "invalid" in Client().get(link_in(mail.outbox[0]), follow=True).content.decode()


def test_a_link_ends_when_its_time_is_over(settings, administrator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(f"{USERS}add/", invitation())
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "invalid" in Client().get(link_in(mail.outbox[0]), follow=True).content.decode()


def test_the_mail_says_how_long_its_link_works(settings, administrator, django_capture_on_commit_callbacks):
    settings.PASSWORD_RESET_TIMEOUT = int(timedelta(hours=5).total_seconds())
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(f"{USERS}add/", invitation())
    assert "5\xa0hours" in mail.outbox[0].body


def test_a_mail_is_in_the_language_of_its_reader_with_names_set_apart(
    administrator, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(f"{USERS}add/", invitation(language="ar", first_name="<b>Noura"))
    [message] = mail.outbox
    assert "\u2068<b>Noura\u2069" in message.body
    assert "3\xa0أيام" in message.body
    assert "\n" not in message.subject
    assert not re.search("[\u2066-\u2069]", link_in(message))


@pytest.mark.django_db(transaction=True)
def test_an_invitation_that_cannot_be_sent_is_told_and_sent_again_from_the_account(administrator, monkeypatch):
    with monkeypatch.context() as broken:
        break_mail(broken)
        response = administrator.post(f"{USERS}add/", invitation(email="wrong@example.org"))
    assert "The invitation could not be sent: Connection refused. Send it again from the account's page." in told(
        response
    )
    user = User.objects.get(username="noura")
    assert 'name="_invite"' in administrator.get(change_address(user)).content.decode()
    response = administrator.post(change_address(user), account(user, email="noura@example.org", _invite="1"))
    assert response["Location"] == change_address(user)
    assert [message.to for message in mail.outbox] == [["noura@example.org"]]


def test_a_link_that_went_to_a_wrong_address_ends_when_the_address_is_mended(
    administrator, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(f"{USERS}add/", invitation(email="wrong@example.org"))
        user = User.objects.get(username="noura")
        administrator.post(change_address(user), account(user, email="noura@example.org", _invite="1"))
    pages = [Client().get(link_in(message), follow=True).content.decode() for message in mail.outbox]
    assert ["new_password1" in page for page in pages] == [False, True]


def test_whoever_has_a_password_is_not_invited_again(administrator, django_capture_on_commit_callbacks):
    user = make_user("yusuf", email="yusuf@example.org")
    assert 'name="_invite"' not in administrator.get(change_address(user)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(change_address(user), account(user, _invite="1"))
    assert mail.outbox == []


def test_an_invitation_needs_an_address_and_a_group(administrator):
    assert errors_in(administrator.post(f"{USERS}add/", invitation(email="", groups=[]))).count("required") == 2


def test_the_form_says_what_each_group_may_do_and_asks_no_password(administrator):
    page = administrator.get(f"{USERS}add/").content.decode()
    assert page.count('type="checkbox" name="groups"') == 4
    assert "publishes nothing" in page
    assert 'type="password"' not in page


# --- Addresses and names


def test_two_accounts_have_no_address_in_common_in_any_case(administrator):
    make_user("yusuf", email="noura@example.org")
    response = administrator.post(f"{USERS}add/", invitation(email="NOURA@example.org"))
    assert errors_in(response).count("Another account has this e-mail address.") == 1
    with pytest.raises(ValidationError, match="Another account"):
        User(username="x", password="x", email="Noura@example.org").full_clean()


def test_the_database_itself_refuses_the_second_account_of_an_address():
    make_user("yusuf", email="noura@example.org")
    with pytest.raises(IntegrityError):
        make_user("noura", email="NOURA@example.org")


def test_two_user_names_differ_in_more_than_case(administrator):
    assert "already exists" in errors_in(administrator.post(f"{USERS}add/", invitation(username="AMAL")))
    user = make_user("yusuf")
    assert "already exists" in errors_in(administrator.post(change_address(user), account(user, username="AMAL")))


def test_an_address_may_be_changed_and_not_emptied(administrator):
    user = make_user("yusuf", email="yusuf@example.org")
    assert "required" in errors_in(administrator.post(change_address(user), account(user, email="")))


# --- Forgotten passwords


@pytest.mark.parametrize(
    ("fields", "is_mailed"),
    [
        ({}, True),
        ({"is_active": False}, False),
        ({"is_staff": False}, False),
    ],
)
def test_only_active_staff_get_a_link_and_all_get_the_same_answer(client, fields, is_mailed):
    user = make_user("noura", email="noura@example.org")
    User.objects.filter(pk=user.pk).update(**fields)
    answers = [
        client.post(RESET, {"email": address}, follow=True) for address in ("NOURA@example.org", "x@example.org")
    ]
    assert [bool(mail.outbox), len(mail.outbox) < 2] == [is_mailed, True]
    assert answers[0].redirect_chain == answers[1].redirect_chain
    assert without_nonce(answers[0]) == without_nonce(answers[1])


def test_a_mail_that_cannot_be_sent_changes_nothing_in_the_answer(client, monkeypatch, caplog):
    make_user("noura", email="noura@example.org")
    break_mail(monkeypatch)
    answers = [client.post(RESET, {"email": address}) for address in ("noura@example.org", "x@example.org")]
    assert [answer.status_code for answer in answers] == [302, 302]


def test_the_link_is_on_the_site_whatever_host_was_asked(client):
    make_user("noura", email="noura@example.org")
    client.post(RESET, {"email": "noura@example.org"}, headers={"host": "evil.example"})
    assert "evil" not in mail.outbox[0].body + mail.outbox[0].subject
    assert link_in(mail.outbox[0])


def test_whoever_let_the_invitation_lapse_asks_for_a_link(client):
    make_invited()
    client.post(RESET, {"email": "noura@example.org"})
    assert len(mail.outbox) == 1


def test_a_password_that_was_switched_off_is_not_switched_on_by_its_owner(client):
    make_invited(last_login=timezone.now())
    client.post(RESET, {"email": "noura@example.org"})
    assert mail.outbox == []


def test_nobody_is_buried_under_mails(client):
    make_user("noura", email="noura@example.org")
    answers = {client.post(RESET, {"email": "noura@example.org"}).status_code for _ in range(5)}
    assert (answers, len(mail.outbox)) == ({302}, 1)


def test_the_link_of_somebody_who_left_is_dead(client):
    user = make_user("noura", email="noura@example.org")
    client.post(RESET, {"email": "noura@example.org"})
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert "new_password1" not in client.get(link_in(mail.outbox[0]), follow=True).content.decode()


def test_the_pages_behind_a_link_are_in_the_language_of_its_owner(client):
    make_user("noura", email="noura@example.org", language="ar")
    client.post(RESET, {"email": "noura@example.org"})
    page = client.get(link_in(mail.outbox[0]), follow=True)
    assert '<html lang="ar" dir="rtl"' in page.content.decode()
    data = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    done = client.post(page.redirect_chain[-1][0], data, follow=True)
    assert '<html lang="ar" dir="rtl"' in done.content.decode()
    colleague = make_user("yusuf")
    client.login(username=colleague.username, password="secret")
    assert '<html lang="en" dir="ltr"' in client.get("/admin/").content.decode()


def test_the_log_in_page_leads_to_the_reset(client):
    page = client.get("/admin/login/").content.decode()
    assert re.search(rf'<a href="{RESET}">\s*Forgotten your password\?', page)


@pytest.mark.parametrize("path", [PROFILE, f"{USERS}add/", RESET, f"{RESET}done/", "/admin/reset/done/"])
def test_the_pages_of_accounts_open_under_a_strict_policy(superuser, path):
    response = superuser.get(path)
    assert response.status_code == 200
    assert "unsafe" not in response["Content-Security-Policy"]
    assert not re.search(r" style=|<style|<script(?![^>]*\ssrc=)", response.content.decode())


# --- One's own profile


def profile_data(user, **fields):
    return {"first_name": user.first_name, "last_name": "", "email": user.email, "language": ""} | fields


def test_a_profile_changes_names_address_and_language_and_nothing_else():
    user = make_user("noura", group="reporter", email="noura@example.org")
    client = client_of(user)
    before = User.objects.values().get(pk=user.pk)
    forged = {"username": "root", "is_superuser": "on", "is_staff": "", "is_active": "", "groups": ["1", "2", "3"]}
    forged |= {"password": "x", "user_permissions": [Permission.objects.first().pk], "bio_en": "x", "id": "1"}
    data = profile_data(user, first_name="Noura", email="n@example.org", language="ar", **forged)
    page = client.post(PROFILE, data, follow=True).content.decode()
    after = User.objects.values().get(pk=user.pk)
    assert {name for name in after if before[name] != after[name]} == {"first_name", "email", "language"}
    assert [group.name for group in user.groups.all()] == ["reporter"]
    assert not user.user_permissions.exists()
    assert '<html lang="ar" dir="rtl"' in page


def test_moderators_say_in_their_profile_when_they_are_told_of_comments():
    noura, sport = make_user("noura", "moderator", email="noura@example.org"), make_section("Sport")
    page = client_of(noura).get(PROFILE).content.decode()
    assert 'name="comment_notices"' in page
    assert 'name="notice_sections"' in page
    client_of(noura).post(PROFILE, profile_data(noura, comment_notices="daily", notice_sections=[sport.pk]))
    noura.refresh_from_db()
    assert noura.comment_notices == "daily"
    assert list(noura.notice_sections.all()) == [sport]


def test_nobody_else_is_asked_about_mail_on_comments():
    user = make_user("yusuf", "reporter", email="yusuf@example.org")
    client = client_of(user)
    assert "comment_notices" not in client.get(PROFILE).content.decode()
    client.post(PROFILE, profile_data(user, comment_notices="daily"))
    user.refresh_from_db()
    assert user.comment_notices == ""


def test_an_administrator_sets_a_moderators_notices(administrator):
    noura, sport = make_user("noura", "moderator", email="noura@example.org"), make_section("Sport")
    administrator.post(
        f"{USERS}{noura.pk}/change/", account(noura, comment_notices="hourly", notice_sections=[sport.pk])
    )
    noura.refresh_from_db()
    assert noura.comment_notices == "hourly"
    assert list(noura.notice_sections.all()) == [sport]


def test_a_refused_profile_keeps_what_was_typed_and_the_head_of_the_page():
    user = make_user("noura", first_name="Noura")
    make_user("yusuf", email="yusuf@example.org")
    response = client_of(user).post(PROFILE, profile_data(user, first_name="Huda", email="YUSUF@example.org"))
    assert "Another account" in errors_in(response)
    assert 'value="Huda"' in response.content.decode()
    assert "<strong>Noura</strong>" in response.content.decode()
    user.refresh_from_db()
    assert (user.first_name, user.email) == ("Noura", "")


def test_an_author_writes_the_bio_of_the_own_byline_and_no_other(client):
    user = make_user("noura")
    author, other = make_author(user=user), make_author("Yusuf")
    number = Edition.objects.get().number
    client_of(user).post(PROFILE, profile_data(user, bio_en="Writes about ports.", bio_ar="", byline_en="Forged"))
    author.refresh_from_db()
    other.refresh_from_db()
    assert (str(author.bio), str(author.byline), str(other.bio)) == ("Writes about ports.", "Noura Salem", "")
    assert Edition.objects.get().number == number + 1
    assert "Writes about ports." in client.get(author.get_absolute_url()).content.decode()


def test_an_account_without_a_byline_has_no_bio():
    assert "bio" not in client_of(make_user()).get(PROFILE).content.decode()


def test_the_old_address_is_told_of_the_new_one(django_capture_on_commit_callbacks):
    user = make_user("noura", email="noura@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        client_of(user).post(PROFILE, profile_data(user, email="new@example.org"))
    [message] = mail.outbox
    assert message.to == ["noura@example.org"]
    assert "new@example.org" in message.body


# --- Whose account may be changed by whom


def test_an_administrator_changes_accounts_and_gives_groups(administrator):
    user = make_user("yusuf", email="yusuf@example.org")
    editor = Group.objects.get(name="editor")
    assert administrator.post(change_address(user), account(user, groups=[editor.pk])).status_code == 302
    assert user.groups.get() == editor


def test_whoever_leaves_is_deactivated_and_signed_out_at_once(administrator):
    user = make_user("yusuf", group="reporter", email="yusuf@example.org")
    theirs = client_of(user)
    data = account(user)
    del data["is_active"]
    administrator.post(change_address(user), data)
    assert theirs.get("/admin/").status_code == 302
    assert "Deactivated" in administrator.get(USERS).content.decode()


def test_an_administrator_makes_no_superuser(administrator):
    user = make_user("yusuf", email="yusuf@example.org")
    page = administrator.get(change_address(user)).content.decode()
    assert not re.search(r'name="(is_superuser|is_staff|user_permissions)"', page)
    forged = {"is_superuser": "on", "user_permissions": [Permission.objects.first().pk]}
    administrator.post(change_address(user), account(user, **forged))
    administrator.post(f"{USERS}add/", invitation(**forged))
    assert not User.objects.filter(is_superuser=True).exists()
    assert not User.objects.filter(user_permissions__isnull=False).exists()


def test_an_administrator_changes_no_account_of_a_superuser(administrator):
    root = make_user("root", is_superuser=True, email="root@example.org")
    before = User.objects.values().get(pk=root.pk)
    assert administrator.post(change_address(root), account(root, email="mine@example.org")).status_code == 403
    passwords = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    assert administrator.post(f"{USERS}{root.pk}/password/", passwords).status_code == 403
    assert User.objects.values().get(pk=root.pk) == before


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_nobody_changes_their_own_rights(request, who):
    client = request.getfixturevalue(who)
    user = client.user
    groups = list(user.groups.all())
    data = account(user, groups=[], is_superuser="", is_staff="")
    del data["is_active"]
    assert client.post(change_address(user), data).status_code == 302
    fresh = User.objects.get(pk=user.pk)
    assert (fresh.is_active, fresh.is_staff, fresh.is_superuser) == (True, True, user.is_superuser)
    assert list(fresh.groups.all()) == groups


def test_an_administrator_sees_nothing_of_the_password_of_a_superuser(administrator):
    page = administrator.get(change_address(make_user("root", is_superuser=True))).content.decode()
    assert "algorithm" not in page
    assert "../password/" not in page


def test_a_superuser_gives_every_right(superuser):
    user = make_user("yusuf", email="yusuf@example.org")
    superuser.post(change_address(user), account(user, is_superuser="on", is_staff="on"))
    assert User.objects.get(pk=user.pk).is_superuser


def test_an_author_form_shows_accounts_only_to_those_who_may_see_them(administrator):
    editor = client_of(make_user("ed", group="editor"))
    path = f"/admin/articles/author/{make_author(user=make_user('secret-account')).pk}/change/"
    assert "secret-account" not in editor.get(path).content.decode()
    assert "secret-account" in administrator.get(path).content.decode()


def test_groups_are_not_edited_in_the_admin(superuser):
    assert superuser.get("/admin/auth/group/").status_code == 404
