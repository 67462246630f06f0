//! Two negatives that a reader must turn round in the head: "will not … unless", "not uncommon", "cannot refuse". Two that stand side by side
//! ("do not smoke and do not drink") turn nothing round, and what everyone says is not told of: "do not drive without a licence", "do not
//! take it unless your doctor tells you to", "you do not need to reply unless you want to".

use std::ops::Range;

use crate::document::words::Word;
use crate::document::{Document, Sentence};
use crate::findings::{Finding, Level, Maturity};
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;
use crate::rules::{Check, Cx, Meta};

/// The rule.
pub struct DoubleNegative;

static META: Meta = Meta {
    id: "sentences/double-negative",
    summary: "two negatives that have to be worked out",
    level: Level::Warning,
    maturity: Maturity::Stable,
    since: "0.1.0",
    why: "Readers have to turn each negative round in their heads, and often get it wrong.",
    sources: &["GOV.UK style guide", "Plain English Campaign"],
    bad: &[
        "We will not refuse a place unless you do not reply.",
        "You cannot join the group unless you send a form.",
        "It is not uncommon to wait for a month.",
    ],
    good: &[
        "Do not eat and do not drink before the test.",
        "Not only the form but also the photo must be new.",
        "If you do not reply, we will not hold your place.",
    ],
};

/// Verbs and adjectives that a "not" just before them turns round, and what may stand between.
const TURNED: OneOf<34> = OneOf::new([
    "refuse",
    "refused",
    "deny",
    "denied",
    "prevent",
    "prevented",
    "prohibit",
    "prohibited",
    "forbid",
    "forbidden",
    "impossible",
    "unlikely",
    "unlike",
    "uncommon",
    "unusual",
    "unreasonable",
    "unknown",
    "unheard",
    "unwelcome",
    "unwilling",
    "unable",
    "unfair",
    "unimportant",
    "unnecessary",
    "unrealistic",
    "unjustified",
    "inappropriate",
    "incompatible",
    "inconsistent",
    "inconceivable",
    "infrequent",
    "infrequently",
    "insignificant",
    "irrelevant",
]);
const BETWEEN: OneOf<13> =
    OneOf::new(["be", "been", "a", "an", "at", "all", "always", "ever", "entirely", "altogether", "completely", "wholly", "necessarily"]);
const NOT: OneOf<18> = OneOf::new([
    "not",
    "cannot",
    "never",
    "can't",
    "won't",
    "don't",
    "doesn't",
    "didn't",
    "isn't",
    "aren't",
    "wasn't",
    "weren't",
    "wouldn't",
    "couldn't",
    "shouldn't",
    "mustn't",
    "hasn't",
    "haven't",
]);
/// "Difficult, if not impossible" says one thing more, and "must not prevent" is a ban.
const MORE: OneOf<6> = OneOf::new(["if", "though", "although", "but", "why", "must"]);
/// Of what cannot be or shall not be "unless …", one can say that it is "only if …". A ban with its exception
/// ("do not … unless", "must not … unless") and "need not … unless" are plain.
const BOUND: OneOf<7> = OneOf::new(["will", "can", "may", "should", "is", "are", "be"]);
const BOUND_NOT: OneOf<6> = OneOf::new(["cannot", "can't", "won't", "shouldn't", "isn't", "aren't"]);
const PLAIN: OneOf<9> = OneOf::new(["only", "just", "longer", "need", "needed", "necessary", "required", "have", "recommended"]);
const ENDS: OneOf<11> = OneOf::new(["and", "or", "but", "if", "when", "because", "so", "who", "which", "that", "while"]);
const UNLESS: OneOf<1> = OneOf::new(["unless"]);
const WITHOUT: OneOf<1> = OneOf::new(["without"]);
const COME: OneOf<3> = OneOf::new(["come", "came", "go"]);
const MODAL: OneOf<4> = OneOf::new(["must", "should", "may", "will"]);
const IDIOM: OneOf<4> = OneOf::new(["to", "only", "just", "longer"]);
const NONE: OneOf<4> = OneOf::new(["no", "nobody", "nothing", "none"]);
/// Words within which "unless" belongs to the "not" before it, or a "not" to the "unless" before it.
const REACH: usize = 12;
const NEAR: usize = 5;

