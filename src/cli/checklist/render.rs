//! How the lines of a checklist are shown: a table to read, Markdown, JSON; and for many documents a matrix.

use std::fmt::Write;

use serde::Serialize;

use super::{Document, Line, Lines, State};
use crate::report::json::one_line;
use crate::report::sanitise::clean;

/// What stands under every checklist.
const WORDS_NOT_DEEDS: &str = "This reads words, not deeds. It cannot see whether the invitation reached anyone, who was in the room, whether money was paid, \
    whether the answer changed anything, or whether readers understood.";
/// Longest sentence shown, in characters.
const LONGEST: usize = 100;

/// The documents as JSON.
pub fn json(documents: &[Document]) -> String {
    #[derive(Serialize)]
    struct All<'d> {
        schema_version: u32,
        documents: &'d [Document],
        note: &'static str,
    }
    let bytes = one_line(&All { schema_version: 1, documents, note: WORDS_NOT_DEEDS });
    format!("{}\n", String::from_utf8_lossy(&bytes).trim_end())
}

/// A table to read; a matrix where there are many documents.
pub fn table(documents: &[Document]) -> String {
    match documents {
        [] => String::new(),
        [one] => {
            let mut out = String::new();
            // writing to a string cannot fail
            let _ = writeln!(out, "{}", clean(&one.path));
            let _ = writeln!(out, "{}", head(one));
            for lines in &one.frameworks {
                let _ = write!(out, "\n{}\n", lines.title);
                let mut part = "";
                for line in &lines.statements {
                    if line.part != part {
                        part = &line.part;
                        let _ = writeln!(out, " {part}");
                    }
                    let _ = writeln!(out, "  {} {}\n      {}", mark(&line.state), line.text, clean(&told(&line.state)));
                }
            }
            let _ = writeln!(out, "\n{WORDS_NOT_DEEDS}");
            out
        }
        many => matrix(many, Style::Plain),
    }
}

/// Markdown; a matrix where there are many documents.
pub fn markdown(documents: &[Document]) -> String {
    match documents {
        [] => String::new(),
        [one] => {
            let mut out = String::new();
            let _ = writeln!(out, "# Checklist: {}\n\n{}", escaped(&one.path), escaped(&head(one)));
            for lines in &one.frameworks {
                let _ = writeln!(out, "\n## {}\n\n| Statement | What the page says |\n|---|---|", lines.title);
                for line in &lines.statements {
                    let _ = writeln!(out, "| {} | {} |", escaped(&line.text), escaped(&told(&line.state)));
                }
            }
            let _ = writeln!(out, "\n{WORDS_NOT_DEEDS}");
            out
        }
        many => matrix(many, Style::Markdown),
    }
}

fn head(document: &Document) -> String {
    let why = if document.invites_why.is_empty() { String::new() } else { format!(" ({})", document.invites_why) };
    format!(
        "Treated as: {} ({}). Invites people: {}{why}. The words on this page show rung {} of 6: {}.",
        document.kind, document.why, document.invites, document.rung, document.rung_means
    )
}

fn mark(state: &State) -> char {
    match state {
        State::Found { .. } | State::Shown { .. } => '+',
        State::NotFound { .. } => '-',
        State::Unseen { .. } => '.',
    }
}

fn told(state: &State) -> String {
    match state {
        State::Found { line, sentence } => format!("found at line {line}: {}", short(sentence)),
        State::Shown { how } => format!("found: {how}"),
        State::NotFound { because } if because.is_empty() => "not found".to_owned(),
        State::NotFound { because } => format!("not found: {because}"),
        State::Unseen { why } => format!("cannot be seen in a document: {why}"),
    }
}

fn short(sentence: &str) -> String {
    match sentence.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &sentence[..cut]),
        None => sentence.to_owned(),
    }
}

/// A cell of a Markdown table holds no bar and no mark of its own.
fn escaped(text: &str) -> String {
    clean(text).replace('|', "\\|").replace('<', "&lt;").replace('`', "'")
}

enum Style {
    Plain,
    Markdown,
}

/// Documents against statements: one letter for each statement, which is named below.
fn matrix(documents: &[Document], style: Style) -> String {
    let mut out = String::new();
    let widest = documents.iter().map(|d| clean(&d.path).chars().count()).max().unwrap_or(0);
    for index in 0..documents[0].frameworks.len() {
        let lines: &Lines = &documents[0].frameworks[index];
        let numbers: Vec<String> = (1..=lines.statements.len()).map(|n| format!("{n:>2}")).collect();
        match style {
            Style::Plain => {
                let _ = writeln!(out, "{}\n{:widest$}  {}", lines.title, "", numbers.join(" "));
            }
            Style::Markdown => {
                let rule = "---|".repeat(lines.statements.len() + 1);
                let _ = writeln!(out, "## {}\n\n| Document | {} |\n|{rule}", lines.title, numbers.join(" | "));
            }
        }
        for document in documents {
            let marks: Vec<String> = document.frameworks[index].statements.iter().map(|line| format!(" {}", mark(&line.state))).collect();
            match style {
                Style::Plain => drop(writeln!(out, "{:widest$}  {}", clean(&document.path), marks.join(" "))),
                Style::Markdown => drop(writeln!(out, "| {} | {} |", escaped(&document.path), marks.join(" | "))),
            }
        }
        out.push('\n');
        for (number, Line { text, .. }) in lines.statements.iter().enumerate() {
            let _ = writeln!(out, "{}. {text}", number + 1);
        }
        out.push('\n');
    }
    let _ = writeln!(out, "+ found, - not found, . cannot be seen in a document. {WORDS_NOT_DEEDS}");
    out
}
