"""Datelines of Chinese, Japanese and Korean copy, which have their own forms."""

import re
from dataclasses import dataclass

from articles.wire.parse import lists
from articles.wire.parse.gazetteer import Gazetteer

HAN = r"[\u3400-\u9fff]"
KANA = r"[\u3040-\u30ff\u3400-\u9fffー・]"
DAY = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日"
CHINESE_AGENCY = "|".join(lists.read("agencies_chinese"))
JAPANESE_AGENCY = "|".join(lists.read("agencies_japanese"))
KOREAN_AGENCY = (
    "연합뉴스|뉴시스|뉴스1|뉴스핌|이데일리|머니투데이|아시아경제|헤럴드경제|로이터|AFP|AP"
)
ANY_KOREAN = r"[가-힣A-Za-z0-9]{2,10}"
KNOWN = frozenset(f"{CHINESE_AGENCY}|{JAPANESE_AGENCY}|{KOREAN_AGENCY}".split("|"))
REPORTER_ZH = r"(?:[（(]\s*(?:记者|記者|通讯员|通訊員|编辑|編譯)[^）)]{0,40}[）)])?"
REPORTER_KO = r"(?:[가-힣A-Za-z·,、\s]{2,40}?=\s*)?"
# "电话", "电影", "电网": the character for a cable also begins other words.
NO_WORD = "(?![话話视視影台力子商网網器动動池脑腦信量价價车車缆纜梯费費])"
MARK = r"[】）)\]］]\s?[-－―—–]*\s?"
# 新华社上海5月3日电（记者 …）
CHINESE = (
    rf"[【（(\[]?(?P<agency>{CHINESE_AGENCY})\s?(?P<place>{HAN}{{2,10}}?)?[ ]?(?P<date>{DAY})?\s?"
    rf"(?:(?:综合|綜合|外|專|专)?(?:[电電]{NO_WORD}|[訊讯])|消息(?=[:：])|报道(?=\s))(?:[】）)\]]|\s?{REPORTER_ZH})[:：,，]?\s?"
)
# （中央社東京4日綜合外電報導）【中央社／台北4日電】
TAIWANESE_ABROAD = (
    rf"[（(【](?P<agency>{CHINESE_AGENCY})[／/]?(?P<place>{HAN}{{2,6}}?)(?P<date>{DAY})"
    r"(?:電|(?:綜合)?(?:外電)?報導)[】）)]\s?"
)
# 【香港訊】, and with an agency 【明報專訊】
HONG_KONG = (
    rf"[【（(](?:(?P<agency>{CHINESE_AGENCY})|(?P<place>{HAN}{{2,6}}?))"
    r"(?P<date>)(?:專|专)?[訊讯][】）)]\s?"
)
# （中央社記者某某台北4日電）
TAIWANESE = (
    rf"[（(【](?P<agency>{CHINESE_AGENCY})(?:記者|记者)(?P<place>{HAN}{{4,10}}?)(?P<date>{DAY})"
    r"(?:專|综合|綜合|外)?[电電][】）)]\s?"
)
# 〔記者某某／台北報導〕
REPORTED = (
    rf"[〔【［\[（(]?(?:記者|特派記者|特派員){HAN}{{2,4}}(?:、{HAN}{{2,4}})*[／/∕]"
    rf"(?P<place>{HAN}{{2,6}})(?P<date>)(?P<agency>)報導[〕】］\])）]?[:：]?\s?"
)
# 【ワシントン=共同】（東京＝共同）【ソウル聯合ニュース】【北京時事】
JAPANESE = (
    rf"[【（(\[［](?P<place>{KANA}{{2,16}}?)[＝=\s]*(?P<date>{DAY})?[＝=\s]*"
    rf"(?P<agency>{JAPANESE_AGENCY}){MARK}"
)
# 【ニューヨーク=記者】
CORRESPONDENT = rf"【(?P<place>{KANA}{{2,16}}?)[＝=](?P<agency>)(?P<date>){KANA}{{2,12}}】\s?"
# 【ワシントン秋山信一】【北京・秋山信一】, not 【ロンドン株式市場】 or 【東京・新宿区】
UNSEPARATED = (
    rf"【(?P<place>[\u30a1-\u30ff]{{2,12}}|{HAN}{{2,4}}(?=・))・?(?P<agency>)(?P<date>)"
    rf"(?!{HAN}*[国市場株式為替選挙輪長会展戦債券日支部問題発引物油区町村県府駅])"
    rf"(?P<reporter>{HAN}{{3,5}})】\s?"
)
# [東京　４日　ロイター] -
REUTERS = (
    rf"[\[［](?:(?P<place>{KANA}{{2,16}}(?:/{KANA}{{2,16}})*)\s)?(?P<date>{DAY})\s"
    rf"(?P<agency>{JAPANESE_AGENCY}|[A-Z]{{2,5}})[\]］]\s?[-－―—–]+\s?"
)
# (서울=연합뉴스) 홍길동 기자 =
KOREAN = (
    r"[(\[【（](?P<place>[가-힣]{2,10}(?:[·/]?[가-힣]{2,10})*)(?:[=＝]|\s(?=[A-Z가-힣]{2,6}[=＝]))"
    rf"(?P<agency>(?:AFP|AP|로이터|EPA|신화)[=＝/](?:연합뉴스|뉴시스|뉴스1)|{KOREAN_AGENCY}|{ANY_KOREAN})"
    rf"(?:\s[가-힣]{{2,4}}\s기자)?[)\]】）](?P<date>)\s?{REPORTER_KO}"
)
# [이데일리 홍길동 기자]
KOREAN_PAPER = (
    rf"\[(?P<agency>{KOREAN_AGENCY})[=＝\s](?P<place>)(?P<date>)[가-힣]{{2,4}}\s기자\]\s?"
)
# （吉隆坡5日讯）
MALAYSIAN = rf"[（(](?P<place>{HAN}{{2,8}}?)(?P<date>{DAY})(?P<agency>)[讯訊][）)]\s?"
# 【AFP=時事】【6月18日 AFP】（共同）
UNPLACED_SIGNED = (
    rf"【(?P<place>)(?P<date>{DAY}\s)?(?P<agency>AFP=時事|ＡＦＰ＝時事|AFP時事|AFP|CNN)】\s?"
)
# 【9月5日 Xinhua News】
DATED = rf"【(?P<place>)(?P<date>{DAY})\s(?P<agency>[A-Z][A-Za-z ]{{1,20}}|{JAPANESE_AGENCY})】\s?"
SIGNED = (
    r"[（(](?P<place>)(?P<date>)(?P<agency>共同|新华社|新華社|中央社|ブルームバーグ|(?<=（)CNN)"
    r"[）)][:：]?\s?"
)
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        *(CHINESE, TAIWANESE, TAIWANESE_ABROAD, REPORTED, JAPANESE, CORRESPONDENT, UNSEPARATED),
        *(REUTERS, KOREAN, KOREAN_PAPER, MALAYSIAN, HONG_KONG, UNPLACED_SIGNED, DATED, SIGNED),
    )
)
PICTURES = {"사진", "영상", "그래픽", "자료", "写真", "動画"}
UNPLACED = {"综合", "綜合", "整理", "專題", "即時"}


