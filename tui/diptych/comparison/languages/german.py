"""German."""

from __future__ import annotations

from diptych.comparison.languages.lexicon import Lexicon, counted, lemmas, listed

_UNITS = counted("zwei,drei,vier,fünf,sechs,sieben,acht,neun", 2)
_TENS = {
    word: 10 * value
    for word, value in counted("zwanzig,dreißig,vierzig,fünfzig,sechzig,siebzig,achtzig,neunzig", 2).items()
}

GERMAN = Lexicon(
    code="de",
    closed=listed(
        "der die das und ist nicht ein eine einen einem einer zu den dem des mit von auf für sich auch als wie war hat "
        "es er sie im am bei nach aus wurde werden wird sind haben dass noch nur über um vor zum zur oder aber"
    ),
    decimal=",",
    months=counted(
        "januar jänner jan,februar feber feb,märz mär,april apr,mai,juni jun,juli jul,august aug,september sep sept,"
        "oktober okt,november nov,dezember dez"
    ),
    unsure_months=listed("jan"),
    date_joints=listed(". , des"),
    weekdays=counted("montag,dienstag,mittwoch,donnerstag,freitag,samstag sonnabend,sonntag"),
    days=listed("gestern heute vorgestern übermorgen"),
    capital_dates=True,
    capital_nouns=True,
    numbers=counted(
        "null,,zwei,drei,vier,fünf,sechs,sieben,acht,neun,zehn,elf,zwölf,dreizehn,vierzehn,fünfzehn,sechzehn,siebzehn,"
        "achtzehn,neunzehn",
        0,
    )
    | _TENS
    | {f"{unit}und{ten}": a + b for unit, a in (_UNITS | {"ein": 1}).items() for ten, b in _TENS.items()},
    scales={
        "hundert": 100,
        "hunderte": 100,
        "tausend": 1000,
        "tausende": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd": 10**9,
        "billion": 10**12,
        "billionen": 10**12,
    }
    | {f"{unit}hundert": 100 * value for unit, value in (_UNITS | {"ein": 1}).items()}
    | {f"{unit}tausend": 1000 * value for unit, value in (_UNITS | {"ein": 1}).items()},
    ordinals={
        stem + ending: value
        for stem, value in counted("dritte,vierte,fünfte,sechste,siebte,achte,neunte,zehnte", 3).items()
        for ending in ("", "n", "r", "s")
    },
    abbreviated=listed("mio mrd"),
    fractions={"halb": 0.5, "hälfte": 0.5, "drittel": 1 / 3, "viertel": 0.25, "anderthalb": 1.5, "eineinhalb": 1.5},
    percent=listed("prozent"),
    percent_points=listed("prozentpunkte prozentpunkten"),
    currencies={"euro": "€", "dollar": "$", "pfund": "£", "yen": "¥"},
    negations=listed(
        "nicht kein keine keinen keiner keinem keines nie niemals niemand nichts nirgends weder ohne keineswegs"
    ),
    hedges=listed(
        "könnte könnten möglicherweise vielleicht vermutlich wahrscheinlich mutmaßlich mutmaßliche mutmaßlichen "
        "mutmaßlicher angeblich angebliche angeblichen offenbar anscheinend womöglich wohl scheinbar dürfte dürften "
        "eventuell voraussichtlich unbestätigt unbestätigten"
    ),
    approximators=listed("etwa rund ungefähr circa ca knapp fast gut nahezu beinahe schätzungsweise zirka"),
    sayings=lemmas(
        {
            "sagen": "sagte sagten sagt gesagt",
            "behaupten": "behauptete behaupteten behauptet behaupten",
            "erklären": "erklärte erklärten erklärt",
            "mitteilen": "mitteilte mitteilten mitgeteilt",
            "betonen": "betonte betonten betont",
            "bestätigen": "bestätigte bestätigten bestätigt",
            "zugeben": "zugegeben einräumte eingeräumt räumte",
            "leugnen": "leugnete leugneten geleugnet bestritt bestritten dementierte dementiert",
            "warnen": "warnte warnten gewarnt",
            "ankündigen": "ankündigte angekündigt kündigte kündigten",
            "versichern": "versicherte versicherten",
            "beteuern": "beteuerte beteuerten beteuert",
            "fordern": "forderte forderten",
            "erwidern": "erwiderte erwiderten entgegnete entgegneten",
            "vermuten": "vermutete vermuteten",
            "beschuldigen": "beschuldigte beschuldigten beschuldigt",
        }
    ),
    unsure_sayings=lemmas(
        {
            "meinen": "meinte meinten meint",
            "berichten": "berichtete berichteten berichtet",
            "schreiben": "schrieb schrieben schreibt",
            "hinzufügen": "hinzufügte hinzu",
            "feststellen": "feststellte festgestellt",
            "mitteilen": "teilte teilten",
        }
    ),
    sources=(("laut",), ("zufolge",), ("nach", "angaben"), ("den", "angaben")),
    titles=listed(
        "präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin außenminister "
        "außenministerin premierminister ministerpräsident staatschef herr herrn frau doktor professor general papst "
        "könig königin prinz sprecher sprecherin senator bürgermeister oberst trainer chef chefin"
    ),
    measures=listed(
        "million millionen milliarde milliarden mio mrd prozent tonnen tonne euro dollar uhr kilometer meter kilo "
        "kilogramm liter gramm stunden minuten jahre jahren anfang ende mitte ortszeit hektar quadratmeter cent"
    ),
)
