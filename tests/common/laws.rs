//! The laws that hold whatever the bytes are. `tests/properties.rs` tries them on made-up documents, `fuzz/` on bytes that a fuzzer finds, and
//! `tests/regressions.rs` on every input that once broke one. Each law panics where it does not hold.
#![allow(dead_code, reason = "each test file and each fuzz target uses a part of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use clap::ValueEnum;
use plainly::cli::stream;
use plainly::config::{RuleName, Settings};
use plainly::document::{Document, Format};
use plainly::findings::{Finding, Maturity, baseline::Baseline};
use plainly::fix;
use plainly::input::position::{LineIndex, Position};
use plainly::input::source::SourceFile;
use plainly::linter::{Ask, Linter, Selection};
use plainly::report::{self, Renderer, sanitise};
use plainly::rules;
use plainly::wordlists::house::house_words;

/// A law panics where bytes break it.
pub type Law = fn(&[u8]);

/// The laws by name: a folder of `fixtures/regressions/` and a target of `fuzz/` each.
pub const ALL: [(&str, Law); 7] =
    [("lint", lint), ("spans", spans), ("fix", fix), ("config", config), ("pattern", pattern), ("baseline", baseline), ("stream", stream)];

static DEFAULT: LazyLock<Linter> = LazyLock::new(|| Linter::new(Settings::default(), &Selection::default()));

/// With the rules that are off by default.
static EVERYTHING: LazyLock<Linter> = LazyLock::new(|| {
    let all = rules::all().iter().map(|rule| rule.id.to_owned()).collect();
    Linter::new(Settings::default(), &Selection { rules: all, families: Vec::new() }).with_all_short_forms()
});

fn page(text: &str) -> SourceFile {
    SourceFile { name: "page.md".to_owned(), text: text.to_owned() }
}

/// Any bytes are read or refused, in both formats and by every rule; twice the same is said, and no two fingerprints are one.
pub fn lint(bytes: &[u8]) {
    let Ok(source) = SourceFile::from_bytes(bytes.to_vec(), "page.md") else { return };
    for format in [Format::Markdown, Format::Text] {
        let ask = Ask { fingerprints: true, ..Ask::default() };
        let report = EVERYTHING.check_as(&EVERYTHING.read(&source, format), ask);
        assert_eq!(report, EVERYTHING.check_as(&EVERYTHING.read(&source, format), ask), "the same is said twice");
        assert_eq!(report.fingerprints.len(), report.findings.len());
        let once: BTreeSet<&String> = report.fingerprints.iter().collect();
        assert_eq!(once.len(), report.fingerprints.len(), "no fingerprint twice");
    }
}

/// Every span is in bounds and on character boundaries, its line and columns are true, and nothing that a screen obeys comes out.
pub fn spans(bytes: &[u8]) {
    let Ok(source) = SourceFile::from_bytes(bytes.to_vec(), "page.md") else { return };
    let (text, lines) = (&source.text, LineIndex::new(&source.text));
    let report = DEFAULT.check(&DEFAULT.read(&source, Format::Markdown));
    for finding in &report.findings {
        for span in std::iter::once(finding.span).chain(finding.related.iter().map(|r| r.span)) {
            assert!(span.start < span.end, "{finding:?}");
            assert!(text.get(span.range()).is_some(), "in bounds and on character boundaries: {finding:?}");
            for byte in [span.start as usize, span.end as usize] {
                assert_eq!(lines.position(byte), counted_position(text, byte), "byte {byte}");
            }
        }
    }
    for format in report::Format::value_variants().iter().copied() {
        let (pieces, shown) = Renderer { format, colour: false, most: 0 }.file(&source, &report);
        assert_eq!(shown, report.findings.len());
        let shown = String::from_utf8(pieces.into_iter().flat_map(|piece| piece.bytes).collect()).expect("UTF-8");
        let shown = shown.replace("\r\n", "\n");
        assert!(!shown.contains(is_obeyed), "{format:?}: {shown:?}");
    }
}

