from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Static files by the hash of what they hold, those that a module imports too.

    Django finds a relative import only where a semicolon ends it.
    """

    support_js_module_import_aggregation = True
