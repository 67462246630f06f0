//! Whether a document asks its readers to help shape something, and what it tells them about it.
//!
//! Patterns propose (`wordlists/involvement/`); place, sentence and tense decide. Words about asking are not an ask. Nothing here judges: what
//! ought to be there is for the rules to say.

mod contact;
mod contact_name;
pub mod dates;
mod deadline;
mod evidence;
mod html;
mod invites;
mod ladder;
mod near;
mod phone;
mod places;
mod route;

use crate::document::{Block, Document, Format};
use crate::input::source::SourceFile;
use crate::input::span::Span;
use crate::language::fold::{OneOf, fold_hash};
use crate::phrases::{Hit, Phrases};
pub use evidence::{Element, Evidence, span_of};
use evidence::{is_addressed, is_put_to_reader, is_quoted, may_ask, speaks_to_reader};
pub use invites::{Invites, Partly, Shown};
pub use ladder::Rung;
use places::{is_place_to_go, tells_of_meeting};
pub use route::{Channel, Route, Stub};

/// What the document shows about involving people. Places are spans of the prose.
#[derive(Clone, Debug, Default)]
pub struct Involvement {
    /// Where readers are asked to help shape something.
    pub asks: Vec<Ask>,
    /// All other evidence, in order of its place.
    pub evidence: Vec<Evidence>,
    /// Ways to answer, in order.
    pub routes: Vec<Route>,
    /// Words that announce an address: "please email".
    pub stubs: Vec<Stub>,
    /// What the HTML of the page invites to, where its prose asks for nothing.
    in_html: Option<(Invites, Shown)>,
    /// Whether a way to answer holds for the whole document.
    answerable: bool,
    /// Sections that hold a way to answer, in order.
    answerable_sections: Vec<u32>,
    /// Sections that belong to an invitation, in order.
    inviting_sections: Vec<u32>,
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
    /// Whether the page leaves open what it is about: "We would love to hear from you."
    pub is_loose: bool,
    /// Whether the words ask only together with something else: "What would you change?"
    weak: bool,
    /// Whether they ask only in a form: "What could be better?"
    in_form: bool,
}

impl Involvement {
    /// Reads what the hits and the addresses of a document show.
    #[must_use]
    pub fn of(document: &Document<'_>, phrases: &Phrases, hits: &[Hit]) -> Involvement {
        let mut found = Involvement::default();
        let mut sentence = Vec::new();
        for hits in hits.chunk_by(|a, b| a.sentence == b.sentence) {
            sentence.clear();
            sentence.extend(hits.iter().filter_map(|hit| Evidence::of(document, phrases, hit)));
            if !sentence.is_empty() {
                found.read_sentence(document, &sentence);
            }
        }
        found.routes.extend(route::addresses(document, &found.stubs));
        found.routes.extend(found.meetings(document));
        found.routes.sort_by_key(|route| route.words.start);
        found.settle(document);
        if !document.html.is_empty() && found.asks.iter().all(|ask| ask.is_loose) {
            found.in_html = Involvement::of_html(document, phrases);
        }
        found
    }

    /// What stands in blocks of HTML, read as a small document of its own.
    fn of_html(document: &Document<'_>, phrases: &Phrases) -> Option<(Invites, Shown)> {
        let source = SourceFile { name: document.source.name.clone(), text: html::visible(document) };
        if source.text.trim().is_empty() {
            return None;
        }
        let small = Document::new(&source, Format::Text);
        let shown = Involvement::of(&small, phrases, &phrases.scan(&small));
        Some((shown.invites(&small), shown.shown(&small)))
    }

    /// Whether the document asks its readers to help shape something, be it in its HTML.
    #[must_use]
    pub fn asks_anywhere(&self) -> bool {
        !self.asks.is_empty() || self.in_html.is_some_and(|(invites, _)| invites == Invites::Yes)
    }