/// What makes a terminal do something, or turns the reading direction round.
pub fn is_obeyed(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The place of a byte, counted character by character.
fn counted_position(text: &str, byte: usize) -> Position {
    let mut at = Position { line: 1, col_utf8: 1, col_utf16: 1, col_char: 1 };
    for (i, c) in text.char_indices().take_while(|(i, _)| *i < byte) {
        if c == '\u{FEFF}' && i == 0 {
            continue;
        }
        let ends = c == '\n' || c == '\r' && !text[i + 1..].starts_with('\n');
        at = if ends {
            Position { line: at.line + 1, col_utf8: 1, col_utf16: 1, col_char: 1 }
        } else {
            let (utf8, utf16) = (c.len_utf8() as u32, c.len_utf16() as u32);
            Position { col_utf8: at.col_utf8 + utf8, col_utf16: at.col_utf16 + utf16, col_char: at.col_char + 1, ..at }
        };
    }
    at
}

/// Fixing twice is fixing once, brings no finding, takes away one for each swap, and leaves the page built as it was.
pub fn fix(bytes: &[u8]) {
    let Ok(source) = SourceFile::from_bytes(bytes.to_vec(), "page.md") else { return };
    swaps(&source.text);
}

/// [`fix`] on a text; how many swaps were made.
pub fn swaps(text: &str) -> usize {
    let source = page(text);
    let once = fix::mend(&DEFAULT, &source, Format::Markdown);
    let twice = fix::mend(&DEFAULT, &once.source, Format::Markdown);
    assert_eq!(twice.report.fixed, 0, "{text}\n---\n{}", once.source.text);
    assert_eq!(twice.source.text, once.source.text);
    let (before, after) = (told(&source), told(&once.source));
    for (family, count) in &after {
        assert!(before.get(family).is_some_and(|was| was >= count), "{family}: {before:?} {after:?}\n{text}\n---\n{}", once.source.text);
    }
    // the families with lists that may fix
    let listed = |counts: &BTreeMap<&str, usize>| ["jargon", "sentences"].iter().filter_map(|family| counts.get(family)).sum::<usize>();
    assert!(listed(&after) + once.report.fixed <= listed(&before), "{text}");
    let built = |source: &SourceFile| {
        let document = Document::new(source, Format::Markdown);
        (document.blocks.iter().map(|b| (b.kind, b.quoted)).collect::<Vec<_>>(), document.links.len(), document.code)
    };
    assert_eq!(built(&source), built(&once.source), "{text}");
    let lines = |text: &str| text.matches('\n').count();
    assert_eq!(lines(text), lines(&once.source.text), "no line is joined or broken");
    once.report.fixed
}

/// What is told of a text: how often each family speaks, repeats and what is told with them counted.
fn told(source: &SourceFile) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in DEFAULT.check(&DEFAULT.read(source, Format::Markdown)).findings {
        *counts.entry(finding.family()).or_default() += finding.count() + finding.others();
    }
    counts
}

/// A `plainly.toml` of any text is read, or refused in one line that names a line of it.
pub fn config(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let name = |rule: &rules::RuleInfo| RuleName { id: rule.id, by_default: rule.maturity == Maturity::Stable, level: rule.level };
    let names: Vec<RuleName> = rules::all().iter().map(name).collect();
    match Settings::from_toml("plainly.toml", text, &names) {
        Err(fault) => {
            let shown = sanitise::clean(&fault.what);
            assert!(!shown.is_empty() && !shown.contains(|c: char| c.is_control()), "{fault}");
            assert!(fault.line >= 1 && fault.line <= text.matches('\n').count() + 1, "{fault}");
        }
        Ok(settings) => drop(findings(&Linter::new(settings, &Selection::default()), PAGE)),
    }
}

/// A page that gives most rules something to say.
const PAGE: &str = "# Have your say\n\nWe utilise an MDT (multidisciplinary team) for the elderly, prior to a holistic review at pace by the NHS.\n\n\
    - Email us in order to commence it.\n- It was decided by the service users, who are hard to reach.\n";

fn findings(linter: &Linter, text: &str) -> Vec<Finding> {
    let source = page(text);
    linter.check(&linter.read(&source, Format::Markdown)).findings
}

/// Patterns, one a line up to the first NUL, are refused or looked for in the text after it: every hit is in bounds.
pub fn pattern(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (patterns, text) = text.split_once('\0').unwrap_or((text, PAGE));
    if text.contains('\0') {
        return;
    }
    let quoted = |pattern: &str| serde_json::to_string(pattern).expect("a text is JSON");
    let words: String = patterns.lines().take(20).map(|p| format!("[[word]]\ninstead_of = {}\nsay = ['this']\n", quoted(p))).collect();
    let Ok(house) = house_words("list.toml", &words) else { return };
    let linter = Linter::new(Settings { house: Some(house), ..Settings::default() }, &Selection::default());
    for finding in findings(&linter, text) {
        assert!(finding.span.start < finding.span.end && text.get(finding.span.range()).is_some(), "{finding:?}");
    }
}

/// A baseline is refused, or what is written of it is read as the same again.
pub fn baseline(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match Baseline::parse(text) {
        Err(what) => assert!(!what.is_empty()),
        Ok(read) => {
            let written = read.text();
            assert_eq!(Baseline::parse(&written).as_ref(), Ok(&read), "{written}");
            assert_eq!(read.entries().count(), read.len());
            let mut left = read.clone();
            read.entries().for_each(|entry| left.remove(&entry));
            assert!(left.is_empty(), "each entry can be taken out");
        }
    }
}

/// Every line gets one answer, in JSON, with the id that it had.
pub fn stream(bytes: &[u8]) {
    let mut answers = Vec::new();
    let facts = stream::Fact::value_variants();
    let code = stream::answer_lines(&EVERYTHING, facts, bytes, |line| {
        answers.push(line.to_vec());
        Ok(true)
    });
    assert_eq!(code, 0);
    let asked: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
    assert_eq!(answers.len(), asked.len());
    for (line, asked) in answers.iter().zip(asked) {
        assert!(line.ends_with(b"\n") && !line[..line.len() - 1].contains(&b'\n'), "one line each");
        let answer: serde_json::Value = serde_json::from_slice(line).expect("JSON");
        assert!(answer["ok"].is_boolean() && answer["v"] == 1, "{answer}");
        if let Ok(record) = serde_json::from_slice::<serde_json::Value>(asked) {
            assert_eq!(answer["id"], record.get("id").cloned().unwrap_or_default());
        }
    }
}
