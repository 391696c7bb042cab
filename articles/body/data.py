"""Blocks as JSON data, as published versions keep them, and back."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from articles.body.blocks import (
    AlsoRead,
    Block,
    BlockQuote,
    Embed,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    PullQuote,
    Rule,
)

_PLAIN = {
    kind.__name__: kind for kind in (Paragraph, Heading, PullQuote, AlsoRead, Figure, Embed, Rule)
}


def as_data(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Return the fields of each block, with its `kind`, as databases return JSON."""
    return [
        {"kind": type(block).__name__, **asdict(block, dict_factory=_as_json)} for block in blocks
    ]


def _as_json(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    # With tuples, what is frozen would never equal what was stored; with empty credits, it would
    # never equal what was frozen before pictures had credits of their own.
    return {
        name: list(it) if isinstance(it, tuple) else it
        for name, it in fields
        if it or name != "credit"
    }


def from_data(data: Iterable[dict[str, Any]]) -> tuple[Block, ...]:
    """Return the blocks that `as_data` was given."""
    return tuple(_block(**one) for one in data)


def _block(kind: str, **fields: Any) -> Block:
    if kind == "ListBlock":
        return _list(**fields)
    if kind == "BlockQuote":
        return BlockQuote(tuple(Paragraph(**one) for one in fields["paragraphs"]))
    block: Block = _PLAIN[kind](**fields)
    return block


def _list(ordered: bool, items: Iterable[dict[str, Any]]) -> ListBlock:
    return ListBlock(
        ordered,
        tuple(
            ListItem(
                tuple(
                    _list(**one) if "items" in one else Paragraph(**one) for one in item["blocks"]
                )
            )
            for item in items
        ),
    )
