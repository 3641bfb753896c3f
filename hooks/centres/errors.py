"""What can go wrong besides the data, each kind by a name that its caller can catch."""


class PageError(Exception):
    """A template and its values do not fit; says which template and which page."""


class SearchError(Exception):
    """The index could not be made, or does not hold every language it should."""


class CatalogueError(Exception):
    """A catalogue cannot be read; says which file."""


class HistoryError(Exception):
    """There is no such revision, or no history at all."""
