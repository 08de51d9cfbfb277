"""Git: every commit that changed a prose file is a version of it; renames are followed, and nothing of it is run.

Keys are ``commit:path``, as git writes them; what lies in the folder and is in no commit yet is ``now:path``. A commit
that only renames a file makes no version. Of two revisions (``Options.query``) the files that differ have two versions.
"""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha1, sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.blobs import Blobs
from diptych.corpus.containers import text
from diptych.corpus.containers.whole import WholeFile
from diptych.corpus.files import read_bytes, spoken
from diptych.corpus.git import git, parts
from diptych.corpus.readers import TEXT, reader_for, suffix_of, whole_file
from diptych.corpus.records import Problem, Record, address, following
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.corpus.records import Options

NOW = "now"
"""What stands where a key has a commit, for a file as it lies in the folder."""
_FORMAT = "--format=%x01%H%x02%cI%x02%s"
_LOG = ("log", "--topo-order", "--no-ext-diff", "--no-textconv", "--raw", "--no-abbrev", "-z", "-M", _FORMAT)
_ABBREVIATED = 12
_SUBJECT = 60


class Touch(NamedTuple):
    """A commit that changed a file, or the folder that did."""

    commit: str
    path: str
    """From the top of the repository, as the commit has it."""
    blob: str
    date: str
    subject: str
    article: str
    """The path of the file in its latest version."""

    @property
    def key(self) -> str:
        """How to find the version again."""
        return f"{self.commit[:_ABBREVIATED]}:{self.path}"

    @property
    def name(self) -> str:
        """What to call the version."""
        subject = self.subject if len(self.subject) <= _SUBJECT else self.subject[: _SUBJECT - 1] + "…"
        return f"{self.commit[:7]} {subject}" if self.commit != NOW else "not committed yet"


