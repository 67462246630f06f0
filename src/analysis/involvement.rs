//! Whether a document asks its readers to help shape something, and how they could answer.
//!
//! Patterns propose (`wordlists/involvement/`); place, sentence and tense decide. Words about asking are not an ask.

use crate::document::markdown::{BlockKind, LinkTarget};
use crate::document::{Block, Document};
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::phrases::guards::{Site, is_something_else};
use crate::phrases::{Hit, Phrases};
use crate::wordlists::phrase_table::OwnerKind;

/// What the document shows about involving people. Places are spans of the prose.
#[derive(Clone, Debug, Default)]
pub struct Involvement {
    /// Where readers are asked to help shape something.
    pub asks: Vec<Ask>,
    /// Where it tells of people who were involved, with the words that say who.
    pub past: Vec<Span>,
    /// Where it promises to involve people.
    pub commitments: Vec<Span>,
    /// Ways to answer.
    pub routes: Vec<Route>,
    /// Words that announce an address: "please email".
    pub stubs: Vec<Span>,
    /// Where it says what can change.
    pub influence: Vec<Span>,
    /// Where it offers pay, expenses or help to take part.
    pub support: Vec<Span>,
    /// Where it says what happens with what people say.
    pub feedback: Vec<Span>,
}

/// A sentence that asks.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// The words that ask.
    pub words: Span,
    /// The sentence they stand in.
    pub sentence: u32,
    /// The section of the sentence.
    pub section: u32,
}

/// A way to answer.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// The address, number or words.
    pub words: Span,
    /// Its section.
    pub section: u32,
    /// What it is.
    pub channel: Channel,
}

/// How people can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// An email address.
    Email,
    /// A telephone or text number.
    Phone,
    /// A link, which may lead to a form.
    Link,
    /// A place to go, a person to ask, a paper to hand in.
    InPerson,
    /// Something that a page builder puts in later: a form or button that plain Markdown does not show.
    Unseen,
}

impl Involvement {
    /// Reads what the hits and the addresses of a document show.
    #[must_use]
    pub fn of(document: &Document<'_>, phrases: &Phrases, hits: &[Hit]) -> Involvement {
        let mut found = Involvement::default();
        for sentence in by_sentence(hits) {
            found.read_sentence(document, phrases, sentence);
        }
        found.addresses(document);
        found.asks.sort_by_key(|ask| ask.words.start);
        found.routes.sort_by_key(|route| route.words.start);
        found
    }

    /// Whether an ask can be answered: by an address or a number anywhere in the document, a link or a page part in the sections of the ask.
    #[must_use]
    pub fn is_answerable(&self, ask: &Ask) -> bool {
        self.routes.iter().any(|route| match route.channel {
            Channel::Email | Channel::Phone | Channel::InPerson => true,
            // what stands just before or after the section of the ask belongs to it as far as a reader can see
            Channel::Link | Channel::Unseen => route.section.abs_diff(ask.section) <= 1,
        })
    }

    /// Whether an ask says whom it asks: a word for people in the sentence of an ask.
    #[must_use]
    pub fn who(&self, document: &Document<'_>) -> bool {
        let names_people = |ask: &Ask| document.words_of(&document.sentences[ask.sentence as usize]).iter().any(|w| w.is(Class::Person));
        self.asks.iter().any(names_people)
    }

    /// Whether a date stands in the section of an ask: a month or a day of the week.
    #[must_use]
    pub fn when(&self, document: &Document<'_>) -> bool {
        let has_date = |ask: &Ask| {
            let blocks = &document.blocks[document.sections[ask.section as usize].blocks()];
            blocks.iter().flat_map(|b| &document.words[b.words()]).any(|w| w.is_capital() && w.is(Class::Calendar))
        };
        self.asks.iter().any(has_date)
    }

