//! Whether a document asks its readers to help shape something, and how they could answer.
//!
//! Patterns propose (`wordlists/involvement/`); place, sentence and tense decide. Words about asking are not an ask. Email addresses, links,
//! telephone numbers and postcodes are recognised here; ways to answer that need no address are patterns too.

mod contact;

use std::sync::LazyLock;

use crate::builtin;
use crate::document::markdown::{BlockKind, LinkTarget};
use crate::document::words::Word;
use crate::document::{Block, Document, Sentence};
use crate::input::span::Span;
use crate::language::classes::Class;
use crate::language::fold::{OneOf, fold_hash};
use crate::language::tokens::Gap;
use crate::phrases::guards::{Site, is_something_else};
use crate::phrases::{EntryId, Hit, Phrases};
use crate::wordlists::phrase_table::{Owner, OwnerKind};
use contact::{address, is_phone_number, is_postcode, is_street};

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
    pub stubs: Vec<Stub>,
    /// Where it says what can change.
    pub influence: Vec<Span>,
    /// Where it offers pay, expenses or help to take part.
    pub support: Vec<Span>,
    /// Where it says what happens with what people say.
    pub feedback: Vec<Span>,
    /// Where it says that the time to take part is over: sections.
    closed: Vec<u32>,
    /// Whether a way to answer holds for the whole document.
    answerable: bool,
    /// Sections that hold a way to answer, in order.
    answerable_sections: Vec<u32>,
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
    /// Whether the page says that the time to answer is over.
    pub is_closed: bool,
    /// Whether the words ask only together with something else: "What would you change?"
    weak: bool,
}

