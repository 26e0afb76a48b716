from terrinclus_publish.faults import Level


def contacts(*people):
    """Contacts of people given as (organisation, name, address)."""
    return [{"organisme": where, "personnes": [{"nom": name, "courriel": address}]} for where, name, address in people]


def test_the_same_address_for_two_people_is_a_warning(the_fault):
    people = contacts(("Aude", "Ada Roux", "contact@aude.fr"), ("Sousse", "Malek Sassi", "Contact@aude.fr"))
    fault = the_fault("shared-address", contacts=people)
    assert fault.level is Level.WARNING
    assert fault.field == "contacts.1.personnes.0.courriel"
    assert "Malek Sassi" in fault.message
    assert "Ada Roux" in fault.message


def test_the_same_person_in_two_organisations_is_a_warning(the_fault):
    people = contacts(("Aude", "Nicolas Cimbaro", "n@aude.fr"), ("Sousse", "Nicolas CIMBARO", "n@aude.fr"))
    fault = the_fault("person-in-two-organisations", contacts=people)
    assert fault.level is Level.WARNING
    assert fault.field == "contacts.1.personnes.0.nom"
    assert "«\u00a0Aude\u00a0»" in fault.message
    assert "«\u00a0Sousse\u00a0»" in fault.message


def test_different_people_with_their_own_addresses_are_no_fault(check):
    assert check(contacts=contacts(("Aude", "Ada Roux", "a@aude.fr"), ("Sousse", "Malek Sassi", "m@aude.fr"))) == []


def test_people_without_an_address_share_none(check):
    people = [{"organisme": "Aude", "personnes": [{"nom": "Ada Roux"}, {"nom": "Malek Sassi"}]}]
    assert check(contacts=people) == []


def test_an_organisations_own_address_may_be_that_of_its_person(check):
    people = [{"organisme": "Aude", "courriel": "a@aude.fr", "personnes": [{"nom": "Ada", "courriel": "a@aude.fr"}]}]
    assert check(contacts=people) == []
