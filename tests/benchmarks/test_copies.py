from benchmarks.copies import repeat_sheets
from terrinclus_publish.build.review import review_guide
from terrinclus_publish.collection import Collection


def test_repeated_sheets_are_sound_and_in_words_of_their_own(project, tmp_path):
    repeat_sheets(project.root, tmp_path, 13)
    review = review_guide(Collection(tmp_path))
    assert review.errors == ()
    assert len(review.fiches) == 13
    first, again = (source.model for name, source in review.fiches.items() if name.startswith("aude-"))
    assert len(first.titre) == len(again.titre) and first.titre != again.titre
    assert first.financement == again.financement or first.financement[0].totaux == again.financement[0].totaux
