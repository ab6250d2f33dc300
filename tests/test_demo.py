"""The demo newspaper: what is in it, and what running it again does."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone
from PIL import Image

from articles import alt_text, body, photos, publishing, renditions
from articles.models import Article, Author, Correction, Photo, Publication, Section, StandingPage, Tag
from comments import moderation, statistics
from comments.models import Comment, Decision, Rule, RuleMatch
from comments.text import REDACTED
from newsroom.demo import content
from newsroom.demo.content.desk import again, decided, waiting, wave
from newsroom.demo.drawings import DRAWINGS
from newsroom.management.commands import demo
from newsroom.models import User
from tests.factories import make_publication, make_section

MODELS = (Article, Author, Comment, Correction, Decision, Photo, Rule, Section, StandingPage, Tag, User)
COMMENTS = [comment for story in content.STORIES for comment in story["comments"]]
ANSWERS = sum(act["verb"] == "answer" for entry in content.SENT for act in entry["acts"])
NUMBER_OF_COMMENTS = len(COMMENTS) + len(content.SENT) + ANSWERS
SIZES = {(1800, 1200), (1200, 1500), (2400, 1000), (1200, 1200)}


def words(html):
    return len(body.to_text(body.clean(html)).split())


def figures(story):
    return re.findall(r'<figure data-photo="([^"]+)"', story["body"])


# --- What is in it


def test_every_kind_of_story_is_there_in_both_languages():
    kinds = {(story["language"], story["kind"]) for story in content.STORIES if story["status"] == "published"}
    assert kinds == {(language, kind) for language in ("en", "ar") for kind in Article.Kind.values}


def test_every_section_has_stories_in_both_languages():
    for section in content.SECTIONS:
        for language in ("en", "ar"):
            stories = [
                story
                for story in content.STORIES
                if (story["section"], story["language"]) == (section["slug"], language) and story["published_ago"]
            ]
            assert len(stories) >= 2, (section["slug"], language)


def test_every_status_of_a_story_is_there():
    statuses = [story["status"] for story in content.STORIES]
    assert set(statuses) == {*Article.Status.values, "scheduled", "embargoed"}
    assert all(statuses.count(status) == 1 for status in ("draft", "in_review", "ready", "withdrawn", "embargoed"))


def test_every_status_and_a_real_queue_of_comments_are_there():
    statuses = [comment["status"] for comment in COMMENTS]
    assert set(statuses) == set(Comment.Status.values)
    assert 12 <= statuses.count("pending") <= 20
    rejected = [comment for comment in COMMENTS if comment["status"] == "rejected"]
    assert all(comment["reason"] in Decision.Reason.values for comment in rejected)
    assert len({comment["reason"] for comment in rejected}) >= 5


def test_every_kind_of_correction_is_there():
    kinds = {correction["kind"] for story in content.STORIES for correction in story["corrections"]}
    assert kinds == set(Correction.Kind.values)


def test_stories_run_from_a_brief_to_a_long_read():
    lengths = sorted(words(story["body"]) for story in content.STORIES)
    assert lengths[0] >= 50
    assert lengths[0] <= 90
    assert lengths[-1] >= 1000


def test_no_text_is_filler_and_no_two_stories_share_a_headline():
    texts = [text for story in content.STORIES for text in (story["headline"], story["dek"], story["body"])]
    texts += [comment["text"] for comment in [*COMMENTS, *content.SENT]]
    filler = re.compile(r"lorem|ipsum|dolor sit|\bTODO\b|\btbd\b|\bxxx|sample text|نص تجريبي|هذا النص", re.IGNORECASE)
    assert not [text for text in texts if filler.search(text) or not text.strip()]
    headlines = [story["headline"] for story in content.STORIES]
    assert len(set(headlines)) == len(headlines)
    single = [comment["text"] for comment in [*COMMENTS, *content.SENT] if comment not in [*wave.SENT, *decided.SPAM]]
    assert len(set(single)) == len(single)


def test_addresses_of_the_demo_belong_to_nobody():
    comments = [*COMMENTS, *content.SENT]
    found = [comment["email"].rpartition("@")[2] for comment in comments if comment["email"]]
    found += re.findall(
        r"https?://([^/\s]+)", " ".join(comment["text"] + " " + comment["website"] for comment in comments)
    )
    others = set(found) - {"example.com", "example.org", "example.net"}
    assert not [host for host in others if not host.endswith(".example")]


def test_every_photo_and_every_wording_of_a_story_has_an_alt_text():
    texts = [photo["alt_text"] for photo in content.PHOTOS]
    texts += [story["featured_alt_text"] for story in content.STORIES if story["featured_alt_text"]]
    texts += re.findall(r'data-alt="([^"]*)"', " ".join(story["body"] for story in content.STORIES))
    assert not [text for text in texts if alt_text.problem(text) or len(text) > 300]


def test_photos_stand_inside_the_text_of_stories():
    keys = {photo["key"] for photo in content.PHOTOS}
    with_figures = [story for story in content.STORIES if figures(story)]
    assert len(with_figures) >= 6
    assert all(set(figures(story)) <= keys for story in with_figures)
    assert all(line == line.strip() for line in re.findall(r"^.*<figure.*$", with_figures[0]["body"], re.MULTILINE))


def test_nothing_comes_before_what_it_answers_or_corrects():
    for story in content.STORIES:
        ago = {None: story["published_ago"]}
        for comment in story["comments"]:
            assert comment["ago"] < ago[comment["reply_to"]], comment["key"]
            ago[comment["key"]] = comment["ago"]
        assert all(correction["ago"] < story["published_ago"] for correction in story["corrections"])


def test_nobody_sends_before_there_is_something_to_answer_and_nothing_is_done_in_the_future():
    story_ago = {story["key"]: story["published_ago"] for story in content.STORIES}
    ago = {comment["key"]: comment["ago"] for comment in COMMENTS}
    for entry in content.SENT:
        assert entry["ago"] < story_ago[entry["story"]], entry["key"]
        assert entry["ago"] < ago.get(entry["reply_to"], timedelta.max), entry["key"]
        moments = [act["after"] for act in entry["acts"]]
        assert moments == sorted(moments)
        assert all(after <= entry["ago"] for after in moments), entry["key"]
    assert len({entry["key"] for entry in [*COMMENTS, *content.SENT]}) == len(COMMENTS) + len(content.SENT)


def test_the_queue_is_worth_looking_at():
    queue = [*waiting.SENT, *wave.SENT]
    languages = {story["key"]: story["language"] for story in content.STORIES}
    assert {languages[entry["story"]] for entry in queue} == {"en", "ar"}
    assert len(wave.SENT) == 9
    assert len({entry["network"] for entry in wave.SENT}) == 9
    assert sum(entry["reply_to"] is not None for entry in waiting.SENT) >= 3
    assert max(len(entry["text"]) for entry in waiting.SENT) > 1500
    kinds = {rule["kind"] for rule in content.RULES}
    assert kinds == {"words", "domain", "network", "email_domain"}
    assert all(rule["note"] for rule in content.RULES)
    assert any(rule["expires_in"] for rule in content.RULES)


def test_every_drawing_is_a_photo_of_the_library():
    assert {photo["drawing"] for photo in content.PHOTOS} == set(DRAWINGS)


@pytest.mark.parametrize("name", DRAWINGS)
def test_each_drawing_is_large_and_not_empty(name):
    image = DRAWINGS[name]()
    assert (image.mode, image.size in SIZES) == ("RGB", True)
    assert all(high - low > 60 for low, high in image.getextrema())


# --- What the command makes of it


_encoded = {}


def encoded_once(image, **options):
    """As `photos.encoded`, which is asked once for each size: the drawings of these tests are all of one grey."""
    key = image.mode, image.size, repr(options)
    if key not in _encoded:
        _encoded[key] = ENCODED(image, **options)
    return _encoded[key]


ENCODED = photos.encoded


@pytest.fixture
def blank_drawings(monkeypatch):
    """Drawing takes seconds, and so does encoding; here it is enough that each photo is there in its size."""
    monkeypatch.setattr(demo, "DRAWINGS", {name: lambda: Image.new("RGB", (1800, 1200), "grey") for name in DRAWINGS})
    monkeypatch.setattr(photos, "encoded", encoded_once)
    monkeypatch.setenv("DEMO_PASSWORD", "a demo password")


def run():
    out = StringIO()
    call_command("demo", stdout=out)
    return out.getvalue()


def counts():
    return {model.__name__: model.objects.count() for model in MODELS}


@pytest.mark.django_db
def test_the_demo_is_a_newspaper_and_running_it_again_adds_nothing(client, blank_drawings):
    run()
    before = counts()
    assert before["Article"] == len(content.STORIES)
    assert before["Comment"] == NUMBER_OF_COMMENTS
    lead = Article.objects.published().in_language("en").newest().first()
    assert "IOM" in lead.body_text
    assert (lead.featured_photo.width, lead.has_closed_comments()) == (1800, False)
    assert "admin, editor, reporter, moderator" in run()
    assert counts() == before
    assert client.login(username="moderator", password="a demo password")
    page = client.get("/").content.decode()
    assert page.index(lead.headline) < page.index("</article>")


@pytest.mark.django_db
def test_running_it_again_changes_nothing_that_somebody_edited(client, blank_drawings):
    run()
    story = Article.objects.get(headline__startswith="Thirty officers")
    publishing.save(story, {"headline": "Another headline"}, by=User.objects.get(username="editor"))
    publishing.publish(story, by=User.objects.get(username="editor"))
    Section.objects.filter(slug="kuwait").update(name={"en": "Home"})
    Publication.objects.update(publisher="Somebody else")
    StandingPage.objects.filter(slug="about").delete()
    Photo.objects.update(caption="Edited")
    User.objects.get(username="editor").groups.clear()
    user = User.objects.get(username="editor")
    user.set_password("changed")
    user.save()
    before = counts()
    run()
    assert counts() == before
    assert Article.objects.filter(headline="Another headline").count() == 1
    assert str(Section.objects.get(slug="kuwait")) == "Home"
    assert Publication.current().publisher == "Somebody else"
    assert set(Photo.objects.values_list("caption", flat=True)) == {"Edited"}
    assert client.login(username="editor", password="a demo password")


@pytest.mark.django_db
def test_a_run_that_was_cut_off_leaves_nothing_and_the_next_makes_a_whole_one(blank_drawings, monkeypatch):
    submit, calls = moderation.submit, []

    def cut_off(*arguments, **details):
        calls.append(arguments)
        if len(calls) == 9:
            raise KeyboardInterrupt
        return submit(*arguments, **details)

    monkeypatch.setattr(moderation, "submit", cut_off)
    with pytest.raises(KeyboardInterrupt):
        run()
    assert (Article.objects.count(), Comment.objects.count(), Photo.objects.count()) == (0, 0, 0)
    monkeypatch.setattr(moderation, "submit", submit)
    run()
    assert (Article.objects.count(), Comment.objects.count()) == (len(content.STORIES), NUMBER_OF_COMMENTS)


@pytest.mark.django_db
def test_renditions_that_a_run_left_undone_are_made_by_the_next(blank_drawings):
    run()  # The callbacks after the commit are dropped, as if the process had ended then.
    assert not Photo.objects.exclude(renditions={})
    run()
    assert all(renditions.are_current(photo) for photo in Photo.objects.all())


@pytest.mark.django_db
def test_what_a_person_had_set_up_before_keeps_its_name(blank_drawings):
    make_publication(name={"en": "The Harbour Post"}, publisher="")
    make_section("Home news", slug="kuwait")
    run()
    assert str(Publication.current().name) == "The Harbour Post"
    assert Publication.current().publisher == content.PUBLICATION["publisher"]
    assert str(Section.objects.get(slug="kuwait")) == "Home news"


@pytest.mark.django_db
def test_pending_comments_wait_and_readers_see_none_of_them(blank_drawings):
    run()
    anew = Comment.objects.filter(text__in=[text for entry in again.SENT for text in texts_of(entry)])
    pending = Comment.objects.pending().exclude(pk__in=anew)
    waits = {comment["text"] for comment in COMMENTS if comment["status"] == "pending"}
    waits |= {entry["text"] for entry in [*waiting.SENT, *wave.SENT]}
    assert set(pending.values_list("text", flat=True)) == waits
    assert 40 <= pending.count() <= 50
    assert not pending.filter(decisions__isnull=False)
    assert not Comment.objects.visible().exclude(status="approved").exclude(pk__in=anew)
    assert Decision.objects.get(to_status="withdrawn").by is None


def texts_of(entry):
    return [entry["text"], *(act["text"] for act in entry["acts"] if act["verb"] == "revise")]


@pytest.mark.django_db
def test_some_are_before_the_moderators_once_more_and_the_desk_shows_why(blank_drawings):
    run()
    reported = Comment.objects.pending().filter(reporters__gt=0).order_by("reporters")
    assert [(comment.reporters, comment.shown_version is None) for comment in reported] == [(2, False), (3, True)]
    edited = Comment.objects.pending().filter(text__in=[texts_of(entry)[-1] for entry in again.SENT], reporters=0)
    assert edited.filter(shown_version__isnull=False).count() == 1
    assert edited.filter(appeal__isnull=False).count() == 1


@pytest.mark.django_db
def test_the_desk_has_a_month_of_decisions_with_all_reasons_undone_ones_and_a_batch(blank_drawings):
    run()
    decisions = Decision.objects.filter(at__lt=timezone.now())
    assert set(decisions.filter(to_status="rejected").values_list("reason", flat=True)) >= set(Decision.Reason.values)
    assert set(decisions.values_list("by__username", flat=True)) >= {"moderator", "noura", None}
    assert decisions.filter(undoes__isnull=False).count() >= 4
    assert 6 in Counter(decisions.exclude(batch=None).values_list("batch", flat=True)).values()
    assert timezone.now() - decisions.order_by("at")[0].at > timedelta(days=28)
    assert not User.objects.get(username="noura").has_usable_password()


@pytest.mark.django_db
def test_the_rules_of_the_desk_have_caught_what_they_name(blank_drawings):
    run()
    matches = RuleMatch.objects.exclude(rule=None)
    assert set(matches.values_list("rule__pattern", flat=True)) == {rule["pattern"] for rule in content.RULES}
    ruled = Decision.objects.filter(statistics.BY_A_RULE)
    assert set(ruled.values_list("to_status", flat=True)) == {"spam", "rejected"}
    dressed = Comment.objects.pending().filter(matches__rule__pattern="ربح مضمون")
    assert {comment.name for comment in dressed} == {"فرصة ذهبية", "مستثمر", "متقاعد من البنك"}
    fired = {comment.name: {match.code for match in comment.matches.all()} for comment in Comment.objects.pending()}
    assert "known_name" in fired["Vikram S."]
    assert "links" in fired["Ravi Menon"]
    assert "words" in fired["You will see"]


@pytest.mark.django_db
def test_readers_see_where_personal_data_was_taken_out_in_both_languages(client, blank_drawings):
    run()
    redacted = Comment.objects.visible().filter(text__contains=REDACTED)
    assert {comment.article.language for comment in redacted} == {"en", "ar"}
    for comment in redacted:
        page = client.get(comment.article.get_absolute_url()).content.decode()
        assert 'class="redacted"' in page
        assert "0000 " not in page.partition('id="comments"')[2]


@pytest.mark.django_db
def test_stories_of_the_demo_close_for_comments_as_the_publication_says(blank_drawings):
    run()
    old = Article.objects.get(headline__startswith="A prayer rug")
    assert (old.has_closed_comments(), old.comments_close_at - old.published_at < timedelta(days=30, seconds=1)) == (
        True,
        True,
    )
    assert not Article.objects.published().filter(comments_close_at=None)


@pytest.mark.django_db
def test_translations_are_linked_in_pairs_and_authors_have_their_portraits(blank_drawings):
    run()
    pairs = Article.objects.filter(translation_of__isnull=False)
    assert len(pairs) >= 3
    assert all({story.language, story.translation_of.language} == {"en", "ar"} for story in pairs)
    assert Author.objects.filter(portrait__isnull=False).count() == 4
    assert all(set(author.bio) == {"en", "ar"} for author in Author.objects.all())


@pytest.mark.django_db
def test_one_story_waits_for_tomorrow_and_one_for_the_end_of_its_embargo(blank_drawings):
    run()
    embargoed, scheduled = Article.objects.scheduled().order_by("published_at")
    assert (embargoed.kind, embargoed.published_at - timezone.now() < timedelta(hours=5)) == ("press_release", True)
    assert timezone.localtime(scheduled.published_at).hour == 6
    assert "Embargo" in embargoed.status_changes.get().note


@pytest.mark.parametrize("hour", [0, 5, 12, 23])
def test_the_future_of_the_demo_lies_ahead_at_any_hour(hour):
    now = datetime(2026, 12, 31, hour, 59, tzinfo=ZoneInfo("Asia/Kuwait"))
    morning, embargo = demo.FUTURE["scheduled"](now), demo.FUTURE["embargoed"](now)
    assert (morning.date(), morning.hour) == (datetime(2027, 1, 1, tzinfo=UTC).date(), 6)
    assert timedelta(hours=4) <= embargo - now <= timedelta(hours=5)


def test_photos_in_a_text_get_their_ids():
    library = {"loom": Photo(pk=41), "tea": Photo(pk=7)}
    text = '<p>a</p>\n<figure data-photo="loom" data-caption="c"></figure>\n<figure data-photo="tea"></figure>'
    assert demo.with_photos(text, library) == (
        '<p>a</p>\n<figure data-photo="41" data-caption="c"></figure>\n<figure data-photo="7"></figure>'
    )
    with pytest.raises(KeyError):
        demo.with_photos('<figure data-photo="none"></figure>', library)


@pytest.mark.django_db
def test_every_story_is_stored_with_ids_of_photos_and_no_keys(blank_drawings, monkeypatch):
    bodies, record = [], publishing.record

    def recorded(batch):
        bodies.extend(entry["fields"]["body"] for entry in batch)
        return record(batch)

    monkeypatch.setattr(publishing, "record", recorded)
    run()
    ids = re.findall(r'data-photo="([^"]*)"', " ".join(bodies))
    assert len(ids) >= 6
    assert {int(pk) for pk in ids} <= set(Photo.objects.values_list("pk", flat=True))
