//! From all that the rules said to what is worth saying: one finding at one place, repeats folded, in order.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Finding, REPEAT, Related};
use crate::input::span::Span;

/// Where two rules speak of the same words, the family that says the most about them goes first.
const FAMILIES: [&str; 8] = ["deficit", "tokenism", "power", "involvement", "acronyms", "sentences", "house", "jargon"];

/// A paragraph is told of beside all that is told of its sentences and words.
const OF_A_PARAGRAPH: &str = "sentences/long-paragraph";

/// A term that its page does not explain may hold a short form that it does not explain either.
const TERM: &str = "jargon/unexplained-term";
const SHORT_FORM: &str = "acronyms/undefined";

/// Rules of the family `sentences` that are not about one sentence: the words of a verb are told as words.
const NOT_OF_ONE: [&str; 2] = [OF_A_PARAGRAPH, "sentences/hidden-verb"];

/// Whether a finding is about a sentence as a whole.
#[must_use]
pub fn is_of_a_sentence(rule: &str) -> bool {
    rule.starts_with("sentences/") && !NOT_OF_ONE.contains(&rule)
}

/// Settles the findings of one document.
#[must_use]
pub fn settle(findings: Vec<Finding>) -> Vec<Finding> {
    fold(overlaps(findings)).into_iter().map(|(finding, _)| finding).collect()
}

/// Of what was found of one sentence, from index `first` on, one finding about the sentence stays: that with the widest span, which has the causes
/// of the others; of two as wide, the one that [`overlaps`] keeps.
pub fn keep_one_of_sentence(findings: &mut Vec<Finding>, first: usize) {
    let (of_sentence, of_words): (Vec<_>, Vec<_>) = findings.drain(first..).partition(|finding| is_of_a_sentence(finding.rule));
    findings.extend(of_words);
    findings.extend(of_sentence.into_iter().min_by_key(|finding| (std::cmp::Reverse(finding.span.end - finding.span.start), rank(finding))));
}

/// Of findings about overlapping words the longest stays, then the one whose family comes first. Findings about sentences do not count here:
/// a long sentence may hold a label, and both are worth saying; but one sentence is told of once, with all its causes.
#[must_use]
pub fn overlaps(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_cached_key(|f| (f.span.start, std::cmp::Reverse(f.span.end), rank(f)));
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    let (mut words_end, mut sentence_end) = (0, 0);
    for finding in findings {
        let of_a_sentence = is_of_a_sentence(finding.rule);
        let end = if of_a_sentence { &mut sentence_end } else { &mut words_end };
        let of_more = finding.rule == OF_A_PARAGRAPH || finding.key.is_none() && !of_a_sentence;
        if !of_more && finding.span.start < *end {
            continue;
        }
        if !of_more {
            *end = (*end).max(finding.span.end);
        }
        kept.push(finding);
    }
    told_with_terms(&mut kept);
    kept
}

/// A short form that stands once, within a term that is told, is not told as well: "SEN Support" tells of SEN. The findings are in order.
fn told_with_terms(kept: &mut Vec<Finding>) {
    let terms: Vec<Span> = kept.iter().filter(|finding| finding.rule == TERM).map(|finding| finding.span).collect();
    let holds = |span: Span| {
        let before = terms.partition_point(|term| term.start <= span.start);
        before.checked_sub(1).is_some_and(|last| terms[last].end >= span.end)
    };
    kept.retain(|finding| finding.rule != SHORT_FORM || !finding.related.is_empty() || !holds(finding.span));
}

fn rank(finding: &Finding) -> usize {
    let family = FAMILIES.iter().position(|family| finding.rule.starts_with(family)).unwrap_or(FAMILIES.len());
    // "hard" gives the causes of a sentence, its length among them
    family * 2 + usize::from(finding.rule != "sentences/hard")
}

