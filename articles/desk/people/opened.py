"""Forms of what stories are listed under know what they showed, and overwrite no changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext

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

    A second attempt saves: by then the form has shown what is stored. Where a client does not say
    what it showed, nothing is compared.
    """

    opened = OpenedField(label="", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["opened"] = _token(self._values(self.instance))

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError if the row is no longer what the form showed, and say how."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        opened = _read(self.cleaned_data.get("opened", ""))
        if self.instance.pk and opened is not None:
            self._check(opened)
        return cleaned

    def _check(self, opened: dict[str, Any]) -> None:
        # Locked: of two people who save at once, the second waits and learns of it.
        rows = type(self.instance)._default_manager.select_for_update()
        stored = rows.filter(pk=self.instance.pk).first()
        if stored is None:
            raise ValidationError(
                gettext("Somebody else has deleted this in the meantime, so nothing was saved.")
            )
        now = self._values(stored)
        changed = [name for name in now if name in opened and opened[name] != now[name]]
        if not changed:
            return
        told = " ".join(self._told(name, opened[name], now[name]) for name in changed)
        self._show(opened, now, changed)
        message = gettext(
            "Somebody else has changed this since you opened it, so nothing was saved."
            " %(changes)s What you did not change yourself is shown as it is now. To save what the"
            " form shows, save again."
        )
        raise ValidationError(message % {"changes": told}, code="changed")

    def _show(self, opened: dict[str, Any], now: dict[str, Any], changed: list[str]) -> None:
        """Let the form show what is stored where nothing else was typed, and say that it does."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        for name in changed:
            key, field = self.add_prefix(name), self.fields[name]
            typed = field.widget.value_from_datadict(data, self.files, key)
            if not field.has_changed(opened[name], typed):
                data[key] = "" if now[name] is None else str(now[name])
        data[self.add_prefix("opened")] = _token(now)
        self.data = data

    def _told(self, name: str, before: Any, after: Any) -> str:
        label = capfirst(str(self.fields[name].label or name))
        if isinstance(self.fields[name], forms.ModelChoiceField):
            return gettext("“%(field)s” was changed.") % {"field": label}
        values = {"field": label, "before": _short(before), "after": _short(after)}
        return gettext("“%(field)s” was “%(before)s” and is “%(after)s” now.") % values

    def _values(self, row: Model) -> dict[str, Any]:
        # Only plain values are known, and not files, for instance.
        values = forms.model_to_dict(row, fields=list(self.fields)).items()
        plain = {name: f"{it}" if isinstance(it, date) else it for name, it in values}
        return {name: it for name, it in plain.items() if isinstance(it, str | int | None)}


class OpenedRows(DeletedRows, AnyModelAdmin):
    """Sends what the form showed with it, for those who may change the row."""

    form: Any = OpenedForm

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the fields, and the hidden one."""
        shown = [name for name in super().get_fields(request, obj) if name != "opened"]
        return [*shown, "opened"] if self.has_change_permission(request, obj) else shown


def _token(values: dict[str, Any]) -> str:
    return signing.dumps(values, salt=_SALT, compress=True)


def _read(token: str) -> dict[str, Any] | None:
    try:
        values: dict[str, Any] = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return values


def _short(value: Any) -> str:
    return Truncator("" if value is None else str(value)).chars(LONGEST)
