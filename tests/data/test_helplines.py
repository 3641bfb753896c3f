"""The national lines: only what has a source, and each promise about the number it was made of."""

from centres.data.model import Channel, Helpline
from helpers import DIRECTORY

LINES = {line.id: line for line in DIRECTORY.helplines}
# Typed from the research on each line: its ways to reach it, each with its number or address, its
# hours, and the date of the source of those; of a way without hours, the date of its own source.
WEEK, WOMENS_CHAT = (
    "Mo-Su 00:00-24:00",
    ("Mo 15:00-21:00, Tu 08:00-13:00, Th 15:00-21:00, Fr 09:00-16:00, Su 11:00-17:00"),
)
NIGHT = "Mo-Su 21:00-24:00, Mo-Su 00:00-06:00"
JUNE_4, JUNE_5, WINTER = "2026-06-04", "2026-06-05", "2025-12-10"
SOS = "https://www.sosalarm.se/trygghet/viktiga-telefonnummer/112/112-for-tal--och-horselskadade/"
STORASYSTER = "https://storasyster.org/stod-och-hjalp-efter-sexuella-overgrepp/"
MIND = "https://mind.se/stod-kunskap/prata-eller-chatta-med-volontar/sjalvmordslinjen/chatt/"
EXPECTED = {
    "112": [("call", "112", WEEK, JUNE_5)],
    "sms-112": [("sms", "112", WEEK, "2017"), ("web", SOS, "", "undated")],
    "socialjouren": [("call", "112", "", JUNE_5)],
    "polisen": [("call", "114 14", WEEK, "undated"), ("call", "077-114 14 00", "", "undated")],
    "brottsofferjouren": [
        (
            "call",
            "116 006",
            "Mo-Tu 09:00-19:00, We-Fr 09:00-17:00, Sa-Su 09:00-12:00, Sa-Su 13:00-16:00, "
            "06-01/07-31 Mo-Fr 09:00-19:00",
            JUNE_4,
        ),
        (
            "chat",
            "https://www.brottsofferjouren.se/om-oss/kontakt/",
            "Mo-Fr 09:00-16:00, Sa-Su 09:00-12:00, Sa-Su 13:00-16:00",
            JUNE_4,
        ),
        ("mail", "fraga@boj.se", "", JUNE_4),
    ],
    "bris": [
        ("call", "116 111", WEEK, JUNE_4),
        ("sms", "116 111", WEEK, JUNE_4),
        ("chat", "https://barn.bris.se/", WEEK, JUNE_4),
        ("web", "https://barn.bris.se/", "", JUNE_4),
    ],
    "jag-vill-veta": [("web", "https://www.jagvillveta.se/", "", "2024")],
    "kvinnofridslinjen": [
        ("call", "020-50 50 50", WEEK, JUNE_4),
        ("call", "116 016", WEEK, JUNE_4),
        ("chat", "https://kvinnofridslinjen.se/", WOMENS_CHAT, JUNE_4),
    ],
    "man": [
        ("call", "020-80 80 80", "Mo-Su 07:00-21:00", WINTER),
        (
            "chat",
            "https://stodlinjenforman.se/",
            "Mo 15:00-21:00, Th 15:00-21:00, Su 11:00-17:00",
            WINTER,
        ),
    ],
    "transpersoner": [
        ("call", "020-55 00 00", WEEK, JUNE_5),
        ("chat", "https://stodlinjenfortranspersoner.se/", WOMENS_CHAT, JUNE_5),
    ],
    "nkjt": [
        ("sign language", "https://nkjt.se/", "", "undated"),
        ("mail", "stod@nationellkvinnojour.se", "", "2021-09-10"),
    ],
    "ratt-att-valja": [("call", "020-57 70 70", "Mo-Su 07:00-21:00", "2024-06-03")],
    "somaya": [
        ("call", "020-81 82 83", "Mo-Fr 09:00-16:00", JUNE_4),
        ("mail", "stodjouren@somaya.se", "", JUNE_4),
    ],
    "storasyster": [
        (
            "chat",
            STORASYSTER,
            "Mo-Th 19:00-21:00, Fr-Sa 13:00-15:00, Su 19:00-21:00",
            JUNE_5,
        )
    ],
    "rfsl-stodmottagning": [
        ("call", "020-34 13 16", "Th 09:00-12:00", JUNE_4),
        ("mail", "stod@rfsl.se", "", JUNE_4),
    ],
    "sjalvmordslinjen": [("call", "90101", WEEK, JUNE_4), ("chat", MIND, WEEK, JUNE_4)],
    "hjalplinjen": [
        ("call", "90390", WEEK, JUNE_4),
        ("call", "0202-90390", WEEK, JUNE_4),
        ("web", "https://hjalplinjen.se/", "", JUNE_4),
    ],
    "ditt-ecpat": [("chat", "https://dittecpat.se/", "", "undated")],
    "killar": [
        (
            "chat",
            "https://killar.se/vara-stod/om-chatten",
            "Mo-Th 19:00-22:00, Su 19:00-22:00",
            JUNE_4,
        )
    ],
    "tjejzonen": [
        (
            "chat",
            "https://tjejzonen.se/hitta-hjalp/allmanna-chatten/",
            "Mo-Su 20:00-22:00",
            JUNE_4,
        )
    ],
    "jourhavande-kompis": [
        (
            "chat",
            "https://www.rkuf.se/fa-stod/jourhavande-kompis/",
            "Mo-Fr 18:00-21:00, Sa-Su 14:00-17:00, 2026-06-15/2026-08-23 Tu-Th 18:00-21:00, "
            "2026-06-15/2026-08-23 Su 14:00-17:00",
            JUNE_4,
        )
    ],
    "jourhavande-medmanniska": [
        ("call", "08-702 16 80", NIGHT, JUNE_4),
        (
            "chat",
            "https://www.jourhavande-medmanniska.se/chatt/",
            "Mo-Tu 21:00-24:00, Sa-Su 21:00-24:00",
            JUNE_4,
        ),
    ],
    "jourhavande-prast": [
        ("call", "112", NIGHT, JUNE_4),
        ("chat", "https://www.svenskakyrkan.se/jourhavandeprast", "Mo-Su 20:00-24:00", JUNE_4),
        ("web", "https://www.svenskakyrkan.se/jourhavandeprast", "", JUNE_4),
    ],
    "mansjouren": [
        (
            "call",
            "08-30 30 20",
            "Mo-Su 12:00-14:00, Mo-Fr 17:00-20:00, Su 17:00-20:00",
            JUNE_5,
        ),
        ("mail", "info@mansjouren.se", "", JUNE_5),
        ("web", "https://www.mansjouren.se/", "", JUNE_5),
    ],
    "bris-vuxna": [("call", "077-150 50 50", "", "undated")],
    "valj-att-sluta": [
        ("call", "020-555 666", "Mo-Fr 08:30-16:00", JUNE_4),
        ("chat", "https://valjattsluta.se/", "Mo 18:00-21:30", JUNE_4),
        ("mail", "info@valjattsluta.se", "", JUNE_4),
    ],
    "brottsoffermyndigheten": [("call", "090-70 82 00", "Mo-Fr 09:00-15:00", "2025")],
    "1177": [
        ("call", "1177", WEEK, JUNE_5),
        ("call", "0771-11 77 00", "", JUNE_5),
        ("web", "https://www.1177.se/", "", JUNE_5),
    ],
    "texttelefoni": [("web", "https://texttelefoni.se/", "", "undated")],
    "bildtelefoni": [("sign language", "https://bildtelefoni.net/", "", "undated")],
    "teletal": [("web", "https://teletal.se/", "", "undated")],
}


