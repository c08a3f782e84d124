from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.personal_numbers import find_personal_numbers, mask_personal_numbers

VALID = {
    "fødselsnummer": "01019000830",
    "D-number": "41019000905",
    "synthetic, month + 80": "01819000987",
    "synthetic, month + 40 and D": "41419000998",
    "synthetic, month + 65": "01669000940",
}


@pytest.mark.parametrize("digits", VALID.values(), ids=VALID)
@pytest.mark.parametrize("form", ["{}", "nr. {},", "({})", "{} og", "født {}."])
def test_every_kind_of_number_is_found(digits: str, form: str) -> None:
    for written in (digits, f"{digits[:6]} {digits[6:]}", f"{digits[:6]}\u00a0{digits[6:]}"):
        text = form.format(written)
        (found,) = find_personal_numbers(text)
        assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "01019000831",  # wrong check digit
        "32019000830",  # no such day
        "101019000830",  # twelve digits
        "0101900083",  # ten digits
        "12345678901",  # an account number
        "123456789",  # an organisation number
        "+47 22 22 22 22",
        "2021/01019000830",
        "0,01019000830",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(find_personal_numbers(text)) == []


@given(st.text())
def test_masking_keeps_the_length_and_leaves_no_number(text: str) -> None:
    masked = mask_personal_numbers(text)
    assert len(masked) == len(text)
    assert list(find_personal_numbers(masked)) == []


def test_a_masked_line_shows_no_digit_of_the_number() -> None:
    assert mask_personal_numbers("født 010190 00830.") == "født ••••••••••••."
