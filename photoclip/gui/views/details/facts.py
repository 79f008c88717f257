"""Blocks of names and values: why a photo matched, what it is, what many come to."""

from __future__ import annotations

from photoclip.gui import photo_wording, wording
from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import Theme
from photoclip.gui.views.details.block import Block
from photoclip.gui.views.details.fields import Fields
from photoclip.gui.views.parts import label


class MatchBlock(Block):
    """Why a photo is among the answers; not there while nothing is searched for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "match")
        self.title = self.tr("Why it matched")
        self.fields = Fields()
        self.meaning = label("", "caption")
        self.meaning.setWordWrap(True)
        self.column.addWidget(self.fields)
        self.column.addWidget(self.meaning)

    def fits(self, subject: Subject) -> bool:
        return subject.match is not None and subject.details is not None

    def tell(self, subject: Subject) -> None:
        if subject.match is not None:
            self.fields.show_facts(photo_wording.match_facts(subject.match))
            self.meaning.setText(photo_wording.match_meaning(subject.match))


class InformationBlock(Block):
    """What a photo is, and how it was taken."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "information")
        self.title = self.tr("Information")
        self.fields = Fields()
        self.column.addWidget(self.fields)

    def fits(self, subject: Subject) -> bool:
        return subject.details is not None

    def tell(self, subject: Subject) -> None:
        if subject.details is not None:
            self.fields.show_facts(photo_wording.facts(subject.details))


class SummaryBlock(Block):
    """What many photos come to together."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "summary")
        self.count = label("", "section")
        self.fields = Fields()
        self.column.addWidget(self.count)
        self.column.addWidget(self.fields)

    def fits(self, subject: Subject) -> bool:
        return subject.summary is not None

    def tell(self, subject: Subject) -> None:
        if subject.summary is not None:
            photos = wording.photos(subject.summary.photos)
            self.count.setText(self.tr("{photos} selected").format(photos=photos))
            self.fields.show_facts(photo_wording.summary_facts(subject.summary))
