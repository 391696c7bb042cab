from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def own_folders(tmp_path: Path, settings: Any) -> None:
    """Let a test have folders for pictures that no other test writes to."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.NEWSROOM_ORIGINALS_ROOT = tmp_path / "originals"