def has_history(folder: str) -> bool:
    """Whether a folder is the top of a repository with commits.

    Raises:
        DiptychError: it is one, but git is not installed, or does not trust it.
    """
    inside = Path(folder)
    try:
        is_top = (inside / ".git").exists() or ((inside / "HEAD").is_file() and (inside / "objects").is_dir())
    except OSError:
        return False
    if not is_top:
        return False
    try:
        git(folder, "rev-parse", "--git-dir")
    except DiptychError as error:
        if "not a git repository" in str(error):
            return False
        raise
    try:
        git(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    except DiptychError:
        return False
    return True


def records(path: str, options: Options, after: str = "") -> Iterator[Record | Problem]:
    """Every version in the repository, or of the one file, file by file and the oldest first."""
    return following(_records(path, options), after, lambda found: getattr(found, "key", ""))


def _records(path: str, options: Options) -> Iterator[Record | Problem]:
    folder, file = _parted(path)
    if options.query:
        yield from _between(folder, options)
        return
    touches = _touches(folder, file)
    if file and not touches:
        raise DiptychError(f"{spoken(path)} has no history: no commit has it.")
    gathered: dict[str, list[Touch]] = {}
    for touch in reversed(touches):
        gathered.setdefault(touch.article, []).append(touch)
    for touch in _uncommitted(folder, file, gathered):
        gathered.setdefault(touch.article, []).append(touch)
    with Blobs(folder) as blobs:
        for article, versions in gathered.items():
            for number, touch in enumerate(versions, start=1):
                try:
                    found = _read(folder, blobs, touch, options)
                except DiptychError as error:
                    yield Problem(address(path, touch.key), str(error))
                    continue
                if len(versions) > 1:
                    found = replace(found, article=article, number=number)
                yield found


def _between(folder: str, options: Options) -> Iterator[Record | Problem]:
    """The old and the new version of each file that differs between two revisions."""
    from diptych.corpus.revisions import revisions_of

    revisions, _, file = options.query.partition(" ")
    found = revisions_of(folder, revisions)
    above = os.fsdecode(git(folder, "rev-parse", "--show-prefix").rstrip(b"\n"))
    with Blobs(folder) as blobs:
        for change in found.changes(file):
            article = above + (change.new or change.old)
            for number, commit, inside in ((1, found.old, change.old), (2, found.new, change.new)):
                if not inside:
                    continue
                date, subject = _told_of(folder, commit)
                touch = Touch(commit, above + inside, "", date, subject, article)
                try:
                    yield replace(_read(folder, blobs, touch, options), article=article, number=number)
                except DiptychError as error:
                    yield Problem(address(folder, touch.key), str(error))


def _told_of(folder: str, commit: str) -> tuple[str, str]:
    """When a commit was made, and its first line."""
    told = git(folder, "log", "-1", "--format=%cI%x02%s", "--end-of-options", f"{commit}^{{commit}}")
    date, _, subject = told.decode("utf-8", "replace").rstrip("\n").partition("\x02")
    return date, subject


def record(path: str, key: str, options: Options) -> Record:
    """One version again."""
    folder, file = _parted(path)
    if not key and file:
        return _opened(file, read_bytes(path), options, Record("", ""))
    commit, _, inside = key.partition(":")
    if not inside:
        raise DiptychError(f"{spoken(path)} holds many texts; name one as {spoken(path)}#COMMIT:PATH.")
    date = subject = ""
    if commit != NOW:
        date, subject = _told_of(folder, commit)
    with Blobs(folder) as blobs:
        return _read(folder, blobs, Touch(commit, inside, "", date, subject, inside), options)


def _parted(path: str) -> tuple[str, str]:
    """The folder to run git in, and the file in it; no file for a whole repository."""
    whole = Path(path)
    return (path, "") if whole.is_dir() else (os.fspath(whole.absolute().parent), whole.name)


def _read(folder: str, blobs: Blobs, touch: Touch, options: Options) -> Record:
    """The version that a commit made.

    Raises:
        DiptychError: it is gone, or is no text.
    """
    if touch.commit == NOW:
        data = read_bytes(Path(_top(folder), touch.path))
    else:
        data = blobs.read(touch.blob or f"{touch.commit}:{touch.path}", spoken(touch.key))
    known = Record(touch.key, "", name=touch.name, date=touch.date)
    return _opened(touch.path, data, options, known)


def _opened(path: str, data: bytes, options: Options, known: Record) -> Record:
    """The bytes of a file as its format says, with what git knows about it."""
    called = spoken(known.key or path)
    reader = whole_file(path, called) or WholeFile(text.read)
    found = reader.taken(data, called, "", options)
    date = known.date or found.date
    return replace(found, key=known.key, name=known.name, date=date, article="", number=None)


def _touches(folder: str, file: str) -> list[Touch]:
    """Every commit that changed the file, or any prose file; the latest first."""
    told = parts(folder, *_LOG, *(("--follow", "HEAD", "--", file) if file else ("HEAD",)))
    names: dict[str, str] = {}
    touches: list[Touch] = []
    commit = date = subject = article = ""
    for part in told:
        head = part.lstrip("\n")
        if head.startswith("\x01"):
            commit, date, subject = head[1:].split("\x02", 2)
        elif head.startswith(":"):
            _, mode, before, blob, status = head[1:].split(" ")
            old = next(told)
            path = next(told) if status[:1] in {"R", "C"} else old
            article = article or path if file else names.get(path, path)
            if status[:1] == "R" and not file:
                names[old] = article
                names[path] = f"{path} before {commit[:7]}"
            wanted = file or _is_prose(path)
            if wanted and mode.startswith("100") and before != blob:
                touches.append(Touch(commit, path, blob, date, subject, article))
    return touches


def _is_prose(path: str) -> bool:
    """In a repository a file without a suffix is rarely prose, and a page mostly a template."""
    name = path.rpartition("/")[2]
    return reader_for(name) is TEXT and suffix_of(name) != "" and not name.startswith(".")


def _uncommitted(folder: str, file: str, gathered: dict[str, list[Touch]]) -> Iterator[Touch]:
    """Files as they lie in the folder, where that is not what the last commit has.

    Git itself is not asked, since it would run the filters that a repository can name.
    """
    if git(folder, "rev-parse", "--is-bare-repository").strip() == b"true":
        return
    top = _top(folder)
    if file:
        paths = [os.path.relpath(Path(folder, file), top).replace(os.sep, "/")]
    else:
        listed = git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        paths = sorted(filter(_is_prose, dict.fromkeys(filter(None, os.fsdecode(listed).split("\0")))))
    for path in paths:
        article = next(iter(gathered)) if file else path
        last = gathered[article][-1].blob if article in gathered else ""
        try:
            data = read_bytes(Path(top, path))
        except DiptychError:
            continue  # a file that was deleted, or is a link, has its history all the same
        if not _same(data, last):
            yield Touch(NOW, path, "", "", "", article)


def _same(data: bytes, blob: str) -> bool:
    """Whether git calls these bytes by that name, whatever line ends they have here."""
    digest = sha1 if len(blob) == 40 else sha256
    forms = (data, data.replace(b"\r\n", b"\n"))
    return any(digest(b"blob %d\0" % len(form) + form).hexdigest() == blob for form in forms)


def _top(folder: str) -> str:
    return os.fsdecode(git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))
