"""The newsroom's tags that a text says, by their own words or by their synonyms."""

from collections.abc import Iterable, Iterator

from taggit.models import Tag

from articles.models import FormerSlug, SlugKind
from articles.search.tagging.text import Said, Text, Tokens, phrase_of
from articles.text import name_slug

#: Words in a row that stand for a tag, and the tag.
Phrase = tuple[tuple[Tokens, ...], str]


def said_tags(texts: Iterable[tuple[str, Text]], language: str) -> dict[str, Said]:
    """Return the tags that the texts in this language say, by name. It takes two queries."""
    phrases: dict[str, list[Phrase]] = {}
    for words, tag in _words_for_tags():
        phrase = phrase_of(words, language)
        for token in phrase[0] if phrase else ():
            phrases.setdefault(token, []).append((phrase, tag))
    found: dict[str, Said] = {}
    for part, text in texts:
        for tag, typed in _said(text, phrases):
            said = found.setdefault(tag, Said(typed))
            setattr(said, part, getattr(said, part) + 1)
    return found


def _words_for_tags() -> Iterator[tuple[str, str]]:
    """Yield each word that stands for a tag, with the tag’s name: the tag's own, and synonyms."""
    by_slug: dict[str, str] = {}
    for name in Tag.objects.values_list("name", flat=True):
        by_slug[name_slug(name)] = name
        yield name, name
    synonyms = FormerSlug.objects.present().filter(kind=SlugKind.TAG)
    for slug, present in synonyms.values_list("slug", "present"):
        if present in by_slug:
            # The word itself is not kept, but its slug has all that the index has of it.
            yield slug.replace("-", " "), by_slug[present]


def _said(text: Text, phrases: dict[str, list[Phrase]]) -> Iterator[tuple[str, str]]:
    """Yield each tag that begins at one of the words, once there, with how it is written."""
    for at, tokens in enumerate(text.tokens):
        there = {
            tag: len(phrase)
            for token in tokens
            for phrase, tag in phrases.get(token, ())
            if _says(text, at, phrase)
        }
        for tag, length in there.items():
            yield tag, text.written(at, length)


def _says(text: Text, at: int, phrase: tuple[Tokens, ...]) -> bool:
    words = text.tokens[at : at + len(phrase)]
    return (
        len(words) == len(phrase)
        and not any(map(frozenset.isdisjoint, phrase, words))
        and all(map(text.goes_on, range(at, at + len(phrase) - 1)))
    )
