//! The ledger of a document's short forms: where each is used, where it is explained, and as what.
//!
//! It decides what is an acronym and what explains one. Whether readers need the explanation is a rule's business.

mod brackets;
mod cues;
mod explanation;
pub mod index;
mod letters;
mod names;
mod pairs;
mod plausible;
mod spelling;

use std::collections::BTreeMap;

use crate::analysis::glossary::Glossary;
use crate::builtin;
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::document::{Block, Document};
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::fold_hash;
use crate::phrases::guards::references::is_reference;
use crate::wordlists::shape::Tier;
use crate::wordlists::word_sets::KnownAcronym;
use brackets::{Pair, pairs};
use explanation::{Explained, Firsts, Site};
use letters::Letters;
pub use names::own_names;
use plausible::{among_shouts, in_code, in_name, in_title_of_other, initials, is_meant, is_sayable, is_state, is_to_fill_in, plain_words, shouted};

/// Unlisted words from this length on are taken for shouting: acronyms this long are rare.
const SHOUTED: usize = 7;

/// Places of a short form around which the full name is looked for.
const EARLY: usize = 20;

/// A short form and what the document does with it.
#[derive(Clone, Debug)]
pub struct ShortForm {
    /// The letters, without plural or possessive.
    pub short: String,
    /// Where it is explained, in order.
    pub definitions: Vec<Definition>,
    /// Its other places, in order.
    pub uses: Vec<Use>,
    /// What the lists say of it.
    pub listed: Option<KnownAcronym<'static>>,
    /// Whether it looks like an acronym by itself. Others are words that the document uses as short forms: "the Partnership Board (Board)".
    pub is_acronym: bool,
}

/// A place that explains a short form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The short form in the prose, as it is written there.
    pub short: Span,
    /// What it stands for, where that could be told.
    pub long: Option<String>,
    /// Index of the word in the document.
    pub word: u32,
    /// Whether it stands beside its long form in a bracket.
    pub bracket: bool,
    /// Whether the long form comes first there: "integrated care board (ICB)".
    pub long_first: bool,
}

/// A place that uses a short form without explaining it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// The letters in the prose, without plural and possessive.
    pub span: Span,
    /// Index of the word in the document.
    pub word: u32,
}

impl ShortForm {
    /// Whether the document explains it anywhere.
    #[must_use]
    pub fn is_defined(&self) -> bool {
        !self.definitions.is_empty()
    }

    /// What the document first says it stands for.
    #[must_use]
    pub fn long(&self) -> Option<&str> {
        self.definitions.iter().find_map(|definition| definition.long.as_deref())
    }

    /// Whether everyone knows it.
    #[must_use]
    pub fn is_everyday(&self) -> bool {
        self.listed.as_ref().is_some_and(|known| known.tier == Tier::Everyday)
    }
}

/// All short forms of a document, in alphabetical order.
#[must_use]
pub fn ledger(document: &Document<'_>) -> Vec<ShortForm> {
    ledger_of(document, Forms::All)
}

/// Which short forms are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Forms {
    /// Only those that some readers do not know: a third of the work on most pages.
    #[default]
    Unfamiliar,
    /// Everyday ones too, such as NHS.
    All,
}

/// Short forms of a document, in alphabetical order.
#[must_use]
pub fn ledger_of(document: &Document<'_>, forms: Forms) -> Vec<ShortForm> {
    let pairs = pairs(document);
    let mut reader =
        Reader { document, forms, plain: plain_words(document), known: BTreeMap::new(), found: Vec::new(), glossary: Glossary::default() };
    for pair in &pairs {
        reader.pair(pair);
    }
    for (index, block) in document.blocks.iter().enumerate() {
        let (words, start) = (&document.words[block.words()], block.words().start);
        let unusual = document.unusual_in(block.words());
        let others = || block.kind != BlockKind::Footnote && is_reference(document, block);
        if unusual.clone().any(|at| is_candidate(document.words[at])) && !shouted(document, words) && !others() {
            unusual.for_each(|at| reader.word(index, block, words, at - start, &pairs));
        }
    }
    let mut found = reader.found;
    found.retain(|short| short.is_defined() || !short.uses.is_empty());
    for short in &mut found {
        short.definitions.sort_by_key(|definition| definition.word);
    }
    found.sort_by(|a, b| a.short.cmp(&b.short));
    found
}

/// Whether a word can be a short form: two capitals, or a capital with a digit (S117).
fn is_candidate(word: Word) -> bool {
    word.has_capitals() || word.is_capital() && word.has_digit()
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
    forms: Forms,
    plain: Vec<u32>,
    known: BTreeMap<u128, Known>,
    found: Vec<ShortForm>,
    glossary: Glossary,
}

