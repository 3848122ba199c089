"""The service's unit and the container's file: what they name exists, and the tools that read them accept them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
UNIT = (ROOT / "contrib" / "onrecord.service").read_text(encoding="utf-8")
CONTAINER = (ROOT / "contrib" / "Containerfile").read_text(encoding="utf-8")


def unit(key: str) -> list[str]:
    return re.findall(rf"^{key}=(.*)$", UNIT, re.MULTILINE)


def test_the_unit_starts_the_bot_without_rights_and_keeps_its_token_out() -> None:
    assert unit("ExecStart")[0].endswith("/onrecord bot")
    assert unit("NoNewPrivileges") == ["yes"] and unit("ProtectSystem") == ["strict"]
    assert unit("CapabilityBoundingSet") == [""] and unit("User") == ["onrecord"]
    assert unit("EnvironmentFile") and not any("TOKEN" in line for line in unit("Environment"))
    assert unit("RestartPreventExitStatus") == ["2"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_accepts_the_unit(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.service"
    path.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", UNIT), encoding="utf-8")
    told = subprocess.run(["systemd-analyze", "verify", str(path)], capture_output=True, text=True, check=False)
    assert "onrecord.service" not in told.stderr, told.stderr


def test_the_container_copies_what_exists_and_does_not_run_as_root() -> None:
    copied = [name for line in re.findall(r"^COPY (?!--)(.*) \S+$", CONTAINER, re.MULTILINE) for name in line.split()]
    assert {"pyproject.toml", "index", "bot"} <= set(copied)
    assert all((ROOT / name).exists() for name in copied)
    assert re.findall(r"^USER (\S+)$", CONTAINER, re.MULTILINE) == ["10001"]
    check = json.loads(CONTAINER[CONTAINER.index("CMD [") + 4 :].splitlines()[0])
    compile(check[2], "healthcheck", "exec")


def test_the_image_holds_every_package_and_its_context_nothing_else() -> None:
    root = Path(__file__).parents[1]
    packages = re.search(r'^include = \["(.*)"\]$', (root / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert packages
    for name in packages[1].replace("*", "").split('", "'):
        assert f"COPY {name} {name}" in CONTAINER
    let_in = (root / ".dockerignore").read_text("utf-8").splitlines()
    copied = {name for line in re.findall(r"^COPY (?!--)(.*) \S+$", CONTAINER, re.MULTILINE) for name in line.split()}
    assert "*" in let_in and {f"!{name}" for name in copied} == {line for line in let_in if line.startswith("!")}
