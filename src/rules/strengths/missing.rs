//! A plan that speaks of what people need and lack, and never of what they can do.

use crate::analysis::involvement::{Element, Evidence};
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::language::classes::Class;
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct StrengthsMissing;

/// Words of need from which on a strength is missed.
const MANY: usize = 5;

static META: Meta = Meta {
    id: "strengths/missing",
    summary: "a plan that speaks of needs and never of what people can do",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Readers may not see themselves in a list of needs. They have skills, knowledge and neighbours, and a plan can build on them.",
    sources: &[
        "Co-production Network for Wales: value all participants and build on their strengths",
        "North Cumbria co-production toolkit: from a deficit approach to capabilities",
    ],
    bad: &[
        "---\nkind: plan\n---\nResidents have complex needs. Families live with risk. Tenants lack money. Patients have poor health. Children in deprived streets need more.",
        "---\nkind: plan\n---\nOlder people have problems with damp. Carers are at risk. Tenants are vulnerable. Young people lack work. Residents have complex lives.",
        "---\nkind: plan\n---\nPatients have a high level of need. People face risks. Residents report problems. Families have poor homes. Children are vulnerable.",
    ],
    good: &[
        "---\nkind: plan\n---\nResidents have complex needs. Families live with risk. Tenants lack money. Patients have poor health. Children in deprived streets need more. People bring skills and knowledge.",
        "---\nkind: plan\n---\nResidents have complex needs.",
        "Residents have complex needs. Families live with risk. Tenants lack money. Patients have poor health. Children in deprived streets need more.",
    ],
};

impl Check for StrengthsMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let document = cx.document;
        let of_people = |shown: &&Evidence| {
            let people = document.words_of(&document.sentences[shown.sentence as usize]).iter().any(|w| w.is(Class::Person));
            shown.kind == "need" && people
        };
        let needs: Vec<_> = cx.involvement.of_element(Element::Strengths).filter(of_people).collect();
        let strong = || cx.involvement.of_kinds(Element::Strengths, &["strength"]).next().is_some();
        let due = cx.kind.kind == Kind::Plan && needs.len() >= MANY && !strong();
        let Some(at) = needs.first().map(|first| first.words).filter(|_| due) else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            format!("`{}` and {} more words of need, and none of what people can do", quote(cx.document.prose_of(at)), needs.len() - 1),
            "what do people bring?",
            "say what people bring: skills, knowledge, neighbours, what works already",
        ));
    }
}
