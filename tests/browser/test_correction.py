"""The page on which a centre says what is right: filled in by keyboard, refused, printed, sent.

Siblings: templates/correction.html, theme/assets/correction.js, theme/assets/correction.css.
"""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from centres import cli
from centres.data import loader
from centres.data.round.lines import lines
from centres.data.round.mailto import MOST
from centres.data.round.questions import OF_CENTRE
from centres.pages import correction
from centres.site import load
from clipboard import pasted
from helpers import DIRECTORY, LATEST, ROOT, SETTINGS, TODAY, centre, changed_data, problems

TABY = "redigera/taby/"
# What a test types; what the fields hold at first is the directory's.
ANSWER = """\
Id: taby

Öppettider: mån–tor 9–12, 13–16
Webbsida: https://www.example.org/stod
Anonym: nej (men i första samtalet)
allt stämmer
"""
# What is filled in of every kind, and what our lines then say.
TYPED = {
    "opening-hours": "mån–tor 9–12, 13–16",
    "web-page-url": "https://www.example.org/stod",
    "ages": "10 till och med 20",
    "channels-chat": "https://www.example.org/chatt (svarar vardagar 9–16)",
    "visiting-address": "Storgatan 1 i Exempel",
    "languages": "svenska, engelska",
    "note": "Ingången är från gården.",
}
CHOSEN = {"anonymity": "ja", "services-mediation": "nej", "drop-in": "nej"}
BECAME = {
    "opening_hours": "mån–tor 9–12, 13–16",
    "web_page.url": "https://www.example.org/stod",
    "ages": "från 10 till och med 20",
    "anonymity": "ja (Upp till fem samtal.)",
    "services.mediation": "nej",
    "drop_in": "nej",
    "channels.chat": "https://www.example.org/chatt (svarar mån–fre 9–16)",
    "visiting_address": "Storgatan 1 i Exempel",
    "languages": "svenska, engelska",
    "note": "Ingången är från gården.",
}
MAKE = "Gör en text av svaren"
KEPT = "[...Object.entries(localStorage), ...Object.entries(sessionStorage), document.cookie]"


