import pytest

from terrinclus_publish.faults import FaultsError
from terrinclus_publish.printing import read_recipients


@pytest.fixture
def csv_file(tmp_path):
    def write(content, encoding="utf-8"):
        file = tmp_path / "invites.csv"
        file.write_bytes(content.encode(encoding))
        return file

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_what_spreadsheets_write_is_read(csv_file, encoding, delimiter):
    file = csv_file(f"Nom{delimiter}Ville\nÉlodie Œuvre{delimiter}Nîmes\n{delimiter}\nÀ part{delimiter}\n", encoding)
    recipients = read_recipients(file)
    assert list(recipients.rows()) == [("Élodie Œuvre", "Nîmes"), ("À part",)]
    assert recipients.count == 2
    assert {"É", "Œ", "î"} <= recipients.signs


def test_rows_can_be_read_again(csv_file):
    recipients = read_recipients(csv_file("Nom\nA\nB\n"))
    assert list(recipients.rows()) == list(recipients.rows()) == [("A",), ("B",)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "nommer les colonnes"),
        ("Nom;Ville\n", "aucun destinataire"),
        ("a;b;c;d;e;f;g\n1;2;3;4;5;6;7\n", "7 cases remplies"),
        ("Nom\n" + "x" * 300 + "\n", "trop longue"),
        ("Nom\nA\x07B\n", "signe de commande"),
    ],
)
def test_a_file_that_cannot_serve_is_refused_in_french(csv_file, content, said):
    with pytest.raises(FaultsError) as caught:
        read_recipients(csv_file(content))
    [fault] = caught.value.faults
    assert said in fault.message
    assert fault.place.file == "invites.csv"


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(FaultsError, match="ne se lit pas"):
        read_recipients(tmp_path / "absent.csv")
