"""What migration 0005 does with the files of pictures, and with the pages that show them.

Files are copied first and removed when the migration has been committed. So a migration that is
killed changes nothing; copies that it made are found by `manage.py check_pictures`.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any

from django.apps.registry import Apps
from django.core.files.base import File
from django.core.files.storage import Storage, default_storage, storages
from django.db import transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.body import PictureData
from articles.database import install_rules, remove_rules
from articles.models import Picture
from articles.pictures import UnusablePicture, keep, picture_data, read_picture

#: A picture in a frozen body: where its files are, and what is said of its size.
IMAGE = re.compile(
    r'<img src="[^"]*"(?: srcset="[^"]*")?(?P<sizes> sizes="[^"]*")?(?: width="\d+" height="\d+")?'
)


def move_out(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Move the originals, make renditions, and let frozen versions show these."""
    old_files: list[str] = []
    shown: dict[int, PictureData] = {}
    for picture in apps.get_model("articles", "Picture").objects.order_by("pk").iterator():
        old = picture.image.name
        if not old or not default_storage.exists(old):
            continue
        with default_storage.open(old) as file:
            data = file.read()
        picture.filename = posixpath.basename(old)[-200:]
        try:
            read = read_picture(data)
        except UnusablePicture:
            # Kept for whoever can repair it; pages had it from the old renditions only.
            suffix = posixpath.splitext(old)[1]
            with default_storage.open(old) as file:
                picture.image = storages["originals"].save(f"unreadable/{picture.pk}{suffix}", file)
        else:
            files = keep(read)
            picture.image, picture.renditions = files.original, list(files.renditions)
            picture.width, picture.height = read.original.width, read.original.height
            shown[picture.pk] = picture_data(
                Picture(width=picture.width, height=picture.height, renditions=picture.renditions)
            )
        picture.save()
        old_files += [old, *_old_renditions(old)]
    _show(apps, schema_editor, shown)
    transaction.on_commit(partial(_remove, default_storage, old_files))


def move_back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Move the originals back; the renditions stay, since frozen versions show them.

    The version of the product from before makes its own by `manage.py process_imagefields --all`.
    """
    moved: list[str] = []
    originals = storages["originals"]
    for picture in apps.get_model("articles", "Picture").objects.order_by("pk").iterator():
        original = picture.image.name
        if not original or not originals.exists(original):
            continue
        name = picture.filename or posixpath.basename(original)
        with originals.open(original) as file:
            picture.image = default_storage.save(
                f"pictures/{picture.added_at:%Y/%m}/{name}", File(file)
            )
        picture.save()
        moved.append(original)
    schema_editor.connection.check_constraints()
    transaction.on_commit(partial(_remove, originals, moved))


def _show(
    apps: Apps, schema_editor: BaseDatabaseSchemaEditor, shown: dict[int, PictureData]
) -> None:
    """Let frozen versions show these pictures: the words stay, the files have new names."""
    # PostgreSQL alters no table that waits for a check at the end of the transaction.
    schema_editor.connection.check_constraints()
    remove_rules(apps, schema_editor)
    versions = apps.get_model("articles", "PublishedVersion").objects
    for version in versions.order_by("pk").iterator():
        content, body_html = dict(version.content), version.body_html
        lead = content.get("picture")
        if lead and version.picture_id in shown:
            content["picture"] = lead | _files_and_size(shown[version.picture_id])
        keys = [one["picture"] for one in content.get("blocks", ()) if one["kind"] == "Figure"]
        # A picture that was not there when the body was frozen is not in it either.
        if keys and len(keys) == len(IMAGE.findall(body_html)):
            body_html = IMAGE.sub(partial(_image, iter(keys), shown), body_html)
        if (content, body_html) != (version.content, version.body_html):
            versions.filter(pk=version.pk).update(content=content, body_html=body_html)
    schema_editor.connection.check_constraints()
    install_rules(apps, schema_editor)


def _files_and_size(data: PictureData) -> dict[str, Any]:
    return {name: data[name] for name in ("src", "srcset", "width", "height")}


def _image(keys: Iterator[int], shown: dict[int, PictureData], found: re.Match[str]) -> str:
    data = shown.get(next(keys))
    if data is None:
        return found[0]
    srcset = f' srcset="{escape(data["srcset"])}"{found["sizes"] or ""}' if data["srcset"] else ""
    size = f' width="{data["width"]}" height="{data["height"]}"'
    return f'<img src="{escape(data["src"])}"{srcset}{size}'


def _old_renditions(name: str) -> list[str]:
    """Return the files that django-imagefield made from the original with this name."""
    bins = hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()
    folder = f"__processed__/{bins[:3]}/{bins[3:6]}"
    stem = posixpath.splitext(posixpath.basename(name))[0]
    try:
        _, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return []
    return [posixpath.join(folder, file) for file in files if file.startswith(f"{stem}-")]


def _remove(storage: Storage, names: list[str]) -> None:
    for name in names:
        storage.delete(name)
