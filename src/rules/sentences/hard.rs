//! A sentence that is hard to read, with the causes. Never only a number.

use crate::analysis::difficulty::Difficulty;
use crate::document::{Document, Sentence};
use crate::findings::{Finding, Level, Maturity};
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct Hard;

static META: Meta = Meta {
    id: "sentences/hard",
    summary: "a sentence that is hard to read, with its causes",
    level: Level::Warning,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "Readers must hold the start of a sentence in mind until they reach its end.",
    sources: &["NHS digital service manual: up to 20 words a sentence", "GOV.UK style guide: check sentences of over 25 words"],
    bad: &[
        "Following the implementation of the integrated neighbourhood model, service users who fail to engage with the assessment process will be discharged from the pathway and a re-referral will be required in order for their needs to be considered by the multidisciplinary team.",
        "The utilisation of the accommodation, which was previously subject to the determination of the committee, has not been discontinued unless and until an alternative arrangement is authorised.",
        "Notwithstanding the recommendations of the evaluation, implementation of the programme will be considered in conjunction with the availability of resources, the prioritisation of commitments and the outcome of negotiations.",
    ],
    good: &[
        "We will look at your needs again when the new team starts.",
        "If you cannot come, call us on 01632 960001 and we will find another day that suits you.",
        "The group meets on the first Monday of the month at Moor Lane Library, and tea is free.",
    ],
};

/// A sentence shorter than this is not looked at: of 700 hard sentences in 400 public documents, one was shorter.
const SHORTEST: usize = 9;

/// Letters of a long word, and how much length and long words must come to before a sentence is read closely. That spares half of all sentences;
/// of 1,069 hard ones in 700 public documents, 4 had less.
const LONG_WORD: u32 = 7;
const LIKELY: usize = 12;

impl Check for Hard {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let Some(difficulty) = hard_sentence(cx.document, sentence) else { return };
        let causes: Vec<String> = difficulty.causes(cx.document).into_iter().map(|(_, told)| told).collect();
        let causes = causes.join("; ");
        let how = if difficulty.is_very_hard() { "very hard" } else { "hard" };
        out.push(Finding {
            help: (!cx.brief).then(|| help(cx.document, sentence, &difficulty).into()),
            ..META.finding(
                cx.document.source_span(sentence.prose),
                format!("this sentence is {how} to read: {causes}"),
                format!("{} words", difficulty.words),
            )
        });
    }
}

/// How hard a sentence of running text is, if it is hard: what this rule finds and `plainly stats` counts.
#[must_use]
pub fn hard_sentence(document: &Document<'_>, sentence: &Sentence) -> Option<Difficulty> {
    let words = document.words_of(sentence);
    if words.len() < SHORTEST {
        return None;
    }
    let long = words.iter().filter(|word| word.span.end - word.span.start >= LONG_WORD).count();
    if words.len() / 4 + 2 * long < LIKELY || !super::is_prose(document, sentence) {
        return None;
    }
    Some(Difficulty::of(document, sentence)).filter(|difficulty| difficulty.is_hard() && !super::is_mostly_said(document, sentence))
}

/// The change that helps most: a place to cut, or a question.
fn help(document: &Document<'_>, sentence: &Sentence, difficulty: &Difficulty) -> String {
    if let Some(place) = super::where_to_cut(document, sentence, difficulty) {
        return place;
    }
    let question = if difficulty.commas > 4 {
        "could the list be a lead-in and bullet points?"
    } else if !difficulty.hidden_actors.is_empty() || difficulty.abstract_nouns.len() > 2 {
        "who does what? Start a sentence with who, and say it with a verb"
    } else if difficulty.clauses > 2 || difficulty.words > 25 {
        "could it be two sentences, with one idea in each?"
    } else {
        "could everyday words say the same?"
    };
    question.to_owned()
}
