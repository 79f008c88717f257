"""Sets photoclip up and starts it: ``python3 installer/bootstrap.py run|setup [ARGUMENT...]``.

run: everything the application needs, then its window (or the command line, with arguments).
setup: everything the tests need as well, and nothing else.
"""

import os
import sys
from typing import Callable, List, Sequence

if sys.version_info < (3, 6):
    sys.exit("photoclip needs Python 3.11 or newer; this is " + sys.version.split()[0])

REPO = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
if REPO not in sys.path:
    sys.path.insert(0, REPO)

from installer import checks, environment, packages
from installer.machine import Lines, Machine

USAGE = "usage: bootstrap.py run|setup [ARGUMENT...]"


def main(arguments: Sequence[str], machine: Machine, repo: str = REPO) -> int:
    """Exit code: 0, 1 where something is missing, 2 for wrong usage, 130 after Ctrl-C."""
    if not arguments or arguments[0] not in ("run", "setup"):
        print(USAGE, file=sys.stderr)
        return 2
    purpose = purpose_of(arguments)
    try:
        if not prepare(machine, repo, purpose, _say):
            return 1
        if purpose == checks.TEST:
            return 0
        python = environment.python_of(repo, machine.system)
        return machine.replace_by([python, "-m", "photoclip"] + list(arguments[1:]), repo)
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on from here.", file=sys.stderr)
        return 130
    except environment.SetUpError as error:
        print(f"photoclip cannot be set up.\n\n{error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"photoclip cannot be set up: {error}", file=sys.stderr)
        return 1


def purpose_of(arguments: Sequence[str]) -> str:
    """A window opens unless a verb, or anything else but a library, is given."""
    if arguments[0] == "setup":
        return checks.TEST
    others = [word for word in arguments[1:] if not word.startswith("--library=")]
    if others[:1] == ["--library"]:
        others = others[2:]
    return checks.COMMAND if others else checks.RUN


def prepare(machine: Machine, repo: str, purpose: str, say: Lines) -> bool:
    """Make everything ready. False after the missing things were told."""
    if environment.is_ready(machine, repo, purpose):
        return not _report(machine, checks.display_problems(machine, purpose))
    with environment.one_at_a_time(repo, say):
        if environment.is_ready(machine, repo, purpose):
            return True
        findings = mend(machine, say, lambda: checks.before_set_up(machine, purpose, repo))
        if findings.problems or findings.python is None:
            return not _report(machine, findings.problems)
        _fill(machine, repo, purpose, findings, say)
        left = mend(machine, say, lambda: _left(machine, repo, purpose))
        if left.problems:
            return not _report(machine, left.problems)
        environment.verify(machine, repo)
        environment.mark_ready(repo, purpose)
        return True


def _fill(machine: Machine, repo: str, purpose: str, findings: checks.Findings, say: Lines) -> None:
    if environment.is_installed(repo, purpose) and environment.usable(machine, repo):
        return
    if not environment.usable(machine, repo):
        python = findings.python
        assert python is not None
        say(f"Making a virtual environment with Python {python.describe()} ...")
        environment.make(machine, repo, python.path)
    say("Installing photoclip and what it needs (once; a few minutes) ...")
    environment.install(machine, repo, purpose, findings.build, say)


def _left(machine: Machine, repo: str, purpose: str) -> checks.Findings:
    """Libraries that only the installed Qt knows it needs."""
    missing = environment.unresolved_libraries(machine, repo, purpose)
    return checks.Findings(None, checks.library_problems(machine, missing), {})


def mend(machine: Machine, say: Lines, look: Callable[[], checks.Findings]) -> checks.Findings:
    """Look; as root on Debian and its relatives install what is missing, and look again."""
    findings = look()
    names = _all_packages(findings.problems)
    by_hand = [problem for problem in findings.problems if problem.hint or not problem.packages]
    if not names or by_hand or not (machine.is_root() and machine.manager() == "apt"):
        return findings
    if machine.environ.get("PHOTOCLIP_NO_APT"):
        return findings
    say("Installing system packages: " + " ".join(names))
    if not _apt(machine, names):
        return findings
    return look()


def _apt(machine: Machine, names: List[str]) -> bool:
    lines: List[str] = []
    for command in packages.apt_steps(names):
        extra = {"DEBIAN_FRONTEND": "noninteractive"}
        if machine.stream(command, lines.append, extra=extra) != 0:
            telling = [line for line in lines if line.startswith(("E:", "W:", "Err:"))]
            print("apt-get failed:", file=sys.stderr)
            print("\n".join("    " + line for line in telling[-6:]), file=sys.stderr)
            return False
    return True


def _all_packages(problems: Sequence[checks.Problem]) -> List[str]:
    return packages.unique(name for problem in problems for name in problem.packages)


def _report(machine: Machine, problems: Sequence[checks.Problem]) -> bool:
    """Tell all problems with what mends them. Whether there was any."""
    if not problems:
        return False
    lines = ["photoclip cannot start yet. Missing:", ""]
    for problem in problems:
        lines.append("  - " + problem.what)
        lines += ["    " + problem.hint] if problem.hint else []
    names = _all_packages(problems)
    commands = packages.install_commands(machine, names)
    if names and not commands:
        lines += ["", "Install what is missing with your system's package manager."]
    elif commands:
        lines += ["", "Install it with:", ""] + ["    " + command for command in commands]
    print("\n".join(lines + ["", "Then give the same command again."]), file=sys.stderr)
    return True


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Machine()))
