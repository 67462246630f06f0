//! `plainly stream`: a JSON object a line in, one a line out, in the same order. A bad line gets an error record and the stream goes on.

use std::collections::BTreeMap;
use std::io::{BufRead, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

pub use super::args::Fact;
use super::args::StreamArgs;
use super::{complain, exit, print};
use crate::analysis::difficulty::{Difficulty, WEIGHTS, of_word};
use crate::analysis::involvement::{Element, Invites, Shown};
use crate::config::Settings;
use crate::document::{Document, Format, word_count};
use crate::findings::Level;
use crate::input::source::SourceFile;
use crate::input::span::Span;
use crate::language::syllables::syllables;
use crate::linter::{Linter, Reading, Selection};
use crate::report::json::one_line;

/// Longest line: 64 MiB.
const MAX_LINE: u64 = 64 * 1024 * 1024;

#[derive(Deserialize)]
struct Record {
    id: Option<Box<RawValue>>,
    text: String,
    #[serde(default)]
    format: TextFormat,
    /// A name for the document, where its kind may depend on it.
    #[serde(default)]
    path: String,
}

/// A record of which nothing else can be read.
#[derive(Deserialize)]
struct Bare {
    id: Option<Box<RawValue>>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TextFormat {
    #[default]
    Markdown,
    Text,
}

#[derive(Serialize)]
struct Answer {
    v: u32,
    id: Option<Box<RawValue>>,
    ok: bool,
    findings: Vec<FindingOut>,
    #[serde(skip_serializing_if = "Facts::is_empty")]
    facts: Facts,
}

#[derive(Serialize)]
struct Failure {
    v: u32,
    id: Option<Box<RawValue>>,
    ok: bool,
    error: String,
}

#[derive(Serialize)]
struct FindingOut {
    rule: &'static str,
    level: Level,
    start: u32,
    end: u32,
    message: String,
    help: Option<String>,
    count: usize,
}

#[derive(Default, Serialize)]
struct Facts {
    #[serde(skip_serializing_if = "Option::is_none")]
    sentences: Option<Vec<SentenceFact>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acronyms: Option<Vec<AcronymFact>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    involvement: Option<InvolvementFact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Vec<WordFact>>,
}

impl Facts {
    fn is_empty(&self) -> bool {
        self.sentences.is_none() && self.acronyms.is_none() && self.involvement.is_none() && self.words.is_none()
    }
}

#[derive(Serialize)]
struct SentenceFact {
    start: u32,
    end: u32,
    words: usize,
    /// Points: see `analysis::difficulty`.
    difficulty: f64,
    hard: bool,
    /// How many of each part there are.
    parts: BTreeMap<&'static str, u32>,
}

#[derive(Serialize)]
struct AcronymFact {
    short: String,
    long: Option<String>,
    defined: bool,
    known: bool,
    uses: usize,
}

#[derive(Serialize)]
struct InvolvementFact {
    kind: &'static str,
    invites: &'static str,
    /// Why only partly.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    who: bool,
    how: bool,
    when: bool,
    influence: bool,
    support: bool,
    feedback: bool,
    /// The words that counted.
    evidence: Vec<EvidenceFact>,
}

#[derive(Serialize)]
struct EvidenceFact {
    element: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    kind: &'static str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct WordFact {
    start: u32,
    end: u32,
    syllables: u32,
    difficulty: f64,
}

/// Runs the command.
pub(super) fn run(args: &StreamArgs) -> u8 {
    let linter = Linter::new(Settings::default(), &Selection::default()).with_all_short_forms();
    answer_lines(&linter, &args.facts, std::io::stdin().lock(), print)
}

/// Answers each line of `input` with a line for `out`, which tells whether anybody still reads; the exit code.
pub fn answer_lines(linter: &Linter, facts: &[Fact], mut input: impl BufRead, mut out: impl FnMut(&[u8]) -> Result<bool, u8>) -> u8 {
    let mut line = Vec::new();
    loop {
        line.clear();
        match input.by_ref().take(MAX_LINE + 1).read_until(b'\n', &mut line) {
            Ok(0) => return exit::CLEAN,
            Ok(_) => {}
            Err(error) => {
                complain(&format!("standard input cannot be read: {error}"));
                return exit::TROUBLE;
            }
        }
        let too_long = line.len() as u64 > MAX_LINE;
        if too_long && skip_line(&mut input).is_err() {
            return exit::TROUBLE;
        }
        let mut answer = if too_long { failure(None, "the line is longer than 64 MiB") } else { answer(linter, &line, facts) };
        answer.push(b'\n');
        match out(&answer) {
            Ok(true) => {}
            Ok(false) => return exit::CLEAN,
            Err(code) => return code,
        }
    }
}

fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|b| *b == b'\n');
        let (length, done) = (end.map_or(buffer.len(), |at| at + 1), end.is_some() || buffer.is_empty());
        input.consume(length);
        if done {
            return Ok(());
        }
    }
}

fn failure(id: Option<Box<RawValue>>, error: &str) -> Vec<u8> {
    one_line(&Failure { v: 1, id, ok: false, error: error.to_owned() })
}

/// An id as it goes back: a number digit by digit, however long it is, and anything else without the blanks between its parts.
fn same(id: Box<RawValue>) -> Option<Box<RawValue>> {
    if id.get().starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        return Some(id);
    }
    to_raw_value(&serde_json::from_str::<Value>(id.get()).ok()?).ok()
}

