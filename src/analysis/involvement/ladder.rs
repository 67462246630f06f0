//! The ladder of participation: the highest rung that the words of a page show. A low rung is fine where it is named honestly.
//! After Arnstein (1969), the IAP2 spectrum and Think Local Act Personal's ladder of co-production.

use super::dates::days;
use super::{Element, Evidence, Involvement};
use crate::document::Document;
use crate::language::classes::Class;
use crate::language::fold::OneOf;

/// A rung of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// People are told.
    Told = 1,
    /// People can say what they think of what there is.
    Feedback = 2,
    /// People can comment on a draft or a proposal.
    Consulted = 3,
    /// People's experience shapes it: workshops, groups, meetings over time.
    Involved = 4,
    /// People design it with staff.
    CoDesign = 5,
    /// People decide together with staff, at more than one stage.
    CoProduction = 6,
}

impl Rung {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Rung::Told => "told",
            Rung::Feedback => "feedback",
            Rung::Consulted => "consulted",
            Rung::Involved => "involved",
            Rung::CoDesign => "co-design",
            Rung::CoProduction => "co-production",
        }
    }

    /// What it means, in a few words.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Rung::Told => "people are told",
            Rung::Feedback => "people can say what they think",
            Rung::Consulted => "people can comment on a draft or a proposal",
            Rung::Involved => "people take part over time, and what they know shapes the work",
            Rung::CoDesign => "people design it with staff",
            Rung::CoProduction => "people decide together with staff, at more than one stage",
        }
    }
}

impl Involvement {
    /// The highest rung that the words show.
    #[must_use]
    pub fn rung(&self) -> Rung {
        let asked = !self.asks.is_empty();
        let past = self.shows(Element::Past);
        let decide = self.shows(Element::Decide);
        let stages = self.stages();
        if decide && stages >= 2 {
            return Rung::CoProduction;
        }
        let designed =
            self.of_element(Element::Past).any(|shown| shown.kind == "design") || self.of_kinds(Element::Power, &["together"]).count() >= 2;
        if (asked || past) && (decide || designed) {
            return Rung::CoDesign;
        }
        let over_time = self.shows(Element::Throughout) || self.of_kinds(Element::When, &["rhythm"]).next().is_some();
        if (asked || past) && (over_time || past && asked) {
            return Rung::Involved;
        }
        let draft = self.shows(Element::Stage) || self.shows(Element::Influence);
        match () {
            () if asked && draft || past => Rung::Consulted,
            () if asked || self.shows(Element::TakePart) => Rung::Feedback,
            () => Rung::Told,
        }
    }

    /// In how many ways people take part over the life of the work: asked now, involved before, over time, told what became of it, deciding.
    #[must_use]
    pub fn stages(&self) -> usize {
        let signs = [!self.asks.is_empty(), self.shows(Element::Past), self.shows(Element::Throughout), self.shows(Element::Decide)];
        signs.into_iter().filter(|shown| *shown).count()
    }

    /// How much stands behind a claim, in its section or in what the page tells of the past: who and how many, when, what changed, who decided.
    #[must_use]
    pub fn backing(&self, document: &Document<'_>, claim: &Evidence) -> usize {
        let past: Vec<u32> = self.of_element(Element::Past).map(|shown| shown.sentence).collect();
        let near = |sentence: u32| past.contains(&sentence) || document.block_of(&document.sentences[sentence as usize]).section == claim.section;
        let sentences = || (0..document.sentences.len() as u32).filter(|index| near(*index)).map(|index| &document.sentences[index as usize]);
        let counted = |s: &crate::document::Sentence| {
            let words = document.words_of(s);
            words.iter().any(|w| w.is(Class::Person)) && words.iter().any(|w| w.has_digit() || is_number(document.text(*w)))
        };
        let dated = |s: &crate::document::Sentence| {
            let month = document.words_of(s).iter().any(|w| w.is_capital() && w.is(Class::Calendar));
            month || days(document, s.words()).next().is_some()
        };
        let changed = |s: &crate::document::Sentence| document.words_of(s).iter().any(|w| document.is_one_of(*w, &CHANGED));
        let signs = [
            sentences().any(counted) || !past.is_empty(),
            sentences().any(dated),
            sentences().any(changed),
            self.shows(Element::Decider) || self.shows(Element::Decide),
        ];
        signs.into_iter().filter(|sign| *sign).count()
    }
}

fn is_number(word: &str) -> bool {
    const NUMBERS: [&str; 14] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "hundred", "dozen"];
    NUMBERS.iter().any(|number| number.eq_ignore_ascii_case(word))
}

/// Words for what became of what people said.
const CHANGED: OneOf<14> = OneOf::new([
    "changed", "moved", "added", "dropped", "result", "instead", "removed", "opened", "decided", "chose", "agreed", "asked", "stopped", "started",
]);
