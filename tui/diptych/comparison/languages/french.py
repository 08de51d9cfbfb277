"""French."""

from __future__ import annotations

from diptych.comparison.languages.lexicon import Lexicon, counted, lemmas, listed

_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_TEENS = counted("dix,onze,douze,treize,quatorze,quinze,seize,dix-sept,dix-huit,dix-neuf", 10)
_UNITS = counted("deux,trois,quatre,cinq,six,sept,huit,neuf", 2)
_FOUR = "quatre-vingt"

FRENCH = Lexicon(
    code="fr",
    closed=listed(
        "le la les des du et est dans que qui pour sur une un pas au aux par avec ce cette ces il elle ils ont été "
        "sont son sa ses leur plus ne se mais ou où comme après selon était être fait"
    ),
    decimal=",",
    months=counted(
        "janvier janv,février févr,mars,avril avr,mai,juin,juillet juil,août,septembre sept,octobre oct,novembre nov,"
        "décembre déc"
    ),
    unsure_months=listed("mars sept"),
    month_leads=listed("en fin début mi depuis mi-mars courant dès"),
    date_joints=listed(", . er"),
    weekdays=counted("lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche"),
    days=listed("hier aujourd'hui demain avant-hier après-demain"),
    numbers=counted("zéro,,deux,trois,quatre,cinq,six,sept,huit", 0)
    | _TEENS
    | _TENS
    | {f"{ten}-{unit}": a + b for ten, a in _TENS.items() for unit, b in _UNITS.items()}
    | {f"soixante-{teen}": 60 + value for teen, value in _TEENS.items()}
    | {_FOUR: 80, _FOUR + "s": 80}
    | {f"{_FOUR}-{unit}": 80 + value for unit, value in (_UNITS | _TEENS | {"un": 1}).items()},
    scales={
        "cent": 100,
        "cents": 100,
        "centaines": 100,
        "mille": 1000,
        "milliers": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
    },
    ordinals=counted("troisième,quatrième,cinquième,sixième,septième,huitième,neuvième,dixième,onzième,douzième", 3),
    fractions={"moitié": 0.5, "demi": 0.5, "demie": 0.5},
    percent=listed("pourcent pourcents"),
    points=listed("point points"),
    currencies={"euro": "€", "euros": "€", "dollar": "$", "dollars": "$", "livres": "£", "yens": "¥"},
    negations=listed("pas non jamais aucun aucune rien sans ni nul nulle nullement guère"),
    hedges=listed(
        "peut-être probablement vraisemblablement apparemment éventuellement possiblement présumé présumée présumés "
        "présumées prétendu prétendue prétendument semble semblait semblent pourrait pourraient soi-disant potentiel "
        "supposé supposée"
    ),
    approximators=listed("environ près presque quelque autour approximativement quasiment"),
    sayings=lemmas(
        {
            "dire": "dit dite disent disait disaient",
            "affirmer": "affirmé affirme affirmait affirment affirmant",
            "déclarer": "déclaré déclare déclarait déclarent",
            "prétendre": "prétend prétendait prétendent prétendant",
            "assurer": "assuré assurait",
            "annoncer": "annoncé annonce annonçait annoncent",
            "confirmer": "confirmé confirme confirmait confirment",
            "nier": "nié nie niait nient démenti dément",
            "admettre": "admis admet reconnu reconnaît",
            "expliquer": "expliqué explique expliquait expliquent",
            "avertir": "averti avertit",
            "dénoncer": "dénoncé dénonce dénonçait dénoncent",
            "accuser": "accusé accuse accusent",
            "estimer": "estime estimait",
            "raconter": "raconté raconte",
            "répondre": "répondu répond",
            "insister": "insisté insiste",
            "soutenir": "soutient soutenait",
        }
    ),
    unsure_sayings=lemmas(
        {
            "ajouter": "ajouté ajoute ajoutait",
            "souligner": "souligné souligne soulignait",
            "indiquer": "indiqué indique indiquait",
            "préciser": "précisé précise",
            "écrire": "écrit écrivait",
            "noter": "noté note",
            "rapporter": "rapporté rapporte",
            "assurer": "assure assurent",
        }
    ),
    sources=(("selon",), ("d'après",)),
)
