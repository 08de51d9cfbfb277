"""Polish."""

from __future__ import annotations

from diptych.comparison.languages.lexicon import Lexicon, counted, lemmas, listed

_TENS = {
    word: 10 * value
    for word, value in counted("dwadzieścia dwudziestu,trzydzieści trzydziestu,czterdzieści czterdziestu", 2).items()
} | {
    stem + ending: 10 * value
    for stem, value in counted("pięćdziesi,sześćdziesi,siedemdziesi,osiemdziesi,dziewięćdziesi", 5).items()
    for ending in ("ąt", "ęciu")
}

POLISH = Lexicon(
    code="pl",
    closed=listed(
        "i w na z do się nie że to jest o za po od jak ale dla przez przy ze oraz był była było były są które który "
        "która których ich jego jej tym tego tej także co już tylko być ma przed jako czy roku po we więc gdy"
    ),
    decimal=",",
    months=counted(
        "styczeń stycznia styczniu,luty lutego lutym,marzec marca marcu,kwiecień kwietnia kwietniu,maj maja maju,"
        "czerwiec czerwca czerwcu,lipiec lipca lipcu,sierpień sierpnia sierpniu,wrzesień września wrześniu,"
        "październik października październiku,listopad listopada listopadzie,grudzień grudnia grudniu"
    ),
    unsure_months=listed("maja"),
    weekdays=counted(
        "poniedziałek poniedziałku,wtorek wtorku,środa środę środy,czwartek czwartku,piątek piątku,"
        "sobota sobotę soboty,niedziela niedzielę niedzieli"
    ),
    days=listed("wczoraj dziś dzisiaj jutro przedwczoraj pojutrze"),
    numbers=counted(
        "zero,,dwa dwie dwóch dwu,trzy trzech,cztery czterech,pięć pięciu,sześć sześciu,siedem siedmiu,osiem ośmiu,"
        "dziewięć dziewięciu,dziesięć dziesięciu,jedenaście jedenastu,dwanaście dwunastu,trzynaście trzynastu,"
        "czternaście czternastu,piętnaście piętnastu,szesnaście szesnastu,siedemnaście siedemnastu,"
        "osiemnaście osiemnastu,dziewiętnaście dziewiętnastu",
        0,
    )
    | _TENS,
    scales={
        "sto": 100,
        "stu": 100,
        "dwieście": 200,
        "dwustu": 200,
        "trzysta": 300,
        "trzystu": 300,
        "czterysta": 400,
        "czterystu": 400,
        "pięćset": 500,
        "pięciuset": 500,
        "sześćset": 600,
        "siedemset": 700,
        "osiemset": 800,
        "dziewięćset": 900,
        "tysiąc": 1000,
        "tysiąca": 1000,
        "tysiące": 1000,
        "tysięcy": 1000,
        "tys": 1000,
        "milion": 10**6,
        "miliona": 10**6,
        "miliony": 10**6,
        "milionów": 10**6,
        "mln": 10**6,
        "miliard": 10**9,
        "miliarda": 10**9,
        "miliardy": 10**9,
        "miliardów": 10**9,
        "mld": 10**9,
        "bilion": 10**12,
        "bilionów": 10**12,
        "bln": 10**12,
    },
    abbreviated=listed("tys"),
    ordinals={
        stem + ending: value
        for stem, value in counted("czwart,piąt,szóst,siódm,ósm,dziewiąt,dziesiąt", 4).items()
        for ending in ("y", "a", "e", "ego", "ej", "emu", "ym", "ą")
    }
    | {f"trzeci{ending}": 3 for ending in ("", "a", "e", "ego", "ej", "emu", "m", "ą")},
    fractions={
        "pół": 0.5,
        "połowa": 0.5,
        "połowę": 0.5,
        "połowy": 0.5,
        "ćwierć": 0.25,
        "półtora": 1.5,
        "półtorej": 1.5,
    },
    percent=listed("procent procenta procentów proc"),
    currencies={
        "złoty": "zł",
        "złotego": "zł",
        "złote": "zł",
        "złotych": "zł",
        "zł": "zł",
        "euro": "€",
        "dolar": "$",
        "dolara": "$",
        "dolary": "$",
        "dolarów": "$",
        "funt": "£",
        "funtów": "£",
        "funty": "£",
    },
    negations=listed(
        "nie bez nigdy nikt nikogo nikomu nic niczego niczym ani nigdzie żaden żadna żadne żadnego żadnej żadnych "
        "żadnym niemożliwe"
    ),
    hedges=listed(
        "prawdopodobnie zapewne podobno ponoć rzekomo rzekomy rzekoma rzekome rzekomego rzekomej rzekomych "
        "domniemany domniemana domniemane domniemanego domniemanej domniemanych przypuszczalnie chyba najpewniej "
        "ewentualnie podejrzewany podejrzewana"
    ),
    approximators=listed("około ok prawie niemal blisko"),
    sayings=lemmas(
        {
            "powiedzieć": "powiedział powiedziała powiedzieli powiedziały mówi mówią mówił mówiła mówili",
            "stwierdzić": "stwierdził stwierdziła stwierdzili stwierdza",
            "twierdzić": "twierdzi twierdzą twierdził twierdziła twierdzili",
            "oświadczyć": "oświadczył oświadczyła oświadczyli oświadczyło oświadcza",
            "poinformować": "poinformował poinformowała poinformowali poinformowało informuje informują",
            "zapewnić": "zapewnił zapewniła zapewnili zapewnia zapewniają",
            "przyznać": "przyznał przyznała przyznali przyznaje przyznają",
            "zaprzeczyć": "zaprzeczył zaprzeczyła zaprzeczyli zaprzecza zaprzeczają",
            "potwierdzić": "potwierdził potwierdziła potwierdzili potwierdziło potwierdza potwierdzają",
            "podkreślić": "podkreślił podkreśliła podkreślili podkreśla",
            "ogłosić": "ogłosił ogłosiła ogłosili ogłosiło ogłasza",
            "ostrzec": "ostrzegł ostrzegła ostrzegli ostrzega ostrzegają",
            "oskarżyć": "oskarżył oskarżyła oskarżyli oskarża oskarżają",
            "wyjaśnić": "wyjaśnił wyjaśniła wyjaśnili wyjaśnia",
            "odpowiedzieć": "odpowiedział odpowiedziała odpowiedzieli odpowiada",
            "przekonywać": "przekonuje przekonują przekonywał przekonywała",
        }
    ),
    unsure_sayings=lemmas(
        {
            "dodać": "dodał dodała dodali dodaje",
            "zauważyć": "zauważył zauważyła zauważyli zauważa",
            "napisać": "napisał napisała napisali pisze piszą",
            "uważać": "uważa uważają uważał uważała",
            "zaznaczyć": "zaznaczył zaznaczyła zaznaczyli zaznacza",
            "wskazać": "wskazał wskazała wskazali wskazuje",
            "podać": "podał podała podali podało podaje podają",
        }
    ),
    sources=(("według",), ("zdaniem",)),
)
