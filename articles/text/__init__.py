"""Plain text in one form, to compare and to search it, its language, and messages. No Django.

And results that are kept in memory, bounded by bytes, which every other room may need.
"""

from articles.text.bounded import bytes_of, keeping
from articles.text.folding import fold
from articles.text.language import (
    direction_of,
    guess_language,
    known_languages,
    main_script,
    script_of,
)
from articles.text.messages import N_, Message
from articles.text.scripts import direction, isolated, letters_by_script
from articles.text.searching import search_pattern, search_terms
from articles.text.slug import (
    LONGEST_NAME_SLUG,
    both_forms,
    is_slug,
    make_slug,
    name_slug,
    slug_form,
)
from articles.text.straighten import normalise, straighten, tag_key, words
from newsroom.accounts.visible import has_words, one_form, without_invisible

__all__ = [
    "LONGEST_NAME_SLUG",
    "N_",
    "Message",
    "both_forms",
    "bytes_of",
    "direction",
    "direction_of",
    "fold",
    "guess_language",
    "has_words",
    "is_slug",
    "isolated",
    "keeping",
    "known_languages",
    "letters_by_script",
    "main_script",
    "make_slug",
    "name_slug",
    "normalise",
    "one_form",
    "script_of",
    "search_pattern",
    "search_terms",
    "slug_form",
    "straighten",
    "tag_key",
    "without_invisible",
    "words",
]
