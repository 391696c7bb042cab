"""The numbers of months and weekdays by their names, in the languages in which agencies write."""

from functools import cache

from babel.dates import get_day_names, get_month_names

LANGUAGES = (
    *("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu"),
    *("ro", "tr", "el", "ru", "uk", "bg", "sr", "hr", "ar", "fa", "he", "hi", "bn", "id", "vi"),
)
FEWEST_LETTERS = 3
#: After "until" some languages bend the names of weekdays.
BENT = {
    name: number
    for number, names in enumerate(
        (
            *(
                "понедельника понеділка poniedziałku pondělka pondelka ponedjeljka ponedeljka",
                "вторника вівторка wtorku úterka utorka",
                "среды середи środy středy stredy srijede srede",
                "четверга czwartku čtvrtka štvrtka četvrtka četrtka",
            ),
            *("пятницы п'ятниці piątku pátku piatka petka", "субботы суботи soboty subote"),
            "воскресенья неділі niedzieli neděle nedele nedjelje nedelje",
        )
    )
    for name in names.split()
}


@cache
def _numbers(of: str) -> dict[str, int]:
    names = {"month": get_month_names, "weekday": get_day_names}[of]
    numbers: dict[str, int] = {}
    for language in LANGUAGES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in names(width, context, language).items():
                    numbers.setdefault(name.casefold().strip("."), number)
    return numbers


def month_number(name: str) -> int:
    """Return the month that the name, or its beginning, means; 0 if it is none or could be two."""
    word = name.casefold().strip(".")
    if number := _numbers("month").get(word):
        return number
    if len(word) < FEWEST_LETTERS:
        return 0
    found = {number for known, number in _numbers("month").items() if known.startswith(word)}
    return found.pop() if len(found) == 1 else 0


def weekday_number(name: str) -> int | None:
    """Return the weekday of this name, Monday being 0; None if it is not a weekday."""
    word = name.casefold()
    if len(word) < FEWEST_LETTERS:
        return None
    return _numbers("weekday").get(word, BENT.get(word))
