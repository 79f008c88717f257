"""Lists, trees, tables, tabs, splitters and scroll bars."""

from __future__ import annotations

SHEET = """
QAbstractItemView {
    background: $window; color: $text; border: none; alternate-background-color: $surface;
    selection-background-color: $accent_soft; selection-color: $text;
}
QListView::item, QTreeView::item, QTableView::item { border: 1px solid transparent; }
QListView::item, QTreeView::item { padding: 5px 6px; border-radius: ${radius_small}px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $accent_soft; color: $text;
}
QListView::item:focus, QTreeView::item:focus, QTableView::item:focus { border-color: $accent; }
QListView::item:disabled, QTreeView::item:disabled { color: $disabled; }
QTreeView::branch { background: transparent; border-image: none; image: none; }
QTreeView::branch:has-children:closed { image: url(controls:right-$scheme.svg); padding: 4px; }
QTreeView::branch:has-children:open { image: url(controls:down-$scheme.svg); padding: 4px; }
QHeaderView { background: $window; border: none; }
QHeaderView::section {
    background: $window; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 6px 8px; font-size: $font_small; font-weight: 600;
}

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 8px 12px; margin-right: 4px;
    border: 2px solid transparent; border-bottom: 3px solid transparent;
}
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:focus { border: 2px solid $accent; border-bottom-width: 3px; }
QTabBar::tab:disabled { color: $disabled; }

QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: $accent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""
