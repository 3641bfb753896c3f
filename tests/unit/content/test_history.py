"""Titles and addresses that would tell in a browser's history what has happened."""

from centres.content import history
from centres.content.prose import FrontMatter, Prose
from centres.data.model import Language, WordList
from centres.i18n import Words


def language(code: str, variant_of: str | None = None) -> Language:
    fields = {"code": code, "name": code, "name_in_swedish": code, "direction": "ltr"}
    return Language.model_validate({**fields, "variant_of": variant_of})


LANGUAGES = {
    one.code: one
    for one in (language("sv"), language("pl"), language("ar"), language("pl-simple", "pl"))
}
LISTS = {
    code: WordList.model_validate({"telling": [word]})
    for code, word in (("sv", "våld"), ("pl", "Przemoc"), ("ar", "عنف"))
}


def said(code: str, title: str, path: str = "rad/a/", audience: str = "visitor") -> list[str]:
    """Return what an editor is told of a page."""
    matter = FrontMatter.model_validate(
        {"title": title, "reviewed": "2026-11-22", "audience": audience}
    )
    page = Prose(code, path, f"content/{code}/{path[:-1]}.md", matter, "# A\n")
    found = history.problems_in([page], LANGUAGES, LISTS)
    return [problem.sentence(Words("sv")) for problem in found]


def test_a_title_may_not_have_a_word_of_its_own_language_or_of_swedish() -> None:
    """In capitals or inside another word; a variant has its base language's words."""
    for code, title, word in (
        ("sv", "Om VÅLDET", "våld"),
        ("pl", "Przemocy", "przemoc"),
        ("pl", "Våld", "våld"),
        ("pl-simple", "O przemocy", "przemoc"),
        ("ar", "عن العنف", "عنف"),
    ):
        assert said(code, title) == [
            f"”{title}” syns i webbläsarens historik, och ”{word}” berättar vad som har hänt."
        ]


def test_a_word_of_another_language_tells_nobody_anything() -> None:
    """Part of a word in one language is an innocent word in the next."""
    assert said("ar", "Przemoc") == []
    assert said("sv", "Przemoc") == []


def test_an_address_is_read_as_it_is_written_without_marks() -> None:
    """A file is called valdtakt, never våldtäkt; in every language the address is the Swedish."""
    for code in ("sv", "pl", "ar"):
        assert said(code, "A", "rad/valdtakt/") == [
            "”rad/valdtakt/” syns i webbläsarens historik, och ”våld” berättar vad som har hänt."
        ]


def test_the_guide_and_pages_in_no_language_of_the_site_are_let_be() -> None:
    """The guide is read at work; a folder that is no language is another rule's."""
    assert said("sv", "Våld", "starta/a/", "guide") == []
    assert said("xx", "Våld") == []
