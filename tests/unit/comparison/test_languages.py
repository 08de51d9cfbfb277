"""Facets in each language with tables: numbers and their marks, dates, names, negations, hedges, verbs of saying."""

from __future__ import annotations

import pytest

from diptych.comparison.engine import compare
from diptych.comparison.languages.guess import LANGUAGES, UNKNOWN, language_of
from diptych.comparison.result import Comparison
from diptych.model import Block, Role, Version

AROUND = {
    "en": "The weather was fine and the harbour of the town was full of boats that had come in with the tide.",
    "de": "Das Wetter war schön, und der Hafen der Stadt war voll von Booten, die mit der Flut gekommen waren.",
    "fr": "Le temps était beau et le port de la ville était plein de bateaux qui sont arrivés avec la marée.",
    "es": "El tiempo era bueno y el puerto de la ciudad estaba lleno de barcos que habían llegado con la marea.",
    "it": "Il tempo era bello e il porto della città era pieno di barche che sono arrivate con la marea.",
    "nl": "Het weer was mooi en de haven van de stad was vol met boten die met het tij zijn gekomen.",
    "pt": "O tempo estava bom e o porto da cidade estava cheio de barcos que foram chegando com a maré.",
    "pl": "Pogoda była ładna, a port miasta był pełen łodzi, które przypłynęły z przypływem i nie odpłynęły.",
    "hi": "मौसम अच्छा था और शहर का बंदरगाह उन नावों से भरा था जो ज्वार के साथ आई थीं और अब तक वहीं रही हैं।",
    "ru": "Погода была хорошая, и в гавани города было много лодок, которые пришли с приливом и не ушли.",
}

