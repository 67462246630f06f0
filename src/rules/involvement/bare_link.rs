//! A web address as it stands, where a link could say what it leads to.

use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity, REPEAT, Related};
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct BareLink;

/// Other places shown.
const MOST_SHOWN: usize = 5;

static META: Meta = Meta {
    id: "involvement/bare-link",
    summary: "a bare web address in a page that invites people",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "A long address is hard to read, to hear and to type. Words that say where it leads are easier.",
    sources: &["GOV.UK, Writing for user interfaces: links", "Web Content Accessibility Guidelines 2.4.4"],
    bad: &[
        "---\nkind: consultation\n---\nHave your say at https://council.example/consultations/park-2026/respond by 4 May.",
        "---\nkind: about\n---\nMore information: http://network.example/what-is-co-production/principles. Join our carers' forum.",
        "---\nkind: recruit\n---\nJoin our patient panel: https://trust.example/get-involved/panel",
    ],
    good: &[
        "---\nkind: consultation\n---\nHave your say on [the park page](https://council.example/park).",
        "---\nkind: consultation\n---\nHave your say at council.example/park.",
        "Have your say at https://council.example/consultations/park-2026/respond.",
    ],
};

impl Check for BareLink {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let asks = !cx.involvement.asks.is_empty() && !cx.without_involvement();
        if !asks || !matches!(cx.kind.kind, Kind::Consultation | Kind::Recruit | Kind::Plan | Kind::About) {
            return;
        }
        let mut bare = cx.document.words.iter().filter(|w| w.is_opaque() && cx.document.text(**w).contains("://"));
        let Some(first) = bare.next() else { return };
        let related = bare.take(MOST_SHOWN).map(|w| Related { span: cx.document.source_span(w.span), what: REPEAT.into() });
        out.push(Finding {
            help: Some("write what is there as the text of the link: `[tell us about the park](address)`".into()),
            related: related.collect(),
            ..META.finding(
                cx.document.source_span(first.span),
                format!("`{}` is an address, and does not say where it leads", quote(cx.document.prose_of(first.span))),
                "where does it lead?",
            )
        });
    }
}
