//! A piece of evidence: some words, what they show, and where. Patterns propose (`wordlists/involvement/`); tense, negation, quotation marks and
//! the place decide whether the words count.

use std::sync::LazyLock;

use crate::builtin;
use crate::document::markdown::BlockKind;
use crate::document::words::Word;
use crate::document::{Block, Document, Sentence};
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;
use crate::phrases::guards::{Site, is_something_else};
use crate::phrases::{EntryId, Hit, Phrases};
use crate::wordlists::phrase_table::{Owner, OwnerKind};

/// Declares the elements once: the variant and the file it is read from.
macro_rules! elements {
    ($($(#[$doc:meta])* $variant:ident = $name:literal;)*) => {
        /// The elements of an invitation. One element is one file, `wordlists/involvement/<name>.toml`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Element { $($(#[$doc])* $variant,)* }

        impl Element {
            /// Every element with the name of its file.
            pub const ALL: &'static [(Element, &'static str)] = &[$((Element::$variant, $name),)*];
        }
    };
}

elements! {
    /// Readers are asked to help shape something.
    Ask = "ask";
    /// Looks like an ask and is none.
    NotAsk = "not-ask";
    /// Readers are asked to give time, to come along, to join in.
    TakePart = "take-part";
    /// The time to take part is over.
    Closed = "over";
    /// People were involved.
    Past = "past";
    /// People are to be involved.
    Commitment = "commitment";
    /// A way to answer.
    Route = "route";
    /// Whom it asks.
    Who = "who";
    /// By when, when or how often.
    When = "when";
    /// What can change, and what cannot.
    Influence = "influence";
    /// How far the work has got.
    Stage = "stage";
    /// Pay, expenses, help to take part.
    Support = "support";
    /// What happens with what people say.
    Feedback = "feedback";
    /// People decide together with staff.
    Decide = "decide";
    /// Who decides.
    Decider = "decider";
    /// What people get back.
    GiveBack = "give-back";
    /// People who are often left out are sought out.
    ReachOut = "reach-out";
    /// What is asked of people.
    Expect = "expect";
    /// Where people meet.
    Venue = "venue";
    /// Taking part over time.
    Throughout = "throughout";
    /// A claim that people were involved.
    Claim = "claim";
    /// Who does things in a plan.
    Power = "power";
    /// Needs, strengths, neighbours, counts.
    Strengths = "strengths";
    /// People at the planning, the doing and the checking.
    Cycle = "cycle";
    /// Reviews, a lead, training, money, values.
    Plan = "plan";
    /// A group in which people are heard.
    Group = "group";
}

impl Element {
    /// Its name, which is that of its file.
    #[must_use]
    pub fn name(self) -> &'static str {
        Element::ALL.iter().find(|(element, _)| *element == self).map_or("", |(_, name)| name)
    }

    /// What an entry of the built-in lists is evidence of.
    fn of(entry: EntryId) -> Option<Element> {
        /// By the index of the list.
        static OF_LIST: LazyLock<Vec<Option<Element>>> = LazyLock::new(|| {
            let named = |list: Owner<'_>| Element::ALL.iter().find(|(_, name)| *name == list.name()).map(|(element, _)| *element);
            builtin::phrases().owners().map(|list| named(list).filter(|_| list.kind() == OwnerKind::Evidence)).collect()
        });
        let list = builtin::phrases().entry(entry.builtin()?).owner().index;
        OF_LIST.get(list).copied().flatten()
    }

    /// Whether a "not" or "no" before the words takes the evidence away: "no travel expenses".
    fn can_be_denied(self) -> bool {
        use Element::{Claim, Commitment, Decide, Feedback, GiveBack, Influence, ReachOut, Support, TakePart, Throughout};
        matches!(self, Commitment | Influence | Support | Feedback | Decide | GiveBack | ReachOut | Claim | TakePart | Throughout)
    }
}

/// Some words that show an element.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    /// What they show.
    pub element: Element,
    /// A finer kind within the element; often none.
    pub kind: &'static str,
    /// The words, in the prose.
    pub words: Span,
    /// Index of their sentence.
    pub sentence: u32,
    /// Index of its section.
    pub section: u32,
}

