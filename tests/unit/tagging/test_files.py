"""Labels go to plain text and JSON and come back the same; what cannot be read says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.clip.prompts import template_names
from photoclip.domain import Label, LabelId, Preset
from photoclip.domain.names import tidy
from photoclip.errors import LabelError
from photoclip.tagging import files, naming
from photoclip.tagging.sets import label_set, label_sets

NEW = LabelId(0)
texts = st.text(st.characters(codec="utf-8"), max_size=12).map(tidy)
parts = texts.map(lambda text: tidy(text.replace("/", "")) or "x")
names = st.lists(parts, min_size=1, max_size=3)
labels = st.builds(
    Label,
    st.just(NEW),
    name=names.map("/".join),
    prompts=st.lists(texts.filter(bool), max_size=3, unique=True).map(tuple),
    templates=st.lists(st.sampled_from(template_names()), max_size=2, unique=True).map(tuple),
    color=st.sampled_from(["", "#a0b1c2"]),
    set=texts,
    group=texts,
)


@given(st.lists(labels, min_size=1, max_size=4))
def test_plain_text_gives_labels_back(some: list[Label]) -> None:
    assert files.parsed(files.as_text(some)) == some
    crlf = "\ufeff" + files.as_text(some).replace("\n", "\r\n")
    assert files.parsed(crlf) == some


@given(st.lists(labels, min_size=1, max_size=4), st.sampled_from(Preset), st.booleans())
def test_json_gives_all_of_labels_back(some: list[Label], preset: Preset, automatic: bool) -> None:
    full = [
        Label(
            NEW,
            label.name,
            "said of it",
            label.prompts,
            label.templates,
            label.color,
            label.set,
            label.group,
            automatic,
            preset,
            1.5,
            (
                Path("/pictures/a b.jpg").absolute(),
                Path("/not/\udcffutf8.jpg").absolute(),
            ),
            (Path("/pictures/other.png").absolute(),),
        )
        for label in some
    ]
    text = files.as_json(full)
    assert files.parsed(text) == full
    assert text.encode("utf-8")


@given(st.text(max_size=200))
def test_any_text_is_labels_or_says_why_not(text: str) -> None:
    try:
        assert files.parsed(text)
    except LabelError as error:
        assert error.finding


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "holds no labels"),
        ("# only a comment\n\n", "holds no labels"),
        ("dog | cat", "line 1: prompts stand after a name and ="),
        ("a\nb = c = d", "line 2: there is more than one ="),
        ("@colour red\ndog", "line 1: '@colour red' is no setting"),
        ("a//b", "line 1: the name 'a//b' has an empty part"),
        ("x" * 300, "line 1: a label's name has at most 200 characters"),
        ('{"labels": [', "is damaged JSON"),
        ("[" * 100_000, "is damaged JSON"),
        ('{"lables": []}', "holds no list of labels"),
        ("[1]", "label 1: is no label"),
        ('[{"name": 5}]', "label 1: name is not what it should be"),
        ('["dog", {"name": ""}]', "label 2: a label needs a name"),
        ('[{"name": "a", "prompts": [1]}]', "label 1: prompts is no list of texts"),
        ('[{"name": "a", "preset": "many"}]', "label 1: there is no preset 'many'"),
        ('[{"name": "a", "threshold": true}]', "label 1: threshold is no number"),
        (
            '[{"name": "a", "threshold": 1' + "0" * 400 + "}]",
            "label 1: threshold is no such number",
        ),
        ('[{"name": "a", "automatic": "yes"}]', "label 1: automatic is not what it should be"),
    ],
)
def test_what_cannot_be_read_says_where(text: str, finding: str) -> None:
    with pytest.raises(LabelError) as raised:
        files.parsed(text)
    assert raised.value.finding.startswith(finding)


@pytest.mark.parametrize("text", ["null", '"dog"', "dog\ncat"])
def test_a_file_of_json_is_not_taken_for_lines(text: str) -> None:
    assert files.parsed(text, Path("labels.txt"))
    with pytest.raises(LabelError):
        files.parsed(text, Path("labels.JSON"))


@pytest.mark.parametrize(
    ("content", "finding"),
    [(b"\xff\xfed\x00o\x00", "is no text in UTF-8"), (None, "cannot be read")],
)
def test_files_that_cannot_be_read(tmp_path: Path, content: bytes | None, finding: str) -> None:
    path = tmp_path / "labels.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LabelError, match=finding):
        files.read(path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "labels.txt"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(LabelError, match="too large"):
        files.read(path)


def test_label_sets_ship() -> None:
    sets = {one.name: one for one in label_sets()}
    assert set(sets) == {"documents", "everyday", "family", "nature", "travel"}
    everything = [label for one in sets.values() for label in one.labels]
    assert len(everything) >= 150
    assert len({label.name.casefold() for label in everything}) == len(everything)
    assert all(label.set == one.name for one in sets.values() for label in one.labels)
    groups = {label.group: None for label in sets["nature"].labels if label.group}
    assert list(groups) == ["light", "season"]
    for label in everything:
        assert naming.proper_name(label.name) == label.name
        assert naming.proper_prompts(label.prompts) == label.prompts
        assert naming.proper_templates(label.templates) == label.templates


def test_a_set_that_there_is_not_names_one_near() -> None:
    assert label_set("Nature").name == "nature"
    with pytest.raises(LabelError) as raised:
        label_set("natur")
    assert raised.value.hint == "Did you mean nature?"
