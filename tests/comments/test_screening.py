"""Screening as a function: what is typed and known goes in, what fired comes out."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given, strategies as st

from bench.screening import HOSTILE
from comments import addresses, moderation, networks, screening, wordmatch
from comments.models import Comment, Rule
from comments.screening import Facts, Place, Subject
from tests.factories import make_author, make_comment, make_story, make_user

KNOWN = Facts(is_known=True)


@dataclass
class Looked:
    """As much of a row of `Rule` as screening reads."""

    kind: str
    pattern: str = ""
    pk: int = 7
    commenter_id: int | None = None
    action: str = "flag"
    reason: str = ""
    note: str = "because"


def codes(subject, facts=KNOWN, rules=()):
    found = screening.findings(subject, facts, rules)
    return {finding.code: finding for finding in found if finding.code != "known_address"}


def hit(kind, pattern, **subject):
    return "7" in {
        str(finding.rule)
        for finding in screening.rule_findings(Subject(**{"text": "", "name": ""} | subject), [Looked(kind, pattern)])
    }


# --- The rules of the house


def test_one_link_is_none_and_two_are_many_with_their_places():
    assert not codes(Subject("see www.example.com.", "Huda"))
    text = "see www.example.com, and (https://example.org/a)."
    links = codes(Subject(text, "Huda"))["links"]
    assert (links.action, links.label) == ("flag", "2")
    assert [text[start:end] for _field, start, end in links.places] == ["www.example.com", "https://example.org/a"]


def test_a_first_comment_is_noted_and_no_flag():
    found = screening.findings(Subject("Hello", "Huda"), Facts(), [])
    assert [(finding.code, finding.action) for finding in found] == [("first_time", "note")]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(is_known=True), ("known_address", "note")),
        (Facts(is_known=True, has_new_name=True), ("known_address", "flag")),
        (Facts(is_known=True, has_name_of_another=True), ("known_name", "flag")),
        (Facts(is_known=True, staff_name="Noura Salem"), ("author_name", "flag")),
        (Facts(is_known=True, repeated=4), ("repeated", "flag")),
    ],
)
def test_what_the_database_knows_becomes_a_finding(facts, expected):
    found = screening.findings(Subject("Hello", "Huda"), facts, [])
    assert expected in [(finding.code, finding.action) for finding in found]


def test_every_rule_that_fires_is_kept_and_not_the_first_alone():
    rules = [Looked("words", "casino", pk=1), Looked("words", "win*", pk=2), Looked("domain", "example.com", pk=3)]
    subject = Subject("Casino! Winner: https://a.example.com https://example.com", "casino", trap="x")
    found = screening.findings(subject, Facts(), rules)
    assert [finding.rule for finding in found if finding.rule] == [1, 2, 3]
    assert {"honeypot", "links", "first_time"} <= {finding.code for finding in found}
    by_rule = {finding.rule: finding for finding in found}
    assert by_rule[1].places == (Place("text", 0, 6), Place("name", 0, 6))
    assert by_rule[2].note == "because"
    assert len(by_rule[3].places) == 2


# --- Moderators' rules


def test_words_are_looked_for_in_text_name_and_website():
    rule = [Looked("words", "casino")]
    subject = Subject("a casino", "The Casino", "https://best-casino.example/")
    assert [place.field for place in codes(subject, rules=rule)["words"].places] == ["text", "name", "website"]


@pytest.mark.parametrize(
    "text",
    [
        "http://example.com",
        "https://www.EXAMPLE.com/a?b",
        "https://user:password@a.b.example.com:8080/",
        "go to example.com.",
        "Go...example.com",
        "www.example.com",
        "https://example.com。",
        "https://ｅxample.com",
        "https://𝐄𝐗ample.com",
        "http://example.com./",
        "http:///example.com",
        "http:\\\\example.com\\a",
        "http://ex%61mple.com/",
        "http://user@ex%61mple%2Ecom:80/",
        "http://exam\ufe0fple.com/",
        "http://exam\u00adple.c\u200bom/",
        "http://exam\u034fple.com/",
        "http://exam\u200cple.com/",
        "http://exam" + "\ufe0f" * 300 + "ple.com/",
        "exam\ufe0fple.com",
        "example．com",
        "example｡com",
        "http://example\u2024com/",
    ],
)
def test_a_domain_hits_itself_and_what_lies_under_it(text):
    assert hit("domain", "example.com", text=text)


@pytest.mark.parametrize(
    "text",
    [
        "https://notexample.com",
        "https://example.com.evil.org",
        "https://example.org/example.com",
        "example. com",
        "https://exam%20ple.com",
        "https://example.com%2Eevil.org",
        f"https://{'a' * 64}.example.com",
    ],
)
def test_a_domain_does_not_hit_another(text):
    assert not hit("domain", "example.com", text=text)


def test_a_domain_is_one_in_both_spellings_and_in_the_website():
    for one, other in [("bücher.example", "xn--bcher-kva.example"), ("xn--bcher-kva.example", "BÜCHER.example")]:
        assert hit("domain", one, text=f"https://{other}/")
        assert hit("domain", one, website=f"https://shop.{other}/")
    assert hit("domain", "bücher.كازينو.com", text="https://xn--bcher-kva.كازينو.com/")


def test_a_joiner_between_letters_that_need_it_belongs_to_the_domain():
    assert hit("domain", "نامه\u200cای.com", text="https://نامه\u200cای.com")
    assert not hit("domain", "نامه\u200cای.com", text="https://نامهای.com")


def test_an_address_is_one_commenter_and_nobody_where_there_is_none():
    rules = [Looked("email", commenter_id=3)]
    assert codes(Subject("", "", commenter=3), rules=rules)["email"].label == "#3"
    assert "email" not in codes(Subject("", "", commenter=4), rules=rules)
    assert "email" not in codes(Subject("", ""), rules=[Looked("email", commenter_id=None)])


def test_the_domain_of_an_address_takes_in_what_lies_under_it():
    assert hit("email_domain", "example.org", email="a@example.org")
    assert hit("email_domain", "example.org", email="a@Mail.Example.ORG")
    assert not hit("email_domain", "example.org", email="a@notexample.org")
    assert not hit("email_domain", "example.org", email="example.org")


@pytest.mark.parametrize(
    ("pattern", "client", "is_hit"),
    [
        ("10.0.0.9/32", "10.0.0.9", True),
        ("10.0.0.9/32", "110.0.0.91", False),
        ("10.0.0.0/24", "10.0.0.200", True),
        ("10.0.0.0/24", "::ffff:10.0.0.200", True),
        ("10.0.0.0/24", "10.0.1.1", False),
        ("2001:db8::/32", "2001:db8:1::5", True),
        ("2001:db8::/32", "2001:db9::5", False),
        ("2001:db8::/32", "10.0.0.1", False),
        ("10.0.0.0/24", "", False),
        ("nonsense", "10.0.0.1", False),
    ],
)
def test_a_network_holds_the_addresses_in_it(pattern, client, is_hit):
    assert hit("network", pattern, network=client) == is_hit


def test_no_client_address_is_kept_in_memory():
    networks.network.cache_clear()
    for host in range(3):
        assert hit("network", "10.0.0.0/24", network=f"10.0.0.{host}")
    assert networks.network.cache_info().currsize == 1


def test_spam_goes_before_rejected_and_both_name_their_rules():
    found = screening.rule_findings(
        Subject("casino bingo", ""),
        [
            Looked("words", "casino", pk=1, action="reject", reason="advertising"),
            Looked("words", "bingo", pk=2, action="spam"),
        ],
    )
    assert screening.verdict(found) == ("spam", "", "bingo")
    assert screening.verdict(found[:1]) == ("rejected", "advertising", "casino")
    assert screening.verdict([]) is None


def test_what_is_typed_is_not_in_the_repr_that_logs_show():
    subject = Subject("secret text", "Huda", "https://a.example", "huda@example.org", 3, "203.0.113.9", "trap")
    assert repr(subject) == "Subject(commenter=3)"


# --- What comments are grouped by


def test_one_text_in_invisible_variations_has_one_digest():
    digest = screening.text_digest("Buy casino now!")
    assert screening.text_digest("buy\u200b ⓒasino…  NOW") == digest
    assert screening.text_digest("buy casinos now") != digest
    assert screening.text_digest("👍") != screening.text_digest("👎")
    assert screening.text_digest(" 👍 ") == screening.text_digest("👍")


def test_links_are_compared_without_what_does_not_matter():
    text = "http://www.Example.com/a/, https://example.com/a#top (https://example.com/?q=1) https://bücher.example/"
    assert screening.links(text, "https://example.com/a") == [
        "example.com/a",
        "example.com?q=1",
        "xn--bcher-kva.example",
    ]


def test_no_more_links_are_looked_at_than_are_kept(monkeypatch):
    looked_at, ascii_host = [], addresses.ascii_host
    monkeypatch.setattr(addresses, "ascii_host", lambda name: looked_at.append(name) or ascii_host(name))
    text = " ".join(f"http://{number}.example.com" for number in range(100))
    assert screening.links(text, "https://example.org", 3) == [f"{number}.example.com" for number in range(3)]
    assert len(looked_at) == 3
    assert len(screening.links(text, "https://example.org")) == 101


def test_a_link_is_one_however_its_host_is_written():
    hosts = ["example.com", "ex%61mple.com", "exam\ufe0fple.com", "example｡com", "/example.com", "𝐄xample.com."]
    assert screening.links(" ".join(f"http://{host}/a" for host in hosts)) == ["example.com/a"]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_gives_more_work_than_it_has_characters(name, monkeypatch):
    """Counted, not timed: what is handed to each step that takes more than linear time is short, and in sum no more than
    the text a few times over."""
    text = (HOSTILE[name] * (10_000 // len(HOSTILE[name]) + 1))[:10_000]
    handed = {}

    def counted(module, function, most=None):
        does = getattr(module, function)

        def count(given, *rest):
            assert most is None or len(given) <= most
            handed[function] = handed.get(function, 0) + len(given)
            return does(given, *rest)

        monkeypatch.setattr(module, function, count)

    counted(addresses, "_normalised", addresses.LONGEST_HOST)
    counted(addresses, "_punycode", addresses.LONGEST_LABEL)
    counted(addresses, "plain_host")
    counted(wordmatch, "words")
    rules = [Looked("words", "a a a a casino", pk=1), Looked("domain", "shop7.example.com", pk=2)]
    subject = Subject(text, "Huda")
    screening.rule_findings(subject, rules)
    # No text is put into ASCII to be held against domains, only the domains are.
    assert handed.pop("_punycode", 0) == 0
    screening.text_digest(text)
    screening.links(text)
    # The text is cut into words twice, the website, the name and the rule once.
    assert handed.pop("words") <= 2 * len(text) + 100
    # A host that is written in an address is looked at for the rules, and for what is grouped by it.
    assert all(number <= 4 * len(text) for number in handed.values())


@given(st.text(alphabet="htps:/w.@#?[]()%\u0301é。-_ 1", max_size=60))
def test_no_text_and_no_website_breaks_screening(text):
    rules = [Looked("words", text), Looked("domain", text, pk=8), Looked("network", text, pk=9)]
    subject = Subject(text, text, text, text, 1, text)
    for finding in screening.findings(subject, KNOWN, rules):
        assert all(0 <= start < end <= len(text) for _field, start, end in finding.places)
    screening.links(text, text)
    screening.text_digest(text)


@pytest.mark.parametrize(("limit", "seconds"), [(1, 50), (2, 40), (3, 30), (4, 0)])
def test_how_long_to_wait_is_told_to_the_second_however_many_came(limit, seconds):
    now = timezone.now()
    submitted = [now - timedelta(seconds=ago) for ago in (10, 30, 20)]
    assert screening.seconds_to_wait([*submitted, now - timedelta(seconds=60)], now, limit) == seconds


# --- With the database


@pytest.mark.django_db
def test_the_facts_of_names_and_addresses_come_from_what_was_approved():
    story = make_story()
    make_comment(story, status="approved", name="Huda", email="huda@example.org")

    def fired(**fields):
        return set(make_comment(story, **fields).matches.values_list("code", "action"))

    assert fired(name="Huda", email="huda@example.org") == {("known_address", "note")}
    assert fired(name="Salem", email="huda@example.org") == {("known_address", "flag")}
    assert fired(name="Ｈuda", email="other@example.org") == {("first_time", "note"), ("known_name", "flag")}


@pytest.mark.django_db
def test_the_name_of_an_author_in_any_language_and_spelling_is_flagged():
    make_author("Noura Salem", slug="noura").save()
    author = make_author("x", slug="other")
    author.byline = {"en": "Yusuf", "ar": "أحمد العلي"}
    author.save()
    story = make_story()
    assert make_comment(story, name="N0ura  salem").matches.get(code="author_name").label == "Noura Salem"
    assert make_comment(story, name="احمد العلى").matches.get(code="author_name").label == "أحمد العلي"
    assert not make_comment(story, name="Noura").matches.filter(code="author_name").exists()


@pytest.mark.django_db
def test_the_name_of_somebody_of_the_staff_is_flagged_while_they_are_there():
    person = make_user("nsalem", first_name="Noura", last_name="Salem")
    make_user("nameless")
    story = make_story()
    assert make_comment(story, name="noura SALEM").matches.get(code="author_name").label == "Noura Salem"
    person.is_active = False
    person.save()
    assert not make_comment(story, name="noura SALEM").matches.filter(code="author_name").exists()


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Moderator", "Moderator"),
        ("The Editors", "Editors"),
        ("Verified M0derator", "M0derator"),
        ("Аdmin", "Аdmin"),
        ("أحمد المشرف", "المشرف"),
        ("رئيس التحرير", "التحرير"),
        ("Edith Modi", ""),
        ("Administrator's neighbour", "Administrator's"),
        ("", ""),
    ],
)
def test_a_name_that_claims_a_place_in_the_newsroom_is_flagged(name, role):
    found = [
        finding for finding in screening.findings(Subject("Hello", name), Facts(), []) if finding.code == "role_name"
    ]
    assert [(finding.action, finding.label) for finding in found] == ([("flag", role)] if role else [])


@pytest.mark.django_db
def test_what_an_urgent_rule_finds_waits_before_all_that_is_only_flagged():
    Rule.objects.create(pattern="know where you live", action="urgent")
    story = make_story()
    threat = make_comment(story, text="I know where you live.")
    links = make_comment(story, name="Moderator", text="https://one.example/ https://two.example/")
    assert (threat.status, threat.is_urgent, threat.number_of_flags) == ("pending", True, 1)
    assert (links.is_urgent, links.number_of_flags) == (False, 2)
    assert threat.flags > links.flags


@pytest.mark.django_db
def test_the_same_text_is_counted_for_thirty_days():
    story, now = make_story(), timezone.now()
    old = make_comment(story, text="Same words.")
    Comment.objects.filter(pk=old.pk).update(submitted_at=now - timedelta(days=31))
    assert not make_comment(story, text="Same words!", now=now).matches.filter(code="repeated").exists()
    third = make_comment(story, text="same  words", now=now + timedelta(seconds=1))
    assert third.matches.get(code="repeated").label == "1"
    assert Comment.objects.get(pk=third.pk).flags == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("action", "status"), [("flag", "pending"), ("reject", "rejected"), ("spam", "spam")])
def test_a_rule_flags_or_decides_and_stays_with_the_comment(action, status):
    rule = Rule.objects.create(pattern="casino", action=action, reason="advertising", note="gambling")
    comment = make_comment(make_story(), text="a casino")
    assert comment.status == status
    match = comment.matches.get(code="words")
    assert (match.rule, match.label, match.places, match.note) == (rule, "casino", [["text", 2, 8]], "gambling")
    if status != "pending":
        decision = comment.decisions.get()
        assert (decision.by, decision.reason, decision.rule) == (None, "advertising", "casino")


@pytest.mark.django_db
def test_an_expired_rule_does_not_fire():
    Rule.objects.create(pattern="casino", expires_at=timezone.now() - timedelta(seconds=1))
    assert not make_comment(make_story(), text="a casino").matches.filter(code="words").exists()


@pytest.mark.django_db
def test_a_text_is_cut_into_words_once_when_it_comes_and_once_when_the_rules_run_again(monkeypatch):
    Rule.objects.create(pattern="casino")
    cut, words = [], wordmatch.words
    monkeypatch.setattr(wordmatch, "words", lambda text: cut.append(text) or words(text))
    make_comment(make_story(), text="A casino.")
    assert cut.count("A casino.") == 1
    moderation.rescreen(Comment.objects.all())
    assert cut.count("A casino.") == 2


@pytest.mark.django_db
def test_the_newsroom_is_not_screened():
    Rule.objects.create(pattern="casino", action="spam")
    answer = moderation.answer(make_comment(make_story()), make_user("noura"), "No casino here.")
    assert (answer.status, answer.matches.count()) == ("approved", 0)


@pytest.mark.django_db
def test_a_rule_that_is_deleted_while_a_comment_is_stored_leaves_its_match(monkeypatch):
    Rule.objects.create(pattern="casino")
    find = screening.findings

    def find_and_lose(*arguments):
        found = find(*arguments)
        Rule.objects.all().delete()
        return found

    monkeypatch.setattr(screening, "findings", find_and_lose)
    match = make_comment(make_story(), text="a casino").matches.get(code="words")
    assert (match.rule, match.label) == (None, "casino")
