"""The language of a text, guessed by its script, its letters and its commonest words.

It is a guess: an editor can choose another one. Codes are those of BCP 47, in lower case.
"""

import re
from collections import Counter
from functools import lru_cache

from articles.text.scripts import letters_by_script, without_names

#: The languages that are told apart in each script; the first one where nothing speaks for another.
LANGUAGES = {
    "LATIN": """en de fr es it pt nl sv da nb fi pl cs sk sl hr sr-latn bs hu ro sq tr az uz tk id
        ms vi tl ku sw ha so zu xh af ca gl eu ga cy is fo et lv lt lb mt eo""",
    "CYRILLIC": "ru uk be bg sr mk kk ky tg mn tt",
    "ARABIC": "ar fa ur ps sd ug ckb ks pa-arab az-arab",
    "HEBREW": "he yi",
    "HAN": "zh-hans zh-hant",
    "KANA": "ja",
    "HANGUL": "ko",
    "DEVANAGARI": "hi mr ne",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "BENGALI": "bn as",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "ORIYA": "or",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "THAI": "th",
    "LAO": "lo",
    "MYANMAR": "my",
    "KHMER": "km",
    "TIBETAN": "bo dz",
    "ETHIOPIC": "am ti",
    "MONGOLIAN": "mn-mong",
    "THAANA": "dv",
    "SYRIAC": "syr",
    "NKO": "nqo",
    "ADLAM": "ff-adlm",
    "CHEROKEE": "chr",
    "TIFINAGH": "zgh",
}
_SCRIPT_OF = {code: script for script, codes in LANGUAGES.items() for code in codes.split()}
_RIGHT_TO_LEFT = frozenset("ARABIC HEBREW THAANA SYRIAC NKO ADLAM".split())
_RIGHT_TO_LEFT_TAGS = re.compile(r"-(?:arab|hebr|thaa|syrc|nkoo|adlm|aran)(?:-|$)")

