//! How serious a finding is, and how far its rule is trusted.

use serde::{Deserialize, Serialize};

/// How serious a finding is. Ordered: a note is below a warning, a warning below an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Contested, contextual or a prompt.
    Note,
    /// At least one UK guideline advises against it.
    Warning,
    /// Near-zero doubt and wide agreement, or a reader cannot act on the text.
    Error,
}

impl Level {
    /// The word that people see and write.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }

    /// The level with this number in the packed table (1, 2, 3).
    #[must_use]
    pub fn from_number(number: u32) -> Option<Level> {
        [Level::Note, Level::Warning, Level::Error].into_iter().find(|l| *l as u32 + 1 == number)
    }

    /// The number of this level in the packed table.
    #[must_use]
    pub fn number(self) -> u32 {
        self as u32 + 1
    }
}

/// Whether a rule has shown its worth on real documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Maturity {
    /// On by default: at least 19 of 20 findings read on real documents were right.
    Stable,
    /// Off by default, until it has been read on real documents.
    Trial,
}

impl Maturity {
    /// The word that people see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Maturity::Stable => "stable",
            Maturity::Trial => "trial",
        }
    }
}
