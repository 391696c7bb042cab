"""The text of a demo story, made into the blocks of a body."""

import re
from collections.abc import Iterator, Mapping

from articles import body

#: “![motif palette seed] caption | alternative text”
FIGURE = re.compile(r"!\[([^\]]+)\] ([^|]+) \| (.+)")
#: “@ URL | title | author”
EMBED = re.compile(r"@ (\S+) \| ([^|]+)(?: \| (.+))?")
#: With a question mark, the link is left to the moderators.
ALSO_READ = re.compile(r"Also read(\??): (.+)")
_LIST = re.compile(r"(?:- |\d+\. )")


def blocks_of(text: str, pictures: Mapping[str, int]) -> tuple[body.Block, ...]:
    """Return the blocks of the text; `pictures` are primary keys by what is drawn."""
    return tuple(_block(part.strip(), pictures) for part in text.split("\n\n") if part.strip())


def figures_in(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield what is drawn, the caption and the alternative text of each figure."""
    for part in text.split("\n\n"):
        if found := FIGURE.fullmatch(part.strip()):
            yield found[1], found[2], found[3]


def undecided_in(text: str) -> set[str]:
    """Return the headlines of the links in the text that nobody has decided on."""
    found = (ALSO_READ.fullmatch(part.strip()) for part in text.split("\n\n"))
    return {one[2] for one in found if one and one[1]}


def _block(text: str, pictures: Mapping[str, int]) -> body.Block:
    if figure := FIGURE.fullmatch(text):
        return body.Figure("", pictures[figure[1]], figure[3], figure[2])
    if embed := EMBED.fullmatch(text):
        return body.Embed("", embed[1], embed[2], embed[3] or "")
    if also_read := ALSO_READ.fullmatch(text):
        return body.AlsoRead("", also_read[2], "Also read: ")
    if text.startswith(">> "):
        words, _, speaker = text.removeprefix(">> ").partition(" | ")
        return body.PullQuote("", words, speaker)
    if text.startswith("> "):
        return body.BlockQuote((body.paragraph(text.removeprefix("> ")),))
    if text.startswith("## "):
        return body.Heading(2, body.paragraph(text.removeprefix("## ")).html)
    if _LIST.match(text):
        items = (_LIST.sub("", line, count=1) for line in text.splitlines())
        made = tuple(body.ListItem((body.paragraph(item),)) for item in items)
        return body.ListBlock(not text.startswith("- "), made)
    return body.paragraph(text)
