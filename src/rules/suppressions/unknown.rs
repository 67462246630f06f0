//! Silence asked for in words that the tool cannot follow: no such order, no such rule, no reason, no such day.

use crate::document::directives::Suppression;
use crate::findings::{Finding, Level, Maturity};
use crate::input::span::Span;
use crate::rules::{self, Check, Meta};
use crate::wordlists::toml_file::nearest;

/// The rule.
pub struct Unknown;

/// Its id.
pub const ID: &str = "suppressions/unknown";

/// How it is written.
const FORM: &str = "write `<!-- plainly ignore: deficit/stigma it is the name of a fund -->`";

static META: Meta = Meta {
    id: ID,
    summary: "a comment to plainly that it cannot follow: no such rule, no reason, or no such day",
    level: Level::Warning,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "A comment that does nothing looks as if it did. A reason tells the next reader why the words were kept.",
    sources: &["plainly: docs/suppressions.md"],
    bad: &[
        "<!-- plainly ignore: deficit/stigmas it is the name of a fund -->\n\nText.",
        "<!-- plainly ignore: deficit/stigma -->\n\nText.",
        "<!-- plainly ignore: deficit/stigma the name of a fund, until 2027-13-01 -->\n\nText.",
        "<!-- plainly-disable-next-line deficit/stigma -->\nText.",
    ],
    good: &[
        "<!-- plainly ignore: deficit/stigma it is the name of a fund -->\n\nThe Junkie Fund.",
        "<!-- plainly speaking, this is a note to the editor -->\n\nText.",
        "Write `<!-- plainly ignore: deficit/stigmas -->` there.",
    ],
};

impl Check for Unknown {
    fn meta(&self) -> &'static Meta {
        &META
    }
}

/// Of an order that there is not, or that names no rule.
pub fn order(at: Span) -> Finding {
    super::finding(&META, at, "this comment to plainly names no rule that it could ignore".to_owned(), "not understood", FORM.to_owned())
}

/// Of a rule that there is not.
pub fn rule(at: Span, named: &str) -> Finding {
    let rules: Vec<&str> = rules::all().iter().map(|rule| rule.id).collect();
    let message = format!("there is no rule `{named}`{}", nearest(named, &rules));
    super::finding(&META, at, message, "no such rule", "`plainly rules` lists the rules".to_owned())
}

/// Of a suppression without a reason.
pub fn no_reason(at: Span, named: &str) -> Finding {
    let help = format!("write the reason after the rule: `<!-- plainly ignore: {named} it is the name of a fund -->`");
    super::finding(&META, at, format!("`{named}` is to be ignored, and nothing says why"), "give a reason", help)
}

/// Of a last day that is none.
pub fn no_day(suppression: &Suppression<'_>) -> Finding {
    let message = format!("there is no day `{}`", suppression.until.unwrap_or_default());
    super::finding(&META, suppression.at, message, "until when?", "write a day as year, month and day: `until 2027-01-31`".to_owned())
}
