#!/bin/sh
# Make a virtual environment in $1 with the newest Python of 3.13, 3.12, 3.11 that can be found:
# $PYTHON where it is set, else what is on PATH, else pyenv's.
# An environment that is there and works is left as it is.
set -u
venv=$1
fit='import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
version='import sys; print("%d.%d.%d" % sys.version_info[:3])'

asked=${PYTHON:-}
if [ -n "$asked" ] && ! "$asked" -c "$fit" 2>/dev/null; then
    echo "PYTHON=$asked: is no Python 3.11, 3.12 or 3.13 with venv; name another or unset PYTHON" >&2
    exit 1
fi
if "$venv/bin/python" -c "$fit" 2>/dev/null && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

# Where pyenv may have put its Pythons: HOME need not be the home of the user.
homes="${PYENV_ROOT:-} ${HOME:-}/.pyenv $(getent passwd "$(id -un)" 2>/dev/null | cut -d: -f6)/.pyenv"

candidates() {
    for minor in 13 12 11; do
        echo "python3.$minor"
        for home in $homes; do
            # the newest patch release first; numbers sort as numbers
            ls -d "$home/versions/3.$minor".* 2>/dev/null | sort -t. -k3,3nr | sed 's|$|/bin/python|'
        done
        echo "/usr/local/bin/python3.$minor"
        echo "/opt/homebrew/bin/python3.$minor"
    done
    echo python3
    echo python
}

if [ -n "$asked" ]; then
    python=$asked
else
    python=
    for candidate in $(candidates); do
        # a shim may stand on PATH for a Python that is not there, so each is run
        if "$candidate" -c "$fit" >/dev/null 2>&1; then
            python=$candidate
            break
        fi
    done
fi

if [ -z "$python" ]; then
    seen=
    for candidate in python3 python; do
        found=$("$candidate" -c "$version" 2>/dev/null) && seen="$seen $candidate is $found;"
    done
    for candidate in python3.13 python3.12 python3.11; do
        "$candidate" -c "import sys" >/dev/null 2>&1 && seen="$seen $candidate has no venv (Debian: apt install $candidate-venv);"
    done
    echo "make: Dragoman needs Python 3.11, 3.12 or 3.13 with venv.${seen:- No Python was found.}" >&2
    echo "make: install one, or name it: make demo PYTHON=/path/to/python3.12" >&2
    exit 1
fi

echo "Python $("$python" -c "$version") ($python) -> $venv"
rm -rf "$venv"
"$python" -m venv "$venv" || { echo "make: $python could not build $venv; see the lines above" >&2; exit 1; }
