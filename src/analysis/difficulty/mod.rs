//! How hard a sentence is, as a sum of named parts that a writer can act on. Not a reading age, not a grade.
//!
//! Unfamiliar words and length tell most of what can be counted; they are signs and not causes, so every part can be printed. The weights are
//! few, round, and held against sentences that people rewrote to be easier: `scripts/fit_difficulty.py` does that again for anyone.
//! docs/difficulty.md says it in plain words.

mod known;
mod reader;
mod words;

use crate::builtin;
use crate::document::{Document, Sentence};
use crate::language::lexicon::MOST_FAMILIAR;
use crate::language::syllables::syllables;
use reader::Reader;
pub use words::Words;

/// Points from which a sentence is hard, and very hard.
pub const HARD: u32 = 26;
/// See [`HARD`].
pub const VERY_HARD: u32 = 37;

/// A tenth of a point is what is counted in.
const TENTHS: u32 = 10;
/// Words a reader may wait for the main verb at no cost, and the longest wait that counts.
const FREE_WAIT: usize = 10;
const LONGEST_WAIT: usize = 25;
/// Words from which on each costs more (NHS service manual: sentences of up to 20 words).
const FREE_WORDS: usize = 20;
/// Commas and numbers at no cost.
const FREE_COMMAS: usize = 3;
const FREE_NUMBERS: usize = 3;
/// Words of a sentence from which on its length is named among the causes (GOV.UK style guide).
const LONG: usize = 25;
/// Tenths that a syllable adds to the difficulty of a word by itself.
const SYLLABLE: u32 = 2;
/// Clauses from which on they are named.
const MANY_CLAUSES: usize = 3;

/// What a sentence is made of, as far as it makes it harder or easier.
#[derive(Clone, Copy, Debug, Default)]
pub struct Difficulty {
    /// Words; a hyphenated compound is one.
    pub words: usize,
    /// How far its words are from everyday ones: for each, the tenths that it is less familiar than a word of [`reader::FAMILIAR`].
    pub unfamiliar: u32,
    /// Half the tenths that its rare words are below the point at which a word is named as rare: what is hard about them grows faster.
    pub rare: u32,
    /// Syllables of those words beyond the second.
    pub syllables: u32,
    /// The rarest of them.
    pub rare_words: Words,
    /// Abstract nouns: implementation, engagement.
    pub abstract_nouns: Words,
    /// Four or more nouns in a row.
    pub noun_stacks: Words,
    /// The same of its names, up to a point and a half each.
    pub names: u32,
    /// Short forms that not everyone knows.
    pub short_forms: Words,
    /// Clauses: one, and one more for each word that opens another.
    pub clauses: usize,
    /// Asides in brackets or dashes.
    pub asides: usize,
    /// Negatives.
    pub negatives: Words,
    /// Passive verbs that hide who decides or acts.
    pub hidden_actors: Words,
    /// Words before the main verb, where that can be told.
    pub wait: usize,
    /// Whether it has a main verb that can be told.
    pub has_verb: bool,
    /// Commas.
    pub commas: usize,
    /// Numbers.
    pub numbers: usize,
    /// Whether it speaks to the reader, or of the writer: you, we, I.
    pub addresses_reader: bool,
}

/// A part of the sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it counts.
    pub name: &'static str,
    /// How many, at the cost of [`WEIGHTS`] each.
    pub amount: u32,
}

/// The parts, and what one of each costs, in tenths of a point. The last one eases.
pub const WEIGHTS: [(&str, i32); 17] = [
    ("words", 2),
    ("words_over_20", 1),
    ("unfamiliar", 1),
    ("rare", 1),
    ("syllables", 4),
    ("abstract_nouns", 5),
    ("noun_stacks", 10),
    ("names", 1),
    ("short_forms", 40),
    ("clauses", 3),
    ("asides", 5),
    ("negatives", 10),
    ("hidden_actors", 15),
    ("wait", 1),
    ("commas", 3),
    ("numbers", 5),
    ("reader", -10),
];

/// How hard a word is by itself, in tenths: how far it is from the most familiar words, and a little for each syllable after the first.
#[must_use]
pub fn of_word(word: &str) -> u32 {
    u32::from(MOST_FAMILIAR.saturating_sub(builtin::familiarity(word))) + SYLLABLE * (syllables(word) - 1)
}

impl Difficulty {
    /// Reads a sentence.
    #[must_use]
    pub fn of(document: &Document<'_>, sentence: &Sentence) -> Difficulty {
        Reader::of(document, sentence).found
    }

    /// The parts, in the order of [`WEIGHTS`]: how many of each count.
    #[must_use]
    pub fn amounts(&self) -> [u32; WEIGHTS.len()] {
        let over = |count: usize, free: usize| count.saturating_sub(free) as u32;
        [
            self.words as u32,
            over(self.words, FREE_WORDS),
            self.unfamiliar,
            self.rare,
            self.syllables,
            self.abstract_nouns.len() as u32,
            self.noun_stacks.len() as u32,
            self.names,
            self.short_forms.len() as u32,
            over(self.clauses, 1),
            self.asides as u32,
            over(self.negatives.len(), 1),
            self.hidden_actors.len() as u32,
            over(self.wait.min(LONGEST_WAIT), FREE_WAIT),
            over(self.commas, FREE_COMMAS),
            over(self.numbers, FREE_NUMBERS),
            u32::from(self.addresses_reader),
        ]
    }

    /// The sum of the parts, in tenths of a point.
    #[must_use]
    pub fn tenths(&self) -> u32 {
        let sum: i64 = self.amounts().iter().zip(WEIGHTS).map(|(amount, (_, weight))| i64::from(*amount) * i64::from(weight)).sum();
        sum.max(0) as u32
    }

