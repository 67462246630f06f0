//! The arguments, and their help: the doc comments here are what `--help` prints.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use super::completions::CompletionsArgs;
use super::config::args::ConfigArgs;
use super::init::args::InitArgs;
use super::man::ManArgs;
use super::watch::WatchArgs;
use super::words::args::WordsArgs;
use crate::analysis::involvement::dates::Day;
use crate::config::FailOn;
use crate::report::Format;

/// Helps public services write documents that the people they are for can read, that respect them, and that invite them in.
///
/// plainly reads Markdown. It points at jargon, unexplained acronyms, hard sentences and words that label people, and it looks for
/// invitations to the people a document is about. It reads words, not deeds. It sends nothing anywhere.
#[derive(Parser)]
#[command(name = "plainly", version, arg_required_else_help = true)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Check documents, or folders of them
    Check(CheckArgs),
    /// Set plainly up in a folder: settings, the hook for each commit, the job for each change
    Init(InitArgs),
    /// Check documents again when they change
    Watch(WatchArgs),
    /// List the short forms of documents, and what they stand for
    Acronyms(AcronymsArgs),
    /// Say what a rule looks for, why, who says so, with examples
    Explain(ExplainArgs),
    /// Show what documents say of co-production, statement by statement
    Checklist(ChecklistArgs),
    /// Write the skeleton of an invitation, a consultation or a plan
    New(NewArgs),
    /// List the rules
    Rules,
    /// Check documents given as JSON lines on standard input, for programs
    Stream(StreamArgs),
    /// Words, sentences, hard sentences and reading ages of documents
    Stats(StatsArgs),
    /// See, try and change the lists of words
    Words(WordsArgs),
    /// Set old findings aside, so that only new ones are told of
    Baseline(BaselineArgs),
    /// See and check the settings of your team
    Config(ConfigArgs),
    /// Print what your shell needs to complete commands and options
    Completions(CompletionsArgs),
    /// Print the manual page, or write one for each command
    Man(ManArgs),
}

/// Check documents, or folders of them.
///
/// A folder gives its Markdown files (.md, .markdown, .mdown); what .gitignore leaves out is left out here too. A file that is named is always
/// checked. Exit code: 0 nothing at the failing level, 1 findings, 2 something could not be checked.
#[derive(ClapArgs)]
pub struct CheckArgs {
    /// Files and folders to check; - is standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// How to show what is found
    #[arg(long, visible_alias = "output-format", value_enum, default_value_t)]
    pub format: Format,
    /// Write a report to a file as well, as FORMAT=PATH (may be given more than once)
    #[arg(long, value_name = "FORMAT=PATH", value_parser = report_file)]
    pub report: Vec<(Format, PathBuf)>,
    /// Write the swaps of words that need no person to look, then say what is left
    #[arg(long, conflicts_with = "diff")]
    pub fix: bool,
    /// Show what --fix would change, as a diff, and write nothing; the exit code is 1 if anything would change
    #[arg(long, conflicts_with = "format")]
    pub diff: bool,
    /// Exit with 0 whatever is found; trouble is still 2
    #[arg(long)]
    pub exit_zero: bool,
    /// Leave out what plainly.toml or .plainlyignore leaves out, also where a file is named: for hooks, which name every file
    #[arg(long)]
    pub force_exclude: bool,
    /// Treat it as trouble (exit code 2) when there is no document to check
    #[arg(long)]
    pub error_on_empty: bool,
    /// The name of the text on standard input: its settings and its place in reports
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// Lowest level at which the exit code is 1 [default: warning, or as plainly.toml says]
    #[arg(long, value_enum)]
    pub fail_on: Option<FailOn>,
    /// Run only this rule (may be given more than once); also runs rules that are off
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// Run only the rules of this family (may be given more than once)
    #[arg(long, value_name = "FAMILY")]
    pub family: Vec<String>,
    /// Most findings shown by the full format, in all; 0 shows every one
    #[arg(long, value_name = "N", default_value_t = 500)]
    pub max_shown: usize,
    /// The day on which the documents are read, such as 2026-05-04: tells which invitations are over [default: each document's own date]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub today: Option<Day>,
    /// Tell only of lines that have changed since this commit or branch of the git repository
    #[arg(long, value_name = "REF", conflicts_with_all = ["fix", "diff"])]
    pub changed_since: Option<String>,
    /// Leave out the old findings that this file holds [default: plainly-baseline.json beside plainly.toml, or here]
    #[arg(long, value_name = "FILE", conflicts_with = "no_baseline")]
    pub baseline: Option<PathBuf>,
    /// Tell of old findings too
    #[arg(long)]
    pub no_baseline: bool,
    /// Use this plainly.toml and look for no other
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,
    /// Use no plainly.toml
    #[arg(long)]
    pub isolated: bool,
    /// Colours: only on a terminal, always or never (NO_COLOR is respected)
    #[arg(long, value_enum, default_value_t)]
    pub color: Colour,
    /// Threads [default: one for each core]
    #[arg(long, value_name = "N")]
    pub jobs: Option<usize>,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).filter(|_| text.len() == 10).ok_or_else(|| "write a day as year, month and day: 2026-05-04".to_owned())
}

