//! The shape of `plainly.toml`: everything optional, unknown keys refused.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::FailOn;
use super::style::HouseStyle;
use crate::document::directives::Compat;
use crate::wordlists::shape::Word;

/// `plainly.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConfigFile {
    /// The level at which `plainly check` exits with 1.
    pub fail_on: Option<FailOn>,
    /// What kind of document all in this folder are.
    pub kind: Option<Spanned<String>>,
    /// What kind of document all in a folder below are.
    #[serde(default)]
    pub kinds: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Levels of single rules.
    #[serde(default)]
    pub rules: BTreeMap<Spanned<String>, RuleLevel>,
    /// Short forms.
    #[serde(default)]
    pub acronyms: Acronyms,
    /// A page that explains the short forms of all others, or the short forms themselves.
    pub glossary: Option<Spanned<Glossary>>,
    /// Who publishes these documents.
    pub organisation: Option<Organisation>,
    /// Lists of words beside this file.
    #[serde(default)]
    pub words: Words,
    /// How the team speaks of the people it serves.
    #[serde(default)]
    pub house: HouseStyle,
    /// Other tools whose comments are read too.
    #[serde(default)]
    pub compat: Vec<Compat>,
    /// The house list: words to notice in these documents, in the shape of the built-in lists.
    #[serde(default)]
    pub word: Vec<Word>,
}

/// Where short forms are explained for all documents.
#[derive(Deserialize)]
#[serde(untagged, expecting = "the name of a file, or a table of short forms")]
pub enum Glossary {
    /// A Markdown file.
    File(String),
    /// The letters, and what they stand for.
    Here(BTreeMap<String, String>),
}

/// Who publishes the documents.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a name, or a table with `name` and `short`")]
pub enum Organisation {
    /// The full name: the letters are its initials.
    Name(String),
    /// The full name, and the letters.
    Both {
        /// The full name.
        name: String,
        /// The letters.
        short: String,
    },
}

/// Lists of words beside this file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Files, or folders of files, in the shape of the built-in lists.
    #[serde(default)]
    pub lists: Vec<Spanned<String>>,
}

/// Short forms that need no explaining in these documents.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acronyms {
    /// Their letters.
    #[serde(default)]
    pub known: Vec<String>,
}

/// The level of a rule.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleLevel {
    Off,
    Note,
    Warning,
    Error,
}
