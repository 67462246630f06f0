//! How hard a sentence is, as a sum of named parts that a writer can act on. Not a reading age, not a grade.
//!
//! Length and rare words predict difficulty best of what can be counted cheaply (Mac Namee and others, 2017); they are signs and not
//! causes, so every part can be printed. The weights are those of the project's design notes, tried on 106 pairs of official sentences
//! before and after rewriting (plainlanguage.gov): they are a sanity check, not a proof.

use crate::document::words::Word;
use crate::document::{Document, Sentence, word_count};
use crate::input::span::Span;
use crate::language::classes::{Class, Classes};
use crate::language::fold::OneOf;
use crate::language::syllables::syllables;
use crate::language::tokens::Gap;

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

/// The classes that count in a short word.
const COUNTED: Classes =
    Classes(Class::Reader as u32 | Class::Negative as u32 | Class::Subordinator as u32 | Class::Verb as u32 | Class::Decision as u32);

/// Points from which a sentence is hard, and very hard.
pub const HARD: u32 = 20;
/// See [`HARD`].
pub const VERY_HARD: u32 = 35;

/// Words a sentence may have at no cost (NHS service manual: up to 20; an average of 15 to 20 is the Oxford Guide's advice).
const FREE_WORDS: usize = 15;
/// Words a reader may wait for the main verb at no cost, and the most points the wait can cost.
const FREE_WAIT: usize = 10;
const MOST_WAIT: usize = 15;
/// Commas at no cost.
const FREE_COMMAS: usize = 3;
/// An aside in brackets or dashes counts from this many bytes on.
const ASIDE: usize = 12;
/// Points of a rare word after the first.
const RARE: u32 = 2;
/// Syllables from which a word not in the everyday list counts as rare.
const RARE_SYLLABLES: u32 = 4;

/// The parts of a sentence's difficulty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Difficulty {
    /// Words; a hyphenated compound is one.
    pub words: usize,
    /// Clauses: one, and one more for each word that opens another.
    pub clauses: usize,
    /// Asides in brackets or dashes.
    pub asides: usize,
    /// Abstract nouns: implementation, engagement.
    pub abstract_nouns: Words,
    /// Other words of four or more syllables that are not everyday words.
    pub rare_words: Words,
    /// Negatives.
    pub negatives: Words,
    /// Passive verbs that hide who decides or acts.
    pub hidden_actors: Words,
    /// Words before the main verb, where that can be told.
    pub wait: usize,
    /// Commas.
    pub commas: usize,
    /// Whether it speaks to the reader, or of the writer: you, we, I.
    pub addresses_reader: bool,
}

/// Words of one sort in a sentence: how many, and the first few to quote.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words {
    count: usize,
    first: [Span; QUOTED],
}

/// Words of one sort that a message quotes.
const QUOTED: usize = 3;

