"""The status bar and the task area."""

from __future__ import annotations

SHEET = """
#status { background: $sidebar; border: none; border-top: 1px solid $border; }
#status QLabel { color: $muted; font-size: $font_small; }
#status QToolButton, #taskPanel QToolButton { padding: 2px; border-radius: ${radius_small}px; }
#status QPushButton[role="link"], #taskPanel QPushButton[role="link"] {
    padding: 0 6px; font-size: $font_small; border-radius: ${radius_small}px;
}

#taskPanel {
    background: $raised; border: 1px solid $border; border-radius: ${radius_large}px;
}
#taskList, #taskScroll { background: transparent; }
#taskPanel QLabel { color: $muted; font-size: $font_small; }
#taskPanel QLabel[role="taskTitle"] { color: $text; font-weight: 600; }
QProgressBar[paused="true"]::chunk { background: $outline; }
"""
