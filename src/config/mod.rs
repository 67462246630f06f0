//! What a team has decided, from `plainly.toml`: read, checked, and turned into settings in which nothing is missing.

pub mod discover;
mod file;
mod style;

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use crate::analysis::acronyms::index::{Index, summary};
use crate::analysis::acronyms::ledger;
use crate::analysis::involvement::dates::Day;
use crate::analysis::kind::Kind;
use crate::document::directives::Compat;
use crate::document::{Document, Format};
use crate::input::source::SourceFile;
use crate::wordlists::house::{self, HouseList, read_list};
use crate::wordlists::level::Level;
use crate::wordlists::toml_file::{FileError, nearest, parse};
use file::{ConfigFile, Glossary, Organisation, RuleLevel};

/// The lowest level that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, clap::ValueEnum)]
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

/// Settings of a run, or of a folder of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The lowest level that fails a run, where the team has said.
    pub fail_on: Option<FailOn>,
    /// Levels of rules that the team has changed; `None` is off.
    pub levels: BTreeMap<String, Option<Level>>,
    /// Short forms that the readers of these documents know.
    pub known_acronyms: BTreeSet<String>,
    /// What kind of document all in a folder are: the folder as seen from `plainly.toml`, empty for its own, and the kind.
    pub kinds: BTreeMap<String, Kind>,
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

/// The files that an entry of `lists` names: their names and texts, or why they cannot be read.
pub type ReadLists<'r> = &'r dyn Fn(&str) -> Result<Vec<(String, String)>, String>;

impl Settings {
    /// Reads a `plainly.toml` that stands alone. `rules` are the ids there are.
    ///
    /// # Errors
    /// As [`Settings::with_lists`]; and lists, as there is no folder to look for them in.
    pub fn from_toml(file: &str, text: &str, rules: &[&str]) -> Result<Settings, FileError> {
        Settings::with_lists(file, text, rules, &|list| Err(format!("the list `{list}` can be read only where this file has a folder")))
    }

    /// The entries of `lists` in a `plainly.toml`.
    ///
    /// # Errors
    /// Text that is not TOML, or an unknown key.
    pub fn lists(file: &str, text: &str) -> Result<Vec<String>, FileError> {
        let config: ConfigFile = parse(file, text)?;
        Ok(config.words.lists.into_iter().map(toml::Spanned::into_inner).collect())
    }

    /// Reads a `plainly.toml` and the lists that it names.
    ///
    /// # Errors
    /// The first fault: not TOML, an unknown key or rule (the nearest is named), a wrong value, a list or a house word that cannot be read.
    pub fn with_lists(file: &str, text: &str, rules: &[&str], read: ReadLists<'_>) -> Result<Settings, FileError> {
        let config: ConfigFile = parse(file, text)?;
        let mut levels = BTreeMap::new();
        for (id, level) in &config.rules {
            if !rules.contains(&id.get_ref().as_str()) {
                let what = format!("there is no rule `{}`{}", id.get_ref(), nearest(id.get_ref(), rules));
                return Err(FileError::at(file, text, id.span().start, what));
            }
            let level = match level {
                RuleLevel::Off => None,
                RuleLevel::Note => Some(Level::Note),
                RuleLevel::Warning => Some(Level::Warning),
                RuleLevel::Error => Some(Level::Error),
            };
            levels.insert(id.get_ref().clone(), level);
        }
        let known_acronyms = config.acronyms.known.iter().cloned().chain(config.house.allowed()).collect();
        let kinds = kinds(file, text, &config)?;
        let organisation = config.organisation.as_ref().map(organisation);
        let index = config.glossary.as_ref().map_or_else(|| Ok(Index::default()), |glossary| explained(file, text, glossary, read))?;
        Ok(Settings {
            fail_on: config.fail_on,
            levels,
            known_acronyms,
            kinds,
            today: None,
            clock: None,
            compat: config.compat.clone(),
            house: words(file, text, config, read)?,
            organisation,
            index,
        })
    }
}

/// The kinds of document that a team has set, for the folder of its `plainly.toml` and for folders below it.
fn kinds(file: &str, text: &str, config: &ConfigFile) -> Result<BTreeMap<String, Kind>, FileError> {
    let named = |name: &Spanned<String>| {
        let names: Vec<&str> = Kind::ALL.iter().map(|(_, name)| *name).collect();
        let fault = || format!("there is no kind `{}`{}; the kinds are {}", name.get_ref(), nearest(name.get_ref(), &names), names.join(", "));
        Kind::named(name.get_ref()).ok_or_else(|| FileError::at(file, text, name.span().start, fault()))
    };
    let mut kinds = BTreeMap::new();
    for (folder, kind) in &config.kinds {
        kinds.insert(folder.get_ref().trim_start_matches("./").trim_end_matches('/').to_owned(), named(kind)?);
    }
    if let Some(kind) = &config.kind {
        kinds.insert(String::new(), named(kind)?);
    }
    Ok(kinds)
}

impl Settings {
    /// The kind that the team has set for a document, by the nearest folder above it. `path` is as seen from `plainly.toml`.
    #[must_use]
    pub fn kind_of(&self, path: &str) -> Option<Kind> {
        let path = path.strip_prefix("./").unwrap_or(path);
        let holds = |folder: &str| folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let nearest = self.kinds.iter().filter(|(folder, _)| holds(folder)).max_by_key(|(folder, _)| folder.len());
        nearest.map(|(_, kind)| *kind)
    }
}

