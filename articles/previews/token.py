"""What a preview's URL holds: the key of its link, signed."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from articles.models import PreviewLink

_signer = Signer(salt="articles.previews", sep=".")


def token_of(link: PreviewLink) -> str:
    """Return what the URL of the link holds."""
    return _signer.sign(str(link.pk))


def key_in(token: str) -> int | None:
    """Return the primary key that was signed; None if the token was not made here."""
    try:
        return int(_signer.unsign(token))
    except BadSignature:
        return None


def preview_url(link: PreviewLink) -> str:
    """Return the path of the page that the link opens."""
    return reverse("articles:preview", args=[token_of(link)])
