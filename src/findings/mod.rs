//! What the tool has to say: one finding is one place and one reason. Places are bytes of the file; lines come when it is shown.

pub mod baseline;
pub mod fingerprint;
pub mod fix;
mod settle;
pub mod suppress;

pub use settle::{fold, keep_one_of_sentence, overlaps, settle};

use std::borrow::Cow;

use crate::input::span::Span;
pub use crate::wordlists::level::{Level, Maturity};

/// One thing to say about a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Rule id, `family/name`.
    pub rule: &'static str,
    /// How serious.
    pub level: Level,
    /// Bytes of the file.
    pub span: Span,
    /// What is there, quoting the author; lower case, no full stop.
    pub message: String,
    /// A few words at the spot.
    pub label: String,
    /// Why it matters to a reader, and who says so.
    pub note: Cow<'static, str>,
    /// What could be written.
    pub help: Option<Cow<'static, str>>,
    /// Other places that belong to it: repeats, or the places it speaks of.
    pub related: Vec<Related>,
    /// What makes findings of a rule one finding; those with none are never folded.
    pub key: Option<Key>,
}

/// What makes findings of a rule in one file one finding, with its other places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What is found: findings with the same are repeats of each other.
    pub what: String,
    /// What is said of this place where it is told together with other things that its rule finds; none if they are told apart.
    pub aside: Option<String>,
}

impl From<String> for Key {
    fn from(what: String) -> Key {
        Key { what, aside: None }
    }
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Bytes of the file.
    pub span: Span,
    /// What it is.
    pub what: Cow<'static, str>,
}

/// What a repeat is called among the related places.
pub const REPEAT: &str = "also here";

impl Finding {
    /// How often it occurs in the file: once, and its repeats.
    #[must_use]
    pub fn count(&self) -> usize {
        1 + self.related.iter().filter(|r| r.what == REPEAT).count()
    }

    /// How many other things that its rule finds in the file are told with it.
    #[must_use]
    pub fn others(&self) -> usize {
        if self.key.is_some() { 1 + self.related.len() - self.count() } else { 0 }
    }

    /// The family of its rule.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.rule.split_once('/').map_or(self.rule, |(family, _)| family)
    }
}
