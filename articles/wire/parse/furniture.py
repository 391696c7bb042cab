"""Lines around a story that are not part of it: labels, headings, bylines, times, buttons."""

import re

from articles.text import N_
from articles.wire.parse import agencies, dates, lists
from articles.wire.parse.gazetteer import key
from articles.wire.parse.notices import notices, releases, sign_off, versions

HEADINGS = frozenset(lists.read("headings"))
SECTIONS = frozenset(map(key, lists.read("sections")))
BUTTONS = frozenset(map(key, lists.read("buttons")))
BESIDE = frozenset(map(key, lists.read("buttons_beside")))
# Why a line is left out: stored in English, translated where it is shown.
CLOSING_HEADING = N_("a page heading at the end of the copy")
CLOSING = N_("tags or a copyright notice at the end of the copy")
SIGN_OFF = N_("the agency’s sign-off at the end of the copy")
BUTTON = N_("the label of a button or an advertisement")
ABOVE_HEADLINE = N_("a label, byline or time above the headline")
ABOVE_DATELINE = N_("a byline, time, caption or label above the dateline")
# What ends a sentence ends no label: "…from 29 cents a", "share."
ENDED = (".", "!", "?", "。", "।", "؟", ",", ";")
AROUND = " :：|>»›→…#*-–—•·"
CRUMBS = re.compile(r"\s*[/>»›|•·]\s*")

