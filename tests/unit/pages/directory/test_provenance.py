"""Where it comes from what a page says of a municipality and its centre, and from which day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from centres.data import loader
from centres.data.directory import Directory
from centres.i18n import Words
from centres.pages.directory.provenance import known_from, of_centre, of_municipality
from centres.pages.edition import Edition
from centres.pages.evidence import Subject
from helpers import TODAY, centre, changed_data, municipality

CLOSED = """\
- id: vara
  name: Stödcentrum i Vara
  moved_to: none
  municipalities: [Vara]
  date: 2026-05-17
  source: centret
  checked: 2026-06-01
"""
REVIEW = (
    "14 januari 2026",
    "Stödcentrum för brottsutsatta – en nationell granskning, med kontaktuppgifter i bilaga 2, "
    "Brottsoffermyndigheten",
)
WEBSITES = (
    "17 september 2026",
    "Lista över kommunernas webbplatser (läst i en offentlig avskrift), Sveriges Kommuner och "
    "Regioner",
)


def test_that_there_is_none_comes_from_the_review_and_has_its_day(directory: Directory) -> None:
    """Nobody has asked Vara since."""
    source, day = known_from(directory, None, municipality(directory, "Vara"))
    assert (source.id, day) == ("bilaga-2", date(2026, 1, 14))


def test_that_there_is_a_centre_comes_from_its_entry(directory: Directory) -> None:
    """With the day when somebody checked it."""
    lund = centre(directory, "lund")
    source, day = known_from(directory, lund, municipality(directory, "Lund"))
    assert (source.id, day) == ("bilaga-2", lund.checked)


def test_that_there_is_none_any_more_comes_from_whoever_said_that_it_closed(
    tmp_path: Path,
) -> None:
    """The review said that there was one."""
    data = changed_data(tmp_path)
    (data / "retired.yaml").write_text(CLOSED, encoding="utf-8")
    directory = loader.load(data, TODAY)
    source, day = known_from(directory, None, municipality(directory, "Vara"))
    assert (source.id, day) == ("centret", date(2026, 6, 1))


def told(edition: Edition, name: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Return what the fold of a municipality's page says of each subject, as visitors read it."""
    place = municipality(edition.directory, name)
    subjects = of_municipality(edition, place, edition.directory.centre_of.get(place.code))
    return [(subject.name.striptags(), rows(subject)) for subject in subjects]


def rows(subject: Subject) -> list[tuple[str, str, str]]:
    """Return the facts of each row on a subject, with ";" for a new line, its date and source."""
    return [
        (
            row.facts.replace("<br>", "; ").striptags(),
            row.date,
            row.source.striptags() if row.source else "",
        )
        for row in subject.evidence
    ]


def test_a_municipality_without_a_centre_has_the_review_and_how_to_reach_it(
    swedish: Edition,
) -> None:
    """Ale has a switchboard too, whose source is older than that of the website."""
    assert told(swedish, "Ale") == [
        (
            "Ale",
            [
                ("inget stödcentrum", *REVIEW),
                ("www.ale.se", *WEBSITES),
                ("0303-70 30 00", "31 januari 2025", "Ale kommun"),
            ],
        )
    ]


def test_a_municipality_with_a_centre_has_the_facts_of_both(swedish: Edition) -> None:
    """The centre's by their sources, and what nobody has confirmed last; not that there is one."""
    assert told(swedish, "Gnosjö") == [
        (
            "Stödcentrum",
            [
                ("Tar emot dig som är utsatt för brott: Ja; Stödsamtal: Ja", *REVIEW),
                (
                    "åldersgränsen; Tar emot vittnen; Tar emot anhöriga; Tar emot den som själv "
                    "har begått brott; Tar emot vid våld i en nära relation; Praktisk hjälp, till "
                    "exempel med blanketter; Stöd inför och under en rättegång; Medling; Går det "
                    "att vara anonym?; Är det gratis?; Öppettider; Går det att komma utan att ha "
                    "bestämt en tid?; Språk som någon där talar; Tolk",
                    "",
                    "",
                ),
            ],
        ),
        (
            "Gnosjö",
            [("www.gnosjo.se", *WEBSITES), ("0370-33 10 00", "2020", "Gnosjö kommun")],
        ),
    ]


