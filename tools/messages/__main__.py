"""Update and compile all catalogs, and say what is left to translate: `make messages`."""

import sys

from tools.messages.catalog import (
    DOMAINS,
    compiled,
    is_translated,
    languages,
    path_of,
    read,
    updated,
    written,
)


def main() -> None:
    """Write the catalogs that changed."""
    for language in languages():
        for domain in DOMAINS:
            catalog = updated(read(language, domain))
            path = path_of(language, domain)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written(catalog))
            path.with_suffix(".mo").write_bytes(compiled(catalog))
            texts = [message for message in catalog if message.id]
            empty = sum(not is_translated(message) for message in texts)
            fuzzy = sum(message.fuzzy for message in texts)
            sys.stdout.write(
                f"{path.relative_to(path.parents[3])}: {len(texts)} texts,"
                f" {empty} to translate, {fuzzy} to check (fuzzy)\n"
            )


if __name__ == "__main__":
    main()
