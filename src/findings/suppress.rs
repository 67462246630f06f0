//! Leaves out the findings that a document's own comments ask to leave out.

use super::Finding;
use crate::document::directives::Suppression;

/// Whether a suppression is about a finding.
fn covers(suppression: &Suppression<'_>, finding: &Finding) -> bool {
    suppression.rule.is_none_or(|rule| rule == finding.rule) && suppression.over.overlaps(finding.span)
}

/// How many of these findings each suppression is about.
#[must_use]
pub fn uses(suppressions: &[Suppression<'_>], findings: &[Finding]) -> Vec<usize> {
    suppressions.iter().map(|suppression| findings.iter().filter(|finding| covers(suppression, finding)).count()).collect()
}

/// Leaves out the findings that one of these suppressions is about; how many those are.
pub fn suppress(suppressions: &[Suppression<'_>], findings: &mut Vec<Finding>) -> usize {
    let before = findings.len();
    findings.retain(|finding| !suppressions.iter().any(|suppression| covers(suppression, finding)));
    before - findings.len()
}
