"""Datelines as papers and agencies print them, and openings that only look like one."""

import pytest

from articles.wire import Gazetteer
from articles.wire.parse.dateline import find

PLACES = Gazetteer()
PROSE = {
    "en": "The council said on Thursday that it would raise the tax on fuel next year.",
    "de": "Der Rat hat am Donnerstag beschlossen, die Steuer auf das Benzin zu erhöhen.",
    "es": "El Gobierno anunció el jueves que subirá el impuesto sobre los combustibles.",
    "ru": "Правительство в четверг сообщило о повышении налога на топливо в следующем году.",
    "ar": "أعلنت الحكومة يوم الخميس أنها سترفع الضريبة على الوقود في العام المقبل.",
    "fa": "دولت روز پنجشنبه اعلام کرد که سال آینده مالیات سوخت را افزایش می دهد.",
    "he": "הממשלה הודיעה ביום חמישי כי תעלה את המס על הדלק בשנה הבאה ותסייע למשפחות.",
    "hi": "सरकार ने गुरुवार को कहा कि वह अगले साल ईंधन पर कर बढ़ाएगी।",
    "bn": "সরকার বৃহস্পতিবার জানিয়েছে যে আগামী বছর জ্বালানির ওপর কর বাড়ানো হবে।",
    "th": "รัฐบาลประกาศเมื่อวันพฤหัสบดีว่าจะขึ้นภาษีน้ำมันเชื้อเพลิงในปีหน้า",
    "zh": "政府星期四宣布，明年将提高燃油税，并将采取措施减轻低收入家庭的负担。",
    "ja": "政府は木曜日、来年から燃料税を引き上げると発表した。低所得世帯への支援も行う。",
    "ko": "정부는 목요일 내년부터 유류세를 인상하겠다고 발표했다. 저소득 가구를 지원한다.",
}
STYLES = {"en": "en", "de": "de"}
SURE = [
    # language, prefix, places, date, agency
    ("en", "Astana: ", ("Astana",), "", ""),
    ("en", "WASHINGTON (AP) — ", ("WASHINGTON",), "", "AP"),
    ("en", "LONDON, Sept 5 (Reuters) - ", ("LONDON",), "Sept 5", "Reuters"),
    ("en", "Kyiv/Moscow, ", ("Kyiv", "Moscow"), "", ""),
    ("en", "BRUSSELS—", ("BRUSSELS",), "", ""),
    ("en", "Paris (AFP) – ", ("Paris",), "", "AFP"),
    ("en", "(CNN) -- ", (), "", "CNN"),
    ("en", "Hong Kong CNN — ", ("Hong Kong",), "", "CNN"),
    ("en", "TOKYO, Japan — ", ("TOKYO, Japan",), "", ""),
    ("en", "KHAN YOUNIS, GAZA — ", ("KHAN YOUNIS, GAZA",), "", ""),
    ("en", "CAPE CANAVERAL, Fla. (AP) — ", ("CAPE CANAVERAL, Fla.",), "", "AP"),
    ("en", "HOUSTON, Texas (KTRK) -- ", ("HOUSTON, Texas",), "", "KTRK"),
    ("en", "CHAGRIN FALLS, Ohio — ", ("CHAGRIN FALLS, Ohio",), "", ""),
    ("ar", "دمشق، سوريا (CNN) -- ", ("دمشق، سوريا",), "", "CNN"),
    ("en", "ST. LOUIS (AP) — ", ("ST. LOUIS",), "", "AP"),
    ("en", "N’Djamena – ", ("N’Djamena",), "", ""),
    ("en", "N'Djamena, July 4 (Reuters) - ", ("N'Djamena",), "July 4", "Reuters"),
    ("en", "Port-au-Prince, Haiti (AP) — ", ("Port-au-Prince, Haiti",), "", "AP"),
    ("en", "ABOARD THE PAPAL PLANE (AP) — ", ("ABOARD THE PAPAL PLANE",), "", "AP"),
    ("en", "UNITED NATIONS (AP) — ", ("UNITED NATIONS",), "", "AP"),
    ("en", "WASHINGTON, D.C. — ", ("WASHINGTON, D.C.",), "", ""),
    (
        "en",
        "GAZA CITY/JERUSALEM, July 4 (Reuters) - ",
        ("GAZA CITY", "JERUSALEM"),
        "July 4",
        "Reuters",
    ),
    ("en", "Washington DC [US], July 4 (ANI): ", ("Washington DC [US]",), "July 4", "ANI"),
    ("en", "New Delhi, July 4 (PTI) ", ("New Delhi",), "July 4", "PTI"),
    ("en", "Kathmandu, Jul 4: ", ("Kathmandu",), "Jul 4", ""),
    ("en", "KUALA LUMPUR, July 4 (Bernama) -- ", ("KUALA LUMPUR",), "July 4", "Bernama"),
    ("en", "BEIJING, May 3 (Xinhua) -- ", ("BEIJING",), "May 3", "Xinhua"),
    ("en", "NEW YORK, July 4, 2024 /PRNewswire/ -- ", ("NEW YORK",), "July 4, 2024", "PRNewswire"),
    ("en", "LAGOS, Nigeria — ", ("LAGOS, Nigeria",), "", ""),
    ("en", "Dar es Salaam. ", ("Dar es Salaam",), "", ""),
    ("en", "By Jane Doe | LONDON — ", ("LONDON",), "", ""),
    ("en", "JAKARTA, KOMPAS.com - ", ("JAKARTA",), "", "KOMPAS.com"),
    ("en", "Jakarta, CNN Indonesia -- ", ("Jakarta",), "", "CNN Indonesia"),
    ("en", "TEMPO.CO, Jakarta - ", ("Jakarta",), "", "TEMPO.CO"),
    ("en", "Hà Nội (TTXVN) - ", ("Hà Nội",), "", "TTXVN"),
    ("en", "İSTANBUL (AA) - ", ("İSTANBUL",), "", "AA"),
    ("en", "Stockholm (TT) ", ("Stockholm",), "", "TT"),
    ("de", "Köln. ", ("Köln",), "", ""),
    ("de", "Berlin/Brüssel (dpa) – ", ("Berlin", "Brüssel"), "", "dpa"),
    ("de", "Oberhof (dpa/th) - ", ("Oberhof",), "", "dpa/th"),
    ("de", "MÜNCHEN taz | ", ("MÜNCHEN",), "", "taz"),
    ("es", "São Paulo – ", ("São Paulo",), "", ""),
    ("es", "SÃO PAULO, SP (FOLHAPRESS) - ", ("SÃO PAULO, SP",), "", "FOLHAPRESS"),
    ("es", "Lisboa, 04 jul 2024 (Lusa) – ", ("Lisboa",), "04 jul 2024", "Lusa"),
    ("es", "Madrid, 4 jul (EFE).- ", ("Madrid",), "4 jul", "EFE"),
    ("es", "MADRID, 4 Jul. (EUROPA PRESS) - ", ("MADRID",), "4 Jul.", "EUROPA PRESS"),
    ("es", "Ciudad de México.- ", ("Ciudad de México",), "", ""),
    ("es", "Roma, 4 lug. (askanews) - ", ("Roma",), "4 lug.", "askanews"),
    ("es", "Roma, 9 set. ", ("Roma",), "9 set", ""),
    ("es", "ROMA. ", ("ROMA",), "", ""),
    ("es", "(ANSA) - ROMA, 04 LUG - ", ("ROMA",), "04 LUG", "ANSA"),
    ("es", "PARIS, 4 juil (Reuters) - ", ("PARIS",), "4 juil", "Reuters"),
    ("es", "București, 4 iul /Agerpres/ - ", ("București",), "4 iul", "Agerpres"),
    ("es", "WARSZAWA (PAP) – ", ("WARSZAWA",), "", "PAP"),
    ("es", "PRAHA 4. července (ČTK) - ", ("PRAHA",), "4. července", "ČTK"),
    (
        "es",
        "Budapest, 2024. július 4., csütörtök (MTI) – ",
        ("Budapest",),
        "2024. július 4., csütörtök",
        "MTI",
    ),
    ("ru", "МОСКВА, 5 сен — РИА Новости. ", ("МОСКВА",), "5 сен", "РИА Новости"),
    ("ru", "МОСКВА, 4 июля. /ТАСС/. ", ("МОСКВА",), "4 июля", "ТАСС"),
    ("ru", "Москва. 4 июля. INTERFAX.RU - ", ("Москва",), "4 июля", "INTERFAX.RU"),
    ("de", "Darmstadt - Januar 2021. ", ("Darmstadt",), "Januar 2021", ""),
    ("ru", "КИЕВ. 5 сентября. УНН. ", ("КИЕВ",), "5 сентября", "УНН"),
    ("ar", "القاهرة (رويترز) - ", ("القاهرة",), "", "رويترز"),
    ("ar", "القاهرة - «القدس العربي»: ", ("القاهرة",), "", "القدس العربي"),
    ("ar", "بيروت – ", ("بيروت",), "", ""),
    ("fa", "تهران (ایرنا)- ", ("تهران",), "", "ایرنا"),
    ("he", "ירושלים – ", ("ירושלים",), "", ""),
    ("hi", "नई दिल्ली: ", ("नई दिल्ली",), "", ""),
    ("bn", "ঢাকা, ৫ মে: ", ("ঢাকা",), "৫ মে", ""),
    ("th", "กรุงเทพฯ – ", ("กรุงเทพฯ",), "", ""),
    ("zh", "新华社上海5月3日电 ", ("上海",), "5月3日", "新华社"),
    ("zh", "（中央社記者王小明台北4日電）", ("台北",), "4日", "中央社"),
    ("ja", "（東京＝共同）", ("東京",), "", "共同"),
    ("ja", "【ワシントン=共同】", ("ワシントン",), "", "共同"),
    ("ja", "【北京時事】", ("北京",), "", "時事"),
    ("ko", "(서울=연합뉴스) ", ("서울",), "", "연합뉴스"),
    ("ko", "[서울=뉴시스] 홍길동 기자 = ", ("서울",), "", "뉴시스"),
]
NONE = [
    "Paris, April 3 - the day when the council met to decide about the new budget for the year.",
    "Moskau: Russland ist nach Ansicht des Rates von der neuen Steuer auf das Benzin betroffen.",
    "Note: The council met on Thursday to decide about the new budget for the coming year.",
    "Update: The council met on Thursday to decide about the new budget for next year.",
    "EXCLUSIVE: The council met on Thursday to decide about the new budget for next year.",
    "OPINION — The council met on Thursday to decide about the new budget for the year.",
    "Washington: a history",
    "Washington: A History",
    "Q: What did you think of the council when it met on Thursday to decide the budget?",
    "Paris Hilton: I never said that the council met on Thursday to decide the budget.",
    "Jordan: I never said that the council met on Thursday to decide about the budget.",
    "London is calling — and the council met on Thursday to decide about the new budget.",
    "In Paris: The council met on Thursday to decide about the new budget for the year.",
    "Nice: what a day it was when the council met on Thursday to decide the new budget.",
    "Victoria, who met the council on Thursday to decide about the new budget, said so.",
    "Paris, Texas is a town where the council met on Thursday to decide about the budget.",
    "Berlin. That is where it began, and the council met there on Thursday to decide it.",
    "London, the capital, was quiet when the council met on Thursday to decide about it.",
    "London – the capital – was quiet when the council met on Thursday to decide on it.",
    "Berlin – Warschau: Der Zug fährt am Donnerstag zum ersten Mal seit Jahren wieder.",
    "October 20: ACCIDENT – A lorry hit a wall on the road to the town on Thursday night.",
]
QUESTIONS = [
    ("Reading: The council met on Thursday to decide about the new budget for it.", "Reading: "),
    ("Turkey — The council met on Thursday to decide about the new budget for it.", "Turkey — "),
    ("Florida: The council met on Thursday to decide about the budget.", "Florida: "),
    ("Moscow, Sept. 11. That was the day when the council met at last.", "Moscow, Sept. 11. "),
    ("Αθήνα, Η κυβέρνηση ανακοίνωσε την Πέμπτη ότι θα αυξήσει τον φόρο στα καύσιμα.", "Αθήνα, "),
]