impl Check for DoubleNegative {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn sentence(&self, cx: &Cx<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
        let words = cx.document.words_of(sentence);
        let Some((pair, help)) = (0..words.len()).filter(|i| words[*i].is(Class::Negative)).find_map(|i| pair(cx.document, words, i)) else { return };
        if super::is_mostly_said(cx.document, sentence) {
            return;
        }
        let span = words[pair.start].span.to(words[pair.end].span);
        let text = cx.document.prose_of(span);
        out.push(Finding {
            help: Some(help.into()),
            ..META.finding(cx.document.source_span(span), format!("`{text}` has two negatives to work out"), "two negatives")
        });
    }
}

/// The second of two negatives, where it turns the one at `i` round: both places, and what could be written.
fn pair(document: &Document<'_>, words: &[Word], i: usize) -> Option<(Range<usize>, &'static str)> {
    let second = if document.is_one_of(words[i], &UNLESS) {
        not_after_unless(document, words, i).map(|at| (at, "`if` with what does happen often says the same"))
    } else if document.is_one_of(words[i], &NOT) {
        turned(document, words, i)
            .map(|at| (at, "say what is so, what can happen, or what people may do"))
            .or_else(|| unless_after_not(document, words, i).map(|at| (at, "`only if` often says the same")))
    } else {
        None
    };
    second.map(|(at, help)| (i..at, help))
}

/// "not uncommon", "cannot be refused", "not without".
fn turned(document: &Document<'_>, words: &[Word], i: usize) -> Option<usize> {
    if i > 0 && document.is_one_of(words[i - 1], &MORE) {
        return None;
    }
    let follows = |at: usize| words.get(at).is_some_and(|word| word.gap() == Gap::Space);
    let comes = usize::from(words.get(i + 1).is_some_and(|word| document.is_one_of(*word, &COME)));
    if follows(i + 1 + comes) && document.is_one_of(words[i + 1 + comes], &WITHOUT) {
        return Some(i + 1 + comes);
    }
    let at = (i + 1..words.len()).take_while(|at| follows(*at)).take(NEAR).find(|at| !document.is_one_of(words[*at], &BETWEEN))?;
    document.is_one_of(words[at], &TURNED).then_some(at)
}

/// "will not hold your place unless you ring us".
fn unless_after_not(document: &Document<'_>, words: &[Word], i: usize) -> Option<usize> {
    let bound = document.is_one_of(words[i], &BOUND_NOT) || i > 0 && document.is_one_of(words[i - 1], &BOUND);
    let plain = words[i + 1..].iter().take(2).any(|word| document.is_one_of(*word, &PLAIN));
    if !bound || plain {
        return None;
    }
    let at = (i + 1..words.len()).take(REACH).find(|at| document.is_one_of(words[*at], &ENDS) || document.is_one_of(words[*at], &UNLESS))?;
    // "(unless …)" comes after the thought, and "unless:" before a list of them
    let aside = words[at].gap() == Gap::Mark && !document.prose.text[words[at - 1].span.end as usize..].starts_with(", ");
    (!aside && document.is_one_of(words[at], &UNLESS) && words.len() > at + 1).then_some(at)
}

/// "unless you do not reply", "unless there is no room".
fn not_after_unless(document: &Document<'_>, words: &[Word], i: usize) -> Option<usize> {
    let mut reach = (i + 1..words.len()).take(NEAR).take_while(|at| words[*at].gap() == Gap::Space && !document.is_one_of(words[*at], &ENDS));
    let at = reach.find(|at| document.is_one_of(words[*at], &NOT) || document.is_one_of(words[*at], &NONE))?;
    // "unless there is good reason not to", and "unless allowed passwords must not …", which lacks a comma
    let other = document.is_one_of(words[at - 1], &MODAL) || words.get(at + 1).is_some_and(|next| document.is_one_of(*next, &IDIOM));
    (!other).then_some(at)
}
