"""`centres fields`: the JSON Schemas and the field guide, written anew from the model."""

from centres.data.directory import Directory
from centres.data.model import RECORDS
from centres.editors import field_guide, json_schema
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("gör om scheman och fältguiden ur modellen")


def run(context: CommandContext) -> int:
    """Write the files, and print their names. Raises DataProblems."""
    directory = context.read().directory
    for name, text in generated(directory).items():
        path = context.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        context.write(name)
    return 0


def generated(directory: Directory) -> dict[str, str]:
    """Return the text of each file that is made from the model, by its path from the root."""
    names = [municipality.name for municipality in directory.municipalities]
    schemas = {f"data/schema/{name}.json": json_schema.text(name, names) for name in RECORDS}
    return {**schemas, "docs/falt.md": field_guide.text()}
