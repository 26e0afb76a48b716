"""The blank form of a collection, made once for each."""

from functools import lru_cache

from terrinclus_publish.collection import Collection
from terrinclus_publish.prompts import load_prompts
from terrinclus_publish.theme import load_theme
from terrinclus_publish.tree import Metadata
from terrinclus_publish.typography import typeset_text
from terrinclus_publish.vocabulary import load_labels, load_vocabulary
from terrinclus_publish.word.form import Words, render_form


@lru_cache(maxsize=2)
def blank_form(collection: Collection) -> bytes:
    prompts, labels = load_prompts(collection), load_labels(collection, "fr")
    words = Words(prompts, labels, load_vocabulary(collection), "PROGRAMME", typeset_text)
    return render_form(words, Metadata(prompts.titre, "", "fr"), load_theme(collection), collection)
