//! A claim that people were involved, two or more rungs of the ladder above what the words show.

use crate::analysis::involvement::{Element, Evidence, Rung};
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};
use std::cmp::Reverse;

/// The rule.
pub struct UnbackedClaim;

/// Rungs by which a claim must be above what is shown.
const GAP: u8 = 2;
/// Signs that stand behind a claim, of which this many are enough: who and how many, a date, what changed, who decided.
const ENOUGH: usize = 2;

static META: Meta = Meta {
    id: "tokenism/unbacked-claim",
    summary: "a claim of involvement that the words do not show",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Readers who were there know who was asked. A claim with no names, numbers, dates or changes is hard to believe.",
    sources: &["A Co-production Model: co-production is one of a range of approaches", "Arnstein, A Ladder of Citizen Participation"],
    bad: &["Extensive engagement took place.", "---\nkind: plan\n---\nOur co-produced strategy sets five aims.", "This is a person-centred service."],
    good: &[
        "Extensive engagement took place: 41 carers met in May and moved the start time to 10am.",
        "---\nkind: plan\n---\nOur co-produced plan was written with tenants. Residents vote on which ideas to fund.",
        "Co-produced means made as equals.",
    ],
};

impl Check for UnbackedClaim {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let claims = cx
            .involvement
            .of_element(Element::Claim)
            .filter(|claim| claim.kind != "passing")
            .filter(|_| cx.kind.kind != Kind::About && !cx.without_involvement());
        let Some(claim) = claims.max_by_key(|claim| (claimed(claim), Reverse(claim.words.start))) else { return };
        let (at, shown) = (claim.words, cx.involvement.rung());
        if (shown as u8) + GAP > claimed(claim) as u8 || cx.involvement.backing(cx.document, claim) >= ENOUGH {
            return;
        }
        let mut finding = rules::about_words(
            cx,
            &META,
            at,
            format!("`{}`, and the words on this page show rung {}: {}", quote(cx.document.prose_of(at)), shown as u8, shown.meaning()),
            "who was asked, and what changed?",
            "say who took part and how many, when, what changed and who decided; or name what was done: `we asked`, `people told us`",
        );
        if claim.kind != "co-production" {
            finding.level = Level::Note;
        }
        out.push(finding);
    }
}

/// The rung that a claim stands for.
fn claimed(claim: &Evidence) -> Rung {
    match claim.kind {
        "co-production" => Rung::CoProduction,
        "co-design" => Rung::CoDesign,
        _ => Rung::Involved,
    }
}
