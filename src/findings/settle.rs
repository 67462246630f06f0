//! From all that the rules said to what is worth saying: one finding at one place, repeats folded, in order.

use std::collections::HashMap;

use super::{Finding, REPEAT, Related};

/// Where two rules speak of the same words, the family that says the most about them goes first.
const FAMILIES: [&str; 8] = ["deficit", "tokenism", "power", "involvement", "acronyms", "sentences", "house", "jargon"];

/// Settles the findings of one document.
#[must_use]
pub fn settle(findings: Vec<Finding>) -> Vec<Finding> {
    let mut findings = fold_repeats(without_overlaps(findings));
    findings.sort_by(|a, b| (a.span, a.rule, &a.message).cmp(&(b.span, b.rule, &b.message)));
    findings
}

/// Of findings about overlapping words the longest stays, then the one whose family comes first. Findings about sentences do not count here:
/// a long sentence may hold a label, and both are worth saying; but one sentence is told of once, with all its causes.
fn without_overlaps(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_cached_key(|f| (f.span.start, std::cmp::Reverse(f.span.end), rank(f)));
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    let (mut words_end, mut sentence_end) = (0, 0);
    for finding in findings {
        let of_a_sentence = finding.rule.starts_with("sentences/");
        let end = if of_a_sentence { &mut sentence_end } else { &mut words_end };
        let document_rule = finding.key.is_none() && !of_a_sentence;
        if !document_rule && finding.span.start < *end {
            continue;
        }
        if !document_rule {
            *end = (*end).max(finding.span.end);
        }
        kept.push(finding);
    }
    kept
}

fn rank(finding: &Finding) -> usize {
    let family = FAMILIES.iter().position(|family| finding.rule.starts_with(family)).unwrap_or(FAMILIES.len());
    // "hard" gives the causes of a sentence, its length among them
    family * 2 + usize::from(finding.rule == "sentences/too-long")
}

/// A word repeated in a file is one finding with a count and the other places.
fn fold_repeats(findings: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut seen: HashMap<(&'static str, String), usize> = HashMap::new();
    for finding in findings {
        let Some(key) = &finding.key else {
            kept.push(finding);
            continue;
        };
        match seen.entry((finding.rule, key.clone())) {
            std::collections::hash_map::Entry::Occupied(first) => {
                kept[*first.get()].related.push(Related { span: finding.span, what: REPEAT.to_owned() })
            }
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(kept.len());
                kept.push(finding);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Level;
    use crate::input::span::Span;

    fn finding(rule: &'static str, start: usize, end: usize, key: Option<&str>) -> Finding {
        Finding {
            rule,
            level: Level::Note,
            span: Span::new(start, end),
            message: String::new(),
            label: String::new(),
            note: "".into(),
            help: None,
            related: Vec::new(),
            key: key.map(str::to_owned),
        }
    }

    #[test]
    fn the_longest_words_win_and_then_the_family() {
        let told = settle(vec![
            finding("jargon/buzzword", 0, 5, Some("a")),
            finding("deficit/suffering", 0, 5, Some("b")),
            finding("jargon/wordy-phrase", 3, 4, Some("c")),
        ]);
        assert_eq!(told.iter().map(|f| f.rule).collect::<Vec<_>>(), ["deficit/suffering"]);
    }

    #[test]
    fn a_sentence_is_told_of_once_and_its_words_still_count() {
        let told = settle(vec![
            finding("sentences/too-long", 0, 90, None),
            finding("sentences/hard", 0, 90, None),
            finding("deficit/suffering", 4, 9, Some("b")),
        ]);
        assert_eq!(told.iter().map(|f| f.rule).collect::<Vec<_>>(), ["sentences/hard", "deficit/suffering"]);
    }

    #[test]
    fn repeats_are_one_finding_with_their_places() {
        let told = settle(vec![finding("jargon/buzzword", 0, 5, Some("a")), finding("jargon/buzzword", 9, 12, Some("a"))]);
        assert_eq!((told.len(), told[0].count(), told[0].related[0].span), (1, 2, Span::new(9, 12)));
    }
}
