//! A sentence with too many words. Where a sentence is hard as well, that rule tells its length among the causes.

use crate::analysis::difficulty::Difficulty;
use crate::document::{Document, Sentence, word_count};
use crate::findings::{Finding, Key, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct TooLong;

/// From so many words over the limit on it is a warning: 35 words for the public. The limit itself is that of the readers, or the team's.
const MUCH: usize = 10;

static META: Meta = Meta {
    id: "sentences/too-long",
    summary: "a sentence of more than 25 words",
    level: Level::Note,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "A long sentence asks a reader to hold many things in mind at once.",
    sources: &["GOV.UK style guide: check sentences of over 25 words"],
    bad: &[
        "We keep the hall open late on Friday so that people who work in the day can come and read, sit, talk or play with their children here.",
        "On the first day of the week you can come and see us in the small room by the big door at the back of the hall.",
        "If the day we gave you is no good for you then call us and we will find a new day that you and your son can both make.",
    ],
    good: &[
        "We keep the hall open late on Friday. People who work in the day can come then.",
        "You can bring:\n\n- a book to read while you wait for your turn to see the nurse\n- a friend or someone from your family who can help you to talk with us\n",
        "Write to Moor Lane Surgery, 1 Moor Lane, Eastwick.",
    ],
};

impl Check for TooLong {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let long = usize::from(cx.settings.limits.sentence);
        if sentence.words().len() <= long {
            return;
        }
        let words = word_count(cx.document.words_of(sentence));
        if words <= long || !super::is_prose(cx.document, sentence) || super::is_mostly_said(cx.document, sentence) {
            return;
        }
        let level = if words > long + MUCH { Level::Warning } else { META.level };
        // every page has a few sentences that are only somewhat long: they are told of together
        let together = || Key { what: sentence.prose.start.to_string(), aside: Some(format!("a sentence of {words} words")) };
        out.push(Finding {
            level,
            help: (!cx.brief).then(|| help(cx.document, sentence).into()),
            key: (level == Level::Note).then(together),
            ..META.finding(cx.document.source_span(sentence.prose), format!("this sentence has {words} words"), format!("{words} words"))
        });
    }
}

/// A place to cut, or a question.
fn help(document: &Document<'_>, sentence: &Sentence) -> String {
    let place = super::where_to_cut(document, sentence, &Difficulty::of(document, sentence));
    place.unwrap_or_else(|| "could it be two sentences, or a lead-in and a list?".to_owned())
}
