"""Datelines of Chinese, Japanese and Korean copy, which have forms of their own."""

import re
from dataclasses import dataclass

from articles.wire.gazetteer import Gazetteer

HAN = r"[\u3400-\u9fff]"
KANA = r"[\u3040-\u30ff\u3400-\u9fffー・]"
DAY = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日"
CHINESE_AGENCY = (
    "新华社|新華社|中新社|中新网|中新網|中通社|中央社|法新社|路透社|美联社|美聯社|人民网|新华网|光明网|央视网"
    "|中国新闻网|德新社|共同社|韩联社|韓聯社|俄新社|塔斯社|埃菲社|安莎社|本报|本報|本社|中国日报|参考消息网|海外网"
    "|环球网|国际在线|中国青年报|经济日报|人民日报|工人日报|科技日报|彭博社|合眾社"
)
JAPANESE_AGENCY = (
    "共同通信|共同|時事通信|時事|ロイター|AFP時事|AFP=時事|ＡＦＰ＝時事|ＡＦＰ時事|AP|ＡＰ|AFP|ＡＦＰ|CNN|新華社"
    "|聯合ニュース|中央社|タス|ブルームバーグ|朝日新聞|毎日新聞|産経新聞|読売新聞"
)
KOREAN_AGENCY = r"연합뉴스|뉴시스|뉴스1|뉴스핌|이데일리|머니투데이|아시아경제|헤럴드경제|로이터|AFP|AP|[가-힣A-Za-z0-9]{2,10}"
REPORTER_ZH = rf"(?:[（(]\s*(?:记者|記者|通讯员|通訊員|编辑|編譯)[^）)]{{0,40}}[）)])?"
REPORTER_KO = r"(?:[가-힣·,、\s]{2,30}?(?:기자|특파원|통신원|기자들)\s*=\s*)?"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 新华社上海5月3日电（记者 …）
        rf"[【（(\[]?(?P<agency>{CHINESE_AGENCY})(?:\s|记者|記者[^\d]{{2,4}}?)?(?P<place>{HAN}{{2,10}}?)[ ]?"
        rf"(?P<date>{DAY})?\s?(?:综合|綜合|外|專|专)?[电電訊讯](?:[】）)\]]|\s?{REPORTER_ZH})[:：,，]?\s?",
        # （中央社記者某某台北4日電）
        rf"[（(【](?P<agency>{CHINESE_AGENCY})(?:記者|记者){HAN}{{2,4}}?(?P<place>{HAN}{{2,6}}?)(?P<date>{DAY})"
        r"(?:專|综合|綜合|外)?[电電][】）)]\s?",
        # 〔記者某某／台北報導〕
        rf"[〔【［\[（(]?(?:記者|特派記者|特派員){HAN}{{2,4}}(?:、{HAN}{{2,4}})*[／/∕](?P<place>{HAN}{{2,6}})"
        r"(?P<date>)(?P<agency>)報導[〕】］\])）]?[:：]?\s?",
        # 【ワシントン=共同】（東京＝共同）【ソウル聯合ニュース】【北京時事】
        rf"[【（(\[［](?P<place>{KANA}{{2,16}}?)(?:[＝=\s]*)(?P<date>{DAY})?[＝=\s]*(?P<agency>{JAPANESE_AGENCY})"
        r"[】）)\]］]\s?[-－―—–]*\s?",
        # 【ニューヨーク=記者】
        rf"【(?P<place>{KANA}{{2,16}}?)[＝=](?P<agency>)(?P<date>){KANA}{{2,12}}】\s?",
        # [東京　４日　ロイター] -
        rf"[\[［](?:(?P<place>{KANA}{{2,16}}(?:/{KANA}{{2,16}})*)\s)?(?P<date>{DAY})\s(?P<agency>{JAPANESE_AGENCY}|[A-Z]{{2,5}})"
        r"[\]］]\s?[-－―—–]+\s?",
        # (서울=연합뉴스) 홍길동 기자 =
        rf"[(\[【（](?P<place>[가-힣]{{2,10}}(?:[·/]?[가-힣]{{2,10}})*)[=＝](?P<agency>{KOREAN_AGENCY})[)\]】）]"
        rf"(?P<date>)\s?{REPORTER_KO}",
        # 【AFP=時事】
        rf"【(?P<place>)(?P<date>(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日\s)?(?P<agency>AFP=時事|ＡＦＰ＝時事|AFP時事|AFP|CNN)】\s?",
        r"[（(](?P<place>)(?P<date>)(?P<agency>共同|新华社|新華社|中央社|CNN|ブルームバーグ)[）)][:：]?\s?",
    )
)
UNPLACED = {"综合", "綜合", "整理", "專題", "即時"}


@dataclass(frozen=True, slots=True)
class Found:
    """A prefix of the paragraph and what it says."""

    places: tuple[str, ...]
    date: str
    agency: str
    end: int
    sure: bool


def match(text: str, gazetteer: Gazetteer) -> Found | None:
    """The dateline at the start of an East Asian paragraph, or None."""
    for pattern in PATTERNS:
        found = pattern.match(text)
        if not found or not text[found.end() :].strip():
            continue
        place = (found["place"] or "").strip("・ ")
        places = tuple(part for part in re.split(r"[/·]", place) if part)
        if any(part in UNPLACED for part in places):
            return None
        known = all(gazetteer.is_place(part) for part in places)
        agency, date = (found["agency"] or "").strip(), (found["date"] or "").strip()
        # A Korean bracket with any name for an agency needs a place that is known.
        sure = known or bool(date) or bool(agency and agency in KNOWN)
        if not sure and not agency:
            return None
        return Found(places, date, agency, found.end(), sure)
    return None


KNOWN = frozenset("|".join((CHINESE_AGENCY, JAPANESE_AGENCY, KOREAN_AGENCY)).split("|"))