/// The letters of a publisher, and its name.
fn organisation(told: &Organisation) -> (String, String) {
    match told {
        Organisation::Both { name, short } => (short.clone(), name.clone()),
        Organisation::Name(name) => {
            let capitals = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
            // "NHS" gives all of its letters
            let all = |word: &&str| word.len() > 1 && word.chars().all(char::is_uppercase);
            let given = capitals.map(|word| if all(&word) { word.to_owned() } else { word.chars().take(1).collect() });
            (given.collect(), name.clone())
        }
    }
}

/// The short forms that a glossary explains.
fn explained(file: &str, text: &str, glossary: &Spanned<Glossary>, read: ReadLists<'_>) -> Result<Index, FileError> {
    let mut index = Index::default();
    match glossary.get_ref() {
        Glossary::Here(forms) => forms.iter().for_each(|(short, long)| index.define(short, file, long)),
        Glossary::File(path) => {
            let wrong = |what| FileError::at(file, text, glossary.span().start, what);
            for (name, text) in read(path).map_err(wrong)? {
                let source = SourceFile::from_bytes(text.into_bytes(), &name).map_err(|error| wrong(error.to_string()))?;
                let document = Document::new(&source, Format::Markdown);
                index.add(&name, &summary(&document, &ledger(&document)));
            }
        }
    }
    Ok(index)
}

/// What a team has written of words, packed; nothing where it has written nothing.
fn words(file: &str, text: &str, config: ConfigFile, read: ReadLists<'_>) -> Result<Option<Vec<u8>>, FileError> {
    let mut files: Vec<(String, String)> = Vec::new();
    for list in &config.words.lists {
        files.extend(read(list.get_ref()).map_err(|what| FileError::at(file, text, list.span().start, what))?);
    }
    let style = config.house.entries(file, text)?;
    let mut lists = vec![HouseList { file, text, rule: None, word: config.word }];
    for (name, text) in &files {
        lists.push(read_list(name, text)?);
    }
    let nothing = style.accepted.is_empty() && style.settled.is_empty() && lists.iter().all(|list| list.word.is_empty());
    if nothing { Ok(None) } else { house::pack(&style, &lists).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: [&str; 2] = ["jargon/buzzword", "sentences/hard"];

    fn refused(text: &str) -> String {
        Settings::from_toml("plainly.toml", text, &RULES).expect_err("should be refused").to_string()
    }

    #[test]
    fn what_a_team_decides_is_kept() {
        let text =
            "fail-on = 'error'\n[rules]\n'jargon/buzzword' = 'off'\n[acronyms]\nknown = ['CYP']\n[[word]]\ninstead_of = 'hub'\nsay = ['centre']\n";
        let settings = Settings::from_toml("plainly.toml", text, &RULES).expect("good");
        assert_eq!(settings.fail_on, Some(FailOn::Error));
        assert_eq!(settings.levels["jargon/buzzword"], None);
        assert!(settings.known_acronyms.contains("CYP") && settings.house.is_some());
    }

    #[test]
    fn a_glossary_and_a_publisher_are_kept() {
        let text = "organisation = 'Moor Lane NHS Trust'\n[glossary]\nMDT = 'multidisciplinary team'\n";
        let settings = Settings::from_toml("plainly.toml", text, &RULES).expect("good");
        assert_eq!(settings.organisation, Some(("MLNHST".to_owned(), "Moor Lane NHS Trust".to_owned())));
        assert_eq!(settings.index.elsewhere("MDT", "a.md"), [("plainly.toml", "multidisciplinary team")]);
        let short = Settings::from_toml("plainly.toml", "organisation = { name = 'Moor Lane Trust', short = 'MoLT' }", &RULES).expect("good");
        assert_eq!(short.organisation.map(|(short, _)| short).as_deref(), Some("MoLT"));
        let pages = |_: &str| Ok(vec![("g.md".to_owned(), "# Glossary\n\n- **PCN** – primary care network\n".to_owned())]);
        let file = Settings::with_lists("plainly.toml", "glossary = 'g.md'", &RULES, &pages).expect("good");
        assert_eq!(file.index.elsewhere("PCN", "a.md"), [("g.md", "primary care network")]);
    }

    #[test]
    fn mistakes_are_named_with_the_nearest_right_thing() {
        assert_eq!(refused("failon = 'error'"), "plainly.toml:1: the key `failon` is not known here (did you mean `fail-on`?)");
        assert_eq!(
            refused("[rules]\n'jargon/buzword' = 'off'"),
            "plainly.toml:2: there is no rule `jargon/buzword` (did you mean `jargon/buzzword`?)"
        );
        assert_eq!(refused("[rules]\n'sentences/hard' = 'of'"), "plainly.toml:2: `of` is not one of the values allowed here (did you mean `off`?)");
        assert_eq!(
            refused("[[word]]\ninstead_of = '(a'\nsay = []"),
            "plainly.toml:2: `instead_of = \"(a\"` cannot be read: a bracket `(` is never closed"
        );
    }
}
