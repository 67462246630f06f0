//! The settings of a document, with nothing missing: what the rules and the linter ask.

use std::collections::{BTreeMap, BTreeSet};

use super::{Audience, FailOn};
use crate::analysis::acronyms::index::Index;
use crate::analysis::involvement::dates::Day;
use crate::analysis::kind::Kind;
use crate::document::directives::Compat;
use crate::wordlists::level::Level;

/// Settings of a run, or of a folder of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The lowest level that fails a run, where the team has said.
    pub fail_on: Option<FailOn>,
    /// Levels of rules that the team has changed; `None` is off.
    pub levels: BTreeMap<String, Option<Level>>,
    /// The most that rules let stand.
    pub limits: Limits,
    /// Who reads the documents.
    pub audience: Audience,
    /// Short forms that the readers of these documents know.
    pub known_acronyms: BTreeSet<String>,
    /// What kind of document they are, where the team has said.
    pub kind: Option<Kind>,
    /// The day on which documents are read, where the run gives one.
    pub today: Option<Day>,
    /// The day of the run by the clock: suppressions end by it where `today` says nothing.
    pub clock: Option<Day>,
    /// Other tools whose comments are read too.
    pub compat: Vec<Compat>,
    /// The house lists and the house style, packed.
    pub house: Option<Vec<u8>>,
    /// Who publishes the documents: the letters, and the full name.
    pub organisation: Option<(String, String)>,
    /// What other pages say of short forms: the glossary, and the pages of the folder once somebody has read them.
    pub index: Index,
}

/// The most that rules let stand of what they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// `sentences/too-long`: words of a sentence of which nothing is said.
    pub sentence: u16,
    /// `sentences/long-paragraph`: sentences of a paragraph.
    pub paragraph: u16,
}

impl Limits {
    /// The rules that have a limit.
    pub const RULES: [&str; 2] = ["sentences/long-paragraph", "sentences/too-long"];

    /// Whether the limit of a rule depends on who reads.
    #[must_use]
    pub fn follows_audience(rule: &str) -> bool {
        rule == "sentences/too-long"
    }

    /// The limits for these readers.
    #[must_use]
    pub fn of(audience: Audience) -> Limits {
        Limits { sentence: audience.sentence(), paragraph: 5 }
    }

    /// The limit of a rule, if it has one.
    pub fn of_rule(&mut self, rule: &str) -> Option<&mut u16> {
        match rule {
            "sentences/long-paragraph" => Some(&mut self.paragraph),
            "sentences/too-long" => Some(&mut self.sentence),
            _ => None,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits::of(Audience::default())
    }
}
