//! What a rule of words says about a hit: the message of its list, the author's words, and what could be written in the same form.

use crate::analysis::involvement::span_of;
use crate::document::Document;
use crate::findings::{Finding, Level};
use crate::language::inflection::{Form, inflect_phrase};
use crate::phrases::Hit;
use crate::wordlists::phrase_table::Entry;

/// Longest quotation in a message, in characters.
const LONGEST_QUOTE: usize = 60;
/// Replacements shown.
const MOST_SHOWN: usize = 3;

/// What is said of a term of the law, whatever the list suggests.
const LEGAL_LABEL: &str = "legal term: keep it, and explain it";
const LEGAL_HELP: &str = "this may be a legal term: if it is, keep it, and say what it means in everyday words";

/// The finding for a hit that the guards let through. `rule` is the id of the entry's rule. A term of the law is a note: keep it, and explain it.
#[must_use]
pub fn finding(document: &Document<'_>, rule: &'static str, entry: &Entry<'_>, hit: &Hit, legal: bool) -> Finding {
    let owner = entry.owner();
    let prose = span_of(document, hit);
    let why = if entry.why().is_empty() { owner.why() } else { entry.why() };
    let sources: Vec<&str> = if entry.source().is_empty() { owner.sources().collect() } else { vec![entry.source()] };
    let (label, help) = if legal { (LEGAL_LABEL.to_owned(), LEGAL_HELP.to_owned()) } else { advice(entry, hit.form) };
    let message = if entry.message().is_empty() { owner.message() } else { entry.message() };
    Finding {
        rule,
        level: if legal { Level::Note } else { entry.level().unwrap_or(owner.level()) },
        span: document.source_span(prose),
        message: message.replace("{quote}", &quote(document.prose_of(prose))),
        label,
        note: note(why, &sources).into(),
        help: Some(help.into()),
        related: Vec::new(),
        key: Some(entry.phrase().to_owned()),
    }
}

/// A reason and who says so.
#[must_use]
pub fn note(why: &str, sources: &[&str]) -> String {
    if sources.is_empty() { why.to_owned() } else { format!("{why} (Source: {}.)", sources.join("; ")) }
}

/// The author's words on one line, not too many of them.
#[must_use]
pub fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_QUOTE) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line,
    }
}

/// The label and the help. Replacements take the form of the author's words; what stands in round brackets is advice.
fn advice(entry: &Entry<'_>, form: Form) -> (String, String) {
    let (mut plain, mut told) = (Vec::new(), Vec::new());
    for say in entry.say() {
        match say.strip_prefix('(').and_then(|s| s.strip_suffix(')')) {
            Some("cut") => told.push("leave it out".to_owned()),
            Some(advice) => told.push(advice.to_owned()),
            None => match say.split_once(" (") {
                // "text (advice)": only the text is quoted
                Some((text, advice)) => plain.push(format!("`{}` ({advice}", inflect_phrase(text, form))),
                None => plain.push(format!("`{}`", inflect_phrase(say, form))),
            },
        }
    }
    plain.dedup();
    plain.truncate(MOST_SHOWN);
    if plain.is_empty() && told.is_empty() {
        told.push("leave it out".to_owned());
    }
    let label = plain.first().map_or_else(|| told[0].clone(), |first| format!("try {first}"));
    let mut help = Vec::new();
    if !plain.is_empty() {
        help.push(format!("you could write {}", plain.join(" or ")));
    }
    help.extend(told);
    (label, help.join(", or "))
}
