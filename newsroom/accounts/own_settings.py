"""The page on which people set what concerns only themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from newsroom.accounts.models import User

if TYPE_CHECKING:
    UserForm = forms.ModelForm[User]
else:
    UserForm = forms.ModelForm


class OwnSettingsForm(UserForm):
    """A person's name at the desk, and how the desk shows itself to them."""

    class Meta:
        model = User
        fields = ("display_name", "language", "time_zone", "theme", "notice_mail")
        widgets = {"theme": forms.RadioSelect, "notice_mail": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.NEWSROOM_SENDS_MAIL:
            del self.fields["notice_mail"]


def own_settings(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show and save the settings of whoever is logged in. Raise PermissionDenied if nobody is."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    # Read again: a form that is refused must not change who the page says is logged in.
    user = User.objects.get(pk=request.user.pk)
    form = OwnSettingsForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        user.save(update_fields=form.fields.keys())
        with translation.override(user.language or translation.get_language()):
            messages.success(request, gettext("Your settings have been saved."))
        return HttpResponseRedirect(reverse("admin:own_settings"))
    context = {**site.each_context(request), "title": gettext("Settings"), "form": form}
    return TemplateResponse(request, "accounts/own_settings.html", context)
