"""What the set-up finds missing, and what it advises, on computers of all kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installer import checks, packages, pythons

if TYPE_CHECKING:
    from tests.unit.project.conftest import FakeMachine

MANAGERS = {"apt": "apt-get", "dnf": "dnf", "pacman": "pacman", "zypper": "zypper"}


def look(machine: FakeMachine, purpose: str = checks.RUN) -> list[checks.Problem]:
    return checks.before_set_up(machine, purpose, "/repo").problems


def advice(machine: FakeMachine, purpose: str = checks.RUN) -> str:
    names = [name for problem in look(machine, purpose) for name in problem.packages]
    return "\n".join(packages.install_commands(machine, names))


def use_manager(machine: FakeMachine, manager: str) -> None:
    machine.programs -= {"apt-get", "apt-cache"}
    machine.programs.add(MANAGERS[manager])


def test_a_complete_computer_lacks_nothing(machine: FakeMachine) -> None:
    assert look(machine) == []


def test_a_missing_compiler_names_the_package(machine: FakeMachine) -> None:
    machine.programs -= {"g++", "gcc"}
    (problem,) = look(machine)
    assert "C++ compiler" in problem.what
    assert advice(machine) == "sudo apt update && sudo apt install -y g++"


def test_a_compiler_that_cannot_compile_counts_as_missing(machine: FakeMachine) -> None:
    real = machine.run

    def run(command: list[str], timeout: float = 60, text: str = "") -> tuple[int, str]:
        return (1, "fatal error: vector") if command[0] == "g++" else real(command, timeout, text)

    machine.run = run  # type: ignore[method-assign,assignment]
    assert [problem.packages for problem in look(machine)] == [("g++",)]


def test_clang_alone_is_used_and_the_build_is_told(machine: FakeMachine) -> None:
    machine.programs -= {"g++", "gcc"}
    machine.programs |= {"clang", "clang++"}
    findings = checks.before_set_up(machine, checks.RUN, "/repo")
    assert findings.problems == []
    assert findings.build == {"CC": "clang", "CXX": "clang++"}


@pytest.mark.parametrize(
    ("manager", "expected"),
    [
        ("apt", "sudo apt update && sudo apt install -y python3.12-venv python3.12-dev"),
        ("dnf", "sudo dnf install -y python3-libs python3.12-devel"),
        ("pacman", "sudo pacman -S --needed python"),
        ("zypper", "sudo zypper install python3-base python312-devel"),
    ],
)
def test_missing_parts_of_python(machine: FakeMachine, manager: str, expected: str) -> None:
    use_manager(machine, manager)
    machine.pythons["python3"].update(venv=False, headers=False)
    assert len(look(machine)) == 2
    assert advice(machine) == expected


def test_an_old_python_says_which_is_needed_and_the_newest_that_apt_has(
    machine: FakeMachine,
) -> None:
    machine.pythons["python3"].update(version=[3, 9, 2], path="/usr/bin/python3")
    machine.offered |= {"python3.11", "python3.12"}
    (problem,) = look(machine)
    assert "Python 3.11 or newer is needed" in problem.what
    assert "3.9.2 (/usr/bin/python3)" in problem.what
    assert problem.packages == ("python3.12", "python3.12-venv", "python3.12-dev")


def test_an_old_system_without_a_new_python_points_elsewhere(machine: FakeMachine) -> None:
    machine.pythons["python3"].update(version=[3, 9, 2])
    (problem,) = look(machine)
    assert problem.packages == ()
    assert "make PYTHON=" in problem.hint


@pytest.mark.parametrize("change", [{"bits": 32}, {"kind": "PyPy"}])
def test_pythons_without_ready_made_packages_do_not_count(
    machine: FakeMachine, change: dict[str, object]
) -> None:
    machine.pythons["python3"].update(change)
    assert "64-bit CPython" in look(machine)[0].what


def test_a_complete_python_is_preferred_to_a_newer_incomplete_one(machine: FakeMachine) -> None:
    machine.pythons["python3.13"] = dict(machine.pythons["python3"], venv=False, version=[3, 13, 0])
    machine.programs.add("python3.13")
    chosen, found = pythons.choose(machine)
    assert len(found) == 2
    assert chosen is not None
    assert chosen.version == (3, 12, 4)


def test_a_shim_that_does_not_run_is_passed_over(machine: FakeMachine) -> None:
    machine.programs.add("python3.13")
    chosen, _ = pythons.choose(machine)
    assert chosen is not None
    assert chosen.version == (3, 12, 4)


def test_a_named_python_is_the_only_candidate(machine: FakeMachine) -> None:
    machine.environ["PYTHON"] = "/opt/python"
    assert pythons.candidates(machine) == [["/opt/python"]]


@pytest.mark.parametrize("manager", MANAGERS)
def test_missing_libraries_are_told_in_one_go(machine: FakeMachine, manager: str) -> None:
    use_manager(machine, manager)
    machine.missing = {"libEGL.so.1", "libxcb-cursor.so.0"}
    (problem,) = look(machine)
    assert "libEGL.so.1, libxcb-cursor.so.0" in problem.what
    table = {row.soname: row.packages[manager][0] for row in packages.libraries()}
    assert problem.packages == (table["libEGL.so.1"], table["libxcb-cursor.so.0"])


def test_tests_need_no_window_libraries_and_no_display(machine: FakeMachine) -> None:
    machine.missing = {"libxcb-cursor.so.0"}
    machine.environ = {}
    assert look(machine, checks.TEST) == []


def test_a_library_outside_the_table_is_named(machine: FakeMachine) -> None:
    (problem,) = checks.library_problems(machine, ["libnew.so.9"])
    assert "libnew.so.9" in problem.hint


@pytest.mark.parametrize(
    ("environ", "x_server", "fine"),
    [
        ({}, False, False),
        ({"DISPLAY": ":3"}, False, False),
        ({"DISPLAY": ":3"}, True, True),
        ({"DISPLAY": "desk:0"}, False, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, False, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False, False),
    ],
)
def test_display(machine: FakeMachine, environ: dict[str, str], x_server: bool, fine: bool) -> None:
    machine.environ = environ
    machine.x_server = x_server
    problems = look(machine)
    assert (problems == []) is fine
    for problem in problems:
        assert "display" in problem.what
        assert "sudo apt install -y xvfb && xvfb-run make run" in problem.hint


def test_no_font_and_no_space(machine: FakeMachine) -> None:
    machine.fonts = False
    machine.free = 10**9
    font, disk = look(machine)
    assert font.packages == ("fonts-dejavu-core",)
    assert "2.5 GB are needed" in disk.what
    assert "1.0 GB are free" in disk.what


def test_a_system_without_glibc_is_told_so(machine: FakeMachine) -> None:
    machine.missing = {"libc.so.6"}
    assert "glibc" in look(machine)[0].what


def test_a_mac_without_the_command_line_tools(machine: FakeMachine) -> None:
    machine.system = "Darwin"
    (problem,) = look(machine)
    assert "xcode-select --install" in problem.hint
    machine.programs.add("xcode-select")
    assert look(machine) == []


def test_windows_without_visual_studio(machine: FakeMachine) -> None:
    machine.system = "Windows"
    machine.programs = {"py"}
    machine.pythons = {"py": machine.pythons["python3"]}
    (problem,) = look(machine)
    assert "winget install -e --id Microsoft.VisualStudio.2022.BuildTools" in problem.hint


def test_the_library_table_is_complete() -> None:
    rows = packages.libraries()
    assert len({row.soname for row in rows}) == len(rows) > 20
    for row in rows:
        assert row.needed in ("always", "window")
        assert all(names[0] for names in row.packages.values())
