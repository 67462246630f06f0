//! `plainly words`: the lists of words, seen, tried and changed without writing TOML.

pub mod args;
mod edit;
mod exchange;
mod list;
mod rows;
mod sheet;
mod test;

use std::path::{Path, PathBuf};

use super::{complain, exit};
use crate::builtin;
use crate::config::discover::{Discovery, FILE_NAME};
use crate::wordlists::house::read_list;
use crate::wordlists::shape::Word;
use args::{WordsArgs, WordsCommand};

/// Runs the command.
pub fn run(args: &WordsArgs) -> u8 {
    let done = match &args.command {
        WordsCommand::List(args) => list::run(args),
        WordsCommand::Test(args) => test::run(args),
        WordsCommand::Add(args) => exchange::add(args),
        WordsCommand::Import(args) => exchange::import(args),
        WordsCommand::Export(args) => exchange::export(args),
    };
    match done {
        Ok(code) => code,
        Err(errors) => {
            errors.iter().for_each(|error| complain(error));
            exit::TROUBLE
        }
    }
}

/// A list of words with where it comes from.
struct List {
    /// The rule that its words belong to.
    rule: String,
    /// Its entries, in their order, as they are written.
    entries: Vec<toml::Table>,
    /// The same, as they are understood.
    words: Vec<Word>,
}

impl List {
    fn new(rule: &str, text: &str) -> List {
        // the lists were checked when they were built or read
        let words = read_list(rule, text).map(|list| list.word).unwrap_or_default();
        List { rule: rule.to_owned(), entries: entries_of(text), words }
    }
}

/// The built-in lists.
fn builtin_lists() -> Vec<List> {
    builtin::LISTS.iter().map(|(rule, text)| List::new(rule, text)).collect()
}

/// The entries of a list's text; none where it is not a list, which the validator tells.
fn entries_of(text: &str) -> Vec<toml::Table> {
    let all = text.parse::<toml::Table>().unwrap_or_default();
    let words = all.get("word").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    words.into_iter().filter_map(|word| word.as_table().cloned()).collect()
}

/// The `plainly.toml` that holds where the command runs.
fn house_file() -> Option<PathBuf> {
    Discovery::default().find(&std::env::current_dir().unwrap_or_default())
}

/// The list to change: the one that is named, else the `plainly.toml` that holds here, else a new one here.
fn list_to_change(named: Option<&Path>) -> PathBuf {
    named.map(Path::to_owned).or_else(house_file).unwrap_or_else(|| PathBuf::from(FILE_NAME))
}

/// A path as a person here would write it.
fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

/// "1 word", "2 words".
fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}
