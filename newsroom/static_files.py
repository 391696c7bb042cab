"""How static files are stored and named in production."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names static files by the hash of their content, including files that a module imports.

    Django finds a relative import only if a semicolon ends it.
    """

    support_js_module_import_aggregation = True
