"""Lines around a story that are no part of it: page headings, bylines, times."""

import re

from articles.wire import agencies, dates

HEADINGS = frozenset(
    """
    recent news|recent posts|recent stories|recent articles|related stories|related news|related
    related articles|related posts|related topics|related content|related links|more news|more stories
    more on this story|more on this topic|more from this section|more like this|latest news|latest
    latest stories|latest articles|latest headlines|read more|read next|read also|also read|most read
    most popular|most viewed|most shared|popular news|popular stories|popular posts|trending
    trending now|trending news|trending stories|top stories|top news|you may also like
    you might also like|recommended|recommended for you|recommended stories|recommended articles
    editor's picks|editors' picks|editor’s picks|don't miss|more to explore|up next|what to read next
    neueste nachrichten|aktuelle nachrichten|weitere nachrichten|mehr nachrichten|mehr zum thema
    weitere artikel|ähnliche artikel|meistgelesen|meist gelesen|auch interessant|lesen sie auch
    das könnte sie auch interessieren|verwandte themen|mehr lesen|weiterlesen|weitere meldungen
    à lire aussi|lire aussi|les plus lus|articles liés|articles similaires|sur le même sujet
    dernières nouvelles|dernières actualités|plus d'actualités|lire la suite|en savoir plus
    a lire aussi|voir aussi|à lire également
    noticias recientes|noticias relacionadas|más noticias|últimas noticias|lo más leído|leer más
    más leídas|artículos relacionados|te puede interesar|lee también|ver más|más información
    notícias recentes|notícias relacionadas|mais notícias|últimas notícias|mais lidas|leia mais
    leia também|veja também|artigos relacionados|ler mais|saiba mais
    notizie recenti|notizie correlate|altre notizie|ultime notizie|ultim'ora|i più letti
    più letti|articoli correlati|leggi anche|leggi tutto|potrebbe interessarti
    laatste nieuws|meer nieuws|gerelateerd|gerelateerde artikelen|meest gelezen|lees meer|lees ook
    senaste nytt|mer nyheter|läs mer|läs också|mest läst|relaterat|siste nytt|les mer|les også
    mest lest|seneste nyt|læs mere|læs også|mest læste|uusimmat|luetuimmat|lue lisää|lue myös
    последние новости|новости по теме|читайте также|ещё новости|еще новости|самое читаемое
    популярное|популярные новости|похожие новости|материалы по теме|по теме|главные новости
    останні новини|новини за темою|читайте також|найпопулярніше|більше новин
    najnowsze wiadomości|czytaj także|czytaj też|najczęściej czytane|powiązane artykuły|czytaj więcej
    související články|čtěte také|nejčtenější|další zprávy|súvisiace články|najčítanejšie
    kapcsolódó cikkek|legfrissebb hírek|legolvasottabb|știri recente|citește și|cele mai citite
    διαβάστε επίσης|τελευταία νέα|σχετικά άρθρα|δημοφιλή
    son haberler|ilgili haberler|diğer haberler|en çok okunanlar|benzer haberler
    berita terkait|berita terkini|berita terbaru|berita lainnya|baca juga|terpopuler|berita berkaitan
    tin mới nhất|tin liên quan|tin cùng chuyên mục|xem thêm|đọc thêm|đọc nhiều
    ข่าวล่าสุด|ข่าวที่เกี่ยวข้อง|อ่านเพิ่มเติม|ข่าวอื่นๆ
    أخبار ذات صلة|آخر الأخبار|المزيد من الأخبار|الأكثر قراءة|اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً
    مواضيع ذات صلة|مقالات ذات صلة|اقرأ المزيد|آخرین اخبار|اخبار مرتبط|تازہ ترین خبریں|مزید پڑھیں
    חדשות אחרונות|כתבות נוספות|קראו גם|עוד בנושא|הנקראות ביותר
    ताज़ा खबरें|ताजा खबरें|ताज़ा ख़बरें|संबंधित खबरें|और खबरें|ये भी पढ़ें|और पढ़ें|সর্বশেষ খবর|সর্বশেষ
    আরও খবর|আরও পড়ুন|সম্পর্কিত খবর|சமீபத்திய செய்திகள்
    最新新闻|最新消息|最新新聞|相关新闻|相關新聞|更多新闻|更多新聞|相关阅读|延伸阅读|延伸閱讀|相關報導
    热门新闻|熱門新聞|最近新闻|最近新聞|推荐阅读|推薦閱讀
    最新ニュース|関連記事|関連ニュース|あわせて読みたい|人気記事|おすすめ記事|アクセスランキング
    최신 뉴스|최신뉴스|관련 기사|관련기사|관련 뉴스|많이 본 뉴스|인기 기사
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
)
CLOSING_HEADING = "a page heading that closes the copy"
ABOVE_DATELINE = "a byline or time line above the dateline"

NAME = r"(?:[^\W\d_a-z][\w.'’\-]*|de|da|di|del|van|von|der|den|bin|al|el|le|la|dos|und|and|et|y|e|&)"
BYLINE = re.compile(
    r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|DOOR|Av|Af|Oleh|Text|Texte|Texto|Report by|Written by"
    r"|Story by|Reported by|Автор|Autor|Autore|Auteur|Author|Yazan|Haber|Tác giả|بقلم|लेखक)"
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
        (words <= 10 and BYLINE.fullmatch(line.rstrip(".")))
        or (words <= 14 and STAMP.match(line) and any(c.isdigit() for c in line))
        or dates.is_time_line(line)
        or READING_TIME.fullmatch(line)
        or agencies.is_agency(line)
    )
