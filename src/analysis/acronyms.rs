//! The ledger of a document's short forms: where each is used, whether it is explained anywhere, and as what.
//!
//! It decides what is an acronym and what explains one. Whether readers need the explanation is a rule's business.

use std::collections::BTreeMap;

use crate::builtin;
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::document::{Block, Document};
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::{fold, fold_hash};
use crate::language::tokens::Gap;
use crate::wordlists::shape::Tier;
use crate::wordlists::word_sets::KnownAcronym;

/// Longest short form. Longer words in capitals are shouted.
const LONGEST: usize = 8;
/// Unlisted words from this length on are taken for shouting unless they have a small letter or a digit: acronyms this long are rare.
const SHOUTED: usize = 7;
/// Words of a block from which on capitals are a style and not a sign, when more than half of them have capitals only.
const SHOUTED_BLOCK: usize = 3;
/// Words on each side that a long form may reach.
const REACH: usize = 12;

/// A short form and what the document does with it.
#[derive(Clone, Debug)]
pub struct ShortForm {
    /// The letters, without plural or possessive.
    pub short: String,
    /// What the document says it stands for, where that could be told.
    pub long: Option<String>,
    /// Whether the document explains it anywhere.
    pub defined: bool,
    /// Its places in the prose, in order, the definition left out.
    pub uses: Vec<Span>,
    /// What the lists say of it.
    pub listed: Option<KnownAcronym<'static>>,
}

impl ShortForm {
    /// Whether everyone knows it.
    #[must_use]
    pub fn is_everyday(&self) -> bool {
        self.listed.as_ref().is_some_and(|known| known.tier == Tier::Everyday)
    }
}

/// All short forms of a document, in alphabetical order.
#[must_use]
pub fn ledger(document: &Document<'_>) -> Vec<ShortForm> {
    let mut reader = Reader { document, plain: plain_words(document), found: BTreeMap::new() };
    for (index, block) in document.blocks.iter().enumerate() {
        let words = &document.words[block.words()];
        if words.iter().any(|w| w.has_capitals()) && !shouted(words) {
            for i in 0..words.len() {
                reader.word(index, block, i);
            }
        }
    }
    reader.found.into_values().collect()
}

/// Hashes of the words in capitals that the document also writes in small letters: they are the same words, shouted. Sorted.
fn plain_words(document: &Document<'_>) -> Vec<u32> {
    let mut capitals: Vec<u32> = document.words.iter().filter(|w| w.has_capitals()).map(|w| w.hash).collect();
    capitals.sort_unstable();
    capitals.dedup();
    if capitals.is_empty() {
        return capitals;
    }
    // a small filter spares nearly every word the search
    let mut filter = [0_u64; 16];
    for hash in &capitals {
        filter[*hash as usize & 15] |= 1 << (hash >> 4 & 63);
    }
    let written_small = |w: &&Word| {
        w.has_small() && !w.has_capitals() && filter[w.hash as usize & 15] & 1 << (w.hash >> 4 & 63) != 0 && capitals.binary_search(&w.hash).is_ok()
    };
    let mut plain: Vec<u32> = document.words.iter().filter(written_small).map(|w| w.hash).collect();
    plain.sort_unstable();
    plain.dedup();
    plain
}

fn shouted(words: &[Word]) -> bool {
    let letters = |w: &&Word| !w.is_opaque() && (w.has_small() || w.is_capital());
    let (all, capitals) = (words.iter().filter(letters).count(), words.iter().filter(letters).filter(|w| !w.has_small()).count());
    all >= SHOUTED_BLOCK && capitals * 2 > all
}

struct Reader<'a> {
    document: &'a Document<'a>,
    plain: Vec<u32>,
    found: BTreeMap<String, ShortForm>,
}

