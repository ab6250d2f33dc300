"""Make a virtual environment and install a requirements file into it, once for each content of the file.

    python3 deploy/install.py .venv requirements/core.txt

Only the standard library: it runs before anything is installed. A lock file lets two that start at once on one folder
queue; a stamp in the environment makes the second run, and every later one, a matter of milliseconds.
"""

import fcntl
import hashlib
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)


def main(environment, requirements):
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            f"Newsroom needs Python {'.'.join(map(str, OLDEST_PYTHON))} or newer, and this is {sys.version.split()[0]}."
        )
    environment, requirements = Path(environment), Path(requirements)
    digest = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
    stamp = environment / f".installed-{requirements.stem}"
    environment.mkdir(exist_ok=True)
    with (environment / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_text() == digest:
            return
        print(f"Installing {requirements} into {environment} ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)  # noqa: S603
        pip = [environment / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, "--require-hashes", "--requirement", requirements], check=True)  # noqa: S603
        stamp.write_text(digest)


if __name__ == "__main__":
    main(*sys.argv[1:])
