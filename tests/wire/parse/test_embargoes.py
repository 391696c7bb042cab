import pytest

from articles.wire.parse.notices import notices
from articles.wire.parse.notices.moment import moment
from articles.wire.parse.parse import parse
from tests.wire.parse.embargoes import MORE_EMBARGOES, NEWS_OF_EMBARGOES
from tests.wire.parse.words import parsed

HEADLINE = "Town council plans higher tax on fuel"


TEXT = "The council said on Thursday that it would raise the tax on fuel from next year."


MORE = "Drivers said that they would protest in front of the town hall on Saturday morning."


EMBARGOES = [
    "STRICTLY EMBARGOED UNTIL 12 NOON GMT 3 SEPT",
    "Sperrfrist: 03.09., 12.00 Uhr",
    "HOLD FOR RELEASE",
    "NOT FOR RELEASE BEFORE 10:30 ET, TUESDAY, MARCH 4",
    "Sous embargo jusqu'au 3 septembre à 12h00",
    "Sous embargo jusqu’au mercredi 3 septembre 2025 à 6h",
    "Эмбарго до 12:00 3 сентября",
    "ЭМБАРГО ДО 09.00 МСК 3 СЕНТЯБРЯ",
    "EMBARGOED: 00.01 FRIDAY 5 SEPTEMBER",
    "Embargo: 0001 hrs, 3 September 2025",
    "** EMBARGO UNTIL 0001 GMT 3 SEPT **",
    "UNDER EMBARGO UNTIL MONDAY",
    "Embargoed for release at 2:00 p.m. EDT Sept. 3, 2025",
    "(EMBARGOED UNTIL 3 SEPT)",
    "Embargado hasta las 12:00 horas del 3 de septiembre",
    "EMBARGO HASTA EL 3 DE SEPTIEMBRE",
    "Embargado até 3 de setembro, às 10h",
    "Sotto embargo fino alle ore 12 del 3 settembre",
    "Embargo fino alle 12 del 3 settembre",
    "Onder embargo tot 3 september, 12.00 uur",
    "Embargo tot woensdag 12.00 uur",
    "SPERRFRIST 3. September, 18 Uhr",
    "Achtung Sperrfrist: Mittwoch, 3. September 2025, 12.00 Uhr MESZ",
    "Frei ab 3. September, 12 Uhr",
    "Gesperrt bis Mittwoch, 14 Uhr",
    "Ne pas publier avant le 3 septembre à midi",
    "Не публиковать до 12.00 3 сентября",
    "Під ембарго до 3 вересня",
    "Ембарго до 12:00 3 вересня",
    "Ambargolu: 3 Eylül, saat 12.00",
    "حظر النشر حتى 3 سبتمبر",
    "解禁：9月3日12時",
    "エンバーゴ 9月3日12時",
    "엠바고: 9월 3일 12시",
    "FOR RELEASE AT 10 A.M. ET, WEDNESDAY, SEPTEMBER 3",
    "For release: 3 September 2025",
    "Not to be published before 00:01 on 3 September",
    "CONFIDENTIAL - EMBARGOED UNTIL 3 SEPT",
    "Embargo do 3 września, godz. 12",
    "Under strict embargo until 00.01 on Wednesday 3rd September",
    "Embargoed until 12.01am on 3 September",
    "EMBARGO UNTIL WEDNESDAY, SEPT 3, AT 12 NOON",
    "Embargo till 3 september kl 12.00",
    "DO NOT PUBLISH BEFORE MIDNIGHT",
    "Embargo",
    "EMBARGOED",
    "STRICT EMBARGO",
    "PRESS EMBARGO: 3 September, 10am BST",
    "STRENG GESPERRT BIS 3.9., 12 Uhr",
    "Sperrfrist beachten!",
    "SPERRFRIST: Mittwoch 1200 MESZ",
    "EMBARGOED COPY: Not for publication until 5 pm",
]