/// List the short forms of documents, and what they stand for.
///
/// For a folder, all its documents together: where each short form is explained, where it is only used, and where two documents disagree.
#[derive(ClapArgs)]
pub struct AcronymsArgs {
    /// Files and folders to read; - is standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// How to show them
    #[arg(long, value_enum, default_value_t)]
    pub format: LedgerFormat,
    /// Leave out those that everyone knows, such as NHS
    #[arg(long)]
    pub unfamiliar: bool,
}

/// How `plainly acronyms` shows short forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LedgerFormat {
    /// A line for each, to read
    #[default]
    Table,
    /// One JSON object, for programs
    Json,
    /// A spreadsheet (CSV)
    Csv,
    /// A glossary in Markdown, to paste into a page
    Markdown,
}

/// Count words and sentences, and show where a folder of documents is hardest to read.
///
/// A sentence is hard for causes that can be named, and those are shown first. Reading ages come from formulas that count lengths only. They are
/// for reports that ask for them, and each has an interval. Nothing here fails a run: the exit code is 0, or 2 if a file could not be read.
#[derive(ClapArgs)]
pub struct StatsArgs {
    /// Files and folders; - is standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// How to show them
    #[arg(long, value_enum, default_value_t)]
    pub format: StatsFormat,
    /// Leave out names, short forms, and terms that the page defines (WCAG 3.1.5 lets names and titles be left out)
    #[arg(long)]
    pub without_names: bool,
}

/// How `plainly stats` shows its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum StatsFormat {
    /// Tables with small bars
    #[default]
    Table,
    /// One JSON object
    Json,
    /// A line for each document, for a spreadsheet
    Csv,
}

/// `FORMAT=PATH`.
fn report_file(text: &str) -> Result<(Format, PathBuf), String> {
    let (format, path) = text.split_once('=').ok_or("write it as FORMAT=PATH, such as sarif=plainly.sarif")?;
    let known = || Format::value_variants().iter().filter_map(|f| Some(f.to_possible_value()?.get_name().to_owned())).collect::<Vec<_>>();
    let format = Format::from_str(format, false).map_err(|_| format!("there is no format `{format}`; there are {}", known().join(", ")))?;
    if path.is_empty() { Err("the path is missing after `=`".to_owned()) } else { Ok((format, path.into())) }
}

/// Say what a rule looks for, or where each statement about co-production went.
#[derive(ClapArgs)]
pub struct ExplainArgs {
    /// The rule, such as deficit/group-label
    #[arg(required_unless_present = "trace")]
    pub rule: Option<String>,
    /// Show every statement of the five documents about co-production that plainly was made from: its rules, the lines of the checklist, or why no
    /// document can show it. With a rule, only those that led to it
    #[arg(long)]
    pub trace: bool,
}

