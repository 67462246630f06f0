//! The shape of `plainly.toml`: everything optional, unknown keys refused. What a key means is said in `docs/configuration.md`, and in the schema
//! that comes of the comments here.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::style::HouseStyle;
use super::{Audience, FailOn};
use crate::document::directives::Compat;
use crate::wordlists::shape::Word;

/// `plainly.toml`.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConfigFile {
    /// Files and presets to start from.
    #[serde(default, rename = "extends")]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    _extends: Vec<Spanned<String>>,
    /// The versions of plainly that this file is for.
    #[serde(default, rename = "required-version")]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    _required_version: Option<Spanned<String>>,
    /// The level at which `plainly check` exits with 1.
    pub fail_on: Option<FailOn>,
    /// Who reads these documents.
    pub audience: Option<Audience>,
    /// What kind of document all in this folder are.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub kind: Option<Spanned<String>>,
    /// What kind of document all in a folder below are.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "BTreeMap<String, String>"))]
    pub kinds: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Documents that are not checked, written as in .gitignore.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub exclude: Vec<Spanned<String>>,
    /// Levels of rules and of families of rules.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "BTreeMap<String, RuleShape>"))]
    pub rules: RuleSettings,
    /// Settings for some of the documents.
    #[serde(default)]
    pub overrides: Vec<Override>,
    /// Short forms.
    #[serde(default)]
    pub acronyms: Acronyms,
    /// A page that explains the short forms of all others, or the short forms themselves.
    #[cfg_attr(test, schemars(with = "Option<Glossary>"))]
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

/// Settings for some of the documents.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// The documents, written as in .gitignore.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub paths: Vec<Spanned<String>>,
    /// The level at which `plainly check` exits with 1 for them.
    #[serde(rename = "fail-on")]
    _fail_on: Option<FailOn>,
    /// Who reads them.
    #[serde(rename = "audience")]
    _audience: Option<Audience>,
    /// What kind of document they are.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub kind: Option<Spanned<String>>,
    /// Levels of rules and of families of rules for them.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "BTreeMap<String, RuleShape>"))]
    pub rules: RuleSettings,
    /// Short forms in them.
    #[serde(default, rename = "acronyms")]
    _acronyms: Acronyms,
}

/// `[rules]`: rules and families, and what the team has set for each.
pub type RuleSettings = BTreeMap<Spanned<String>, RuleSetting>;

/// Where short forms are explained for all documents.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "the name of a file, or a table of short forms")]
pub enum Glossary {
    /// A Markdown file.
    File(String),
    /// The letters, and what they stand for.
    Here(BTreeMap<String, String>),
}

/// Who publishes the documents.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Files, or folders of files, in the shape of the built-in lists.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub lists: Vec<Spanned<String>>,
}

/// Short forms that need no explaining in these documents.
#[derive(Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Acronyms {
    /// Their letters.
    #[serde(default)]
    pub known: Vec<String>,
}

/// The level of a rule.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum RuleLevel {
    /// It does not run.
    Off,
    /// A prompt.
    Note,
    /// Worth a change.
    Warning,
    /// A reader cannot use the text as it is.
    Error,
}

// a level alone is put into such a table when the file is read
/// What a team has set for a rule.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a level in quote marks, or a table with `level`, `limit` and `allow`")]
pub struct RuleSetting {
    /// The level; none leaves it as it is.
    pub level: Option<RuleLevel>,
    /// The most there may be of what the rule counts.
    #[cfg_attr(test, schemars(with = "Option<u16>"))]
    pub limit: Option<Spanned<u16>>,
    /// Words of which this rule does not speak.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub allow: Vec<Spanned<String>>,
}

/// A level in quote marks, or a table with `level`, `limit` and `allow`.
#[cfg(test)]
#[derive(Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its shape is used")]
enum RuleShape {
    /// The level of a rule.
    Level(RuleLevel),
    /// A table with options.
    Table(RuleSetting),
}
