//! Who does what to whom, read off the words of one sentence. There is no parser: only the classes of words, and the small words that hold a
//! clause together. "Residents at the home who refuse care" has a person as the doer; "the lift at the home fails" has a thing.
//!
//! Where the words do not say, the answer is [`Who::Nobody`], and whoever asks stays silent.

use std::ops::Range;

use super::is_one_of;
use crate::document::Document;
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::fold::is_apostrophe;
use crate::language::tokens::Gap;

/// Who takes part in what a verb tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A person whom a service works with.
    Person,
    /// A service, a body, somebody who acts for one.
    Organisation,
    /// Whoever wrote the page: we, I.
    Writer,
    /// Whoever reads it: you.
    Reader,
    /// A thing, or nobody who can be told.
    Nobody,
}

/// A verb in its sentence.
pub struct Frame<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// The words of the sentence.
    pub sentence: Range<usize>,
    /// The first and one past the last word of the verb and what belongs to it.
    pub verb: Range<usize>,
}

const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got"];
const HAVE: &[&str] = &["have", "has", "had", "having"];
/// Verbs that show what was done without -ed.
const DONE: &[&str] = &["told", "given", "made", "kept", "sent", "held", "put", "taken", "let", "taught", "brought", "fed"];
/// "One in five women", "a group of patients": what is counted decides.
const COUNTS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "half",
    "number",
    "group",
    "majority",
    "minority",
    "lot",
    "proportion",
    "percentage",
    "range",
    "couple",
    "thousands",
    "hundreds",
    "millions",
    "percent",
    "list",
    "rest",
];
const AND: &[&str] = &["and", "or", "but", "then"];
const PREPOSITIONS: &[&str] = &[
    "of",
    "in",
    "on",
    "at",
    "with",
    "from",
    "for",
    "by",
    "under",
    "to",
    "about",
    "within",
    "near",
    "into",
    "over",
    "across",
    "between",
    "without",
    "during",
    "through",
    "throughout",
    "since",
    "before",
    "after",
];
const THE: &[&str] =
    &["the", "a", "an", "our", "their", "your", "his", "her", "its", "this", "these", "those", "all", "any", "some", "each", "every"];
/// Words that do what the next verb says, and have nothing done to them.
const DOERS: &[&str] = &["i", "we", "you", "they", "he", "she", "it", "who", "that", "which"];
const ADVERBS: &[&str] = &["not", "also", "still", "often", "too", "sometimes", "never", "always", "then", "just", "even", "now", "once", "already"];
/// How far back the doer is looked for.
const FAR: usize = 14;
/// How far the antecedent of "who" may stand, how far an object reaches, and how many verbs may hang together.
const NEAR: usize = 5;