NO_EMBARGOES = [
    "Das Embargo gilt bis Montag",
    "The embargo is until Monday",
    "L'embargo est à partir du 4 mars",
    "EU-Embargo ab 5. Dezember",
    "Embargo on Cuban goods lifted after 60 years",
    "Embargo hits 20 companies in Hamburg",
    "Embargoed goods found in port of Rotterdam",
    "EU embargo until 2030 demanded by ministers in Brussels",
    "Sperrfrist beim Arbeitslosengeld: Was Sie wissen müssen",
    "Hold on to your hats",
    "Release of hostages on Monday expected",
    "Эмбарго на российскую нефть вступает в силу 5 декабря",
    "Embargo: What it means for 500 companies",
    "The embargo until 2030 was approved on Monday.",
    "Embargo contre la Russie : 27 pays d'accord",
    "For release of the prisoners, thousands marched",
    "Frei für alle: Das Museum am Sonntag",
    "Embargo against 3 firms",
    "Not for sale: Greenland",
    "Not for use",
    "Embargo du pétrole russe le 5 décembre",
    "Embargo petrolero: qué cambia el 5 de diciembre",
    "Frei am Sonntag: Läden bleiben zu",
    "EU lifts embargo on Monday",
    "Embargo lifts on Monday",
    "US oil embargo until 4 March",
    "Arms embargo from 1 July",
    "Embargo until Monday, says minister",
    "Frei ab 18 Jahren",
    "Frei am Montag: Geschäfte zu",
    "Frei am 1. Mai",
    "Eintritt frei ab 18 Uhr",
    "Der Eintritt ist frei ab 18 Uhr.",
    "Hold on until Monday",
    "Hold for 10 minutes",
    "Not for the first time before Monday's vote",
    "Not for use before 2025, court says",
    "For release on Monday: Swift's new album",
    "For use at 10 schools",
    "Album for release on 4 March",
    "Film for release on 4 March 2024",
    "Sperrfrist endet: 500 Arbeitslose bekommen ab Montag Geld",
    "Gesperrt bis Mittwoch: A7 bei Hamburg",
    "A7 gesperrt bis Mittwoch",
    "Straße gesperrt bis 4. März",
    "Die A7 ist gesperrt bis Mittwoch, 4. März, 12 Uhr.",
    "Эмбарго до понедельника продлено",
    "Публикация с 10 фотографиями",
    "Публикация до 4 марта",
    "Публикация с 4 марта доступна",
    "Publication interdite avant 2030",
    "No publication before Monday, court rules",
    "Do not use before reading: 5 tips",
    "Don't publish before Monday",
    "Embargo sobre el petróleo desde el 5 de diciembre",
    "The company was embargoed until March 4, 2020, for selling arms to rebels.",
    "The embargo ends on March 4.",
    "The embargo was lifted at 10 a.m. on Monday.",
    "He was under embargo until Monday.",
    "Die Meldung war bis Montag, 12 Uhr, gesperrt.",
    "The shares are on hold for 30 days from Monday",
    "Publication date: 4 March 2024",
    "Release at 10 p.m. on Monday of two hostages",
    "Hostage release at 10 p.m. Monday",
    "Prisoners to be freed: release time 10 a.m. Monday",
    "For release 10 months ago, he waited until Monday",
]


@pytest.mark.parametrize("wrapped", [*EMBARGOES, *MORE_EMBARGOES])
def test_an_embargo_is_neither_headline_nor_summary(wrapped: str) -> None:
    line = " ".join(wrapped.split())
    for source in (
        f"{wrapped}\n\n{HEADLINE}\n\n{TEXT}\n\n{MORE}",
        f"{wrapped}\n{HEADLINE}\n\n{TEXT}\n\n{MORE}",
        f"{HEADLINE}\n\n{wrapped}\n\n{TEXT}\n\n{MORE}",
        f"{HEADLINE}\n{wrapped}\n\n{TEXT}\n\n{MORE}",
        f"{HEADLINE}\n\n{wrapped}\n\nLONDON (AP) — {TEXT}\n\n{MORE}",
        f"{HEADLINE}\n\n{TEXT}\n\n{MORE}\n\n{wrapped}",
    ):
        copy = parsed(source)
        assert (copy.headline, copy.summary, copy.embargo) == (HEADLINE, "", line)
        assert [(left.text, left.why) for left in copy.left_out] == [(line, notices.EMBARGO)]
        assert [block.text for block in copy.blocks] == [TEXT, MORE]


