from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def own_folders(tmp_path: Path, settings: Any) -> None:
    """Give a test folders for pictures that no other test writes to."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.NEWSROOM_ORIGINALS_ROOT = tmp_path / "originals"
