"""Lines around a story that are no part of it: page headings, bylines, times."""

import re

from articles.wire import agencies, dates, lists

HEADINGS = frozenset(lists.read("headings"))
CLOSING_HEADING = "a page heading that closes the copy"
ABOVE_DATELINE = "a byline or time line above the dateline"

NAME = (
    r"(?:[^\W\d_a-z][\w.'’\-]*|de|da|di|del|van|von|der|den|bin|al|el|le|la|dos|und|and|et|y|e|&)"
)
BYLINE = re.compile(
    r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|DOOR|Av|Af|Oleh|Text|Texte|Texto|Report by"
    r"|Written by|Story by|Reported by|Автор|Autor|Autore|Auteur|Author"
    r"|Yazan|Haber|Tác giả|بقلم|लेखक)"
    rf"\s*:?\s+{NAME}(?:[\s,]+{NAME}){{0,9}}",
)
STAMP = re.compile(
    r"(?:first published|published|updated|last updated|last modified|posted|issued|created|on"
    r"|veröffentlicht|aktualisiert|erstellt|stand|publié|mis à jour|modifié|publicado|actualizado"
    r"|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert"
    r"|oppdatert|опубликовано|обновлено|опубліковано|оновлено|opublikowano|aktualizacja|publikováno"
    r"|yayınlanma|güncelleme|diterbitkan|diperbarui|نشر|آخر تحديث|प्रकाशित|প্রকাশ|发布时间|更新)\b",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"(?:Quelle|Source|Sources|Fuente|Fonte|Bron|Kilde|Źródło|Zdroj|Kaynak|Sumber|Nguồn|Источник"
    r"|Джерело|来源|來源|المصدر)\s?[:：]\s?\S.*"
)
READING_TIME = re.compile(r"\d{1,2}[\s-]min(?:ute)?s?\.?(?: read)?", re.IGNORECASE)


def is_heading(line: str) -> bool:
    """Whether the line is only a page heading such as "Recent News"."""
    return line.strip(" :：|>»›→…#*-–—").casefold() in HEADINGS


def is_byline_or_time(line: str) -> bool:
    """Whether the line is clearly who wrote the copy, or when, and nothing more."""
    if len(line) > 120 or line.endswith((":", "?", "!", "”", '"')):
        return False
    words = len(line.split())
    return bool(
        (words <= 6 and SOURCE.fullmatch(line))
        or (words <= 10 and BYLINE.fullmatch(line.rstrip(".")))
        or (words <= 14 and STAMP.match(line) and any(c.isdigit() for c in line))
        or dates.is_time_line(line)
        or READING_TIME.fullmatch(line)
        or agencies.is_agency(line)
    )
