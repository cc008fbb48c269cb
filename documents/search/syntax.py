"""Reads what was typed into a tree; what is broken is mended, and each mend is told.

The grammar, loosest first: `a OR b`, `a b` (the same as `a AND b`), `NOT a` or `-a`, and the
leaves: a word, `"a phrase"`, `prefix*`, `field:value`, `a NEAR/n b`, `(…)`. Operators are in
capitals. Reading takes time linear in the text, which is capped, as are leaves and depth.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _, ngettext

from documents.search.leaves import leaf_for, typed_form
from documents.search.tokens import Kind, Token, tokenise
from documents.search.tree import And, Everything, Near, Node, Not, Nothing, Or, Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LEAVES = 32
DEEPEST = 8
MOST_PREFIXES = 4


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of a question and, in sentences, what was mended on the way."""

    tree: Node
    repairs: tuple[str, ...] = ()


def parse(text: str) -> Parsed:
    """Return the tree for what was typed; it never fails. Nothing typed matches everything."""
    tokens, repairs = tokenise(text)
    reader = _Reader(tokens, repairs)
    tree = reader.read()
    if tree is None:
        tree = Everything()
        if text.strip():
            reader.note(_("Nothing to search for was left, so every record is shown."))
    return Parsed(tree, tuple(dict.fromkeys(reader.repairs)))


@dataclass
class _Reader:
    tokens: Sequence[Token]
    repairs: list[str]
    at: int = 0
    depth: int = 0
    leaves: int = 0
    prefixes: int = 0
    skipped: list[str] = field(default_factory=list)

    def note(self, sentence: str) -> None:
        self.repairs.append(sentence)

    def read(self) -> Node | None:
        parts = []
        while self.at < len(self.tokens):
            part = self._or()
            if part is not None:
                parts.append(part)
            if self._next_is(Kind.CLOSE):
                self.at += 1
                self.note(_("A closing parenthesis has no opening one; it was left out."))
        self._tell_skipped()
        return _joined(And, parts)

    def _tell_skipped(self) -> None:
        if not self.skipped:
            return
        self.note(
            ngettext(
                "Only the first %(most)d words were searched; %(count)d was left out.",
                "Only the first %(most)d words were searched; %(count)d were left out.",
                len(self.skipped),
            )
            % {"most": MOST_LEAVES, "count": len(self.skipped)}
        )

    def _or(self) -> Node | None:
        parts = [self._and()]
        while self._next_is(Kind.OR):
            operator = self._take()
            following = self._and()
            if parts[-1] is None or following is None:
                self._dangles(operator)
            parts.append(following)
        return _joined(Or, [part for part in parts if part is not None])

    def _and(self) -> Node | None:
        parts: list[Node] = []
        pending: Token | None = None
        while self.at < len(self.tokens) and not self._next_is(Kind.OR, Kind.CLOSE):
            if self._next_is(Kind.AND):
                if pending is not None or not parts:
                    self._dangles(self.tokens[self.at])
                pending = self._take()
                continue
            part = self._not()
            if part is not None:
                parts.append(part)
                pending = None
        if pending is not None and parts:
            self._dangles(pending)
        return _joined(And, parts)

    def _not(self) -> Node | None:
        negations = 0
        while self._next_is(Kind.NOT):
            operator = self._take()
            negations += 1
        part = self._near()
        if part is None and negations:
            self._dangles(operator)
        return Not(part) if part is not None and negations % 2 else part

    def _near(self) -> Node | None:
        left = self._leaf()
        while self._next_is(Kind.NEAR):
            operator = self._take()
            right = self._leaf()
            left = self._beside(left, right, operator)
        return left

    def _beside(self, left: Node | None, right: Node | None, operator: Token) -> Node | None:
        if left is None or right is None:
            self._dangles(operator)
            return left or right
        if isinstance(left, Phrase) and isinstance(right, Phrase) and left.field == right.field:
            return Near(left, right, operator.number)
        self.note(
            _("%(operator)s joins two words or phrases of the same field; it was read as AND.")
            % {"operator": operator.typed}
        )
        return _joined(And, [left, right])

    def _leaf(self) -> Node | None:
        if self._next_is(Kind.OPEN):
            return self._group()
        if not self._next_is(Kind.WORD, Kind.QUOTED):
            return None
        token = self._take()
        leaf, repair = leaf_for(token)
        if repair:
            self.note(repair)
        return None if leaf is None else self._counted(leaf, token)

    def _counted(self, leaf: Node, token: Token) -> Node | None:
        self.leaves += 1
        self.prefixes += token.is_prefix
        if self.leaves > MOST_LEAVES:
            self.skipped.append(token.typed)
            return None
        if token.is_prefix and self.prefixes > MOST_PREFIXES:
            self.note(
                _("Only %(most)d words may end in *; “%(word)s” was left out.")
                % {"most": MOST_PREFIXES, "word": token.typed}
            )
            return None
        return leaf

    def _group(self) -> Node | None:
        self._take()
        if self.depth >= DEEPEST:
            self.note(
                _("Parentheses go %(most)d deep at most; the inner ones were left out.")
                % {"most": DEEPEST}
            )
            return self._leaf_after_parentheses()
        self.depth += 1
        inner = self._or()
        self.depth -= 1
        if self._next_is(Kind.CLOSE):
            self.at += 1
        else:
            self.note(_("A parenthesis was not closed; it was closed at the end."))
        return inner

    def _leaf_after_parentheses(self) -> Node | None:
        while self._next_is(Kind.OPEN):
            self.at += 1
        return self._leaf() if self._next_is(Kind.WORD, Kind.QUOTED) else None

    def _dangles(self, operator: Token) -> None:
        self.note(
            _("%(operator)s needs a word on each side; it was left out.")
            % {"operator": operator.typed}
        )

    def _next_is(self, *kinds: Kind) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].kind in kinds

    def _take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]


def _joined(kind: type[And | Or], parts: list[Node]) -> Node | None:
    """Return one node for the parts; a part of the same kind is taken apart."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else [part])
    if not flat:
        return None
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def describe(node: Node) -> str:
    """Return the question as it was understood, in the words of the grammar."""
    match node:
        case Everything():
            return ""
        case Nothing():
            return "∅"
        case And(parts):
            return " AND ".join(_bracketed(part) for part in parts)
        case Or(parts):
            return " OR ".join(_bracketed(part) for part in parts)
        case Not(part):
            return f"NOT {_bracketed(part)}"
        case _:
            return typed_form(node)


def _bracketed(node: Node) -> str:
    return f"({describe(node)})" if isinstance(node, And | Or) else describe(node)
