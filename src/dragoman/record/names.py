"""Names of persons as the record compares them: the comparison is that of the pages, in `mentions.spelling`."""

from dragoman.mentions.spelling import (
    PersonName,
    Variants,
    consonants,
    fold,
    given_key,
    initial_of,
    middles_agree,
    parse,
    same_given,
    same_surname,
    skeleton,
    variants,
)

__all__ = [
    "PersonName",
    "Variants",
    "consonants",
    "fold",
    "given_key",
    "initial_of",
    "middles_agree",
    "parse",
    "same_given",
    "same_surname",
    "skeleton",
    "variants",
]
