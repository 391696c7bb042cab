"""News agencies and publishers that sign datelines."""

import re

NAMES = (
    *("AP", "The Associated Press", "Associated Press", "Reuters", "Thomson Reuters", "REUTERS"),
    *("Thomson Reuters Foundation", "AFP", "UPI", "CNN", "CNN Business", "Bloomberg", "DPA", "dpa"),
    *("dpa-AFX", "APA", "SDA", "ATS", "Keystone-SDA", "Keystone-ATS", "AWP", "SID", "KNA", "epd"),
    *("lsw", "lhe", "lni", "lno", "lby", "lnw", "lrs", "lth", "lsn", "lah", "bb", "mv", "tmn"),
    *("EFE", "EFE Verde", "EUROPA PRESS", "Europa Press", "Notimex", "Télam", "Andina", "Xinhua"),
    *("DPA International", "ANSA", "askanews", "Adnkronos", "AGI", "LaPresse", "Dire", "9Colonne"),
    *("LUSA", "Agência Lusa", "Agência Brasil", "ABR", "Folhapress", "Estadão Conteúdo", "UOL"),
    *("Agência Estado", "Ansa Brasil", "BBC", "BBC News", "ANP", "Belga", "Ritzau", "TT", "NTB"),
    *("STT", "BNS", "ELTA", "LETA", "ERR", "PAP", "ČTK", "CTK", "TASR", "SITA", "MTI", "Agerpres"),
    *("Mediafax", "HINA", "Tanjug", "Beta", "FoNet", "SRNA", "FENA", "MIA", "БТА", "BTA", "ANA-MPA"),
    *("ΑΠΕ-ΜΠΕ", "ΑΠΕ", "CNA", "Kyodo", "Kyodo News", "Jiji", "Jiji Press", "Yonhap", "Newsis"),
    *("TASS", "ITAR-TASS", "RIA Novosti", "RIA", "Interfax", "Interfax-Ukraine", "Sputnik"),
    *("ТАСС", "ИТАР-ТАСС", "РИА Новости", "РИА", "Интерфакс", "ИНТЕРФАКС", "Интерфакс-Украина"),
    *("УНН", "Укринформ", "Укрінформ", "УНІАН", "УНИАН", "БЕЛТА", "БелТА", "Казинформ", "КазИнформ"),
    *("КАЗИНФОРМ", "Kazinform", "Sputnik", "Прайм", "ПРАЙМ", "Trend", "АПА", "Регнум", "REGNUM"),
    *("Anadolu", "Anadolu Agency", "AA", "DHA", "İHA", "IHA", "ANKA", "BHA", "UNA"),
    *("ANTARA", "Bernama", "BERNAMA", "TTXVN", "VNA", "TTO", "TPO", "NDO", "NLĐO", "PLO", "Dân trí"),
    *("PNA", "Philippine News Agency", "TNA", "MCOT", "MNA", "CNN Indonesia", "CNBC Indonesia"),
    *("Kompas", "Tempo", "detikcom", "Republika", "SINDOnews", "Okezone", "JPNN", "Jawa Pos"),
    *("PTI", "ANI", "IANS", "UNI", "ENS", "Express News Service", "TNN", "HTC", "APP", "INP"),
    *("NNI", "Online", "PPI", "BSS", "UNB", "RSS", "Lankapuvath", "Press Trust of India"),
    *("भाषा", "पीटीआई", "एएनआई", "आईएएनएस", "वार्ता", "एजेंसी", "বাসস", "ইউএনবি", "اے پی پی", "این این آئی"),
    *("NAN", "PANA", "GNA", "KNA", "SAnews", "SAPA", "ANA", "African News Agency", "MAP", "APS"),
    *("TAP", "MENA", "SPA", "WAM", "KUNA", "QNA", "BNA", "ONA", "Petra", "SANA", "INA", "NNA"),
    *("IRNA", "ISNA", "Mehr", "Fars", "Tasnim", "IQNA", "WAFA", "رويترز", "أ ف ب", "فرانس برس"),
    *("أ.ف.ب", "د ب أ", "د.ب.أ", "أ ش أ", "واس", "وام", "كونا", "قنا", "بترا", "سانا", "وفا", "شينخوا"),
    *("أ ب", "سبوتنيك", "الأناضول", "القدس العربي", "الشرق الأوسط", "مباشر", "العربية", "وكالات"),
    *("العربي الجديد", "الحياة", "البيان", "الاتحاد", "بنا", "العمانية", "الجزيرة", "الجزيرة نت"),
    *("رويتر", "ایرنا", "ایسنا", "مهر", "فارس", "تسنیم", "خبرگزاری مهر", "Times of Israel", "JTA"),
    *("VOA", "RFE/RL", "RFI", "DW", "NPR", "States Newsroom", "StatePoint", "NewsNation", "KXAN"),
    *("The Canadian Press", "Canadian Press", "CP", "AAP", "RNZ", "PA", "PA Media", "IPS", "CNS"),
    *("The Center Square", "Stringer", "Agencies", "Agence France-Presse", "ABC News", "NBC News"),
    *("CBS News", "Fox News", "CNS News", "WAFA", "Religion News Service", "RNS", "Gray News"),
    *("TCA", "TNS", "Tribune News Service", "Caixin", "The Conversation", "Nampa", "NAMPA"),
    *("PRNewswire", "PR Newswire", "Business Wire", "BUSINESS WIRE", "GLOBE NEWSWIRE", "Newsfile"),
    *("GlobeNewswire", "ACN Newswire", "Newsfile Corp.", "Marketwired", "ots", "AFP/Reuters"),
    *("CMC", "CANA", "Cuba Debate", "Prensa Latina", "PL", "ACN", "AVN", "ABI", "Infobae", "IP"),
)
# Names that are ordinary words or initials: an agency only inside brackets or slashes.
BRACKETS_ONLY = {
    *("bb", "mv", "tt", "ap", "pa", "cp", "aa", "una", "ip", "pl", "mia", "ana", "map", "tap", "spa"),
    *("beta", "trend", "online", "tempo", "mehr", "dire", "petra", "agi", "sita", "sid", "una", "uni"),
    *("agencies", "stringer", "the conversation", "sana", "ina", "nan", "cna", "ria", "agi", "mena"),
    *("jiji", "belga", "anka", "ena", "abi", "acn", "dw", "ats", "sda", "lno", "lby", "lah", "lth"),
    *("fars", "rss", "ens", "htc", "app", "inp", "nni", "ppi", "gna", "pana", "aps", "err", "tna"),
    *("мир", "риа", "апа", "مباشر", "العربية", "الحياة", "البيان", "الاتحاد", "مهر", "فارس"),
    *("agi", "online", "वार्ता", "kompas", "ots", "epd", "kna", "ans", "cmc", "efe verde"),
}
KNOWN = frozenset(name.casefold() for name in NAMES)
SITE = r"[A-Za-zÀ-ž0-9][\w-]{1,24}\.(?:com|co\.id|id|co|net|org|info|vn|ru|ua|az|kz|tv|news|my|ph|ng|in)"
BARE = re.compile(
    "(?:"
    + "|".join(
        re.escape(name)
        for name in sorted(set(NAMES), key=len, reverse=True)
        if name.casefold() not in BRACKETS_ONLY
    )
    + rf"|{SITE})(?!\w)(?![-'’]\w)",
    re.IGNORECASE,
)
JOINS = re.compile(r"\s*[/,&+]\s*|\s+[-–]\s+|-(?=[A-Z]{2,5}\b)|\s+and\s+|\s+et\s+|\s+e\s+|\s+und\s+")
QUOTES = "«»\"“”„‹›'‘’ "


def is_agency(name: str) -> bool:
    """Whether the name, or each part of "dpa/lsw", is a known agency or a site such as KOMPAS.com."""
    name = name.strip(QUOTES + ".©")
    if name.casefold() in KNOWN or re.fullmatch(SITE, name, re.IGNORECASE):
        return True
    parts = [part.strip(QUOTES) for part in JOINS.split(name)]
    return len(parts) > 1 and all(part.casefold() in KNOWN for part in parts)


def starts_with_agency(name: str) -> bool:
    """Whether the first part of a bracket names an agency, as in "AFP, Jane Doe"."""
    return is_agency(JOINS.split(name.strip(QUOTES))[0])


def agency_at(text: str, start: int) -> int:
    """Where the agency that stands without brackets at `start` ends, or `start`."""
    quoted = start + 1 if text[start : start + 1] in "«\"“" else start
    found = BARE.match(text, quoted)
    if not found:
        return start
    word = found.group()
    # "tass" or "Sputnik" inside prose is no signature: short names must be printed as names.
    if word.islower() and "." not in word and any(c.isupper() for n in NAMES for c in n if n.casefold() == word.casefold()):
        return start
    end = found.end()
    return end + 1 if quoted > start and text[end : end + 1] in "»\"”" else end
