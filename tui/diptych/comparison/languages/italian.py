"""Italian."""

from __future__ import annotations

from diptych.comparison.languages.lexicon import Lexicon, counted, lemmas, listed

_TENS = {
    word: 10 * n for word, n in counted("venti,trenta,quaranta,cinquanta,sessanta,settanta,ottanta,novanta", 2).items()
}
_UNITS = counted("due,tre tré,quattro,cinque,sei,sette,,nove", 2)

ITALIAN = Lexicon(
    code="it",
    closed=listed(
        "il lo la gli le di del della dei delle che e un una per con non in sono è al alla nel nella si da dal dalla "
        "come più anche ma ha hanno stato stata era questo questa suo sua dopo tra fra ai alle sul sulla"
    ),
    decimal=",",
    months=counted("gennaio,febbraio,marzo,aprile,maggio,giugno,luglio,agosto,settembre,ottobre,novembre,dicembre"),
    date_joints=listed("del ,"),
    weekdays=counted("lunedì,martedì,mercoledì,giovedì,venerdì,sabato,domenica"),
    days=listed("ieri oggi domani dopodomani"),
    numbers=counted(
        "zero,,due,tre,quattro,cinque,,sette,otto,nove,dieci,undici,dodici,tredici,quattordici,quindici,sedici,"
        "diciassette,diciotto,diciannove",
        0,
    )
    | _TENS
    | {ten + unit: a + b for ten, a in _TENS.items() for unit, b in _UNITS.items()}
    | {ten[:-1] + unit: a + b for ten, a in _TENS.items() for unit, b in (("uno", 1), ("otto", 8))},
    scales={
        "cento": 100,
        "duecento": 200,
        "trecento": 300,
        "quattrocento": 400,
        "cinquecento": 500,
        "centinaia": 100,
        "mille": 1000,
        "mila": 1000,
        "duemila": 2000,
        "tremila": 3000,
        "diecimila": 10_000,
        "migliaia": 1000,
        "milione": 10**6,
        "milioni": 10**6,
        "miliardo": 10**9,
        "miliardi": 10**9,
    },
    ordinals=counted("terzo terza,,quinto quinta,sesto sesta,settimo settima,ottavo ottava,nono nona,decimo decima", 3),
    fractions={"metà": 0.5},
    points=listed("punto punti"),
    currencies={"euro": "€", "dollaro": "$", "dollari": "$", "sterline": "£", "yen": "¥"},
    negations=listed("non no mai nessun nessuno nessuna nulla niente senza né neanche nemmeno neppure"),
    hedges=listed(
        "forse probabilmente possibilmente apparentemente presumibilmente presunto presunta presunti presunte "
        "presuntamente potrebbe potrebbero sembra sembrava sembrano sarebbe sarebbero avrebbe avrebbero verosimilmente"
    ),
    approximators=listed("circa quasi approssimativamente intorno"),
    sayings=lemmas(
        {
            "dire": "disse dissero dice dicono detto diceva",
            "affermare": "affermò affermarono afferma affermano affermato affermava",
            "dichiarare": "dichiarò dichiararono dichiara dichiarato",
            "sostenere": "sostenne sostiene sostengono sostenuto",
            "annunciare": "annunciò annunciarono annuncia annunciato",
            "confermare": "confermò confermarono conferma confermato",
            "negare": "negò negarono nega negato smentì smentito smentisce",
            "ammettere": "ammise ammisero ammette ammesso",
            "spiegare": "spiegò spiegarono spiega spiegato",
            "avvertire": "avvertì avvertirono avverte avvertito",
            "insistere": "insistette insiste insistito",
            "assicurare": "assicurò assicurato",
            "accusare": "accusò accusarono accusa accusato",
            "rispondere": "rispose risposero risposto",
            "raccontare": "raccontò racconta raccontato",
            "denunciare": "denunciò denuncia denunciato",
        }
    ),
    unsure_sayings=lemmas(
        {
            "aggiungere": "aggiunse aggiunge aggiunto",
            "sottolineare": "sottolineò sottolinea sottolineato",
            "scrivere": "scrisse scrive scritto",
            "riferire": "riferì riferisce riferito",
            "osservare": "osservò osserva osservato",
            "precisare": "precisò precisa precisato",
        }
    ),
    sources=(("secondo",), ("stando", "a")),
)
