"""Related stories for a story, ranked, each with the reason in words; nothing is stored.

Candidates are what readers see at the moment of asking and has the story's most telling words, or
its tags, places or authors (`find_candidates.py`). They are ranked by one formula (`score.py`).
"""

from articles.links.suggestions.suggest import Suggestion, suggest

__all__ = ["Suggestion", "suggest"]
