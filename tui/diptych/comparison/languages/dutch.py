"""Dutch."""

from __future__ import annotations

from diptych.comparison.languages.lexicon import Lexicon, counted, lemmas, listed

_UNITS = counted("een,twee,drie,vier,vijf,zes,zeven,acht,negen")
_TENS = {
    word: 10 * n for word, n in counted("twintig,dertig,veertig,vijftig,zestig,zeventig,tachtig,negentig", 2).items()
}

DUTCH = Lexicon(
    code="nl",
    closed=listed(
        "de het een van en in is dat op te zijn met voor niet aan er om ook als die bij door over naar uit nog wordt "
        "werd heeft hebben had was maar hij ze zij worden tot dan zich wel kan deze dit of hun tegen volgens"
    ),
    decimal=",",
    months=counted(
        "januari jan,februari feb,maart mrt,april apr,mei,juni jun,juli jul,augustus aug,september sept,oktober okt,"
        "november nov,december dec"
    ),
    unsure_months=listed("jan"),
    weekdays=counted("maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag,zondag"),
    days=listed("gisteren vandaag morgen eergisteren overmorgen"),
    numbers=counted(
        "nul,,twee,drie,vier,vijf,zes,zeven,acht,negen,tien,elf,twaalf,dertien,veertien,vijftien,zestien,zeventien,"
        "achttien,negentien",
        0,
    )
    | _TENS
    | {
        unit + ("ën" if unit.endswith("e") else "en") + ten: a + b
        for unit, a in _UNITS.items()
        for ten, b in _TENS.items()
    },
    scales={
        "honderd": 100,
        "honderden": 100,
        "duizend": 1000,
        "duizenden": 1000,
        "miljoen": 10**6,
        "miljoenen": 10**6,
        "miljard": 10**9,
        "miljarden": 10**9,
        "biljoen": 10**12,
    }
    | {f"{unit}honderd": 100 * value for unit, value in _UNITS.items() if value > 1}
    | {f"{unit}duizend": 1000 * value for unit, value in (_UNITS | {"tien": 10}).items() if value > 1},
    ordinals=counted("derde,vierde,vijfde,zesde,zevende,achtste,negende,tiende,elfde,twaalfde", 3),
    fractions={"helft": 0.5, "anderhalf": 1.5, "driekwart": 0.75},
    percent=listed("procent"),
    percent_points=listed("procentpunt procentpunten"),
    currencies={"euro": "€", "dollar": "$", "pond": "£", "yen": "¥"},
    negations=listed("niet geen nooit niemand niets nergens noch zonder evenmin"),
    hedges=listed(
        "misschien mogelijk waarschijnlijk vermoedelijk vermoedelijke wellicht blijkbaar kennelijk ogenschijnlijk "
        "vermeende zogenaamde zou zouden lijkt leek lijken schijnt naar-verluidt"
    ),
    approximators=listed("ongeveer circa bijna zo'n rond naar-schatting ruim krap"),
    sayings=lemmas(
        {
            "zeggen": "zei zeiden zegt zeggen gezegd",
            "beweren": "beweerde beweerden beweert beweerd",
            "verklaren": "verklaarde verklaarden verklaart verklaard",
            "vertellen": "vertelde vertelden vertelt verteld",
            "bevestigen": "bevestigde bevestigden bevestigt bevestigd",
            "ontkennen": "ontkende ontkenden ontkent ontkend",
            "toegeven": "toegegeven erkende erkenden erkent",
            "waarschuwen": "waarschuwde waarschuwden waarschuwt gewaarschuwd",
            "benadrukken": "benadrukte benadrukten benadrukt",
            "uitleggen": "uitgelegd uitlegde",
            "beschuldigen": "beschuldigde beschuldigden beschuldigt beschuldigd",
            "antwoorden": "antwoordde antwoordden",
            "stellen": "stelde stelden",
        }
    ),
    unsure_sayings=lemmas(
        {
            "melden": "meldde meldden meldt gemeld",
            "schrijven": "schreef schreven schrijft",
            "toevoegen": "toegevoegd",
            "aankondigen": "kondigde kondigden aangekondigd",
            "opmerken": "merkte opgemerkt",
        }
    ),
    sources=(("volgens",), ("aldus",)),
)
