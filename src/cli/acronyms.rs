//! `plainly acronyms`: the short forms of documents, and what they stand for.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use rayon::prelude::*;
use serde::Serialize;

use super::args::{AcronymsArgs, LedgerFormat};
use super::{complain, exit, print};
use crate::analysis::acronyms::index::{PageForm, summary};
use crate::analysis::acronyms::ledger;
use crate::document::{Document, Format};
use crate::input::files::{InputFile, find};
use crate::input::source::{InputError, SourceFile};
use crate::report::json::one_line;
use crate::report::sanitise::clean;

/// The name of standard input.
const STDIN: &str = "<stdin>";
/// Widest column of the table, in characters.
const WIDEST: usize = 60;

/// A short form in all the documents.
#[derive(Default, Serialize)]
struct Row {
    short: String,
    /// "explained", "not explained" or "everyday".
    state: &'static str,
    meanings: Vec<Meaning>,
    /// What the lists say it can stand for, where no document says.
    perhaps: Vec<&'static str>,
    uses: usize,
    documents: Vec<Place>,
}

/// What a short form stands for, and where that is said.
#[derive(Serialize)]
struct Meaning {
    long: String,
    places: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    path: String,
    line: u32,
}

#[derive(Serialize)]
struct Ledger {
    schema: u32,
    acronyms: Vec<Row>,
}

/// Runs the command.
pub fn run(args: &AcronymsArgs) -> u8 {
    let (stdin, paths): (Vec<PathBuf>, Vec<PathBuf>) = args.paths.iter().cloned().partition(|p| p.as_os_str() == "-");
    let found = find(&paths);
    let mut files = found.files;
    if !stdin.is_empty() {
        files.insert(0, InputFile::standard_input(STDIN.to_owned()));
    }
    let mut errors = found.errors;
    if files.is_empty() && errors.is_empty() {
        complain("there is no Markdown document here");
    }
    let read: Vec<Result<Vec<PageForm>, InputError>> = files.par_iter().map(read).collect();
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for (file, entries) in files.iter().zip(read) {
        match entries {
            Ok(entries) => entries.into_iter().for_each(|entry| add(&mut rows, &file.name(), entry)),
            Err(error) => errors.push(error),
        }
    }
    for error in &errors {
        complain(&error.to_string());
    }
    let rows: Vec<Row> = rows.into_values().filter(|row| !(args.unfamiliar && row.state == EVERYDAY)).collect();
    let out = match args.format {
        LedgerFormat::Table => table(&rows).into_bytes(),
        LedgerFormat::Markdown => markdown(&rows).into_bytes(),
        LedgerFormat::Json => [one_line(&Ledger { schema: 1, acronyms: rows }), b"\n".to_vec()].concat(),
        LedgerFormat::Csv => csv(&rows),
    };
    match print(&out) {
        Ok(_) if errors.is_empty() => exit::CLEAN,
        Ok(_) => exit::TROUBLE,
        Err(code) => code,
    }
}

/// The short forms of a document.
///
/// # Errors
/// A document that cannot be read.
pub fn read(file: &InputFile) -> Result<Vec<PageForm>, InputError> {
    let source = if file.is_standard_input() {
        SourceFile::from_reader(std::io::stdin().lock(), STDIN, 0)
    } else {
        SourceFile::read(&file.path, &file.name())
    }?;
    let document = Document::new(&source, Format::Markdown);
    Ok(if document.is_english() { summary(&document, &ledger(&document)) } else { Vec::new() })
}

const EXPLAINED: &str = "explained";
const NOT_EXPLAINED: &str = "not explained";
const EVERYDAY: &str = "everyday";

