//! Old findings that a team has set aside: which findings a run need not tell of again. What is in the file; not where it is.
//!
//! A finding is known by its rule, its words and its sentence, never by its line, so that text can move and be wrapped anew.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The name of the file.
pub const FILE_NAME: &str = "plainly-baseline.json";
/// The version of its shape.
const VERSION: u32 = 1;

/// The old findings of each document: fingerprint and rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    documents: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileShape {
    version: u32,
    findings: Vec<Entry>,
}

/// A finding that is set aside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The document, from the folder of the file.
    pub path: String,
    /// The rule.
    pub rule: String,
    /// See [`super::fingerprint`].
    pub fingerprint: String,
}

impl Baseline {
    /// Reads the text of the file.
    ///
    /// # Errors
    /// What is wrong, with the line.
    pub fn parse(text: &str) -> Result<Baseline, String> {
        if let Some(line) = text.lines().position(|line| line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>")) {
            return Err(format!("line {}: two versions of this file were merged and not settled; keep the lines of both", line + 1));
        }
        let shape: FileShape = serde_json::from_str(text).map_err(|e| format!("line {}: this is no baseline: {e}", e.line()))?;
        if shape.version != VERSION {
            return Err(format!("this baseline has version {}, and this plainly knows version {VERSION}; make it anew", shape.version));
        }
        Ok(shape.findings.into_iter().collect())
    }

    /// The text of the file: one finding a line, sorted, so that two branches that change it seldom meet.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{{\n\"version\": {VERSION},\n\"findings\": [\n");
        let lines: Vec<String> = self.entries().map(|entry| serde_json::to_string(&entry).unwrap_or_default()).collect();
        text.push_str(&lines.join(",\n"));
        text.push_str(if lines.is_empty() { "]\n}\n" } else { "\n]\n}\n" });
        text
    }

    /// The old findings of a document: rules by fingerprint.
    #[must_use]
    pub fn of(&self, path: &str) -> Option<&BTreeMap<String, String>> {
        self.documents.get(path)
    }

    /// All of it, sorted.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        let of = |(path, findings): (&String, &BTreeMap<String, String>)| {
            let entry = |(fingerprint, rule): (&String, &String)| Entry { path: path.clone(), rule: rule.clone(), fingerprint: fingerprint.clone() };
            let mut entries: Vec<Entry> = findings.iter().map(entry).collect();
            entries.sort();
            entries
        };
        self.documents.iter().flat_map(of)
    }

    /// Takes an entry out.
    pub fn remove(&mut self, entry: &Entry) {
        if let Some(findings) = self.documents.get_mut(&entry.path) {
            findings.remove(&entry.fingerprint);
            if findings.is_empty() {
                self.documents.remove(&entry.path);
            }
        }
    }

    /// How many findings it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.documents.values().map(BTreeMap::len).sum()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }
}

impl FromIterator<Entry> for Baseline {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Baseline {
        let mut baseline = Baseline::default();
        for entry in entries {
            baseline.documents.entry(entry.path).or_default().insert(entry.fingerprint, entry.rule);
        }
        baseline
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str, fingerprint: &str) -> Entry {
        Entry { path: path.to_owned(), rule: "jargon/buzzword".to_owned(), fingerprint: fingerprint.to_owned() }
    }

    #[test]
    fn what_is_written_is_read_one_sorted_line_a_finding() {
        let baseline: Baseline = [entry("b.md", "2"), entry("a.md", "3"), entry("b.md", "1")].into_iter().collect();
        let text = baseline.text();
        assert_eq!(Baseline::parse(&text).as_ref(), Ok(&baseline));
        let order: Vec<(String, String)> = baseline.entries().map(|e| (e.path, e.fingerprint)).collect();
        assert_eq!(order, [("a.md", "3"), ("b.md", "1"), ("b.md", "2")].map(|(p, f)| (p.to_owned(), f.to_owned())));
        assert_eq!(text.lines().filter(|line| line.contains("fingerprint")).count(), 3);
        assert_eq!(Baseline::parse(&Baseline::default().text()), Ok(Baseline::default()));
        assert_eq!((baseline.len(), baseline.is_empty(), Baseline::default().is_empty()), (3, false, true));
    }

    #[test]
    fn a_file_that_is_none_is_refused_with_the_reason() {
        let told = |text: &str| Baseline::parse(text).expect_err("refused");
        assert!(told("{").starts_with("line 1: this is no baseline"));
        assert!(told("{\n<<<<<<< HEAD\n").starts_with("line 2: two versions"));
        assert!(told("{\"version\": 2, \"findings\": []}").contains("has version 2"));
        assert!(told("{\"version\": 1, \"findings\": [], \"more\": 1}").contains("unknown field `more`"));
    }
}
