"""Who works in the demo newsroom."""

from typing import NamedTuple

from articles.people import EDITOR, MANAGING_EDITOR, MODERATOR, REPORTER


class Colleague(NamedTuple):
    """An account: its username, the person's name, and the role."""

    username: str
    name: str
    role: str


PEOPLE = (
    Colleague("nadia", "Nadia Brandt", MANAGING_EDITOR),
    Colleague("ruth", "Ruth Adeyemi", EDITOR),
    Colleague("tomas", "Tomás Rivera", EDITOR),
    Colleague("maya", "Maya Okafor", REPORTER),
    Colleague("yusuf", "Yusuf Demir", REPORTER),
    Colleague("li", "Li Wen", REPORTER),
    Colleague("aigerim", "Aigerim Sadykova", REPORTER),
    Colleague("ines", "Ines Duarte", MODERATOR),
)
#: Who reads and approves, by turns, and who decides on links.
EDITORS, LINKS_DECIDED_BY = ("ruth", "tomas"), "ines"
#: Who writes down what somebody without an account has written.
WRITES_FOR = {"李雯": "li", "Айгерім Садықова": "aigerim"}
ELSE = "yusuf"


def account_of(author: str) -> str:
    """Return the username of the account that writes for the author."""
    own = {one.name: one.username for one in PEOPLE}
    return own.get(author) or WRITES_FOR.get(author, ELSE)


class Profile(NamedTuple):
    """What readers get of an author: the role, a few sentences, and what is drawn as a portrait."""

    role: str
    bio: str
    portrait: str


PROFILES = {
    "Maya Okafor": Profile(
        "World editor",
        "Maya Okafor writes about islands, elections and what people keep in archives. She learned"
        " to read timetables before books.",
        "portrait moss 75",
    ),
    "Yusuf Demir": Profile(
        "Reporter, economy and sport",
        "Yusuf Demir covers trams, interest rates and anything that is decided on the last lap.",
        "portrait mint 71",
    ),
    "Hanna Lindqvist": Profile(
        "Science correspondent",
        "Hanna Lindqvist has been to sea with oceanographers four times, and was ill on three of"
        " them.",
        "portrait slate 74",
    ),
    "Carlos Ibarra": Profile(
        "Corresponsal",
        "Carlos Ibarra escribe sobre café, fútbol y música, en español y en inglés.",
        "portrait dawn 70",
    ),
    "Елена Маркова": Profile(
        "Корреспондент",
        "Елена Маркова пишет о людях, которые живут далеко от больших городов.",
        "portrait clay 79",
    ),
    "سمير حداد": Profile("مراسل", "يكتب سمير حداد عن المدن وأسواقها.", "portrait sand 73"),
}
#: In their order in the menu.
SECTIONS = ("World", "Economy", "Science", "Climate", "Sport", "Culture")
#: Places of the stories that no gazetteer knows.
PLACES = (
    *("Bellforge", "Cabo Lindero", "Esterval", "Karsund", "Korgan", "Lakemont", "Old Marsa"),
    *("Port Halden", "San Aurelio", "Sorra", "Tannsee", "Vallmora"),
)
