"""Plain text in one form for comparing, and messages to be translated. No Django."""

from articles.text.messages import N_, Message
from articles.text.straighten import normalise, straighten, words

__all__ = ["N_", "Message", "normalise", "straighten", "words"]
