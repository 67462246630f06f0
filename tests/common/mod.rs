//! What the tests share: linting a text with some rules, and comparing with a kept file.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::path::{Path, PathBuf};
use std::process::Output;

use plainly::analysis::involvement::dates::Day;
use plainly::config::Settings;
use plainly::document::Format;
use plainly::findings::Finding;
use plainly::input::source::SourceFile;
use plainly::linter::{Linter, Selection};

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A linter with only this rule.
pub fn only(rule: &str) -> Linter {
    // comments that ignore a rule end by the clock of the run
    let settings = Settings { clock: Day::parse("2026-11-22"), ..Settings::default() };
    Linter::new(settings, &Selection { rules: vec![rule.to_owned()], families: Vec::new() })
}

/// A linter with the rules that are on by default.
pub fn default_rules() -> Linter {
    Linter::new(Settings::default(), &Selection::default())
}

/// A document in memory.
pub fn source(name: &str, text: &str) -> SourceFile {
    SourceFile::from_bytes(text.as_bytes().to_vec(), name).expect("UTF-8")
}

/// What a linter says about a text.
pub fn findings(linter: &Linter, text: &str) -> Vec<Finding> {
    let source = source("page.md", text);
    linter.check(&linter.read(&source, Format::Markdown)).findings
}

/// The files below a folder with this ending, sorted.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).unwrap_or_else(|e| panic!("{}: {e}", at.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Compares with a kept file; with `PLAINLY_BLESS=1` writes the file instead.
pub fn assert_kept(path: &Path, now: &str) {
    if std::env::var_os("PLAINLY_BLESS").is_some() {
        std::fs::write(path, now).expect("the kept file can be written");
        return;
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    if kept == now {
        return;
    }
    let line = kept.lines().zip(now.lines()).position(|(a, b)| a != b).unwrap_or_else(|| kept.lines().count().min(now.lines().count()));
    panic!(
        "{} differs from line {}:\n  kept: {}\n  now:  {}\nIf the change is right, run PLAINLY_BLESS=1 cargo test and read the diff.",
        path.display(),
        line + 1,
        kept.lines().nth(line).unwrap_or("(nothing)"),
        now.lines().nth(line).unwrap_or("(nothing)")
    );
}

/// A folder with these files.
pub fn folder<N: AsRef<Path>, B: AsRef<[u8]>>(files: &[(N, B)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        std::fs::write(path, bytes).expect("written");
    }
    folder
}

/// What a program printed.
pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// What a program said of its troubles.
pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// The text with what stands between two comments replaced.
pub fn replaced(text: &str, name: &str, now: &str) -> String {
    let start = text.find(&format!("<!-- {name}:")).unwrap_or_else(|| panic!("a comment <!-- {name}: … -->"));
    let start = start + text[start..].find("-->").expect("its end") + 4;
    let end = start + text[start..].find(&format!("<!-- /{name} -->")).expect("the closing comment");
    format!("{}{now}{}", &text[..start], &text[end..])
}

/// The formats of reports, by name.
pub fn formats() -> Vec<String> {
    use clap::ValueEnum;
    let formats = plainly::report::Format::value_variants().iter();
    formats.filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned())).collect()
}