impl Words {
    fn push(&mut self, word: Span) {
        if let Some(place) = self.first.get_mut(self.count) {
            *place = word;
        }
        self.count += 1;
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl Difficulty {
    /// Reads a sentence of running text.
    #[must_use]
    pub fn of(document: &Document<'_>, sentence: &Sentence) -> Difficulty {
        let mut reader = Reader::of(document, sentence);
        reader.rare_words();
        reader.found
    }

    /// Reads a sentence of running text, no further than it takes to tell that it is not [`HARD`].
    #[must_use]
    pub fn if_hard(document: &Document<'_>, sentence: &Sentence) -> Option<Difficulty> {
        let mut reader = Reader::of(document, sentence);
        if reader.found.points() + RARE * reader.long_words < HARD {
            return None;
        }
        reader.rare_words();
        (reader.found.points() >= HARD).then_some(reader.found)
    }

    /// The sum of the parts.
    #[must_use]
    pub fn points(&self) -> u32 {
        let parts = [
            self.words.saturating_sub(FREE_WORDS),
            3 * (self.clauses - 1),
            4 * self.asides,
            2 * self.abstract_nouns.len(),
            RARE as usize * self.rare_words.len().saturating_sub(1),
            4 * self.negatives.len().saturating_sub(1),
            3 * self.hidden_actors.len(),
            self.wait.saturating_sub(FREE_WAIT).min(MOST_WAIT),
            self.commas.saturating_sub(FREE_COMMAS),
        ];
        let eased = if self.addresses_reader { 3 } else { 0 };
        (parts.iter().sum::<usize>().saturating_sub(eased)) as u32
    }

    /// The parts that count, in words: "42 words", "4 clauses", "2 abstract nouns: …".
    #[must_use]
    pub fn causes(&self, document: &Document<'_>) -> Vec<String> {
        let quoted = |words: &Words| {
            let mut texts: Vec<&str> = words.first.iter().take(words.count).map(|s| document.prose_of(*s)).collect();
            texts.dedup();
            let more = if words.count > QUOTED { " …" } else { "" };
            format!("{}{more}", texts.iter().map(|t| format!("`{t}`")).collect::<Vec<_>>().join(", "))
        };
        let mut causes = Vec::new();
        let (abstracts, rare) = (self.abstract_nouns.len(), self.rare_words.len());
        if self.words > FREE_WORDS {
            causes.push(format!("{} words", self.words));
        }
        if self.clauses > 2 {
            causes.push(format!("{} clauses", self.clauses));
        }
        if self.wait > FREE_WAIT {
            causes.push(format!("{} words before the verb", self.wait));
        }
        match self.asides {
            0 => {}
            1 => causes.push("an aside in brackets or dashes".to_owned()),
            many => causes.push(format!("{many} asides")),
        }
        if abstracts > 0 {
            causes.push(format!("{abstracts} abstract noun{}: {}", plural(abstracts), quoted(&self.abstract_nouns)));
        }
        if rare > 1 {
            causes.push(format!("{rare} long words: {}", quoted(&self.rare_words)));
        }
        if self.negatives.len() > 1 {
            causes.push(format!("{} negatives: {}", self.negatives.len(), quoted(&self.negatives)));
        }
        if !self.hidden_actors.is_empty() {
            causes.push(format!("does not say who: {}", quoted(&self.hidden_actors)));
        }
        if self.commas > FREE_COMMAS {
            causes.push(format!("{} commas", self.commas));
        }
        causes
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

struct Reader<'a> {
    document: &'a Document<'a>,
    words: &'a [Word],
    found: Difficulty,
    /// Words before the main verb, once it is found.
    verb: Option<usize>,
    /// Words that are long enough to be rare.
    long_words: u32,
}

impl<'a> Reader<'a> {
    /// Reads all but the rare words.
    fn of(document: &'a Document<'a>, sentence: &Sentence) -> Reader<'a> {
        let words = document.words_of(sentence);
        let found = Difficulty { clauses: 1, ..Difficulty::default() };
        let mut reader = Reader { document, words, found, verb: None, long_words: 0 };
        for i in 0..words.len() {
            reader.word(i);
        }
        reader.marks(sentence.prose);
        reader.found.wait = reader.verb.unwrap_or(0);
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
        let length = word.span.end - word.span.start;
        if word.is_opaque() || length <= 7 && !word.is_any(COUNTED) {
            return;
        }
        self.found.addresses_reader |= word.is(Class::Reader);
        if word.is(Class::Negative) && !self.is(i + 1, &ONLY) {
            self.found.negatives.push(word.span);
        }
        if i > 0 && word.is(Class::Subordinator) && self.opens_a_clause(i) {
            self.found.clauses += 1;
        }
        if self.verb.is_none() && word.is(Class::Verb) && self.is_main_verb(i) {
            self.verb = Some(word_count(&self.words[..i]));
        }
        if word.is(Class::Decision) && self.hides_who(i) {
            self.found.hidden_actors.push(word.span);
        }
        if self.is_long(i) {
            if has_abstract_end(self.document.text(word).as_bytes()) {
                self.found.abstract_nouns.push(word.span);
            } else {
                self.long_words += 1;
            }
        }
    }

    /// Whether a word is long, and neither an everyday word nor a name.
    fn is_long(&self, i: usize) -> bool {
        let word = self.words[i];
        let name = word.has_capitals() || word.is_capital() && i > 0;
        word.span.end - word.span.start > 7
            && !(word.is_opaque() || word.is(Class::Everyday) || word.has_digit() || word.gap() == Gap::Hyphen || name)
    }

    fn rare_words(&mut self) {
        for i in (0..self.words.len()).filter(|_| self.long_words > 0) {
            let text = self.document.text(self.words[i]);
            if self.is_long(i) && !has_abstract_end(text.as_bytes()) && syllables(text) >= RARE_SYLLABLES {
                self.found.rare_words.push(self.words[i].span);
            }
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

/// The aside that is open, while the marks of a sentence are read: where it begins.
#[derive(Default)]
struct Asides {
    bracket: Option<usize>,
    dash: Option<usize>,
    dashes: usize,
}

/// A dash with a space after it: "- ", "– ", "— ".
fn is_dash(bytes: &[u8]) -> bool {
    matches!(bytes, [b'-', b' ', ..] | [0xE2, 0x80, 0x93 | 0x94, b' ', ..])
}

/// Ends as abstract nouns do: -tion, -sion, -ment, -ance, -ence, -ity, -ness, -ship, and their plurals.
fn has_abstract_end(word: &[u8]) -> bool {
    let single = word.strip_suffix(b"s").filter(|w| !w.ends_with(b"s")).unwrap_or(word);
    match single {
        [.., b't' | b's', b'i', b'o', b'n']
        | [.., b'm', b'e', b'n', b't']
        | [.., b'a' | b'e', b'n', b'c', b'e']
        | [.., b'i', b't', b'y']
        | [.., b's', b'h', b'i', b'p'] => true,
        _ => word.ends_with(b"ness") || word.ends_with(b"nesses") || word.ends_with(b"ities"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn read(text: &str) -> Difficulty {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Markdown);
        Difficulty::of(&document, &document.sentences[0])
    }

    #[test]
    fn only_the_marks_between_words_count() {
        assert_eq!(read("We paid 1,250 people, three of them twice, in May, June, July and March.").commas, 4);
        assert_eq!(read("The group (which meets each month) is small; it grows.").asides, 1);
        assert_eq!(read("The group (small) is new.").asides, 0);
        assert_eq!(read("The group – which meets every month – is small.").asides, 1);
        assert_eq!(read("The list - - of people - - is short, and we keep it.").clauses, 2);
    }
}
