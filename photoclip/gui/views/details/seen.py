"""What the model sees: words that stand out in a photo, each a way to more such photos."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from photoclip.domain import PhotoId
from photoclip.gui.error_wording import message
from photoclip.gui.models.seen import Seen, SeenState
from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import SPACE_S, Theme
from photoclip.gui.views.details.block import Block
from photoclip.gui.views.details.word import GAP, WordButton
from photoclip.gui.views.flow import Flow
from photoclip.gui.views.parts import label, push_button
from photoclip.search.describe import SeenWord


class SeenBlock(Block):
    """search_wanted, add_wanted(str): by a word. again_wanted: after it failed."""

    search_wanted = Signal(str)
    add_wanted = Signal(str)
    again_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "seen")
        self.title = self.tr("What the model sees")
        self.words = QWidget()
        self.words.setAccessibleName(self.title)
        self.buttons: list[WordButton] = []
        self.note = label("", "caption")
        self.note.setWordWrap(True)
        self.retry = push_button(self.tr("Try again"), "link")
        self._photo: PhotoId | None = None
        self._flow = Flow(self.words, GAP)
        self.column.setSpacing(SPACE_S)
        for widget in (self.words, self.note, self.retry):
            self.column.addWidget(widget)
        self.retry.clicked.connect(self.again_wanted)
        self.retry.hide()

    def fits(self, subject: Subject) -> bool:
        return subject.details is not None and not subject.details.unreadable

    def tell(self, subject: Subject) -> None:
        photo = subject.details.photo.id if subject.details is not None else None
        if photo != self._photo:
            self._photo = photo
            self._wait()

    def show_seen(self, seen: Seen) -> None:
        """What is known of the photo now; of another one nothing is shown."""
        if seen.photo != self._photo:
            return
        if seen.state is SeenState.LOOKING:
            self._wait()
            return
        if seen.state is SeenState.TOLD:
            self._show_words(seen.words)
        else:
            self._show_words(())
        self._note(self._says(seen))
        self.retry.setVisible(seen.state is SeenState.FAILED)

    def apply_theme(self) -> None:
        for button in self.buttons:
            button.update()

    def _wait(self) -> None:
        """Until the words are there: those of the photo before keep their place, greyed."""
        self.words.setEnabled(False)
        self.retry.hide()
        self._note("" if self.buttons else self.tr("Looking at the photo…"))

    def _note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _says(self, seen: Seen) -> str:
        match seen.state:
            case SeenState.PREPARING:
                return self._preparing(seen)
            case SeenState.UNINDEXED:
                return self.tr("This photo has not been indexed with this model yet.")
            case SeenState.FAILED if seen.error is not None:
                return message(seen.error)
        return "" if seen.words else self.tr("Nothing stands out.")

    def _preparing(self, seen: Seen) -> str:
        text = self.tr("Reading the words for this model, which is done once…")
        now = seen.progress
        if now is None or not now.total:
            return text
        counted = self.tr("{done} of {total}")
        return f"{text}\n{counted.format(done=now.done, total=now.total)}"

    def _show_words(self, words: Sequence[SeenWord]) -> None:
        self.words.setEnabled(True)
        if tuple(words) == tuple(button.word for button in self.buttons):
            self.words.setVisible(bool(words))
            return
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = [WordButton(self.theme, word) for word in words]
        for button in self.buttons:
            self._flow.addWidget(button)
            button.search_wanted.connect(self.search_wanted)
            button.add_wanted.connect(self.add_wanted)
            button.moved.connect(self._move)
        self.words.setVisible(bool(words))
        self.words.updateGeometry()

    @Slot(int)
    def _move(self, steps: int) -> None:
        sender = self.focusWidget()
        if isinstance(sender, WordButton) and sender in self.buttons:
            place = self.buttons.index(sender) + steps
            if 0 <= place < len(self.buttons):
                self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
