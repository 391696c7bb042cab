"""What somebody typed into a form that is not taken, so that it can be shown and copied."""

from django.http import HttpRequest

#: Fields of a form that nobody typed.
NOT_TYPED = ("csrfmiddlewaretoken", "next", "opened", "opened_version", "shown", "version")


def typed_words(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the fields with words that somebody typed, except passwords: name and words."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in map(str, values)
        if value.strip()
        and "__prefix__" not in name
        and name not in NOT_TYPED
        and "password" not in name
        and not name.startswith("_")
        and not name.endswith(("_FORMS", "-id", "-opened", "-story"))
    ]
