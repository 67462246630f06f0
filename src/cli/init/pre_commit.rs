//! The entry of `plainly init` for pre-commit: as a new file, or at the end of the list that is there, if nothing else in the file changes by it.

use saphyr_parser::{Event, Parser};

/// The file of pre-commit, at the root of a repository.
pub const FILE: &str = ".pre-commit-config.yaml";

/// The entry: a hook from the repository of plainly, or, where none is known, the program that is installed.
#[must_use]
pub fn entry(source: Option<&str>) -> String {
    match source {
        Some(source) => format!("- repo: {source}\n  rev: v{}\n  hooks:\n    - id: plainly\n", env!("CARGO_PKG_VERSION")),
        None => "- repo: local\n  hooks:\n    - id: plainly\n      name: plainly\n      entry: plainly check --force-exclude\n      language: system\n      \
                 types_or: [markdown]\n      require_serial: true\n"
            .to_owned(),
    }
}

/// A new file with the entry.
#[must_use]
pub fn file(entry: &str) -> String {
    format!("# Run `pre-commit install` once, and these checks stand before each commit.\nrepos:\n{}", indented(entry, 2))
}

/// What becomes of a file that is there.
#[derive(Debug, PartialEq, Eq)]
pub enum Appended {
    /// It has the hook.
    There,
    /// Its text with the entry at the end.
    Text(String),
    /// A person has to add the entry.
    NotSafe,
}

/// Puts the entry at the end of the list. The file as YAML must then hold what it held, and the entry, and nothing else.
#[must_use]
pub fn append(old: &str, entry: &str) -> Appended {
    let Some(before) = events(old) else { return Appended::NotSafe };
    if before.iter().any(|event| matches!(event, Event::Scalar(text, ..) if ["plainly", "plainly-fix", "plainly-src"].contains(&text.as_ref()))) {
        return Appended::There;
    }
    let documents = before.iter().filter(|event| matches!(event, Event::DocumentStart(..))).count();
    let last_key = old.lines().rfind(|line| line.starts_with(|c: char| !c.is_whitespace() && c != '#' && c != '-'));
    if documents != 1 || last_key.is_none_or(|key| key.trim_end() != "repos:") {
        return Appended::NotSafe;
    }
    let list = old.lines().skip_while(|line| line.trim_end() != "repos:");
    let Some(first) = list.skip(1).find(|line| line.trim_start().starts_with("- ")) else { return Appended::NotSafe };
    let indent = first.len() - first.trim_start().len();
    let line_end = if old.ends_with('\n') { "" } else { "\n" };
    let new = format!("{old}{line_end}{}", indented(entry, indent));
    // the list ends the file: after it come the ends of the list, the mapping, the document and the stream
    const ENDS: usize = 4;
    let (Some(after), Some(own)) = (events(&new), events(entry)) else { return Appended::NotSafe };
    let (Some(split), Some(own)) = (before.len().checked_sub(ENDS), own.get(3..own.len().saturating_sub(3))) else { return Appended::NotSafe };
    if after == [&before[..split], own, &before[split..]].concat() { Appended::Text(new) } else { Appended::NotSafe }
}

/// The events of a file with one document, without their places; none if it is no YAML.
fn events(text: &str) -> Option<Vec<Event<'_>>> {
    Parser::new_from_str(text).map(|event| event.ok().map(|(event, _)| event)).collect()
}

fn indented(entry: &str, by: usize) -> String {
    entry.lines().map(|line| format!("{:by$}{line}\n", "")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_goes_to_the_end_of_the_list_as_it_is_indented() {
        let entry = entry(Some("https://example.org/plainly.git"));
        for indent in ["", "  ", "    "] {
            let old = format!("# ours\nrepos:\n{indent}- repo: https://example.org/a # b\n{indent}  rev: v1\n{indent}  hooks:\n{indent}    - id: a");
            let Appended::Text(new) = append(&old, &entry) else { panic!("not appended: {old}") };
            assert_eq!(new, format!("{old}\n{}", indented(&entry, indent.len())));
            assert_eq!(append(&new, &entry), Appended::There);
        }
    }

    #[test]
    fn a_file_that_would_change_its_meaning_is_left_to_a_person() {
        for old in [
            "",
            "repos: []\n",
            "repos:\n- repo: a\n  hooks: []\nfail_fast: true\n",
            "repos:\n- repo: a\n  hooks:\n  - id: a\n    args: |\n      - x\n      ",
            "repos: &x\n- repo: a\n",
            "repos:\n- repo: a\nother:\n- x\n",
            "- repos:\n  - a\n",
            "repos:\n- repo: a\n---\nrepos:\n- repo: b\n",
            "repos:\n- repo: 'a\n",
        ] {
            let appended = append(old, &entry(None));
            let whole = matches!(&appended, Appended::Text(new) if old.contains("args") && new.starts_with(old));
            assert!(appended == Appended::NotSafe || whole, "{old:?}: {appended:?}");
        }
    }

    #[test]
    fn a_new_file_can_be_appended_to() {
        let new = file(&entry(None));
        assert!(matches!(append(&new, "- repo: b\n"), Appended::There));
        assert!(matches!(append("repos:\n  - repo: b\n", &entry(None)), Appended::Text(text) if text.ends_with("      require_serial: true\n")));
    }
}
