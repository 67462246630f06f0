//! Whether readers are told of a person to turn to: a name beside "ring" or "ask for", a role, or an address that is somebody's own.

use super::{Channel, Involvement};
use crate::document::Document;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;

/// Words before the name of the person to turn to.
const TURN_TO: OneOf<19> = OneOf::new([
    "ring", "call", "phone", "email", "contact", "for", "text", "to", "tell", "see", "with", "from", "write", "is", "at", "or", "and", "ask", "meet",
]);
/// Roles of somebody who can be asked for.
const ROLES: OneOf<10> =
    OneOf::new(["lead", "manager", "coordinator", "co-ordinator", "officer", "organiser", "secretary", "chair", "worker", "librarian"]);
/// What stands before the @ of an address that is nobody's own.
const GENERIC: [&str; 36] = [
    "info",
    "enquir",
    "contact",
    "hello",
    "feedback",
    "consult",
    "admin",
    "team",
    "engage",
    "involve",
    "office",
    "mail",
    "reply",
    "planning",
    "communit",
    "participation",
    "ppg",
    "patient",
    "carer",
    "voice",
    "views",
    "haveyoursay",
    "yoursay",
    "council",
    "comms",
    "support",
    "help",
    "panel",
    "research",
    "service",
    "communic",
    "media",
    "press",
    "event",
    "book",
    "recept",
];

impl Involvement {
    /// Whether the page names somebody to turn to.
    #[must_use]
    pub fn names_contact(&self, document: &Document<'_>) -> bool {
        self.routes.iter().any(|route| match route.channel {
            Channel::Email => is_own(document.prose_of(route.words)),
            _ => false,
        }) || self.routes.iter().any(|route| {
            let after = document.words.partition_point(|w| w.span.start < route.words.start);
            let sentence = document.sentence_at(after.min(document.words.len().saturating_sub(1))).words();
            names_person(document, sentence)
        }) || self.stubs.iter().any(|stub| names_person(document, document.sentences[stub.sentence as usize].words()))
    }
}

/// "jo@", "ann.reed@", and not "info@".
fn is_own(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_ascii_lowercase();
    address.contains('@') && !GENERIC.iter().any(|word| local.contains(word)) && local.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// "Ring Ann", "ask for Ann Reed", "the carers' lead".
fn names_person(document: &Document<'_>, sentence: std::ops::Range<usize>) -> bool {
    let words = &document.words[sentence];
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).map(|before| words[before]);
        let name = word.is_capital() && word.has_small() && !word.has_digit() && !word.is_opaque();
        let known = [Class::Organisation, Class::Calendar, Class::NameEnd, Class::Function, Class::Person].into_iter().any(|class| word.is(class));
        let next_is_place = words.get(at + 1).is_some_and(|next| next.is(Class::NameEnd) || next.is(Class::Organisation));
        let turned = before.is_some_and(|before| document.is_one_of(before, &TURN_TO))
            && name
            && !known
            && !next_is_place
            && is_first_name(document, words, at);
        turned || document.is_one_of(*word, &ROLES) && before.is_some()
    })
}

/// A name of one or two words, and no name of a place or a body of three.
fn is_first_name(document: &Document<'_>, words: &[crate::document::words::Word], at: usize) -> bool {
    let run = 1 + words[at + 1..].iter().take_while(|w| w.is_capital() && w.has_small() && w.gap() != Gap::Mark).count();
    let place = run >= 1 && words.get(at + 1).is_some_and(|next| document.is_one_of(*next, &PLACES));
    run <= 2 && !place
}

const PLACES: OneOf<16> = OneOf::new([
    "lane", "road", "street", "library", "hall", "park", "house", "square", "centre", "hospital", "surgery", "church", "school", "avenue", "town",
    "city",
]);
