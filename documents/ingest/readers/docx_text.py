"""The text of a Word document in order: paragraphs, lists, tables, boxes and notes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from docx.oxml.ns import qn

from documents.ingest.readers.docx_numbering import Numbering, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST: Final = 5  # tables within tables
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT: Final = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
# What a reader of the finished page does not see: text taken out by tracked changes, what a text
# box says to older programs, and marks of paragraphs.
_UNSEEN: Final = frozenset(
    {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), f"{_MC}Fallback"}
)
# What only wraps its content: controls, tracked insertions, links, fields.
_WRAPPERS: Final = frozenset(
    {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:smartTag")}
)
_NOTES: Final = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}


class DocumentText:
    """Gives the blocks of one document; the notes that they refer to are gathered on the way."""

    def __init__(self, document: Any) -> None:  # python-docx is untyped
        self._document = document
        self._numbering = Numbering(document)
        self._notes: list[tuple[str, str]] = []

    def blocks(self) -> Iterator[str]:
        """Give each paragraph, list item and table in order, and the notes after them."""
        yield from self._blocks(self._document.element.body, 0)
        for number, (kind, key) in enumerate(self._notes, start=1):
            text = " ".join(self._note(kind, key).split())
            if text:
                yield f"[{number}] {text}"

    def _blocks(self, container: Any, depth: int) -> Iterator[str]:
        for block in container:
            if block.tag == qn("w:p"):
                yield from self._paragraph(block, depth)
            elif block.tag == qn("w:tbl") and depth < _DEEPEST:
                rows = [row for row in self._rows(block, depth) if row]
                if rows:
                    yield "\n".join(rows)
            elif block.tag in _WRAPPERS:
                yield from self._blocks(block, depth)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[str]:
        """Give a paragraph with its number, then the boxes that hang on it."""
        boxes: list[Any] = []
        text = "".join(self._runs(paragraph, boxes)).strip()
        if text:
            yield _labelled(self._numbering.label_of(paragraph), text)
        for box in boxes if depth < _DEEPEST else ():
            yield from self._blocks(box, depth + 1)

    def _runs(self, element: Any, boxes: list[Any]) -> Iterator[str]:
        for child in element:
            if child.tag in _UNSEEN:
                continue
            if child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag in _TEXT:
                yield _TEXT[child.tag]
            elif child.tag in _NOTES:
                yield self._mark(_NOTES[child.tag], str(child.get(qn("w:id"), "")))
            elif child.tag == qn("w:txbxContent"):
                boxes.append(child)
            else:
                yield from self._runs(child, boxes)

    def _mark(self, kind: str, key: str) -> str:
        self._notes.append((kind, key))
        return f"[{len(self._notes)}]"

    def _note(self, kind: str, key: str) -> str:
        note = self._stored_notes.get((kind, key))
        return "" if note is None else "\n".join(self._blocks(note, _DEEPEST))

    @cached_property
    def _stored_notes(self) -> dict[tuple[str, str], Any]:
        return {
            (kind, str(note.get(qn("w:id"), ""))): note
            for kind in _NOTES.values()
            for root in parts_of(self._document, kind)
            for note in root
        }

    def _rows(self, table: Any, depth: int) -> Iterator[str]:
        """Give the rows of a table with their cells between bars."""
        for row in table.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not table:
                continue
            texts = (" ".join(self._blocks(cell, depth + 1)).split() for cell in _cells(row))
            yield " | ".join(" ".join(words) for words in texts if words)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _labelled(label: str, text: str) -> str:
    """Return a paragraph behind its number; a Chinese number needs no blank."""
    blank = "" if not label or label[-1] > "\u2e80" else " "
    return f"{label}{blank}{text}"
