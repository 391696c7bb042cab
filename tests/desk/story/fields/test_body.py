"""The body's form field: clean HTML, and the editor that gets all that the server allows."""

import json

import pytest
from django import forms

from articles import body, readers
from articles.desk.story.fields.body import BodyField, BodyWidget

HTML = '<p>One</p>\n<aside data-block="pull-quote" data-key="k3y0k3y0">One</aside>'


class Form(forms.Form):
    body = BodyField(required=False)


def configuration(widget: BodyWidget) -> dict[str, dict[str, object]]:
    attributes = widget.get_context("body", "", {})["widget"]["attrs"]
    extensions: dict[str, dict[str, object]] = json.loads(
        attributes["data-django-prose-editor-configurable"]
    )["extensions"]
    return extensions


def test_the_value_is_clean() -> None:
    form = Form({"body": "One <b>two</b><script>x</script>"})

    assert form.is_valid()
    assert form.cleaned_data["body"] == "<p>One <strong>two</strong></p>"


def test_what_is_not_text_is_an_error_of_the_field() -> None:
    form = Form({"body": "<div>" * 1000})

    assert "without its formatting" in form.errors["body"][0]
    assert form.has_changed()


@pytest.mark.parametrize(
    ("sent", "changed"),
    [
        (HTML, False),
        (HTML.replace("\n", "\r\n"), False),
        (HTML.replace("\n", ""), False),
        (HTML.replace("One", "Two"), True),
        ("", True),
    ],
)
def test_only_a_different_body_is_a_change(sent: str, changed: bool) -> None:
    assert Form({"body": sent}, initial={"body": HTML}).has_changed() == changed


def test_an_empty_body_stays_empty() -> None:
    form = Form({"body": "<p></p>"}, initial={"body": ""})

    assert form.is_valid()
    assert form.cleaned_data["body"] == ""
    assert not form.has_changed()


def test_the_editor_gets_all_that_the_server_allows() -> None:
    extensions = configuration(Form().fields["body"].widget)

    assert body.EXTENSIONS.keys() <= extensions.keys()
    assert extensions["AlsoRead"]["label"] == readers.also_read_label()
    assert "NoSpellCheck" not in extensions


def test_the_story_being_written_is_left_out_of_the_search() -> None:
    widget = Form().fields["body"].widget
    widget.story = 7

    assert str(configuration(widget)["AlsoRead"]["search"]).endswith("?not=7")
    # Another form has a widget of its own.
    assert "not" not in str(configuration(Form().fields["body"].widget)["AlsoRead"]["search"])
