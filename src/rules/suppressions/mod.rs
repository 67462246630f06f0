//! Rules about what a document says to the tool itself: silence that cannot be understood, is not needed, or has run out.
//!
//! They look at no text, so they have no hook: the linter asks [`judge`] once it knows which silence was needed.

pub mod expired;
pub mod unknown;
pub mod unused;

use std::collections::BTreeMap;

use super::Meta;
use crate::analysis::involvement::dates::Day;
use crate::document::directives::{Directives, Suppression};
use crate::findings::{Finding, Level};
use crate::input::span::Span;

/// What is known of the run in which a document asks for silence.
pub struct Judging<'a> {
    /// The rules that ran.
    pub on: &'a BTreeMap<&'static str, Option<Level>>,
    /// The day of the run, where it is known.
    pub today: Option<Day>,
}

impl Judging<'_> {
    /// The rule that a suppression names.
    fn rule(&self, suppression: &Suppression<'_>) -> Option<&'static str> {
        super::all().iter().map(|rule| rule.id).find(|rule| suppression.rule == Some(rule))
    }

    /// Whether a suppression holds: it names a rule and gives a reason, and its last day is not over.
    #[must_use]
    pub fn holds(&self, suppression: &Suppression<'_>) -> bool {
        let understood = self.rule(suppression).is_some() && !suppression.reason.is_empty() && day(suppression).is_ok();
        suppression.rule.is_none() || understood && !self.is_over(suppression)
    }

    fn is_over(&self, suppression: &Suppression<'_>) -> bool {
        self.today.zip(day(suppression).ok().flatten()).is_some_and(|(today, last)| today > last)
    }
}

/// The last day of a suppression, if it has one; an error where what stands there is no day.
fn day(suppression: &Suppression<'_>) -> Result<Option<Day>, ()> {
    let Some(text) = suppression.until else { return Ok(None) };
    Day::parse(text).filter(|_| text.len() == 10).map(Some).ok_or(())
}

/// What is to be said of the silence that a document asks for. `used` tells of each suppression whether it met any finding.
#[must_use]
pub fn judge(directives: &Directives<'_>, used: &[bool], judging: &Judging<'_>) -> Vec<Finding> {
    let mut told: Vec<Finding> = directives.unknown.iter().map(|at| unknown::order(*at)).collect();
    for (suppression, used) in directives.suppressions.iter().zip(used) {
        let Some(named) = suppression.rule else { continue };
        told.extend(match judging.rule(suppression) {
            None => Some(unknown::rule(suppression.at, named)),
            Some(_) if suppression.reason.is_empty() => Some(unknown::no_reason(suppression.at, named)),
            Some(_) if day(suppression).is_err() => Some(unknown::no_day(suppression)),
            Some(_) if judging.is_over(suppression) => Some(expired::finding(suppression)),
            // what did not run cannot have spoken; and these rules are about silence themselves
            Some(rule) if !used && judging.on.contains_key(rule) && !rule.starts_with("suppressions/") => Some(unused::finding(suppression)),
            Some(_) => None,
        });
    }
    told.retain(|finding| judging.on.contains_key(finding.rule));
    told
}

fn finding(meta: &'static Meta, at: Span, message: String, label: &str, help: String) -> Finding {
    Finding { help: Some(help.into()), ..meta.finding(at, message, label) }
}