def type_into(page: Page, field: str, text: str) -> None:
    """Type a text instead of what a field holds, by keyboard alone, once the field is reached."""
    reach(page, f"#{field}")
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def reach(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus; it must come after where the focus is."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_an_answer_is_made_by_keyboard_and_nothing_is_sent_or_kept(page: Page) -> None:
    """Lines like those of the letter, of what has changed; one says that all else is right."""
    page.goto(TABY, wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.url
    type_into(page, "opening-hours", "mån–tor 9–12, 13–16")
    type_into(page, "web-page-url", "https://www.example.org/stod")
    reach(page, "[name=anonymity]")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Nej").first).to_be_checked()
    type_into(page, "anonymity", "men (i första samtalet)")
    reach(page, "#resten")
    page.keyboard.press("Space")
    reach(page, ".make")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Läs igenom och skicka")).to_be_focused()
    expect(page.locator("#svar")).to_have_text(ANSWER.strip())
    assert page.locator("#svar").text_content() == ANSWER
    assert asked == []
    assert page.url == before
    assert [one for one in page.evaluate(KEPT) if one] == []
    assert page.errors == []  # type: ignore[attr-defined]


def test_the_answer_is_copied(phone: BrowserContext, page: Page) -> None:
    """As it stands there."""
    phone.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(TABY)
    page.get_by_label("När kan man ringa er?").fill("enligt överenskommelse")
    page.get_by_role("button", name=MAKE).click()
    page.get_by_role("button", name="Kopiera").click()
    assert pasted(page).strip() == "Id: taby\n\nÖppettider: enligt överenskommelse"


def test_what_cannot_be_read_is_said_above_and_beside_the_field(page: Page) -> None:
    """A press leads from one to the other; what is put right makes an answer."""
    page.goto(TABY)
    field = page.get_by_label("Vilken adress har er egen webbsida?")
    field.fill("www.example.org")
    page.get_by_role("button", name=MAKE).click()
    message = (
        "”www.example.org” är ingen webbadress. Den ska börja med https:// och sakna mellanslag."
    )
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(re.escape(message) + "$"))
    expect(page.locator("#svar")).to_be_hidden()
    summary.get_by_role("link", name=f"Webbsida: {message}").click()
    expect(field).to_be_focused()
    field.fill("https://www.example.org")
    page.get_by_role("button", name=MAKE).click()
    expect(summary).to_be_hidden()
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(page.locator("#svar")).to_contain_text("Webbsida: https://www.example.org")


def test_an_unchanged_page_answers_nothing_and_begins_anew(page: Page) -> None:
    """Nor does one that has been filled in and loaded again: nothing is brought back."""
    page.goto(TABY)
    page.get_by_role("button", name=MAKE).click()
    expect(page.locator(".nothing")).to_contain_text("Du har inte fyllt i eller ändrat något.")
    expect(page.locator("#svar")).to_be_hidden()
    field = page.get_by_label("När kan man ringa er?")
    known = field.input_value()
    field.fill("tis 9–12")
    page.reload()
    expect(field).to_have_value(known)
    field.fill("tis 9–12")
    page.get_by_role("button", name="Börja om").click()
    expect(field).to_have_value(known)


def test_an_answer_that_has_been_shown_goes_when_something_changes(page: Page) -> None:
    """Nobody copies a text that no longer is what the fields hold."""
    page.goto(TABY)
    page.get_by_label("När kan man ringa er?").fill("tis 9–12")
    page.get_by_role("button", name=MAKE).click()
    expect(page.locator("#svar")).to_be_visible()
    page.get_by_label("När kan man ringa er?").fill("ons 9–12")
    expect(page.locator("#svar")).to_be_hidden()


@pytest.fixture
def mailed(page: Page) -> Page:
    """Open the page as it is when we have an address, and files that are edited somewhere."""
    settings = replace(
        SETTINGS, contact="hej@stod.example", repository="https://github.com/exempel/stod"
    )
    site = load.load(ROOT, LATEST, settings)
    made = correction.pages(site.editions["sv"], settings)
    (taby,) = (one for one in made if one.path == TABY)
    page.set_content(site.documents.document(taby, site.editions["sv"], []))
    return page


def test_a_letter_begins_with_the_answer_where_it_has_room(mailed: Page) -> None:
    """A longer one is copied: programs for mail would cut it off without a word."""
    field = mailed.get_by_label("Något mer som den som söker hjälp behöver veta?")
    letter = mailed.get_by_role("link", name="Skriv ett mejl med texten")
    github = mailed.get_by_role("link", name="Öppna filen med uppgifterna på GitHub")
    field.fill("Ring & fråga = 100 %?")
    mailed.get_by_role("button", name=MAKE).click()
    link = letter.get_attribute("href") or ""
    assert urlsplit(link).path == "hej@stod.example"
    query = parse_qs(urlsplit(link).query)
    assert query["subject"] == ["taby"]
    assert query["body"] == ["Id: taby\r\n\r\nÖvrigt: Ring & fråga = 100 %?\r\n"]
    assert len(link) < MOST
    file = "https://github.com/exempel/stod/edit/main/data/centres.yaml"
    expect(github).to_have_attribute("href", file)
    field.fill("å" * 400)
    mailed.get_by_role("button", name=MAKE).click()
    expect(letter).to_be_hidden()
    expect(mailed.get_by_text("Texten är för lång")).to_be_visible()


def test_without_a_script_the_page_is_a_sheet_to_fill_in(browser: Browser, address: str) -> None:
    """Each question with what we show, a box for each choice and a line; no button that is dead."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(TABY)
    page.emulate_media(media="print")
    for question in OF_CENTRE:
        expect(page.get_by_text(question.label, exact=True)).to_be_visible()
    choices = sum(len(question.answers) for question in OF_CENTRE if question.chosen)
    assert page.locator("[type=radio]:visible").count() == choices
    fields = page.locator("main [type=text]:visible, main textarea:visible")
    assert fields.count() == len(OF_CENTRE)
    known = {line.question for line in lines(centre(DIRECTORY, "taby")) if line.known}
    assert page.get_by_text("Vi visar:").count() == len(known)
    assert page.get_by_role("button").count() == 0
    context.close()


def test_what_is_emptied_is_a_no_and_so_a_question_to_the_editor(
    page: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing that we show goes because a field is emptied, and it is not confirmed either."""
    data = changed_data(tmp_path)
    example_page(page, tmp_path, "boras")
    page.locator("#phones").fill("")
    page.locator("#resten").check()
    before = (data / "centres.yaml").read_text(encoding="utf-8")
    told = answered(page, data, tmp_path, capsys)
    assert page.locator("#svar").text_content() == "Id: boras\n\nTelefon: nej\nallt stämmer\n"
    assert "rad 3: Telefon: Skriv ett nummer på varje rad." in told
    assert "Telefon: phones är bekräftat" not in told
    number = centre(loader.load(data, TODAY), "boras").phones[0].number
    assert number in before


def example_page(page: Page, root: Path, name: str) -> None:
    """Open the page of a centre of the example, whose data are in `root`."""
    site = load.load(root, TODAY, SETTINGS, design=ROOT)
    edition = site.editions["sv"]
    made = correction.pages(edition, SETTINGS)
    (own,) = (one for one in made if one.path == f"redigera/{name}/")
    page.set_content(site.documents.document(own, edition, []))


def answered(page: Page, data: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Make the text of the answer, and return what `centres answer` prints of it."""
    page.get_by_role("button", name=MAKE).click()
    answer = folder / "svar.txt"
    answer.write_text(page.locator("#svar").text_content() or "", encoding="utf-8")
    options = [f"--data={data}", f"--today={TODAY}", "--source=centret", "--format=text"]
    assert cli.main(["answer", str(answer), "--verified=domain", *options]) == 0
    assert problems(data) == []
    return capsys.readouterr().out


def test_what_the_page_makes_is_read_as_a_letters_answer_is(
    page: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of it, and nothing else: what was typed is written, and the box confirms the rest."""
    data = changed_data(tmp_path)
    example_page(page, tmp_path, "boras")
    for field, text in TYPED.items():
        page.locator(f"#{field}").fill(text)
    for group, choice in CHOSEN.items():
        page.locator(f'[name="{group}"][value="{choice}"]').check()
    page.locator("#anonymity").fill("upp till fem samtal")
    page.locator("#resten").check()
    told = answered(page, data, tmp_path, capsys)
    assert "Raden svarar inte" not in told
    after = lines(centre(loader.load(data, TODAY), "boras"))
    values = {line.question.field: line.value for line in after}
    assert {name: values[name] for name in BECAME} == BECAME, told
    assert "att fråga" not in told