@pytest.mark.parametrize(("language", "prefix", "places", "date", "agency"), SURE)
def test_a_dateline_is_taken(
    language: str, prefix: str, places: tuple[str, ...], date: str, agency: str
) -> None:
    found = find(prefix + PROSE[language], PLACES, STYLES.get(language, "other"))
    assert found is not None
    assert (found.places, found.date, found.agency) == (places, date, agency)
    assert (found.sure, found.text) == (True, prefix)


OPENINGS = [
    # What comes before the sentence leaves no doubt, however the sentence begins.
    ("en", "TORONTO, April 3 - ", "<Nelson Ltd> said that it would buy a company in the town."),
    ("en", "WASHINGTON, March 20 - ", "the U.S. Commerce Department said it would raise the tax."),
    ("en", "LONDON (AP) — ", "the council said that it would raise the tax on fuel next year."),
    ("en", "BHOPAL: ", "Madhya Pradesh continues to raise the tax on fuel, the council said."),
    ("en", "NEW DELHI: ", "India said on Thursday that it would raise the tax on fuel next year."),
    ("ar", "دبي، الإمارات العربية المتحدة (CNN)-- ", PROSE["ar"]),
]


@pytest.mark.parametrize(("language", "prefix", "sentence"), OPENINGS)
def test_any_sentence_may_follow_a_certain_dateline(
    language: str, prefix: str, sentence: str
) -> None:
    found = find(prefix + sentence, PLACES, language)
    assert found is not None
    assert (found.text, found.sure) == (prefix, True)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_dateline_is_not_one(text: str) -> None:
    assert find(text, PLACES, "en") is None


@pytest.mark.parametrize(("text", "prefix"), QUESTIONS)
def test_thin_evidence_is_a_question(text: str, prefix: str) -> None:
    found = find(text, PLACES, "en")
    assert found is not None
    assert (found.sure, found.text) == (False, prefix)


def test_the_places_of_the_newsroom_are_known() -> None:
    text = f"Hinterwald – {PROSE['de']}"
    assert find(text, PLACES, "de") is None
    found = find(text, Gazetteer(extra=["Hinterwald"]), "de")
    assert found is not None
    assert found.sure


def test_a_place_and_a_full_stop_are_a_dateline_in_german_only() -> None:
    assert find(f"Köln. {PROSE['de']}", PLACES, "en") is None