_WORDS = {
    "en": "the of and to in is that was for on with said it by at from has are",
    "de": "der die das und ist nicht den dem ein eine mit für auf sich von im zu wird hat",
    "fr": "le la les de des du et est en que une un dans pour au aux sur qui il a",
    "es": "el la los las de del que en y por para con una un se su al no",
    "it": "il la di che e del della per con gli nel una un sono è le alla dei si",
    "pt": "o a os de da do que em para com uma um na no não dos por foi ao e",
    "nl": "de het een en van is dat op te in voor met zijn niet aan er",
    "sv": "och att det som en på är av för med till den har inte ett i",
    "da": "og at det som en på er af for med til den har ikke et i der",
    "nb": "og at det som en på er av for med til den har ikke et i å",
    "fi": "ja on ei että se oli hän mutta myös kun ovat mukaan",
    "pl": "i w na z się nie że do jest to od przez dla o po jak",
    "cs": "a v na se že je s z do to o ve pro od po za který jsou byl",
    "sk": "a v na sa že je s z do to o vo pre od po za ktorý sú bol",
    "sl": "in je v na se da za so z ki pa ne tudi po",
    "hr": "i je u na se da za su s koji od ne će bi iz što",
    "hu": "a az és hogy nem is egy meg van volt de ez már",
    "ro": "și în de la a cu pe că nu este din pentru un o care mai",
    "sq": "dhe në e të për me që nga një është u se",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi ama",
    "id": "yang dan di dengan untuk dari ini pada itu dalam akan tidak ke",
    "vi": "và của là có được trong cho không các với một đã người những",
    "af": "die en van in is het nie dat te om vir met op sy wat",
    "ca": "el la de i que en els les per amb una un no del és",
    "et": "ja on ei et see oli ka kui mis ning",
    "lv": "un ir ar par no ka kas uz pēc tika",
    "lt": "ir yra kad iš į su tai buvo apie dėl",
    "ku": "û ji li di de bi ku ev ew jî dike dikin hat bû yên wê ye ya xwe",
    "sw": "ya na wa kwa ni katika la za kuwa hiyo",
    "ru": "и в не на что с по как это его к из у за от был",
    "uk": "і в не на що та з у до за від як це його й про",
    "be": "і ў не на што з да як гэта па для за ад",
    "bg": "на и да се е за от в че с по не са като ще",
    "sr": "и је у на се да за су који од не ће би из што",
    "mk": "на и да се во е за од со ќе не ги што",
    "kk": "және мен бұл үшін деп болды болып туралы бойынша еді осы оның қазақстан",
    "ky": "жана менен бул үчүн деп болгон боюнча анын кыргыз эле болуп",
    "tg": "ва аз бо ки дар ба барои аст ин шуд буд тоҷикистон",
    "mn": "нь ба байна болон энэ гэж юм байсан улсын монгол онд хийж байгаа ерөнхий",
    "tt": "һәм белән бу өчен дип булган буенча аның татарстан иде",
    "sd": "۾ جي ۽ جو کي آهي سان کان هن تي ڪري وئي جا آهن به",
    "ar": "في من على أن إلى عن التي الذي هذا ما لا كان بعد",
    "fa": "در و به از که را این با است آن برای می شد",
    "ur": "کے کی میں نے اور سے ہے کو کا کہ پر یہ",
    "ps": "د په او چې کې ته له دی دا سره شوي به",
    "hi": "के में की है को से का ने और पर यह कि हैं",
    "mr": "आहे आणि या च्या ने त्या मध्ये आहेत केली होते",
    "ne": "को मा र ले छ गरेको भएको छन् पनि हो",
    "he": "של את על לא הוא כי גם עם זה היא אל",
    "yi": "פון אין און די איז צו דער מיט אז האט",
}
#: Letters that a language writes and most others of its script do not.
_LETTERS = {
    "de": "ßäöü", "fr": "êèçàùœ", "es": "ñ¿¡", "pt": "ãõ", "sv": "åäö", "da": "åæø", "nb": "åæø",
    "fi": "äö", "pl": "ąćęłńśźż", "cs": "ěřů", "sk": "ľĺŕôä", "hr": "đ", "hu": "őű", "ro": "ășțţş",
    "tr": "ığş", "az": "əığş", "vi": "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", "is": "þð",
    "et": "õ", "lv": "āēīūģķļņ", "lt": "ėįųū", "mt": "ħġ", "eo": "ĉĝĥĵŝŭ",
    "ru": "ыэё", "uk": "іїєґ", "be": "ўі", "bg": "ъ", "sr": "ђјљњћџ", "mk": "ѓќѕј",
    "kk": "әғқңұһі", "ky": "өүң", "tg": "ӣӯҳҷқғ", "mn": "өү", "tt": "әҗөүһ",
    "ar": "ةىأإي", "fa": "پچژگ۰۱۲۳۴۵۶۷۸۹", "ur": "ٹڈڑںےہھ", "ps": "ټډړښځڅېۍږڼ",
    "sd": "ڪڄڃڏڌڊڍڙٻڀڳڱڻٿٺڦڇ۾۽",
    "ug": "ۇۆۈەېڭ", "ckb": "ێۆڕڵەڤ", "mr": "ळ", "as": "ৰৱ", "yi": "ײױװ",
    "zh-hans": (
        "们国这来说为对会学东时发经个开报现进长湾总统选举结爱岁实关门问间闻见觉视览亲车转轮军运连"
        "过还远边达迁违让认识议论证评词译该详语误请读谁调谈谢贝负财贡责贤败货质贩贪贫购贯贷贸费贺"
        "贼赛赞赢赶赵践输办务动劳势区医协华单卖卫厂厅历压厉县参双变叶号吗听启员响园围图团圆圣场坏"
        "块坚坛声处备够头夺奋奖妇妈孙宁宝审宪宫宽宾导寿将尔层届属岛峡币帅师帐带帮广庆库应庙废张弥"
        "弯弹强归当录忆忧怀态恋恶惊惧惨惯愿戏战户扑执扩扫扬抚抢护担拟拥择挂挡挥损换据掳摄敌数无旧"
        "显晓术机杀杂权条杨极构枪标栏树样桥检楼欢欧残毁毕气汇汉汤沟没泪泽洁浅测济浓涛润涨渐渔湿满"
        "灭灯灵灾炉点炼烂烟热爷牺状独狭狮猎献环电画疗监盖盘码矿确礼祸离种积称稳穷窃竞笔签简粮纠红"
        "约级纪纯纲纳纵纷纸线练组细终绍绑绕绘给络绝继绩续维绿缓编缘缩缴网罗罚罢职联聪肃胁胆胜脏脑"
        "脸舰艺节芦苏荐荣药莱获营萨蓝虑虽袭补装规订讨训访设许诉诊试诗诚诸诺课谋谣邻郑酿释钟钢钱铁"
        "银销锁错键镇镜闪闭闯阅队阳阴阵际陆陈险随隐难雾静韩页顶项顺须顾顿预领频题颜额风飞饭饮馆马"
        "驱驶驻验骂骗鱼鲁鲜鸟鸡鸣麦黄齐龙"
    ),
    "zh-hant": (
        "們國這來說為對會學東時發經個開報現進長灣總統選舉結愛歲實關門問間聞見覺視覽親車轉輪軍運連"
        "過還遠邊達遷違讓認識議論證評詞譯該詳語誤請讀誰調談謝貝負財貢責賢敗貨質販貪貧購貫貸貿費賀"
        "賊賽贊贏趕趙踐輸辦務動勞勢區醫協華單賣衛廠廳歷壓厲縣參雙變葉號嗎聽啟員響園圍圖團圓聖場壞"
        "塊堅壇聲處備夠頭奪奮獎婦媽孫寧寶審憲宮寬賓導壽將爾層屆屬島峽幣帥師帳帶幫廣慶庫應廟廢張彌"
        "彎彈強歸當錄憶憂懷態戀惡驚懼慘慣願戲戰戶撲執擴掃揚撫搶護擔擬擁擇掛擋揮損換據擄攝敵數無舊"
        "顯曉術機殺雜權條楊極構槍標欄樹樣橋檢樓歡歐殘毀畢氣匯漢湯溝沒淚澤潔淺測濟濃濤潤漲漸漁濕滿"
        "滅燈靈災爐點煉爛煙熱爺犧狀獨狹獅獵獻環電畫療監蓋盤碼礦確禮禍離種積稱穩窮竊競筆簽簡糧糾紅"
        "約級紀純綱納縱紛紙線練組細終紹綁繞繪給絡絕繼績續維綠緩編緣縮繳網羅罰罷職聯聰肅脅膽勝髒腦"
        "臉艦藝節蘆蘇薦榮藥萊獲營薩藍慮雖襲補裝規訂討訓訪設許訴診試詩誠諸諾課謀謠鄰鄭釀釋鐘鋼錢鐵"
        "銀銷鎖錯鍵鎮鏡閃閉闖閱隊陽陰陣際陸陳險隨隱難霧靜韓頁頂項順須顧頓預領頻題顏額風飛飯飲館馬"
        "驅駛駐驗罵騙魚魯鮮鳥雞鳴麥黃齊龍"
    ),
}  # fmt: skip
_WORD_SETS = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_SPLIT = re.compile(r"[^\s\d.,:;!?…()\[\]\"“”„«»‘’。、，：；！？「」『』؟،।—–/-]+")
#: Characters that are looked at, and words below which the newsroom's own language is likelier.
SAMPLE, FEW = 20_000, 8
#: At least this many words or letters must speak for another language.
LEAST = 3
#: The head start of the newsroom's own language.
_AHEAD = 0.04


