//! Leaves out the findings that a document's own comments ask to leave out.

use std::collections::BTreeMap;

use super::Finding;
use crate::document::directives::Suppression;
use crate::input::span::Span;

/// Stretches of a file by the rule that they are about, to ask which touch another. A page may hold thousands of both.
#[derive(Default)]
struct Stretches<'r>(BTreeMap<Option<&'r str>, Vec<Span>>);

impl<'r> Stretches<'r> {
    fn of(stretches: impl Iterator<Item = (Option<&'r str>, Span)>) -> Stretches<'r> {
        let mut by_rule: BTreeMap<_, Vec<Span>> = BTreeMap::new();
        for (rule, span) in stretches {
            by_rule.entry(rule).or_default().push(span);
        }
        for spans in by_rule.values_mut() {
            spans.sort_unstable_by_key(|span| span.start);
            // from here on, each end is the furthest so far
            let mut furthest = 0;
            for span in spans {
                furthest = span.end.max(furthest);
                span.end = furthest;
            }
        }
        Stretches(by_rule)
    }

    /// Whether one that is about this rule touches a span.
    fn touch(&self, rule: Option<&str>, span: Span) -> bool {
        let Some(spans) = self.0.get(&rule) else { return false };
        let begun = spans.partition_point(|other| other.start < span.end);
        spans[..begun].last().is_some_and(|furthest| furthest.end > span.start)
    }
}

/// Which of the suppressions are about any of these findings.
#[must_use]
pub fn used(suppressions: &[Suppression<'_>], findings: &[Finding]) -> Vec<bool> {
    let each = findings.iter().map(|finding| (Some(finding.rule), finding.span));
    let any = findings.iter().map(|finding| (None, finding.span));
    let found = Stretches::of(each.chain(any));
    suppressions.iter().map(|suppression| found.touch(suppression.rule, suppression.over)).collect()
}

/// Leaves out the findings that one of these suppressions is about; how many those are.
pub fn suppress(suppressions: &[Suppression<'_>], findings: &mut Vec<Finding>) -> usize {
    let asked = Stretches::of(suppressions.iter().map(|suppression| (suppression.rule, suppression.over)));
    let before = findings.len();
    findings.retain(|finding| !asked.touch(Some(finding.rule), finding.span) && !asked.touch(None, finding.span));
    before - findings.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_stretch_reaches_past_shorter_ones_that_begin_after_it() {
        let spans = [(Some("a/b"), Span::new(10, 90)), (Some("a/b"), Span::new(20, 30)), (None, Span::new(200, 210))];
        let stretches = Stretches::of(spans.into_iter());
        for (rule, span, touches) in [
            (Some("a/b"), Span::new(80, 81), true),
            (Some("a/b"), Span::new(0, 10), false),
            (Some("a/b"), Span::new(90, 95), false),
            (Some("c/d"), Span::new(20, 30), false),
            (None, Span::new(205, 300), true),
        ] {
            assert_eq!(stretches.touch(rule, span), touches, "{rule:?} {span:?}");
        }
    }
}