FIRES = [
    ("de", "number", "Es kostete 4,2 Millionen Euro.", "Es kostete 4,3 Millionen Euro."),
    ("de", "number", "Es waren 1.000,5 Tonnen.", "Es waren 1.500,5 Tonnen."),
    ("de", "number", "Es kamen zwölf Leute.", "Es kamen fünfundzwanzig Leute."),
    ("de", "number", "Der Preis stieg um 3,5 Prozent.", "Der Preis stieg um 3,5 Prozentpunkte."),
    ("de", "spelling", "Es waren 1.000 Tonnen.", "Es waren 1000 Tonnen."),
    ("de", "date", "Er kam am 3. März 2021 an.", "Er kam am 4. März 2021 an."),
    ("de", "date", "Er kam am Montag an.", "Er kam am Dienstag an."),
    ("de", "name", "Gestern sprach Angela Berg dort.", "Gestern sprach Angela Stein dort."),
    ("de", "name", "Das sagte Kanzler Berg dort.", "Das sagte Kanzler Stein dort."),
    ("de", "name", "Dann trat die EU bei.", "Dann trat die NATO bei."),
    ("de", "negation", "Er hat das Haus verkauft.", "Er hat kein Haus verkauft."),
    ("de", "hedge", "Der Täter floh.", "Der mutmaßliche Täter floh."),
    ("de", "hedge", "Es kamen 300 Leute.", "Es kamen etwa 300 Leute."),
    ("de", "attribution", "Das sagte der Minister.", "Das behauptete der Minister."),
    ("de", "attribution", "Es war laut Polizei spät.", "Es war für Polizei spät."),
    ("de", "quotation", "Er sagte: „Wir gehen heim.“", "Er sagte: „Wir fahren heim.“"),
    ("fr", "number", "Il y avait 12 300 personnes.", "Il y avait 12 400 personnes."),
    ("fr", "number", "Cela coûte 4,2 millions d'euros.", "Cela coûte 4,3 millions d'euros."),
    ("fr", "number", "Il y avait quatre-vingt-dix bateaux.", "Il y avait soixante-dix bateaux."),
    ("fr", "number", "C'était le troisième bateau.", "C'était le cinquième bateau."),
    ("fr", "space", "Il y avait 12 300 personnes.", "Il y avait 12300 personnes."),
    ("fr", "date", "Il est venu le 1er mars 2021.", "Il est venu le 2 mars 2021."),
    ("fr", "name", "Il a visité l'Arménie hier.", "Il a visité l'Albanie hier."),
    ("fr", "negation", "Il viendra avec elle.", "Il viendra sans elle."),
    ("fr", "hedge", "Le voleur est parti.", "Le voleur présumé est parti."),
    ("fr", "attribution", "Le ministre a dit cela.", "Le ministre a affirmé cela."),
    ("fr", "attribution", "C'est fini, selon la police.", "C'est fini, pour la police."),
    ("fr", "quotation", "Il a dit : « Nous partons demain. »", "Il a dit : « Nous restons demain. »"),
    ("es", "number", "Había 1.200 personas.", "Había 1.300 personas."),
    ("es", "number", "Era la tercera vez.", "Era la quinta vez."),
    ("es", "date", "Llegó el 3 de marzo de 2021.", "Llegó el 3 de mayo de 2021."),
    ("es", "name", "Ayer habló Lucía Campo allí.", "Ayer habló Lucía Torre allí."),
    ("es", "negation", "Siempre quiso volver.", "Nunca quiso volver."),
    ("es", "hedge", "El ladrón huyó.", "El presunto ladrón huyó."),
    ("es", "attribution", "El ministro dijo que sí.", "El ministro negó que sí."),
    ("it", "number", "C'erano ventidue barche.", "C'erano ventotto barche."),
    ("it", "number", "Era la terza volta.", "Era la quinta volta."),
    ("it", "date", "Arrivò il 3 marzo 2021.", "Arrivò il 3 maggio 2021."),
    ("it", "negation", "Il ministro è venuto.", "Il ministro non è venuto."),
    ("it", "hedge", "Il ladro è fuggito.", "Il presunto ladro è fuggito."),
    ("it", "attribution", "Il ministro ha detto questo.", "Il ministro ha ammesso questo."),
    ("nl", "number", "Er waren vijfentwintig boten.", "Er waren zesentwintig boten."),
    ("nl", "number", "Het was de derde keer.", "Het was de vijfde keer."),
    ("nl", "date", "Hij kwam op 3 maart 2021.", "Hij kwam op 3 mei 2021."),
    ("nl", "negation", "Hij heeft een boot.", "Hij heeft geen boot."),
    ("nl", "hedge", "Hij komt morgen terug.", "Hij komt misschien morgen terug."),
    ("nl", "attribution", "De minister zei dat.", "De minister beweerde dat."),
    ("pt", "number", "Havia 4,2 milhões de pessoas.", "Havia 4,3 milhões de pessoas."),
    ("pt", "number", "Era a terceira vez.", "Era a oitava vez."),
    ("pt", "date", "Chegou em 3 de março de 2021.", "Chegou em 3 de maio de 2021."),
    ("pt", "negation", "O ministro veio ontem.", "O ministro não veio ontem."),
    ("pt", "hedge", "O ladrão fugiu.", "O suposto ladrão fugiu."),
    ("pt", "attribution", "O ministro disse isso.", "O ministro negou isso."),
    ("ru", "number", "Там было 4,2 млн человек.", "Там было 4,3 млн человек."),
    ("ru", "number", "Это был третий раз.", "Это был пятый раз."),
    ("ru", "date", "Он приехал 3 марта 2021 года.", "Он приехал 3 мая 2021 года."),
    ("ru", "name", "Вчера там была Анна Лесина.", "Вчера там была Анна Озерова."),
    ("ru", "negation", "Он приехал в город.", "Он не приехал в город."),
    ("ru", "hedge", "Он уехал домой.", "Он, возможно, уехал домой."),
    ("ru", "attribution", "Министр сказал это.", "Министр признал это."),
    ("ru", "quotation", "Он сказал: «Мы едем домой».", "Он сказал: «Мы идём домой»."),
    ("nl", "number", "Er kwamen zeshonderd boten.", "Er kwamen achthonderd boten."),
    ("nl", "name", "Gisteren sprak Jan Berg daar.", "Gisteren sprak Piet Berg daar."),
    ("de", "hedge", "Er kommt heim.", "Er kommt voraussichtlich heim."),
    ("de", "spelling", "Es kostete 400 EUR.", "Es kostete 400 Euro."),
    ("pl", "number", "Było tam 4,2 mln ludzi.", "Było tam 4,3 mln ludzi."),
    ("pl", "number", "Zginęły trzy osoby.", "Zginęły cztery osoby."),
    ("pl", "number", "Zginęło dwadzieścia osób.", "Zginęło trzydzieści osób."),
    ("pl", "spelling", "Kosztowało to 5 tys. złotych.", "Kosztowało to 5000 zł."),
    ("pl", "date", "Przyjechał 3 marca 2021 r.", "Przyjechał 3 maja 2021 r."),
    ("pl", "date", "Przyjechał w poniedziałek.", "Przyjechał w środę."),
    ("pl", "name", "Wczoraj była tam Anna Leska.", "Wczoraj była tam Anna Nowak."),
    ("pl", "negation", "Most jest zagrożony.", "Most nie jest zagrożony."),
    ("pl", "hedge", "Wróci w nocy.", "Prawdopodobnie wróci w nocy."),
    ("pl", "attribution", "Minister powiedział to.", "Minister przyznał to."),
    ("pl", "quotation", "Dodał: „Jedziemy do domu”.", "Dodał: „Idziemy do domu”."),
    ("hi", "number", "वहां तीन लोग थे।", "वहां चार लोग थे।"),
    ("hi", "number", "इस पर 4.2 करोड़ रुपये लगे।", "इस पर 4.5 करोड़ रुपये लगे।"),
    ("hi", "date", "पुल 12 मई 2024 को खुला।", "पुल 12 जून 2024 को खुला।"),
    ("hi", "date", "वह सोमवार को आया।", "वह मंगलवार को आया।"),
    ("hi", "negation", "योजना रद्द होगी।", "योजना रद्द नहीं होगी।"),
    ("hi", "hedge", "देरी होगी।", "शायद देरी होगी।"),
    ("hi", "attribution", "मंत्री ने यह कहा।", "मंत्री ने यह बताया।"),
]

