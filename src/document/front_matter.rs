//! What a document says of itself before its first line: read for what the tool needs, never checked as prose.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser};

/// Largest front matter that is read; a longer one is data with a document behind it.
const MAX_BYTES: usize = 64 * 1024;

/// Deepest level at which a key is read.
const DEPTH: usize = 3;

/// The keys that the tool reads. Anything else in the front matter is somebody else's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title`: what the document is called.
    pub title: Option<String>,
    /// `lang`: the language it is written in, such as `en-GB` or `cy`.
    pub lang: Option<String>,
    /// `kind`: what kind of document it is, such as `plan` or `info`.
    pub kind: Option<String>,
    /// `date`: its own day, such as `2026-05-04`.
    pub date: Option<String>,
    /// `involvement`: `none`, and why nobody is asked.
    pub involvement: Option<String>,
    /// `abbreviations`: short forms, and what they stand for.
    pub abbreviations: BTreeMap<String, String>,
    /// Rules that are to be silent in the whole document, and why: `ignore:` under `plainly:`.
    pub ignore: BTreeMap<String, String>,
    /// Single values under `plainly:`.
    pub plainly: BTreeMap<String, String>,
}

/// Where the document itself begins, and its front matter.
///
/// Front matter that is not valid YAML or TOML gives what could be read before the fault: it is for another program, so this one says nothing.
#[must_use]
pub fn split(source: &str) -> (usize, FrontMatter) {
    // an editor may have put a byte order mark first
    let start = if source.starts_with('\u{FEFF}') { 3 } else { 0 };
    let rest = &source[start..];
    for (fence, ends) in [("---", ["---", "..."]), ("+++", ["+++", "+++"])] {
        let Some(first) = rest.split_inclusive('\n').next().filter(|line| line.trim_end() == fence && line.ends_with('\n')) else { continue };
        let mut at = first.len();
        for line in rest[first.len()..].split_inclusive('\n') {
            if ends.contains(&line.trim_end()) {
                let text = &rest[first.len()..at];
                let body = start + at + line.len();
                return (body, if fence == "---" { yaml(text) } else { toml(text) });
            }
            at += line.len();
        }
    }
    (start, FrontMatter::default())
}

impl FrontMatter {
    fn set(&mut self, path: &[&str], value: &str) {
        let value = value.trim().to_owned();
        match path {
            ["title"] => self.title = Some(value),
            ["lang" | "language" | "locale"] => self.lang = Some(value),
            ["date"] => self.date = Some(value),
            ["involvement"] => self.involvement = Some(value),
            ["kind"] => self.kind = Some(value),
            ["abbreviations", short] => drop(self.abbreviations.insert((*short).to_owned(), value)),
            ["plainly", "ignore", rule] => drop(self.ignore.insert((*rule).to_owned(), value)),
            ["plainly", key] => drop(self.plainly.insert((*key).to_owned(), value)),
            _ => {}
        }
    }
}

/// The lines of the keys that the tool reads, with the indented lines that belong to each. Front matter is often longer than its document, and
/// a whole YAML parse of it would cost more than the check.
fn wanted(text: &str) -> String {
    const KEYS: [&str; 9] = ["title", "lang", "language", "locale", "kind", "date", "involvement", "abbreviations", "plainly"];
    let is_wanted = |line: &str| {
        let bare = line.trim_start_matches(['"', '\'']);
        KEYS.iter().any(|key| bare.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':')))
    };
    let mut lines = String::new();
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        let goes_on = line.starts_with([' ', '\t', '\r', '\n']);
        inside = if goes_on { inside } else { is_wanted(line) };
        if inside {
            lines.push_str(line);
        }
    }
    lines
}

/// Takes the single values at the first [`DEPTH`] levels, event by event, up to the first fault.
fn yaml(text: &str) -> FrontMatter {
    let mut found = FrontMatter::default();
    if text.len() > MAX_BYTES {
        return found;
    }
    let text = &wanted(text);
    // for each open collection: whether it is a mapping, and the key being filled
    let mut open: Vec<(bool, Option<String>)> = Vec::new();
    for event in Parser::new_from_str(text) {
        let Ok((event, _)) = event else { break };
        match event {
            Event::MappingStart(..) => open.push((true, None)),
            Event::SequenceStart(..) => open.push((false, None)),
            Event::MappingEnd | Event::SequenceEnd | Event::Alias(_) => {
                if !matches!(event, Event::Alias(_)) {
                    open.pop();
                }
                if let Some((true, key)) = open.last_mut() {
                    *key = None;
                }
            }
            Event::Scalar(value, ..) => {
                let depth = open.len();
                let Some((true, key)) = open.last_mut() else { continue };
                let Some(name) = key.take() else {
                    *key = Some(value.into_owned());
                    continue;
                };
                if depth <= DEPTH {
                    let outer: Vec<String> = open[..depth - 1].iter().map(|(_, key)| key.clone().unwrap_or_default()).collect();
                    let path: Vec<&str> = outer.iter().chain([&name]).map(String::as_str).collect();
                    found.set(&path, &value);
                }
            }
            _ => {}
        }
    }
    found
}

fn toml(text: &str) -> FrontMatter {
    let mut found = FrontMatter::default();
    let Some(table) = (text.len() <= MAX_BYTES).then(|| text.parse::<toml::Table>().ok()).flatten() else { return found };
    for (key, value) in &table {
        match value {
            toml::Value::String(value) => found.set(&[key], value),
            toml::Value::Table(inner) => {
                for (name, value) in inner {
                    match value {
                        toml::Value::Table(inmost) => {
                            inmost.iter().for_each(|(rule, value)| found.set(&[key, name, rule], value.as_str().unwrap_or_default()));
                        }
                        value => found.set(&[key, name], value.as_str().unwrap_or_default()),
                    }
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml_give_the_same() {
        let yaml = "---\ntitle: \"Moor Lane: our plan\"\nlayout: page\ntags: [a, b]\nlang: en-GB\nplainly:\n  kind: plan\n---\nText";
        let (body, found) = split(yaml);
        assert_eq!(&yaml[body..], "Text");
        assert_eq!(found.title.as_deref(), Some("Moor Lane: our plan"));
        assert_eq!(found.plainly["kind"], "plan");
        let (_, same) = split("+++\ntitle = \"Moor Lane: our plan\"\nlang = \"en-GB\"\n[plainly]\nkind = \"plan\"\n+++\n");
        assert_eq!(found, same);
    }

    #[test]
    fn only_a_closed_fence_at_the_very_start_counts() {
        assert_eq!(split("text\n---\na: b\n---\n").0, 0);
        assert_eq!(split("---\na: b\n").0, 0);
        assert_eq!(split("\u{FEFF}---\r\ntitle: x\r\n---\r\n").1.title.as_deref(), Some("x"));
    }

    #[test]
    fn a_fault_keeps_what_came_before_it() {
        let (_, found) = split("---\ntitle: Good\nbad: [unclosed\n  : : :\n---\n");
        assert_eq!(found.title.as_deref(), Some("Good"));
    }
}
