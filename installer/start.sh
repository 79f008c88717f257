#!/bin/sh
# Finds any Python that can run the set-up; the set-up itself finds the one for photoclip.
# Usage: sh installer/start.sh run|setup [ARGUMENT...]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

find_python() {
    # The environment's own starts fastest, where there is one already.
    for name in ${PYTHON:+"$PYTHON"} "$here/../.venv/bin/python" python3 python3.13 python3.12 python3.11 /usr/bin/python3 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 6))' >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return 0
        fi
    done
    return 1
}

# All that this system's table names, so that one command is enough: $1 is the table's column.
libraries() {
    grep -v '^#' "$here/libraries.tsv" | cut -f"$1" | sort -u | tr '\n' ' '
}

root=false
sudo='sudo '
if [ "$(id -u)" = 0 ]; then root=true sudo=''; fi

if ! python=$(find_python); then
    command=''
    if command -v apt-get >/dev/null 2>&1; then
        if $root && [ -z "${PHOTOCLIP_NO_APT:-}" ]; then
            echo 'Installing system packages: python3 python3-venv python3-dev'
            export DEBIAN_FRONTEND=noninteractive
            apt-get -q update >/dev/null 2>&1 || true
            apt-get -q -y --no-install-recommends install \
                python3 python3-venv python3-dev >/dev/null 2>&1 || true
        fi
        command="${sudo}apt update && ${sudo}apt install -y python3 python3-venv python3-dev g++ fonts-dejavu-core $(libraries 3)"
    elif command -v dnf >/dev/null 2>&1; then
        command="${sudo}dnf install -y python3.12 python3.12-devel gcc-c++ dejavu-sans-fonts $(libraries 4)"
    elif command -v pacman >/dev/null 2>&1; then
        command="${sudo}pacman -S --needed python gcc ttf-dejavu $(libraries 5)"
    elif command -v zypper >/dev/null 2>&1; then
        command="${sudo}zypper install python312 python312-devel gcc-c++ dejavu-fonts $(libraries 6)"
    elif [ "$(uname -s)" = Darwin ]; then
        command='brew install python@3.12'
    fi
    if ! python=$(find_python); then
        {
            echo 'photoclip cannot start yet. Missing:'
            echo
            echo '  - Python 3.11 or newer is needed; no Python was found'
            if [ -n "$command" ]; then
                printf '\nInstall it with:\n\n    %s\n' "$command"
            else
                echo '    Install it from python.org or with your package manager.'
            fi
            printf '\nThen give the same command again.\n'
        } >&2
        exit 1
    fi
fi
exec "$python" "$here/bootstrap.py" "$@"
