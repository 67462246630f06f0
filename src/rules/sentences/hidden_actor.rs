//! A decision, a duty or a promise of which nobody is said to be the one who makes or keeps it. Facts in the passive ("the clinic is closed") are
//! left alone.

use crate::analysis::difficulty::Difficulty;
use crate::document::Sentence;
use crate::findings::{Finding, Level, Maturity};
use crate::language::classes::Class;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct HiddenActor;

static META: Meta = Meta {
    id: "sentences/hidden-actor",
    summary: "a decision that does not say who makes it",
    level: Level::Note,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Readers cannot tell who decides, or whom to ask.",
    sources: &["NHS digital service manual: use the active voice", "GOV.UK style guide"],
    bad: &["A request will be refused if it is late.", "Your needs will be assessed next week.", "The plan was approved in May."],
    good: &["Your needs will be assessed by a nurse.", "The library is closed on Sunday.", "We approved the plan in May."],
};

/// Forms of "decide" and the like that are as often a state as a deed: "is closed", "is expected", "is required".
const STATES: [&str; 8] = ["closed", "expected", "required", "informed", "advised", "placed", "charged", "withdrawn"];

impl Check for HiddenActor {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        if !cx.document.words_of(sentence).iter().any(|word| word.is(Class::Decision)) {
            return;
        }
        let difficulty = Difficulty::of(cx.document, sentence);
        let told = difficulty.hidden_actors.spans().find(|span| !STATES.contains(&cx.document.prose_of(*span).to_ascii_lowercase().as_str()));
        let Some(span) = told else { return };
        let text = cx.document.prose_of(span);
        out.push(Finding {
            help: Some("say who: `we will …`, `the panel will …`".into()),
            ..META.finding(cx.document.source_span(span), format!("this does not say who: `{text}`"), "by whom?")
        });
    }
}
