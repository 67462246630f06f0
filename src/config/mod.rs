//! What a team has decided, from `plainly.toml`: read, checked, and turned into settings in which nothing is missing.

pub mod discover;
pub(crate) mod file;
pub mod layers;
mod paths;
pub mod presets;
mod settings;
mod show;
mod style;
mod team;

pub use settings::{Limits, Settings};
pub use show::{Place, Setting};
pub use team::{Part, RuleName, Team};

use crate::wordlists::level::Level;

/// The lowest level that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, clap::ValueEnum)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Only errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Note,
    /// Nothing.
    Never,
}

impl FailOn {
    /// What holds where nobody has said anything.
    pub const DEFAULT: &'static str = "warning";

    /// The level; none for never.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            FailOn::Error => Some(Level::Error),
            FailOn::Warning => Some(Level::Warning),
            FailOn::Note => Some(Level::Note),
            FailOn::Never => None,
        }
    }
}

/// Who reads the documents: how long a sentence may be for them, and which short forms they know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Everyone.
    #[default]
    Public,
    /// People who read such documents for their work.
    Professional,
    /// People who use easy read.
    EasyRead,
}

impl Audience {
    /// What holds where nobody has said anything.
    pub const DEFAULT: &'static str = "public";

    /// The longest sentence of which nothing is said, in words.
    ///
    /// 25: the GOV.UK style guide. 15: the guides to easy read. 30 is our own choice; no guide gives a number for people at work.
    #[must_use]
    pub fn sentence(self) -> u16 {
        match self {
            Audience::Public => 25,
            Audience::Professional => 30,
            Audience::EasyRead => 15,
        }
    }
}