/// A word repeated in a file is one finding with a count and the other places; so are all the words of a rule that are told together.
/// The findings come in order of their place, each with its index among those given.
#[must_use]
pub fn fold(findings: Vec<Finding>) -> Vec<(Finding, usize)> {
    let mut seen: HashMap<(&'static str, Option<&str>), usize> = HashMap::new();
    let (mut places, mut firsts) = (Vec::with_capacity(findings.len()), 0);
    for finding in &findings {
        let told_as = finding.key.as_ref().map(|key| (finding.rule, key.aside.is_none().then_some(key.what.as_str())));
        let place = told_as.map_or(firsts, |told_as| *seen.entry(told_as).or_insert(firsts));
        firsts += usize::from(place == firsts);
        places.push(place);
    }
    let mut kept: Vec<(Finding, usize)> = Vec::with_capacity(firsts);
    for (index, (finding, place)) in findings.into_iter().zip(places).enumerate() {
        let Some((first, _)) = kept.get_mut(place) else {
            kept.push((finding, index));
            continue;
        };
        let repeats = first.key.as_ref().zip(finding.key.as_ref()).is_some_and(|(first, key)| first.what == key.what);
        let aside = finding.key.and_then(|key| key.aside).filter(|_| !repeats);
        first.related.push(Related { span: finding.span, what: aside.map_or(REPEAT.into(), Cow::from) });
    }
    kept.sort_by(|(a, _), (b, _)| (a.span, a.rule, &a.message).cmp(&(b.span, b.rule, &b.message)));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::{Key, Level};

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
            key: key.map(|key| key.to_owned().into()),
        }
    }

    #[test]
    fn a_term_tells_of_the_short_form_in_it() {
        let term = || finding(TERM, 0, 11, Some("SEN Support"));
        let told = |short: Finding| settle(vec![term(), short]).iter().map(|f| f.rule).collect::<Vec<_>>();
        assert_eq!(told(finding(SHORT_FORM, 0, 3, None)), [TERM]);
        assert_eq!(told(finding(SHORT_FORM, 20, 23, None)), [TERM, SHORT_FORM]);
        let twice = Finding { related: vec![Related { span: Span::new(30, 33), what: REPEAT.into() }], ..finding(SHORT_FORM, 0, 3, None) };
        assert_eq!(told(twice).len(), 2, "its other place would be lost");
    }

    #[test]
    fn a_long_paragraph_hides_none_of_its_words() {
        let told = settle(vec![finding(OF_A_PARAGRAPH, 0, 20, Some("a")), finding("jargon/wordy-phrase", 3, 10, Some("b"))]);
        assert_eq!(told.iter().map(|f| f.rule).collect::<Vec<_>>(), [OF_A_PARAGRAPH, "jargon/wordy-phrase"]);
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
    fn of_one_sentence_the_widest_finding_stays() {
        let mut found = vec![
            finding("sentences/hidden-actor", 0, 5, None),
            finding("sentences/double-negative", 20, 30, None),
            finding("jargon/buzzword", 22, 25, Some("a")),
            finding("sentences/hidden-verb", 32, 40, Some("b")),
            finding("sentences/numbers", 50, 55, None),
        ];
        keep_one_of_sentence(&mut found, 1);
        let rules: Vec<_> = found.iter().map(|f| f.rule).collect();
        assert_eq!(rules, ["sentences/hidden-actor", "jargon/buzzword", "sentences/hidden-verb", "sentences/double-negative"]);
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
    fn common_words_of_a_rule_are_told_together() {
        let common = |start: usize, what: &str| Finding {
            key: Some(Key { what: what.to_owned(), aside: Some(format!("`{what}`")) }),
            ..finding("jargon/wordy-phrase", start, start + 5, None)
        };
        let rare = finding("jargon/wordy-phrase", 20, 25, Some("rare"));
        let told = settle(vec![common(0, "now"), common(10, "more"), rare, common(30, "now")]);
        let places = |f: &Finding| f.related.iter().map(|r| (r.span.start, r.what.to_string())).collect::<Vec<_>>();
        assert_eq!(told.iter().map(|f| (f.span.start, f.count(), f.others())).collect::<Vec<_>>(), [(0, 2, 1), (20, 1, 0)]);
        assert_eq!(places(&told[0]), [(10, "`more`".to_owned()), (30, REPEAT.to_owned())]);
    }

    #[test]
    fn repeats_are_one_finding_with_their_places() {
        let told = settle(vec![finding("jargon/buzzword", 0, 5, Some("a")), finding("jargon/buzzword", 9, 12, Some("a"))]);
        assert_eq!((told.len(), told[0].count(), told[0].related[0].span), (1, 2, Span::new(9, 12)));
    }
}
