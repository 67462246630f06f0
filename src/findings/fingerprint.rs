//! A name for a finding that survives moved lines and re-wrapped paragraphs: rule, path, folded words, and which occurrence it is.

use std::collections::HashMap;

use super::Finding;

/// The fingerprints of a document's findings, in their order: 16 hexadecimal digits each, none twice in a run.
#[must_use]
pub fn fingerprints(path: &str, text: &str, findings: &[Finding]) -> Vec<String> {
    let mut seen: HashMap<(&str, String), usize> = HashMap::new();
    findings
        .iter()
        .map(|finding| {
            let quote = folded(&text[finding.span.range()]);
            let occurrence = seen.entry((finding.rule, quote.clone())).and_modify(|n| *n += 1).or_insert(0);
            let name = format!("{}\0{path}\0{quote}\0{occurrence}", finding.rule);
            blake3::hash(name.as_bytes()).to_hex()[..16].to_owned()
        })
        .collect()
}

/// The words without the marks and line breaks between them.
fn folded(quote: &str) -> String {
    quote.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
