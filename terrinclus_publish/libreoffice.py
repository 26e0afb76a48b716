"""Documents converted by LibreOffice, where it is installed: bytes in, bytes out.

Each call has a profile of its own, thrown away afterwards: what the user has open is not disturbed, and nothing of it
is needed. Macros do not run, links in documents are not followed, and a call that takes too long is ended.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from terrinclus_publish.faults import Fault, FaultsError, Level, Place

ODT = "odt"
PDF = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
)
"""A PDF with the pages that are left blank before a right one, and with bookmarks as named destinations."""
PATIENCE = 180
"""Seconds that a conversion may take; a guide of eighty pages takes three."""

_SAFE: dict[str, dict[str, str]] = {
    "/org.openoffice.Office.Common/Security/Scripting": {
        "BlockUntrustedRefererLinks": "true",
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
    "/org.openoffice.Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
    },
}
"""Settings of the profile: no macros, no links from documents, none updated; a proxy that answers nobody (discard)."""
_INSTALL = (
    "Installez LibreOffice (depuis fr.libreoffice.org, ou sous Debian et Ubuntu\u00a0: apt-get install "
    "libreoffice-writer), puis recommencez"
)

_RETRY = "Ouvrez le document dans LibreOffice pour voir ce qu'il en dit, ou mettez LibreOffice à jour"


def find(path: str | None = None) -> Path:
    """LibreOffice's program, on the search path (the environment's unless given) or where installers put it.

    Raises FaultsError (``libreoffice-missing``).
    """
    named = shutil.which("soffice", path=path) or shutil.which("libreoffice", path=path)
    places = [Path(named)] if named else [] if path is not None else list(_usual_places())
    for place in places:
        if place.is_file():
            return place
    raise _refused("libreoffice-missing", "LibreOffice n'est pas installé sur cet ordinateur", _INSTALL)


def _usual_places() -> Iterator[Path]:
    """Where LibreOffice's own installers for Windows, macOS and Linux put the program."""
    for variable in ("ProgramFiles", "ProgramFiles(x86)"):
        if os.environ.get(variable):
            yield Path(os.environ[variable]) / "LibreOffice/program/soffice.com"
    for applications in (Path("/Applications"), Path.home() / "Applications"):
        yield applications / "LibreOffice.app/Contents/MacOS/soffice"
    yield Path("/usr/lib/libreoffice/program/soffice")
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def convert(document: bytes, to: str, timeout: float = PATIENCE, ending: str = "docx") -> bytes:
    """A document in another form: ``to`` is an ending, or LibreOffice's ``ending:filter:options`` (``ODT``, ``PDF``).

    ``ending`` says what the document is; ``timeout`` is in seconds. Raises FaultsError (``libreoffice-missing``,
    ``libreoffice-slow``, ``libreoffice-failed``).
    """
    program = find()
    with tempfile.TemporaryDirectory(prefix="terrinclus-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, made = folder / f"document.{ending}", folder / "made"
        source.write_bytes(document)
        command = [str(program), f"-env:UserInstallation={_profile(folder).as_uri()}"]
        command += ["--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault"]
        said = _run([*command, "--convert-to", to, "--outdir", str(made), str(source)], timeout)
        result = made / f"document.{to.partition(':')[0]}"
        if not result.is_file():
            raise _refused("libreoffice-failed", f"LibreOffice n'a pas converti le document ({said})", _RETRY)
        return result.read_bytes()


def _profile(folder: Path) -> Path:
    """A new profile that holds the safe settings."""
    from xml.sax.saxutils import quoteattr  # brings the libraries of the web along, which most builds need not load

    items = "".join(
        f'<item oor:path={quoteattr(path)}><prop oor:name={quoteattr(name)} oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, settings in _SAFE.items()
        for name, value in settings.items()
    )
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )
    return profile


def _run(command: list[str], timeout: float) -> str:
    """Run LibreOffice; what it said last. When it takes too long, it is ended with all that it started."""
    own_group = sys.platform != "win32"
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=own_group,
    ) as process:
        try:
            said, _ = process.communicate(timeout=timeout)
        except BaseException as error:
            _end(process)
            if isinstance(error, subprocess.TimeoutExpired):
                message = f"LibreOffice n'a pas fini en {timeout:g} secondes"
                raise _refused("libreoffice-slow", message, "Fermez d'autres logiciels, et recommencez") from error
            raise
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].strip() if lines else "sans rien dire"


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program that starts others: their group on Unix, their tree on Windows."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _refused(code: str, message: str, expected: str) -> FaultsError:
    return FaultsError([Fault(code, Level.ERROR, Place("LibreOffice"), message, expected=expected)])