def found(line: Helpline, channel: Channel) -> tuple[str, str, str, str]:
    """Return a way to reach a line as it stands above."""
    own = channel.hours.source if channel.hours and channel.hours.known else None
    source = DIRECTORY.sources[own or channel.source or line.source]
    hours = ", ".join(channel.hours.rules()) if channel.hours else ""
    address = channel.number or channel.url or channel.address or ""
    return channel.kind, address, hours, source.date


def promised(promise: str) -> dict[str, str]:
    """Return the numbers that somebody promises something of, and the id of who says so."""
    return {
        channel.number or "": fact.source or line.source
        for line in LINES.values()
        for channel in line.calls
        if (fact := getattr(channel, promise)).value == "yes"
    }


def test_every_line_has_the_addresses_the_hours_and_the_date_of_its_source() -> None:
    """And no line is listed that is not here."""
    assert {name: [found(line, one) for one in line.channels] for name, line in LINES.items()} == (
        EXPECTED
    )


def test_what_is_promised_of_one_number_is_not_said_of_another() -> None:
    """Only of 020-50 50 50 has somebody said that it stays off the bill, and nobody of 116 016."""
    assert promised("not_on_bill") == {"020-50 50 50": "nck-kvinnofridslinjen"}
    assert promised("free") == {
        "112": "stodlinjer-2026-06-05",
        "116 006": "boj-telefoncentral-2020",
        "116 111": "stodlinjer-2026-06-04",
        "020-50 50 50": "nck-kvinnofridslinjen",
        "020-80 80 80": "nck-stodtelefoner-2024",
        "020-55 00 00": "stodlinjer-2026-06-05",
        "020-57 70 70": "nck-heder-2024",
        "020-81 82 83": "stodlinjer-2026-06-04",
        "020-34 13 16": "stodlinjer-2026-06-04",
        "90390": "stodlinjer-2026-06-04",
        "020-555 666": "stodlinjer-2026-06-04",
    }


def test_the_button_of_kvinnofridslinjen_dials_the_number_that_the_promise_is_about() -> None:
    """The shorter one stands second, and says that it may show."""
    first, second = LINES["kvinnofridslinjen"].calls
    assert (first.tel, second.tel, second.note) == (
        "020505050",
        "116016",
        "Kan synas på räkningen",
    )


def test_112_is_never_called_anonymous() -> None:
    """They mostly see where a phone is, also when they connect a call to somebody else."""
    on_112 = [line for line in LINES.values() if "112" in {one.number for one in line.channels}]
    assert {line.id: line.anonymous.value for line in on_112} == {
        "112": "not confirmed",
        "sms-112": "no",
        "socialjouren": "not confirmed",
        "jourhavande-prast": "not confirmed",
    }


def test_only_the_line_whose_money_was_for_a_time_may_have_closed() -> None:
    """Its pilot could go on to the end of 2025."""
    assert {name: line.funded_to.value for name, line in LINES.items() if line.funded_to} == {
        "ratt-att-valja": "2025-12"
    }


def test_a_line_for_professionals_or_one_without_a_present_source_is_not_listed() -> None:
    """Research marks these as not to be published."""
    numbers = {channel.number for line in LINES.values() for channel in line.channels}
    assert numbers.isdisjoint({"010-223 57 60", "0200-77 88 20", "020-22 00 60", "020-52 10 10"})


def test_no_sentence_about_a_line_says_that_it_may_be_wrong() -> None:
    """Doubt is said once, in the fold with the sources."""
    doubt = ("kan ha ändrats", "inte bekräftat", "när uppgiften skrevs")
    texts = [
        text
        for line in LINES.values()
        for text in [line.note.value if line.note else "", *(one.note for one in line.channels)]
        if text
    ]
    assert [text for text in texts if any(words in text for words in doubt)] == []
