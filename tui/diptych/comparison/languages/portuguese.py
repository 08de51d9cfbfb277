"""Portuguese, of Portugal and of Brazil."""

from __future__ import annotations

from diptych.comparison.languages.lexicon import Lexicon, counted, lemmas, listed

PORTUGUESE = Lexicon(
    code="pt",
    closed=listed(
        "o a os as de do da dos das e que em um uma por para com não se no na nos nas ao aos à mais como mas foi seu "
        "sua ou ser são pelo pela também há já está entre ele ela isso após até tem foram é sobre"
    ),
    decimal=",",
    months=counted("janeiro,fevereiro,março,abril,maio,junho,julho,agosto,setembro,outubro,novembro,dezembro"),
    date_joints=listed("de ,"),
    weekdays=counted("segunda-feira,terça-feira,quarta-feira,quinta-feira,sexta-feira,sábado,domingo"),
    days=listed("ontem hoje amanhã anteontem"),
    numbers=counted(
        "zero,,dois duas,três,quatro,cinco,seis,sete,oito,nove,dez,onze,doze,treze,catorze quatorze,quinze,"
        "dezasseis dezesseis,dezassete dezessete,dezoito,dezanove dezenove",
        0,
    )
    | {
        word: 10 * n
        for word, n in counted("vinte,trinta,quarenta,cinquenta,sessenta,setenta,oitenta,noventa", 2).items()
    },
    scales={
        "cem": 100,
        "cento": 100,
        "centenas": 100,
        "duzentos": 200,
        "duzentas": 200,
        "trezentos": 300,
        "trezentas": 300,
        "quinhentos": 500,
        "mil": 1000,
        "milhares": 1000,
        "milhão": 10**6,
        "milhões": 10**6,
        "bilhão": 10**9,
        "bilhões": 10**9,
        "biliões": 10**12,
        "trilhões": 10**12,
    },
    ordinals=counted("terceiro terceira,,quinto,sexto,sétimo sétima,oitavo oitava,nono nona,décimo décima", 3),
    fractions={"metade": 0.5},
    points=listed("ponto pontos"),
    currencies={"euro": "€", "euros": "€", "dólar": "$", "dólares": "$", "libras": "£", "ienes": "¥"},
    negations=listed("não nunca jamais nenhum nenhuma nada ninguém sem nem tampouco"),
    hedges=listed(
        "talvez provavelmente possivelmente aparentemente alegadamente supostamente suposto suposta supostos supostas "
        "alegado alegada poderia poderiam parece parecia parecem porventura presumivelmente"
    ),
    approximators=listed("cerca quase aproximadamente perto uns umas"),
    sayings=lemmas(
        {
            "dizer": "disse disseram diz dizem dito dizia",
            "afirmar": "afirmou afirmaram afirma afirmam afirmado",
            "declarar": "declarou declararam declara declarado",
            "alegar": "alegou alegaram alega",
            "anunciar": "anunciou anunciaram anuncia anunciado",
            "confirmar": "confirmou confirmaram confirma confirmado",
            "negar": "negou negaram nega desmentiu desmentiram",
            "admitir": "admitiu admitiram admite reconheceu reconheceram",
            "explicar": "explicou explicaram explica explicado",
            "alertar": "alertou alertaram advertiu advertiram",
            "insistir": "insistiu insistiram insiste",
            "garantir": "garantiu garantiram",
            "denunciar": "denunciou denunciaram denuncia",
            "acusar": "acusou acusaram acusa acusado",
            "responder": "respondeu responderam",
            "contar": "contou contaram",
        }
    ),
    unsure_sayings=lemmas(
        {
            "acrescentar": "acrescentou acrescentaram acrescenta",
            "escrever": "escreveu escreveram",
            "informar": "informou informaram",
            "relatar": "relatou relataram",
            "sublinhar": "sublinhou sublinharam",
            "referir": "referiu referiram",
        }
    ),
    sources=(("segundo",), ("de", "acordo", "com"), ("conforme",)),
)
