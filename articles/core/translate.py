"""Translate the messages of the rooms that know no Django."""

from django.utils.translation import gettext

from articles.text import Message


def translate(message: Message) -> str:
    """Return the message in the active language, with its values."""
    return gettext(message.text) % message.values