/// Words that announce an address.
#[derive(Clone, Copy, Debug)]
pub struct Stub {
    /// The words.
    pub words: Span,
    /// The sentence they stand in.
    pub sentence: u32,
    /// Its section.
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
    /// A postal address.
    Post,
    /// A link to a form or to a page of addresses, which serves the whole document.
    Contact,
    /// Any other link.
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
        let mut evidence = Vec::new();
        for sentence in by_sentence(hits) {
            evidence.clear();
            evidence.extend(sentence.iter().filter_map(|hit| Evidence::of(document, phrases, hit)));
            if !evidence.is_empty() {
                found.read_sentence(document, sentence[0].sentence, &evidence);
            }
        }
        found.addresses(document);
        found.routes.sort_by_key(|route| route.words.start);
        found.settle(document);
        found
    }

    /// Keeps the asks that are meant, and notes where they can be answered.
    fn settle(&mut self, document: &Document<'_>) {
        let mut near: Vec<u32> = self.stubs.iter().map(|stub| stub.section).chain(self.routes.iter().map(|route| route.section)).collect();
        near.sort_unstable();
        near.dedup();
        let strong = self.asks.iter().any(|ask| !ask.weak);
        // a mark at the top closes the whole page
        let (closed, all_closed) = (&self.closed, self.closed.iter().any(|section| *section <= 1));
        let shown = is_material(document);
        self.asks.retain(|ask| !shown && (!ask.weak || strong || near.binary_search(&ask.section).is_ok()));
        self.asks.iter_mut().for_each(|ask| ask.is_closed = all_closed || closed.binary_search(&ask.section).is_ok());
        self.asks.sort_by_key(|ask| ask.words.start);
        self.answerable = self.routes.iter().any(|route| !matches!(route.channel, Channel::Link | Channel::Unseen));
        self.answerable_sections = self.routes.iter().map(|route| route.section).collect();
        self.answerable_sections.sort_unstable();
        self.answerable_sections.dedup();
        // one way to answer is found by all who read the page, wherever it stands
        self.answerable |= self.asks.iter().any(|ask| !ask.weak && self.is_near(ask.section));
    }

    /// Whether an ask can be answered: by an address or a number anywhere in the document, by a link or a page part near this ask or another.
    #[must_use]
    pub fn is_answerable(&self, ask: &Ask) -> bool {
        self.answerable || self.is_near(ask.section)
    }

    /// Whether a way to answer stands in a section or beside it: what stands just before or after belongs to it as far as a reader can see.
    fn is_near(&self, section: u32) -> bool {
        let near = section.saturating_sub(1)..=section + 1;
        let first = self.answerable_sections.partition_point(|section| section < near.start());
        self.answerable_sections.get(first).is_some_and(|section| near.contains(section))
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
        let has_date = |section: u32| {
            let blocks = &document.blocks[document.sections[section as usize].blocks()];
            blocks.iter().flat_map(|b| &document.words[b.words()]).any(|w| w.is_capital() && w.is(Class::Calendar))
        };
        let mut sections: Vec<u32> = self.asks.iter().map(|ask| ask.section).collect();
        sections.dedup();
        sections.into_iter().any(has_date)
    }

    fn read_sentence(&mut self, document: &Document<'_>, index: u32, evidence: &[Evidence]) {
        let sentence = &document.sentences[index as usize];
        let block = document.block_of(sentence);
        let not_ask = evidence.iter().any(|shown| shown.element == Element::NotAsk);
        for &Evidence { element, kind, words } in evidence {
            match element {
                Element::Ask if !not_ask && may_ask(document, block) && speaks_to_reader(document, sentence, words) => {
                    self.ask(Ask { words, sentence: index, section: block.section, is_closed: false, weak: kind == "weak" });
                }
                Element::Closed => self.closed.push(block.section),
                Element::Past => self.past.push(words),
                Element::Commitment => self.commitments.push(words),
                Element::Influence => self.influence.push(words),
                Element::Support => self.support.push(words),
                Element::Feedback => self.feedback.push(words),
                Element::Route if kind == "stub" => self.stubs.push(Stub { words, sentence: index, section: block.section }),
                Element::Route => self.routes.push(Route { words, section: block.section, channel: Channel::InPerson }),
                Element::Ask | Element::NotAsk => {}
            }
        }
    }

    /// One ask a sentence: the first, or the first that is not weak.
    fn ask(&mut self, ask: Ask) {
        match self.asks.last_mut() {
            Some(last) if last.sentence == ask.sentence => {
                if last.weak && !ask.weak {
                    *last = ask;
                }
            }
            _ => self.asks.push(ask),
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
            let first = document.words.partition_point(|w| w.span.start < link.prose.start);
            let mut text = document.words[first..].iter().take_while(|w| w.span.start < link.prose.end);
            let channel = match link.target {
                LinkTarget::Web | LinkTarget::Local | LinkTarget::File if text.any(|w| document.is_one_of(*w, &CONTACT)) => Channel::Contact,
                LinkTarget::Email => Channel::Email,
                LinkTarget::Phone => Channel::Phone,
                LinkTarget::Web | LinkTarget::Local => Channel::Link,
                // a report to read is no way to answer
                LinkTarget::File | LinkTarget::Empty => continue,
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
            let channel = if word.is_opaque() {
                address(document.text(*word))
            } else if word.has_digit() {
                self.number(document, block, words, i)
            } else {
                None
            };
            if let Some(channel) = channel {
                self.routes.push(Route { words: word.span, section: block.section, channel });
            }
        }
    }

    /// What a word with a digit begins: a telephone number, a postcode, a street address; a time in a heading is a meeting.
    fn number(&self, document: &Document<'_>, block: &Block, words: &[Word], i: usize) -> Option<Channel> {
        let (word, next) = (words[i], words.get(i + 1));
        let text = document.text(word);
        if matches!(block.kind, BlockKind::Heading(_)) && (text.ends_with("am") || text.ends_with("pm")) {
            return Some(Channel::Link);
        }
        if text.as_bytes()[0].is_ascii_digit() {
            if is_phone_number(document, words, i) {
                return Some(Channel::Phone);
            }
            let stub_near = || self.stubs.binary_search_by_key(&block.section, |stub| stub.section).is_ok();
            let street = next.is_some_and(|w| w.is_capital()) && text.len() <= 5 && stub_near() && is_street(document, word);
            return street.then_some(Channel::Post);
        }
        let may_be_postcode = word.is_capital() && text.len() <= 8 && (text.len() >= 5 || next.is_some_and(|w| w.has_digit()));
        (may_be_postcode && is_postcode(document, word)).then_some(Channel::Post)
    }
}

/// A piece of evidence: what it shows, the finer kind, and its words.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    /// What it shows.
    pub element: Element,
    /// A finer kind within the element; often none.
    pub kind: &'static str,
    /// The words.
    pub words: Span,
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
        Some(Evidence { element, kind, words: span_of(document, hit) })
    }
}