impl Evidence {
    /// The evidence that a hit gives, if it is of a list of evidence and the words near it do not make it something else.
    #[must_use]
    pub fn of(document: &Document<'_>, phrases: &Phrases, hit: &Hit) -> Option<Evidence> {
        let element = Element::of(hit.entry)?;
        let entry = phrases.entry(hit.entry);
        if is_something_else(&Site { document, hit: *hit, entry }) {
            return None;
        }
        // evidence is never in a house list, so its names live as long as the program
        let kind = builtin::phrases().entry(hit.entry.builtin()?).say().next().unwrap_or_default();
        // "we cannot pay" is an honest word on pay, and "cannot change" tells what is fixed
        if element.can_be_denied() && is_denied(document, hit) {
            return None;
        }
        let sentence = &document.sentences[hit.sentence as usize];
        Some(Evidence { element, kind, words: span_of(document, hit), sentence: hit.sentence, section: document.block_of(sentence).section })
    }
}

/// The prose of a hit.
#[must_use]
pub fn span_of(document: &Document<'_>, hit: &Hit) -> Span {
    document.words[hit.words.0 as usize].span.to(document.words[hit.words.1 as usize - 1].span)
}

/// Words back that a denial is looked for.
const NEAR: usize = 3;

/// "There is no travel expenses scheme", "we will not publish": a word of denial stands before the words, with no mark in between.
fn is_denied(document: &Document<'_>, hit: &Hit) -> bool {
    let sentence = document.sentences[hit.sentence as usize].words();
    let first = hit.words.0 as usize;
    let mut at = first;
    while at > sentence.start.max(first.saturating_sub(NEAR)) {
        if document.words[at].gap() == Gap::Mark {
            return false;
        }
        at -= 1;
        if document.words[at].is(Class::Negative) {
            return !document.is_one_of(document.words[at], &ONLY) && !followed_by_only(document, at);
        }
    }
    false
}

/// "Unless" sets a condition and denies nothing.
const ONLY: OneOf<2> = OneOf::new(["unless", "without"]);

/// "Not only do we pay": the words stand.
fn followed_by_only(document: &Document<'_>, at: usize) -> bool {
    const ONLY: OneOf<3> = OneOf::new(["only", "just", "matter"]);
    document.words.get(at + 1).is_some_and(|next| document.is_one_of(*next, &ONLY))
}

/// Headings under which an ask is shown and not made.
const EXAMPLES: OneOf<7> = OneOf::new(["example", "examples", "template", "templates", "sample", "cookies", "cookie"]);
/// Words before "help us" and "share your" when the reader is asked, and not told of.
const ASKING: OneOf<22> = OneOf::new([
    "please", "you", "to", "and", "can", "could", "will", "would", "or", "also", "then", "now", "may", "by", "us", "so", "come", "did", "who", "be",
    "must", "should",
]);
const BARE: OneOf<9> = OneOf::new(["help", "share", "tell", "work", "give", "add", "join", "working", "co-design"]);
/// Bytes back that a quotation mark is looked for.
const LONGEST_QUOTATION: usize = 300;
/// Words of a heading that are looked at.
const LONGEST_TITLE: usize = 30;

/// Quoted words, table heads and image texts do not ask the reader.
pub fn may_ask(document: &Document<'_>, block: &Block) -> bool {
    let heading = document.heading_words(document.section_of(block));
    let example = heading.iter().take(LONGEST_TITLE).any(|w| document.is_one_of(*w, &EXAMPLES));
    !block.quoted && !example && !matches!(block.kind, BlockKind::ImageAlt | BlockKind::TableCell { head: true } | BlockKind::Footnote)
}

/// "algorithms help us decide" tells of something, "help us decide" asks. Words in quotation marks are somebody else's.
pub fn speaks_to_reader(document: &Document<'_>, sentence: &Sentence, words: Span) -> bool {
    let all = document.words_of(sentence);
    let first = all.partition_point(|w| w.span.start < words.start);
    let told = first
        .checked_sub(1)
        .is_some_and(|before| all[first].gap() != Gap::Mark && document.is_one_of(all[first], &BARE) && !document.is_one_of(all[before], &ASKING));
    // "facilitators were asked to give us feedback": others are told of
    let before = &all[first.saturating_sub(FAR)..first];
    let offered = before.iter().any(|w| document.is_one_of(*w, &OFFERS));
    let bare = document.is_one_of(all[first], &BARE);
    let others = bare && !offered && before.iter().any(|w| document.is_one_of(*w, &TOLD));
    let told_of = told || others || bare && is_over(document, before);
    !told_of && !is_quoted(document, sentence, words)
}

