"""Finds in the sources what errors can say, so that it can be translated like the window.

The engine knows nothing of Qt: it words its errors in English. This follows the values that
become a finding, a hint or a reason back to the texts in the sources.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Set, Tuple, Union

# The command line speaks English only.
ELSEWHERE = ("cli",)
MADE = "error_texts"
WORDING = re.compile(
    r"finding|hint|reason|obstacle|advice|no_events|wrong_|^notes?$|^_?recognised$"
)
# Beside errors: what an examination of a model recognised.
WORDED = frozenset({"Fact"})
SPOKEN = re.compile(r"(^|[ \"(])[A-Za-z]{2,}")
MACHINE = re.compile(r"%s|SELECT |EXISTS | WHERE |coalesce| = \?|ORDER BY ")
# What systems say most often about files.
SYSTEM = (
    "No such file or directory",
    "Permission denied",
    "Operation not permitted",
    "Input/output error",
    "No space left on device",
    "Read-only file system",
    "Is a directory",
    "Not a directory",
    "Directory not empty",
    "File exists",
    "File name too long",
    "Too many open files",
    "Device or resource busy",
    "Stale file handle",
    "Connection refused",
    "Connection timed out",
    "Name or service not known",
    "Network is unreachable",
    "Temporary failure in name resolution",
)
# A hint is a sentence; a finding goes on from the name of a file. They are too many for one file.
HINTS, FINDINGS, MORE = "hints.py", "findings_a_h.py", "findings_i_z.py"
HEAD = '''"""What errors of the engine can say, found in the sources by `make translations`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

