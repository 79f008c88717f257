"""What the command line prints, and how it is interrupted."""

from __future__ import annotations

import io
import json
import signal

import pytest

from photoclip.cli import main
from photoclip.cli.output import Output, cancel_on_interrupt, counted, facts, harmless
from photoclip.domain import Progress, Stage
from photoclip.errors import FolderError


def test_facts_tell_only_what_is_known() -> None:
    assert facts(Progress(Stage.SCANNING, 5)) == ""
    working = Progress(Stage.INDEXING, 5, 100, rate=12.4, seconds_left=125.0, unreadable=2)
    assert facts(working) == "12/s, 2:05 left, 2 unreadable"
    assert (counted(working), counted(Progress(Stage.SCANNING, 5))) == ("5/100", "5/?")
    loading = Progress(Stage.DOWNLOADING, 900, 4_200_000_000, rate=2_340_000.0)
    assert (counted(loading), facts(loading)) == ("1 kB/4.20 GB", "2.3 MB/s")


def test_a_program_gets_one_object_and_a_person_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    Output(json=True).result({"hits": []}, "nothing")
    assert json.loads(capsys.readouterr().out) == {"hits": []}
    Output(json=False).result({"hits": []}, "nothing")
    assert capsys.readouterr().out == "nothing\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_names_do_not_steer_a_terminal() -> None:
    name = "a\x1b[31m\r\x9bé\udcff\n"
    assert harmless(name, Terminal()) == "a\\x1b[31m\\x0d\\x9bé\udcff\n"
    assert harmless(name, io.StringIO()) == name


def test_nothing_to_say_prints_no_empty_line(capsys: pytest.CaptureFixture[str]) -> None:
    Output(json=False).result({"hits": []}, "")
    assert capsys.readouterr().out == ""


def test_errors_and_notes_go_to_stderr_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(json=True)
    output.error(FolderError("is not\nthere"))
    output.note("by the way")
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err == "photoclip: error: is not there\nphotoclip: by the way\n"


def test_the_first_interrupt_cancels_and_the_second_breaks_off() -> None:
    before = signal.getsignal(signal.SIGINT)
    with cancel_on_interrupt() as token:
        signal.raise_signal(signal.SIGINT)
        assert token.cancelled
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs SIGHUP")
def test_what_nohup_ignores_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with cancel_on_interrupt() as token:
            signal.raise_signal(signal.SIGHUP)
            assert not token.cancelled
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize(
    "line",
    [
        "search",
        "add",
        "nonsense",
        "search x --limit 0",
        "search x --limit many",
        "models",
        "index x",
    ],
)
def test_wrong_usage_is_exit_code_2(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main.parse(line.split())
    assert stopped.value.code == 2
    assert "usage: photoclip" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line", ["--library L search x", "search --library L x", "search x --library L"]
)
def test_the_library_may_be_named_before_or_after_the_verb(line: str) -> None:
    assert main.parse(line.split()).library.name == "L"


def test_the_environment_names_the_library_where_no_option_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PHOTOCLIP_LIBRARY", "E")
    assert main.parse(["index"]).library.name == "E"
    assert main.parse(["index", "--library", "L"]).library.name == "L"
    monkeypatch.delenv("PHOTOCLIP_LIBRARY")
    assert main.parse(["index"]).library is None
