"""The exceptions of the package; `files.problem.DataProblems` is the one about the data."""


class PageError(Exception):
    """A page, or the whole site, cannot be made; the message says which and why."""


class SearchError(Exception):
    """The search index could not be made, or lacks a language."""


class CatalogueError(Exception):
    """A catalogue cannot be read; the message is its path."""


class HistoryError(Exception):
    """There is no such git revision, or no git repository."""


class ReleaseError(Exception):
    """A built site cannot be packed; the message says which file is wrong."""