/// Show what a document says of co-production, statement by statement.
///
/// Each statement of a framework is found, with its line and its sentence, not found, or cannot be seen in a document. Many documents give a table
/// of documents against elements. It reads words, not deeds: the exit code is 0 whatever is found.
#[derive(ClapArgs)]
pub struct ChecklistArgs {
    /// Files and folders; - is standard input
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// Which statements (may be given more than once) [default: invitation and model]
    #[arg(long, value_enum)]
    pub framework: Vec<Framework>,
    /// How to show them
    #[arg(long, value_enum, default_value_t)]
    pub format: ChecklistFormat,
}

/// A set of statements about involving people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Framework {
    /// What a good invitation shows
    Invitation,
    /// A Co-production Model: five values and seven steps
    Model,
    /// Co-production Network for Wales: five values at three levels
    Wales,
    /// York: four principles, the cycle and eight indicators
    York,
    /// Features of co-production by the Social Care Institute for Excellence
    Scie,
    /// Six principles by Nesta
    Nesta,
    /// Ten tips, and how to support them
    Tips,
    /// All of them
    All,
}

/// How `plainly checklist` shows its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ChecklistFormat {
    /// A table to read
    #[default]
    Table,
    /// Markdown
    Markdown,
    /// JSON
    Json,
}

/// Write the skeleton of a document that invites people.
///
/// Every part that a reader looks for has its slot, in square brackets. Filled in, it passes the checks.
#[derive(ClapArgs)]
pub struct NewArgs {
    /// What to write
    #[arg(value_enum)]
    pub what: Skeleton,
    /// Write it to this file, which must not be there yet [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A document that `plainly new` can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Skeleton {
    /// A page that looks for people to join a group
    Invitation,
    /// A consultation
    Consultation,
    /// A plan made with people
    Plan,
}

/// Check documents given as JSON lines.
///
/// In: {"id": "…", "text": "…", "format": "markdown" | "text"} on each line. Out: one line for each, in the same order, written at once:
/// {"v": 1, "id", "ok": true, "findings": […], "facts": {…}}, or {"v": 1, "id", "ok": false, "error"} for a line that cannot be read.
#[derive(ClapArgs)]
pub struct StreamArgs {
    /// What to tell besides the findings
    #[arg(long, value_enum, value_delimiter = ',')]
    pub facts: Vec<Fact>,
}

/// A fact that `plainly stream` can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Fact {
    /// Sentences with their difficulty
    Sentences,
    /// Short forms with what they stand for
    Acronyms,
    /// The kind of document, whether it invites people, and how
    Involvement,
    /// Words with their syllables and difficulty
    Words,
}

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal that shows colours
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Set old findings aside, so that only new ones are told of.
///
/// The file plainly-baseline.json stands beside plainly.toml, or where you are. `plainly check` uses it without being told. It knows a finding by
/// its rule, its words and its sentence, not by its line. It never grows by itself: only `create` puts findings in.
#[derive(ClapArgs)]
pub struct BaselineArgs {
    #[command(subcommand)]
    pub command: BaselineCommand,
}

#[derive(Subcommand)]
pub enum BaselineCommand {
    /// Set all findings aside that these documents have now
    Create(BaselinePaths),
    /// Say how many old findings there still are; the exit code is 1 if some are gone
    Check(BaselinePaths),
    /// Take out the old findings that are gone
    Prune(BaselinePaths),
}

/// The documents of a baseline.
#[derive(ClapArgs)]
pub struct BaselinePaths {
    /// Files and folders
    #[arg(default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// The file [default: plainly-baseline.json beside plainly.toml, or here]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Make it anew where there is one
    #[arg(long)]
    pub force: bool,
    /// Use this plainly.toml and look for no other
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub config: Option<PathBuf>,
    /// Use no plainly.toml
    #[arg(long)]
    pub isolated: bool,
}
