"""Accounts: names, email addresses, languages and time zones."""

from zoneinfo import available_timezones

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from newsroom.accounts.choices import time_zones
from newsroom.accounts.forms import AccountChangeForm, AccountCreationForm
from newsroom.accounts.models import User

STRONG = "correct-horse-battery"


def errors(user: User) -> dict[str, list[str]]:
    """Return what is wrong with the account, by field."""
    user.password = user.password or "!"
    try:
        user.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def test_an_account_shows_its_username_and_is_called_by_its_display_name() -> None:
    anna = User(username="anna", display_name="Anna Stone")
    assert str(anna) == "anna"
    assert anna.get_full_name() == anna.get_short_name() == "Anna Stone"


def test_a_display_name_is_optional() -> None:
    assert User(username="anna").get_full_name() == ""


@pytest.mark.django_db
def test_accounts_are_created_without_first_and_last_names() -> None:
    anna = User.objects.create_user("anna", password=STRONG, display_name="Anna Stone")
    boss = User.objects.create_superuser("boss", "Boss@News.Example", STRONG)

    assert (anna.is_staff, anna.is_superuser, anna.check_password(STRONG)) == (False, False, True)
    assert (boss.is_staff, boss.is_superuser) == (True, True)
    assert boss.email == "Boss@news.example"


@pytest.mark.django_db
def test_many_accounts_may_have_no_email_address() -> None:
    User.objects.create_user("anna")
    assert not errors(User(username="ben"))
    User.objects.create_user("ben")


@pytest.mark.django_db
def test_an_email_address_belongs_to_one_account_in_whatever_case() -> None:
    User.objects.create_user("anna", "anna@news.example")
    ben = User(username="ben", email="Anna@News.example")

    assert errors(ben) == {"__all__": ["Another account already uses this email address."]}
    with pytest.raises(IntegrityError, match="user_email_once"):
        ben.save()


@pytest.mark.django_db
def test_an_account_keeps_its_own_email_address() -> None:
    anna = User.objects.create_user("anna", "anna@news.example")
    anna.email = "ANNA@news.example"
    assert not errors(anna)


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["", "UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"])
def test_a_known_time_zone_is_accepted(zone: str) -> None:
    assert not errors(User(username="anna", time_zone=zone))


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["Berlin", "europe/berlin", "UTC+1", "../Europe/Berlin"])
def test_an_unknown_time_zone_is_refused(zone: str) -> None:
    message = f"“{zone}” is not a known time zone. Use a name such as Europe/Berlin."
    assert errors(User(username="anna", time_zone=zone)) == {"time_zone": [message]}


def test_time_zones_are_offered_in_order_after_the_newsrooms() -> None:
    (none, label), *others = time_zones()
    assert (none, str(label)) == ("", "The newsroom’s time zone")
    assert [name for name, _ in others] == sorted(available_timezones())
    assert list(AccountChangeForm().fields["time_zone"].choices) == time_zones()  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_no_time_zone_name_is_too_long() -> None:
    longest = max(available_timezones(), key=len)
    assert not errors(User(username="anna", time_zone=longest))


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["", "en", "de", "ru"])
def test_a_language_of_the_interface_is_accepted(language: str) -> None:
    assert not errors(User(username="anna", language=language))


@pytest.mark.django_db
def test_another_language_is_refused() -> None:
    message = "The interface is not available in “eo”."
    assert errors(User(username="anna", language="eo")) == {"language": [message]}


@pytest.mark.django_db
def test_the_form_creates_an_account() -> None:
    sent = {"username": "anna", "display_name": "Anna Stone", "email": "anna@news.example"}
    form = AccountCreationForm(sent | {"password1": STRONG, "password2": STRONG})

    anna = form.save()

    assert User.objects.get().display_name == "Anna Stone"
    assert anna.check_password(STRONG)


@pytest.mark.django_db
def test_the_form_refuses_a_username_that_differs_only_in_case() -> None:
    User.objects.create_user("anna")
    form = AccountCreationForm({"username": "Anna", "password1": STRONG, "password2": STRONG})
    assert list(form.errors) == ["username"]


@pytest.mark.django_db
def test_a_password_must_not_resemble_the_display_name() -> None:
    sent = {"username": "as", "display_name": "Wilhelmina Stone"}
    form = AccountCreationForm(sent | dict.fromkeys(("password1", "password2"), "wilhelminastone"))
    assert list(form.errors) == ["password2"]