impl Reader<'_> {
    fn word(&mut self, index: usize, block: &Block, i: usize) {
        let words = &self.document.words[block.words()];
        let word = words[i];
        if !word.has_capitals() || word.is_opaque() {
            return;
        }
        let Some((short, listed)) = self.short_form(words, i) else { return };
        let explained = match self.found.get(&short) {
            // explained once is enough
            Some(ShortForm { defined: true, long: Some(_), .. }) => None,
            _ => self.explanation(index, block, i, &short, listed.as_ref()),
        };
        let entry = self.found.entry(short.clone()).or_insert_with(|| ShortForm { short, long: None, defined: false, uses: Vec::new(), listed });
        match explained {
            Some(long) => {
                entry.defined = true;
                entry.long = entry.long.take().or(long);
            }
            None => entry.uses.push(word.span),
        }
    }

    /// The letters of an acronym, or nothing for what only looks like one.
    fn short_form(&self, words: &[Word], i: usize) -> Option<(String, Option<KnownAcronym<'static>>)> {
        let word = words[i];
        let written = self.document.text(word);
        let short = normal(written);
        if short.len() < 2 || short.len() > LONGEST || !short.is_ascii() {
            return None;
        }
        let listed = builtin::acronym(&short);
        if listed.is_some() {
            let sure = !self.is_plain(&short) && !word.is(Class::NotAcronym);
            return (sure || listed.as_ref().is_some_and(|l| l.tier == Tier::Everyday)).then_some((short, listed));
        }
        let small = short.bytes().any(|b| b.is_ascii_lowercase());
        let digit = short.bytes().any(|b| b.is_ascii_digit());
        let class = builtin::classes(fold_hash(&short), &short);
        let doubtful = small
            || digit
            || short.len() >= SHOUTED
            || class.has(Class::NotAcronym)
            || class.has(Class::Function)
            || class.has(Class::Verb)
            || class.has(Class::Negative)
            || self.is_plain(&short)
            || beside_digits(self.document, words, i)
            || self.among_shouts(words, i);
        (!doubtful).then_some((short, None))
    }

    fn is_plain(&self, short: &str) -> bool {
        self.plain.binary_search(&fold_hash(short)).is_ok()
    }

    /// Beside another word in capitals that is no acronym: "DO NOT SEND".
    fn among_shouts(&self, words: &[Word], i: usize) -> bool {
        let shout = |j: Option<usize>| {
            j.and_then(|j| words.get(j))
                .is_some_and(|w| w.has_capitals() && !w.has_small() && (w.is(Class::Function) || w.is(Class::Negative) || w.is(Class::Verb)))
        };
        shout(i.checked_sub(1)) || shout(Some(i + 1))
    }

    /// How the document explains the short form here: `Some(Some(long))` with the words, `Some(None)` without them.
    fn explanation(&self, index: usize, block: &Block, i: usize, short: &str, listed: Option<&KnownAcronym<'static>>) -> Option<Option<String>> {
        let words = &self.document.words[block.words()];
        let text = &self.document.prose.text;
        let word = words[i];
        if let Some((_, title)) = self.document.abbreviations.iter().find(|(at, _)| (word.span.start..word.span.end).contains(at)) {
            return Some(Some(title.clone()));
        }
        let before = &text[block.prose.start as usize..word.span.start as usize];
        let after = &text[word.span.end as usize..block.prose.end as usize];
        let long_before = || self.long_before(words, i, short, listed);
        if opens_bracket(before) {
            let closes = after.trim_start_matches(['"', '”', '’', '\'', '*']).starts_with([')', ']', ',', ';'])
                || after.starts_with(" for short")
                || after.starts_with("s)")
                || after.starts_with("’s)");
            let long = long_before();
            if long.is_some() || closes && self.words_before(words, i) >= 2 && !is_shout_in_brackets(before) {
                return Some(long);
            }
        }
        if after.trim_start_matches(['"', '”', '*']).trim_start().starts_with(['(', '[']) {
            let long = self.long_after(words, i + 1, short, listed);
            if long.is_some() {
                return Some(long);
            }
        }
        if before.ends_with("*[") && after.starts_with("]:") {
            return Some(Some(after[2..].trim().to_owned()));
        }
        self.spelled_out(words, i, short, listed, after).or_else(|| self.in_glossary(index, block, i))
    }

    /// "SF stands for LF", "SF means", "LF, or SF,", "LF, known as SF", "SF: LF", "SF – LF".
    fn spelled_out(&self, words: &[Word], i: usize, short: &str, listed: Option<&KnownAcronym<'static>>, after: &str) -> Option<Option<String>> {
        let is = |j: Option<usize>, options: &[&str]| {
            j.and_then(|j| words.get(j)).is_some_and(|w| crate::phrases::is_one_of(self.document, *w, options.iter().copied()))
        };
        let next = i + 1;
        let told = is(Some(next), &["stands", "means"])
            || is(Some(next), &["is"]) && is(Some(next + 1), &["short", "an"]) && is(Some(next + 2), &["for", "acronym", "abbreviation"]);
        if told {
            return Some(self.long_after(words, next, short, listed));
        }
        let mark = after.trim_start();
        if mark.starts_with(['–', '—', ':', '=', '-', ',', '/']) {
            let long = self.long_after(words, next, short, listed);
            if long.is_some() {
                return Some(long);
            }
        }
        let named = is(i.checked_sub(1), &["or", "as", "called", "to"]) || words[i].gap() != Gap::Space;
        let long = named.then(|| self.long_before(words, i, short, listed)).flatten();
        long.map(Some)
    }

    /// An item, term or first cell under a heading such as "Glossary" or "Abbreviations".
    fn in_glossary(&self, index: usize, block: &Block, i: usize) -> Option<Option<String>> {
        const HEADINGS: &[&str] = &["glossary", "abbreviations", "acronyms", "jargon", "terms", "definitions", "terminology"];
        if i > 1
            || !matches!(
                block.kind,
                BlockKind::ListItem | BlockKind::Term | BlockKind::TableCell { .. } | BlockKind::Paragraph | BlockKind::Heading(_)
            )
        {
            return None;
        }
        let section = self.document.section_of(block);
        let heading = self.document.heading_words(section);
        let titled = heading.iter().any(|w| crate::phrases::is_one_of(self.document, *w, HEADINGS.iter().copied()));
        let head = self.document.table_head(index);
        let in_table = matches!(block.kind, BlockKind::TableCell { head: false })
            && head.iter().any(|b| {
                self.document.words[b.words()].iter().any(|w| {
                    crate::phrases::is_one_of(self.document, *w, ["acronym", "abbreviation", "term", "glossary", "acronyms", "terms"].into_iter())
                })
            });
        (titled && block.words().len() > i + 1 || in_table || titled && matches!(block.kind, BlockKind::TableCell { .. } | BlockKind::Term))
            .then_some(None)
    }

    fn words_before(&self, words: &[Word], i: usize) -> usize {
        words[..i].iter().rev().take_while(|w| !w.is_opaque()).take(3).count()
    }

    /// The words before the short form whose letters it takes; nearest start first.
    fn long_before(&self, words: &[Word], i: usize, short: &str, listed: Option<&KnownAcronym<'static>>) -> Option<String> {
        (1..=REACH.min(i)).map(|n| &words[i - n..i]).find(|long| self.fits(long, short, listed)).map(|long| self.quote(long))
    }

    /// The words from `from` on whose letters it takes.
    fn long_after(&self, words: &[Word], from: usize, short: &str, listed: Option<&KnownAcronym<'static>>) -> Option<String> {
        (from..words.len().min(from + 3)).find_map(|start| {
            let ends = (start + 1)..=words.len().min(start + REACH);
            ends.map(|end| &words[start..end]).find(|long| self.fits(long, short, listed)).map(|long| self.quote(long))
        })
    }

    fn quote(&self, words: &[Word]) -> String {
        let span = words[0].span.to(words[words.len() - 1].span);
        self.document.prose_of(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether these words are what the letters stand for: by their letters, or because a list says so.
    fn fits(&self, words: &[Word], short: &str, listed: Option<&KnownAcronym<'static>>) -> bool {
        // most words do not even begin as the letters or the listed words do
        let first = self.document.text(words[0]).bytes().next().map(|b| b.to_ascii_lowercase());
        let begins = |text: &str| text.bytes().next().map(|b| b.to_ascii_lowercase()) == first;
        if !begins(short) && !listed.is_some_and(|known| known.long.iter().any(|long| begins(long))) || words.iter().any(|w| w.is_opaque()) {
            return false;
        }
        let folded: Vec<String> = words.iter().map(|w| fold(self.document.text(*w))).collect();
        let listed_so = listed.is_some_and(|known| known.long.iter().any(|long| same_words(long, &folded)));
        listed_so || initials_fit(&folded, short)
    }
}

/// Without dots, possessive and plural: `N.H.S`, `ICBs`, `GP's`.
fn normal(written: &str) -> String {
    let plain: String = written.chars().filter(|c| *c != '.').collect();
    let cut = plain.strip_suffix("'s").or_else(|| plain.strip_suffix("’s")).unwrap_or(&plain);
    match cut.strip_suffix('s') {
        Some(one) if one.len() >= 2 && one.chars().all(|c| c.is_ascii_uppercase() || c == '&') => one.to_owned(),
        _ => cut.to_owned(),
    }
}

/// Part of a code or a measure: `COVID-19`, `UTF-8`, `B12`, `A4`, `HS2 2026`.
fn beside_digits(document: &Document<'_>, words: &[Word], i: usize) -> bool {
    let joined = |w: &Word| matches!(w.gap(), Gap::Hyphen | Gap::Slash);
    let next = words.get(i + 1).is_some_and(|w| joined(w) && w.has_digit());
    let before = i.checked_sub(1).is_some_and(|j| joined(&words[i]) && words[j].has_digit());
    next || before || document.text(words[i]).contains('&') && words[i].span.end - words[i].span.start > 5
}

fn opens_bracket(before: &str) -> bool {
    let bare = before.trim_end_matches(['"', '“', '‘', '\'', '*', ' ']);
    let article = bare.strip_suffix("the").or_else(|| bare.strip_suffix("also")).unwrap_or(bare).trim_end_matches([' ', '“', '"']);
    article.ends_with(['(', '[']) || before.ends_with("hereafter ")
}

/// "(e.g. MRI)", "(see CQC)": a bracket that holds more than a short form is no definition.
fn is_shout_in_brackets(before: &str) -> bool {
    before.rfind(['(', '[']).is_some_and(|open| before[open + 1..].contains(|c: char| c.is_alphanumeric() && !"thealso".contains(c)))
}

fn same_words(long: &str, folded: &[String]) -> bool {
    let listed: Vec<String> = long.split([' ', '-']).map(fold).collect();
    let alike = |a: &String, b: &String| a == b || a.strip_suffix('s') == Some(b.as_str()) || b.strip_suffix('s') == Some(a.as_str());
    listed.len() == folded.len() && listed.iter().zip(folded).all(|(a, b)| alike(a, b))
}

/// Whether the letters can be found in the words, from the last to the first, the first letter beginning the first word, and every word that
/// is not a small one giving a letter (after Schwartz and Hearst, 2003, who let inner words go).
fn initials_fit(words: &[String], short: &str) -> bool {
    const SMALL: [&str; 12] = ["of", "and", "the", "for", "in", "with", "to", "on", "a", "an", "by", "at"];
    let letters: Vec<char> = fold(short).chars().filter(|c| c.is_alphanumeric()).collect();
    let content = words.iter().filter(|w| !SMALL.contains(&w.as_str())).count();
    if letters.is_empty()
        || words.is_empty()
        || content > letters.len()
        || words.len() > letters.len() * 2 + 1
        || words[0].chars().next() != letters.first().copied()
    {
        return false;
    }
    fn takes(words: &[String], letters: &[char]) -> bool {
        let Some(word) = words.first() else { return letters.is_empty() };
        let small = SMALL.contains(&word.as_str());
        // the word's first letter, then letters in order from inside it: "psychotherapy" gives P or PT
        let chars: Vec<char> = word.chars().collect();
        if letters.first() == chars.first() {
            let mut taken = 1;
            let mut at = 1;
            loop {
                if takes(&words[1..], &letters[taken..]) {
                    return true;
                }
                let Some(letter) = letters.get(taken) else { break };
                let Some(found) = chars.iter().skip(at).position(|c| c == letter) else { break };
                at += found + 1;
                taken += 1;
            }
        }
        small && takes(&words[1..], letters)
    }
    takes(words, &letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn undefined(text: &str) -> Vec<String> {
        let source = SourceFile { name: "a.md".to_owned(), text: text.to_owned() };
        ledger(&Document::new(&source, Format::Markdown)).into_iter().filter(|s| !s.defined && !s.is_everyday()).map(|s| s.short).collect()
    }

    #[test]
    fn definitions_in_many_forms_are_seen() {
        for text in [
            "Ask the multidisciplinary team (MDT). The MDT meets weekly.",
            "The MDT (multidisciplinary team) meets weekly.",
            "Integrated care boards (ICBs) plan. Each ICB is local.",
            "The integrated care\nboard (**ICB**) plans. The ICB is local.",
            "The [integrated care board](x.md) (“ICB”) plans.",
            "PCN stands for primary care network. Our PCN is small.",
            "The primary care network, or PCN, is small.",
            "# Glossary\n\n- **QRZ** – queue of rooms\n\n# More\n\nThe QRZ is long.",
            "*[QRZ]: Queue of rooms\n\nThe QRZ is long.",
            "<abbr title=\"Queue of rooms\">QRZ</abbr> is long. The QRZ grows.",
        ] {
            assert_eq!(undefined(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_is_not_an_acronym_is_left_alone() {
        for text in [
            "DO NOT send it.",
            "Call the NHS or a GP.",
            "Henry VIII and 5 KG",
            "THIS IS A NOTICE TO ALL",
            "See the PDF at 10 AM.",
            "The WARD is open. Our ward is clean.",
        ] {
            assert_eq!(undefined(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(undefined("Ask the MDT, the ICB’s lead and two PCNs."), ["ICB", "MDT", "PCN"]);
    }
}
