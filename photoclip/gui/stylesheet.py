"""The style sheet of the window; $names are the colours of theme.Colors."""

from __future__ import annotations

STYLESHEET = """
* { outline: none; }
QMainWindow, #browser, #viewer { background: $window; }
QToolTip {
    background: $raised; color: $text; border: 1px solid $border; padding: 5px 7px;
}

/* Menus */
QMenuBar { background: $sidebar; color: $text; padding: 2px 6px; border: none; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: $hover; }
QMenu {
    background: $raised; color: $text; border: 1px solid $border; padding: 5px;
}
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 5px; margin: 1px 0; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }

/* Buttons */
QPushButton {
    background: $surface; color: $text; border: 1px solid $border; border-radius: 8px;
    padding: 8px 16px; font-weight: 500;
}
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 7px 15px; }
QPushButton:disabled { color: $faint; }
QPushButton[role="primary"] { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="link"] {
    background: transparent; border: 2px solid transparent; color: $accent; padding: 4px 8px;
    font-weight: 600;
}
QPushButton[role="link"]:hover { background: $accent_soft; }
QPushButton[role="link"]:focus { border-color: $accent; }
QToolButton {
    background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 5px;
    color: $text;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $border; }
QToolButton:focus { border-color: $accent; }
QToolButton[role="round"] {
    background: $raised; border: 1px solid $border; border-radius: 22px; padding: 0;
}
QToolButton[role="round"]:hover { background: $hover; }
QToolButton:disabled { color: $faint; }

/* Side panel */
#sidebar { background: $sidebar; border: none; border-right: 1px solid $border; }
#sidebar QLabel[role="heading"] { color: $muted; font-weight: 600; font-size: 12px; }
#sidebar QToolButton[role="nav"] {
    text-align: left; padding: 7px 8px; border-radius: 8px; font-weight: 500; color: $text;
}
#sidebar QToolButton[role="nav"]:checked { background: $accent_soft; color: $accent; }
#sidebar QListView { background: transparent; border: none; }
QLabel[role="badge"] {
    color: $muted; background: $hover; border-radius: 8px; padding: 2px 7px; font-size: 11px;
    font-weight: 600;
}
QLabel[role="badge"][alert="true"] { color: $warning; background: $warning_soft; }

/* Search */
#searchBar { background: $surface; border: 2px solid $surface; border-radius: 21px; }
#searchBar[focused="true"] { background: $window; border-color: $accent; }
#searchBar QLineEdit {
    background: transparent; border: none; color: $text; font-size: 15px;
    selection-background-color: $accent; selection-color: $accent_text;
}
#chip { background: $accent_soft; border-radius: 15px; }
#chip QLabel { color: $accent; font-weight: 600; }
#chip QToolButton { padding: 2px; border-radius: 10px; }
#resultLine { color: $muted; font-size: 13px; }

/* Grid, lists */
QAbstractItemView { background: $window; border: none; color: $text; }
#grid { padding-left: 0px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
    background: $border; border-radius: 4px; min-height: 40px; margin: 2px;
}
QScrollBar::handle:vertical:hover { background: $faint; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal {
    background: $border; border-radius: 4px; min-width: 40px; margin: 2px;
}
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider { min-height: 22px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $faint; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: $window;
    border: 1px solid $faint;
}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border: 2px solid $accent; }

/* Pages */
QLabel[role="title"] { color: $text; font-size: 20px; font-weight: 600; }
QLabel[role="body"] { color: $muted; font-size: 14px; }
QLabel[role="page"] { color: $text; font-size: 18px; font-weight: 600; }

/* Status bar */
#status { background: $sidebar; border: none; border-top: 1px solid $border; }
#status QLabel { color: $muted; font-size: 12px; }
#status QToolButton { padding: 2px; border-radius: 6px; }
QLabel[role="pill"] {
    color: $muted; background: $hover; border-radius: 9px; padding: 2px 9px; font-size: 12px;
}
QProgressBar { background: $border; border: none; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

/* Messages that float over the window */
#notice { background: $raised; border: 1px solid $border; border-radius: 12px; }
#notice QLabel { color: $text; font-size: 13px; }

/* Viewer */
#viewerBar { background: $window; border: none; border-bottom: 1px solid $border; }
#viewerName { color: $text; font-size: 15px; font-weight: 600; }
#viewerDetails { color: $muted; font-size: 12px; }
#canvas { background: $surface; border: none; }
QMessageBox, QDialog { background: $window; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""
