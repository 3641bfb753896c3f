"""Let a browser test see the fonts that it names, whatever else the machine has."""

from pathlib import Path

# By family, from the Debian packages fonts-dejavu-core and fonts-noto-core (scripts/browser). A
# line of DejaVu is 16 % higher than its size, one of Noto 36 %; both have Arabic.
FONTS = {
    "DejaVu Sans": ["dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"],
    "Noto Sans": [
        "noto/NotoSans-Regular.ttf",
        "noto/NotoSans-Bold.ttf",
        "noto/NotoSansArabic-Regular.ttf",
        "noto/NotoSansArabic-Bold.ttf",
    ],
}
# What is wider and higher shows first what has no room.
USUAL = "Noto Sans"
DEBIAN = Path("/usr/share/fonts/truetype")
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
<selectfont>
<rejectfont><glob>*</glob></rejectfont>
<acceptfont>{files}</acceptfont>
</selectfont>
<match><edit name="family" mode="append_last">
<string>{family}</string><string>{family} Arabic</string>
</edit></match>
</fontconfig>
"""


def only(family: str, folder: Path, *others: str) -> dict[str, str]:
    """Return environment variables with which a program finds the fonts of some families only.

    It draws in `family`, and in the `others` where it is told to. fontconfig reads them from a file
    that is written to `folder`.
    """
    files = [DEBIAN / file for name in (family, *others) for file in FONTS[name]]
    missing = [str(file) for file in files if not file.exists()]
    assert not missing, f"Fonts are missing: `make test` installs {', '.join(missing)}."
    path = folder / "fonts.conf"
    path.write_text(
        CONFIGURATION.format(
            # Each by name, since rejecting "*" rejects the folders below a folder too.
            folders="".join(f"<dir>{parent}</dir>" for parent in {file.parent for file in files}),
            cache=folder / "fonts",
            files="".join(f"<glob>{file}</glob>" for file in files),
            family=family,
        ),
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(path)}