    fn read_sentence(&mut self, document: &Document<'_>, phrases: &Phrases, hits: &[Hit]) {
        let index = hits[0].sentence;
        let sentence = &document.sentences[index as usize];
        let block = document.block_of(sentence);
        let evidence = |hit: &Hit| {
            let entry = phrases.entry(hit.entry);
            let owner = entry.owner();
            let counts = owner.kind() == OwnerKind::Evidence && !is_something_else(&Site { document, hit: *hit, entry });
            counts.then(|| (owner.name(), entry, span_of(document, hit)))
        };
        let not_ask = hits.iter().filter_map(evidence).any(|(element, ..)| element == "not-ask");
        for (element, entry, words) in hits.iter().filter_map(evidence) {
            match element {
                "ask" if !not_ask && may_ask(document, block) => {
                    if self.asks.last().is_none_or(|last| last.sentence != index) {
                        self.asks.push(Ask { words, sentence: index, section: block.section });
                    }
                }
                "past" => self.past.push(words),
                "commitment" => self.commitments.push(words),
                "influence" => self.influence.push(words),
                "support" => self.support.push(words),
                "feedback" => self.feedback.push(words),
                "route" if entry.say().next() == Some("stub") => self.stubs.push(words),
                "route" => self.routes.push(Route { words, section: block.section, channel: Channel::InPerson }),
                _ => {}
            }
        }
    }

    fn addresses(&mut self, document: &Document<'_>) {
        for block in &document.blocks {
            self.addresses_in(document, block);
        }
        let section_at = |at: u32| {
            let after = document.blocks.partition_point(|b| b.prose.start <= at);
            document.blocks[..after].last().map_or(0, |b| b.section)
        };
        for link in &document.links {
            let channel = match link.target {
                LinkTarget::Email => Channel::Email,
                LinkTarget::Phone => Channel::Phone,
                LinkTarget::Web | LinkTarget::Local => Channel::Link,
                LinkTarget::Empty => continue,
            };
            self.routes.push(Route { words: link.prose, section: section_at(link.prose.start), channel });
        }
        for &at in &document.html {
            self.routes.push(Route { words: Span { start: at, end: at }, section: section_at(at), channel: Channel::Unseen });
        }
    }

    fn addresses_in(&mut self, document: &Document<'_>, block: &Block) {
        let words = &document.words[block.words()];
        for (i, word) in words.iter().enumerate() {
            let text = document.text(*word);
            let channel = if !word.is_opaque() {
                if !word.has_digit() || !starts_phone_number(document, words, i) {
                    continue;
                }
                Channel::Phone
            } else if text.contains('@') {
                Channel::Email
            } else if text.starts_with(['{', '<']) {
                Channel::Unseen
            } else if text.contains("://") || text.contains("www.") || text.contains('.') && text.len() > 5 {
                Channel::Link
            } else {
                continue;
            };
            self.routes.push(Route { words: word.span, section: block.section, channel });
        }
    }
}

/// Runs of hits in the same sentence.
fn by_sentence(hits: &[Hit]) -> impl Iterator<Item = &[Hit]> {
    hits.chunk_by(|a, b| a.sentence == b.sentence)
}

/// The prose of a hit.
#[must_use]
pub fn span_of(document: &Document<'_>, hit: &Hit) -> Span {
    document.words[hit.words.0 as usize].span.to(document.words[hit.words.1 as usize - 1].span)
}

/// Headings under which an ask is shown and not made.
const EXAMPLES: OneOf<7> = OneOf::new(["example", "examples", "template", "templates", "sample", "cookies", "cookie"]);

/// Quoted words, table heads and image texts do not ask the reader.
fn may_ask(document: &Document<'_>, block: &Block) -> bool {
    let heading = document.heading_words(document.section_of(block));
    let example = heading.iter().any(|w| document.is_one_of(*w, &EXAMPLES));
    !block.quoted && !example && !matches!(block.kind, BlockKind::ImageAlt | BlockKind::TableCell { head: true } | BlockKind::Footnote)
}

/// A UK telephone number, as people write it: 01632 960001, 020 7946 0000, +44 …, 0800 123 4567. Seven digits or more after the first 0.
fn starts_phone_number(document: &Document<'_>, words: &[crate::document::words::Word], i: usize) -> bool {
    let text = document.text(words[i]);
    let plus = document.prose.text[..words[i].span.start as usize].ends_with('+');
    if !text.starts_with('0') && !plus && !(text == "111" || text == "18001") || !text.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    if text == "18001" {
        return true;
    }
    // not the day of a date
    if words.get(i + 1).is_some_and(|w| w.is(Class::Calendar)) {
        return false;
    }
    let digits: usize =
        words[i..].iter().take(4).map(|w| document.text(*w)).take_while(|t| t.bytes().all(|b| b.is_ascii_digit())).map(str::len).sum();
    (10..=13).contains(&digits)
}
