//! Silence whose last day is over: the findings are told again, and so is the comment.

use crate::document::directives::Suppression;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Meta};

/// The rule.
pub struct Expired;

/// Its id.
pub const ID: &str = "suppressions/expired";

static META: Meta = Meta {
    id: ID,
    summary: "a comment that ignores a rule until a day that is over",
    level: Level::Warning,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "Somebody wanted to look at this again by then. The finding is shown again too.",
    sources: &["plainly: docs/suppressions.md"],
    bad: &[
        "<!-- plainly ignore: deficit/suffering we ask the author, until 2001-01-31 -->\n\nPeople suffering from asthma.",
        "People suffering from asthma. <!-- plainly ignore-line: deficit/suffering the author is away (until 2026-01-31) -->",
        "---\nplainly:\n  ignore:\n    deficit/suffering: we ask the author, until 2026-01-31\n---\nPeople suffering from asthma.",
    ],
    good: &[
        "<!-- plainly ignore: deficit/suffering we ask the author, until 2099-01-31 -->\n\nPeople suffering from asthma.",
        "<!-- plainly ignore: deficit/suffering we ask the author -->\n\nPeople suffering from asthma.",
        "---\nplainly:\n  ignore:\n    deficit/suffering: we ask the author, until 2099-01-31\n---\nPeople suffering from asthma.",
    ],
};

impl Check for Expired {
    fn meta(&self) -> &'static Meta {
        &META
    }
}

/// Of a suppression that has run out.
pub fn finding(suppression: &Suppression<'_>) -> Finding {
    let (rule, day) = (suppression.rule.unwrap_or_default(), suppression.until.unwrap_or_default());
    let help = "mend the words, or give the comment a new day and a reason that still holds";
    super::finding(&META, suppression.at, format!("`{rule}` was to be ignored until {day}, which is over"), "over", help.to_owned())
}