NAME = (
    r"(?:[^\W\d_a-z][\w.'’\-]*|de|da|di|del|van|von|der|den|bin|al|el|le|la|dos|und|and|et|y|e|&)"
)
SIGNED = (
    r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|DOOR|Av|Af|Oleh|Text|Texte|Texto|Report by"
    r"|Written by|Story by|Reported by|Автор|Autor|Autore|Auteur|Author"
    r"|Yazan|Haber|Tác giả|بقلم|लेखक)\s*:?\s+"
)
BYLINE = re.compile(rf"{SIGNED}{NAME}(?:[\s,]+{NAME}){{0,9}}")
BY_AGENCY = re.compile(rf"{SIGNED}(?P<agency>\S.{{0,60}})")
OF_AGENCY = re.compile(
    r"(?P<name>[^,/(|]{3,60}?)\s?(?P<mark>[,/(|])\s?(?:(?:avec|mit|with|con|und|et|and|y)\s)?"
    r"(?P<agency>[^,/()|]{2,30})\)?"
)
PERSON = re.compile(rf"{NAME}(?:\s{NAME}){{1,3}}")
STAMP = re.compile(
    r"(?:date:|datum:|fecha:|data:|дата:|first published|published|updated|last updated"
    r"|last modified|posted|issued|created|on"
    r"|veröffentlicht|aktualisiert|erstellt|stand|publié|mis à jour|modifié|publicado|actualizado"
    r"|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert"
    r"|oppdatert|опубликовано|обновлено|опубліковано|оновлено|opublikowano|aktualizacja|publikováno"
    r"|yayınlanma|güncelleme|giriş tarihi|son güncelleme|güncellenme"
    r"|diterbitkan|diperbarui|نشر|آخر تحديث|प्रकाशित|প্রকাশ|发布时间|更新)(?!\w)",
    re.IGNORECASE,
)
#: Words beside the date in a line that says when it was published.
MOST_BESIDE = 6
#: Characters of a line that is anything but text.
LONGEST_LINE = 600
SOURCE = re.compile(
    r"(?:Quelle|Source|Sources|Issued by|Released by|Herausgeber|Emitido por"
    r"|Fuente|Fonte|Bron|Kilde|Źródło|Zdroj|Kaynak|Sumber|Nguồn|Источник"
    r"|Джерело|来源|來源|المصدر)\s?[:：]\s?\S.*"
)
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7a3]")
# The number that some sites print above or below a headline.
NUMBERED = re.compile(
    r"(?:news |story |article )?(?:id|code|no\.?|کد خبر|شناسه خبر)\s?[:：]\s?\d+", re.IGNORECASE
)
READING_TIME = re.compile(r"\d{1,2}[\s-]min(?:ute)?s?\.?(?: read)?", re.IGNORECASE)
# "Contact: Jane Doe", "Tel.: +49 30 1234567", "Email: jane@example.org": whom editors may ask.
CONTACT = re.compile(
    r"(?:(?:media|press|for (?:more|further) information)?[\s,:-]*contacts?|presse-?kontakt|kontakt"
    r"|ansprechpartner(?:in)?|contact (?:presse|média)|contacto(?: de prensa)?|contato|contatti"
    r"|контакты?)\s?:\s?"
    rf"(?-i:{NAME}(?:[\s,]+{NAME}){{0,6}}|.{{0,60}}(?:\d{{4}}|\S@\S).{{0,60}})"
    r"|(?:phone|tel(?:\.|efon|ephone|éfono)?|mobile|fax|тел\.?)\s?:\s?\+?[\d\s()./+-]{6,30}"
    r"|e-?mail\s?:\s?\S{1,60}@\S{1,60}",
    re.IGNORECASE,
)
# Where shares are traded, as in "(NYSE: ACME)".
TICKER = re.compile(
    r"[(\[]?(?:nyse|nasdaq|lse|aim|tsxv?|asx|nse|bse|xetra|otc\w*|ticker)(?: ticker)?"
    r"\s?:\s?[\w.]{1,10}[)\]]?",
    re.IGNORECASE,
)
NEWS = re.compile(r"\S{1,5}(?:ニュース|新闻|新聞|뉴스)")
TAGS = re.compile(
    r"(?:tags?|topics?|keywords?|filed under|more on|themen|schlagworte|mots-clés|sujets|etiquetas"
    r"|temas|argomenti|trefwoorden|emner|ämnen|tagi|štítky|címkék|etichete|etiketler|etiket|теги"
    r"|метки|таги|الوسوم|كلمات مفتاحية|برچسب‌ها|टैग्स|ট্যাগ|แท็ก|từ khóa|关键词|标签|關鍵字|タグ|태그)"
    r"\s?[:：]\s?\S.*",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(?:©|\(c\)\s|copyright\b|all rights reserved|<?저작권자).*|.*(?:all rights reserved"
    r"|riproduzione riservata|무단 ?전재.*|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|todos os direitos reservados)\W*",
    re.IGNORECASE,
)
PICTURE = (
    r"(?:\b(?:photo|photos|photograph|image|picture|pictures|foto|fotos|bild|symbolbild|archivbild"
    r"|archivfoto|crédit|crédits|credit|fotoğraf|fot|kuva|fotó|снимка|фото|ảnh)\b"
    r"|صورة|تصوير|फोटो|ছবি|ภาพ|写真|사진|图|圖)"
)
TAKER = r"\b(?:getty|reuters|afp|ap|epa|dpa|ansa|efe|imago|shutterstock|xinhua)\b"
CREDIT = re.compile(
    rf"{PICTURE}(?:\s(?:by|courtesy|caption|credit|source|von|de|di|por))?\s?[.:：/|©].*"
    rf"|.*[(/|©]\s?(?:[^()]*\s)?(?:{PICTURE}|{TAKER})[^()]{{0,40}}\)?",
    re.IGNORECASE,
)


def is_heading(line: str) -> bool:
    """Return whether the line is only a page heading, such as "Recent News"."""
    return len(line) <= LONGEST_LINE and line.strip(AROUND).casefold() in HEADINGS


def is_label(line: str) -> bool:
    """Return whether it is a section ("WORLD NEWS"), breadcrumbs ("Home > Sport") or only marks."""
    words = line.strip(AROUND)
    return (
        not any(c.isalnum() for c in words)
        or all(key(part) in SECTIONS for part in CRUMBS.split(words))
        or NEWS.fullmatch(words) is not None
    )


def closes(line: str) -> str:
    """Return why this last line is not part of the story; "" if it may be."""
    if is_heading(line):
        return CLOSING_HEADING
    if sign_off.is_sign_off(line):
        return SIGN_OFF
    short = len(line) <= 200 and (TAGS.fullmatch(line) or RIGHTS.fullmatch(line))
    return CLOSING if short else ""


def buttons(lines: list[str]) -> set[int]:
    """Return which lines are labels of buttons or advertisements, some only next to another one."""
    keys = ["" if line.endswith(ENDED) else key(line.strip(AROUND)) for line in lines]
    runs: list[list[int]] = []
    for at, words in enumerate(keys):
        if words in BUTTONS or words in BESIDE:
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
    return {at for run in runs if len(run) > 1 or keys[run[0]] in BUTTONS for at in run}


def is_button(line: str) -> bool:
    """Return whether the line may be the label of a button, alone or next to another one."""
    if line.endswith(ENDED):
        return False
    words = key(line.strip(AROUND))
    return words in BUTTONS or words in BESIDE


def is_above_headline(line: str) -> bool:
    """Return whether the line is not a headline, but of the kind that pages print above one."""
    # "On Sept. 11, a nation remembers" is a headline.
    dated = STAMP.match(line) is None or (
        dates.is_mostly_date(line) and not line.casefold().startswith("on ")
    )
    return (
        is_for_editors(line)
        or is_label(line)
        or is_button(line)
        or _is_packaged(line)
        or notices.is_aside(line)
        or (is_byline_or_time(line) and dated)
    )


def _is_packaged(line: str) -> bool:
    """Return whether it has place, agency and date in columns: "Nairobi | AFP | 04/03/2024"."""
    parts = line.split(" | ") if len(line) <= LONGEST_LINE else []
    signed = any(map(agencies.is_agency, parts))
    return len(parts) > 2 and signed and any(map(dates.is_mostly_date, parts))


def is_for_editors(line: str) -> bool:
    """Return whether the line is anything that an agency or a sender writes for editors only."""
    return bool(why_above(line) or releases.is_label(line.strip(AROUND)))


def why_above(line: str) -> str:
    """Return why the line above the headline or the dateline is left out, if it has a name."""
    return notices.reason(line) or versions.line_label(line)


def is_above_dateline(line: str) -> bool:
    """Return whether a line between headline and dateline is a name or a caption, not a summary."""
    few = len(line) <= 12 if UNSPACED.search(line) else len(line.split()) <= 4
    return bool(
        is_byline_or_time(line)
        or is_for_editors(line)
        or is_label(line)
        or (BYLINE.match(line) and len(line.split()) <= 12 and not line.endswith("."))
        or (few and not line.endswith((".", "!", "?", "。", "।", "؟")))
        or (len(line) <= 300 and (CREDIT.fullmatch(line) or _is_credited(line)))
        or dates.is_mostly_date(line)
    )


def _is_credited(line: str) -> bool:
    """Return whether the line ends in an agency and a photographer: "ANTARA/Siti Nurhaliza"."""
    found = re.search(r"(\S+)\s?/\s?[^/\s]+(?:\s[^/\s]+){0,3}\)?$", line)
    return found is not None and agencies.is_agency(found[1].strip("(（"))


def _is_stamp(line: str) -> bool:
    """Return whether it says when something was published; "On Monday, 12 towns …" does not."""
    found = STAMP.match(line)
    if not found or not any(c.isdigit() for c in line):
        return False
    return dates.is_mostly_date(
        line[found.end() :], most=MOST_BESIDE * (found.group().casefold() != "on")
    )


def _is_byline_of_agency(line: str) -> bool:
    """Return whether it is "Von Jana Muster, dpa" or "Jane Doe, Reuters"."""
    found = OF_AGENCY.fullmatch(line)
    # "dpa-Korrespondentin"
    if not found or not agencies.is_agency(found["agency"].split("-")[0]):
        return False
    return BYLINE.fullmatch(found["name"]) is not None or (
        found["mark"] in ",/" and PERSON.fullmatch(found["name"]) is not None
    )


def is_byline_or_time(line: str) -> bool:
    """Return whether the line only says who wrote the copy, or when."""
    if len(line) > 120 or line.endswith((":", "?", "!", "”", '"')):
        return False
    words = len(line.split())
    return bool(
        (words <= 6 and SOURCE.fullmatch(line))
        or (words <= 10 and BYLINE.fullmatch(line.rstrip(".")))
        or (words <= 14 and _is_stamp(line))
        or dates.is_time_line(line)
        or READING_TIME.fullmatch(line)
        or NUMBERED.fullmatch(line)
        or CONTACT.fullmatch(line)
        or agencies.is_agency(line.strip("()"))
        or _is_byline_of_agency(line)
        or TICKER.fullmatch(line)
        or ((signed := BY_AGENCY.fullmatch(line)) and agencies.is_agency(signed["agency"]))
    )
