"""Which files lie in a folder, as a condition that queries share."""

from __future__ import annotations

import os

from photoclip.domain import FolderScope


def condition(scope: FolderScope, files: str = "f") -> tuple[str, tuple[object, ...]]:
    """SQL that holds for the files in a scope, and its values. files: the table's alias."""
    if not scope.folder:
        return f"{files}.root = ?", (scope.root,)
    prefix = os.fsencode(scope.folder.rstrip("/")) + b"/"
    # "0" follows "/", so this is every path that begins with the prefix.
    sql = f"{files}.root = ? AND {files}.path >= ? AND {files}.path < ?"
    return sql, (scope.root, prefix, prefix[:-1] + b"0")
