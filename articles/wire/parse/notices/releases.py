"""The labels of press releases: "MEDIA RELEASE PR67276", "Pressemitteilung Nr. 12 vom 3. Mai"."""

import re

from articles.wire.parse import dates, lists

NAME = re.compile(rf"(?:{'|'.join(lists.read('release_labels'))})(?!\w)", re.IGNORECASE)
NUMBER = re.compile(
    r"\s?[-–—:#/(]?\s?(?:(?:no|nr|n|n°|№|č|number|nummer)\.?\s?)?[A-Z]{0,6}[-/]?\d[\w/.-]{0,20}\)?(?=\s|$|[,–—-])",
    re.IGNORECASE,
)
# "BY THE MINISTER OF FINANCE" is nothing but a sender; "BY COUNCIL ANGERS MINISTER" goes on.
SENDER = re.compile(
    r"\s?[-–—:]?\s?(?:(?:FROM|VON|VOM|DU|DE LA|DEL|DELLA)\s[^.!?]{3,80}"
    r"|(?:BY|OF) THE \w+(?: OF(?: THE)? \w+)?|(?:DER|DES) \w+(?: \w+)?)"
)
LONGEST = 140
#: "27 November 2026 - For immediate release"
BETWEEN = re.compile(r"\s[-–—|/]\s")


def is_label(line: str) -> bool:
    """Return whether the line is such a label, with or without its number, date or sender."""
    if len(line) > LONGEST:
        return False
    date, *label = BETWEEN.split(line, maxsplit=1)
    if label and dates.is_time_line(date) and _is_label(label[0]):
        return True
    return _is_label(line)


def _is_label(line: str) -> bool:
    found = NAME.match(line)
    if not found:
        return False
    rest = line[found.end() :]
    if number := NUMBER.match(rest):
        rest = rest[number.end() :]
    rest = rest.strip(" -–—:,|()/")
    # Only in capitals: "Press statement by minister causes row" is a headline.
    sent = line.isupper() and SENDER.fullmatch(line[found.end() :])
    return not rest or dates.is_mostly_date(rest) or bool(sent)
