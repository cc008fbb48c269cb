"""Why a file cannot be read: one sentence for a person for each reason."""

from __future__ import annotations

from typing import Final

from documents.ingest.draft import UnreadablePageError

FILE_LIMIT: Final = 25 * 1024 * 1024  # bytes of an uploaded file
TEXT_LIMIT: Final = 2 * 1024 * 1024  # bytes of UTF-8 of one page's text


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the message catalogue; whoever shows it translates it."""
    return sentence


# reason -> (code of UnreadablePageError, sentence). The sentences hold no values, so that a page
# can show them in its reader's language.
_SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "empty": ("empty", gettext_noop("This file is empty.")),
    "page_empty": (
        "empty",
        gettext_noop("This page is empty. Paste its text or choose another file."),
    ),
    "page_too_large": (
        "oversized",
        gettext_noop("This text is over 2 MB. Split it and add the parts one by one."),
    ),
    "page_binary": (
        "binary",
        gettext_noop("This is not text but binary data. Upload the file itself instead."),
    ),
    "file_too_large": (
        "oversized",
        gettext_noop("This file is over 25 MB. Split it, or save it without its pictures."),
    ),
    "text_too_large": (
        "oversized",
        gettext_noop(
            "This file holds over 2 MB of text. Split it, or import it as a table with one "
            "record a row."
        ),
    ),
    "bomb": (
        "oversized",
        gettext_noop(
            "This file unpacks to far more than its size lets expect, so it was not opened. Save "
            "it anew with the program that made it."
        ),
    ),
    "too_slow": (
        "too_slow",
        gettext_noop("Reading this file took too long, so it was stopped. Paste its text instead."),
    ),
    "no_time_left": (
        "too_slow",
        gettext_noop(
            "There was no time left to read this. Upload fewer files at once, or use the command "
            "import_documents."
        ),
    ),
    "too_hungry": (
        "too_slow",
        gettext_noop(
            "Reading this file needed too much memory, so it was stopped. Paste its text instead."
        ),
    ),
    "crashed": (
        "damaged",
        gettext_noop("Reading this file failed: it is not built as its type demands."),
    ),
    "encrypted_pdf": (
        "encrypted",
        gettext_noop(
            "This PDF is locked with a password. Save a copy without it and upload the copy."
        ),
    ),
    "encrypted_office": (
        "encrypted",
        gettext_noop(
            "This Office file is locked with a password. Save a copy without it and upload the "
            "copy."
        ),
    ),
    "damaged_pdf": (
        "damaged",
        gettext_noop(
            "This PDF is damaged or cut short. Fetch it again from where it came, or paste its "
            "text."
        ),
    ),
    "damaged_zip": (
        "damaged",
        gettext_noop(
            "This file is damaged or cut short. Fetch it again from where it came, or paste its "
            "text."
        ),
    ),
    "damaged_docx": (
        "damaged",
        gettext_noop("This Word file is damaged. Open it in Word, save it anew and upload that."),
    ),
    "damaged_xlsx": (
        "damaged",
        gettext_noop("This workbook is damaged. Open it, save it anew and upload that."),
    ),
    "damaged_table": (
        "damaged",
        gettext_noop("No row of this table can be read: it is not built as its type demands."),
    ),
    "pictures_pdf": (
        "no_text",
        gettext_noop(
            "This PDF holds pictures of pages without text; have its text recognised first, or "
            "type the parts that matter."
        ),
    ),
    "garbled_pdf": (
        "no_text",
        gettext_noop(
            "The letters of this PDF cannot be made out: its fonts do not say which characters "
            "they draw. Have its text recognised first."
        ),
    ),
    "no_text": ("no_text", gettext_noop("This file holds no text.")),
    "no_rows": ("no_text", gettext_noop("This table holds no rows below its header.")),
    "encoding": (
        "binary",
        gettext_noop(
            "The characters of this file cannot be made out. Save it as UTF-8 and upload it again."
        ),
    ),
    "old_word": (
        "unsupported",
        gettext_noop("This is a Word file of the old kind. Save it as .docx and upload that."),
    ),
    "old_office": (
        "unsupported",
        gettext_noop("This is an Office file of the old kind. Save it as .docx or .xlsx."),
    ),
    "macros": (
        "unsupported",
        gettext_noop("This Office file is made to hold macros. Save it as .docx or .xlsx."),
    ),
    "slides": (
        "unsupported",
        gettext_noop("These are slides. Save them as PDF and upload that."),
    ),
    "open_document": (
        "unsupported",
        gettext_noop("This is an OpenDocument file. Save it as .docx or .xlsx and upload that."),
    ),
    "rich_text": (
        "unsupported",
        gettext_noop("This is a rich text file. Save it as .docx and upload that."),
    ),
    "postscript": (
        "unsupported",
        gettext_noop("This is a PostScript file. Save it as PDF and upload that."),
    ),
    "archive": (
        "unsupported",
        gettext_noop("This is an archive. Unpack it and import the files in it."),
    ),
    "picture": (
        "unsupported",
        gettext_noop("This is a picture. Type or paste the text that it shows."),
    ),
    "web_archive": (
        "unsupported",
        gettext_noop("This is a web archive. Save the page as HTML or PDF and upload that."),
    ),
    "xml": (
        "unsupported",
        gettext_noop("This is XML for programs. Save the page as HTML or PDF and upload that."),
    ),
    "mail": (
        "unsupported",
        gettext_noop(
            "This is an e-mail message. Paste its text, or upload the files attached to it."
        ),
    ),
    "subtitles": (
        "unsupported",
        gettext_noop("These are subtitles with their times. Paste the text without them."),
    ),
    "settings": (
        "unsupported",
        gettext_noop(
            "This is data or settings for programs, not a page. Save records as a table: CSV, JSON "
            "lines or XLSX."
        ),
    ),
    "book": (
        "unsupported",
        gettext_noop("This is an e-book. Save it as PDF or .docx and upload that."),
    ),
    "apple_office": (
        "unsupported",
        gettext_noop("This is a Pages, Numbers or Keynote file. Export it as .docx, .xlsx or PDF."),
    ),
    "recording": (
        "unsupported",
        gettext_noop("This is a sound or film. Paste its transcript."),
    ),
    "program": ("unsupported", gettext_noop("This is a program, not a document.")),
    "unknown": (
        "binary",
        gettext_noop("This is no text, HTML, PDF, Word file or table that can be read."),
    ),
    "is_table": (
        "unsupported",
        gettext_noop("This is a table with one record a row. Use the import page for it."),
    ),
    "missing": ("missing", gettext_noop("There is no such file.")),
    "unopened": ("missing", gettext_noop("This file could not be opened.")),
}
REASONS: Final = frozenset(_SENTENCES)


def refusal(reason: str) -> UnreadablePageError:
    """Return the error to raise for a reason of this module; KeyError for any other."""
    return UnreadablePageError(*_SENTENCES[reason])
