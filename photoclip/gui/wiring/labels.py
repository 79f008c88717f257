"""Labels: the section in the side panel, the page of all of them, and undoing changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QCursor

from photoclip.catalog.labels import RemovedLabel
from photoclip.clip.prompts import template_names
from photoclip.domain import Label, LabelId
from photoclip.errors import PhotoclipError
from photoclip.gui import label_wording, locations
from photoclip.gui.commands import Command, Menu
from photoclip.gui.controllers.labelling import Said
from photoclip.gui.controllers.paging import Place
from photoclip.gui.dropping import Dropped
from photoclip.gui.models.labels import NOTHING
from photoclip.gui.sections.label_tree import LabelRow
from photoclip.search.query import FilterName, Term, Value
from photoclip.tagging.labels import Added
from photoclip.tagging.service import Verdict

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.labels.page import LabelsPage


class LabelWiring(QObject):
    """Between the controller of labels and what shows them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._labelling = window.labelling
        window.gallery.add_place(Place.LABELS, window.pages.labels.get)
        window.label_places = self
        # A new label that was left before it was made, for when somebody comes back to it.
        self._unmade = NOTHING
        self._add_commands()
        self._connect_section()
        self._connect_labelling()
        window.pages.labels.once_made(self._connect_page)

    @property
    def _page(self) -> LabelsPage:
        return self._window.labels_page

    def _add_commands(self) -> None:
        add, about = self._window.commands.add, self.tr("labels, tags, keywords, categories")
        add(
            Command("labels", self.tr("Labels"), Menu.GO, "label", ("Ctrl+4",), about=about),
            self.show_page,
        )
        new = self.tr("New label…")
        add(
            Command("new_label", new, Menu.FILE, "label", ("Ctrl+Shift+L",), group=2, about=about),
            self.make,
        )
        bring, write = self.tr("Import labels…"), self.tr("Export labels…")
        add(Command("import_labels", bring, Menu.FILE, group=2, about=about), self.bring)
        add(Command("export_labels", write, Menu.FILE, group=2, about=about), self.write)

    def _connect_section(self) -> None:
        section = self._window.labels_section
        section.label_wanted.connect(self.show_photos)
        section.tune_wanted.connect(self.open)
        section.add_wanted.connect(self.make)
        section.all_wanted.connect(self.show_page)
        section.rename_wanted.connect(self._rename)
        section.color_wanted.connect(self._offer_colors)
        section.remove_wanted.connect(self._labelling.remove)
        section.tag_wanted.connect(self._tag)
        self._window.browser.nothing.tune_wanted.connect(self._open_asked)

    def _connect_page(self, page: LabelsPage) -> None:
        overview, labelling = page.overview, self._labelling
        page.one.editor.add_templates(template_names())
        overview.tune_wanted.connect(self.open)
        overview.remove_wanted.connect(self._labelling.remove)
        overview.new_wanted.connect(self.make)
        overview.set_wanted.connect(self._labelling.add_set)
        overview.import_wanted.connect(self.bring)
        overview.export_wanted.connect(self.write)
        page.leaving.connect(self._keep_what_is_left)
        page.escaped.connect(self._window.back_to_photos)
        page.one.keep_wanted.connect(self._labelling.keep)
        labelling.sets_told.connect(overview.sets.show_sets)
        page.show_rows(labelling.rows)
        self._window.gallery.place_changed.connect(self._note_place)

    def _connect_labelling(self) -> None:
        window, labelling = self._window, self._labelling
        window.folders.told.connect(labelling.read)
        window.elsewhere.changed.connect(labelling.read)
        labelling.told.connect(self._show_rows)
        # Either tells the other; nothing is read twice where nothing changed.
        window.tags.changed.connect(labelling.read)
        labelling.told.connect(window.tags.look)
        labelling.made.connect(self._tell_made)
        labelling.edited.connect(self._tell_edited)
        labelling.removed.connect(self._tell_removed)
        labelling.brought.connect(self._tell_brought)
        labelling.said.connect(self._tell_said)
        labelling.exported.connect(self._tell_exported)
        labelling.refused.connect(self._refuse)
        labelling.failed.connect(window.complain)

    # What the person wants.

    @Slot()
    def show_page(self) -> None:
        """All labels."""
        self._go()
        self._labelling.read_sets()
        self._page.show_all()

    def open_number(self, number: LabelId) -> None:
        """The page of a label, by its number."""
        row = self._labelling.row(number)
        if row is not None:
            self.open(row.label)

    @Slot(object)
    def open(self, label: Label) -> None:
        """The page of a label, where it is tuned."""
        self._go()
        self._page.show_label(label)

    @Slot()
    def _open_asked(self) -> None:
        """The page of the label whose photos are asked for; of all where it is none itself."""
        label = self._labelling.named(self._window.gallery.asked.label)
        if label is None:
            self.show_page()
        else:
            self.open(label)

    @Slot()
    @Slot(str)
    def make(self, name: str = "") -> None:
        """A new label, whose name begins like this."""
        self._go()
        draft, self._unmade = self._unmade, NOTHING
        self._page.show_new(name if name or not draft.name else draft.name, draft)

    @Slot(object)
    def show_photos(self, label: Label) -> None:
        """Show the photos that have a label."""
        self._window.looking.close()
        term = Term(FilterName.LABEL, (Value(label.name),))
        self._window.gallery.search_saved("", term)

    @Slot()
    def bring(self) -> None:
        """Add labels from a file."""
        window = self._window
        path = window.choose_labels(window, self.tr("Import labels"))
        if path is not None:
            self._labelling.import_from(path)

    @Slot()
    def write(self) -> None:
        """Write all labels to a file."""
        window = self._window
        path = window.choose_labels_target(window, self.tr("Export labels"))
        if path is not None:
            self._labelling.export_to(path)

    @Slot(object, str)
    def _rename(self, label: Label, name: str) -> None:
        self._labelling.change(label, name=name)

    @Slot(object)
    def _offer_colors(self, label: Label) -> None:
        from photoclip.gui.views.labels.colors import ColorMenu

        menu = ColorMenu(label.color, self._window)
        menu.chosen.connect(lambda color: self._labelling.change(label, color=color))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    @Slot(object, object)
    def _tag(self, label: Label, dropped: Dropped) -> None:
        self._labelling.say(label, dropped.everything, Verdict.RIGHT)

    def _go(self) -> None:
        self._window.looking.close()
        self._window.gallery.go(Place.LABELS)

    @Slot()
    def _note_place(self) -> None:
        if self._window.gallery.place is not Place.LABELS:
            self._keep_what_is_left()

    @Slot()
    def _keep_what_is_left(self) -> None:
        """What was written must not be lost only because somebody looks elsewhere."""
        one = self._page.one
        if self._page.label is None or not one.is_changed:
            return
        if one.kept.id and one.draft.name:
            self._labelling.keep(one.draft)
        elif not one.kept.id:
            self._unmade = one.draft

    # What happened.

    @Slot(object)
    def _show_rows(self, rows: Sequence[LabelRow]) -> None:
        self._window.labels_section.show(rows)
        if self._window.pages.labels.is_made:
            self._page.show_rows(rows)
            self._follow()

    def _follow(self) -> None:
        """Another process may have changed, or removed, the label that is shown."""
        one = self._page.one
        if self._page.label is None or not one.kept.id:
            return
        row = self._labelling.row(one.kept.id)
        if row is None:
            self._page.forget_label()
        elif row.label != one.kept and not one.is_changed:
            one.note_kept(row.label)

    @Slot(object)
    def _tell_made(self, label: Label) -> None:
        self._unmade = NOTHING
        if self._page.label is not None and not self._page.one.kept.id:
            self._page.one.note_kept(label)
            self._page.place_changed.emit()
        text = self.tr("“{name}” is a new label.").format(name=label.name)
        self._tell(text, partial(self._forget, [label]))

    @Slot(object, object)
    def _tell_edited(self, before: Label, now: Label) -> None:
        one = self._page.one
        if one.kept.id == now.id:
            one.note_kept(now)
        if self._window.gallery.asked.label == before.name != now.name:
            self.show_photos(now)
        text = (
            self.tr("“{before}” is now called “{name}”.")
            if before.name != now.name
            else self.tr("“{name}” was changed.")
        ).format(before=before.name, name=now.name)
        self._tell(text, partial(self._labelling.keep, before))

    @Slot(object)
    def _tell_removed(self, removed: RemovedLabel) -> None:
        label = removed.label
        if self._page.one.kept.id == label.id:
            self._page.forget_label()
        if self._window.gallery.asked.label == label.name:
            self._window.gallery.show_everything()
        text = self.tr("The label “{name}” was deleted. No photo was touched.")
        undo = partial(self._labelling.put_back, removed)
        self._tell(text.format(name=label.name), undo)

    @Slot(object)
    def _tell_brought(self, added: Added) -> None:
        if not added.new and not added.changed:
            text = self.tr("All of these labels are there already.")
            self._window.notice.tell(text)
            return
        text = self.tr("%Ln label(s) added.", "", len(added.new) + len(added.changed))
        if added.known:
            text += " " + self.tr("%Ln were there already.", "", len(added.known))
        self._tell(text, partial(self._labelling.remove_many, added.new))

    @Slot(object)
    def _tell_said(self, said: Said) -> None:
        told = []
        if said.photos:
            text = self.tr("%Ln photo(s) labelled “{name}”.", "", len(said.photos))
            told.append(text.format(name=said.label.name))
        if said.unknown:
            told.append(label_wording.unknown_files(said.unknown))
        if said.photos:
            self._tell(" ".join(told), partial(self._labelling.take_back, said.undo))
        else:
            self._window.notice.tell(" ".join(told), warning=True)

    @Slot(object)
    def _tell_exported(self, path: object) -> None:
        text = self.tr("The labels were written to {path}.").format(path=locations.shown(str(path)))
        self._window.notice.tell(text)

    @Slot(object, object)
    def _refuse(self, draft: Label, error: PhotoclipError) -> None:
        one = self._page.one
        here = self._window.gallery.place is Place.LABELS and self._page.label is not None
        if here and one.kept.id == draft.id:
            one.refuse(error)
        else:
            self._window.complain(error)

    def _forget(self, labels: Sequence[Label]) -> None:
        if self._page.one.kept.id in {label.id for label in labels}:
            self._page.forget_label()
        self._labelling.remove_many(labels)

    def _tell(self, text: str, undo: Callable[[], None]) -> None:
        window = self._window
        window.notice.tell(text, self.tr("Undo"), window.undoing.add(undo))
