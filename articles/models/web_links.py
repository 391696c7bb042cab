"""URLs on the web, one a line."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext

_is_url = URLValidator(schemes=["http", "https"])
MOST = 5


def validate_links(text: str) -> None:
    """Raise ValidationError unless each line is a URL on the web, and there are five at most."""
    lines = text.split()
    if len(lines) > MOST:
        raise ValidationError(gettext("A page shows at most five links."))
    for line in lines:
        try:
            _is_url(line)
        except ValidationError:
            message = gettext("“%(line)s” is not a URL such as https://example.org/ana.")
            raise ValidationError(message % {"line": line[:60]}) from None
