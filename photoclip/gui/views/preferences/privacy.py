"""What is kept where, what leaves this computer, and how to forget everything."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.theme import SPACE_S, Theme
from photoclip.gui.views.parts import push_button
from photoclip.gui.views.preferences.parts import SettingsSection, in_line, wrapped
from photoclip.gui.views.preferences.storage import about, name_of
from photoclip.library.storage import NEVER_DELETED, Kind

# In widths of an average letter.
FIELD_WIDTH = 40


class Confirmation(QWidget):
    """Asks for a word to be typed. confirmed; left: rather not."""

    confirmed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.word = self.tr("delete")
        self.field = QLineEdit()
        self.confirm = push_button(self.tr("Delete everything"), "danger")
        self.cancel = push_button(self.tr("Cancel"))
        ask = self.tr("Type “{word}” to go on. This cannot be undone.").format(word=self.word)
        self._ask = wrapped(ask, "body")
        self.field.setAccessibleName(ask)
        self.field.setMaximumWidth(FIELD_WIDTH * self.fontMetrics().averageCharWidth())
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self.confirm.click)
        self.confirm.clicked.connect(self.confirmed)
        self.cancel.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self._ask)
        column.addWidget(self.field)
        column.addWidget(in_line(self.confirm, self.cancel))
        self._look("")

    def ask(self) -> None:
        """Begin anew."""
        self.field.clear()
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _look(self, text: str) -> None:
        self.confirm.setEnabled(text.strip().casefold() == self.word.casefold())


class PrivacySection(SettingsSection):
    """storage_wanted: show the sizes and places. delete_wanted: forget everything now.

    forget_wanted: the searches of late are to go.
    """

    storage_wanted = Signal()
    delete_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, "", "privacy", preferences)
        self.title = self.tr("Privacy")
        self.storage = push_button(self.tr("Sizes and places"))
        self.delete = push_button(self.tr("Delete everything…"), "danger")
        self._offer = in_line(self.delete)
        self.confirmation = Confirmation()
        self.remember = QCheckBox(self.tr("On"))
        self.forget = push_button(self.tr("Forget recent searches"))
        self._add_sent()
        self._add_kept()
        self._add_searches()
        self._add_delete()

    def shown(self) -> None:
        self._leave()

    def _add_sent(self) -> None:
        self.add_card(
            self.tr("What leaves this computer"),
            self.tr(
                "Nothing by itself: there is no account, no telemetry and no update check. Only"
                " what you ask for opens a connection: a picture dropped or pasted as a web"
                " address is fetched from there, and a map is opened in your browser."
            ),
        )

    def _add_kept(self) -> None:
        card = self.add_card(
            self.tr("What is kept on it"),
            self.tr(
                "Photos are only read. What photoclip knows of them lies in files of its own:"
                " vectors tell roughly what photos show, so treat the catalog like the photos."
            ),
        )
        for kind in Kind:
            card.add(wrapped(f"{name_of(kind)}: {about(kind)}", "caption"))
        card.add(in_line(self.storage))
        self.storage.clicked.connect(self.storage_wanted)

    def _add_searches(self) -> None:
        card = self.add_card(self.tr("Searches"))
        self.add_switch(
            card,
            self.remember,
            "remember_searches",
            self.tr("Remember recent searches"),
            self.tr("The last twelve are offered again under the search box. Off forgets them."),
        )
        card.add(in_line(self.forget))
        self.forget.clicked.connect(self.forget_wanted)

    def _add_delete(self) -> None:
        kinds = [name_of(kind) for kind in Kind if kind not in NEVER_DELETED]
        card = self.add_card(
            self.tr("Delete everything"),
            self.tr(
                "photoclip forgets all it knows and starts as on the first day. These go: {kinds}."
                " Your photos stay, as do thumbnails by other programs and models of your own."
            ).format(kinds=", ".join(kinds)),
        )
        card.add(self._offer)
        card.add(self.confirmation)
        self.confirmation.hide()
        self.delete.clicked.connect(self._ask)
        self.confirmation.left.connect(self._leave)
        self.confirmation.confirmed.connect(self.delete_wanted)

    @Slot()
    def _ask(self) -> None:
        self._offer.hide()
        self.confirmation.ask()
        self.ensureWidgetVisible(self.confirmation)

    @Slot()
    def _leave(self) -> None:
        asked = not self.confirmation.isHidden()
        self.confirmation.hide()
        self._offer.show()
        if asked:
            self.delete.setFocus()
