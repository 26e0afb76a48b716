"""A sheet's tree with every element that a renderer must know, written by hand, and the pictures that it shows."""

from pathlib import Path

from lxml import etree
from PIL import Image

from terrinclus_publish.collection import Collection
from terrinclus_publish.tree import Element, check_vocabulary, tidy_spaces

_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><rect width="200" height="80" fill="#135"/></svg>'
_ORIENTATION, _QUARTER_TURN = 0x0112, 6

OPENING = """
<header class="bandeau"><figure class="ouverture"><img src="images/place.jpg" alt="Une place"/></figure>
<p class="surtitre"><span class="etiquette">Fiche</span> <span>PROGRAMME – fiche</span></p>
<h1><span class="numero">6</span> Un titre « long\u202f? »</h1><p class="chapeau">Un chapeau.</p></header>
<dl class="identite"><div><dt>Porteur</dt><dd>Département</dd></div>
<div><dt>Partenaire</dt><dd><span lang="es">Centro superior</span></dd></div>
<div><dt>Thématiques</dt><dd><ul class="tuiles thematiques"><li data-icone="clock">Temps</li>
<li data-icone="child-reaching">Jeunesse</li><li data-icone="wheelchair-move">Handicap</li></ul></dd></div>
<div><dt>Préconisation</dt><dd><ul class="tuiles preconisations"><li data-icone="clock">Temporalité</li></ul></dd></div>
</dl>
<table class="chiffres"><thead><tr><th scope="col">12\u202f000</th><th scope="col">2</th></tr></thead>
<tbody><tr><td>jardins</td><td>écoles</td></tr></tbody></table>
<table class="chiffres"><thead><tr><th scope="col">4</th></tr></thead><tbody><tr><td>années</td></tr></tbody></table>"""
WHY = """
<section class="pourquoi"><h2 id="essai-pourquoi">Pourquoi</h2>
<p>Du <strong>gras</strong>, de l’<em>italique</em>, un 10<sup>e</sup>, <a href="https://exemple.fr/?a=1&amp;b=2">un
lien</a>, franco-\u2060marocain.</p>
<h3 class="axe" data-icone="clock">Temporalité</h3><ul><li><p>Prendre le temps.</p></li></ul>
<h3>Objectifs</h3><ul class="tuiles odd"><li><span class="numero">3</span> Santé</li>
<li><span class="numero">10</span> Inégalités</li><li><span class="numero">16</span> Paix</li></ul></section>"""
PROJECT = """
<section class="projet"><h2 id="essai-projet">Le projet</h2><h3>Genèse</h3><p>Première liste :</p>
<ol><li><p>un</p><ul><li><p>sous un</p></li></ul></li><li><p>deux</p><p>suite de deux</p></li></ol>
<p>Seconde liste :</p><ol><li><p>encore un</p></li></ol>
<figure class="illustration"><img src="images/mur.png" alt="Un mur"/><figcaption><span>Le mur.</span>
<span class="credit">Crédit : X</span></figcaption></figure>
<figure class="illustration"><img src="images/couchee.jpg" alt="Une photo tournée"/></figure></section>
<section class="financement"><h2 id="essai-financement">Le financement</h2><h3>Premier chantier</h3>
<table class="montants"><thead><tr><th scope="col">Financeur</th><th scope="col" class="montant">Prévu</th>
<th scope="col" class="montant">Réalisé</th></tr></thead><tbody>
<tr><th scope="row"><span>Aude</span> <span class="precision">(sur 24 mois)</span></th><td class="montant">1 €</td>
<td class="montant"></td></tr>
<tr><th scope="row">Ville</th><td class="montant" colspan="2">Non évaluable</td></tr></tbody>
<tfoot><tr class="total"><th scope="row">Total</th><td class="montant">1 €</td><td class="montant">2 €</td></tr></tfoot>
</table><p class="note">Une note.</p></section>"""
FOCUS = """
<section class="focus"><h2 id="essai-focus"><span class="etiquette">Focus</span> Le focus</h2><p>Introduction.</p>
<h3 class="partie" id="essai-focus-1"><span class="numero">1/</span> Première partie</h3>
<aside class="encadre"><p class="etiquette">Encadré</p><h4 class="titre-encart">Le réseau</h4><p>Une instance :</p>
<ul><li><p>un point</p><p>et sa suite</p><ul><li><p>plus bas</p></li></ul></li></ul>
<p class="source">Source : Ville.</p></aside>
<aside class="encadre"><p class="etiquette">Encadré</p><p>Un second encadré.</p></aside>
<aside class="paroles"><p class="etiquette">Paroles d’acteurs</p><blockquote><p>« Une question. »</p></blockquote>
<p class="signature"><strong>Malek S.</strong>, <span>élu</span></p></aside>
<aside class="regard"><p class="etiquette">Regard</p><h4 class="titre-encart">Un volet</h4><p>Son texte.</p></aside>
<h3 class="partie" id="essai-focus-2"><span class="numero">2/</span> Seconde partie</h3>
<table class="donnees"><caption><span class="etiquette">Tableau 1</span> Des questions</caption>
<thead><tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr></thead>
<tbody><tr><th scope="row">d</th><td>e</td><td></td></tr>
<tr><th scope="row">f</th><td class="etendue" colspan="2">g</td></tr></tbody></table></section>"""
ENDING = """
<section class="ressources"><h2 id="essai-ressources">Ressources</h2><dl class="rangees"><div><dt>Sur le projet</dt>
<dd><ul class="references"><li><p><a href="https://exemple.fr/x">Le carnet</a></p></li><li><p>Le film</p></li></ul></dd>
</div></dl></section>
<section class="contacts"><h2 id="essai-contacts">Contacts</h2><dl class="rangees"><div><dt>Département</dt>
<dd><p class="coordonnees">Rue<br/><span data-litteral="">01 02</span></p><p class="personne">
<strong>Ada Roux</strong><br/><a data-litteral="" href="mailto:ada@exemple.fr">ada@exemple.fr</a></p></dd>
</div></dl></section>
<dl class="credits"><div><dt>Auteur</dt><dd>Ada Roux</dd></div></dl>
<section class="a-classer"><h2 id="essai-a-classer">À classer</h2><p>Perdu.</p><p class="source">page 3</p></section>
<section class="financeurs"><p class="etiquette">Financé par :</p><ul class="logos">
<li><img class="logo" src="images/logo.svg" alt=""/> <span>Ministère</span></li>
<li><span>Fonds</span></li></ul></section>"""
_ARTICLE = (
    '<article class="fiche" id="fiche-essai" lang="fr" data-teinte="2" data-numero="6" data-repere="Fiche 6" '
    'data-courant-recto="Un titre" data-courant-verso="Département">{}</article>'
)


def sheet(*sections: str) -> Element:
    """The tree of a sheet of those sections; all of them when none is named."""
    tree = etree.fromstring(_ARTICLE.format("".join(sections or (OPENING, WHY, PROJECT, FOCUS, ENDING))))
    tidy_spaces(tree)
    check_vocabulary(tree)
    return tree


def collection(root: Path) -> Collection:
    """A collection with the sheet's pictures."""
    images = root / "sheets" / "images"
    images.mkdir(parents=True)
    turned = Image.Exif()
    turned[_ORIENTATION] = _QUARTER_TURN
    Image.new("RGB", (160, 90), (120, 140, 90)).save(images / "place.jpg")
    Image.new("RGB", (30, 20), (90, 100, 190)).save(images / "mur.png")
    Image.new("RGB", (40, 20), (190, 100, 90)).save(images / "couchee.jpg", exif=turned)
    (images / "logo.svg").write_text(_LOGO, "utf-8")
    return Collection(root)
