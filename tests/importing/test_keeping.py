from terrinclus_publish.importing.keeping import keep_unseen


def test_coordinates_stay_with_their_place():
    old = {"lieux": [{"nom": "Agadir", "latitude": 30.4, "longitude": -9.6}, {"nom": "Sousse"}]}
    new = {"lieux": [{"nom": "Tunis"}, {"nom": "AGADIR"}]}
    assert keep_unseen(old, new)["lieux"] == [{"nom": "Tunis"}, {"nom": "AGADIR", "latitude": 30.4, "longitude": -9.6}]


def test_a_drawn_logo_is_better_than_its_pixels():
    old = {"financeurs": [{"nom": "Ville", "logo": "images/ville.svg"}]}
    new = {"financeurs": [{"nom": "Ville", "logo": "images/essai-1.png"}, {"nom": "Autre", "logo": "images/b.png"}]}
    assert [funder["logo"] for funder in keep_unseen(old, new)["financeurs"]] == ["images/ville.svg", "images/b.png"]


def test_what_the_document_no_longer_has_does_not_come_back():
    assert keep_unseen({"lieux": [{"nom": "Agadir"}], "odd": [4]}, {"titre": "T"}) == {"titre": "T"}


def test_the_short_name_is_kept():
    assert keep_unseen({"nom_court": "Savoie – L'Autre"}, {"titre": "T"})["nom_court"] == "Savoie – L'Autre"


def test_what_is_missing_on_purpose_stays_so_until_the_document_has_it():
    old = {"absences": ["periode", "odd"]}
    assert keep_unseen(old, {"titre": "T", "odd": [4]}) == {"titre": "T", "odd": [4], "absences": ["periode"]}
    assert "absences" not in keep_unseen(old, {"odd": [4], "periode": "2012"})


def test_the_credit_of_the_opening_picture_stays_while_the_document_still_gives_it():
    old = {"illustration": {"fichier": "images/a.jpg", "credit": "Inès Valmont"}}
    new = {"illustration": {"fichier": "images/a.jpg"}, "credits_photos": ["Inès Valmont"]}
    assert keep_unseen(old, new)["illustration"] == old["illustration"]
    assert "credit" not in keep_unseen(old, {**new, "credits_photos": ["Paul"]})["illustration"]
    assert "credit" not in keep_unseen(old, {**new, "illustration": {"fichier": "images/b.jpg"}})["illustration"]
