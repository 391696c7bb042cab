"""Slugs in any script; Django's own field refuses the marks that most scripts of Asia write."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, gettext_lazy

from articles.text import is_slug, make_slug, slug_form

if TYPE_CHECKING:
    AnySlugField = models.SlugField[str, str]
else:
    AnySlugField = models.SlugField


def validate_slug(slug: str) -> None:
    """Raise ValidationError unless this is a slug in its stored form."""
    if is_slug(slug):
        return
    if better := make_slug(slug, len(slug)):
        message = gettext("Use letters, digits and hyphens only, as in “%(better)s”.")
        raise ValidationError(message % {"better": better}, code="invalid")
    raise ValidationError(gettext_lazy("Use letters, digits and hyphens only."), code="invalid")


class SlugFormField(forms.CharField):
    """A text field that reads a slug as it is stored, whichever way it was typed."""

    def to_python(self, value: Any) -> str:
        """Return the slug composed and without capitals."""
        return slug_form(super().to_python(value) or "").strip()


class SlugField(AnySlugField):
    """A slug of letters with their marks, digits and hyphens."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"allow_unicode": True})
        self.default_validators = [validate_slug]

    def formfield(self, **kwargs: Any) -> Any:
        """Return a form field that reads slugs in any form."""
        return models.CharField.formfield(self, **{"form_class": SlugFormField, **kwargs})
