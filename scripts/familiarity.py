#!/usr/bin/env python3
"""Writes wordlists/english/familiarity.tsv: how familiar the 30,000 commonest English word families are.

    pip install wordfreq==3.1.1
    python3 scripts/familiarity.py > wordlists/english/familiarity.tsv

The data is that of `wordfreq` by Robyn Speer (CC BY-SA 4.0), which holds the SUBTLEX lists of Marc Brysbaert and others; see
wordlists/english/FAMILIARITY-LICENCE.md. A figure is a Zipf value in tenths: the base-10 logarithm of how often a word comes in a thousand
million words, times ten. 60 is once in a thousand words, 30 once in a million.

A regular form ("services", "planned") is left out where its base says nearly the same; src/language/lexicon.rs finds the base by the same steps
as `bases` does here. British spellings get the figure of both spellings together, so that "organise" is as familiar as "organize".
"""
import math
import re
import sys

from wordfreq import top_n_list, zipf_frequency

FAMILIES = 30_000
READ = 120_000
# A form that is this much commoner than its base is a word of its own ("united"), and so is one that is far rarer ("herring", of "her").
COMMONER = 0.3
RARER = 1.5


def undoubled(stem):
    return [stem[:-1]] if len(stem) > 4 and stem[-1] == stem[-2] else []


def bases(word):
    """What a regular form may be a form of, likeliest first. The twin of `bases` in src/language/lexicon.rs."""
    ends = word.endswith
    if ends("ies") or ends("ied"):
        found = [word[:-3] + "y"]
    elif ends("es"):
        found = [word[:-1], word[:-2]]
    elif ends("s") and not (ends("ss") or ends("us") or ends("is")):
        found = [word[:-1]]
    elif ends("ed"):
        found = [word[:-1], word[:-2], *undoubled(word[:-2])]
    elif ends("ing"):
        found = [word[:-3], word[:-3] + "e", *undoubled(word[:-3])]
    else:
        found = []
    return [base for base in found if len(base) > 2]


def other_spelling(word):
    """The American spelling of a British one."""
    swapped = re.sub(r"is(e|ed|es|ing|ation|ations|er|ers)$", r"iz\1", word)
    swapped = re.sub(r"yse(d|s|)$", r"yze\1", swapped)
    swapped = re.sub(r"our(s|ed|ing|able|ful|ite|ites|hood|hoods|)$", r"or\1", swapped)
    swapped = re.sub(r"ll(ed|ing|er|ers)$", r"l\1", swapped)
    swapped = re.sub(r"tre(s|)$", r"ter\1", swapped)
    swapped = re.sub(r"(^|[^aeiou])(a|o)e(d|m|t|s|c|n)", r"\1e\3", swapped)
    return swapped if swapped != word else None


def frequencies():
    seen = {}
    for word in top_n_list("en", READ):
        if re.fullmatch(r"[a-z]{2,}|[ai]", word):
            seen[word] = 10 ** zipf_frequency(word, "en")
    for word in list(seen):
        other = other_spelling(word)
        if other in seen:
            both = seen[word] + seen[other]
            seen[word] = both
    return seen


def families(seen):
    zipf = {word: math.log10(count) for word, count in seen.items()}
    total = dict(seen)
    kept = set(seen)
    # rarest first, so that a form of a form has given its count on before it is asked
    for word in sorted(seen, key=lambda w: (len(w), w), reverse=True):
        base = next((b for b in bases(word) if b in seen), None)
        if base and -RARER <= zipf[word] - zipf[base] <= COMMONER:
            total[base] += total[word]
            kept.discard(word)
    return {word: math.log10(total[word]) for word in kept}


def main():
    figures = families(frequencies())
    commonest = sorted(figures, key=lambda word: (-figures[word], word))[:FAMILIES]
    for word in sorted(commonest):
        sys.stdout.write(f"{word}\t{round(figures[word] * 10)}\n")


if __name__ == "__main__":
    main()
