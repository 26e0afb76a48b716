import json

from terrinclus_publish.preflight import Finding, Nature, Report, Severity, inspect, report_json, report_text
from terrinclus_publish.preflight.findings import Remark, gathered
from terrinclus_publish.preflight.rules import RULES


def test_findings_of_a_kind_are_one_with_their_pages_the_gravest_first():
    remarks = [Remark("blank-page", 4), Remark("rgb-colour", 9, "RVB 1"), Remark("rgb-colour", 2, "RVB 2")]
    found = gathered([*remarks, Remark("rgb-colour", 2)], RULES)
    assert [(finding.code, finding.pages, finding.example) for finding in found] == [
        ("rgb-colour", (2, 9), "RVB 1"),
        ("blank-page", (4,), ""),
    ]


def test_the_text_says_where_what_was_found_and_what_to_do():
    finding = Finding("rgb-colour", Severity.ERROR, "Une couleur est en RVB", (1, 2, 3, 7), "RVB 100 0 0", "Exportez")
    text = report_text(Report("essai.pdf", Nature.PAGES, {"Pages": "8"}, [finding]))
    assert "Erreur (pages 1-3, 7)\u00a0: Une couleur est en RVB." in text
    assert "trouvé\u00a0: RVB 100 0 0" in text and "à faire\u00a0: Exportez." in text
    assert text.endswith("1 erreur, aucun avertissement.")


def test_json_says_the_same(planted):
    report = inspect(planted(lambda pdf: pdf.docinfo.__delitem__("/Trapped")))
    said = json.loads(report_json(report))
    assert said["sound"] and said["file"] == "plante.pdf"
    assert {"code": "trapped-missing", "severity": "avertissement"}.items() <= said["findings"][0].items()


def test_every_rule_speaks_french_and_says_what_to_do():
    for code, (severity, message, advice) in RULES.items():
        assert message[0].isupper() and not message.endswith("."), code
        assert advice or severity is Severity.NOTE, code