impl Frame<'_> {
    /// Who does it.
    #[must_use]
    pub fn doer(&self) -> Who {
        if self.is_passive() { self.agent() } else { self.subject(self.verb.start) }
    }

    /// Whom it is done to.
    #[must_use]
    pub fn done_to(&self) -> Who {
        if self.is_passive() { self.subject(self.verb.start) } else { self.noun_after(self.verb.end) }
    }

    /// "Was refused": a form of "be" stands before the verb, with nothing but adverbs in between. "Is plagued by" tells how its subject is.
    #[must_use]
    pub fn is_passive(&self) -> bool {
        let before = self.before(self.verb.start).find(|at| !self.is_adverb(*at));
        let done = self.text(self.verb.start).ends_with("ed") || self.is(self.verb.start, DONE);
        done && before.is_some_and(|at| self.is(at, BE)) && !self.is(self.verb.end - 1, &["by", "with"])
    }

    /// Whether its -ed tells of what was done to something ("has chosen", "the chosen seats", "seats chosen by them"), and not of what somebody did.
    #[must_use]
    pub fn is_participle(&self) -> bool {
        let mut verb = self.verb.start;
        for _ in 0..NEAR {
            let Some(at) = self.before(verb).find(|at| !self.is_adverb(*at)) else { break };
            if self.is(at, BE) || self.is(at, HAVE) || self.has_have(at) || self.is(at, THE) || self.is(at, PREPOSITIONS) {
                return true;
            }
            if self.is(at, DOERS) {
                return false;
            }
            // "was found and chosen": as the verb before it
            match self.before(at).next().filter(|verb| self.is(at, AND) && self.text(*verb).ends_with("ed")) {
                Some(before) => verb = before,
                None => break,
            }
        }
        let next = (self.verb.end < self.sentence.end).then_some(self.verb.end);
        next.is_none_or(|at| self.is_parted(at) || self.is(at, PREPOSITIONS) || self.is(at, AND))
    }

    /// "We've": a doer and "have" in one word.
    fn has_have(&self, at: usize) -> bool {
        self.text(at).strip_suffix("ve").is_some_and(|doer| doer.ends_with(is_apostrophe))
    }

    /// "By the council": the doer of a passive verb.
    fn agent(&self) -> Who {
        let by = (self.verb.end..self.sentence.end.min(self.verb.end + NEAR)).find(|at| self.is(*at, &["by"]));
        by.map_or(Who::Nobody, |by| self.noun_after(by + 1))
    }

    /// The doer of a verb that starts at `verb`, over its helpers: "the tenant did not want to pay".
    fn subject(&self, verb: usize) -> Who {
        let helpers = self.before(verb).take_while(|at| self.is_helper(*at) && !self.is_parted(at + 1)).count();
        let first = verb - helpers;
        let Some(at) = first.checked_sub(1).filter(|at| self.sentence.contains(at)) else {
            // "Suffering from stress?" speaks to the reader
            return Who::Reader;
        };
        if self.is(at, &["who", "whom"]) {
            return self.antecedent(at).unwrap_or(Who::Person);
        }
        if self.is(at, &["that", "which"]) {
            return self.antecedent(at).unwrap_or(Who::Nobody);
        }
        if self.is(at, AND) {
            return self.shared(at);
        }
        // "patients failing to come": what stands right before it
        if helpers == 0 && self.text(verb).ends_with("ing") { self.who(at) } else { self.head(at) }
    }

    /// The one whom "who" or "that" stands for.
    fn antecedent(&self, at: usize) -> Option<Who> {
        self.before(at).take(NEAR).map(|at| self.who(at)).find(|who| *who != Who::Nobody)
    }

    /// "Patients miss a visit and fail to tell us": the doer of the verb before.
    fn shared(&self, at: usize) -> Who {
        let small = |at: usize| self.word(at).is(Class::Function) && !self.word(at).is(Class::Verb) && !self.word(at).is(Class::Negative);
        let does = |at: &usize| self.who(*at) != Who::Nobody && !self.is_parted(at + 1) && (!small(at + 1) || self.is(at + 1, &["who"]));
        self.before(at).take(FAR).find(does).map_or(Who::Nobody, |at| self.who(at))
    }

    /// The head of the noun phrase that ends at `at`: "residents" in "residents at the home".
    fn head(&self, at: usize) -> Who {
        let (mut at, mut inner) = (at, Who::Nobody);
        loop {
            let who = self.who(at);
            let opens = self.before(at + 1).take(FAR).find(|at| self.word(*at).is(Class::Function) && !self.is(*at, THE) || self.is_parted(*at));
            let preposition = opens.filter(|from| *from < at && self.is(*from, PREPOSITIONS));
            let outer = preposition.and_then(|from| from.checked_sub(1)).filter(|outer| self.sentence.contains(outer));
            let counts = self.word(at).is(Class::Function) || self.word(at).has_digit() || self.is(at, COUNTS);
            let who = if who == Who::Nobody && counts { inner } else { who };
            let Some(outer) = outer else { return who };
            (at, inner) = (outer, who);
        }
    }

    /// The head of the noun phrase that starts at `from`. A plural describes nothing, so people stay people: "give patients access".
    fn noun_after(&self, from: usize) -> Who {
        let mut run: Vec<usize> = Vec::new();
        for at in from..self.sentence.end.min(from + NEAR + 1) {
            if at > from && self.is_parted(at) {
                break;
            }
            let small = self.word(at).is(Class::Function);
            if self.is(at, &["us", "me", "them", "him", "you", "themselves", "yourself"]) && run.is_empty() {
                return self.who(at);
            }
            match (small, run.is_empty()) {
                (true, true) => {}
                (true, false) => break,
                _ => run.push(at),
            }
        }
        let Some(head) = run.last() else { return Who::Nobody };
        match self.who(*head) {
            Who::Nobody if run.iter().any(|at| self.is_people(*at)) => Who::Person,
            who => who,
        }
    }

    /// A plural word for people that owns nothing.
    fn is_people(&self, at: usize) -> bool {
        let text = self.text(at);
        let plural = text.ends_with('s') || ["people", "children", "men", "women"].contains(&text);
        let owns = self.document.prose.text[self.word(at).span.end as usize..].chars().next().is_some_and(is_apostrophe);
        plural && !owns && !text.contains(is_apostrophe) && self.word(at).is(Class::Person)
    }

    fn who(&self, at: usize) -> Who {
        let word = self.word(at);
        match () {
            () if self.is(at, &["we", "us", "i", "me"]) => Who::Writer,
            () if self.is(at, &["you", "yourself"]) => Who::Reader,
            () if word.is(Class::Person) || self.is(at, &["themselves", "her", "him"]) => Who::Person,
            () if word.is(Class::Organisation) => Who::Organisation,
            () => Who::Nobody,
        }
    }

    /// Words that help a verb: did, will, not, always, want to.
    fn is_helper(&self, at: usize) -> bool {
        let word = self.word(at);
        !word.is(Class::Person) && (word.is(Class::Verb) || word.is(Class::Negative) || self.is(at, &["to", "been", "being"]) || self.is_adverb(at))
    }

    fn is_adverb(&self, at: usize) -> bool {
        self.text(at).ends_with("ly") || self.is(at, ADVERBS)
    }

    /// The words before one, nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = usize> + use<> {
        (self.sentence.start..at).rev()
    }

    /// Whether a mark stands before a word.
    fn is_parted(&self, at: usize) -> bool {
        self.word(at).gap() == Gap::Mark
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        is_one_of(self.document, self.word(at), words.iter().copied())
    }

    fn word(&self, at: usize) -> Word {
        self.document.words[at]
    }

    fn text(&self, at: usize) -> &str {
        self.document.text(self.word(at))
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Who};
    use crate::document::{Document, Format};
    use crate::input::source::SourceFile;

    /// Doer and object of the verb, which stands between asterisks.
    fn frame(text: &str) -> (Who, Who) {
        with_frame(text, |frame| (frame.doer(), frame.done_to()))
    }

    fn with_frame<T>(text: &str, ask: impl Fn(&Frame<'_>) -> T) -> T {
        let words: Vec<&str> = text.split(' ').collect();
        let verb = words.iter().position(|w| w.starts_with('*')).expect("a verb");
        let source = SourceFile { name: "page.md".to_owned(), text: text.replace('*', "") };
        let document = Document::new(&source, Format::Markdown);
        ask(&Frame { document: &document, sentence: document.sentences[0].words(), verb: verb..verb + 1 })
    }

    #[test]
    fn the_doer_is_the_head_before_the_verb() {
        for (text, who) in [
            ("The patient *refused* care.", Who::Person),
            ("Residents at the home *refused* care.", Who::Person),
            ("The lift at the council *failed* again.", Who::Nobody),
            ("The council in our district *refused* the licence.", Who::Organisation),
            ("We often *refused* the licence.", Who::Writer),
            ("If you *refuse* care, tell us.", Who::Reader),
            ("Older people are too often *seen* as a cost.", Who::Person),
            ("Staff who *refuse* to come are paid.", Who::Organisation),
            ("Families who did not *attend* got a letter.", Who::Person),
            ("Patients miss a visit and *fail* to tell us.", Who::Person),
            ("Slots are lost by patients *failing* to come.", Who::Person),
            ("The clutch *fails* to engage.", Who::Nobody),
            ("Letters to patients *fail* to arrive.", Who::Nobody),
            ("He was *refused* treatment by the trust.", Who::Organisation),
            ("He was *refused* treatment.", Who::Nobody),
        ] {
            assert_eq!(frame(text).0, who, "{text}");
        }
    }

    #[test]
    fn what_was_done_is_told_from_what_somebody_did() {
        let is_participle = |text: &str| with_frame(text, |frame| frame.is_participle());
        for text in [
            "It was *allocated* late.",
            "We have now *allocated* it.",
            "What we’ve *allocated* is gone.",
            "The *allocated* money is gone.",
            "Seats *allocated* by us.",
            "Seats *allocated* to us are gone.",
            "It was weighed and *allocated* in May.",
            "Ask about *allocated* seats.",
        ] {
            assert!(is_participle(text), "{text}");
        }
        for text in [
            "We *allocated* seats.",
            "The council *allocated* it in May.",
            "The group that *allocated* seats met.",
            "Many councils *allocated* seats.",
            "They weighed it and *allocated* the seats.",
        ] {
            assert!(!is_participle(text), "{text}");
        }
    }

    #[test]
    fn whom_it_is_done_to_is_the_head_after_it_or_before_a_passive() {
        for (text, who) in [
            ("We *educate* the patients about food.", Who::Person),
            ("We *see* our many new young patients.", Who::Person),
            ("We *manage* patient notes.", Who::Nobody),
            ("We *manage* patients' notes.", Who::Nobody),
            ("We *give* patients access to notes.", Who::Person),
            ("This *allows* air in.", Who::Nobody),
            ("We *allow* the trust and patients to meet.", Who::Organisation),
            ("Patients are *managed* by the team.", Who::Person),
            ("They *told* us.", Who::Writer),
        ] {
            assert_eq!(frame(text).1, who, "{text}");
        }
    }
}
