"""LibreOffice where it is missing, or does not do what it should; tests/referees see to where it does."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from terrinclus_publish.faults import FaultsError
from terrinclus_publish.libreoffice import convert, find

unix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def stand_in(folder: Path, script: str) -> Path:
    """A program of that name, which does something else."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def code_of(error: pytest.ExceptionInfo[FaultsError]) -> str:
    return error.value.faults[0].code


def test_where_it_is_missing_the_message_says_what_to_install(tmp_path):
    with pytest.raises(FaultsError) as error:
        find(str(tmp_path))
    assert code_of(error) == "libreoffice-missing"
    assert "libreoffice-writer" in error.value.faults[0].expected


@unix
def test_it_is_found_on_the_search_path(tmp_path):
    assert find(str(tmp_path.parent) + os.pathsep + str(stand_in(tmp_path, "true").parent)) == tmp_path / "soffice"


@unix
def test_a_conversion_that_makes_nothing_says_what_was_said(tmp_path, monkeypatch):
    stand_in(tmp_path, "echo 'source file could not be loaded'")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(FaultsError) as error:
        convert(b"", "odt")
    assert code_of(error) == "libreoffice-failed"
    assert "source file could not be loaded" in error.value.faults[0].message


@unix
def test_one_that_takes_too_long_is_ended_with_what_it_started(tmp_path, monkeypatch):
    alive = tmp_path / "alive"
    stand_in(tmp_path, f"(sleep 1; touch {alive}) & sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(FaultsError) as error:
        convert(b"", "odt", timeout=0.3)
    assert code_of(error) == "libreoffice-slow"
    time.sleep(1.5)
    assert not alive.exists()


@unix
def test_the_profile_is_its_own_and_is_thrown_away(tmp_path, monkeypatch):
    told = tmp_path / "told"
    own = "${1#-env:UserInstallation=file://}/user/registrymodifications.xcu"
    script = f'''
        echo "$@" > {told}
        for word; do made="$last"; last="$word"; done
        mkdir "$made"
        cat "{own}" > "$made/document.odt"
    '''
    stand_in(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    profile = convert(b"", "odt").decode()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in profile
    assert '"BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in profile
    where = told.read_text("utf-8").split()[0].removeprefix("-env:UserInstallation=file://")
    assert not Path(where).exists()
