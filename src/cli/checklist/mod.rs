//! `plainly checklist`: what documents say of co-production, statement by statement, with the sentences that say it. It counts words and judges
//! nothing: no grade, no order, no exit code.

pub mod frameworks;
mod render;

use std::io::Read;
use std::path::PathBuf;

use serde::Serialize;

use self::frameworks::{Statement, Statements};
use super::args::{ChecklistArgs, ChecklistFormat};
use super::{complain, exit, print};
use crate::analysis::involvement::dates::days;
use crate::analysis::involvement::{Channel, Element, Evidence, Invites};
use crate::config::Settings;
use crate::document::Format;
use crate::findings::Finding;
use crate::input::files::find;
use crate::input::position::LineIndex;
use crate::input::source::{InputError, SourceFile};
use crate::input::span::Span;
use crate::linter::{Linter, Reading, Selection};

/// What is known of one document.
#[derive(Serialize)]
pub struct Document {
    /// Its name.
    pub path: String,
    /// Its kind.
    pub kind: &'static str,
    /// Why it is taken for that.
    pub why: String,
    /// Whether it invites people: yes, partly or no.
    pub invites: &'static str,
    /// Why only partly.
    pub invites_why: &'static str,
    /// The highest rung of the ladder that its words show.
    pub rung: u8,
    /// What that rung is.
    pub rung_means: &'static str,
    /// The frameworks, with their lines.
    pub frameworks: Vec<Lines>,
}

/// The lines of a framework.
#[derive(Serialize)]
pub struct Lines {
    /// Its name.
    pub framework: &'static str,
    /// What it is called.
    pub title: String,
    /// Who says so.
    pub source: String,
    /// Its statements.
    pub statements: Vec<Line>,
}

/// A statement and what became of it.
#[derive(Serialize)]
pub struct Line {
    /// The part of the framework.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// What it says.
    pub text: String,
    /// Whether it is found.
    #[serde(flatten)]
    pub state: State,
}

/// What became of a statement.
#[derive(Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// These words show it.
    Found {
        /// Where.
        line: u32,
        /// The sentence.
        sentence: String,
    },
    /// The whole page shows it.
    Shown {
        /// How.
        how: String,
    },
    /// Nothing shows it.
    NotFound {
        /// What speaks against it.
        #[serde(skip_serializing_if = "String::is_empty")]
        because: String,
    },
    /// No document can show it.
    Unseen {
        /// Why.
        why: String,
    },
}

/// Runs the command.
pub fn run(args: &ChecklistArgs) -> u8 {
    let frameworks = frameworks::asked_for(&args.framework);
    let linter = Linter::new(Settings::default(), &Selection::default());
    let (documents, errors) = read_all(args, |source| document(&linter, source, &frameworks));
    for error in &errors {
        complain(&error.to_string());
    }
    if documents.is_empty() && errors.is_empty() {
        complain("there is no Markdown document here");
    }
    let text = match args.format {
        ChecklistFormat::Json => render::json(&documents),
        ChecklistFormat::Markdown => render::markdown(&documents),
        ChecklistFormat::Table => render::table(&documents),
    };
    match print(text.as_bytes()) {
        Ok(_) if errors.is_empty() => exit::CLEAN,
        Ok(_) => exit::TROUBLE,
        Err(code) => code,
    }
}

/// Reads every document that is named, one by one, in order; those that cannot be read are told.
fn read_all(args: &ChecklistArgs, of: impl Fn(&SourceFile) -> Document) -> (Vec<Document>, Vec<InputError>) {
    let (stdin, paths): (Vec<PathBuf>, Vec<PathBuf>) = args.paths.iter().cloned().partition(|p| p.as_os_str() == "-");
    let (mut documents, mut errors) = (Vec::new(), Vec::new());
    let mut take = |read: Result<SourceFile, InputError>| match read {
        Ok(source) => documents.push(of(&source)),
        Err(error) => errors.push(error),
    };
    if !stdin.is_empty() {
        take(SourceFile::from_reader(std::io::stdin().lock().by_ref(), "<stdin>", 0));
    }
    let found = if paths.is_empty() { Default::default() } else { find(&paths) };
    for file in &found.files {
        take(SourceFile::read(&file.path, &file.name()));
    }
    errors.extend(found.errors);
    (documents, errors)
}

