from __future__ import annotations

import os
import pickle
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from documents.ingest import isolation
from documents.ingest.columns import map_columns
from documents.ingest.draft import UnreadablePageError
from documents.ingest.isolation import MEMORY_LIMIT, TIME_LIMIT, IsolatedReader, Summary
from documents.ingest.opening import OpenedPage
from documents.ingest.rows import Layout
from tests.ingest.hostile import ANY, LONG, READ, TABLE, Hostile, all_files
from tests.ingest.making import HAN_PAGE, LINE, PAGE, a_docx, a_pdf
from tests.material import shared

QUICK = [case for case in all_files() if case.name not in LONG]
SLOW = [case for case in all_files() if case.name in LONG]
ONLY_LONG = pytest.mark.skipif(
    not os.environ.get("KB_LONG"), reason="the long run only (KB_LONG=1)"
)


def _open(reader: IsolatedReader, content: bytes, name: str) -> OpenedPage | Summary:
    with tempfile.NamedTemporaryFile() as kept:
        kept.write(content)
        kept.flush()
        return reader.open(Path(kept.name), name)


def outcome(reader: IsolatedReader, case: Hostile) -> str:
    """Return "read", "table" or the code of the refusal, after looking at what came of it."""
    try:
        opened = _open(reader, case.make(), case.name)
    except UnreadablePageError as error:
        sentence = str(error)
        assert sentence.endswith(".")
        assert len(sentence) > 15
        assert "Error" not in sentence
        return error.code
    if isinstance(opened, Summary):
        assert opened.count
        return TABLE
    assert "evil(" not in opened.draft.title.value + opened.draft.body.value
    assert "\0" not in opened.raw
    return READ


def test_there_are_more_than_150_hostile_files_with_a_name_each() -> None:
    names = {case.name for case in all_files()}
    assert len(names) == len(all_files()) > 250


@pytest.mark.parametrize("case", QUICK, ids=lambda case: case.name)
def test_a_hostile_file_is_read_or_refused_with_a_sentence(
    reader: IsolatedReader, case: Hostile
) -> None:
    found = outcome(reader, case)
    assert case.verdict in (ANY, found)


@ONLY_LONG
@pytest.mark.long
@pytest.mark.parametrize("case", SLOW, ids=lambda case: case.name)
def test_a_file_made_to_be_slow_or_large_ends_in_time(case: Hostile) -> None:
    with IsolatedReader() as reader:
        begun = time.monotonic()
        found = outcome(reader, case)
        assert case.verdict in (ANY, found)
        assert time.monotonic() - begun < TIME_LIMIT + 10  # the making of the file counts here too


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", PAGE.encode()),
        ("a.pdf", a_pdf(["Harbours share their cranes", "", *[LINE] * 20])),
        ("a.docx", a_docx()),
        ("a.html", f"<html><h1>Harbours share their cranes</h1><p>{LINE * 3}</p></html>".encode()),
        ("han.txt", HAN_PAGE.encode("gb18030")),
    ],
)
def test_a_good_file_of_each_kind_becomes_a_draft(
    reader: IsolatedReader, name: str, content: bytes
) -> None:
    opened = _open(reader, content, name)
    assert isinstance(opened, OpenedPage)
    assert opened.draft.title.value
    assert opened.draft.body.value
    assert opened.raw


def test_a_table_gives_its_rows_as_drafts_in_batches(
    reader: IsolatedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolation, "BATCH", 2)
    content = "title,text\n" + "".join(f"Harbour {number},{LINE!r}\n" for number in range(5))
    table = _open(reader, content.replace("'", '"').encode(), "a.csv")
    assert isinstance(table, Summary)
    rows = list(reader.rows(Layout(map_columns(table.columns)), table.count))
    assert [row.line for row in rows] == [2, 3, 4, 5, 6]
    assert all(row.draft for row in rows)


def test_a_sparse_file_of_100_mb_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "sparse.pdf"
    with path.open("wb") as sparse:
        sparse.truncate(100 * 1024 * 1024)
    reader = IsolatedReader()
    with pytest.raises(UnreadablePageError, match="over 25 MB"):
        reader.open(path)
    assert reader._process is None


def test_a_file_that_is_missing_or_empty_is_refused_without_a_process(tmp_path: Path) -> None:
    reader = IsolatedReader()
    (tmp_path / "empty").touch()
    with pytest.raises(UnreadablePageError, match="empty"):
        reader.open(tmp_path / "empty")
    with pytest.raises(UnreadablePageError, match="no such file"):
        reader.open(tmp_path / "nothing")
    assert reader._process is None


def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_is_read() -> None:
    page = a_pdf(*([LINE] * 60 for _ in range(400)))
    with IsolatedReader(seconds=0.2) as impatient:
        with pytest.raises(UnreadablePageError) as stopped:
            _open(impatient, page, "long.pdf")
        assert stopped.value.code == "too_slow"
        impatient._seconds = TIME_LIMIT
        assert _open(impatient, PAGE.encode(), "a.txt")


def test_a_process_that_dies_is_replaced(reader: IsolatedReader) -> None:
    _open(reader, PAGE.encode(), "a.txt")
    assert reader._process
    reader._process.kill()
    with pytest.raises(UnreadablePageError) as refused:
        _open(reader, PAGE.encode(), "a.txt")
    assert refused.value.code == "damaged"
    assert _open(reader, PAGE.encode(), "a.txt")


def test_the_process_has_less_memory_than_the_limit_and_no_secrets(
    reader: IsolatedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_SECRET_KEY", "do not tell")
    reader.close()
    _open(reader, PAGE.encode(), "a.txt")
    assert reader._process
    status = Path(f"/proc/{reader._process.pid}")
    if not status.exists():
        pytest.skip("this system has no /proc")
    limits = (status / "limits").read_text()
    assert str(MEMORY_LIMIT) in limits.split("Max address space")[1].split("\n")[0]
    assert b"do not tell" not in (status / "environ").read_bytes()


def test_an_answer_that_is_no_record_of_ours_is_never_built() -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return (os.getcwd, ())

    loader = isolation._Unpickler(__import__("io").BytesIO(pickle.dumps(Evil())))
    with pytest.raises(pickle.UnpicklingError):
        loader.load()


def _processor_seconds(reader: IsolatedReader) -> float:
    """Return what the reader's process has worked so far; nothing where the system does not say."""
    status = Path(f"/proc/{reader._process.pid}/stat") if reader._process else None
    if status is None or not status.exists():
        return 0.0
    user, system = status.read_text().rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def test_every_real_pdf_gives_its_text_or_a_plain_reason(reader: IsolatedReader) -> None:
    paths = sorted(shared("data", "pdf_samples").glob("*/*.pdf"))
    assert len(paths) >= 28
    outcomes = {}
    for path in paths:
        begun = _processor_seconds(reader)
        try:
            opened = reader.open(path)
            assert isinstance(opened, OpenedPage)
            outcomes[path.name] = opened.raw.strip() and "text"
        except UnreadablePageError as error:
            outcomes[path.name] = error.code
        assert _processor_seconds(reader) - begun < TIME_LIMIT, path.name
    assert set(outcomes.values()) == {"text", "encrypted", "no_text", "damaged"}
    assert outcomes["libreoffice-writer-password.pdf"] == "encrypted"
    assert list(outcomes.values()).count("damaged") == 1