def test_copy_that_is_nothing_but_an_embargo_still_has_one() -> None:
    assert parse(EMBARGOES[0]).embargo == EMBARGOES[0]


@pytest.mark.parametrize("line", NO_EMBARGOES + NEWS_OF_EMBARGOES)
def test_what_is_for_readers_stays(line: str) -> None:
    assert notices.reason(line) == ""
    assert parsed(f"{line}\n\n{TEXT}\n\n{MORE}").headline == line


MOMENTS = [
    ("STRICTLY EMBARGOED UNTIL 12 NOON GMT 3 SEPT", (9, 3, 12, 0, 0)),
    ("Sperrfrist: 03.09., 12.00 Uhr", (9, 3, 12, 0, None)),
    ("Embargoed until 12.01am BST on 3 September", (9, 3, 0, 1, 60)),
    ("Embargoed for release at 2:30 p.m. EDT Sept. 3, 2025", (9, 3, 14, 30, -240)),
    ("Sous embargo jusqu’au 3 septembre à 6h", (9, 3, 6, 0, None)),
    ("Эмбарго до 09.00 МСК 3 сентября", (9, 3, 9, 0, 180)),
    ("Embargado hasta las 12:00 horas del 3 de septiembre", (9, 3, 12, 0, None)),
    ("Sotto embargo fino alle ore 12 del 3 settembre", (9, 3, 12, 0, None)),
    ("Embargo: 0001 hrs, 3 September 2025", (9, 3, 0, 1, None)),
    ("解禁：9月3日12時", (9, 3, 12, 0, None)),
    ("EMBARGO UNTIL 2025-09-03 12:00 UTC", (9, 3, 12, 0, 0)),
    ("EMBARGO UNTIL 3 SEPT 1200 GMT", (9, 3, 12, 0, 0)),
    ("HOLD FOR RELEASE", (None, None, None, 0, None)),
    ("EMBARGOED TILL 0001 GMT WEDNESDAY 3 SEPT", (9, 3, 0, 1, 0)),
    ("EMBARGOED UNTIL NOON EST, DEC. 12", (12, 12, 12, 0, -300)),
    ("EMBARGO: 12 DECEMBER 2026, 6PM CEST", (12, 12, 18, 0, 120)),
    ("Embargoed until 00:01 on Tuesday", (None, None, 0, 1, None)),
    ("EMBARGOED UNTIL MIDNIGHT TONIGHT", (None, None, 24, 0, None)),
    ("Embargo ends 0001 BST Friday", (None, None, 0, 1, 60)),
    ("For release after 10 a.m. EST on Dec. 4", (12, 4, 10, 0, -300)),
    ("FOR RELEASE: 12:01 A.M. ET, MONDAY, DEC. 7, 2026", (12, 7, 0, 1, None)),
    ("HOLD UNTIL 1500 GMT", (None, None, 15, 0, 0)),
    ("Strictly embargoed for 22:30 GMT on Wednesday, 2 December 2026", (12, 2, 22, 30, 0)),
    ("Under embargo until 11.00 CET (10.00 GMT) on 2 December", (12, 2, 11, 0, 60)),
    ("Sperrfrist: 3. Dezember 2026, 10.00 Uhr MEZ", (12, 3, 10, 0, 60)),
    ("Sperrfrist: Donnerstag 5.00 Uhr", (None, None, 5, 0, None)),
    ("SPERRFRIST: 0400 MEZ", (None, None, 4, 0, 60)),
    ("SOUS EMBARGO JUSQU'À 14H00 GMT", (None, None, 14, 0, 0)),
    ("Sous embargo jusqu'au jeudi 3 décembre à minuit", (12, 3, 24, 0, None)),
    ("EMBARGADO HASTA LAS 10.00 GMT DEL JUEVES", (None, None, 10, 0, 0)),
    ("Embargado até as 10h de quinta-feira, 3 de dezembro", (12, 3, 10, 0, None)),
    ("EMBARGO FINO ALLE 18.00 DEL 3 DICEMBRE", (12, 3, 18, 0, None)),
    ("Onder embargo tot donderdag 3 december 10.00 uur", (12, 3, 10, 0, None)),
    ("Sperrefrist til torsdag 3. desember kl. 06.00", (12, 3, 6, 0, None)),
    ("Julkaisuvapaa 3.12.2026 klo 10.00", (12, 3, 10, 0, None)),
    ("Embargo do 3 grudnia 2026 r., godz. 10:00", (12, 3, 10, 0, None)),
    ("Под эмбарго до 15.00 МСК", (None, None, 15, 0, 180)),
    ("Ембарго до 10:00 3 грудня 2026 року", (12, 3, 10, 0, None)),
    ("Ambargo: 3 Aralık 2026, saat 10.00", (12, 3, 10, 0, None)),
    ("محظور النشر حتى الساعة 12 ظهرا يوم 3 ديسمبر", (12, 3, 12, 0, None)),
    ("解禁日時：12月3日午前6時", (12, 3, 6, 0, None)),
    ("【解禁日時】2026年12月3日（木）14:00", (12, 3, 14, 0, None)),
    ("엠바고 12월 3일 오전 6시", (12, 3, 6, 0, None)),
    ("엠바고 12월 3일 오후 6시", (12, 3, 18, 0, None)),
    ("解禁日時：12月3日午後6時", (12, 3, 18, 0, None)),
    ("EMBARGO: 3 December 2026 at 7pm GMT+2", (12, 3, 19, 0, 120)),
    ("Embargo: 3 December 2026, 07:00 UTC+05:30", (12, 3, 7, 0, 330)),
    ("EMBARGOED UNTIL 4:30 PM PT, DEC 3", (12, 3, 16, 30, None)),
    ("Embargo until 5 a.m. Eastern, Dec. 3", (12, 3, 5, 0, None)),
    ("Sperrfrist: 3. Dezember, 24.00 Uhr", (12, 3, 24, 0, None)),
    ("Sperrfrist: 3. Dezember, 6 Uhr abends", (12, 3, 18, 0, None)),
    ("SPERRFRIST 031200 DEZ", (12, 3, 12, 0, None)),
    ("Embargoed until 3 pm this afternoon", (None, None, 15, 0, None)),
    ("Frei ab 15 Uhr nachmittags", (None, None, 15, 0, None)),
    ("Gesperrt bis 10 Uhr vormittags", (None, None, 10, 0, None)),
    ("Gesperrt bis Freitagmittag", (None, None, 12, 0, None)),
    ("Embargoed until 12:00midnight", (None, None, 24, 0, None)),
    ("Sous embargo jusqu'à 15h de l'après-midi", (None, None, 15, 0, None)),
    ("Embargo hasta las 6 de la tarde", (None, None, 18, 0, None)),
    ("Embargo hasta las 8 de la noche", (None, None, 20, 0, None)),
    ("SPERRFRIST: 6 UHR ABENDS", (None, None, 18, 0, None)),
    ("Sperrfrist: sonnabends 10 Uhr", (None, None, 10, 0, None)),
]


@pytest.mark.parametrize(("line", "expected"), MOMENTS)
def test_the_time_of_an_embargo_is_read(line: str, expected: tuple[int | None, ...]) -> None:
    read = moment(line)
    assert (read.month, read.day, read.hour, read.minute, read.offset) == expected
