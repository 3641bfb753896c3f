"""Publish notices as a feed: /data/notices.atom, which programs and other sites follow.

Atom 1.0 (RFC 4287), in the source language. When a notice holds, and where, is said in elements of
CAP 1.2 (OASIS, Common Alerting Protocol). Nothing in it depends on the clock but which notices have
begun, by the day of the build.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from xml.sax.saxutils import escape, quoteattr

from centres.clock import SWEDEN
from centres.data.directory import REPORT_DAY, Directory
from centres.data.model import Notice
from centres.data.rules.notice_rules import KEPT_DAYS
from centres.i18n import N_
from centres.pages import notices
from centres.pages.document.settings import Settings
from centres.pages.edition import Edition

ADDRESS = "data/notices.atom"
_SITE_NAME, _TITLE = N_("Stöd nära dig"), N_("Meddelanden")
_CAP = "urn:oasis:names:tc:emergency:cap:1.2"


def text(edition: Edition, settings: Settings) -> str:
    """Return the feed in the language of `edition`: what holds, or ended at most a year ago."""
    address = settings.site_url + ADDRESS
    published = sorted(_published(edition.directory), key=_updated, reverse=True)
    latest = max(map(_updated, published), default=datetime.fromisoformat(REPORT_DAY))
    name = edition.words.plain(_SITE_NAME)
    title = f"{edition.words.plain(_TITLE)} – {name}"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:cap="{_CAP}"'
        f' xml:lang="{edition.language.code}">',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(address)}</id>",
        f'<link rel="self" href={quoteattr(address)}/>',
        f"<link href={quoteattr(settings.site_url)}/>",
        f"<updated>{_zoned(latest)}</updated>",
        f"<author><name>{escape(settings.publisher or name)}</name></author>",
    ]
    for notice in published:
        lines += _entry(edition, settings, notice)
    return "\n".join([*lines, "</feed>", ""])


def _published(directory: Directory) -> Iterator[Notice]:
    """Yield the notices that begin on the day of the build or before, and are not too old."""
    night = datetime.combine(directory.today, time()) + timedelta(days=1)
    oldest = night - timedelta(days=KEPT_DAYS + 1)
    for notice in directory.notices:
        if notice.begins < night and notice.ends > oldest:
            yield notice


def _updated(notice: Notice) -> datetime:
    """Return when a notice was last changed: it began, or somebody checked it later."""
    return max(notice.begins, datetime.combine(notice.checked, time()))


def _entry(edition: Edition, settings: Settings, notice: Notice) -> Iterator[str]:
    directory = edition.directory
    shown = edition.notices.shown(notice)
    said = shown.said[0]
    paths = sorted(notices.paths(directory, notice))
    page = settings.site_url + edition.language.folder + (paths[0] if paths else "")
    yield "<entry>"
    yield f"<title>{escape(said.heading.striptags())}</title>"
    yield f"<id>{escape(settings.site_url + ADDRESS)}#{notice.id}</id>"
    yield f"<link href={quoteattr(page)}/>"
    yield f"<published>{_zoned(notice.begins)}</published>"
    yield f"<updated>{_zoned(_updated(notice))}</updated>"
    yield f"<summary>{escape(said.text.striptags())} {escape(shown.when.striptags())}</summary>"
    yield f'<category term="{notice.level}"/>'
    yield f"<cap:effective>{_zoned(notice.begins)}</cap:effective>"
    yield f"<cap:expires>{_zoned(notice.ends)}</cap:expires>"
    for place in directory.municipalities:
        if notice.level != "national" and f"kommun/{place.slug}/" in paths:
            yield (
                f"<cap:area><cap:areaDesc>{escape(place.name)}</cap:areaDesc><cap:geocode>"
                f"<cap:valueName>SCB</cap:valueName><cap:value>{place.code}</cap:value>"
                "</cap:geocode></cap:area>"
            )
    yield "</entry>"


def _zoned(moment: datetime) -> str:
    """Return a moment in Swedish time as Atom and CAP have it: "2026-12-07T12:00:00+01:00"."""
    return moment.replace(tzinfo=SWEDEN).isoformat()