def test_a_municipality_that_nobody_knows_how_to_reach_says_nothing_of_it(
    swedish: Edition,
) -> None:
    """With a centre there is nothing to say of the municipality; without, that there is none."""
    nobody = replace(swedish, directory=replace(swedish.directory, contacts={}))
    assert [name for name, _ in told(nobody, "Lund")] == [centre(swedish.directory, "lund").name]
    assert told(nobody, "Vara") == [("Vara", [("inget stödcentrum", *REVIEW)])]


def test_a_fact_of_a_centre_stands_by_the_source_that_it_has_itself(tmp_path: Path) -> None:
    """Hours with every season, and an age limit; the question about each is gone."""
    hours = (
        "{weekly: [Mo-Fr 09:00-16:00], exceptions: [{from: 07-01, to: 07-31, weekly: closed}], "
        "source: kommunens-webbplats, checked: 2026-11-20}"
    )
    data = changed_data(
        tmp_path,
        ("  ages: young\n", "  ages: {up_to: 21, source: centret, checked: 2026-11-21}\n"),
        ("  opening_hours: not confirmed\n", f"  opening_hours: {hours}\n"),
    )
    directory = loader.load(data, TODAY)
    edition = Edition(directory, directory.languages[0], Words("sv"))
    boras = rows(of_centre(edition, centre(directory, "boras")))
    assert boras[:-1] == [
        (
            "033-35 51 98; stodcentrum@boras.se; Tar emot dig som är utsatt för brott: Ja; "
            "Stödsamtal: Ja",
            *REVIEW,
        ),
        ("till och med 21 år", "21 november 2026", "Uppgift från centret, Centret"),
        (
            "Öppettider: vardagar 9–16. Stängt 1 juli–31 juli",
            "20 november 2026",
            "Kommunens webbplats, Kommunen",
        ),
    ]
    assert boras[-1][0].startswith("Tar emot vittnen; ")
    assert "Öppettider" not in boras[-1][0]


def test_the_source_of_a_centre_is_told_where_it_says_no_more_than_that_there_is_one(
    tmp_path: Path,
) -> None:
    """All else about Gnosjö's centre is from itself."""
    own = "{value: yes, source: centret, checked: 2026-11-21}"
    head, name, entry = (
        (changed_data(tmp_path) / "centres.yaml").read_text("utf-8").partition("- id: gnosjo\n")
    )
    for fact in ("victims", "support_talks"):
        entry = entry.replace(f"    {fact}: yes\n", f"    {fact}: {own}\n", 1)
    (tmp_path / "data/centres.yaml").write_text(head + name + entry, encoding="utf-8")
    directory = loader.load(tmp_path / "data", TODAY)
    edition = Edition(directory, directory.languages[0], Words("sv"))
    assert rows(of_centre(edition, centre(directory, "gnosjo")))[:-1] == [
        ("att centret finns", *REVIEW),
        (
            "Tar emot dig som är utsatt för brott: Ja; Stödsamtal: Ja",
            "21 november 2026",
            "Uppgift från centret, Centret",
        ),
    ]


def test_an_undated_source_is_named_as_such(swedish: Edition) -> None:
    """The age limit of Täby's centre, and that a person there mediates."""
    ((_, of_taby), _) = told(swedish, "Täby")
    assert [(date, source) for _, date, source in of_taby[1:-1]] == [
        ("utan datum", "Vallentuna kommun"),
        ("utan datum", "Vaxholms stad"),
    ]
    assert of_taby[1][0].startswith("mellan 10 och 20 år; ")
    assert of_taby[2][0] == "Medling: Ja"


def test_an_address_that_is_not_published_is_not_told_of(swedish: Edition) -> None:
    """Nor that there is one."""
    for one in swedish.directory.centres:
        facts = " ".join(facts for facts, _, _ in rows(of_centre(swedish, one)))
        for email in one.emails:
            assert (email.address in facts) == email.published
