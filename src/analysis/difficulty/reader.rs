//! Reads a sentence once, word by word and mark by mark, and counts its parts.

use super::Difficulty;
use super::known::{Known, MAY_BE_LONG, known};
use crate::analysis::noun_stack::noun_stacks;
use crate::builtin;
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::document::{Document, Sentence, word_count};
use crate::input::span::Span;
use crate::language::abstracts::has_abstract_end;
use crate::language::classes::{Class, Classes};
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;
use crate::wordlists::shape::Tier;

const BE: OneOf<7> = OneOf::new(["be", "been", "being", "is", "are", "was", "were"]);
const ADVERBS: OneOf<3> = OneOf::new(["not", "also", "then"]);
const RELATIVE: OneOf<7> = OneOf::new(["who", "which", "that", "whose", "if", "when", "where"]);
const NO_VERB_AFTER: OneOf<9> = OneOf::new(["to", "a", "an", "the", "our", "your", "their", "of", "for"]);
/// Words that open a clause or stand before a noun ("after 5pm"), what shows the clause, and what shows the noun.
const DOUBTFUL: OneOf<8> = OneOf::new(["after", "before", "since", "until", "once", "provided", "while", "though"]);
const CLAUSE: OneOf<14> = OneOf::new(["i", "you", "we", "they", "he", "she", "it", "people", "there", "the", "your", "our", "their", "this"]);
const TIMES: OneOf<7> = OneOf::new(["end", "start", "meeting", "day", "week", "year", "month"]);
const JOINING: OneOf<4> = OneOf::new(["and", "but", "so", "or"]);
const SUBJECTS: OneOf<11> = OneOf::new(["i", "you", "we", "they", "he", "she", "it", "this", "there", "these", "people"]);
const BY: OneOf<1> = OneOf::new(["by"]);
const ONLY: OneOf<1> = OneOf::new(["only"]);
const NOT_PASSIVE: OneOf<2> = OneOf::new(["about", "with"]);

/// The classes that count in a word, and those that everyone knows.
const COUNTED: Classes =
    Classes(Class::Reader as u32 | Class::Negative as u32 | Class::Subordinator as u32 | Class::Verb as u32 | Class::Decision as u32);
const KNOWN: Classes = Classes(Class::Everyday as u32 | Class::Function as u32 | Class::Verb as u32 | Class::Calendar as u32);

/// A word at least as familiar as this costs nothing: once in about 3,000 words, as "information" or "person". In tenths on the Zipf scale.
pub const FAMILIAR: u32 = 55;
/// A word less familiar than this is named as rare: less than once in 100,000 words.
const RARE: u8 = 40;
/// A short word is easy to read, whatever it means.
const SHORTEST: u32 = 4;
/// Syllables of a word at no cost.
const FREE_SYLLABLES: u32 = 2;
/// Words that a reader may still have in mind: more than any sentence that people read, so that a page without a full stop costs no more a word.
const LOOK_BACK: usize = 400;
/// A name costs no more than this, in tenths: a reader need not know it to read on.
const MOST_OF_NAME: u32 = 15;
/// All names of a sentence together: a list of people is long, and no harder than its first three.
const MOST_OF_NAMES: u32 = 3 * MOST_OF_NAME;
/// A short form has fewer letters than this; more capitals are shouted.
const SHOUTED: u32 = 8;
/// The same with small letters in it: "DoLS", "EqIAs".
const LONGEST_MIXED: u32 = 6;
/// An aside in brackets or dashes counts from this many bytes on.
const ASIDE: usize = 12;

/// A sentence while it is read.
pub struct Reader<'a> {
    document: &'a Document<'a>,
    words: &'a [Word],
    /// What was found so far.
    pub found: Difficulty,
    /// Words before the main verb, once it is found.
    verb: Option<usize>,
}

