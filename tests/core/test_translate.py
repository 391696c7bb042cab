"""Messages of the rooms that know no Django, in the language of whoever reads them."""

from django.utils import translation

from articles.core import translate
from articles.text import Message

# Django has translated this one for its own validators.
TOO_LARGE = Message(
    "Ensure this value is less than or equal to %(limit_value)s.", {"limit_value": 7}
)


def test_a_message_is_translated_into_the_active_language_with_its_values() -> None:
    with translation.override("en"):
        assert translate(TOO_LARGE) == "Ensure this value is less than or equal to 7."
    with translation.override("de"):
        assert translate(TOO_LARGE) == "Dieser Wert muss kleiner oder gleich 7 sein."


def test_a_message_without_values_may_hold_a_percent_sign() -> None:
    assert translate(Message("100%% sure")) == "100% sure"
