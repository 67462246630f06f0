//! Each rule on its own fixtures: what it says about `bad*.md`, to the letter, and that it says nothing about `good*.md`.
//! The fixtures are found, not listed: `fixtures/rules/<family>/<rule>/`.

mod common;

use std::collections::BTreeMap;

use common::{assert_kept, default_rules, files, only, root, source};
use plainly::analysis::acronyms::{index::summary, ledger};
use plainly::config::Settings;
use plainly::document::{Document, Format};
use plainly::linter::{Linter, Selection};
use plainly::report::{self, Renderer};

fn rendered(rule: &str, path: &std::path::Path) -> (usize, String) {
    let mut linter = only(rule);
    // other documents beside it are the rest of its folder
    let beside = files(path.parent().expect("a folder"), ".md");
    let is_other =
        |p: &&std::path::PathBuf| p.file_name().is_some_and(|name| !["bad", "good"].iter().any(|own| name.to_string_lossy().starts_with(own)));
    for other in beside.iter().filter(is_other) {
        let name = other.file_name().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(other).expect("readable");
        let source = source(&name, &text);
        let document = Document::new(&source, Format::Markdown);
        linter.know([(name.as_str(), summary(&document, &ledger(&document)).as_slice())]);
    }
    let text = std::fs::read_to_string(path).expect("the fixture can be read");
    let name = path.strip_prefix(root()).expect("inside the project").to_string_lossy().replace('\\', "/");
    let source = source(&name, &text);
    let report = linter.check(&linter.read(&source, Format::Markdown));
    let renderer = Renderer { format: report::Format::Full, colour: false, most: 0 };
    (report.findings.len(), text_of(renderer.file(&source, &report).0))
}

fn text_of(pieces: Vec<report::Piece>) -> String {
    pieces.into_iter().map(|piece| String::from_utf8(piece.bytes).expect("UTF-8")).collect()
}

/// The rule whose folder a fixture is in.
fn rule_of(path: &std::path::Path) -> String {
    let folder = path.parent().expect("a folder");
    folder.strip_prefix(root().join("fixtures/rules")).expect("below fixtures/rules").to_string_lossy().replace('\\', "/")
}

#[test]
fn bad_documents_are_told_of_word_for_word() {
    let all: Vec<_> = files(&root().join("fixtures/rules"), ".md")
        .into_iter()
        .filter(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with("bad")))
        .collect();
    assert!(all.len() >= 13, "each rule has a bad document");
    for path in all {
        let (count, text) = rendered(&rule_of(&path), &path);
        assert!(count > 0, "{} must be spoken of", path.display());
        assert_kept(&path.with_extension("txt"), &text);
    }
}

#[test]
fn good_documents_are_left_in_peace() {
    let all: Vec<_> = files(&root().join("fixtures/rules"), ".md")
        .into_iter()
        .filter(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with("good")))
        .collect();
    assert!(all.len() >= 13, "each rule has a good document");
    let wrong: Vec<String> = all.iter().map(|path| rendered(&rule_of(path), path)).filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    assert!(wrong.is_empty(), "these should be silent:\n{}", wrong.join("\n"));
}

/// A finding about involvement is about the document: there is one, whatever the number of places.
#[test]
fn a_document_rule_speaks_once() {
    for path in files(&root().join("fixtures/rules/involvement"), ".md")
        .into_iter()
        .filter(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with("bad")))
    {
        assert_eq!(rendered(&rule_of(&path), &path).0, 1, "{}", path.display());
    }
}

/// The whole documents with all default rules, a line a finding: the diff of this file shows what a change costs.
#[test]
fn whole_documents_with_all_rules() {
    let linter = default_rules();
    let renderer = Renderer { format: report::Format::Concise, colour: false, most: 0 };
    let mut all = String::new();
    for path in files(&root().join("fixtures/documents"), ".md").into_iter().filter(|p| !p.ends_with("README.md")) {
        let text = std::fs::read_to_string(&path).expect("readable");
        let source = source(&path.file_name().expect("a name").to_string_lossy(), &text);
        let report = linter.check(&linter.read(&source, Format::Markdown));
        let kind = report.kind.as_ref().map_or("info", |k| k.kind.name());
        all += &format!("## {} ({} words, kind {kind})\n", source.name, report.words);
        all += &text_of(renderer.file(&source, &report).0);
    }
    assert_kept(&root().join("fixtures/documents/expected.txt"), &all);
}

/// How often each rule, and each listed phrase, speaks in the whole documents, rules on trial included: the diff of this file shows what a word costs.
#[test]
fn counts_of_rules_and_phrases_in_whole_documents() {
    let rules: Vec<String> = plainly::rules::all().iter().map(|rule| rule.id.to_owned()).collect();
    let linter = Linter::new(Settings::default(), &Selection { rules, families: Vec::new() });
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for path in files(&root().join("fixtures/documents"), ".md").into_iter().filter(|p| !p.ends_with("README.md")) {
        let text = std::fs::read_to_string(&path).expect("readable");
        let source = source("page.md", &text);
        for finding in linter.check(&linter.read(&source, Format::Markdown)).findings {
            let places = 1 + finding.related.len();
            *counts.entry(finding.rule.to_owned()).or_default() += places;
            let listed = wordlist_of(finding.rule).then(|| finding.key.as_ref().map(|key| key.what.to_string())).flatten();
            if let Some(phrase) = listed {
                *counts.entry(format!("{}: {phrase}", finding.rule)).or_default() += places;
            }
        }
    }
    let lines: String = counts.iter().map(|(what, count)| format!("{what}\t{count}\n")).collect();
    assert_kept(&root().join("fixtures/documents/counts.txt"), &lines);
}

/// Whether a rule is a list of words.
fn wordlist_of(rule: &str) -> bool {
    root().join("wordlists").join(format!("{rule}.toml")).exists()
}
