"""Related stories for a story, ranked, each with the reason in words.

Candidates are versions that readers see at the moment of asking and share the story's most telling
words, or its tags, places or authors (`find_candidates.py`). They are ranked by one formula
(`score.py`). Those of a published story are made in the background and stored (`stored.py`): what
is shown of them, too, is what readers see at that moment.
"""

from articles.links.suggestions.stored import store_suggestions, stored_suggestions
from articles.links.suggestions.suggest import Suggestion, suggest

__all__ = ["Suggestion", "store_suggestions", "stored_suggestions", "suggest"]
