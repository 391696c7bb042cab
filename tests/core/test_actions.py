"""Each action has one code and one name, and the audit log knows all of them."""

import ast
from pathlib import Path

import pytest
from django.utils.translation import gettext_lazy as _

from articles.core import Subject, action_label, register, registered_actions
from articles.models import AuditEntry

ROOMS = Path(__file__).resolve().parents[2] / "articles"


def test_a_code_is_registered_once() -> None:
    with pytest.raises(ValueError, match="registered already"):
        register("published", _("published"), Subject.PUBLICATION)


def test_all_actions_of_the_rooms_are_registered_with_a_name() -> None:
    codes = {
        node.args[0].value
        for path in ROOMS.rglob("actions.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "register"
        and isinstance(node.args[0], ast.Constant)
    }
    registered = registered_actions()
    assert codes == {action.code for action in registered}
    assert len({str(action.label) for action in registered}) == len(registered)


def test_codes_fit_their_column() -> None:
    longest = AuditEntry._meta.get_field("action").max_length
    assert longest
    assert max(len(action.code) for action in registered_actions()) <= longest


def test_an_entry_of_an_action_that_is_gone_still_says_its_code() -> None:
    assert action_label("published") == "published"
    assert action_label("teleported") == "teleported"