/// "We asked two parents who would" work with us: what was done is told of, and nobody is asked now.
pub fn is_over(document: &Document<'_>, before: &[Word]) -> bool {
    let done = before.windows(2).rposition(|pair| document.is_one_of(pair[0], &WRITERS) && document.is_one_of(pair[1], &DID));
    done.is_some_and(|at| !before[at + 2..].iter().any(|w| document.is_one_of(*w, &NOW)))
}

const WRITERS: OneOf<5> = OneOf::new(["we", "they", "i", "team", "staff"]);
const DID: OneOf<12> = OneOf::new(["asked", "wanted", "invited", "found", "met", "had", "brought", "recruited", "hired", "held", "worked", "needed"]);
const NOW: OneOf<5> = OneOf::new(["please", "you", "now", "so", "but"]);

/// Whether words begin their sentence, or stand in a question: "what needs to change" in the midst of one asks nobody.
pub fn is_put_to_reader(document: &Document<'_>, sentence: &Sentence, words: Span) -> bool {
    let first = document.words_of(sentence).first().is_none_or(|w| w.span.start >= words.start);
    first || document.prose_of(sentence.prose).trim_end_matches(|c: char| c.is_whitespace() || "”\"’)".contains(c)).ends_with('?')
}

/// Whether the words stand in curly quotation marks.
pub fn is_quoted(document: &Document<'_>, sentence: &Sentence, words: Span) -> bool {
    let text = &document.prose.text;
    let from = text.floor_char_boundary((words.start as usize).saturating_sub(LONGEST_QUOTATION)).max(sentence.prose.start as usize);
    let before = &text[from..words.start as usize];
    before.rfind('“').is_some_and(|open| !before[open..].contains('”'))
}

/// Words before a verb that make it an offer to the reader, and words that tell of others.
const OFFERS: OneOf<17> = OneOf::new([
    "encouraged",
    "invited",
    "please",
    "ways",
    "how",
    "you",
    "you're",
    "you'd",
    "you'll",
    "anyone",
    "everyone",
    "everybody",
    "anybody",
    "let's",
    "we",
    "we're",
    "welcome",
]);
const TOLD: OneOf<24> = OneOf::new([
    "they",
    "people",
    "participants",
    "students",
    "he",
    "she",
    "who",
    "their",
    "them",
    "facilitators",
    "members",
    "patients",
    "residents",
    "users",
    "children",
    "carers",
    "was",
    "were",
    "had",
    "has",
    "been",
    "staff",
    "about",
    "some",
]);

const TO: OneOf<1> = OneOf::new(["to"]);

/// Words back that the one who is spoken to is looked for.
const FAR: usize = 14;

/// Whether "join us" is said to the reader: it begins its sentence or follows "please" or "you". "Students taking part" is told of others.
pub fn is_addressed(document: &Document<'_>, sentence: &Sentence, words: Span) -> bool {
    if is_quoted(document, sentence, words) {
        return false;
    }
    let all = document.words_of(sentence);
    let first = all.partition_point(|w| w.span.start < words.start);
    let linked = all.get(first).is_some_and(|w| w.in_link());
    let mut own = all[first..].iter().take_while(|w| w.span.end <= words.end);
    if first == 0 || linked || own.any(|w| document.is_one_of(*w, &OFFERS)) || !document.block_of(sentence).is_running_text() {
        return true;
    }
    let before = &all[first.saturating_sub(FAR)..first];
    // whoever stands nearest: "we hope that some of them may volunteer", "they would like you to join"
    let nearest = before.iter().rev().find_map(|w| {
        let offered = document.is_one_of(*w, &OFFERS);
        (offered || document.is_one_of(*w, &TOLD)).then_some(offered)
    });
    // "the ability to participate" is nobody's offer
    let bare = before.last().is_some_and(|w| document.is_one_of(*w, &TO));
    nearest.unwrap_or(!bare)
}
