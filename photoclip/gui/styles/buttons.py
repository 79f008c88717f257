"""Buttons with a text, and those that are only an icon."""

from __future__ import annotations

SHEET = """
QPushButton {
    background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px;
    padding: 8px 16px; font-weight: 500;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $border; }
QPushButton:focus { border: 2px solid $accent; padding: 7px 15px; }
QPushButton:disabled { color: $disabled; }
QPushButton[role="primary"] { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled {
    background: $hover; color: $disabled; border-color: $hover;
}
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="danger"]:hover { background: $danger_soft; border-color: $danger; }
QPushButton[role="choice"] { padding: 5px 12px; }
QPushButton[role="choice"]:focus { padding: 4px 11px; }
QPushButton:checked {
    background: $accent_soft; color: $accent; border-color: $accent;
}
QPushButton[role="link"] {
    background: transparent; border: 2px solid transparent; color: $accent; padding: 4px 8px;
    font-weight: 600;
}
QPushButton[role="link"]:hover { background: $accent_soft; }
QPushButton[role="link"]:focus { border-color: $accent; }
QPushButton[role="link"]:disabled { color: $disabled; }

QToolButton {
    background: transparent; border: 2px solid transparent; border-radius: ${radius}px;
    padding: 5px; color: $text;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $border; }
QToolButton:checked { background: $accent_soft; color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="round"] {
    background: $raised; border: 1px solid $border; border-radius: 22px; padding: 0;
}
QToolButton[role="round"]:hover { background: $hover; }
QToolButton[role="round"]:focus { border: 2px solid $accent; }
"""
