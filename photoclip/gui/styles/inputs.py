"""What a person types, ticks and drags: fields, boxes, sliders, progress."""

from __future__ import annotations

SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: $window; color: $text; border: 1px solid $outline;
    border-radius: ${radius_small}px; padding: 6px 9px;
    selection-background-color: $accent; selection-color: $accent_text;
    placeholder-text-color: $faint;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus,
QComboBox:on {
    border: 2px solid $accent; padding: 5px 8px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled {
    background: $surface; color: $disabled; border-color: $border;
}
QLineEdit:read-only { background: $surface; }
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"] { border-color: $danger; }

QComboBox { padding-right: 28px; }
QComboBox:focus, QComboBox:on { padding-right: 27px; }
QComboBox { combobox-popup: 0; }
QComboBox:hover, QAbstractSpinBox:hover { background: $surface; }
QComboBox::drop-down, QDateEdit::drop-down {
    subcontrol-origin: border; subcontrol-position: center right; border: none; width: 28px;
    background: transparent;
}
QDateEdit { padding-right: 28px; min-width: 9em; }
QDateEdit:focus { padding-right: 27px; }
QComboBox::down-arrow, QDateEdit::down-arrow {
    image: url(controls:down-$scheme.svg); width: 12px; height: 12px;
}
QComboBox QAbstractItemView {
    background: $raised; color: $text; border: 1px solid $border; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { padding: 6px 8px; border-radius: ${radius_small}px; }

QAbstractSpinBox { qproperty-alignment: AlignCenter; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 22px; border: none; background: transparent; margin: 2px;
    border-radius: 4px;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-bottom: 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-top: 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url(controls:up-$scheme.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow {
    image: url(controls:down-$scheme.svg); width: 10px; height: 10px;
}

QCheckBox, QRadioButton {
    color: $text; spacing: 9px; padding: 3px 6px 3px 4px; border: 2px solid transparent;
    border-radius: ${radius_small}px; background: transparent;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator {
    width: 16px; height: 16px; border: 1px solid $outline; border-radius: 5px; background: $window;
}
QCheckBox::indicator:hover, QGroupBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked,
QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url(controls:check-$scheme.svg);
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url(controls:dash-$scheme.svg);
}
QCheckBox::indicator:disabled, QCheckBox::indicator:checked:disabled {
    background: $hover; border-color: $disabled;
}
QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $outline; border-radius: 9px; background: $window;
}
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked {
    width: 8px; height: 8px; border: 5px solid $accent; background: $accent_text;
}
QRadioButton::indicator:disabled { border-color: $disabled; }

QGroupBox {
    color: $text; border: 1px solid $border; border-radius: ${radius_large}px; padding: 12px;
    margin-top: 14px; font-weight: 600;
}
QGroupBox::title {
    subcontrol-origin: margin; subcontrol-position: top left; left: 10px; padding: 0 6px;
    background: $window; color: $text;
}

QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $outline; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; background: $window;
    border: 1px solid $outline;
}
QSlider::handle:horizontal:hover { border: 2px solid $accent; margin: -7px 0; border-radius: 9px; }
QSlider::handle:horizontal:focus {
    border: 3px solid $accent; margin: -8px 0; border-radius: 10px;
}
QSlider::handle:horizontal:disabled { background: $surface; border-color: $border; }

QProgressBar {
    background: $border; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
    color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""
