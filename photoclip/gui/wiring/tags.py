"""Tags: given and taken from the details panel, the menu of photos, and by keys; and undoing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from photoclip.domain import Label
from photoclip.domain.names import key_of
from photoclip.gui import tag_wording
from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.controllers.paging import Place
from photoclip.gui.controllers.tags import Change
from photoclip.gui.views.tags.chooser import TagChooser

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow

# Of more photos, what the menu offers to remove is looked up in the details panel instead.
MOST_LOOKED_AT = 500
MOST_OFFERED = 12


class TagWiring(QObject):
    """Between what people say of tags and what shows them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tags = window.tags
        count = lambda label: self._tags.counts(label.id).accepted  # noqa: E731
        self.chooser = TagChooser(window.theme, window, count)
        self._add_commands()
        self._connect_tags()
        self._connect_panel()
        window.menus.add_part(self.fill_menu)

    def _add_commands(self) -> None:
        add, about = self._window.commands.add, self.tr("tags, labels, keywords")
        add(
            Command(
                "add_tag",
                self.tr("Add a tag…"),
                Menu.PHOTO,
                "label",
                ("Ctrl+T",),
                Needs.PHOTOS,
                about=about,
            ),
            self.chooser.open,
        )
        undo = QKeySequence.StandardKey.Undo
        add(
            Command(
                "undo",
                self.tr("Undo"),
                Menu.EDIT,
                "reset",
                (undo,),
                group=1,
                about=self.tr("take back, tags, albums"),
            ),
            self.undo,
        )

    def _connect_tags(self) -> None:
        window, tags = self._window, self._tags
        window.folders.told.connect(tags.look)
        tags.told.connect(self._offer)
        tags.changed.connect(self._refresh)
        tags.done.connect(self._tell_done)
        tags.undone.connect(self._tell_undone)
        tags.failed.connect(window.complain)
        self.chooser.chosen.connect(self._give)
        self.chooser.new_wanted.connect(self._give_named)

    def _connect_panel(self) -> None:
        block, tags = self._window.details_panel.tags, self._tags
        block.give_wanted.connect(tags.give)
        block.accept_wanted.connect(tags.accept)
        block.refuse_wanted.connect(tags.refuse)
        block.remove_wanted.connect(tags.remove)
        block.add_wanted.connect(self.chooser.open)

    @Slot()
    def undo(self) -> None:
        """Take back what was decided in the review that is shown, or done last elsewhere."""
        window = self._window
        if window.gallery.place is Place.REVIEW and window.reviewing.undo():
            return
        if not window.undoing.undo():
            self._window.notice.tell(self.tr("There is nothing to undo."))

    @Slot(object)
    def _give(self, label: Label) -> None:
        self._tags.give(self._window.chosen(), label.id)

    @Slot(str)
    def _give_named(self, name: str) -> None:
        self._tags.give_named(self._window.chosen(), name)

    @Slot()
    def _offer(self) -> None:
        self.chooser.show_labels(self._tags.labels, self._tags.recent)

    @Slot()
    def _refresh(self) -> None:
        """What is on screen may show tags, or photos that were found by them."""
        window = self._window
        window.rows_outdated.emit()
        if window.gallery.asked.may_be_filtered:
            window.gallery.refresh()

    @Slot(object)
    def _tell_done(self, change: Change) -> None:
        self._offer()
        told = tag_wording.done(change)
        if change.photos:
            undo = self._window.undoing.add(partial(self._tags.take_back, change))
            self._window.notice.tell(told, self.tr("Undo"), undo)
        else:
            self._window.notice.tell(told)

    @Slot(object)
    def _tell_undone(self, change: Change) -> None:
        self._window.notice.tell(tag_wording.undone(change))

    # The menu of photos.

    def fill_menu(self, menu: QMenu) -> None:
        """Recent labels, any other, and the way to take away those that are there."""
        window = self._window
        photos = window.chosen()
        tags = menu.addMenu(window.theme.icon("label"), self.tr("Tags"))
        for label in self._tags.recent:
            action = tags.addAction(_escaped(label.name))
            action.triggered.connect(partial(self._tags.give, photos, label.id))
        if self._tags.recent:
            tags.addSeparator()
        tags.addAction(window.commands.action("add_tag"))
        there = self._there()
        if there:
            tags.addSeparator()
        for label in there:
            text = self.tr("Remove “{name}”").format(name=_escaped(label.name))
            action = tags.addAction(window.theme.icon("close"), text)
            action.triggered.connect(partial(self._tags.remove, photos, label.id))

    def _there(self) -> list[Label]:
        """Labels of the chosen photos, as far as their tiles were read."""
        rows = map(self._window.photo_model.row, self._window.chosen()[:MOST_LOOKED_AT])
        found = {label.id: label for row in rows if row is not None for label in row.labels}
        return sorted(found.values(), key=lambda label: key_of(label.name))[:MOST_OFFERED]


def _escaped(name: str) -> str:
    """A name as the text of a menu, where "&" marks an access key."""
    return name.replace("&", "&&")
