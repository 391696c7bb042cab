"""What a mistyped query was meant to be, in words that readers see."""

from datetime import datetime

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from articles.models import VocabularyWord
from articles.search.analysis import Query, SearchTerm, parse, spans
from articles.search.find_entries import newest_entries
from articles.search.find_versions import visible_with
from articles.search.index_entry import texts_of_entry
from articles.search.index_version import texts_of
from articles.text import fold

#: Words of a query that are corrected, and candidates that are tried for each.
MOST_WORDS, MOST_TRIED = 3, 10
SHORTEST, LONG = 4, 8


def meant(text: str, query: Query, at: datetime) -> str:
    """Return the query with mistyped words corrected; "" if nothing better is known.

    A correction is a word, as it is written there, of a version that readers see at the
    timezone-aware datetime `at`: the vocabulary knows what is still to be published, too.
    """
    corrected = text
    asked = 0
    for term in query.terms:
        if asked == MOST_WORDS:
            break
        if _can_be_mistyped(term) and not visible_with(term, at).exists():
            asked += 1
            if word := _nearest(fold(term.typed), at):
                corrected = corrected.replace(term.typed, word, 1)
    return corrected if corrected != text else ""


def _can_be_mistyped(term: SearchTerm) -> bool:
    word = fold(term.typed)
    return not term.row and word.isalpha() and len(word) >= SHORTEST and bool(term.tokens)


def _nearest(word: str, at: datetime) -> str:
    allowed = 1 if len(word) < LONG else 2
    # A first letter is mistyped less often than swapped with the second.
    known = VocabularyWord.objects.filter(
        first__in={word[0], word[1]}, length__range=(len(word) - allowed, len(word) + allowed)
    ).order_by("word")
    near = process.extract(
        word,
        known.values_list("word", flat=True),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=allowed,
        limit=MOST_TRIED,
    )
    for candidate, _, _ in near:
        if candidate != word and (shown := _as_shown(candidate, at)):
            return shown
    return ""


def _as_shown(word: str, at: datetime) -> str:
    """Return the word as the newest version that readers see has it; "" if none has."""
    query = parse(f'"{word}"')
    version = visible_with(query.terms[0], at).newest_first().first()
    if version is None:
        return ""
    entries = newest_entries(query, at, [version.story_id])
    texts = [version.headline, version.summary, *texts_of(version)]
    for entry in entries.values():
        texts += [entry.headline, *texts_of_entry(entry.body_html)]
    for text in texts:
        for span in spans(text, query, version.language):
            if span.is_hit:
                return span.text
    return word