fn document(linter: &Linter, source: &SourceFile, frameworks: &[(&'static str, Statements)]) -> Document {
    let reading = linter.read(source, Format::Markdown);
    let findings = linter.check(&reading).findings;
    let lines = LineIndex::new(&source.text);
    let look = Look { reading: &reading, findings: &findings, lines: &lines };
    let (invites, invites_why) = match reading.involvement.invites(&reading.document) {
        Invites::Yes => ("yes", ""),
        Invites::Partly(why) => ("partly", why.why()),
        Invites::No => ("no", ""),
    };
    let rung = reading.involvement.rung();
    let of = |(name, statements): &(&'static str, Statements)| Lines {
        framework: name,
        title: statements.title.clone(),
        source: statements.source.clone(),
        statements: statements.statement.iter().map(|s| Line { part: s.part.clone(), text: s.text.clone(), state: look.state(s) }).collect(),
    };
    Document {
        path: source.name.clone(),
        kind: reading.kind.kind.name(),
        why: reading.kind.why.clone(),
        invites,
        invites_why,
        rung: rung as u8,
        rung_means: rung.meaning(),
        frameworks: frameworks.iter().map(of).collect(),
    }
}

/// A document in which statements are looked for.
struct Look<'a> {
    reading: &'a Reading<'a>,
    findings: &'a [Finding],
    lines: &'a LineIndex<'a>,
}

impl Look<'_> {
    fn state(&self, statement: &Statement) -> State {
        if !statement.unseen.is_empty() {
            return State::Unseen { why: statement.unseen.clone() };
        }
        let mut against = String::new();
        for shown in &statement.shown_by {
            match shown.as_str() {
                "plain" => match self.count(&["jargon", "acronyms", "sentences"]) {
                    0 => return State::Shown { how: "no jargon, no unexplained short form and no hard sentence was found".to_owned() },
                    count => against = findings(count, "jargon, short forms and hard sentences"),
                },
                "respect" => match self.count(&["deficit"]) {
                    0 => return State::Shown { how: "no words that label or blame people were found".to_owned() },
                    count => against = findings(count, "words that label or blame people"),
                },
                other => {
                    if let Some(words) = self.place(other) {
                        return self.found(words);
                    }
                }
            }
        }
        State::NotFound { because: against }
    }

    fn count(&self, families: &[&str]) -> usize {
        self.findings.iter().filter(|f| families.contains(&f.family())).map(Finding::count).sum()
    }

    /// The first words that show an element, near an ask if there are any.
    fn place(&self, shown: &str) -> Option<Span> {
        let (document, involvement) = (&self.reading.document, &self.reading.involvement);
        let (name, kind) = shown.split_once(':').unwrap_or((shown, ""));
        match name {
            "ask" => involvement.asks.iter().min_by_key(|ask| ask.is_loose).map(|ask| ask.words),
            "route" => involvement.routes.iter().find(|r| !matches!(r.channel, Channel::Link | Channel::Unseen)).map(|r| r.words),
            "date" => days(document, 0..document.words.len()).next().map(|d| document.words[d.at.0].span),
            "contact" => involvement.names_contact(document).then(|| involvement.routes.first().map(|r| r.words)).flatten(),
            _ => {
                let element = Element::ALL.iter().find(|(_, n)| *n == name).map(|(element, _)| *element)?;
                let of_kind = |piece: &&Evidence| kind.is_empty() || piece.kind == kind;
                involvement.of_element(element).filter(of_kind).min_by_key(|piece| !involvement.is_inviting(piece.section)).map(|p| p.words)
            }
        }
    }

    fn found(&self, words: Span) -> State {
        let document = &self.reading.document;
        let at = document.words.partition_point(|w| w.span.end <= words.start).min(document.words.len().saturating_sub(1));
        let sentence = document.sentence_at(at);
        let line = self.lines.position(document.source_span(words).range().start).line;
        State::Found { line, sentence: document.prose_of(sentence.prose).split_whitespace().collect::<Vec<_>>().join(" ") }
    }
}

fn findings(count: usize, what: &str) -> String {
    format!("{count} finding{} of {what}: see `plainly check`", if count == 1 { "" } else { "s" })
}
