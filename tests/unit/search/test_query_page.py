"""The page for people: each of its examples means something, and says so where it does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from photoclip.search.lexer import NAMES
from photoclip.search.parsing import parse
from photoclip.search.printing import text
from photoclip.search.query import PartKind

PAGE = (Path(__file__).parents[3] / "docs" / "query-language.md").read_text(encoding="utf-8")


def examples(kind: str) -> list[str]:
    blocks = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    return [re.split(r" {2,}", line)[0] for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("query", examples("query"))
def test_examples_are_understood(query: str) -> None:
    parsed = parse(query)
    assert parsed.query
    assert [str(problem) for problem in parsed.problems] == []
    assert parse(text(parsed.query)).query == parsed.query


@pytest.mark.parametrize("query", examples("problem"))
def test_examples_of_mistakes_are_explained(query: str) -> None:
    parsed = parse(query)
    assert len(parsed.problems) == 1
    problem = parsed.problems[0]
    assert query[problem.start : problem.end].strip()


def test_every_filter_has_an_example() -> None:
    shown = " ".join(examples("query"))
    assert not [name for name in NAMES if f"{name}:" not in shown]


@pytest.mark.parametrize("query", examples("query")[-11:])
def test_signs_in_sentences_are_words(query: str) -> None:
    parsed = parse(query)
    [part] = parsed.query.parts
    assert not parsed.query.terms
    assert (part.kind, part.weight, part.excluded) == (PartKind.TEXT, 1, False)
    bare = query[1:-1].replace('""', '"') if query.startswith('"') else query
    assert part.value == bare
