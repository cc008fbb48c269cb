"""Cuts what was typed into words, phrases, operators and parentheses."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _

LONGEST = 512
WIDEST_NEAR = 10
DEFAULT_NEAR = 5


class Kind(Enum):
    WORD = 1
    QUOTED = 2
    OPEN = 3
    CLOSE = 4
    AND = 5
    OR = 6
    NOT = 7
    NEAR = 8


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: `text` without marks, `field` what stood before the colon, `typed` as it stood."""

    kind: Kind
    text: str = ""
    field: str = ""
    typed: str = ""
    number: int = 0
    is_prefix: bool = False


# Marks that a Chinese or a careful keyboard gives for those of the grammar; its stops part words.
_MARKS = str.maketrans(
    {
        **{chr(ascii_ + 0xFEE0): chr(ascii_) for ascii_ in range(0x21, 0x7F)},
        **dict.fromkeys("“”„‟″＂「」『』", '"'),
        **dict.fromkeys("，、；。！？\u3000", " "),
        "−": "-",
    }
)
_PIECE = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<open>-?\()"
    r"|(?P<close>\))"
    r'|(?P<minus>-(?=["\w]))?(?:(?P<field>[^\W\d_]{2,20}):(?=[^\s()]))?'
    r'(?:"(?P<quoted>[^"]*)(?P<quote>"|$)(?P<star>\*?)|(?P<word>[^\s()"]+))'
)
_OPERATORS = {"AND": Kind.AND, "&&": Kind.AND, "OR": Kind.OR, "||": Kind.OR, "NOT": Kind.NOT}
_MISSPELT = {
    **dict.fromkeys(["ADN", "NAD", "ANDD", "AAND", "ANND", "AN D"], "AND"),
    **dict.fromkeys(["ORR", "OOR"], "OR"),
    **dict.fromkeys(["NTO", "NOTT", "NNOT", "NOOT", "ONT"], "NOT"),
}
_NEAR = re.compile(r"(?P<name>NEAR|NAER|NEER|NERA|ENAR|NEAAR|near)(?:/(?P<number>\d{0,4}))?$")


def phrase_in(field: str, text: str) -> str:
    """Return what asks for a text as one phrase of a field; a quotation mark in it ends nothing."""
    bare = text.translate(_MARKS).replace('"', " ")
    return f'{field}:"{bare}"'


def tokenise(text: str) -> tuple[list[Token], list[str]]:
    """Return the pieces in order and, in sentences, what was mended."""
    repairs: list[str] = []
    typed = unicodedata.normalize("NFC", text).translate(_MARKS).replace("\x00", " ").strip()
    if len(typed) > LONGEST:
        typed = typed[:LONGEST]
        repairs.append(_("Only the first %(most)d characters were searched.") % {"most": LONGEST})
    tokens: list[Token] = []
    for piece in _PIECE.finditer(typed):
        if not piece["space"]:
            tokens.extend(_tokens(piece, repairs))
    return tokens, repairs


def has_operator(text: str) -> bool:
    """Say whether a question has an operator, a minus or parentheses."""
    tokens, _repairs = tokenise(text)
    return any(token.kind not in (Kind.WORD, Kind.QUOTED) for token in tokens)


def _tokens(piece: re.Match[str], repairs: list[str]) -> list[Token]:
    if piece["open"]:
        opened = Token(Kind.OPEN, typed="(")
        return [Token(Kind.NOT, typed="-"), opened] if piece["open"][0] == "-" else [opened]
    if piece["close"]:
        return [Token(Kind.CLOSE, typed=")")]
    leading = [Token(Kind.NOT, typed="-")] if piece["minus"] else []
    if piece["quoted"] is not None:
        return leading + _quoted(piece, repairs)
    plain = not piece["minus"] and not piece["field"]
    operator = _operator(piece["word"], repairs) if plain else None
    return [operator] if operator else leading + _word(piece, repairs)


def _quoted(piece: re.Match[str], repairs: list[str]) -> list[Token]:
    if not piece["quote"]:
        repairs.append(_("A quotation mark was not closed; it was closed at the end."))
    if not piece["quoted"].strip():
        return []
    typed = piece[0] if piece["quote"] else f'{piece[0]}"'
    return [Token(Kind.QUOTED, piece["quoted"], _field(piece), typed.removeprefix("-"))]


def _word(piece: re.Match[str], repairs: list[str]) -> list[Token]:
    text = piece["word"]
    stars = len(text) - len(text.rstrip("*"))
    bare = text.rstrip("*")
    if not bare or "*" in bare:
        repairs.append(_("* stands only at the end of a word: energ* finds energy and energies."))
    bare = bare.replace("*", " ")
    if not bare.strip():
        return []
    typed = piece[0].removeprefix("-") or piece[0]
    return [Token(Kind.WORD, bare, _field(piece), typed, is_prefix=bool(stars))]


def _field(piece: re.Match[str]) -> str:
    return (piece["field"] or "").lower()


def _operator(word: str, repairs: list[str]) -> Token | None:
    if word in _OPERATORS:
        return Token(_OPERATORS[word], typed=word)
    if word in _MISSPELT:
        meant = _MISSPELT[word]
        repairs.append(
            _("%(typed)s was read as %(meant)s; put it in quotation marks to search for it.")
            % {"typed": word, "meant": meant}
        )
        return Token(_OPERATORS[meant], typed=meant)
    return _near(word, repairs)


def _near(word: str, repairs: list[str]) -> Token | None:
    found = _NEAR.match(word)
    if found is None or (found["name"] != "NEAR" and "/" not in word):
        return None
    if found["name"] != "NEAR":
        repairs.append(
            _("%(typed)s was read as %(meant)s; put it in quotation marks to search for it.")
            % {"typed": word, "meant": "NEAR"}
        )
    number = int(found["number"]) if found["number"] else DEFAULT_NEAR
    if number > WIDEST_NEAR:
        repairs.append(
            _("NEAR reaches over %(most)d words at most; %(most)d were taken.")
            % {"most": WIDEST_NEAR}
        )
    number = min(number, WIDEST_NEAR)
    return Token(Kind.NEAR, typed=f"NEAR/{number}", number=number)
