"""Which spellings are one word, and which are not."""

import pytest

from articles.search import query, text

SAME = [
    ("كتاب", "الكتاب"),
    ("كتاب", "والكتاب"),
    ("كتاب", "بالكتاب"),
    ("كتاب", "كالكتاب"),
    ("كتاب", "فالكتاب"),
    ("كتاب", "للكتاب"),
    ("كتاب", "وللكتاب"),
    ("لبنان", "للبنان"),
    ("اللجنة", "وللجنة"),
    ("كتاب", "كِتَاب"),
    ("كتاب", "كتـــاب"),
    ("كتاب", "ﻛﺘﺎﺏ"),
    ("كتاب", "کتاب"),
    ("أحمد", "احمد"),
    ("إيران", "ايران"),
    ("آسيا", "اسيا"),
    ("ٱلكويت", "الكويت"),
    ("مستشفى", "مستشفي"),
    ("مدرسة", "مدرسه"),
    ("المدرسة", "مدرسه"),
    ("مسؤول", "مسئول"),
    ("ألمانيا", "المانيا"),
    ("الألمانيا", "ألمانيا"),
    ("ألعاب", "الألعاب"),
    ("التزام", "الالتزام"),
    ("إلكتروني", "الإلكتروني"),
    ("ضابط", "ضابطًا"),
    ("ضابط", "ضابطاً"),
    ("خاص", "خاصًّا"),
    ("معا", "معًا"),
    ("والله", "الله"),
    ("لله", "الله"),
    ("والآن", "الآن"),
    ("٢٠٢٦", "2026"),
    ("۲۰۲۶", "2026"),
    ("café", "cafe"),
    ("CAFÉ", "cafe\u0301"),
    ("Straße", "STRASSE"),
    ("Kuwait’s", "kuwait"),
    ("Kuwait's", "Kuwait"),
    ("don’t", "don't"),
    ("Sha'ab", "Shaab"),
    ("ﬁre", "fire"),
    ("２０２６", "2026"),
]
DIFFERENT = [
    ("كتاب", "كتب"),
    ("كتاب", "كاتب"),
    ("الله", "له"),
    ("الآن", "آن"),
    ("ألم", "م"),
    ("البر", "ر"),
    ("والد", "د"),
    ("والدة", "دة"),
    ("وزير", "زير"),
    ("ضابط", "ضابطا"),
    ("مع", "معًا"),
    ("بلدية", "لديه"),
    ("باب", "ب"),
    ("2026", "2025"),
    ("news", "new"),
    ("पानी", "पान"),
    ("ghost", "host"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_that_are_one_word(one, other):
    assert text.words(one) == text.words(other) != [""]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_spellings_that_are_two_words(one, other):
    assert text.words(one) != text.words(other)


@pytest.mark.parametrize("word", ["الكتاب", "الالتزام", "Kuwait's", "café", "ﷺ", "x" * 80, "والله", "Straße"])
def test_a_word_in_its_form_stays_as_it_is(word):
    form = text.normalised(word)
    assert text.normalised(form) == form


def test_a_text_is_cut_at_what_is_no_letter_or_digit():
    words = text.words("<b>Al-Sabah</b>, 3.5 m_n; ‘news’ 2٬000")
    assert words == ["b", "al", "sabah", "b", "3", "5", "m", "n", "news", "2", "000"]


@pytest.mark.parametrize(
    ("typed", "wanted", "excluded"),
    [
        ("port storm", [("port",), ("storm",)], []),
        ("Port PORT port", [("port",)], []),
        ('"prime minister" kuwait', [("prime", "minister"), ("kuwait",)], []),
        ("“prime minister”", [("prime", "minister")], []),
        ("«رئيس الوزراء»", [("رءيس", "وزراء")], []),
        ('"prime minister', [("prime", "minister")], []),
        ("port -storm", [("port",)], [("storm",)]),
        ('port -"dust storm"', [("port",)], [("dust", "storm")]),
        ("al-Sabah", [("al", "sabah")], []),
        ("Kuwait - Iraq – Iran", [("kuwait",), ("iraq",), ("iran",)], []),
        ("-storm", [], [("storm",)]),
        ("the port of Kuwait", [("port",), ("kuwait",)], []),
        ("the who", [("the",), ("who",)], []),
        ("في الكويت", [("كويت",)], []),
        ("port AND storm", [("port",), ("storm",)], []),
        ("port OR storm NOT", [("port",), ("storm",)], []),
        ("headline:port*", [("headline", "port")], []),
        ("", [], []),
        ("\x00 \" '' -- - ( ) ^ & | ! <-> : *", [], []),
    ],
)
def test_what_was_typed_is_taken_apart(typed, wanted, excluded):
    assert query.parse(typed) == (tuple(wanted), tuple(excluded))


def test_no_more_than_twelve_words_count():
    assert len(query.parse(" ".join(f"word{number}" for number in range(50))).wanted) == query.MOST_WORDS
    assert sum(map(len, query.parse(f'"{"a b c d " * 20}"').wanted)) == query.MOST_WORDS


def test_an_arabic_word_alone_is_asked_for_in_a_bounded_number_of_forms():
    assert query.forms(("ضابط",))[0] == ("ضابط",)
    assert len(query.forms(("موووول",))) == 60
    assert query.forms(("رئيس", "وزراء")) == [("رئيس", "وزراء")]
    assert query.forms(("port",)) == [("port",)]
    assert query.forms(("هذا",)) == [("هذا",)]
