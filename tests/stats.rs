//! `plainly stats` as people meet it: the table, JSON and CSV, and what it says of bad input.

use std::path::Path;
use std::process::{Command, Output, Stdio};

fn stats(folder: &Path, args: &[&str]) -> Output {
    let mut all = vec!["stats"];
    all.extend(args);
    Command::new(env!("CARGO_BIN_EXE_plainly")).args(all).current_dir(folder).stdin(Stdio::null()).output().expect("it runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

const HARD: &str = "Notwithstanding the recommendations of the evaluation, implementation of the programme will be considered in conjunction with the availability of resources, the prioritisation of commitments and the outcome of negotiations.\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let plain = "We look after the roads in Eastwick. We fill the holes. You can ring us when you see one.\n\n".repeat(8);
    for (name, text) in [("plain.md", plain.as_str()), ("hard.md", HARD), ("=sum.md", "Come in.\n")] {
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

#[test]
fn the_table_shows_hard_sentences_causes_and_ages() {
    let here = folder();
    let output = stats(here.path(), &[]);
    let text = out(&output);
    assert_eq!(output.status.code(), Some(0));
    let line = |name: &str| text.lines().find(|line| line.starts_with(name)).map(str::to_owned).unwrap_or_default();
    assert!(line("hard.md").contains("100%") && line("hard.md").contains('█'), "{text}");
    assert!(line("plain.md").contains("  0%") && !line("plain.md").contains('█'), "{text}");
    assert!(text.contains("hard.md:1: 29 words; 1 rare word: `Notwithstanding`; 8 abstract nouns"), "{text}");
    assert!(text.contains("Flesch-Kincaid       age") && text.contains("Kincaid and others 1975"), "{text}");
}

#[test]
fn a_short_document_has_no_reading_age() {
    let here = folder();
    assert!(out(&stats(here.path(), &["hard.md"])).contains("too few for a reading age"));
    let csv = out(&stats(here.path(), &["--format", "csv"]));
    let row = |name: &str| csv.lines().find(|line| line.starts_with(name)).map(str::to_owned).unwrap_or_default();
    assert!(row("hard.md").starts_with("hard.md,29,1,1,") && row("hard.md").ends_with(",,,"), "{csv}");
    assert!(row("'=sum.md").starts_with("'=sum.md,2,1,0,0,"), "a name that a spreadsheet would run is quoted: {csv}");
    let head: Vec<&str> = csv.lines().next().expect("a head").split(',').collect();
    assert_eq!((head.len(), head[5]), (26, "flesch"));
    assert!(csv.lines().all(|line| line.split(',').count() == head.len()), "{csv}");
}

#[test]
fn json_holds_the_same_and_names_can_be_left_out() {
    let here = folder();
    let read = |args: &[&str]| serde_json::from_str::<serde_json::Value>(&out(&stats(here.path(), args))).expect("JSON");
    let all = read(&["--format", "json"]);
    assert_eq!((all["documents"].as_array().map(Vec::len), &all["total"]["hard"]), (Some(3), &1.into()));
    assert_eq!(all["hardest"][0]["path"], "hard.md");
    assert_eq!(all["total"]["formulas"][0]["key"], "flesch");
    let with = &read(&["--format", "json", "plain.md"])["total"]["formulas"][1]["value"];
    let without = &read(&["--format", "json", "plain.md", "--without-names"])["total"]["formulas"][1]["value"];
    assert!(with.as_f64() != without.as_f64(), "Eastwick counts only with names: {with} {without}");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_counted() {
    let here = folder();
    let output = stats(here.path(), &["gone.md", "hard.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains("hard.md"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("gone.md"));
}