@dataclass(frozen=True, slots=True)
class Found:
    """The dateline that opens a paragraph, up to `end`."""

    places: tuple[str, ...]
    date: str
    agency: str
    end: int
    sure: bool


def match(text: str, gazetteer: Gazetteer) -> Found | None:
    """Return the dateline that opens an East Asian paragraph, or None."""
    for pattern in PATTERNS:
        found = pattern.match(text)
        if not found:
            continue
        place = (found["place"] or "").strip("・ ")
        if "記者" in found.group() and len(place) > 3:
            place = _behind_name(place, gazetteer)
        places = tuple(part for part in re.split(r"[/·]", place) if part)
        if any(part in UNPLACED for part in places):
            return None
        known = bool(places) and all(_is_known(part, gazetteer) for part in places)
        agency, date = (found["agency"] or "").strip(), (found["date"] or "").strip()
        if any(part in PICTURES for part in places):
            return None
        # "新华社记者从…" names a reporter and is not a dateline.
        if places and not known and not date and pattern is PATTERNS[0]:
            continue
        # A Korean bracket may name any agency, so its place must be known. After a reporter's
        # name, an unknown place may be part of the name.
        sure = known or ("記者" not in found.group() and (bool(date) or agency in KNOWN))
        if not (sure or agency) or not (known or text[found.end() :].strip()):
            return None
        return Found(places, date, agency, found.end(), sure)
    return None


def _behind_name(words: str, gazetteer: Gazetteer) -> str:
    """Return the place from a reporter's name and a place that are printed without a space."""
    tails = (words[at:] for at in range(2, len(words) - 1))
    return next((tail for tail in tails if _is_known(tail, gazetteer)), words[-2:])


def _is_known(place: str, gazetteer: Gazetteer) -> bool:
    """Return whether it is a place, with or without a suffix such as "county": "花蓮縣"."""
    return gazetteer.is_place(place) or (
        len(place) > 2 and place[-1] in "縣市省區县区" and gazetteer.is_place(place[:-1])
    )