impl Reader<'_> {
    fn pair(&mut self, pair: &Pair) {
        let long = self.document.prose_of(pair.long).split_whitespace().collect::<Vec<_>>().join(" ");
        let form = self.form(&pair.letters, self.document.words[pair.words.0]);
        form.definitions.push(Definition {
            short: pair.short,
            long: Some(long),
            word: pair.words.0 as u32,
            bracket: true,
            long_first: pair.long < pair.short,
        });
    }

    fn word(&mut self, index: usize, block: &Block, words: &[Word], at: usize, pairs: &[Pair]) {
        let word = words[at];
        if !is_candidate(word) && !word.is_opaque() || is_state(words, at) {
            return;
        }
        let written = if word.is_opaque() { self.code(word) } else { self.document.text(word) };
        let Some(mut letters) = Letters::of(written) else { return };
        if word.is_opaque() {
            letters.written = (word.span.end - word.span.start) as usize;
        }
        let place = (block.words().start + at) as u32;
        let next = pairs.partition_point(|pair| pair.words.1 <= place as usize);
        if pairs.get(next).is_some_and(|pair| pair.words.0 <= place as usize) {
            return;
        }
        let known = self.known(&letters);
        if known.listed.is_none() && initials(words, at, &letters) {
            known.likely = false;
        }
        let (likely, listed, firsts, form) = (known.likely, known.listed, known.firsts, known.form);
        if self.forms == Forms::Unfamiliar && listed.as_ref().is_some_and(|listed| listed.tier == Tier::Everyday) {
            return;
        }
        // with dots and in no list, they are initials of people or of places
        let dotted = letters.count() + 1 < letters.written;
        let pattern = (!letters.is_mixed() || letters.is_patterned()) && !dotted;
        let unlisted = || {
            let shouted = || among_shouts(words, at) || is_to_fill_in(self.document, words, at);
            pattern && word.has_capitals() && !in_code(self.document, words, at) && !shouted() && !self.is_shown(word)
        };
        let meant = || listed.is_some() && is_meant(self.document, words, at);
        let sure = (likely || meant()) && !word.is_opaque() && !in_name(words, at) && (listed.is_some() || unlisted());
        if sure && form.is_none_or(|form| !self.found[form].is_defined()) && in_title_of_other(self.document, word) {
            return;
        }
        // brackets further on were read before
        let told = form.and_then(|form| self.found[form].definitions.iter().filter(|told| told.long.is_some()).map(|told| told.word).min());
        let is_early = form.is_none_or(|form| self.found[form].uses.len() < EARLY);
        let site = Site { document: self.document, index, block, words, at, letters, listed, firsts, is_early };
        let explained = match (told, sure) {
            // what a page tells at each place anew
            (Some(told), _) if told < place => site.in_abbr(),
            (Some(_), _) => site.announced(),
            (None, true) => site.explained(&mut self.glossary),
            (None, false) => site.equals(),
        };
        // an odd word is a short form only if the document treats it as one
        let treated = form.is_some_and(|form| self.found[form].is_defined()) && !word.is_opaque();
        if !sure && !treated && explained.is_none() {
            return;
        }
        let form = self.form(&letters, word);
        let span = Span { start: word.span.start, end: word.span.start + letters.written as u32 };
        match explained {
            Some(explained) => {
                let long = if let Explained::As(long) = explained { Some(long) } else { None };
                form.definitions.push(Definition { short: word.span, long, word: place, bracket: false, long_first: true });
            }
            None => form.uses.push(Use { span, word: place }),
        }
    }

    /// Code in capitals: "`CR` (carb ratio)" explains CR.
    fn code(&self, word: Word) -> &str {
        let span = self.document.source_span(word.span);
        let code = self.document.source.text[span.range()].trim_matches('`');
        if code.bytes().all(|b| b.is_ascii_uppercase()) { code } else { "" }
    }

    fn known(&mut self, letters: &Letters) -> &mut Known {
        let key = letters.key();
        if self.known.get(&key).is_none_or(|known| known.listed.is_none() && known.form.is_none() && letters.is_mixed()) {
            let known = self.look_up(letters);
            self.known.insert(key, known);
        }
        self.known.get_mut(&key).expect("put there")
    }

    /// The short form of these letters; a new one if there is none.
    fn form(&mut self, letters: &Letters, word: Word) -> &mut ShortForm {
        let count = self.found.len();
        let known = self.known(letters);
        let (form, listed) = (*known.form.get_or_insert(count), known.listed);
        if form == count {
            let is_acronym = letters.has_capitals() && word.has_capitals() || listed.is_some();
            let short = letters.as_str().to_owned();
            self.found.push(ShortForm { short, definitions: Vec::new(), uses: Vec::new(), listed, is_acronym });
        }
        &mut self.found[form]
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
                let word = class.any() || short.contains("XX");
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn undefined(text: &str) -> Vec<String> {
        let source = SourceFile { name: "a.md".to_owned(), text: text.to_owned() };
        ledger(&Document::new(&source, Format::Markdown)).into_iter().filter(|s| !s.is_defined() && !s.is_everyday()).map(|s| s.short).collect()
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
            "This year TPAQ, a tenant participation organisation, trained the panel.",
            "FRANX, the national drugs helpline, lists services.",
            "Central Manchester University Hospitals NHS Foundation Trust (CMFT) has a plan.",
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
            "[TOC]\n\nText.",
        ] {
            assert_eq!(undefined(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(undefined("Ask the MDT, the ICB’s lead and two PCNs."), ["ICB", "MDT", "PCN"]);
        assert_eq!(undefined("We met the ICB, the local council, police and fire crews. Ask the MDT, the trust and the ward."), ["ICB", "MDT"]);
        assert_eq!(undefined("Under the ICB, the new rule does not hold. Meet the MDT, an hour of talk, lunch with the team."), ["ICB", "MDT"]);
    }
}
