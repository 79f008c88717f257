"""``photoclip`` opens the window; ``photoclip <verb>`` is the command line on the same engine."""

from __future__ import annotations

import sys

from photoclip.cli import main as cli


def main() -> int:
    """The console script. Returns the exit code."""
    arguments = cli.parse(sys.argv[1:])
    if arguments.verb is not None:
        return cli.run(arguments)
    # Qt is only needed, and only imported, for the window.
    from photoclip.gui import app

    return app.main(cli.library_paths(arguments))


if __name__ == "__main__":
    sys.exit(main())
