"""One label: what it is on the left, what it would do on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain import Label, PhotoId, Preset
from photoclip.errors import PhotoclipError
from photoclip.gui import label_wording
from photoclip.gui.error_wording import message
from photoclip.gui.models.labels import NOTHING
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.labels.apply import ApplyBar
from photoclip.gui.views.labels.changed import ChangedBar
from photoclip.gui.views.labels.editor import Editor
from photoclip.gui.views.labels.sides import Sides
from photoclip.gui.views.labels.threshold import Threshold
from photoclip.gui.views.parts import ElidedLabel, push_button, tool_button
from photoclip.tagging.examples import examples_of
from photoclip.tagging.preview import Preview

EDITOR = 290
# Both do not fit side by side into less.
NARROW = 760


class LabelPage(QWidget):
    """typed(Label): the draft is another. look_wanted(Label): look what it would do now.

    keep_wanted(Label): make or change it. back_wanted: to all labels.
    """

    typed = Signal(object)
    look_wanted = Signal(object)
    keep_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._theme = theme
        self._kept = self._sent = NOTHING
        self._preview: Preview | None = None
        self._place: int | None = None
        self._threshold: tuple[Preset, float | None] = (Preset.BALANCED, None)
        self.back = tool_button("back", self.tr("All labels"))
        self.title = ElidedLabel()
        self.discard = push_button(self.tr("Discard"))
        self.keep = push_button(self.tr("Create label"), "primary")
        self.define = push_button(self.tr("Define"), "choice")
        self.tune = push_button(self.tr("Tune"), "choice")
        self.changed = ChangedBar()
        self.editor = Editor(theme, thumbnails)
        self.threshold = Threshold(theme)
        self.working = QProgressBar()
        self.retry = push_button(self.tr("Try again"))
        self.sides = Sides(theme, thumbnails)
        self.applying = ApplyBar()
        self._halves = QButtonGroup(self)
        self._right = QWidget()
        self._lay_out()
        self._connect()
        self.apply_theme()

    # What is shown.

    @property
    def kept(self) -> Label:
        """The label as it is kept; without a number where it is not."""
        return self._kept

    @property
    def draft(self) -> Label:
        """The label as it is written and tuned now."""
        preset, threshold = self._threshold
        return replace(self.editor.draft, preset=preset, threshold=threshold)

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self.draft != self._kept

    @property
    def place(self) -> int | None:
        """How many of the best photos are on the accepted side."""
        return self._place

    def show_label(self, shown: Label, draft: Label | None = None) -> None:
        """Show a label; without a number it is a new one. draft: what was written of it so far."""
        self._kept, draft = shown, draft or shown
        self._threshold = draft.preset, draft.threshold
        self._forget_preview()
        self.editor.show_label(draft)
        self.editor.show_examples((), ())
        self.editor.show_outside(draft, {})
        self.editor.verticalScrollBar().setValue(0)
        self.applying.show_automatic(draft.automatic)
        self.define.setChecked(not shown.id)
        self.tune.setChecked(bool(shown.id))
        self._arrange()
        self._update()
        self._look()

    def note_kept(self, kept: Label) -> None:
        """The label is kept like this now; what was typed since stays."""
        before, draft = self._kept, self.draft
        self._kept = kept
        if draft in (before, self._sent):
            self._threshold = kept.preset, kept.threshold
            self.editor.show_label(kept)
        else:
            self.editor.take_number(kept)
        self._update()
        if before.id and draft == before:
            # Somebody changed it elsewhere.
            self._look()

    def note_examples(self, now: Label) -> bool:
        """Take the examples of this label as they are kept now. Returns whether they were others.

        They are no part of what is typed.
        """
        kept = self._kept
        if kept.id != now.id or examples_of(kept) == examples_of(now):
            return False
        self._kept = replace(kept, examples=now.examples, counterexamples=now.counterexamples)
        self.editor.take_number(self._kept)
        self.editor.show_outside(self._kept, {})
        return True

    def show_outdated(self, outdated: bool) -> None:
        """Whether its tags were made by another definition than this."""
        self.changed.show_labels([self._kept] if outdated and self._kept.id else [])

    def show_preview(self, preview: Preview) -> None:
        """Show what the draft would do; where a person put the threshold it stays."""
        preset, threshold = self._threshold
        if threshold is None:
            self._place = preview.presets[preset]
        elif self._place is None or self._preview is None:
            self._place = preview.place_of(threshold)
        else:
            self._place = min(self._place, len(preview.ids))
            if self._place != preview.place_of(threshold):
                # Other words, other scores: it is the place that was chosen.
                self._threshold = preset, preview.threshold(self._place)
        self._take(preview)
        self._show_place()

    def follow(self, preview: Preview) -> bool:
        """Show what the same draft would do, as photos came or went; what is chosen stays so.

        The threshold stays, so that its place moves with those above it. Returns False where
        somebody has the slider in hand.
        """
        if self.threshold.slider.isSliderDown():
            return False
        preset, threshold = self._threshold
        if threshold is None:
            self._place = preview.presets[preset]
        else:
            self._place = preview.place_of(threshold)
        self._take(preview)
        self.sides.follow(preview, self._place)
        self.sides.say(self._why_nobody(preview))
        return True

    def _take(self, preview: Preview) -> None:
        self._preview = preview
        shown = self._threshold[0] if self._threshold[1] is None else None
        self.threshold.show_preview(preview, self._place or 0, shown)
        self.retry.hide()
        self._show_examples(preview)
        self._update()

    def show_problem(self, error: PhotoclipError) -> None:
        """The preview failed."""
        self._forget_preview()
        self.sides.show_nothing(message(error))
        self.retry.show()
        self._update()

    def show_busy(self, busy: bool) -> None:
        """A preview is on the way."""
        self.working.setVisible(busy)

    def leave_out(self, photos: Sequence[PhotoId]) -> None:
        """A person decided about these; what follows of it comes with a preview."""
        self.sides.leave_out(photos)

    def refuse(self, error: PhotoclipError) -> None:
        """The draft cannot be kept."""
        self.editor.complain(message(error))
        self._show_half(self.define)
        self.editor.name.setFocus()

    def focus(self) -> None:
        """Give the keyboard to what one does next."""
        if not self._kept.id:
            self.editor.name.setFocus()
            self.editor.name.end(False)
        elif self.sides.isVisibleTo(self):
            self.threshold.slider.setFocus()
        else:
            self.define.setFocus()

    def apply_theme(self) -> None:
        """Drawings in the colours in use."""
        self.back.setIcon(self._theme.icon("back"))
        self.editor.apply_theme()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # The rest.

    @Slot()
    def _edited(self) -> None:
        self._update()
        self.applying.show_automatic(self.editor.automatic.isChecked())
        self._look(typing=True)

    def _look(self, *, typing: bool = False) -> None:
        draft = self.draft
        if draft.name or draft.prompts:
            (self.typed if typing else self.look_wanted).emit(_comparable(draft))
        else:
            self._forget_preview()
            self.sides.show_nothing(
                self.tr("Write a name, and the photos that would get the label show up here.")
            )

    @Slot()
    def look_again(self) -> None:
        """Have the preview made anew."""
        self._look()

    @Slot(int)
    def _move(self, place: int) -> None:
        if self._preview is not None:
            self._place = place
            self._threshold = self._threshold[0], self._preview.threshold(place)
            self._show_place()
            self._update()

    @Slot(object)
    def _take_preset(self, preset: Preset) -> None:
        self._threshold = preset, None
        if self._preview is not None:
            self._place = self._preview.presets[preset]
            self.threshold.show_preview(self._preview, self._place, preset)
            self._show_place()
        self._update()

    def _show_place(self) -> None:
        if self._preview is not None and self._place is not None:
            self.sides.show_place(self._preview, self._place)
            self.sides.say(self._why_nobody(self._preview))

    def _why_nobody(self, preview: Preview) -> str:
        if not len(preview.ids):
            return label_wording.finding(preview.finding)
        if self._threshold[1] is not None or not preview.finding:
            return self.tr("No photo. Move the slider to the right.")
        found = label_wording.finding(preview.finding)
        return self.tr(
            "{finding}. The photos that come closest are on the other side: accept some that show"
            " it, describe it in other words, or move the slider."
        ).format(finding=found)

    def _show_examples(self, preview: Preview) -> None:
        right, wrong = preview.said == 1, preview.said == -1
        self.editor.show_examples(
            [PhotoId(photo) for photo in preview.ids[right].tolist()],
            [PhotoId(photo) for photo in preview.ids[wrong].tolist()],
        )
        unusable = {one.path: one.finding for one in preview.unusable if one.path is not None}
        self.editor.show_outside(self.draft, unusable)

    def _forget_preview(self) -> None:
        self._preview, self._place = None, None
        self.threshold.clear()
        self.retry.hide()

    def _update(self) -> None:
        changed, new = self.is_changed, not self._kept.id
        self.title.setText(self.tr("New label") if new else self._kept.name)
        self.keep.setText(self.tr("Create label") if new else self.tr("Save"))
        self.keep.setEnabled(changed and bool(self.draft.name))
        self.discard.setEnabled(changed)
        self.applying.apply.setEnabled(bool(self.draft.name) and self._preview is not None)

    @Slot()
    def keep_now(self) -> None:
        """Keep what is written."""
        self._sent = self.draft
        self.keep_wanted.emit(self._sent)

    @Slot()
    def _discard(self) -> None:
        self.show_label(self._kept)

    # Layout.

    @Slot()
    def _arrange(self) -> None:
        narrow = self.width() < NARROW
        for part in (self.define, self.tune):
            part.setVisible(narrow)
        self.editor.setVisible(not narrow or self.define.isChecked())
        self._right.setVisible(not narrow or self.tune.isChecked())
        self.editor.setMaximumWidth(16_777_215 if narrow else EDITOR)
        self.editor.setMinimumWidth(EDITOR if not narrow else 0)

    def _show_half(self, button: QWidget) -> None:
        self.define.setChecked(button is self.define)
        self.tune.setChecked(button is self.tune)
        self._arrange()

    def _lay_out(self) -> None:
        self.title.setProperty("role", "page")
        self.working.setTextVisible(False)
        self.working.setRange(0, 0)
        # Or all below it would jump with every letter.
        policy = self.working.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.working.setSizePolicy(policy)
        self.working.hide()
        self.working.setAccessibleName(self.tr("Comparing with your photos"))
        for button in (self.define, self.tune):
            button.setCheckable(True)
            self._halves.addButton(button)
        head = QHBoxLayout()
        head.setSpacing(SPACE_S)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        for part in (self.define, self.tune, self.discard, self.keep):
            head.addWidget(part)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SPACE_S)
        right.addWidget(self.threshold)
        right.addWidget(self.working)
        right.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.sides, 1)
        right.addWidget(self.applying)
        body = QHBoxLayout()
        body.setSpacing(SPACE_L)
        body.addWidget(self.editor)
        body.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(SPACE_M)
        column.addLayout(head)
        column.addWidget(self.changed)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.keep.clicked.connect(self.keep_now)
        self.discard.clicked.connect(self._discard)
        self.retry.clicked.connect(self.look_again)
        self._halves.buttonClicked.connect(self._arrange)
        self.editor.edited.connect(self._edited)
        self.threshold.moved.connect(self._move)
        self.threshold.preset_chosen.connect(self._take_preset)


def _comparable(draft: Label) -> Label:
    """A draft without a name can be looked at by its descriptions."""
    return draft if draft.name else replace(draft, name=draft.prompts[0][:100].replace("/", " "))
