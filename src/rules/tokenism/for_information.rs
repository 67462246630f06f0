//! A paper sent to people to note, and nothing asked.

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct ForInformation;

static META: Meta = Meta {
    id: "tokenism/for-information",
    summary: "a paper for noting that asks for nothing",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "To be told is not to be asked. Readers look for what they can say, and to whom.",
    sources: &["A Co-production Model: involve people where it can have an impact"],
    bad: &[
        "---\nkind: plan\n---\nThis paper is for noting. We will move the clinic.",
        "---\nkind: plan\n---\nThe forum is asked to note the changes to the rota.",
        "---\nkind: plan\n---\nFor information only: the new model of care.",
    ],
    good: &[
        "---\nkind: plan\n---\nThis paper is for noting. Tell us what you think by 4 May.",
        "---\nkind: report\n---\nThe board is asked to note the report.",
        "This paper is for noting.",
    ],
};

impl Check for ForInformation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let due = matches!(cx.kind.kind, Kind::Plan | Kind::Consultation) && cx.involvement.asks.is_empty() && !cx.without_involvement();
        let Some(at) = cx.involvement.of_kinds(Element::Power, &["noting"]).next().map(|shown| shown.words).filter(|_| due) else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            format!("`{}` asks readers for nothing", quote(cx.document.prose_of(at))),
            "what can they say?",
            "say what people can change and how to answer; or say why there is nothing to decide",
        ));
    }
}
