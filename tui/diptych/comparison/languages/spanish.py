"""Spanish."""

from __future__ import annotations

from diptych.comparison.languages.lexicon import Lexicon, counted, lemmas, listed

SPANISH = Lexicon(
    code="es",
    closed=listed(
        "el la los las de del y que en un una por con para se no su al lo como más pero sus le ha este esta sin sobre "
        "entre cuando también fue había muy años son desde está según es ser han era todo hasta"
    ),
    decimal=",",
    months=counted(
        "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre setiembre,octubre,noviembre,diciembre"
    ),
    date_joints=listed("de del ,"),
    weekdays=counted("lunes,martes,miércoles,jueves,viernes,sábado,domingo"),
    days=listed("ayer hoy anteayer"),
    numbers=counted(
        "cero,,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce,trece,catorce,quince,dieciséis,diecisiete,"
        "dieciocho,diecinueve,veinte,veintiuno veintiún,veintidós,veintitrés,veinticuatro,veinticinco,veintiséis,"
        "veintisiete,veintiocho,veintinueve,treinta",
        0,
    )
    | {word: 10 * n for word, n in counted("cuarenta,cincuenta,sesenta,setenta,ochenta,noventa", 4).items()},
    scales={
        "cien": 100,
        "ciento": 100,
        "cientos": 100,
        "doscientos": 200,
        "doscientas": 200,
        "trescientos": 300,
        "trescientas": 300,
        "cuatrocientos": 400,
        "quinientos": 500,
        "quinientas": 500,
        "mil": 1000,
        "miles": 1000,
        "millón": 10**6,
        "millones": 10**6,
        "billón": 10**12,
        "billones": 10**12,
    },
    ordinals=counted(
        "tercero tercera tercer,,quinto quinta,sexto sexta,séptimo séptima,octavo octava,noveno novena,décimo décima", 3
    ),
    fractions={"mitad": 0.5},
    points=listed("punto puntos"),
    currencies={"euro": "€", "euros": "€", "dólar": "$", "dólares": "$", "libras": "£", "yenes": "¥"},
    negations=listed("no nunca jamás ningún ninguna ninguno nada nadie sin ni tampoco"),
    hedges=listed(
        "quizá quizás probablemente posiblemente aparentemente presuntamente supuestamente presunto presunta presuntos "
        "presuntas supuesto podría podrían parece parecía parecen acaso seguramente"
    ),
    approximators=listed("unos unas casi aproximadamente cerca alrededor"),
    sayings=lemmas(
        {
            "decir": "dijo dijeron dice dicen dicho decía",
            "afirmar": "afirmó afirmaron afirma afirman afirmado",
            "declarar": "declaró declararon declara declarado",
            "asegurar": "aseguró aseguraron asegura aseguran",
            "anunciar": "anunció anunciaron anuncia anunciado",
            "confirmar": "confirmó confirmaron confirma confirmado",
            "negar": "negó negaron niega desmintió desmintieron",
            "admitir": "admitió admitieron admite reconoció reconocieron reconoce",
            "explicar": "explicó explicaron explica explicado",
            "advertir": "advirtió advirtieron advierte",
            "insistir": "insistió insistieron insiste",
            "sostener": "sostuvo sostuvieron",
            "denunciar": "denunció denunciaron denuncia",
            "acusar": "acusó acusaron acusa acusado",
            "responder": "respondió respondieron",
            "alegar": "alegó alegaron alega",
            "contar": "contó",
        }
    ),
    unsure_sayings=lemmas(
        {
            "añadir": "añadió añadieron añade agregó agregaron",
            "señalar": "señaló señalaron señala",
            "indicar": "indicó indicaron indica",
            "escribir": "escribió escribieron",
            "informar": "informó informaron",
            "manifestar": "manifestó manifestaron",
        }
    ),
    sources=(("según",), ("de", "acuerdo", "con")),
)
