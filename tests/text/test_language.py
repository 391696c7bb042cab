"""The language and direction of most of a text."""

import time

import pytest

from articles.text import direction, direction_of, guess_language, isolated

TEXTS = [
    ("ar", "(CNN) -- قال الرئيس إن الحكومة ستبدأ العمل غدا في المدينة"),
    ("ar", "BBC قالت"),
    ("ar", "COVID-19: الوباء يعود"),
    ("fa", "رئیس جمهور گفت دولت از فردا کار خود را آغاز می‌کند"),
    ("ur", "وزیر اعظم نے کہا کہ حکومت کل سے کام شروع کرے گی"),
    ("ps", "ولسمشر وویل چې حکومت به سبا کار پیل کړي"),
    ("ckb", "سەرۆک وتی حکومەت دەست لە کار ناکێشێتەوە"),
    ("he", "ראש הממשלה אמר"),
    ("yi", "דער פרעזידענט האט געזאגט אז די רעגירונג"),
    ("ru", "Президент сказал, что правительство начнёт работу завтра"),
    ("uk", "Президент сказав, що уряд почне роботу завтра"),
    ("bg", "Президентът каза, че правителството ще започне работа утре"),
    ("be", "Прэзідэнт сказаў у сераду, што ўрад не пойдзе ў адстаўку"),
    ("hi", "प्रधानमंत्री ने कहा कि सरकार कल से काम शुरू करेगी"),
    ("mr", "पंतप्रधानांनी सांगितले की सरकार उद्यापासून काम सुरू करेल आणि या"),
    ("th", "ฝนตกหนักที่กรุงเทพฯ"),
    ("ja", "日本の首相は水曜日"),
    ("zh-hans", "中国国家主席说"),
    ("zh-hant", "中國國家主席說"),
    ("ko", "한국 대통령은 수요일"),
    ("de", "Der Kanzler sagte am Mittwoch, dass die Regierung nicht zurücktritt und wartet."),
    ("fr", "Le président a déclaré mercredi que le gouvernement ne démissionnerait pas et que"),
    (
        "tr",
        "Cumhurbaşkanı çarşamba günü hükümetin istifa etmeyeceğini ve seçime gideceğini söyledi",
    ),
    ("en-gb", "The president said on Wednesday that the government would not resign."),
    ("ar", "https://www.example.com/arabic/articles/c2 قال الرئيس"),
    ("he", '"iPhone 17" יוצא לשוק'),
    ("sd", "سنڌ ۾ مينهن جي اڳڪٿي ڪئي وئي آهي"),
    ("dv", "ރައީސް މިއަދު ވިދާޅުވި"),
    ("syr", "ܡܠܟܐ ܐܡܪ"),
    ("nqo", "ߒߞߏ ߞߊ߲"),
    ("ckb", "هەولێر: کۆبوونەوەی حکومەت"),
    ("mn", "Монгол улсын ерөнхийлөгч"),
    ("kk", "Қазақстан президенті"),
    ("zh-hant", "台灣總統選舉結果出爐"),
    ("zh-hans", "台湾总统选举结果出炉"),
    # Too little to tell: the newsroom's own.
    ("en-gb", "Xi Putin"),
    ("en-gb", "2024 — 5:0"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_most_of_the_text_says_the_language(language: str, text: str) -> None:
    assert guess_language(text, "en-gb") == language


def test_a_headline_without_kana_in_a_japanese_newsroom_is_japanese() -> None:
    assert guess_language("日本国首相訪中", "ja") == "ja"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(CNN) -- قال الرئيس", "rtl"),
        ("COVID-19: الوباء يعود", "rtl"),
        ("WHO: كورونا", "rtl"),
        ("He said “سلام” in Tehran", "ltr"),
        ("שלום", "rtl"),
        ("https://example.com/a/b قال", "rtl"),
        ("desk@example.org: قال @BBCArabic www.bbc.com", "rtl"),
        ("https://example.com/", ""),
        ("«قال» said the president", "ltr"),
        ("2024", ""),
        ("", ""),
    ],
)
def test_most_letters_say_the_direction(text: str, expected: str) -> None:
    assert direction(text) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", "rtl"), ("fa-IR", "rtl"), ("az", "ltr"), ("az-Arab", "rtl"), ("he", "rtl"),
     ("dv", "rtl"), ("en-gb", "ltr"), ("zh-hant", "ltr"), ("unknown", "ltr")],
)  # fmt: skip
def test_languages_have_a_direction(language: str, expected: str) -> None:
    assert direction_of(language) == expected


def test_plain_text_that_may_run_the_other_way_is_isolated() -> None:
    assert isolated("COVID-19: الوباء") == "\u2067COVID-19: الوباء\u2069"
    assert isolated("He said “سلام” twice") == "\u2066He said “سلام” twice\u2069"
    assert isolated("Harvest begins") == "Harvest begins"


def test_a_long_text_is_read_at_once() -> None:
    start = time.process_time()
    guess_language("word слово قال " * 70_000, "en")
    guess_language("a" * 1_000_000 + " @ قال", "en")
    guess_language("a@" * 500_000 + "قال", "en")
    assert time.process_time() - start < 2