/// The elements of an invitation. One element is one file, `wordlists/involvement/<name>.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// Readers are asked.
    Ask,
    /// Looks like an ask and is none.
    NotAsk,
    /// The time to take part is over.
    Closed,
    /// People were involved.
    Past,
    /// People are to be involved.
    Commitment,
    /// What can change.
    Influence,
    /// Pay, expenses, help to take part.
    Support,
    /// What happens with what people say.
    Feedback,
    /// A way to answer.
    Route,
}

impl Element {
    /// Every element with the name of its file.
    const ALL: [(Element, &'static str); 9] = [
        (Element::Ask, "ask"),
        (Element::NotAsk, "not-ask"),
        (Element::Closed, "closed"),
        (Element::Past, "past"),
        (Element::Commitment, "commitment"),
        (Element::Influence, "influence"),
        (Element::Support, "support"),
        (Element::Feedback, "feedback"),
        (Element::Route, "route"),
    ];

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
/// Titles of pages that hold what was said or is to be said elsewhere, of notices about data, and of pages about jobs and giving.
const MATERIAL: OneOf<18> = OneOf::new([
    "template",
    "templates",
    "example",
    "examples",
    "minutes",
    "notes",
    "transcript",
    "transcripts",
    "prompts",
    "script",
    "privacy",
    "cookies",
    "job",
    "jobs",
    "vacancy",
    "vacancies",
    "fundraising",
    "donate",
]);
/// Words of a link text that leads to people or to a form.
const CONTACT: OneOf<12> =
    OneOf::new(["contact", "feedback", "survey", "questionnaire", "form", "email", "e-mail", "respond", "touch", "forum", "slack", "mailing"]);
/// Words before "help us" and "share your" when the reader is asked, and not told of.
const ASKING: OneOf<22> = OneOf::new([
    "please", "you", "to", "and", "can", "could", "will", "would", "or", "also", "then", "now", "may", "by", "us", "so", "come", "did", "who", "be",
    "must", "should",
]);
const BARE: OneOf<3> = OneOf::new(["help", "share", "tell"]);

/// Quoted words, table heads and image texts do not ask the reader.
fn may_ask(document: &Document<'_>, block: &Block) -> bool {
    let heading = document.heading_words(document.section_of(block));
    let example = heading.iter().take(LONGEST_TITLE).any(|w| document.is_one_of(*w, &EXAMPLES));
    !block.quoted && !example && !matches!(block.kind, BlockKind::ImageAlt | BlockKind::TableCell { head: true } | BlockKind::Footnote)
}

/// Bytes back that a quotation mark is looked for.
const LONGEST_QUOTATION: usize = 300;
/// Words of a heading that are looked at.
const LONGEST_TITLE: usize = 30;

/// "algorithms help us decide" tells of something, "help us decide" asks. Words in quotation marks are somebody else's.
fn speaks_to_reader(document: &Document<'_>, sentence: &Sentence, words: Span) -> bool {
    let all = document.words_of(sentence);
    let first = all.partition_point(|w| w.span.start < words.start);
    let told = first
        .checked_sub(1)
        .is_some_and(|before| all[first].gap() != Gap::Mark && document.is_one_of(all[first], &BARE) && !document.is_one_of(all[before], &ASKING));
    let text = &document.prose.text;
    let from = text.floor_char_boundary((words.start as usize).saturating_sub(LONGEST_QUOTATION)).max(sentence.prose.start as usize);
    let before = &text[from..words.start as usize];
    let quoted = before.rfind('“').is_some_and(|open| !before[open..].contains('”'));
    !told && !quoted
}

/// Whether a page holds minutes, templates and the like: its title says so.
fn is_material(document: &Document<'_>) -> bool {
    let heading = document.title_block().map_or(&[][..], |block| &document.words[block.words()]);
    let says = |text: &str| text.split(|c: char| !c.is_alphanumeric()).take(LONGEST_TITLE).any(|word| MATERIAL.has(fold_hash(word), word));
    let file = document.source.name.rsplit(['/', '\\']).next().unwrap_or_default();
    heading.iter().take(LONGEST_TITLE).any(|w| document.is_one_of(*w, &MATERIAL))
        || says(document.front_matter.title.as_deref().unwrap_or_default())
        || says(file.split('.').next().unwrap_or_default())
}
