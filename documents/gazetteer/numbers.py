"""Numbers as texts write them: 45,000, 48,6 Millionen, 12 000, eleven, 三百."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from documents.text.matcher import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: value for value, word in enumerate(_SMALL.split())} | {
    word: value * 10 for value, word in enumerate(_TENS.split(), start=2)
}
NUMBER_WORDS = frozenset(_WORDS)
_HAN_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "〇": 0,
}
_POWERS = {"hundred": 100, "thousand": 1000}
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "亿": 10**8}

CODES = "CNY|RMB|Rmb|USD|EUR|GBP|JPY|KRW|PLN|CHF|HKD|SEK"  # of currencies: "EUR210 million"
_APART = rf"(?:(?<![\w.,/-])|(?<={CODES}))"
_GROUPED = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?"
_SPACED = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)"
_PLAIN = r"\d+(?:[.．]\d+)?"
_GERMAN = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2}(?!\d)"
_DIGITS = re.compile(
    rf"{_APART}(?:{_GROUPED}|{_SPACED}|{_PLAIN})|(?<=[\u3400-\u9fff—-])(?:{_GROUPED}|{_PLAIN})"
)
_GERMAN_DIGITS = re.compile(rf"{_APART}(?:{_GERMAN}|{_SPACED}|\d+)")
_RUN = re.compile(r"\d+")
_BLANKS = re.compile(r"[ \u00a0\u202f]")
_SPELT = re.compile(
    rf"\b(?:(?:{_TENS.replace(' ', '|')})(?:[- ](?:{'|'.join(_SMALL.split()[1:10])}))?"
    rf"|(?:{'|'.join(_SMALL.split()[2:])}))(?:[ -]hundred|[ -]thousand)?\b(?!-)",
    re.IGNORECASE,
)
_HAN_FIGURES = "零〇一二三四五六七八九两十百千"
_HAN_NUMBER = re.compile(
    rf"[{_HAN_FIGURES[2:]}](?<![第百分之{_HAN_FIGURES}万亿\d].)[{_HAN_FIGURES}]*"
    rf"(?:[万亿][{_HAN_FIGURES[2:]}][{_HAN_FIGURES}]*)*(?=[个家项座条张类批万亿元人名户亩吨处台辆艘件所栋间"
    r"棵头斤倍成米天口场列篇只支趟]|公里|平方|公顷|分钟|小时|年内|年以[上下]|年(?=[，。；、）)])|日内)"
)
_PERCENT = re.compile(rf"百分之(?P<whole>[{_HAN_FIGURES}]+)(?:点(?P<part>[{_HAN_FIGURES}]+))?")


_SMALL_LETTERS = re.compile("[a-z]{3}")


@cache
def _word_matcher() -> Matcher[None]:
    return Matcher((word, None) for word in NUMBER_WORDS)


class Number(NamedTuple):
    start: int
    end: int
    value: float
    is_spelt: bool
    unit: str = ""  # where the number itself says it: 百分之三十

    def moved(self, by: int) -> Number:
        return Number(self.start + by, self.end + by, *self[2:])


def numbers(text: str, language: str) -> Iterator[Number]:
    """Give the numbers of a text; a German comma is a decimal point. Overlaps are left out."""
    digits = _GERMAN_DIGITS if language == "de" else _DIGITS
    found = [*_digits(digits, text, language), *_spelt(text), *_han(text)]
    reached = 0
    for number in sorted(found, key=lambda one: (one.start, -one.end)):
        if number.start >= reached:
            yield number
            reached = number.end


def _digits(pattern: re.Pattern[str], text: str, language: str) -> Iterator[Number]:
    for match in _matches(pattern, text):
        yield Number(*match.span(), _value(match[0], language), is_spelt=False)


def _value(written: str, language: str) -> float:
    if written.isdecimal():
        return float(written)
    plain = _BLANKS.sub("", written).replace("．", ".").replace("，", ",")
    if language == "de":
        plain = plain.replace(".", "").replace(",", ".")
    return float(plain.replace(",", ""))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give the matches of a pattern of digits, which is slow to try at every character."""
    reached = 0
    for run in _RUN.finditer(text):
        if run.start() >= reached and (match := pattern.match(text, run.start())):
            yield match
            reached = match.end()


def _spelt(text: str) -> Iterator[Number]:
    reached = 0
    for start, _below in _word_matcher().places(text) if _SMALL_LETTERS.search(text) else ():
        match = _SPELT.match(text, start) if start >= reached else None
        if match is None:
            continue
        reached = match.end()
        total = 0
        for word in re.split(r"[- ]", match[0].lower()):
            power = _POWERS.get(word)
            total = total * power if power else total + _WORDS[word]
        yield Number(match.start(), match.end(), float(total), is_spelt=True)


def _han(text: str) -> Iterator[Number]:
    for match in _HAN_NUMBER.finditer(text):
        if not set(match[0]) - set("百千"):
            continue  # 百家争鸣, 千家万户
        end = match.end()
        if text[end : end + 1] in _HAN_MYRIADS and set(match[0]) & set(_HAN_MYRIADS):
            end += 1  # 二亿五千万元: the last power is part of the number, no scale of its unit
        value = float(_han_value(text[match.start() : end]))
        yield Number(match.start(), end, value, is_spelt=True)
    for match in _PERCENT.finditer(text):
        digits = "".join(str(_HAN_DIGITS.get(digit, "")) for digit in match["part"] or "")
        value = float(f"{_han_value(match['whole'])}.{digits or 0}")
        yield Number(match.start(), match.end(), value, is_spelt=False, unit="%")


def _han_value(written: str) -> int:
    """Return 1200 for 一千二百, 250000000 for 二亿五千万."""
    if "亿" in written:
        above, below = written.rsplit("亿", 1)
        return _han_value(above) * _HAN_MYRIADS["亿"] + _han_value(below)
    if "万" in written:
        above, below = written.split("万", 1)
        return _han_value(above) * _HAN_MYRIADS["万"] + _han_value(below)
    total = digit = 0
    for character in written:
        if character in _HAN_POWERS:
            total += (digit or 1) * _HAN_POWERS[character]
            digit = 0
        else:
            digit = _HAN_DIGITS[character]
    return total + digit
