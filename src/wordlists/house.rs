//! A team's own words: checked like the built-in lists, and packed into a second table beside them.
//!
//! Four kinds of entries stand in it: what the team has settled (`[house]`), what it accepts, what it allows for one rule, and its lists of words.

use std::collections::BTreeMap;

use super::check::{Checker, Entries, bare_owner, words};
use super::level::{Level, Maturity};
use super::pack::Writer;
use super::phrase_pack::{OwnerData, pack_phrases};
use super::phrase_table::OwnerKind;
use super::shape::{RuleHead, Word};
use super::toml_file::{FileError, parse};

/// The rule that house words belong to.
pub const HOUSE_RULE: &str = "house/word";
/// The owner of entries that say which term the team has settled on.
pub const STYLE: usize = 0;
/// The owner of entries that the team accepts as they are.
pub const ACCEPTED: usize = 1;

/// A list of the team's: `[[word]]` entries, under a `[rule]` head or none.
pub struct HouseList<'a> {
    /// The file as its owner would name it.
    pub file: &'a str,
    /// Its text.
    pub text: &'a str,
    /// What its findings say, where it differs from "is on your house list".
    pub rule: Option<RuleHead>,
    /// Its words.
    pub word: Vec<Word>,
}

/// A file of `[[word]]` entries.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    rule: Option<RuleHead>,
    #[serde(default)]
    word: Vec<Word>,
}

/// Reads a list file.
///
/// # Errors
/// Text that is not TOML, or a key that a list does not have.
pub fn read_list<'a>(file: &'a str, text: &'a str) -> Result<HouseList<'a>, FileError> {
    let ListFile { rule, word } = parse(file, text)?;
    Ok(HouseList { file, text, rule, word })
}

/// What a team has settled, as entries of a list.
#[derive(Default)]
pub struct Style {
    /// TOML of entries that speak of a term the team has decided against.
    pub settled: String,
    /// TOML of entries that are accepted as they are.
    pub accepted: String,
    /// TOML of entries of which a rule does not speak, by the id of the rule.
    pub allowed: BTreeMap<String, String>,
}

impl Style {
    /// Whether nothing is settled.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.settled.is_empty() && self.accepted.is_empty() && self.allowed.is_empty()
    }
}

/// Checks a list.
///
/// # Errors
/// Every fault of its entries.
pub fn check_list(list: &HouseList<'_>, owner: usize) -> Result<(OwnerData, Entries), Vec<FileError>> {
    let mut check = Checker::of_house(list.file, list.text);
    if let Some(rule) = &list.rule {
        check.filled("why", &rule.why);
        check.message(&rule.message);
    }
    let entries = words(&mut check, &list.word, owner);
    let data = match &list.rule {
        None => house_owner(),
        Some(rule) => OwnerData {
            level: rule.level,
            message: rule.message.get_ref().clone(),
            why: rule.why.get_ref().clone(),
            sources: rule.sources.clone(),
            ..house_owner()
        },
    };
    check.finish((data, entries))
}

/// Checks and packs what a team has written.
///
/// # Errors
/// The first fault of the first list that has one.
pub fn pack(style: &Style, lists: &[HouseList<'_>]) -> Result<Vec<u8>, FileError> {
    let (mut owners, mut entries) = (Vec::new(), Vec::new());
    let mut settle = |text: &str, owner: OwnerData| {
        let list = read_list("[house]", text)?;
        let mut check = Checker::of_house("[house]", text);
        // one by one: what is settled may well be allowed too, and whichever speaks says the same
        entries.extend(list.word.chunks(1).flat_map(|word| words(&mut check, word, owners.len())).collect::<Entries>());
        owners.push(owner);
        check.finish(()).map_err(first)
    };
    let settled = || OwnerData { level: Level::Note, why: "Your team has settled this in `plainly.toml`.".to_owned(), ..house_owner() };
    settle(&style.settled, settled())?;
    settle(&style.accepted, settled())?;
    for (rule, text) in &style.allowed {
        settle(text, bare_owner(OwnerKind::Rule, rule, ""))?;
    }
    for list in lists {
        let (owner, found) = check_list(list, owners.len()).map_err(first)?;
        owners.push(owner);
        entries.extend(found);
    }
    let mut pack = Writer::default();
    // only the built-in words are looked up with their part in the phrases
    let _ = pack_phrases(&mut pack, &owners, &entries, |_| true);
    Ok(pack.finish())
}

/// Checks and packs `[[word]]` entries alone.
///
/// # Errors
/// The first fault of the entries.
pub fn house_words(file: &str, text: &str) -> Result<Vec<u8>, FileError> {
    pack(&Style::default(), &[read_list(file, text)?])
}

fn first(faults: Vec<FileError>) -> FileError {
    faults.into_iter().next().unwrap_or(FileError { file: String::new(), line: 1, what: String::new() })
}

fn house_owner() -> OwnerData {
    OwnerData {
        summary: "a word that your house list asks writers to look at".to_owned(),
        level: Level::Warning,
        maturity: Maturity::Stable,
        message: "`{quote}` is on your house list".to_owned(),
        why: "Your team has settled how to say this.".to_owned(),
        since: "0.1.0".to_owned(),
        ..bare_owner(OwnerKind::Rule, HOUSE_RULE, "")
    }
}
