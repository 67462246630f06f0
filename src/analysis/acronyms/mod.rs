//! The ledger of a document's short forms: where each is used, whether it is explained anywhere, and as what.
//!
//! It decides what is an acronym and what explains one. Whether readers need the explanation is a rule's business.

mod explanation;
mod letters;

use std::collections::HashMap;

use crate::analysis::glossary::Glossary;
use crate::builtin;
use crate::document::words::Word;
use crate::document::{Block, Document};
use crate::input::span::Span;
use crate::language::classes::{Class, Classes};
use crate::language::fold::fold_hash;
use crate::language::tokens::Gap;
use crate::wordlists::shape::Tier;
use crate::wordlists::word_sets::KnownAcronym;
use explanation::{Explained, Firsts, Site};
use letters::Letters;

/// Unlisted words from this length on are taken for shouting: acronyms this long are rare.
const SHOUTED: usize = 7;
/// Words of a block from which on capitals are a style and not a sign, when more than half of them have capitals only.
const SHOUTED_BLOCK: usize = 3;
/// As many words in capitals in a row are shouted, unless the lists know them.
const SHOUTED_RUN: usize = 4;

/// A short form and what the document does with it.
#[derive(Clone, Debug)]
pub struct ShortForm {
    /// The letters, without plural or possessive.
    pub short: String,
    /// What the document says it stands for, where that could be told.
    pub long: Option<String>,
    /// Whether the document explains it anywhere.
    pub defined: bool,
    /// Its places in the prose, in order, the definition left out: the letters, without plural and possessive.
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
    let mut reader = Reader { document, plain: plain_words(document), known: HashMap::new(), found: Vec::new(), glossary: Glossary::default() };
    for (index, block) in document.blocks.iter().enumerate() {
        let words = &document.words[block.words()];
        if words.iter().any(|w| w.has_capitals()) && !shouted(document, words) {
            for at in 0..words.len() {
                reader.word(index, block, words, at);
            }
        }
    }
    let mut found = reader.found;
    found.sort_by(|a, b| a.short.cmp(&b.short));
    found
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

/// Whether a block is written in capitals. A list of known short forms is not; letters that stand alone ("Plan A") count for nothing.
fn shouted(document: &Document<'_>, words: &[Word]) -> bool {
    let read = |w: &&Word| !w.is_opaque() && (w.has_small() || w.has_capitals());
    let in_capitals = |w: &&Word| !w.has_small();
    let (all, capitals) = (words.iter().filter(read).count(), words.iter().filter(read).filter(in_capitals).count());
    let listed = |w: &Word| Letters::of(document.text(*w)).is_some_and(|letters| builtin::acronym(letters.as_str()).is_some());
    all >= SHOUTED_BLOCK && capitals * 2 > all && !words.iter().filter(read).filter(in_capitals).all(listed)
}

/// What is known of a spelling, wherever it stands.
struct Known {
    /// Where it is among the short forms found.
    form: Option<usize>,
    listed: Option<KnownAcronym<'static>>,
    /// Whether it looks like an acronym.
    likely: bool,
    firsts: Firsts,
}

struct Reader<'a> {
    document: &'a Document<'a>,
    plain: Vec<u32>,
    known: HashMap<u64, Known>,
    found: Vec<ShortForm>,
    glossary: Glossary,
}

impl Reader<'_> {
    fn word(&mut self, index: usize, block: &Block, words: &[Word], at: usize) {
        let word = words[at];
        if !word.has_capitals() && !word.is_opaque() {
            return;
        }
        let written = if word.is_opaque() { self.code(word) } else { self.document.text(word) };
        let Some(mut letters) = Letters::of(written) else { return };
        if word.is_opaque() {
            letters.written = (word.span.end - word.span.start) as usize;
        }
        let key = letters.key();
        if self.known.get(&key).is_none_or(|known| known.listed.is_none() && known.form.is_none() && letters.is_mixed()) {
            let known = self.look_up(&letters);
            self.known.insert(key, known);
        }
        if initials(words, at, &letters)
            && let Some(known) = self.known.get_mut(&key).filter(|known| known.listed.is_none())
        {
            known.likely = false;
        }
        let known = &self.known[&key];
        let unlisted = || !letters.is_mixed() && !beside_digits(words, at) && !among_shouts(words, at) && !self.is_shown(word);
        let sure = known.likely && !word.is_opaque() && !in_name(words, at) && (known.listed.is_some() || unlisted());
        let form = known.form.map(|form| &self.found[form]);
        let explained = match form {
            // explained once is enough
            Some(ShortForm { defined: true, long: Some(_), .. }) => None,
            _ => {
                let site = Site { document: self.document, index, block, words, at, letters, listed: known.listed, firsts: known.firsts };
                if sure { site.explained(&mut self.glossary) } else { site.bracketed() }
            }
        };
        // an odd word is a short form only if the document treats it as one
        if sure || explained.is_some() || form.is_some_and(|form| form.defined) && !word.is_opaque() {
            self.note(key, &letters, word, explained);
        }
    }

    /// Code in capitals: "`CR` (carb ratio)" explains CR.
    fn code(&self, word: Word) -> &str {
        let span = self.document.source_span(word.span);
        let code = self.document.source.text[span.range()].trim_matches('`');
        if code.bytes().all(|b| b.is_ascii_uppercase()) { code } else { "" }
    }

    fn note(&mut self, key: u64, letters: &Letters, word: Word, explained: Option<Explained>) {
        let Some(known) = self.known.get_mut(&key) else { return };
        let form = *known.form.get_or_insert_with(|| {
            let short = letters.as_str().to_owned();
            self.found.push(ShortForm { short, long: None, defined: false, uses: Vec::new(), listed: known.listed });
            self.found.len() - 1
        });
        let form = &mut self.found[form];
        match explained {
            Some(explained) => {
                form.defined = true;
                if let Explained::As(long) = explained {
                    form.long.get_or_insert(long);
                }
            }
            None => form.uses.push(Span { start: word.span.start, end: word.span.start + letters.written as u32 }),
        }
    }

    /// What the lists say of the letters. A form that is listed with small letters is found in capitals, and the other way round.
    fn look_up(&self, letters: &Letters) -> Known {
        let short = letters.as_str();
        let listed = builtin::acronym(short).or_else(|| letters.is_mixed().then(|| builtin::acronym(&short.to_ascii_uppercase())).flatten());
        let hash = fold_hash(short);
        let class = builtin::classes(short);
        let plain = self.plain.binary_search(&hash).is_ok() || class.has(Class::NotAcronym);
        let likely = match &listed {
            Some(listed) => !plain || listed.tier == Tier::Everyday,
            None => {
                // an English word in capitals, or a gap to fill in: "COM-XX"
                let word = class != Classes::default() || short.contains("XX");
                !plain && !word && letters.count() < SHOUTED && !is_sayable(short)
            }
        };
        Known { form: None, firsts: Firsts::of(letters, listed.as_ref()), listed, likely }
    }

    /// In quotation marks, or behind a mark: “FETV”, #FFF.
    fn is_shown(&self, word: Word) -> bool {
        let text = &self.document.prose.text;
        let (before, after) = (&text[..word.span.start as usize], &text[word.span.end as usize..]);
        before.ends_with(['#', '@', '$']) || before.ends_with(['“', '"', '‘']) && after.starts_with(['”', '"', '’'])
    }
}

