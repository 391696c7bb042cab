"""The form of a tag: its word, and the other words for it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.desk.people.opened import OpenedForm
from articles.models import FormerSlug, SlugKind
from articles.text import name_slug
from articles.writing import check_add_synonym, check_rename_tag


class TagForm(OpenedForm):
    """A tag's word, and another word for it."""

    synonym = forms.CharField(
        label=_("Synonym"),
        max_length=100,
        required=False,
        help_text=_("Typing it in a story adds this tag."),
    )

    forgotten = forms.MultipleChoiceField(
        label=_("Synonyms to remove"), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Tag
        fields = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = (
            FormerSlug.objects.present()
            .filter(kind=SlugKind.TAG, present=name_slug(self.instance.name))
            .values_list("slug", flat=True)
        )
        self.fields["forgotten"].choices = [(word, word) for word in words]  # type: ignore[attr-defined]
        if not words:
            self.fields["forgotten"].help_text = _("It has no synonyms yet.")

    def clean(self) -> dict[str, Any]:
        """Refuse words that are other tags."""
        cleaned = super().clean() or {}
        for field, check in (("name", check_rename_tag), ("synonym", check_add_synonym)):
            word = cleaned.get(field)
            if word and (refusal := check(self.instance, word)):
                self.add_error(field, ValidationError(str(refusal)))
        return cleaned
