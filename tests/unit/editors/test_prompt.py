"""Questions at the keyboard: which answers are taken, and what is printed in between."""

from centres import i18n
from centres.data.field_types import Number, Slug
from centres.editors.prompt import NoAnswer, Prompt, problem_with
from centres.i18n import Words
from helpers import ROOT

QUESTION = "Telefonnummer? Enter om det inte finns något."


class Keyboard:
    """An editor who types `lines` and then ends the input; `printed` is what the editor sees."""

    def __init__(self, *lines: str, language: str = "sv") -> None:
        self.printed: list[str] = []
        typed = iter([*(f"{line}\n" for line in lines), ""])
        words = i18n.read(ROOT, language, "editor")
        self.prompt = Prompt(words, lambda: next(typed), self.printed.append)


def no_answer(keyboard: Keyboard, question: str = QUESTION) -> str:
    """Return what NoAnswer says when the input ends before an answer."""
    try:
        keyboard.prompt.ask(question, Number)
    except NoAnswer as error:
        return str(error)
    raise AssertionError("an answer was taken")


def test_a_question_is_asked_again_until_the_answer_fits() -> None:
    """What is wrong is said in the words of the check, indented below the question."""
    keyboard = Keyboard("12", " 08-123 45 67 ")
    assert keyboard.prompt.ask(QUESTION, Number) == "08-123 45 67"
    assert keyboard.printed == [
        QUESTION,
        '  ”12” är inget svenskt telefonnummer. Skriv hela numret inom citattecken, som "08-123 45 '
        '67".',
        QUESTION,
    ]


def test_enter_alone_takes_what_is_proposed() -> None:
    """The proposal stands in brackets after the question."""
    keyboard = Keyboard("")
    assert keyboard.prompt.ask("Vad heter centret?", Slug, "vara") == "vara"
    assert keyboard.printed == ["Vad heter centret? [vara]"]


def test_enter_alone_is_no_answer_where_nothing_is_proposed() -> None:
    """The question stays."""
    keyboard = Keyboard("", "vara")
    assert keyboard.prompt.ask("Vad heter centret?", Slug) == "vara"
    assert len(keyboard.printed) == 3


def test_a_question_that_may_be_left_takes_enter_or_one_answer() -> None:
    """And does not ask for more."""
    assert Keyboard("").prompt.ask_optional(QUESTION, Number) is None
    keyboard = Keyboard("112", "113 13")
    assert keyboard.prompt.ask_optional(QUESTION, Slug) == "112"
    assert keyboard.printed == [QUESTION]


def test_several_answers_end_with_enter_alone() -> None:
    """A wrong one does not count."""
    keyboard = Keyboard("Åre", "are", "vara", "")
    assert keyboard.prompt.ask_several("Vad heter centret?", Slug, least=1) == ["are", "vara"]
    assert keyboard.printed == [
        "Vad heter centret?",
        "  ”Åre” får bara ha små bokstäver a–z, siffror och bindestreck.",
        "Vad heter centret?",
        "Fler? Annars Enter.",
        "Fler? Annars Enter.",
    ]


def test_enter_alone_does_not_do_where_one_answer_is_needed() -> None:
    """The question is asked again."""
    keyboard = Keyboard("", "are", "")
    assert keyboard.prompt.ask_several("Vad heter centret?", Slug, least=1) == ["are"]
    assert keyboard.printed.count("Vad heter centret?") == 2


def test_the_end_of_the_input_is_no_answer_and_names_the_question_in_its_language() -> None:
    """Ctrl-D, or a file that is too short; in English the question is English too."""
    assert no_answer(Keyboard()) == QUESTION
    assert no_answer(Keyboard("12")) == QUESTION
    english = Keyboard(language="en")
    assert no_answer(english) == "Telephone number? Enter if there is none."
    assert english.printed == ["Telephone number? Enter if there is none."]


def test_what_is_wrong_with_an_answer_is_a_problem_and_a_right_answer_has_none() -> None:
    """Without a place: it stands in no file."""
    assert problem_with(Slug, "vara") is None
    problem = problem_with(Slug, "Vara")
    assert problem
    assert problem.sentence(Words("sv")) == (
        "”Vara” får bara ha små bokstäver a–z, siffror och bindestreck."
    )
