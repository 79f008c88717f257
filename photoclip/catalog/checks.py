"""What a sound catalog holds to, beyond what SQLite enforces while it is written."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from photoclip.catalog.connections import Connections

_MOST = 20  # findings of one kind; a damaged catalog has thousands

_COUNTED = {
    "embeddings have a wrong length": """
        SELECT count(*) FROM embeddings e JOIN models m ON m.id = e.model
        WHERE length(e.vector) <> 2 * m.dim""",
    "unreadable photos give no reason": """
        SELECT count(*) FROM photos WHERE status = 'unreadable' AND reason = ''""",
    "unreadable files give no reason": """
        SELECT count(*) FROM files WHERE photo IS NULL AND reason = ''""",
    "files have a path that is not below their folder": """
        SELECT count(*) FROM files WHERE substr(path, 1, 1) = x'2F'""",
    "generations are missing": """
        SELECT count(*) < 4 FROM meta WHERE key IN
        ('files_generation', 'labels_generation', 'tags_generation', 'ratings_generation')""",
}


def findings(connections: Connections) -> list[str]:
    """What is wrong, one line each; [] when the catalog is sound. Reads all of it."""
    structure = _structure(connections)
    if structure:
        return structure  # queries on broken pages only find the same again
    with connections.snapshot():
        return [
            *_foreign_keys(connections),
            *_counted(connections),
            *_dates(connections),
            *_vectors(connections),
        ]


def _structure(connections: Connections) -> list[str]:
    found = connections.rows(f"PRAGMA integrity_check({_MOST})")
    return [row[0] for row in found if row[0] != "ok"]


def _foreign_keys(connections: Connections) -> list[str]:
    found = connections.rows("PRAGMA foreign_key_check")
    return [f"{table} row {row} points to a missing {to}" for table, row, to, _ in found[:_MOST]]


def _counted(connections: Connections) -> list[str]:
    counts = {what: int(connections.value(sql)) for what, sql in _COUNTED.items()}
    return [f"{count} {what}" for what, count in counts.items() if count]


def _dates(connections: Connections) -> list[str]:
    found = connections.rows("SELECT id, taken_at FROM photos WHERE taken_at IS NOT NULL")
    return [f"photo {photo} was taken at {at!r}" for photo, at in found if not _is_date(at)][:_MOST]


def _is_date(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _vectors(connections: Connections) -> list[str]:
    wrong = []
    with connections.reading() as db:
        for photo, model, blob in db.execute("SELECT photo, model, vector FROM embeddings"):
            norm = np.linalg.norm(np.frombuffer(blob, np.uint8)[: len(blob) // 2 * 2].view("<f2"))
            if not abs(float(norm) - 1) < 0.01:
                wrong.append(f"embedding of photo {photo} by model {model} is no unit vector")
    return wrong[:_MOST]
