"""The report on a model before it is used: what it is, what was measured, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from photoclip.clip.report import Fact, Measurement, ModelReport, Part, Topic, Verdict
from photoclip.domain import Progress
from photoclip.gui import locations, report_wording
from photoclip.gui.theme import SPACE_S, SPACE_XS, Theme
from photoclip.gui.views.parts import label, push_button
from photoclip.gui.views.preferences.parts import Card, in_line, wrapped

_ICONS = {
    Verdict.OK: ("check", "success"),
    Verdict.WARNING: ("problem", "warning"),
    Verdict.REFUSED: ("problem", "danger"),
}
_ICON_SIDE = 16


class ReportCard(Card):
    """Hidden as long as there is nothing to tell.

    use_wanted(str): the person wants the model, named as the settings do. stop_wanted: not to
    wait for the report. left: it was read, and nothing is to be done.
    """

    use_wanted = Signal(str)
    stop_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(self.tr("Check of a model"))
        self._theme = theme
        self._choice = ""
        self.outcome = wrapped("", "setting")
        self.step = wrapped("", "body")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = push_button(self.tr("Cancel"))
        self.use = push_button(self.tr("Use this model"), "primary")
        self.leave = push_button(self.tr("Leave it"))
        self.details = _Details(theme)
        self.findings: list[QLabel] = []
        self._found = QWidget()
        self._sentences = QVBoxLayout(self._found)
        self._under_way = QWidget()
        self._lay_out()
        self.stop.clicked.connect(self.stop_wanted)
        self.use.clicked.connect(lambda: self.use_wanted.emit(self._choice))
        self.leave.clicked.connect(self._leave)
        self.hide()

    @property
    def choice(self) -> str:
        """The model that it is about, "" for the embedded one."""
        return self._choice

    def show_begun(self, choice: str, name: str) -> None:
        """A model is being examined."""
        self._choice = choice
        self.outcome.setText(self.tr("Checking {name}").format(name=name))
        self.step.setText("")
        self.bar.setRange(0, 0)
        self._show_findings(None)
        self._arrange(under_way=True)
        self.show()
        self.stop.setFocus()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """How far it is."""
        self.bar.setRange(0, progress.total or 0)
        self.bar.setValue(progress.done)
        self.step.setText(report_wording.step(progress.detail))

    def show_report(self, choice: str, report: ModelReport, *, in_use: bool) -> None:
        """What came of it. in_use: there is nothing to decide."""
        waiting = self.window().focusWidget() is self.stop
        self._choice = choice
        self.outcome.setText(report_wording.outcome(report))
        self.use.setEnabled(report.ok)
        self.leave.setText(self.tr("Close") if in_use else self.tr("Leave it"))
        self._show_findings(report)
        self._arrange(under_way=False, decides=not in_use)
        self.show()
        if waiting:
            (self.use if report.ok and not in_use else self.leave).setFocus()

    @Slot()
    def dismiss(self) -> None:
        """Nothing is to be told any more."""
        self.hide()
        self._show_findings(None)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.details.apply_theme()

    @Slot()
    def _leave(self) -> None:
        self.dismiss()
        self.left.emit()

    def _lay_out(self) -> None:
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("Progress of the check"))
        self._sentences.setContentsMargins(0, 0, 0, 0)
        self._sentences.setSpacing(SPACE_S)
        self._buttons = in_line(self.use, self.leave)
        rows = QGridLayout(self._under_way)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.step, 0, 0)
        rows.addWidget(self.bar, 1, 0)
        rows.addWidget(in_line(self.stop), 2, 0)
        for part in (self.outcome, self._under_way, self._found, self._buttons, self.details):
            self.add(part)

    def _arrange(self, *, under_way: bool, decides: bool = False) -> None:
        self._under_way.setVisible(under_way)
        self._found.setVisible(bool(self.findings))
        self._buttons.setVisible(not under_way)
        self.use.setVisible(decides)
        self.details.setVisible(not under_way)

    def _show_findings(self, report: ModelReport | None) -> None:
        for old in self.findings:
            self._sentences.removeWidget(old)
            old.hide()
            old.deleteLater()
        rows = [] if report is None else [*report.refusals, *report.warnings]
        self.findings = [_finding(row) for row in rows]
        for made in self.findings:
            self._sentences.addWidget(made)
        self.details.show_report(report)


class _Details(QWidget):
    """All that was recognised and measured, part by part."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: list[tuple[QLabel, Verdict]] = []
        # A grid never forgets how many rows it had.
        self._at = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_S)
        self._grid.setVerticalSpacing(SPACE_XS)
        self._grid.setColumnStretch(2, 1)

    def show_report(self, report: ModelReport | None) -> None:
        """Show this one instead, or none."""
        self._marks, self._at = [], 0
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if report is None:
            return
        for part in Part:
            self._add_heading(report_wording.part(part))
            for fact in report.facts:
                if fact.part is part:
                    self._add_fact(fact)
            for row in report.measurements:
                if row.part is part:
                    self._add_measurement(row)
        self.apply_theme()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        for mark, verdict in self._marks:
            name, color = _ICONS[verdict]
            mark.setPixmap(self._theme.pixmap(name, _ICON_SIDE, color))

    def _add_heading(self, text: str) -> None:
        heading = label(text, "heading")
        heading.setContentsMargins(0, SPACE_S, 0, 0)
        self._grid.addWidget(heading, self._at, 0, 1, 3)
        self._at += 1

    def _add_fact(self, fact: Fact) -> None:
        value = wrapped(report_wording.fact(fact), "caption")
        if fact.topic is Topic.RECOGNISED:
            self._grid.addWidget(value, self._at, 1, 1, 2)
            self._at += 1
            return
        self._add_row(report_wording.topic(fact.topic), value)

    def _add_measurement(self, row: Measurement) -> None:
        value = wrapped(report_wording.details(row), "caption")
        verdict = report_wording.verdict(row.verdict)
        if row.verdict in _ICONS:
            mark = label("", "caption")
            mark.setToolTip(verdict)
            mark.setAccessibleName(verdict)
            self._marks.append((mark, row.verdict))
            self._grid.addWidget(mark, self._at, 0, Qt.AlignmentFlag.AlignTop)
        self._add_row(report_wording.check(row.check), value, verdict)

    def _add_row(self, name: str, value: QLabel, verdict: str = "") -> None:
        said = (f"{name}: {value.text()}" if value.text() else name, verdict)
        value.setAccessibleName(" · ".join(filter(None, said)))
        value.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label(name, "caption"), self._at, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, self._at, 2)
        self._at += 1


def _finding(row: Measurement) -> QLabel:
    """A sentence about what is wrong, or should be looked at."""
    refused = row.verdict is Verdict.REFUSED
    made = wrapped(report_wording.finding(row), "error" if refused else "note")
    if row.path is not None:
        made.setToolTip(locations.shown(row.path))
    return made
