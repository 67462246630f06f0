//! People are asked for their story, and for nothing else.

use crate::analysis::involvement::Element;
use crate::analysis::kind::Kind;
use crate::findings::{Finding, Level, Maturity};
use crate::rules;
use crate::rules::words::quote;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct StoryOnly;

static META: Meta = Meta {
    id: "tokenism/story-only",
    summary: "people are asked for their story and nothing else",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Stories move readers, but they do not decide. People who tell theirs know what should change, too.",
    sources: &["York co-production guide: value lived experience equally with professional expertise"],
    bad: &[
        "---\nkind: consultation\n---\nTell us your story about home care by 4 May.",
        "---\nkind: recruit\n---\nWe would like to hear from you. Share your story with our team.",
        "---\nkind: consultation\n---\nWe want your stories. Tell us your story by email.",
    ],
    good: &[
        "---\nkind: consultation\n---\nTell us your story and help choose the provider.",
        "---\nkind: recruit\n---\nShare your story. Join our group and help decide what comes next.",
        "Tell us your story.",
    ],
};

impl Check for StoryOnly {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        let due = matches!(cx.kind.kind, Kind::Plan | Kind::Consultation | Kind::Recruit) && !cx.without_involvement();
        let story = cx.involvement.of_kinds(Element::Power, &["story"]).next().map(|shown| shown.words);
        let more = || cx.involvement.of_kinds(Element::Power, &["share"]).next().is_some() || cx.involvement.shows(Element::Decide);
        let only = || cx.involvement.asks.iter().all(|ask| cx.document.prose_of(ask.words).to_ascii_lowercase().contains("stor") || ask.is_loose);
        let Some(at) = story.filter(|_| due && !more() && only()) else { return };
        out.push(rules::about_words(
            cx,
            &META,
            at,
            format!("`{}` is all that people are asked for", quote(cx.document.prose_of(at))),
            "and what should change?",
            "ask what should change as well, and give people a part in the choice",
        ));
    }
}
