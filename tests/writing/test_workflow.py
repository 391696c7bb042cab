"""A copy on its way to readers, when somebody else was faster."""

import pytest

from articles import writing
from articles.models import Story, WorkflowState
from tests.helpers import draft, managing_editor

pytestmark = pytest.mark.django_db


def test_what_is_ready_already_stays_ready_though_this_window_shows_a_draft() -> None:
    editor, shown = managing_editor(), draft()
    writing.make_ready(Story.objects.get(pk=shown.pk), by=editor)
    assert writing.make_ready(shown, by=editor).state == WorkflowState.READY
