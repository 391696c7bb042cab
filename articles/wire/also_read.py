"""Lines that point to another story: "Also Read | …" and the like in the main languages."""

import re

from articles.wire.copy_parts import Block

LABELS = (
    *("also read", "read also", "read more", "read next", "read this also", "also see", "see also"),
    *("related", "related story", "related article", "must read", "more", "more on this", "watch"),
    *("also watch", "watch also", "don't miss", "recommended", "further reading", "full story"),
    *("lire aussi", "à lire aussi", "a lire aussi", "lire également", "voir aussi", "à lire"),
    *("lesen sie auch", "lesen sie hier", "lesen sie dazu", "lesen sie mehr", "mehr dazu"),
    *("mehr zum thema", "auch interessant", "auch lesenswert", "lies auch", "siehe auch"),
    *("lee también", "lea también", "leer también", "leé también", "lee además", "lea además"),
    *("te puede interesar", "ver también", "también puedes leer", "vea también", "mirá también"),
    *("leia também", "leia mais", "veja também", "saiba mais", "leia ainda", "ler também"),
    *("leggi anche", "leggi pure", "vedi anche", "per approfondire", "leggi tutto"),
    *("lees ook", "lees meer", "lees verder", "läs också", "läs även", "läs mer", "les også"),
    *("les mer", "læs også", "læs mere", "lue myös", "lue lisää", "lesið einnig"),
    *("читайте также", "читать также", "читайте ещё", "смотрите также", "по теме"),
    *("читайте також", "дивіться також", "прочетете още", "вижте още", "pročitajte još"),
    *("pročitajte i", "pročitaj i", "čitaj još", "прочитајте још", "preberite tudi"),
    *("czytaj też", "czytaj także", "czytaj również", "zobacz też", "zobacz także"),
    *("čtěte také", "čtěte též", "přečtěte si také", "prečítajte si", "čítajte aj"),
    *("citește și", "citeşte şi", "citiți și", "olvassa el", "olvasd el ezt is"),
    *("διαβάστε επίσης", "διαβάστε ακόμα", "διάβασε επίσης", "ayrıca oku", "ayrıca okuyun"),
    *("bunu da oku", "ilgili haber", "baca juga", "lihat juga", "simak juga", "baca lagi"),
    *("đọc thêm", "xem thêm", "đọc tiếp", "อ่านเพิ่มเติม", "อ่านต่อ", "basahin din", "soma zaidi"),
    *("pia soma", "soma pia", "اقرأ أيضا", "اقرأ أيضًا", "اقرأ أيضاً", "إقرأ أيضا", "اقرا ايضا"),
    *("اقرأ المزيد", "شاهد أيضا", "بیشتر بخوانید", "همچنین بخوانید", "مزید پڑھیں", "یہ بھی پڑھیں"),
    *("קראו גם", "קראו עוד", "ये भी पढ़ें", "यह भी पढ़ें", "इसे भी पढ़ें", "और पढ़ें", "हे ही वाचा"),
    *("हेही वाचा", "আরও পড়ুন", "আরো পড়ুন", "இதையும் படிக்க", "இதையும் படியுங்கள்"),
    *("ఇవి కూడా చదవండి", "ഇതും വായിക്കുക", "相关阅读", "相关新闻", "相關新聞", "延伸閱讀", "延伸阅读"),
    *("更多新聞", "関連記事", "あわせて読みたい", "관련기사", "관련 기사"),
)
# A single common word opens prose as well, so it needs a shorter line and no full stop.
COMMON = {"related", "more", "watch", "recommended", "à lire", "по теме", "prečítajte si"}

LINE = re.compile(
    r"(?P<label>[\[(*•▶►→➡>»\-–—\s]*"
    rf"(?P<words>{'|'.join(re.escape(label) for label in sorted(LABELS, key=len, reverse=True))})"
    r"(?P<mark>\s*\*{0,2}\s*(?:[|:：│/»>→]+|[-–—]+(?=\s))\s*|\s+(?=[^\W\d_])))"
    r"(?P<headline>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
SENTENCE_ENDS = re.compile(r"[.!?।。！？؟](?:[\"'”’»)\]]*)(?:\s+|$)")


def also_read(line: str) -> Block | None:
    """The line as an also-read block, or None when it is prose or has no headline."""
    found = LINE.fullmatch(line)
    if not found:
        return None
    headline, mark = found["headline"], found["mark"].strip(" *")
    if not any(c.isalnum() for c in headline) or _is_prose(found["words"], mark, headline):
        return None
    return Block("also-read", line, found["label"], headline)


def _is_prose(words: str, mark: str, headline: str) -> bool:
    sentences = len(SENTENCE_ENDS.findall(headline))
    count = len(headline.split())
    if not mark:
        # Without a mark only capitals show where the headline begins.
        return (
            " " not in words
            or words.casefold() in COMMON
            or not headline[0].isupper()
            or sentences > 0
            or count > 20
            or count < 3
        )
    if words.casefold() in COMMON and (count > 22 or (count > 12 and sentences)):
        return True
    return count > 35 or len(headline) > 300 or sentences > 2 or (sentences > 1 and count > 20)
