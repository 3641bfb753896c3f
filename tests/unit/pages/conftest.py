"""The example in three languages, for tests of pages."""

import pytest

from centres.data import loader
from centres.data.directory import Directory
from centres.pages.edition import Edition
from centres.site import load
from helpers import ROOT, TODAY, changed_data


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """Return the example, as it stood on its day."""
    return loader.load(changed_data(tmp_path_factory.mktemp("example")), TODAY)


@pytest.fixture(scope="session")
def editions(directory: Directory) -> dict[str, Edition]:
    """Return the example in Swedish, English and Arabic, by code."""
    return {
        language.code: Edition(directory, language, load.words(ROOT, language.code))
        for language in directory.languages
    }


@pytest.fixture
def swedish(editions: dict[str, Edition]) -> Edition:
    """Return the example in Swedish."""
    return editions["sv"]