fn answer(linter: &Linter, line: &[u8], facts: &[Fact]) -> Vec<u8> {
    let record: Record = match serde_json::from_slice(line) {
        Ok(record) => record,
        Err(error) => {
            // the id of a record that is JSON but not of this shape is still worth giving back
            let id = serde_json::from_slice::<Bare>(line).ok().and_then(|record| same(record.id?));
            return failure(id, &format!("this line is not a record: {error}"));
        }
    };
    let id = record.id.and_then(same);
    // a file with a NUL is no text, but what comes as text is: a space takes its place, and no byte moves
    let text = if record.text.contains('\0') { record.text.replace('\0', " ") } else { record.text };
    let source = match SourceFile::from_bytes(text.into_bytes(), &record.path) {
        Ok(source) => source,
        Err(error) => return failure(id, &error.what),
    };
    let format = match record.format {
        TextFormat::Markdown => Format::Markdown,
        TextFormat::Text => Format::Text,
    };
    let told = catch_unwind(AssertUnwindSafe(|| {
        let reading = linter.read(&source, format);
        let findings = linter
            .check(&reading)
            .findings
            .into_iter()
            .map(|f| FindingOut {
                rule: f.rule,
                level: f.level,
                start: f.span.start,
                end: f.span.end,
                count: f.count(),
                message: f.message,
                help: f.help.map(Into::into),
            })
            .collect();
        (findings, told_facts(&reading, facts))
    }));
    match told {
        Ok((findings, facts)) => one_line(&Answer { v: 1, id, ok: true, findings, facts }),
        Err(_) => failure(id, "plainly failed on this document, which is a fault of plainly; please report it"),
    }
}

fn told_facts(reading: &Reading<'_>, asked: &[Fact]) -> Facts {
    let mut facts = Facts::default();
    for fact in asked {
        match fact {
            Fact::Sentences => facts.sentences = Some(sentences(reading)),
            Fact::Acronyms => facts.acronyms = Some(acronyms(reading)),
            Fact::Involvement => facts.involvement = Some(involvement(reading)),
            Fact::Words => facts.words = Some(words(reading)),
        }
    }
    facts
}

fn sentences(reading: &Reading<'_>) -> Vec<SentenceFact> {
    let document = &reading.document;
    let fact = |s: &crate::document::Sentence| {
        let (span, difficulty) = (document.source_span(s.prose), Difficulty::of(document, s));
        SentenceFact {
            start: span.start,
            end: span.end,
            words: word_count(document.words_of(s)),
            difficulty: f64::from(difficulty.tenths()) / 10.0,
            hard: difficulty.is_hard() && document.block_of(s).is_running_text(),
            parts: WEIGHTS.iter().zip(difficulty.amounts()).filter(|(_, amount)| *amount > 0).map(|((name, _), amount)| (*name, amount)).collect(),
        }
    };
    document.sentences.iter().map(fact).collect()
}

/// A record for each short form and each thing that it stands for; its uses are told in the first.
fn acronyms(reading: &Reading<'_>) -> Vec<AcronymFact> {
    let mut facts: Vec<AcronymFact> = Vec::new();
    for form in &reading.acronyms {
        let fact = |short: &str, long: Option<&str>, uses: usize| AcronymFact {
            short: short.to_owned(),
            long: long.map(str::to_owned),
            defined: form.is_defined(),
            known: form.is_everyday() || !form.is_acronym,
            uses,
        };
        let first = facts.len();
        for definition in form.definitions.iter().filter(|definition| definition.long.is_some()) {
            let short = reading.document.prose_of(definition.short);
            if !facts[first..].iter().any(|fact| fact.short == short && fact.long == definition.long) {
                let uses = if facts.len() == first { form.uses.len() } else { 0 };
                facts.push(fact(short, definition.long.as_deref(), uses));
            }
        }
        if facts.len() == first {
            let written = form.uses.first().map_or(form.short.as_str(), |first| written(&reading.document, first.word));
            facts.push(fact(written, None, form.uses.len()));
        }
    }
    facts
}

/// A word with its plural and without its possessive.
fn written<'d>(document: &'d Document<'_>, word: u32) -> &'d str {
    let text = document.text(document.words[word as usize]);
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text)
}

fn involvement(reading: &Reading<'_>) -> InvolvementFact {
    let Shown { who, how, when, influence, support, feedback } = reading.involvement.shown(&reading.document);
    let (invites, why) = match reading.involvement.invites(&reading.document) {
        Invites::Yes => ("yes", None),
        Invites::Partly(why) => ("partly", Some(why.why())),
        Invites::No => ("no", None),
    };
    let document = &reading.document;
    let place = |element: Element, kind: &'static str, words: Span| {
        let Span { start, end } = document.source_span(words);
        EvidenceFact { element: element.name(), kind, start, end }
    };
    let asks = reading.involvement.asks.iter().map(|ask| place(Element::Ask, "", ask.words));
    let others = reading.involvement.evidence.iter().map(|shown| place(shown.element, shown.kind, shown.words));
    let mut evidence: Vec<EvidenceFact> = asks.chain(others).collect();
    evidence.sort_by_key(|shown| (shown.start, shown.end, shown.element));
    InvolvementFact { kind: reading.kind.kind.name(), invites, why, who, how, when, influence, support, feedback, evidence }
}

fn words(reading: &Reading<'_>) -> Vec<WordFact> {
    let document = &reading.document;
    let read = document.words.iter().filter(|w| !w.is_opaque());
    let fact = |w: &crate::document::words::Word| {
        let (text, span) = (document.text(*w), document.source_span(w.span));
        WordFact { start: span.start, end: span.end, syllables: syllables(text), difficulty: f64::from(of_word(text)) / 10.0 }
    };
    read.map(fact).collect()
}
