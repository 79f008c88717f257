"""The page of one label: its preview, what a person says of photos there, and applying it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import Album, FolderScope, Label, Order, PhotoId
from photoclip.errors import PhotoclipError
from photoclip.gui import label_wording, wording
from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.controllers.label_work import Request, Target
from photoclip.gui.controllers.labelling import Said
from photoclip.gui.controllers.paging import Place
from photoclip.gui.dropping import Dropped
from photoclip.gui.wiring.photos import feed_rows
from photoclip.tagging.applying import Mode, Outcome
from photoclip.tagging.preview import Preview
from photoclip.tagging.service import Undo, Verdict

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.labels.label_page import LabelPage
    from photoclip.gui.views.labels.page import LabelsPage


class TuningWiring(QObject):
    """Between the page of a label, the preview, and the work of applying."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        # What was said of photos of the label that is shown, the latest last.
        self._undo: list[Undo] = []
        # What is to be said as soon as a new label is there.
        self._waiting: tuple[Sequence[PhotoId | Path | bytes], Verdict] | None = None
        # What is to be applied as soon as it is kept.
        self._to_apply: Request | None = None
        self._add_commands()
        self._connect_work()
        window.pages.labels.once_made(self._connect_page)

    @property
    def _page(self) -> LabelsPage:
        return self._window.labels_page

    @property
    def _one(self) -> LabelPage:
        return self._window.labels_page.one

    def _add_commands(self) -> None:
        here = self._window.pages.labels.part(lambda page: page.one)
        add, about = self._window.commands.add, self.tr("labels, tune, examples")
        for name, text, icon, key, act in (
            (
                "label_right",
                self.tr("The label is right"),
                "check",
                "A",
                partial(self._decide_chosen, Verdict.RIGHT),
            ),
            (
                "label_wrong",
                self.tr("The label is wrong"),
                "close",
                "R",
                partial(self._decide_chosen, Verdict.WRONG),
            ),
            ("label_undo", self.tr("Take back the last word"), "history", "U", self.undo),
        ):
            command = Command(
                name, text, Menu.EDIT, icon, (key,), Needs.LABEL, group=6, about=about
            )
            add(command, act, here)

    def _connect_page(self, page: LabelsPage) -> None:
        window, one = self._window, page.one
        one.typed.connect(window.tuning.type)
        one.look_wanted.connect(window.tuning.ask)
        for part in (one.sides, one.editor):
            part.decided.connect(self._decide)
            part.opened.connect(window.looking.look_among)
        one.editor.dropped.connect(self._drop)
        one.editor.taken_away.connect(self._take_away)
        for outside in (one.editor.shown_outside, one.editor.refused_outside):
            outside.pictures_wanted.connect(window.teaching.picture)
        one.applying.wanted.connect(self._foresee)
        one.applying.target.wanted.connect(self._offer_targets)
        one.changed.look_wanted.connect(self._foresee_all)
        page.overview.changed.look_wanted.connect(self._foresee_all)
        page.diff.confirmed.connect(self._apply)
        for tiles in page.tiles:
            feed_rows(window, tiles.photos)
        page.place_changed.connect(self._note_label)
        window.gallery.place_changed.connect(self._note_place)
        window.tuning.busy.connect(one.show_busy)
        window.teaching.pictured.connect(one.editor.show_picture)

    def _connect_work(self) -> None:
        window = self._window
        window.tuning.previewed.connect(self._show_preview)
        window.tuning.followed.connect(self._show_followed)
        window.tuning.failed.connect(self._show_problem)
        window.teaching.taught.connect(self._taught)
        window.teaching.failed.connect(self._not_taught)
        window.labelling.made.connect(self._say_waiting)
        window.labelling.made.connect(self._apply_kept)
        window.labelling.edited.connect(self._apply_edited)
        window.labelling.refused.connect(self._give_up)
        window.elsewhere.changed.connect(self._look_again)
        window.label_work.foreseen.connect(self._ask)
        window.label_work.applied.connect(self._tell_applied)
        window.label_work.failed.connect(window.complain)

    # The preview.

    @Slot()
    def _note_label(self) -> None:
        """Another label is shown, or none."""
        self._undo = []
        label = self._page.label
        if label is None or not label.id:
            self._waiting = None
        if label is None:
            self._window.tuning.drop()
        self._offer_targets()

    @Slot()
    def _note_place(self) -> None:
        if self._window.gallery.place is Place.LABELS:
            self._offer_targets()
        else:
            self._window.tuning.drop()

    @Slot(object, object)
    def _show_preview(self, draft: Label, preview: Preview) -> None:
        if draft.id == self._one.kept.id:
            self._one.show_preview(preview)

    @Slot(object, object)
    def _show_followed(self, draft: Label, preview: Preview) -> None:
        if draft.id == self._one.kept.id and not self._one.follow(preview):
            self._window.tuning.follow()

    @Slot(object, object)
    def _show_problem(self, draft: Label, error: PhotoclipError) -> None:
        if draft.id == self._one.kept.id:
            self._one.show_problem(error)

    @Slot()
    def _look_again(self) -> None:
        """Another process may have said something of the label that is shown."""
        if self._window.gallery.place is Place.LABELS and self._page.label is not None:
            self._one.look_again()

    # What a person says of photos.

    def _decide_chosen(self, verdict: Verdict) -> None:
        self._one.sides.decide(verdict)

    @Slot(object, object)
    def _decide(self, photos: Sequence[PhotoId], verdict: Verdict) -> None:
        self._window.tuning.hold()
        self._one.leave_out(photos)
        self._say(tuple(photos), verdict)

    @Slot(object, object)
    def _drop(self, dropped: Dropped, verdict: Verdict) -> None:
        if dropped.examples:
            self._say(dropped.examples, verdict)
        else:
            told = dropped.problem or self.tr("Save the picture first: examples are files.")
            self._window.notice.tell(told, warning=True)

    @Slot(object)
    def _take_away(self, paths: Sequence[Path]) -> None:
        self._say(tuple(paths), Verdict.CLEAR)

    @Slot()
    def undo(self) -> None:
        """Take back what was said last of a photo of this label."""
        if self._undo:
            self._window.labelling.take_back(self._undo.pop(), self._one.look_again)

    def _say(self, contents: Sequence[PhotoId | Path | bytes], verdict: Verdict) -> None:
        window, label = self._window, self._one.kept
        photos = [one for one in contents if not isinstance(one, Path | bytes)]
        if label.id and len(photos) < len(contents):
            window.teaching.teach(label, contents, verdict)
        elif label.id:
            window.labelling.say(label, photos, verdict, self._said)
        elif self._one.draft.name:
            self._waiting = contents, verdict
            window.labelling.keep(self._one.draft)
        else:
            window.notice.tell(self.tr("Give the label a name first."), warning=True)
            self._one.look_again()

    @Slot(object)
    def _say_waiting(self, label: Label) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and label.id == self._one.kept.id:
            self._say(*waiting)

    @Slot(object)
    def _taught(self, said: Said) -> None:
        """Pictures from anywhere are examples, or are no more."""
        window = self._window
        undo = window.undoing.add(
            partial(window.labelling.take_back, said.undo, self._one.look_again)
        )
        if told := label_wording.left_out(said.unknown, said.problems):
            window.notice.tell(told, warning=True)
        elif said.verdict is Verdict.CLEAR:
            [path, *_] = said.undo.pictures or [Path()]
            told = self.tr("“{name}” is no example any more.")
            told = told.format(name=label_wording.example(path))
            window.notice.tell(told, self.tr("Undo"), undo)
        self._one.note_examples(said.label)
        self._said(said)
        window.labelling.read()

    @Slot(object)
    def _not_taught(self, error: PhotoclipError) -> None:
        self._window.complain(error)
        self._window.labelling.read()

    def _said(self, said: Said) -> None:
        if said.label.id == self._one.kept.id:
            self._undo.append(said.undo)
            self._one.look_again()

    # Applying.

    @Slot()
    def _offer_targets(self) -> None:
        self._one.applying.target.show_targets(self._targets())

    def _targets(self) -> list[Target]:
        window, engine = self._window, self._window.engine
        found = [Target("all", self.tr("To all photos"))]
        answer = window.gallery.answer
        if answer is not None and answer.ids and not answer.query.is_everything:
            ids = tuple(answer.ids)
            text = self.tr("To “{title}”, shown before").format(title=window.gallery.title)
            found.append(Target("shown", _with_count(text, len(ids)), lambda: ids))
        if chosen := tuple(window.grid.selected_photos()):
            text = _with_count(self.tr("To the selection"), len(chosen))
            found.append(Target("chosen", text, lambda: chosen))
        for row in window.folders_section.rows:
            text = self.tr("To the folder “{name}”").format(name=row.name)
            scope = FolderScope(row.root.id)
            browse = partial(engine.search.browse, Order.NEWEST, scope)
            among = lambda browse=browse: browse().ids  # noqa: E731
            found.append(Target(f"folder {row.root.id}", text, among))
        found += [self._album_target(one.name, partial(_same, one)) for one in window.albums.all]
        smart = window.saving.names
        named = engine.albums.named
        found += [self._album_target(one.name, partial(named, one.name)) for one in smart]
        return found

    def _album_target(self, name: str, find: partial[Album]) -> Target:
        albums = self._window.engine.albums
        text = self.tr("To the album “{name}”").format(name=name)
        return Target(f"album {name}", text, lambda: albums.photos(find()))

    @Slot(object, object)
    def _foresee(self, target: Target, mode: Mode) -> None:
        self._window.label_work.foresee(Request((self._one.draft,), target, mode))

    @Slot(object)
    def _foresee_all(self, labels: Sequence[Label]) -> None:
        """What applying them to everything again would change."""
        everything = Target("all", self.tr("To all photos"))
        self._window.label_work.foresee(Request(tuple(labels), everything))

    @Slot(object, object)
    def _ask(self, request: Request, outcomes: Sequence[Outcome]) -> None:
        if self._window.gallery.place is Place.LABELS:
            self._page.show_diff(request, outcomes)

    @Slot(object)
    def _apply(self, request: Request) -> None:
        """What is applied is kept first, or its tags would be those of another label."""
        one = self._one
        if one.is_changed and one.draft in request.labels:
            self._to_apply = request
            one.keep_now()
        else:
            self._window.label_work.apply(request)

    @Slot(object)
    def _apply_kept(self, label: Label) -> None:
        request, self._to_apply = self._to_apply, None
        if request is not None and label.id == self._one.kept.id:
            self._window.label_work.apply(replace(request, labels=(label,)))

    @Slot(object, object)
    def _apply_edited(self, _: Label, now: Label) -> None:
        self._apply_kept(now)

    @Slot()
    def _give_up(self) -> None:
        """The label could not be kept, so nothing follows of it."""
        self._to_apply = self._waiting = None
        self._one.look_again()

    @Slot(object, object)
    def _tell_applied(self, request: Request | None, outcomes: Sequence[Outcome]) -> None:
        window = self._window
        window.labelling.read()
        if request is None:
            window.notice.tell(self.tr("Labels are as they were."))
            return
        told = label_wording.changed(outcomes)
        if any(len(one.gained) or len(one.lost) for one in outcomes):
            undo = window.undoing.add(partial(window.label_work.undo, outcomes))
            window.notice.tell(told, self.tr("Undo"), undo)
        else:
            window.notice.tell(told)


def _same(album: Album) -> Album:
    return album


def _with_count(text: str, count: int) -> str:
    return f"{text} ({wording.photos(count)})"
