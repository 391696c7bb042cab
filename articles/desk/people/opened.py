"""Forms of what stories are listed under know what they showed, and overwrite no changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext

from articles.desk.asked_deletion import AskedDeletion
from articles.desk.deleted_rows import DeletedRows

if TYPE_CHECKING:
    AnyModelForm = forms.ModelForm[Any]
    AnyModelAdmin = admin.ModelAdmin[Any]
else:
    AnyModelForm = forms.ModelForm
    AnyModelAdmin = object

_SALT = "articles.desk.opened"
#: Characters of a value that are quoted.
LONGEST = 60


class OpenedField(forms.CharField):
    """What the form showed, as a signed token; it is not a value of the row."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class OpenedForm(AnyModelForm):
    """Refuses to save over what somebody else has changed since, as the form of a story does.

    A second attempt saves: by then the form has shown what is stored. What does not say what it
    showed of this row is refused as well.
    """

    opened = OpenedField(label="", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["opened"] = self._token(self._values(self.instance))

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError if the row is no longer what the form showed, and say how."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk:
            self._check(self._read(self.cleaned_data.get("opened", "")))
        return cleaned

    def _check(self, opened: dict[str, Any] | None) -> None:
        # Locked: of two people who save at once, the second waits and learns of it.
        rows = type(self.instance)._default_manager.select_for_update(no_key=True)
        stored = rows.filter(pk=self.instance.pk).first()
        if stored is None:
            raise ValidationError(
                gettext("Somebody else has deleted this in the meantime, so nothing was saved.")
            )
        now = self._values(stored)
        others = now if opened is None else {n: it for n, it in now.items() if opened.get(n) != it}
        # What both have changed to the same is no conflict.
        changed = [name for name in others if self._differs(name, now[name])]
        if opened is not None and not changed:
            return
        told = " ".join(self._told(name, opened, now) for name in changed)
        self._show(opened, now, changed)
        if opened is None:
            message = gettext(
                "The form did not say what it showed, so nothing was saved. %(changes)s To save"
                " what the form shows, save again."
            )
        else:
            message = gettext(
                "Somebody else has changed this since you opened it, so nothing was saved."
                " %(changes)s What you did not change yourself is shown as it is now. To save what"
                " the form shows, save again."
            )
        # If nothing differs, nothing is told between two sentences.
        said = " ".join((message % {"changes": told}).split())
        raise ValidationError(said, code="changed")

    def _typed(self, name: str) -> Any:
        key = self.add_prefix(name)
        return self.fields[name].widget.value_from_datadict(self.data, self.files, key)

    def _differs(self, name: str, value: Any) -> bool:
        """Return whether something else was typed than this value of the row."""
        field = self.fields[name]
        if isinstance(field, forms.DateField):
            value = field.to_python(value)
        return field.has_changed(value, self._typed(name))

    def _show(self, opened: dict[str, Any] | None, now: dict[str, Any], changed: list[str]) -> None:
        """Let the form show what is stored where nothing else was typed, and say that it does."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        for name in changed:
            if opened and not self._differs(name, opened.get(name)):
                key, value = self.add_prefix(name), self.fields[name].prepare_value(now[name])
                if isinstance(value, list):
                    data.setlist(key, [str(one) for one in value])
                else:
                    data[key] = "" if value is None else str(value)
        data[self.add_prefix("opened")] = self._token(now)
        self.data = data

    def _told(self, name: str, opened: dict[str, Any] | None, now: dict[str, Any]) -> str:
        field = self.fields[name]
        label = capfirst(str(field.label or name))
        if isinstance(field, forms.ChoiceField | forms.ModelChoiceField | forms.BooleanField):
            return gettext("“%(field)s” was changed.") % {"field": label}
        after = _short(field.prepare_value(now[name]))
        if opened is None:
            return gettext("“%(field)s” is “%(after)s” now.") % {"field": label, "after": after}
        before = _short(field.prepare_value(opened.get(name)))
        values = {"field": label, "before": before, "after": after}
        return gettext("“%(field)s” was “%(before)s” and is “%(after)s” now.") % values

    def _values(self, row: Model) -> dict[str, Any]:
        # Of a file, which is chosen once, nothing is known. A password cannot be changed here.
        fields = [name for name, field in self.fields.items() if not field.disabled]
        values = forms.model_to_dict(row, fields=fields).items()
        return {name: _plain(it) for name, it in values if not isinstance(it, FieldFile)}

    def _token(self, values: dict[str, Any]) -> str:
        return signing.dumps([self._row, values], salt=_SALT, compress=True)

    def _read(self, token: str) -> dict[str, Any] | None:
        """Return what the token says; None if it was not made here, or of another row."""
        try:
            row, values = signing.loads(token, salt=_SALT)
        except (signing.BadSignature, ValueError):
            return None
        return values if row == self._row else None

    @property
    def _row(self) -> str:
        return f"{self.instance._meta.label}:{self.instance.pk}"


class OpenedRows(AskedDeletion, DeletedRows, AnyModelAdmin):
    """Sends what the form showed with it, for those who may change the row."""

    form: Any = OpenedForm

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the fields, and the hidden one."""
        shown = [name for name in super().get_fields(request, obj) if name != "opened"]
        return [*shown, "opened"] if self.has_change_permission(request, obj) else shown


def _plain(value: Any) -> Any:
    """Return the value as JSON gives it back."""
    if isinstance(value, list | tuple):
        return sorted(one.pk for one in value) if _are_rows(value) else [_plain(it) for it in value]
    return f"{value}" if isinstance(value, date) else value


def _are_rows(value: Any) -> bool:
    return all(isinstance(one, Model) for one in value)


def _short(value: Any) -> str:
    return Truncator("" if value is None else str(value)).chars(LONGEST)
