"""Without LibreOffice, the message says what to install; tests/referees see to the rest."""

import pytest

from terrinclus_publish import odt
from terrinclus_publish.faults import FaultsError


@pytest.mark.skipif("sys.platform == 'win32'", reason="the stand-in is a shell script")
def test_a_conversion_that_fails_is_told(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(FaultsError) as error:
        odt.from_word(b"")
    assert error.value.faults[0].code == "libreoffice-failed"