fn add(rows: &mut BTreeMap<String, Row>, path: &str, entry: PageForm) {
    let row = rows.entry(entry.short.clone()).or_default();
    row.state = match row.state {
        EXPLAINED => EXPLAINED,
        _ if entry.defined => EXPLAINED,
        _ if entry.everyday => EVERYDAY,
        _ => NOT_EXPLAINED,
    };
    row.short = entry.short;
    row.uses += entry.uses;
    row.perhaps = entry.listed;
    row.documents.push(Place { path: path.to_owned(), line: entry.line });
    for (long, line) in entry.meanings {
        let place = Place { path: path.to_owned(), line };
        match row.meanings.iter_mut().find(|meaning| meaning.long.eq_ignore_ascii_case(&long)) {
            Some(meaning) => meaning.places.push(place),
            None => row.meanings.push(Meaning { long, places: vec![place] }),
        }
    }
}

impl Row {
    /// What it stands for, or what it may stand for.
    fn long(&self) -> String {
        let said: Vec<&str> = self.meanings.iter().map(|meaning| meaning.long.as_str()).collect();
        match said.is_empty() {
            false => said.join("; "),
            true if self.perhaps.is_empty() => String::new(),
            true => format!("perhaps: {}", self.perhaps.join("; ")),
        }
    }

    fn first(&self) -> String {
        let place = self.meanings.first().and_then(|meaning| meaning.places.first()).or(self.documents.first());
        place.map_or_else(String::new, |place| format!("{}:{}", place.path, place.line))
    }
}

fn table(rows: &[Row]) -> String {
    let cut = |text: String| match text.char_indices().nth(WIDEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    };
    let lines: Vec<[String; 5]> = rows
        .iter()
        .map(|row| {
            [row.short.clone(), row.state.to_owned(), row.uses.to_string(), cut(row.long()), row.first()].map(|cell| clean(&cell).into_owned())
        })
        .collect();
    let width = |i: usize| lines.iter().map(|line| line[i].chars().count()).max().unwrap_or(0);
    let (short, state, uses, long) = (width(0), width(1), width(2), width(3));
    let mut out = String::new();
    for [letters, how, count, words, place] in &lines {
        // writing to a string cannot fail
        let _ = writeln!(out, "{letters:short$}  {how:state$}  {count:>uses$}  {words:long$}  {place}");
    }
    let missing = rows.iter().filter(|row| row.state == NOT_EXPLAINED).count();
    let _ = writeln!(out, "{}{} short forms; {missing} not explained.", if rows.is_empty() { "" } else { "\n" }, rows.len());
    out
}

/// A glossary. What no document says is left for a person to fill in: the lists only suggest.
fn markdown(rows: &[Row]) -> String {
    let mut out = "| Short form | What it stands for |\n| --- | --- |\n".to_owned();
    for row in rows {
        let long = match row.meanings.as_slice() {
            [] => "…".to_owned(),
            meanings => meanings.iter().map(|meaning| meaning.long.replace('|', "\\|")).collect::<Vec<_>>().join("; "),
        };
        let _ = writeln!(out, "| {} | {} |", clean(&row.short), clean(&long));
    }
    out
}

fn csv(rows: &[Row]) -> Vec<u8> {
    let mut sheet = csv::Writer::from_writer(Vec::new());
    let head = ["short", "state", "uses", "stands for", "perhaps", "documents", "first"];
    let line = |row: &Row| {
        let said = row.meanings.iter().map(|meaning| meaning.long.as_str()).collect::<Vec<_>>().join("; ");
        let perhaps = if row.meanings.is_empty() { row.perhaps.join("; ") } else { String::new() };
        [row.short.clone(), row.state.to_owned(), row.uses.to_string(), said, perhaps, row.documents.len().to_string(), row.first()]
    };
    // an apostrophe keeps a spreadsheet from taking a cell for a sum
    let safe = |cell: String| if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell };
    let written = sheet.write_record(head).and_then(|()| rows.iter().try_for_each(|row| sheet.write_record(line(row).map(safe))));
    written.ok().and_then(|()| sheet.into_inner().ok()).unwrap_or_default()
}