NOTHING = [
    ("de", "Der Deutsche Wetterdienst warnt.", "Deutscher Wetterdienst warnt."),
    ("pl", "Dom był duży.", "Dom był stary."),
    ("pl", "To były jej maje i łodzie.", "To były jej sady i łodzie."),
    ("hi", "घर बड़ा था।", "घर पुराना था।"),
    ("de", "Das Haus war alt.", "Das Schloss war alt."),
    ("de", "Der Bericht war lang.", "Der Aufsatz war lang."),
    ("de", "Nach zwei Tonnen Mehl kam er.", "Nach zwei Tonnen Korn kam er."),
    ("fr", "La maison était grande.", "La ferme était grande."),
    ("fr", "Une voiture neuve est là.", "Une voiture verte est là."),
    ("es", "La casa era grande.", "La granja era grande."),
    ("it", "Tu sei un amico.", "Tu eri un amico."),
    ("nl", "Het huis was groot.", "Het huis was klein."),
    ("pt", "A casa era grande.", "A casa era pequena."),
    ("ru", "Дом был большой.", "Дом был старый."),
]


def compared(code: str, old: str, new: str) -> Comparison:
    """A comparison of two sentences, each after a paragraph that tells the language."""
    sides = []
    for text in (old, new):
        around = AROUND[code]
        body = f"{around}\n\n{text}"
        blocks = (
            Block(0, len(around), Role.PARAGRAPH, 1),
            Block(len(around) + 2, len(body), Role.PARAGRAPH, 2),
        )
        sides.append(Version(body, blocks))
    return compare(*sides)


def facets(code: str, old: str, new: str) -> set[str]:
    comparison = compared(code, old, new)
    return {str(facet) for index in comparison.changes for facet in comparison.facets(index)}


@pytest.mark.parametrize("code", AROUND)
def test_the_language_of_a_short_text_is_told(code: str) -> None:
    assert language_of(AROUND[code], AROUND[code]).code == code


def test_a_language_without_tables_has_none_and_a_word_or_two_are_taken_as_english() -> None:
    finnish = "Sää oli kaunis ja kaupungin satama oli täynnä veneitä jotka olivat tulleet nousuveden mukana. " * 4
    assert language_of(finnish, finnish) is UNKNOWN
    assert language_of("He left.", "He stayed.").code == "en"
    assert language_of("今日は晴れです。", "今日は雨です。") is UNKNOWN


def test_tables_are_in_lower_case_with_straight_apostrophes() -> None:
    for language in LANGUAGES:
        words = {*language.months, *language.weekdays, *language.numbers, *language.scales, *language.sayings}
        words |= {*language.negations, *language.hedges, *language.approximators, *language.closed, *language.titles}
        assert not [word for word in words if word != word.lower() or "’" in word]
        assert set(language.months.values()) == set(range(1, 13))
        assert set(language.weekdays.values()) == set(range(1, 8))


@pytest.mark.parametrize(("code", "facet", "old", "new"), FIRES)
def test_a_facet_fires_in_each_language(code: str, facet: str, old: str, new: str) -> None:
    assert facet in facets(code, old, new)
    assert facets(code, old, new) == facets(code, new, old)


@pytest.mark.parametrize(("code", "old", "new"), NOTHING)
def test_no_facet_fires_for_another_plain_word(code: str, old: str, new: str) -> None:
    assert facets(code, old, new) == set()
