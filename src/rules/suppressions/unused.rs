//! Silence where nothing would be said: the words were mended, or the comment stands in the wrong place.

use crate::document::directives::Suppression;
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Meta};

/// The rule.
pub struct Unused;

/// Its id.
pub const ID: &str = "suppressions/unused";

static META: Meta = Meta {
    id: ID,
    summary: "a comment that ignores a rule where the rule finds nothing",
    level: Level::Warning,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "The words may have been mended since. A comment that is left behind would hide the next finding here.",
    sources: &["plainly: docs/suppressions.md"],
    bad: &[
        "<!-- plainly ignore: deficit/suffering it is a quotation -->\n\nPeople living with asthma.",
        "<!-- plainly ignore-line: deficit/suffering it is a quotation -->\n\nPeople suffering from asthma.",
        "---\nplainly:\n  ignore:\n    deficit/suffering: it is a quotation\n---\nPeople living with asthma.",
    ],
    good: &[
        "<!-- plainly ignore: deficit/suffering the name of a report -->\n\nPeople suffering from asthma.",
        "People suffering from asthma. <!-- plainly ignore-line: deficit/suffering the name of a report -->",
        "---\nplainly:\n  ignore:\n    deficit/suffering: the name of a report\n---\nPeople suffering from asthma.",
    ],
};

impl Check for Unused {
    fn meta(&self) -> &'static Meta {
        &META
    }
}

/// Of a suppression that met no finding.
pub fn finding(suppression: &Suppression<'_>) -> Finding {
    let message = format!("`{}` finds nothing that this comment could ignore", suppression.rule.unwrap_or_default());
    let help = "take the comment out, or move it: `ignore` speaks for the paragraph it stands in or before, `ignore-line` for its own line";
    super::finding(&META, suppression.at, message, "not needed", help.to_owned())
}
