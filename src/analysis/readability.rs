//! Reading ages by the known formulas, for those who are asked for them. They count lengths and know nothing of meaning, so the tool reports
//! them with an interval, never gates on them, and gives none for a short text.

use crate::builtin;
use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::language::classes::Class;
use crate::language::syllables::syllables;
use crate::language::tokens::Gap;

/// Fewest words for which a formula means anything: the authors of most of them took samples of 100 words.
pub const FEWEST_WORDS: usize = 100;
/// Parts of a text that are left out one by one, to see how much a figure hangs on single sentences.
const PARTS: usize = 10;
/// A word at least this familiar is taken for one that children of ten know. Dale and Chall have a list of 3,000 words; this limit leaves as many
/// words of a page outside as that list does, on the text below and on five of fixtures/documents.
const KNOWN_TO_CHILDREN: u8 = 53;
/// A word at least this familiar is not complex, however long: the 400 commonest families. Gunning left it to the reader which words these are.
const FAMILIAR: u8 = 55;
/// Years between an American school grade and the age of its pupils.
pub const AGE_OF_GRADE: f64 = 5.0;

/// What the formulas count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences.
    pub sentences: usize,
    /// Words.
    pub words: usize,
    /// Letters and digits.
    pub letters: usize,
    /// Marks between the words.
    pub marks: usize,
    /// Syllables.
    pub syllables: usize,
    /// Words of three syllables or more.
    pub long_words: usize,
    /// Of these, those that are hard in Gunning's sense.
    pub complex_words: usize,
    /// Words that children of ten may not know.
    pub hard_words: usize,
}

impl Counts {
    /// Counts a sentence, but for the words to be left out.
    #[must_use]
    pub fn of(document: &Document<'_>, sentence: &Sentence, leave_out: &dyn Fn(usize, &Word) -> bool) -> Counts {
        let mut counts = Counts::default();
        for i in sentence.words() {
            let word = document.words[i];
            if word.is_opaque() || leave_out(i, &word) {
                continue;
            }
            counts.word(document.text(word), word);
        }
        let seen = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let in_words: usize = document.words_of(sentence).iter().map(|word| seen(document.text(*word))).sum();
        counts.marks = seen(document.prose_of(sentence.prose)).saturating_sub(in_words);
        counts.sentences = usize::from(counts.words > 0);
        counts
    }

    fn word(&mut self, text: &str, word: Word) {
        let said = syllables(text) as usize;
        let familiarity = builtin::familiarity(text);
        let known = word.is(Class::Function) || word.has_digit() || familiarity >= KNOWN_TO_CHILDREN;
        self.words += usize::from(word.gap() != Gap::Hyphen);
        self.letters += text.chars().filter(|c| c.is_alphanumeric()).count();
        self.syllables += said;
        self.long_words += usize::from(said > 2);
        self.complex_words += usize::from(said > 2 && familiarity < FAMILIAR);
        self.hard_words += usize::from(!known);
    }

    fn add(&mut self, other: &Counts) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.letters += other.letters;
        self.marks += other.marks;
        self.syllables += other.syllables;
        self.long_words += other.long_words;
        self.complex_words += other.complex_words;
        self.hard_words += other.hard_words;
    }

    /// The sum of some counts.
    #[must_use]
    pub fn sum<'c>(counts: impl IntoIterator<Item = &'c Counts>) -> Counts {
        let mut sum = Counts::default();
        for one in counts {
            sum.add(one);
        }
        sum
    }

    fn words_a_sentence(&self) -> f64 {
        self.words as f64 / self.sentences as f64
    }

    fn a_word(&self, count: usize) -> f64 {
        count as f64 / self.words as f64
    }
}

/// A formula.
pub struct Formula {
    /// Its key in JSON and CSV.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Who made it.
    pub source: &'static str,
    /// Whether it gives a school grade; Flesch's gives points from 0 (hard) to 100 (easy).
    pub is_grade: bool,
    value: fn(&Counts) -> f64,
}