    /// Whether it is [`HARD`].
    #[must_use]
    pub fn is_hard(&self) -> bool {
        self.tenths() >= HARD * TENTHS
    }

    /// Whether it is [`VERY_HARD`].
    #[must_use]
    pub fn is_very_hard(&self) -> bool {
        self.tenths() >= VERY_HARD * TENTHS
    }

    /// The parts that a writer can act on, each with its name and in words: "42 words", "4 clauses", "2 abstract nouns: …".
    #[must_use]
    pub fn causes(&self, document: &Document<'_>) -> Vec<(&'static str, String)> {
        let some = |words: &Words, one: &str, many: &str| {
            let name = if words.len() == 1 { one } else { many };
            (!words.is_empty()).then(|| format!("{} {name}: {}", words.len(), words.quoted(document)))
        };
        let count = |number: usize, least: usize, what: &str| (number >= least).then(|| format!("{number} {what}"));
        let hidden = &self.hidden_actors;
        let asides = if self.asides == 1 { Some("an aside in brackets or dashes".to_owned()) } else { count(self.asides, 2, "asides") };
        let causes = [
            ("length", count(self.words, LONG + 1, "words")),
            ("clauses", count(self.clauses, MANY_CLAUSES, "clauses")),
            ("a long wait for the verb", count(self.wait, FREE_WAIT + 1, "words before the verb")),
            ("rare words", some(&self.rare_words, "rare word", "rare words")),
            ("abstract nouns", some(&self.abstract_nouns, "abstract noun", "abstract nouns")),
            ("nouns in a row", some(&self.noun_stacks, "row of nouns", "rows of nouns")),
            ("short forms", some(&self.short_forms, "short form", "short forms")),
            ("negatives", if self.negatives.len() > 1 { some(&self.negatives, "", "negatives") } else { None }),
            ("does not say who", (!hidden.is_empty()).then(|| format!("does not say who: {}", hidden.quoted(document)))),
            ("asides", asides),
            ("commas", count(self.commas, FREE_COMMAS + 2, "commas")),
            ("numbers", count(self.numbers, FREE_NUMBERS + 2, "numbers")),
        ];
        causes.into_iter().filter_map(|(name, told)| Some((name, told?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn with<T>(text: &str, read: impl Fn(&Difficulty, &Document<'_>) -> T) -> T {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Markdown);
        read(&Difficulty::of(&document, &document.sentences[0]), &document)
    }

    fn read(text: &str) -> Difficulty {
        with(text, |difficulty, _| *difficulty)
    }

    fn causes(text: &str) -> String {
        with(text, |difficulty, document| difficulty.causes(document).into_iter().map(|cause| cause.1).collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn only_the_marks_between_words_count() {
        assert_eq!(read("We paid 1,250 people, three of them twice, in May, June, July and March.").commas, 4);
        assert_eq!(read("The group (which meets each month) is small; it grows.").asides, 1);
        assert_eq!(read("The group (small) is new.").asides, 0);
        assert_eq!(read("The group – which meets every month – is small.").asides, 1);
        assert_eq!(read("The list - - of people - - is short, and we keep it.").clauses, 2);
    }

    #[test]
    fn the_rarest_words_are_named_in_their_order() {
        let text = "The commensurate allocation of hypothecated domiciliary funds is ring-fenced in the main, and perspicuous to people.";
        assert_eq!(causes(text), "4 rare words: `hypothecated`, `domiciliary`, `perspicuous` …; 1 abstract noun: `allocation`");
    }

    #[test]
    fn an_item_that_completes_its_lead_in_has_its_verb_there() {
        let item = "people of any age and background from each of the eleven parts of the town who have a car";
        assert_eq!(with(&format!("- {item}\n"), |difficulty, _| difficulty.wait), 0);
        assert!(with(&format!("- P{}, have come\n", &item[1..]), |difficulty, _| difficulty.wait) > FREE_WAIT);
    }

    #[test]
    fn a_rare_word_that_comes_twice_counts_once() {
        assert_eq!(read("A usufruct is a usufruct.").unfamiliar, read("A usufruct is good.").unfamiliar);
    }

    #[test]
    fn terms_that_the_page_explains_are_no_rare_words() {
        let source = |text: &str| SourceFile { name: String::new(), text: text.to_owned() };
        let rare = |source: SourceFile| {
            let document = Document::new(&source, Format::Markdown);
            Difficulty::of(&document, &document.sentences[0]).rare_words.len()
        };
        assert_eq!(rare(source("The usufruct is for life.\n")), 1);
        assert_eq!(rare(source("The usufruct is for life.\n\nUsufruct\n: The right to use a thing.\n")), 0);
    }

    #[test]
    fn everyday_words_names_and_known_short_forms_are_no_cause() {
        let text = "Your NHS appointment is at Moor Lane Surgery in Hebblethwaite, and the information about the accommodation is in your letter.";
        assert_eq!(causes(text), "");
        assert_eq!(read("Ask the NHS.").short_forms.len(), 0);
        assert_eq!(causes("The ICB and the XYZQ met, and the ICB left."), "2 short forms: `ICB`, `XYZQ`");
    }

    #[test]
    fn a_sentence_is_the_sum_of_its_parts() {
        let plain = read("We will look at your needs again when the new team starts.");
        let official = read("Reassessment of requirements will be undertaken subsequent to implementation of the reconfigured team.");
        assert!(plain.tenths() < 50 && official.tenths() > 100, "{} {}", plain.tenths(), official.tenths());
        let sum: i64 = official.amounts().iter().zip(WEIGHTS).map(|(n, (_, w))| i64::from(*n) * i64::from(w)).sum();
        assert_eq!(u32::try_from(sum), Ok(official.tenths()));
    }
}
