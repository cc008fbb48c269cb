"""Static files of production: named by their content, so that a browser may keep them for ever."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped
    """Names the modules that a script imports by their content too, not the script alone."""

    support_js_module_import_aggregation = True