/// The formulas, as their authors published them.
pub static FORMULAS: [Formula; 7] = [
    Formula {
        key: "flesch",
        name: "Flesch reading ease",
        source: "Flesch 1948",
        is_grade: false,
        value: |c| 206.835 - 1.015 * c.words_a_sentence() - 84.6 * c.a_word(c.syllables),
    },
    Formula {
        key: "flesch_kincaid",
        name: "Flesch-Kincaid",
        source: "Kincaid and others 1975",
        is_grade: true,
        value: |c| 0.39 * c.words_a_sentence() + 11.8 * c.a_word(c.syllables) - 15.59,
    },
    Formula {
        key: "fog",
        name: "Gunning Fog",
        source: "Gunning 1952",
        is_grade: true,
        value: |c| 0.4 * (c.words_a_sentence() + 100.0 * c.a_word(c.complex_words)),
    },
    Formula {
        key: "smog",
        name: "SMOG",
        source: "McLaughlin 1969",
        is_grade: true,
        value: |c| 1.043 * (c.long_words as f64 * 30.0 / c.sentences as f64).sqrt() + 3.1291,
    },
    Formula {
        key: "coleman_liau",
        name: "Coleman-Liau",
        source: "Coleman and Liau 1975",
        is_grade: true,
        value: |c| 5.88 * c.a_word(c.letters) - 29.6 * c.a_word(c.sentences) - 15.8,
    },
    Formula {
        key: "ari",
        name: "ARI",
        source: "Smith and Senter 1967",
        is_grade: true,
        value: |c| 4.71 * c.a_word(c.letters + c.marks) + 0.5 * c.words_a_sentence() - 21.43,
    },
    Formula {
        key: "dale_chall",
        name: "Dale-Chall",
        source: "Dale and Chall 1948, with common words in place of their list",
        is_grade: true,
        value: |c| {
            let share = 100.0 * c.a_word(c.hard_words);
            0.1579 * share + 0.0496 * c.words_a_sentence() + if share > 5.0 { 3.6365 } else { 0.0 }
        },
    },
];

/// What a formula gives for a text, and the interval in which it would lie for 19 of 20 texts made of such sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The value.
    pub value: f64,
    /// Lower and upper end of the interval.
    pub low: f64,
    /// See `low`.
    pub high: f64,
}

/// The figures of all [`FORMULAS`], in their order; none for a text of fewer than [`FEWEST_WORDS`] words. `sentences` are the counts of its
/// sentences. The interval is that of a jackknife: the text is read ten times, each time without a tenth of its sentences.
#[must_use]
pub fn figures(sentences: &[Counts]) -> Option<[Figure; 7]> {
    let whole = Counts::sum(sentences);
    if whole.words < FEWEST_WORDS {
        return None;
    }
    let parts = PARTS.min(sentences.len());
    let without = |part: usize| Counts::sum(sentences.iter().enumerate().filter(|(i, _)| i % parts != part).map(|(_, counts)| counts));
    let samples: Vec<Counts> = (0..parts).map(without).filter(|counts| counts.words > 0).collect();
    Some(std::array::from_fn(|i| figure(&FORMULAS[i], &whole, &samples)))
}

fn figure(formula: &Formula, whole: &Counts, samples: &[Counts]) -> Figure {
    let value = (formula.value)(whole);
    let values: Vec<f64> = samples.iter().map(formula.value).collect();
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let spread = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() * (count - 1.0) / count;
    // 1.96 standard errors each way hold 95 of 100
    let half = if values.len() > 1 { 1.96 * spread.sqrt() } else { 0.0 };
    Figure { value, low: value - half, high: value + half }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    const TEXT: &str = "The council looks after the roads in our town. \
        We fill holes, clear snow and mend street lamps. \
        Last year we mended more than four hundred lamps. \
        If you see a broken lamp, please tell us where it is. \
        You can phone us or fill in the form on our website.\n\n\
        Every winter our teams put salt on the main roads. \
        They begin before it gets cold, so that people can travel safely to work and to school. \
        We cannot reach every small road. \
        Some roads are narrow, and others belong to private owners.\n\n\
        The committee considers applications for additional resources in accordance with the published criteria. \
        Applicants receive notification of the outcome following consideration of the available evidence. \
        The administrative procedure requires the submission of documentation which demonstrates eligibility. \
        Representatives of community organisations participate in the evaluation and contribute recommendations regarding implementation.\n\n\
        We want to hear what you think. \
        Come and talk to us at the library on Monday evening. \
        There is a hearing loop, and the building has a ramp. \
        We will write to everyone who comes and say what we changed.";

    fn counts(text: &str) -> Vec<Counts> {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Text);
        document.sentences.iter().map(|s| Counts::of(&document, s, &|_, _| false)).collect()
    }

    /// The figures that textstat 0.7.13 (with the dictionary of CMU for its syllables) gives for the same text, written down on 2026-11-22.
    #[test]
    fn the_formulas_agree_with_textstat_within_half_a_grade() {
        let theirs = [55.62, 8.19, 10.42, 11.09, 10.34, 7.99, 8.55];
        let ours = figures(&counts(TEXT)).expect("more than 100 words");
        for ((formula, figure), theirs) in FORMULAS.iter().zip(ours).zip(theirs) {
            // ten points of reading ease are about a grade
            let allowed = if formula.is_grade { 0.5 } else { 5.0 };
            assert!((figure.value - theirs).abs() <= allowed, "{}: {} and {theirs}", formula.name, figure.value);
            assert!(figure.low < figure.value && figure.value < figure.high, "{}: an interval round the value", formula.name);
        }
    }

    #[test]
    fn a_short_text_has_no_figure() {
        assert_eq!(figures(&counts("We look after the roads. We fill holes.")), None);
        assert_eq!(figures(&[]), None);
    }
}