/// Six letters or more that can be said are a name or a word: FOSTER.
fn is_sayable(short: &str) -> bool {
    short.len() >= 6 && short.bytes().filter(|b| b"AEIOU".contains(b)).count() >= 2
}

/// Part of a name: `LA-CoNGA`.
fn in_name(words: &[Word], at: usize) -> bool {
    let name = |w: &Word| w.has_capitals() && w.has_small();
    let next = words.get(at + 1).is_some_and(|w| w.gap() == Gap::Hyphen && name(w));
    next || words[at].gap() == Gap::Hyphen && at.checked_sub(1).is_some_and(|before| name(&words[before]))
}

/// Part of a code: `COVID-19`, `UTF-8`, `2026/ABC`, `AA:BB`, `Berkeley, CA 94705`.
fn beside_digits(words: &[Word], at: usize) -> bool {
    let joined = |w: &Word| matches!(w.gap(), Gap::Hyphen | Gap::Slash);
    // `AA:BB:CC`: no space on either side
    let tight = |a: &Word, b: &Word| b.span.start == a.span.end + 1 && b.gap() == Gap::Mark;
    let zip = |w: &Word| w.has_digit() && !w.has_small() && !w.has_capitals() && w.span.end - w.span.start == 5;
    let next = words.get(at + 1).is_some_and(|w| (joined(w) && w.has_digit()) || zip(w) || (tight(&words[at], w) && w.has_capitals()));
    let last = at.checked_sub(1).map(|i| &words[i]);
    next || last.is_some_and(|w| (joined(&words[at]) && w.has_digit()) || (tight(w, &words[at]) && w.has_capitals()))
}

/// Two letters among others of two: "JK, LC and SR" are people, here and in the rest of the document.
fn initials(words: &[Word], at: usize, letters: &Letters) -> bool {
    let two = |w: &&Word| w.has_capitals() && !w.has_small() && !w.has_digit() && w.span.end - w.span.start == 2;
    let near = &words[at.saturating_sub(3)..words.len().min(at + 4)];
    letters.count() == 2 && near.iter().filter(two).count() > 2
}

/// Beside another word in capitals that is no acronym, or in a run of them: "DO NOT SEND".
fn among_shouts(words: &[Word], at: usize) -> bool {
    let capitals = |w: &&Word| w.has_capitals() && !w.has_small() && w.gap() == Gap::Space;
    let english = |w: &Word| w.is(Class::Function) || w.is(Class::Negative) || w.is(Class::Verb);
    let shout = |w: &Word| w.has_capitals() && !w.has_small() && english(w);
    let before = words[..=at].iter().rev().take(SHOUTED_RUN).take_while(capitals).count();
    let long = |w: &Word| w.has_capitals() && !w.has_small() && w.span.end - w.span.start >= 5;
    let next = words.get(at + 1).is_some_and(|w| w.gap() == Gap::Space && long(w));
    let last = words[at].gap() == Gap::Space && at.checked_sub(1).is_some_and(|before| long(&words[before]));
    if long(&words[at]) && (next || last) {
        return true;
    }
    let after = words[at + 1..].iter().take(SHOUTED_RUN).take_while(capitals).count();
    words.get(at + 1).is_some_and(shout) || at.checked_sub(1).is_some_and(|i| shout(&words[i])) || before + after >= SHOUTED_RUN
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