    /// The evidence of an element.
    pub fn of_element(&self, element: Element) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(move |shown| shown.element == element)
    }

    /// The evidence of an element of one of these kinds.
    pub fn of_kinds<'i>(&'i self, element: Element, kinds: &'i [&str]) -> impl Iterator<Item = &'i Evidence> {
        self.of_element(element).filter(move |shown| kinds.contains(&shown.kind))
    }

    /// Whether an element is shown anywhere.
    #[must_use]
    pub fn shows(&self, element: Element) -> bool {
        self.of_element(element).next().is_some()
    }

    fn read_sentence(&mut self, document: &Document<'_>, shown: &[Evidence]) {
        let first = shown[0];
        let sentence = &document.sentences[first.sentence as usize];
        let block = document.block_of(sentence);
        let not_ask = shown.iter().any(|shown| shown.element == Element::NotAsk);
        for &piece in shown {
            let Evidence { element, kind, words, sentence: index, section } = piece;
            match element {
                Element::Ask if !not_ask && may_ask(document, block) && speaks_to_reader(document, sentence, words) => {
                    if kind != "opening" || is_put_to_reader(document, sentence, words) {
                        let (is_loose, in_form) = (kind == "loose", kind == "form");
                        self.ask(Ask { words, sentence: index, section, is_closed: false, is_loose, weak: !kind.is_empty(), in_form });
                    }
                }
                Element::Ask | Element::NotAsk => {}
                Element::Route if kind == "stub" => self.stubs.push(Stub { words, sentence: index, section }),
                Element::Route => self.routes.push(Route { words, section, channel: Channel::of_kind(kind) }),
                Element::TakePart if !may_ask(document, block) || !is_addressed(document, sentence, words) => {}
                // what a source is called claims nothing of this page
                Element::Claim if !may_ask(document, block) => {}
                Element::Venue if !is_place_to_go(document, sentence, words) => {}
                Element::Past | Element::Strengths | Element::Power => self.evidence.push(piece),
                _ if is_quoted(document, sentence, words) => {}
                _ => self.evidence.push(piece),
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

    /// Places that a sentence names with a day on which something is held: one can go there.
    fn meetings(&self, document: &Document<'_>) -> Vec<Route> {
        let held = |shown: &&Evidence| {
            let sentence = &document.sentences[shown.sentence as usize];
            let meets = tells_of_meeting(document, sentence);
            meets && dates::days(document, sentence.words()).next().is_some()
        };
        let places = self.of_kinds(Element::Venue, &["local", "ours"]).filter(held);
        places.map(|shown| Route { words: shown.words, section: shown.section, channel: Channel::InPerson }).collect()
    }

    /// Keeps the asks that are meant, and notes where they can be answered.
    fn settle(&mut self, document: &Document<'_>) {
        if !self.asks.is_empty() {
            self.keep_meant(document);
            self.close(document);
        }
        self.answerable = self.routes.iter().any(|route| !matches!(route.channel, Channel::Link | Channel::Unseen));
        self.answerable_sections = self.routes.iter().map(|route| route.section).collect();
        self.answerable_sections.sort_unstable();
        self.answerable_sections.dedup();
        // one way to answer is found by all who read the page, wherever it stands
        self.answerable |= self.asks.iter().any(|ask| !ask.weak && self.is_near(ask.section));
        self.inviting_sections = near::inviting_sections(document, &self.asks);
        let loose: Vec<bool> = self.asks.iter().map(|ask| ask.is_loose && !self.says_what_about(document, ask)).collect();
        self.asks.iter_mut().zip(loose).for_each(|(ask, loose)| ask.is_loose = loose);
    }

    /// Leaves out weak asks with nothing to answer beside them, and those of pages that hold what is said elsewhere.
    fn keep_meant(&mut self, document: &Document<'_>) {
        let mut near: Vec<u32> = self.stubs.iter().map(|stub| stub.section).chain(self.routes.iter().map(|route| route.section)).collect();
        near.sort_unstable();
        let forms: Vec<u32> = self.routes.iter().filter(|route| route.channel == Channel::Unseen).map(|route| route.section).collect();
        let strong = self.asks.iter().any(|ask| !ask.weak);
        let holds = |ask: &Ask| match (ask.in_form, ask.weak) {
            (true, _) => forms.contains(&ask.section),
            (false, weak) => !weak || strong || near.binary_search(&ask.section).is_ok(),
        };
        let shown = is_material(document);
        self.asks.retain(|ask| !shown && holds(ask));
        self.asks.sort_by_key(|ask| ask.words.start);
    }

    /// Marks the asks whose time is over. A mark at the top closes the whole page.
    fn close(&mut self, document: &Document<'_>) {
        let said = self.of_element(Element::Closed).map(|shown| shown.section);
        let marks = document.blocks.iter().filter(|block| is_closing_mark(document, block)).map(|block| block.section);
        let closed: Vec<u32> = said.chain(marks).collect();
        let all = closed.iter().any(|section| *section <= 1);
        self.asks.iter_mut().for_each(|ask| ask.is_closed = all || closed.contains(&ask.section));
    }

    /// Whether the page shows what an ask is about that does not say so itself: it names the people in its paragraph, or tells what they can
    /// change or what came of it before. A paragraph that looks for helpers asks for help.
    fn says_what_about(&self, document: &Document<'_>, ask: &Ask) -> bool {
        let block = |sentence: u32| document.sentences[sentence as usize].block;
        let beside = |shown: &&Evidence| block(shown.sentence) == block(ask.sentence) && !shown.words.overlaps(ask.words);
        if self.of_kinds(Element::TakePart, &["volunteer", "event", "join"]).any(|shown| beside(&shown)) {
            return false;
        }
        let about = |shown: &Evidence| match shown.element {
            Element::Who => shown.kind != "vague" && block(shown.sentence) == block(ask.sentence),
            Element::Influence | Element::Group => shown.section == ask.section,
            Element::Past | Element::Decide => true,
            _ => false,
        };
        self.evidence.iter().any(about) || self.asks.iter().any(|other| !other.weak)
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

    /// Whether a section belongs to an invitation: it holds an ask, or its heading says that it tells how to answer.
    #[must_use]
    pub fn is_inviting(&self, section: u32) -> bool {
        self.inviting_sections.binary_search(&section).is_ok()
    }
}

/// Whether a line by itself says that the time is over: "Closed 22 Sep 2023".
fn is_closing_mark(document: &Document<'_>, block: &Block) -> bool {
    const LONGEST: usize = 6;
    const CLOSED: OneOf<1> = OneOf::new(["closed"]);
    let words = &document.words[block.words()];
    let short = (2..=LONGEST).contains(&words.len()) && document.is_one_of(words[0], &CLOSED);
    short && dates::days(document, block.words()).next().is_some()
}

/// Words of a heading that are looked at.
const LONGEST_TITLE: usize = 30;
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

/// Whether a page holds minutes, templates and the like: its title says so.
fn is_material(document: &Document<'_>) -> bool {
    let heading = document.title_block().map_or(&[][..], |block| &document.words[block.words()]);
    let says = |text: &str| text.split(|c: char| !c.is_alphanumeric()).take(LONGEST_TITLE).any(|word| MATERIAL.has(fold_hash(word), word));
    let file = document.source.name.rsplit(['/', '\\']).next().unwrap_or_default();
    heading.iter().take(LONGEST_TITLE).any(|w| document.is_one_of(*w, &MATERIAL))
        || says(document.front_matter.title.as_deref().unwrap_or_default())
        || says(file.split('.').next().unwrap_or_default())
}