# fmt: off
TEXTS = (
'''
TAIL = """
)
"""

Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]
Scope = Union[Function, ast.Module]


def modules(package: Path) -> Dict[str, str]:
    """The sources of the modules that hold all texts of errors in a package, by file name."""
    texts = collect(package)
    findings = [text for text in texts if not text[0].isupper()]
    return {
        HINTS: _module([text for text in texts if text[0].isupper()]),
        FINDINGS: _module([text for text in findings if text < "i"]),
        MORE: _module([text for text in findings if text >= "i"]),
    }


def _module(texts: List[str]) -> str:
    lines = [f'    QT_TRANSLATE_NOOP("errors", {_quoted(text)}),' for text in texts]
    lines = [line if len(line) <= 100 else line + "  # noqa: E501" for line in lines]
    return HEAD + "\n".join(lines) + TAIL


def collect(package: Path) -> List[str]:
    """All texts, with {0} where a value stands, in order."""
    words = Words()
    for file in sorted(package.rglob("*.py")):
        if file.relative_to(package).parts[0] not in ELSEWHERE and file.parent.name != MADE:
            words.read(ast.parse(file.read_text(encoding="utf-8")))
    system = {text for words in SYSTEM for text in (words, words.lower())}
    return sorted({text for text in words.follow() if _says_something(text)} | system)


def _says_something(text: str) -> bool:
    """Whether this is for people: not a key, a query, a line of the log, or values alone."""
    return " " in text and bool(SPOKEN.search(text)) and not MACHINE.search(text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


class Words:
    """Follows expressions that word an error to the texts that they are made of."""

    def __init__(self) -> None:
        self._errors: Set[str] = {"PhotoclipError"}
        self._functions: Dict[str, List[Tuple[Function, Scope]]] = {}
        self._calls: Dict[str, List[Tuple[ast.Call, Scope]]] = {}
        self._left: List[Tuple[ast.expr, Scope]] = []
        self._seen: Set[int] = set()
        self._modules: List[ast.Module] = []
        self._constants: Dict[str, List[Tuple[ast.expr, Scope]]] = {}

    def read(self, tree: ast.Module) -> None:
        """Take a module in."""
        self._modules.append(tree)
        for target, value in _assignments(tree):
            self._constants.setdefault(target, []).append((value, tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                self._errors |= {node.name} if bases & self._errors else set()
        self._index(tree, tree)

    def follow(self) -> Iterator[str]:
        """All texts, with repetitions."""
        self._start()
        while self._left:
            node, scope = self._left.pop()
            if id(node) not in self._seen:
                self._seen.add(id(node))
                yield from self._texts(node, scope)

    def _index(self, node: ast.AST, scope: Scope) -> None:
        for child in ast.iter_child_nodes(node):
            inner = scope
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self._functions.setdefault(child.name, []).append((child, scope))
                inner = child
            elif isinstance(child, ast.Call):
                self._calls.setdefault(_name(child.func), []).append((child, scope))
            self._index(child, inner)

    def _start(self) -> None:
        for name, calls in self._calls.items():
            if name in self._errors or name in WORDED:
                for call, scope in calls:
                    self._left += [(part, scope) for part in call.args]
            if name == "append":
                for call, scope in calls:
                    if WORDING.search(_name(getattr(call.func, "value", call.func))):
                        self._left += [(part, scope) for part in call.args]
            for call, scope in calls:
                given = [word.value for word in call.keywords if WORDING.search(word.arg or "")]
                self._left += [(part, scope) for part in given]
        functions = [one for found in self._functions.values() for one, _ in found]
        for scope in [*self._modules, *functions]:
            for target, value in _assignments(scope):
                if WORDING.search(target):
                    self._left.append((value, scope))
        for name, found in self._functions.items():
            if WORDING.search(name):
                for function, _ in found:
                    self._left += [(value, function) for value in _returned(function)]

    def _texts(self, node: ast.expr, scope: Scope) -> Iterator[str]:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.replace("{", "{{").replace("}", "}}")
        elif isinstance(node, ast.JoinedStr):
            yield _template(node)
            values = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
            self._left += [(value, scope) for value in values]
        elif isinstance(node, ast.IfExp):
            self._left += [(node.body, scope), (node.orelse, scope)]
        elif isinstance(node, ast.BoolOp):
            self._left += [(value, scope) for value in node.values]
        elif isinstance(node, ast.Dict):
            self._left += [(part, scope) for part in [*node.keys, *node.values] if part]
        elif isinstance(node, (ast.ListComp, ast.GeneratorExp)):
            self._left.append((node.elt, scope))
            self._left += [(part.iter, scope) for part in node.generators]
        elif isinstance(node, (ast.Tuple, ast.List)):
            self._left += [(part, scope) for part in node.elts]
        elif isinstance(node, (ast.Starred, ast.Subscript)):
            self._left.append((node.value, scope))
        elif isinstance(node, ast.Name):
            self._follow_name(node.id, scope)
        elif isinstance(node, ast.Attribute) and node.attr.isupper():
            # Of a module, not a member of an Enum.
            if isinstance(node.value, ast.Name) and node.value.id.islower():
                self._left += self._constants.get(node.attr, [])
        elif isinstance(node, ast.Call):
            self._follow_call(node, scope)

    def _follow_name(self, name: str, scope: Scope) -> None:
        self._left += [(value, scope) for target, value in _assignments(scope) if target == name]
        # A constant of another module is known by its name in capitals.
        if name.isupper():
            self._left += self._constants.get(name, [])
        if isinstance(scope, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self._follow_parameter(name, scope)

    def _follow_parameter(self, name: str, function: Function) -> None:
        names = [argument.arg for argument in function.args.args if argument.arg != "self"]
        if function.args.vararg is not None and function.args.vararg.arg == name:
            for call, scope in self._calls.get(function.name, []):
                self._left += [(given, scope) for given in call.args[len(names) :]]
        if name not in names:
            return
        for call, scope in self._calls.get(function.name, []):
            given: List[Optional[ast.expr]] = [*call.args]
            at = names.index(name)
            found = given[at] if at < len(given) else None
            for word in call.keywords:
                found = word.value if word.arg == name else found
            if found is not None:
                self._left.append((found, scope))

    def _follow_call(self, node: ast.Call, scope: Scope) -> None:
        name = _name(node.func)
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.JoinedStr):
            self._left.append((node.func.value, scope))
        # EXPECTED.get(name) is one of the values of EXPECTED.
        if name == "get" and isinstance(node.func, ast.Attribute):
            self._left.append((node.func.value, scope))
        if name == "join":
            self._left += [(argument, scope) for argument in node.args]
        # Methods of others may be called the same: " ".join(...).
        if name in self._functions and name.startswith(("_", "reason", "wrong", "describe")):
            for function, _ in self._functions[name]:
                self._left += [(value, function) for value in _returned(function)]


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _template(node: ast.JoinedStr) -> str:
    parts, count = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value).replace("{", "{{").replace("}", "}}"))
        else:
            parts.append("{" + str(count) + "}")
            count += 1
    return "".join(parts)


def _own(scope: Scope) -> Iterator[ast.AST]:
    """Nodes of a function or module without those of the functions in it."""
    waiting: List[ast.AST] = list(scope.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            waiting += ast.iter_child_nodes(node)


def _assignments(scope: Scope) -> Iterator[Tuple[str, ast.expr]]:
    for node in _own(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                inner = target.value if isinstance(target, ast.Subscript) else target
                yield _name(inner), node.value


def _returned(function: Function) -> Iterator[ast.expr]:
    for node in _own(function):
        if isinstance(node, ast.Return) and node.value is not None:
            yield node.value
