//! What the tool has to say: one finding is one place and one reason. Places are bytes of the file; lines come when it is shown.

pub mod fingerprint;
pub mod fix;
mod settle;

pub use settle::settle;

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
    /// What makes two findings of a rule repeats of each other; findings with none are never folded.
    pub key: Option<String>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Bytes of the file.
    pub span: Span,
    /// What it is.
    pub what: String,
}

/// What a repeat is called among the related places.
pub const REPEAT: &str = "also here";

impl Finding {
    /// How often it occurs in the file: once, and its repeats.
    #[must_use]
    pub fn count(&self) -> usize {
        1 + self.related.iter().filter(|r| r.what == REPEAT).count()
    }

    /// The family of its rule.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.rule.split_once('/').map_or(self.rule, |(family, _)| family)
    }
}
