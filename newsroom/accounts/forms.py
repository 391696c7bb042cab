"""Forms that create and change accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import UserChangeForm, UserCreationForm, UsernameField
from django.core.validators import MaxLengthValidator

from newsroom.accounts.models import User

if TYPE_CHECKING:
    CreationForm = UserCreationForm[User]
    ChangeForm = UserChangeForm[User]
else:
    CreationForm = UserCreationForm
    ChangeForm = UserChangeForm


class AccountCreationForm(CreationForm):
    """A new account: the username, who it is for, and a first password."""

    class Meta(UserCreationForm.Meta):
        model = User
        fields = ("username", "display_name", "email")


class AccountChangeForm(ChangeForm):
    """Everything about an account but its password, which has a page of its own."""

    class Meta(UserChangeForm.Meta):
        model = User


class LogInForm(AdminAuthenticationForm):
    """Django's form, which also checks the length of a username: the log of failures is bounded."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        username = cast("UsernameField", self.fields["username"])
        username.validators.append(MaxLengthValidator(username.max_length or 0))