impl<'a> Reader<'a> {
    /// Reads a sentence.
    pub fn of(document: &'a Document<'a>, sentence: &Sentence) -> Reader<'a> {
        let words = document.words_of(sentence);
        let found = Difficulty { clauses: 1, ..Difficulty::default() };
        let mut reader = Reader { document, words, found, verb: None };
        for i in 0..words.len() {
            reader.word(i);
        }
        for stack in noun_stacks(document, words) {
            let (first, last) = (words[stack.start].span, words[stack.end - 1].span);
            reader.found.noun_stacks.push(first.to(last), stack.len() as u32);
        }
        reader.marks(sentence.prose);
        reader.found.has_verb = reader.verb.is_some();
        reader.found.wait = reader.verb.filter(|_| !completes_lead_in(document, sentence)).unwrap_or(0);
        reader
    }

    fn is<const N: usize>(&self, i: usize, words: &OneOf<N>) -> bool {
        self.words.get(i).is_some_and(|w| self.document.is_one_of(*w, words))
    }

    fn word(&mut self, i: usize) {
        let word = self.words[i];
        if word.gap() != Gap::Hyphen || i == 0 {
            self.found.words += 1;
        }
        if word.is_opaque() {
            return;
        }
        if word.is_any(COUNTED) {
            self.part(i);
        }
        let length = word.span.end - word.span.start;
        if word.has_digit() && !word.is_capital() {
            self.found.numbers += usize::from(!word.has_small());
        } else if word.has_capitals() || word.has_digit() {
            // "MoJ" is a short form, "GitHub" a name
            let most = if word.has_small() { LONGEST_MIXED } else { SHOUTED };
            let counts = length < most && !word.is(Class::NotAcronym) && !is_everyday(self.document.text(word));
            if counts && !self.is_met(i) && !self.is_given(word) {
                self.found.short_forms.push(word.span, length);
            }
        } else if word.is_capital() && i > 0 {
            if !word.is_any(KNOWN) {
                let Known { familiarity, .. } = known(self.document, word);
                let cost = FAMILIAR.saturating_sub(u32::from(familiarity)).min(MOST_OF_NAME);
                self.found.names = (self.found.names + cost).min(MOST_OF_NAMES);
            }
        } else if length >= SHORTEST && !word.is_any(KNOWN) && !self.is_half(i) && !self.document.explains(word) {
            self.content(i, length);
        }
    }

    /// A short form alone in brackets: "qualified teacher status (QTS)" reads as well without it.
    fn is_given(&self, word: Word) -> bool {
        let text = &self.document.prose.text;
        text[..word.span.start as usize].ends_with('(') && text[word.span.end as usize..].starts_with(')')
    }

    /// The second half of a word that is written with a hyphen: "co-ordinated", "re-arrange".
    fn is_half(&self, i: usize) -> bool {
        i > 0 && self.words[i].gap() == Gap::Hyphen && self.words[i - 1].span.end - self.words[i - 1].span.start < SHORTEST
    }

    /// Whether a word stands earlier in the sentence as well.
    fn is_met(&self, i: usize) -> bool {
        self.words[i.saturating_sub(LOOK_BACK)..i].iter().any(|earlier| earlier.hash == self.words[i].hash)
    }

    /// A word that carries meaning: how familiar it is, and how long to say.
    fn content(&mut self, i: usize, length: u32) {
        let word = self.words[i];
        let Known { familiarity, syllables } = known(self.document, word);
        // a rare word that comes twice is met once
        if familiarity < RARE && self.is_met(i) {
            return;
        }
        self.found.unfamiliar += FAMILIAR.saturating_sub(u32::from(familiarity));
        self.found.rare += u32::from(RARE.saturating_sub(familiarity) / 2);
        if length >= MAY_BE_LONG {
            self.found.syllables += u32::from(syllables).saturating_sub(FREE_SYLLABLES);
        }
        let weight = u32::from(u8::MAX - familiarity);
        if has_abstract_end(self.document.text(word)) && !self.is_met(i) {
            self.found.abstract_nouns.push(word.span, weight);
        } else if familiarity < RARE {
            self.found.rare_words.push(word.span, weight);
        }
    }

    /// A word that has a part in how the sentence is built.
    fn part(&mut self, i: usize) {
        let word = self.words[i];
        self.found.addresses_reader |= word.is(Class::Reader);
        if word.is(Class::Negative) && !self.is(i + 1, &ONLY) {
            self.found.negatives.push(word.span, 0);
        }
        if i > 0 && word.is(Class::Subordinator) && self.opens_a_clause(i) {
            self.found.clauses += 1;
        }
        if self.verb.is_none() && word.is(Class::Verb) && self.is_main_verb(i) {
            self.verb = Some(word_count(&self.words[..i]));
        }
        if word.is(Class::Decision) && self.hides_who(i) {
            self.found.hidden_actors.push(word.span, 0);
        }
    }

    /// "after 5pm" opens no clause, "after you come" does; "which" does unless it asks ("in which case" is rare enough).
    fn opens_a_clause(&self, i: usize) -> bool {
        !self.is(i, &DOUBTFUL) || self.is(i + 1, &CLAUSE) && !self.is(i + 2, &TIMES)
    }

    /// Not after "to", and not in the clause of "who", "which", "that" just before it.
    fn is_main_verb(&self, i: usize) -> bool {
        let relative = i >= 1 && self.is(i - 1, &RELATIVE) || i > 2 && self.is(i - 2, &RELATIVE);
        !(relative || i >= 1 && self.is(i - 1, &NO_VERB_AFTER))
    }

    /// "will be assessed" with no "by" in the next few words.
    fn hides_who(&self, i: usize) -> bool {
        let be = |back: usize| i >= back && self.is(i - back, &BE);
        let adverb = i >= 1 && (self.document.text(self.words[i - 1]).ends_with("ly") || self.is(i - 1, &ADVERBS));
        let passive = be(1) || adverb && be(2);
        passive && !(1..=4).any(|n| self.is(i + n, &BY)) && !self.is(i + 1, &NOT_PASSIVE)
    }

    /// What only the marks between words show: semicolons, ", and we", brackets and dashes, commas.
    fn marks(&mut self, sentence: Span) {
        let (mut asides, mut from) = (Asides::default(), sentence.start);
        for i in 0..=self.words.len() {
            let next = self.words.get(i);
            let to = next.map_or(sentence.end, |word| word.span.start);
            if i == 0 || next.is_none_or(|word| word.gap() == Gap::Mark) {
                self.marks_between(Span { start: from, end: to }, &mut asides);
                // ", and we", ", but they", ", so it": a joining word and a subject
                self.found.clauses += usize::from(i > 0 && self.is(i, &JOINING) && self.is(i + 1, &SUBJECTS));
            }
            from = next.map_or(to, |word| word.span.end);
        }
    }

    fn marks_between(&mut self, gap: Span, asides: &mut Asides) {
        let bytes = self.document.prose_of(gap).as_bytes();
        for (i, byte) in bytes.iter().enumerate() {
            let at = gap.start as usize + i;
            match byte {
                b',' => self.found.commas += 1,
                b';' => self.found.clauses += 1,
                b'(' => asides.bracket = Some(at + 1),
                b')' => self.aside(asides.bracket.take(), at),
                b' ' if is_dash(&bytes[i + 1..]) => {
                    let second = asides.dashes == 1;
                    self.aside(asides.dash.filter(|_| second), at);
                    asides.dashes += 1;
                    asides.dash = Some(gap.end as usize);
                }
                _ => {}
            }
        }
    }

    /// An aside that opened at one byte and closes at another, which can come first: " - - ".
    fn aside(&mut self, from: Option<usize>, to: usize) {
        self.found.asides += usize::from(from.is_some_and(|from| to.saturating_sub(from) >= ASIDE));
    }
}

/// Whether a sentence is an item of a list that goes on with what stands before the list: "We will:" and "ask the people who …". It has its verb
/// up there, so nobody waits for one.
fn completes_lead_in(document: &Document<'_>, sentence: &Sentence) -> bool {
    let is_item = document.block_of(sentence).kind == BlockKind::ListItem;
    is_item && document.words_of(sentence).first().is_some_and(|word| word.has_small() && !word.is_capital())
}

/// The aside that is open, while the marks of a sentence are read: where it begins.
#[derive(Default)]
struct Asides {
    bracket: Option<usize>,
    dash: Option<usize>,
    dashes: usize,
}

/// Whether everyone knows a short form, or several of it: "GP", "GPs".
fn is_everyday(letters: &str) -> bool {
    let known = |letters: &str| builtin::acronym(letters).is_some_and(|known| known.tier == Tier::Everyday);
    known(letters) || letters.strip_suffix('s').is_some_and(known)
}

/// A dash with a space after it: "- ", "– ", "— ".
fn is_dash(bytes: &[u8]) -> bool {
    matches!(bytes, [b'-', b' ', ..] | [0xE2, 0x80, 0x93 | 0x94, b' ', ..])
}
