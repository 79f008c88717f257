"""What errors of the engine can say; its modules are made by `make translations`."""

from __future__ import annotations

from photoclip.gui.error_texts import findings_a_h, findings_i_z, hints

# What QT_TRANSLATE_NOOP gives has no type.
TEMPLATES: tuple[str, ...] = tuple(
    map(str, (*hints.TEXTS, *findings_a_h.TEXTS, *findings_i_z.TEXTS))
)
