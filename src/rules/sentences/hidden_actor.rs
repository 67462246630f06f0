//! A decision, a duty or a promise of which nobody is said to be the one who makes or keeps it. Facts in the passive ("the clinic is closed") are
//! left alone, and so are opinions ("is considered safe"), conditions ("if it is approved"), and what stands beside a "we".

use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::findings::{Finding, Level, Maturity};
use crate::language::classes::{Class, Classes};
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;
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
    bad: &["A request will be refused if it is late.", "Your needs will be assessed next week.", "A decision will be made in May."],
    good: &["Your needs will be assessed by a nurse.", "The library is closed on Sunday.", "We approved the plan in May."],
};

/// Forms that are as often a state, an opinion or a leave as a deed: "is closed", "is expected", "is allowed".
const STATES: OneOf<14> = OneOf::new([
    "closed",
    "expected",
    "required",
    "informed",
    "advised",
    "placed",
    "charged",
    "withdrawn",
    "allowed",
    "permitted",
    "prohibited",
    "invited",
    "notified",
    "authorised",
]);
const MADE: OneOf<1> = OneOf::new(["made"]);
const DECISIONS: OneOf<2> = OneOf::new(["decision", "decisions"]);
/// What comes before the verb in a promise, a duty or a report of a deed.
const PROMISE: OneOf<4> = OneOf::new(["will", "shall", "must", "may"]);
const PAST: OneOf<2> = OneOf::new(["was", "were"]);
const PERFECT: OneOf<2> = OneOf::new(["has", "have"]);
const BE: OneOf<1> = OneOf::new(["be"]);
const BEEN: OneOf<1> = OneOf::new(["been"]);
const BETWEEN: OneOf<5> = OneOf::new(["not", "also", "then", "only", "now"]);
/// What makes the clause a condition, an aim or a part of another.
const PARTS: OneOf<6> = OneOf::new(["that", "to", "as", "how", "what", "why"]);
/// "Considered a risk" and "agreed to" are no decisions.
const OPINION: OneOf<9> = OneOf::new(["as", "a", "an", "the", "to", "by", "part", "one", "with"]);
/// What may follow the verb at once.
const AFTER: Classes = Classes(Class::Function as u32 | Class::Calendar as u32 | Class::Subordinator as u32 | Class::Person as u32);
const BY: OneOf<3> = OneOf::new(["by", "automatically", "yourself"]);
const NEXT: OneOf<4> = OneOf::new(["next", "early", "later", "yesterday"]);
const WE: OneOf<5> = OneOf::new(["we", "i", "we'll", "we're", "we've"]);
/// Words after the verb in which "by" tells who.
const REACH: usize = 6;

impl Check for HiddenActor {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let words = cx.document.words_of(sentence);
        let Some(at) = (1..words.len()).find(|i| hides_who(cx.document, words, *i)) else { return };
        let block = &cx.document.words[cx.document.block_of(sentence).words()];
        if block.iter().any(|word| cx.document.is_one_of(*word, &WE))
            || !super::is_prose(cx.document, sentence)
            || super::is_mostly_said(cx.document, sentence)
        {
            return;
        }
        let text = cx.document.text(words[at]);
        out.push(Finding {
            help: Some("say who: `we will …`, `the panel will …`".into()),
            ..META.finding(cx.document.source_span(words[at].span), format!("this does not say who: `{text}`"), "by whom?")
        });
    }
}

/// Whether a word is what somebody decides or did, and nothing says who.
fn hides_who(document: &Document<'_>, words: &[Word], i: usize) -> bool {
    let is = |at: usize, set: &OneOf<1>| document.is_one_of(words[at], set);
    let deed = words[i].is(Class::Decision) && !document.is_one_of(words[i], &STATES);
    if !(deed || words[i].is(Class::Verb) && is(i, &MADE)) {
        return false;
    }
    let Some(verb) = finite_verb(document, words, i) else { return false };
    let after = words[i + 1..].iter().take(REACH);
    let told = after.take_while(|word| word.gap() != Gap::Mark).any(|word| document.is_one_of(*word, &BY));
    let opinion =
        words.get(i + 1).is_some_and(|next| next.gap() == Gap::Space && !may_follow(document, *next) || document.is_one_of(*next, &OPINION));
    let clause = words[..verb].iter().enumerate().rev().take_while(|(at, _)| words[at + 1].gap() != Gap::Mark).map(|(_, word)| word);
    let part = clause.clone().any(|word| word.is(Class::Subordinator) || document.is_one_of(*word, &PARTS));
    let decided = deed || clause.clone().any(|word| document.is_one_of(*word, &DECISIONS));
    verb > 0 && decided && !told && !opinion && !part
}

/// The place of the verb of "will be assessed", "was not agreed", "has been refused".
fn finite_verb(document: &Document<'_>, words: &[Word], i: usize) -> Option<usize> {
    let before = |at: usize| (at.saturating_sub(2)..at).rev().find(|at| !is_between(document, words[*at]));
    let be = before(i)?;
    if document.is_one_of(words[be], &PAST) {
        return Some(be);
    }
    let first = before(be)?;
    let promised = document.is_one_of(words[be], &BE) && document.is_one_of(words[first], &PROMISE);
    let done = document.is_one_of(words[be], &BEEN) && document.is_one_of(words[first], &PERFECT);
    (promised || done).then_some(first)
}

/// "assessed next week", "refused quickly"; not "considered safe".
fn may_follow(document: &Document<'_>, word: Word) -> bool {
    word.is_any(AFTER) || document.is_one_of(word, &NEXT) || document.text(word).ends_with("ly")
}

fn is_between(document: &Document<'_>, word: Word) -> bool {
    document.is_one_of(word, &BETWEEN) || document.text(word).ends_with("ly")
}
