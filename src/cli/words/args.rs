//! The arguments of `plainly words`, and their help: the doc comments here are what `--help` prints.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

/// See, try and change the lists of words.
///
/// Your own words stand in plainly.toml, and in the lists that it names. These commands change them for you, or a spreadsheet can: export,
/// edit, import. The built-in lists can be seen and tried, and are changed by changing the project.
#[derive(ClapArgs)]
pub struct WordsArgs {
    #[command(subcommand)]
    pub command: WordsCommand,
}

#[derive(Subcommand)]
pub enum WordsCommand {
    /// Every word that is looked for, and what could be written
    List(ListWordsArgs),
    /// Try every word on its own sentences: those it must find, and those it must leave alone
    Test(TestWordsArgs),
    /// Put a word on your own list
    Add(AddWordArgs),
    /// Take the words of a spreadsheet (TSV or CSV) into your own list
    Import(ImportWordsArgs),
    /// Write your own list as a spreadsheet (TSV)
    Export(ExportWordsArgs),
}

/// Every word that is looked for.
#[derive(ClapArgs)]
pub struct ListWordsArgs {
    /// Only the words of this rule (may be given more than once); house/word is your own list
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// Only the words of this family (may be given more than once)
    #[arg(long, value_name = "FAMILY")]
    pub family: Vec<String>,
    /// How to show them
    #[arg(long, value_enum, default_value_t)]
    pub format: ListFormat,
}

/// How `plainly words list` shows words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// A line for each word
    #[default]
    Table,
    /// A spreadsheet with every key of every word
    Tsv,
}

/// Try every word on its own sentences. Exit code: 0 all are as they should be, 1 some are not, 2 a list cannot be read.
#[derive(ClapArgs)]
pub struct TestWordsArgs {
    /// Only the words of this rule (may be given more than once); house/word is your own list
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// Only the words of this family (may be given more than once)
    #[arg(long, value_name = "FAMILY")]
    pub family: Vec<String>,
}

/// Put a word on your own list.
#[derive(ClapArgs)]
pub struct AddWordArgs {
    /// What people write
    pub phrase: String,
    /// What they could write (may be given more than once); none means: leave it out
    #[arg(long, value_name = "WORDS")]
    pub say: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
    /// Who says so
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// How serious it is [default: warning]
    #[arg(long, value_parser = ["note", "warning", "error"])]
    pub level: Option<String>,
    /// Which word changes its form: the first of a verb, the last of a noun [default: none does]
    #[arg(long, value_parser = ["verb", "noun"])]
    pub inflect: Option<String>,
    /// A sentence in which it must be found (may be given more than once)
    #[arg(long, value_name = "SENTENCE")]
    pub flag: Vec<String>,
    /// A sentence in which it must be left alone (may be given more than once)
    #[arg(long, value_name = "SENTENCE")]
    pub ok: Vec<String>,
    /// The list to change [default: the plainly.toml that holds here; a new one if there is none]
    #[arg(long, value_name = "FILE")]
    pub list: Option<PathBuf>,
}

/// Take the words of a spreadsheet into your own list. A row with the same words as an entry takes its place.
#[derive(ClapArgs)]
pub struct ImportWordsArgs {
    /// The sheet: TSV, or CSV
    pub file: PathBuf,
    /// Take out the words that are not in the sheet
    #[arg(long)]
    pub replace: bool,
    /// The list to change [default: the plainly.toml that holds here; a new one if there is none]
    #[arg(long, value_name = "FILE")]
    pub list: Option<PathBuf>,
}

/// Write your own list as a spreadsheet.
#[derive(ClapArgs)]
pub struct ExportWordsArgs {
    /// Where to [default: standard output]
    pub file: Option<PathBuf>,
    /// Write over a file that holds something else
    #[arg(long)]
    pub force: bool,
    /// The list to write [default: the plainly.toml that holds here]
    #[arg(long, value_name = "FILE")]
    pub list: Option<PathBuf>,
}