def guess_language(text: str, default: str) -> str:
    """Return the language of most of the text; `default` is the newsroom's, which it likely is."""
    script = main_script(text)
    if not script:
        return default
    if script == "HAN" and script_of(default) in ("KANA", "HANGUL"):
        # A headline without any letter of its own script.
        return default
    codes = LANGUAGES.get(script, "").split()
    if not codes:
        return default
    own = next((c for c in (default, default.split("-", maxsplit=1)[0]) if c in codes), "")
    best = _likeliest(text, codes, own)
    return default if best == own else best


def direction_of(language: str) -> str:
    """Return the direction in which a language is written: "rtl" or "ltr"."""
    tagged = _RIGHT_TO_LEFT_TAGS.search(language.lower())
    return "rtl" if tagged or script_of(language) in _RIGHT_TO_LEFT else "ltr"


def script_of(language: str) -> str:
    """Return the script of a language, as Unicode names it; "" if it is not known."""
    code = language.lower()
    base = code.split("-")[0]
    return _SCRIPT_OF.get(code) or _SCRIPT_OF.get(base) or ("HAN" if base == "zh" else "")


@lru_cache(maxsize=1)
def known_languages() -> tuple[str, ...]:
    """Return the codes of all languages that can be guessed."""
    return tuple(_SCRIPT_OF)


def main_script(text: str) -> str:
    """Return the script of most letters, "" if there is none.

    Japanese and Korean mix theirs with Chinese letters.
    """
    if text.isascii():
        return "LATIN" if any(map(str.isalpha, without_names(text))) else ""
    scripts = letters_by_script(text)
    if not scripts:
        return ""
    han = scripts["HAN"]
    for mixed in ("KANA", "HANGUL"):
        if scripts[mixed] * 8 > han:
            scripts[mixed] += han
            scripts["HAN"] = 0
            break
    return max(scripts, key=lambda script: scripts[script])


def _likeliest(text: str, codes: list[str], own: str) -> str:
    if len(codes) == 1:
        return codes[0]
    sample = text[:SAMPLE].casefold()
    words, letters = Counter(_SPLIT.findall(sample)), Counter(sample)
    spoken = max(words.total(), 1)
    written = max(sum(count for sign, count in letters.items() if sign.isalpha()), 1)

    def signs(code: str) -> tuple[int, int]:
        common = sum(words[word] for word in words.keys() & _WORD_SETS.get(code, ()))
        return common, sum(letters[sign] for sign in letters.keys() & _LETTERS.get(code, ""))

    def score(code: str) -> float:
        common, peculiar = signs(code)
        return common / spoken + 4 * peculiar / written + _AHEAD * (code == own)

    scores = {code: score(code) for code in codes}
    best = max(codes, key=lambda code: scores[code])
    if own and codes[0] != "zh-hans" and sum(signs(best)) < LEAST:
        return own
    if own and spoken < FEW and codes[0] != "zh-hans" and scores[best] < 2 * scores[own] + 0.3:
        return own
    return best if scores[best] > 0.05 else own or codes[0]
