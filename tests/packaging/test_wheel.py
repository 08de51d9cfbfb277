"""The wheel, installed where no checkout is in reach, is the whole program."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import diptych

ROOT = Path(__file__).parents[2]
BIN = "Scripts" if os.name == "nt" else "bin"


@dataclass(frozen=True)
class Installed:
    """A fresh environment with the wheel in it, and a folder far from the checkout to work in."""

    wheel: Path
    environment: Path
    folder: Path

    @property
    def python(self) -> Path:
        return self.environment / BIN / ("python.exe" if os.name == "nt" else "python")

    @property
    def command(self) -> Path:
        return self.environment / BIN / ("diptych.exe" if os.name == "nt" else "diptych")

    def run(self, *argv: str | Path) -> subprocess.CompletedProcess[str]:
        environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
        return subprocess.run(
            [str(part) for part in argv],
            cwd=self.folder,
            env=environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and install it alone; what it depends on is borrowed from the running environment."""
    base = tmp_path_factory.mktemp("packaging")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    # Without hatchling at hand pip fetches it, as it does for everyone who installs from the sources.
    isolation = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    _succeed([*pip, "wheel", str(ROOT), "--no-deps", *isolation, "--wheel-dir", str(base / "wheels")])
    (wheel,) = (base / "wheels").glob("diptych-*.whl")
    environment, folder = base / "environment", base / "elsewhere"
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    folder.mkdir()
    found = Installed(wheel, environment, folder)
    _succeed([*pip, "--python", str(found.python), "install", "--no-deps", "--no-index", str(wheel)])
    asked = found.run(found.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    # A folder named in a .pth file is searched, but .pth files inside it, such as that of an editable install, are not.
    (Path(asked.stdout.strip()) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return found


def _succeed(argv: list[str]) -> None:
    done = subprocess.run(argv, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr


def test_the_installed_package_is_the_one_that_runs(installed: Installed) -> None:
    asked = installed.run(installed.python, "-c", "import diptych; print(diptych.__file__)")
    assert Path(asked.stdout.strip()).is_relative_to(installed.environment), asked.stderr
    for argv in ([installed.command], [installed.python, "-m", "diptych"]):
        told = installed.run(*argv, "--version")
        assert (told.returncode, told.stdout, told.stderr) == (0, f"diptych {diptych.__version__}\n", "")


@pytest.mark.parametrize("folder", ["styles", "seeds"])
def test_styles_and_seeds_are_inside_byte_for_byte(installed: Installed, folder: str) -> None:
    here = {path.relative_to(ROOT / folder).as_posix(): path for path in (ROOT / folder).rglob("*") if path.is_file()}
    with zipfile.ZipFile(installed.wheel) as archive:
        prefix = f"diptych/{folder}/"
        there = {name.removeprefix(prefix): name for name in archive.namelist() if name.startswith(prefix)}
        assert sorted(there) == sorted(here)
        assert here
        assert all(archive.read(there[name]) == path.read_bytes() for name, path in here.items())


def test_nothing_but_the_package_is_inside(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {"diptych", f"diptych-{diptych.__version__}.dist-info"}
    for needed in ("py.typed", "formats/json.schema.json", "cli/__init__.py", "__main__.py"):
        assert f"diptych/{needed}" in names


def test_the_bundled_seeds_can_be_exported_from_anywhere(installed: Installed) -> None:
    done = installed.run(installed.command, "--export", "json", "--output", "seeds.json")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    told = json.loads((installed.folder / "seeds.json").read_text(encoding="utf-8"))
    assert told["summary"]["unaccounted"] == 0
    assert [told[side]["date"] for side in ("old", "new")] == ["2022-11-08", "2022-11-08"]
    for side in ("old", "new"):
        assert Path(told[side]["path"]).is_relative_to(installed.environment)


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals as POSIX knows them")
def test_the_app_opens_outside_the_checkout_and_leaves_with_q(installed: Installed) -> None:
    import pexpect

    child = pexpect.spawn(
        str(installed.command),
        cwd=str(installed.folder),
        env={**os.environ, "TERM": "xterm-256color"},
        dimensions=(40, 120),
        encoding="utf-8",
        timeout=30,
    )
    child.expect("Blinken")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
