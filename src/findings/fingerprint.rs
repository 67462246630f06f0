//! A name for a finding that survives moved lines and re-wrapped paragraphs: its rule, its words, its sentence, and which occurrence it is.

use std::collections::HashMap;

use super::Finding;
use crate::document::Document;
use crate::input::span::Span;

/// Hexadecimal digits of a fingerprint: two of a million findings share one about once in ten million runs.
const DIGITS: usize = 16;
/// Most bytes of a sentence that go into a fingerprint, about 170 words: all of an endless one for each of its findings would take
/// time with the square of its length.
const MOST: usize = 1024;

/// The fingerprints of findings in one document, in their order; none twice.
#[must_use]
pub fn fingerprints(document: &Document<'_>, findings: &[Finding]) -> Vec<String> {
    let mut sentences: Vec<(Span, Span)> = document.sentences.iter().map(|s| (document.source_span(s.prose), s.prose)).collect();
    sentences.sort_unstable();
    let sentence_of = |span: Span| {
        let before = sentences.partition_point(|(source, _)| source.start <= span.start);
        let (source, prose) = sentences.get(before.checked_sub(1)?)?;
        (source.end >= span.end).then_some(*prose)
    };
    let mut seen: HashMap<[u8; 32], u32> = HashMap::new();
    let mut last: (Option<Span>, String) = (None, String::new());
    let name = |finding: &Finding| {
        let quote = folded(&document.source.text[finding.span.range()]);
        let prose = sentence_of(finding.span);
        // a sentence often has more than one finding
        if prose != last.0 {
            let words = prose.map_or("", |prose| document.prose_of(prose));
            last = (prose, folded(&words[..words.floor_char_boundary(MOST)]));
        }
        let what = blake3::hash([finding.rule, &quote, &last.1].join("\0").as_bytes());
        let occurrence = seen.entry(*what.as_bytes()).and_modify(|n| *n += 1).or_insert(0);
        blake3::hash(&[what.as_bytes().as_slice(), &occurrence.to_le_bytes()].concat()).to_hex()[..DIGITS].to_owned()
    };
    findings.iter().map(name).collect()
}

/// The fingerprint of a finding among those of many documents.
#[must_use]
pub fn in_run(path: &str, fingerprint: &str) -> String {
    blake3::hash([path, fingerprint].join("\0").as_bytes()).to_hex()[..DIGITS].to_owned()
}

/// The words without the marks and line breaks between them.
fn folded(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut between = false;
    for c in text.chars() {
        if !c.is_alphanumeric() {
            between = true;
            continue;
        }
        if between && !words.is_empty() {
            words.push(' ');
        }
        between = false;
        if c.is_ascii() { words.push(c.to_ascii_lowercase()) } else { words.extend(c.to_lowercase()) }
    }
    words
}
