"""Numbers and addresses: none twice in an entry, told of across entries, and none within a text."""

from centres.data.rules import contact_rules
from centres.files import yaml_file
from centres.files.yaml_file import TextFile
from centres.i18n import Words


def parsed(text: str, name: str = "a.yaml") -> TextFile:
    """Return the text of a file of records."""
    return yaml_file.parse(text, name)


def test_a_number_to_call_may_also_take_texts() -> None:
    """They are two ways to reach the same telephone."""
    file = parsed(
        '- id: a\n  channels:\n  - {kind: call, number: "112"}\n  - {kind: sms, number: "112"}\n'
    )
    assert list(contact_rules.contact_twice(file)) == []


def test_a_number_of_two_entries_is_a_remark_that_names_the_other() -> None:
    """Two centres may share a switchboard, or somebody copied too much."""
    one = parsed('- id: a\n  phones:\n  - number: "08-123 45 67"\n', "one.yaml")
    two = parsed('- id: b\n  channels:\n  - {kind: call, number: "08-12 34 567"}\n', "two.yaml")
    said = [one.as_line(Words("sv")) for one in contact_rules.contact_of_another([one, two])]
    assert said == [
        "two.yaml:3:26: b: channels[1].number: påminnelse: ”08-12 34 567” står också hos a "
        "(one.yaml, rad 3). Är det rätt på båda ställena behöver du inte göra något."
    ]


def test_many_may_lead_to_112() -> None:
    """A remark at each would be noise."""
    file = parsed('- id: a\n  number: "112"\n- id: b\n  number: "112"\n')
    assert list(contact_rules.contact_of_another([file])) == []


def test_a_number_may_be_said_as_it_is_dialled_from_abroad() -> None:
    """In the note of the way to reach somebody that has it; no other number there."""
    text = '- id: a\n  number: "077-114 14 00"\n  note: "Från utlandet: {}"\n'
    own, other = "+46 77 114 14 00", "+46 77 114 14 01"
    assert list(contact_rules.number_in_text(parsed(text.format(own)))) == []
    (problem,) = contact_rules.number_in_text(parsed(text.format(other)))
    assert (problem.line, problem.values) == (3, {"value": other})
