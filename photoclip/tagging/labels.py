"""The labels of a library: what they are, not what they do to photos."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from photoclip.catalog.labels import RemovedLabel
from photoclip.catalog.store import Catalog
from photoclip.domain import KEYWORDS, Label, LabelId, PhotoId, Tag, TagSource, TagState
from photoclip.domain.names import key_of, nearest, tidy
from photoclip.errors import LabelError
from photoclip.tagging import files, naming
from photoclip.tagging.examples import divided, examples_of
from photoclip.tagging.sets import LabelSet, label_set, label_sets

NEW = LabelId(0)
# So many score in about a minute among 100,000 photos.
MOST_LABELS = 10_000


@dataclass(frozen=True, slots=True)
class Added:
    """What became of labels that were read."""

    new: tuple[Label, ...]
    changed: tuple[Label, ...] = ()
    known: tuple[Label, ...] = ()


class Labels:
    """Defines, changes and hands out labels. Thread-safe."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._had: set[Path] = set()

    @property
    def had(self) -> set[Path]:
        """Examples of labels that were changed or removed since the start, which may be undone."""
        return set(self._had)

    def all(self) -> list[Label]:
        """All of them by name, each right before those below it."""
        return self._catalog.labels.all()

    def scored(self) -> list[Label]:
        """Those that photos are compared with: not the keywords of other programs."""
        return [label for label in self.all() if label.set != KEYWORDS]

    def get(self, number: LabelId) -> Label:
        """A label. Raises LabelError where it is gone."""
        found = self._catalog.labels.get(number)
        if found is None:
            raise LabelError("this label is gone", hint=_SEE)
        return found

    def named(self, name: str) -> Label:
        """The one of this name, in whatever case; its end is enough where no other has that.

        Raises LabelError.
        """
        wanted = tidy(name)
        found = self._catalog.labels.named(wanted)
        if found is not None:
            return found
        meant = self.below(wanted)
        end = key_of(wanted)
        for label in meant:
            if key_of(label.name).endswith(f"/{end}"):
                return label
        raise self._unknown(wanted)

    def below(self, name: str) -> list[Label]:
        """The label of this name and all below it. Raises LabelError where there is none."""
        found = self._catalog.labels.meant(tidy(name))
        if not found:
            raise self._unknown(name)
        return found

    def proper(self, label: Label) -> Label:
        """A label as it would be kept. Raises LabelError where it cannot be."""
        return replace(
            label,
            name=naming.proper_name(label.name),
            description=naming.proper_text(label.description, "a description"),
            prompts=naming.proper_prompts(label.prompts),
            templates=naming.proper_templates(label.templates),
            color=naming.proper_color(label.color),
            set=_own(naming.proper_text(label.set, "the name of a set")),
            group=naming.proper_text(label.group, "the name of a group"),
            threshold=_finite(label.threshold),
            examples=naming.proper_examples(label.examples),
            counterexamples=naming.proper_examples(
                path for path in label.counterexamples if path not in label.examples
            ),
        )

    def add(self, name: str, **fields: Any) -> Label:
        """Define a label. fields: those of Label, without id.

        A keyword that another program wrote becomes that label. Raises LabelError where the name
        is taken or cannot be one, or anything else of it cannot be used.
        """
        wanted = self.proper(Label(NEW, name, **fields))
        with self._catalog.transaction():
            known = self._catalog.labels.named(wanted.name)
            if known is not None and known.set == KEYWORDS:
                return self._change(replace(wanted, id=known.id))
            if len(self._catalog.labels.all()) >= MOST_LABELS:
                raise LabelError(
                    f"there are {MOST_LABELS} labels already, which is all there can be"
                )
            kept = self._catalog.labels.add(wanted)
        if kept is None:
            raise _taken(wanted.name)
        return kept

    def edit(self, number: LabelId, **changes: Any) -> Label:
        """Change fields of a label; with another name those below it move along.

        Its tags stay until it is applied again. Raises LabelError as add() does.
        """
        with self._catalog.transaction():
            before = self.get(number)
            # A keyword that a person works on is that person's label from now on.
            own = {"set": ""} if before.set == KEYWORDS else {}
            wanted = self.proper(replace(before, **{**own, **changes}))
            below = self._catalog.labels.below(before.name)
            changed = self._change(wanted)
            if key_of(wanted.name).startswith(f"{key_of(before.name)}/") and len(below) > 1:
                raise LabelError("a label cannot move below itself")
            if wanted.name != before.name:
                self._move(below, before, wanted)
        return changed

    def remove(self, number: LabelId) -> RemovedLabel:
        """Forget a label with its tags; put_back() undoes that. Those below it stay.

        Raises LabelError where it is gone already.
        """
        with self._catalog.transaction():
            removed = self._catalog.labels.remove(number)
            if removed is None:
                raise LabelError("this label is gone", hint=_SEE)
            self._had.update(examples_of(removed.label))
        return removed

    def put_back(self, removed: RemovedLabel) -> Label:
        """A label as it was, with its tags. Raises LabelError where another has its name."""
        label = self._catalog.labels.put_back(removed)
        if label is None:
            raise _taken(removed.label.name)
        return label

    def sets(self) -> list[LabelSet]:
        """The label sets that ship with photoclip. Raises SettingsError where one is damaged."""
        return label_sets()

    def add_set(self, name: str, *, exclusive: bool = False) -> Added:
        """Add a set that ships with photoclip; labels that are there already stay as they are.

        exclusive: keep its groups, of whose labels a photo gets one at most.
        Raises LabelError where there is no such set.
        """
        return self.take_in(label_set(name, exclusive=exclusive).labels)

    def take_in(self, labels: Iterable[Label], *, replace_known: bool = False) -> Added:
        """Add labels that were read; all or none.

        replace_known: those that are there already become what was read, else they stay.
        Raises LabelError where one of them cannot be used.
        """
        new, changed, known = [], [], []
        with self._catalog.transaction():
            there = {key_of(label.name): label for label in self.all()}
            for label, tags in map(self._with_photos, map(self._proper_one, labels)):
                before = there.get(key_of(label.name))
                if before is None:
                    kept = self._catalog.labels.add(label)
                    if kept is not None:
                        new.append(kept)
                        there[key_of(kept.name)] = kept
                        self._say(kept, tags)
                elif before.set == KEYWORDS or (replace_known and _differ(before, label)):
                    changed.append(self._change(replace(label, id=before.id)))
                    self._say(before, tags)
                else:
                    known.append(before)
            if len(there) > MOST_LABELS:
                raise LabelError(f"there can be {MOST_LABELS} labels, these would be {len(there)}")
        return Added(tuple(new), tuple(changed), tuple(known))

    def import_file(self, path: Path, *, replace_known: bool = False) -> Added:
        """Add the labels of a file, in plain text or JSON. Raises LabelError."""
        return self.import_text(files.read(path), path=path, replace_known=replace_known)

    def import_text(
        self, text: str, *, path: Path | None = None, replace_known: bool = False
    ) -> Added:
        """Add labels from plain text or JSON. path: what errors name. Raises LabelError."""
        return self.take_in(files.parsed(text, path), replace_known=replace_known)

    def export_text(self, labels: Sequence[Label] | None = None) -> str:
        """Labels (all) as plain text, which import_text() takes."""
        return files.as_text(self.scored() if labels is None else labels)

    def export_json(self, labels: Sequence[Label] | None = None) -> str:
        """Labels (all) with all that is known of them as JSON, which import_text() takes."""
        return files.as_json(self.scored() if labels is None else labels)

    def _proper_one(self, label: Label) -> Label:
        """The same as proper() for one of many: an error tells which."""
        try:
            return self.proper(label)
        except LabelError as error:
            finding = f"label {tidy(label.name)[: naming.LONGEST_NAME]}: {error.finding}"
            raise LabelError(finding, path=error.path, hint=error.hint) from error

    def _with_photos(self, label: Label) -> tuple[Label, dict[PhotoId, TagState]]:
        """Without examples that are photos of the library, and what is to be said of those."""
        right, examples = divided(self._catalog, label.examples)
        wrong, others = divided(self._catalog, label.counterexamples)
        said = dict.fromkeys(wrong.values(), TagState.REJECTED)
        said.update(dict.fromkeys(right.values(), TagState.ACCEPTED))
        changed = replace(label, examples=tuple(examples), counterexamples=tuple(others))
        return changed, said

    def _say(self, label: Label, said: Mapping[PhotoId, TagState]) -> None:
        tags = [Tag(photo, label.id, state, TagSource.PERSON) for photo, state in said.items()]
        self._catalog.tags.put(tags)

    def _unknown(self, name: str) -> LabelError:
        near = nearest(name, [label.name for label in self.all()])
        hint = f"Did you mean {near}?" if near else _SEE
        return LabelError(f"there is no label {tidy(name)}", hint=hint)

    def _move(self, below: Sequence[Label], before: Label, wanted: Label) -> None:
        # By parts: names that are the same may be of different lengths, as "Straße" and "STRASSE".
        depth = len(before.name.split("/"))
        for label in below:
            if label.id != before.id:
                name = "/".join([wanted.name, *label.name.split("/")[depth:]])
                self._change(replace(label, name=naming.proper_name(name)))

    def _change(self, label: Label) -> Label:
        before = self.get(label.id)
        changed = self._catalog.labels.change(label)
        if changed is None:
            raise _taken(label.name)
        self._had.update(examples_of(before))
        return changed


_SEE = "See: photoclip label list"


def _taken(name: str) -> LabelError:
    return LabelError(f"there is a label {name} already", hint="Choose another name.")


def _differ(one: Label, other: Label) -> bool:
    return replace(one, id=NEW) != replace(other, id=NEW)


def _own(name: str) -> str:
    """What a person defines is no keyword of another program, though it may have been one."""
    return "" if name == KEYWORDS else name


def _finite(threshold: float | None) -> float | None:
    if threshold is not None and not abs(threshold) < 1e6:
        raise LabelError("a threshold is a number such as 3.5")
    return threshold
