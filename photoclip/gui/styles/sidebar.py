"""The side panel. Its lines are drawn by gui/delegates/place.py."""

from __future__ import annotations

SHEET = """
#sidebar { background: $sidebar; border: none; border-right: 1px solid $border; }
#sidebar QTreeView {
    background: transparent; border: none; show-decoration-selected: 0;
    selection-background-color: transparent;
}
#sidebar QTreeView::item, #sidebar QTreeView::item:hover, #sidebar QTreeView::item:selected,
#sidebar QTreeView::item:focus {
    background: transparent; border: none; padding: 0;
}
#sidebar QTreeView QToolButton { padding: 3px; }
#sidebar QTreeView QLineEdit { padding: 2px 6px; }
"""
