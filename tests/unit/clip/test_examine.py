"""The examination of a model: every fault is found and named, and a sound model passes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import pytest
from onnx import helper, numpy_helper

from photoclip.clip.examination.judging import Judge
from photoclip.clip.report import Check, Part, Topic, Verdict
from photoclip.clip.spec import Precision
from photoclip.errors import ModelSelfCheckError
from photoclip.paths import bundled
from tests.unit.clip.golden import add_golden, turned
from tests.unit.clip.looking import found, look, refused

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop

IMAGE, TEXT = "visual/model.onnx", "textual/model.onnx"


def spoil(
    graph: Path, nodes: Sequence[onnx.NodeProto], constants: dict[str, Any] | None = None
) -> None:
    """Put nodes from "raw" to "spoilt" behind what a tiny graph computes."""
    model = onnx.load(str(graph))
    last = next(node for node in model.graph.node if node.output[0] == "raw")
    at = list(model.graph.node).index(last) + 1
    for node in model.graph.node[at:]:
        node.input[:] = ["spoilt" if name == "raw" else name for name in node.input]
    for number, node in enumerate(nodes):
        model.graph.node.insert(at + number, node)
    for name, value in (constants or {}).items():
        model.graph.initializer.append(numpy_helper.from_array(np.asarray(value), name))
    onnx.save(model, str(graph))


def node(kind: str, inputs: str, output: str, **values: Any) -> onnx.NodeProto:
    return helper.make_node(kind, inputs.split(), [output], **values)


def test_a_sound_model_passes_with_all_that_was_recognised(workshop: Workshop) -> None:
    path = workshop.make(normalise=True)
    add_golden(workshop, path)
    workshop.edit(path / "photoclip.json", normalised=True, licence="MIT", dynamic_length=True)
    report = look(path)
    assert report.ok
    assert report.warnings == ()
    assert {row.part for row in report.measurements if row.check is Check.BATCH} == {
        Part.IMAGE,
        Part.TEXT,
    }
    assert found(report, Check.GOLDEN, Part.TEXT).value == pytest.approx(1, abs=1e-5)
    assert found(report, Check.PADDING).value == pytest.approx(1, abs=1e-5)
    assert found(report, Check.DIMENSIONS).value == workshop.dim
    memory, size = found(report, Check.MEMORY, Part.TEXT), found(report, Check.SIZE)
    assert memory.value is not None
    assert size.value == sum(f.stat().st_size for f in path.rglob("*") if f.is_file())
    facts = {(fact.part, fact.topic): fact for fact in report.facts}
    assert facts[Part.IMAGE, Topic.INPUT].value == "image float (batch, 3, 8, 8)"
    assert facts[Part.IMAGE, Topic.INPUT].reason == "colours first; any number at once"
    assert facts[Part.TEXT, Topic.OUTPUT].reason == "the only output"
    assert facts[Part.MODEL, Topic.LICENCE].value == "MIT"
    assert facts[Part.TEXT, Topic.DEVICE].value == "CPU, fp32"


def test_the_embedded_model_passes_and_finds_the_sample_photos() -> None:
    report = look(bundled("models/embedded"))
    assert report.ok
    assert report.warnings == ()
    assert found(report, Check.AGREEMENT).value == 8
    assert found(report, Check.COLOURS).value == 3


def test_the_report_is_plain_json(workshop: Workshop) -> None:
    path = workshop.make(words_in_graph=5)
    values = json.loads(json.dumps(look(path).as_dict(), allow_nan=False))
    assert values["ok"] is False
    row = next(row for row in values["measurements"] if row["verdict"] == "refused")
    assert row["check"] == "vocabulary"
    assert row["path"] == str(path / "textual" / "tokenizer.json")


def test_a_picture_that_gives_no_numbers_is_named(workshop: Workshop) -> None:
    path = workshop.make()
    brightest = node("ReduceMax", "flat", "max", axes=[1], keepdims=1)
    lifted, root = node("Add", "max little", "lifted"), node("Sqrt", "lifted", "root")
    nodes = [brightest, lifted, root, node("Mul", "raw root", "spoilt")]
    spoil(path / IMAGE, nodes, {"little": np.float32(1.9)})
    row = refused(look(path), Check.FINITE)
    assert row.finding == "gives numbers that are not finite for a black picture"
    assert row.path == path / IMAGE


@pytest.mark.parametrize("tower", [IMAGE, TEXT])
def test_a_graph_that_looks_at_the_whole_batch_is_refused(workshop: Workshop, tower: str) -> None:
    path = workshop.make()
    mean = node("ReduceMean", "raw", "mean", axes=[0], keepdims=1)
    nodes = [mean, node("Mul", "mean much", "far"), node("Add", "raw far", "spoilt")]
    spoil(path / tower, nodes, {"much": np.float32(5)})
    row = refused(look(path), Check.BATCH)
    assert "another vector when others are embedded with it" in row.finding
    assert row.path == path / tower


def test_a_graph_that_answers_at_random_is_refused_for_that_alone(workshop: Workshop) -> None:
    path = workshop.make()
    noise = node("RandomNormalLike", "raw", "noise", scale=50.0)
    spoil(path / TEXT, [noise, node("Add", "raw noise", "spoilt")])
    report = look(path)
    assert (
        "the same text another vector the next time" in refused(report, Check.DETERMINISM).finding
    )
    assert not [
        row for row in report.measurements if (row.part, row.check) == (Part.TEXT, Check.BATCH)
    ]


@pytest.mark.parametrize(
    ("precision", "angle", "verdict"),
    [
        ("fp32", 0.001, Verdict.OK),
        ("fp32", 0.03, Verdict.WARNING),
        ("fp32", 0.1, Verdict.REFUSED),
        ("int8", 0.1, Verdict.NOTE),
        ("int8", 0.3, Verdict.REFUSED),
    ],
)
def test_how_much_a_batch_may_change(precision: Precision, angle: float, verdict: Verdict) -> None:
    judge = Judge(Part.IMAGE, Path("model.onnx"), "picture", precision)
    rows = np.random.default_rng(3).normal(size=(8, 64)).astype(np.float32)
    assert (
        judge.batch(turned(rows / np.linalg.norm(rows, axis=1)[:, None], angle), rows).verdict
        is verdict
    )


def test_numbers_that_are_none_in_a_batch_only_are_another_vector() -> None:
    judge = Judge(Part.IMAGE, Path("model.onnx"), "picture")
    rows = np.ones((2, 4), np.float32)
    assert judge.batch(rows * np.nan, rows).verdict is Verdict.REFUSED


@pytest.mark.parametrize("tower", [IMAGE, TEXT])
def test_a_collapsed_tower_is_refused(workshop: Workshop, tower: str) -> None:
    path = workshop.make()
    nodes = [node("Mul", "raw tiny", "faint"), node("Add", "faint one", "spoilt")]
    ones = np.linspace(-1, 1, workshop.dim, dtype=np.float32)
    spoil(path / tower, nodes, {"tiny": np.float32(1e-6), "one": ones})
    row = refused(look(path), Check.DISTINCT)
    assert "the same vector" in row.finding
    assert row.path == path / tower


def test_towers_of_different_dimensions_are_refused(workshop: Workshop) -> None:
    row = refused(look(workshop.make(text_dim=5)), Check.FILES)
    assert row.finding == "gives embeddings of 5 numbers, but config.json says 6"
    assert row.path == workshop.base / "tiny" / TEXT


def test_dimensions_that_only_a_run_tells_are_refused(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.change_weights(path / TEXT, lambda weights: weights[:, :1])
    row = refused(look(path), Check.RUNNING)
    assert row.finding == "gave an output of shape (1, 1), not (1, 6)"
    assert row.path == path / TEXT


def test_vectors_that_are_not_of_the_promised_length_are_refused(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(path / "photoclip.json", normalised=True)
    rows = [row for row in look(path).refusals if row.check is Check.LENGTH]
    assert [row.part for row in rows] == [Part.IMAGE, Part.TEXT]
    assert "promises unit vectors" in rows[0].finding


def test_golden_vectors_that_are_off_are_refused(workshop: Workshop) -> None:
    path = workshop.make()
    add_golden(workshop, path, turn=0.5)
    report = look(path)
    row = refused(report, Check.GOLDEN)
    assert row.value == pytest.approx(np.cos(0.5), abs=1e-3)
    assert "below 0.99" in row.finding
    with pytest.raises(ModelSelfCheckError, match=r"below 0\.99") as caught:
        report.require_ok()
    assert caught.value.path == path / IMAGE


def test_a_golden_vector_of_zeros_is_the_manifests_fault(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.edit(
        path / "photoclip.json",
        golden={"texts": [{"text": "a dog", "embedding": [0.0] * workshop.dim}]},
    )
    row = refused(look(path), Check.GOLDEN)
    assert row.path == path / "photoclip.json"


def test_a_tokenizer_with_more_words_than_the_graph_is_refused(workshop: Workshop) -> None:
    path = workshop.make(words_in_graph=len(workshop.words) - 2)
    row = refused(look(path), Check.VOCABULARY)
    assert row.finding == "has words that model.onnx has no place for"
    assert row.path == path / "textual" / "tokenizer.json"


def test_a_tokenizer_with_far_fewer_words_than_the_graph_is_told(workshop: Workshop) -> None:
    path = workshop.make(words_in_graph=5000)
    report = look(path)
    assert report.ok
    row = found(report, Check.VOCABULARY)
    assert row.verdict is Verdict.WARNING
    assert row.finding == "has 11 words, but model.onnx has places for 5,000"


@pytest.mark.parametrize(
    ("open_sides", "finding"),
    [
        (False, "takes images of 8x8 pixels, but preprocessing gives 16x16"),
        (True, "failed while working"),
    ],
)
def test_another_size_of_pictures_is_refused(
    workshop: Workshop, open_sides: bool, finding: str
) -> None:
    path = workshop.make(open_sides=open_sides)
    workshop.edit(path / "visual" / "preprocess_cfg.json", size=[16, 16])
    report = look(path)
    assert report.refusals[0].finding.startswith(finding)
    assert report.refusals[0].path == path / IMAGE


def test_padding_that_matters_though_promised_otherwise_is_refused(workshop: Workshop) -> None:
    path = workshop.make()
    workshop.change_weights(path / TEXT, lambda weights: weights + 1)
    assert look(path).ok
    workshop.edit(path / "photoclip.json", dynamic_length=True)
    row = refused(look(path), Check.PADDING)
    assert "promises that padding does not matter" in row.finding


@pytest.mark.parametrize(
    ("kind", "finding"),
    [
        ("Softmax", "gives numbers that add up to 1"),
        ("Relu", "gives no number below zero"),
        ("Sigmoid", "gives no number below zero"),
    ],
)
def test_outputs_that_are_no_embeddings_are_told(
    workshop: Workshop, kind: str, finding: str
) -> None:
    path = workshop.make(image_scale=0.01)
    spoil(path / IMAGE, [node(kind, "raw", "spoilt")])
    report = look(path)
    row = found(report, Check.NUMBERS, Part.IMAGE)
    assert row.verdict is Verdict.WARNING
    assert row.finding.startswith(finding)
    assert found(report, Check.NUMBERS, Part.TEXT).verdict is Verdict.OK


def test_saturated_numbers_are_told(workshop: Workshop) -> None:
    path = workshop.make()
    stuck = np.array([0, 0, 0, 0, 1, 1], np.float32)
    nodes = [node("Mul", "raw some", "part"), node("Add", "part level", "spoilt")]
    spoil(path / TEXT, nodes, {"some": stuck, "level": 1 - 2 * stuck})
    row = found(look(path), Check.NUMBERS, Part.TEXT)
    assert row.verdict is Verdict.WARNING
    assert row.value == pytest.approx(4 / 6)


def test_a_mean_for_bytes_is_told_with_its_file(workshop: Workshop) -> None:
    path = workshop.make()
    settings = path / "visual" / "preprocess_cfg.json"
    workshop.edit(settings, mean=[123.7, 116.3, 103.5], std=[58.4, 57.1, 57.4])
    row = found(look(path), Check.NORMALISATION)
    assert row.verdict is Verdict.WARNING
    assert row.path == settings


def test_all_faults_are_found_in_one_go(workshop: Workshop) -> None:
    path = workshop.make()
    add_golden(workshop, path, turn=1.0)
    # No trial text has the last word, "sea".
    workshop.change_weights(path / TEXT, lambda weights: weights[:-1])
    workshop.edit(path / "photoclip.json", normalised=True, files={IMAGE: "0" * 64})
    report = look(path)
    checks = {(row.part, row.check) for row in report.refusals}
    assert checks >= {
        (Part.MODEL, Check.FILES),
        (Part.IMAGE, Check.LENGTH),
        (Part.IMAGE, Check.GOLDEN),
        (Part.TEXT, Check.LENGTH),
        (Part.TEXT, Check.GOLDEN),
        (Part.TEXT, Check.VOCABULARY),
    }
    assert all(row.path is not None and row.finding for row in report.refusals)


@pytest.mark.parametrize("tower", [IMAGE, TEXT])
def test_a_graph_that_does_not_load_leaves_the_other_to_be_examined(
    workshop: Workshop, tower: str
) -> None:
    path = workshop.make()
    spoil(path / tower, [node("NoSuchOperator", "raw", "spoilt")])
    report = look(path)
    row = refused(report, Check.LOADING)
    assert row.path == path / tower
    assert {row.part for row in report.measurements if row.check is Check.SPEED} == {
        Part.TEXT if tower == IMAGE else Part.IMAGE
    }


def test_what_is_no_model_directory_is_refused_with_what_is_wrong(tmp_path: Path) -> None:
    row = refused(look(tmp_path / "nowhere"), Check.FILES)
    assert (row.finding, row.path) == ("is missing", tmp_path / "nowhere")
    assert "is not a model directory" in refused(look(tmp_path), Check.FILES).finding


def test_graphs_that_take_one_at_a_time_pass(workshop: Workshop) -> None:
    report = look(workshop.make(image_batch=1, text_batch=1, text_length=10))
    assert report.ok
    reasons = [fact.reason for fact in report.facts if fact.topic is Topic.INPUT]
    assert reasons == ["colours first; 1 at once", "1 at once"]
