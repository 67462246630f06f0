//! Ways to answer: addresses, numbers and links that the program recognises, and words such as "ask at the desk". A word that announces an
//! address ("please email") is a stub, and no way to answer when nothing follows.

use super::contact::{address, is_phone_number, is_postcode, is_street};
use crate::document::markdown::{BlockKind, LinkTarget};
use crate::document::words::Word;
use crate::document::{Block, Document};
use crate::input::span::Span;
use crate::language::fold::OneOf;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// A form, a page or a group on the internet that the words name.
    Online,
    /// Something that a page builder puts in later: a form or button that plain Markdown does not show.
    Unseen,
}

impl Channel {
    /// Whether one needs the internet for it.
    #[must_use]
    pub fn is_online(self) -> bool {
        matches!(self, Channel::Email | Channel::Contact | Channel::Link | Channel::Online | Channel::Unseen)
    }

    /// What the words of `route.toml` lead to, by their kind.
    #[must_use]
    pub fn of_kind(kind: &str) -> Channel {
        match kind {
            "online" | "form" => Channel::Online,
            "phone" | "text" | "relay" => Channel::Phone,
            "post" => Channel::Post,
            _ => Channel::InPerson,
        }
    }
}

/// Words of a link text that leads to people or to a form.
const CONTACT: OneOf<12> =
    OneOf::new(["contact", "feedback", "survey", "questionnaire", "form", "email", "e-mail", "respond", "touch", "forum", "slack", "mailing"]);

/// The addresses, numbers and links of a document. `stubs` come in the order of their sentences.
#[must_use]
pub fn addresses(document: &Document<'_>, stubs: &[Stub]) -> Vec<Route> {
    let mut routes = Vec::new();
    for block in &document.blocks {
        addresses_in(document, block, stubs, &mut routes);
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
        routes.push(Route { words: link.prose, section: section_at(link.prose.start), channel });
    }
    for &(at, _) in &document.html {
        routes.push(Route { words: Span { start: at, end: at }, section: section_at(at), channel: Channel::Unseen });
    }
    routes
}

fn addresses_in(document: &Document<'_>, block: &Block, stubs: &[Stub], routes: &mut Vec<Route>) {
    let words = &document.words[block.words()];
    for at in document.unusual_in(block.words()) {
        let word = document.words[at];
        let channel = if word.is_opaque() {
            address(document.text(word))
        } else if word.has_digit() {
            number(document, block, stubs, words, at - block.words().start)
        } else {
            None
        };
        if let Some(channel) = channel {
            routes.push(Route { words: word.span, section: block.section, channel });
        }
    }
}

/// What a word with a digit begins: a telephone number, a postcode, a street address; a time in a heading is a meeting.
fn number(document: &Document<'_>, block: &Block, stubs: &[Stub], words: &[Word], i: usize) -> Option<Channel> {
    let (word, next) = (words[i], words.get(i + 1));
    let text = document.text(word);
    if matches!(block.kind, BlockKind::Heading(_)) && (text.ends_with("am") || text.ends_with("pm")) {
        return Some(Channel::Link);
    }
    if text.as_bytes()[0].is_ascii_digit() {
        if is_phone_number(document, words, i) {
            return Some(Channel::Phone);
        }
        let stub_near = || stubs.binary_search_by_key(&block.section, |stub| stub.section).is_ok();
        let street = next.is_some_and(|w| w.is_capital()) && text.len() <= 5 && stub_near() && is_street(document, word);
        return street.then_some(Channel::Post);
    }
    let may_be_postcode = word.is_capital() && text.len() <= 8 && (text.len() >= 5 || next.is_some_and(|w| w.has_digit()));
    (may_be_postcode && is_postcode(document, word)).then_some(Channel::Post)
}
