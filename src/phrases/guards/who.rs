//! Who does it and what it is done to: people suffer from asthma; services suffer cuts, and quality may suffer.

use super::Site;
use crate::document::words::Word;
use crate::language::classes::{Class, Classes};
use crate::language::tokens::Gap;

/// How far before a verb its subject may stand, and how far after it its object: a window, as there is no parser.
pub const BEFORE: usize = 5;
pub const AFTER: usize = 4;
/// A condition may stand a little further on: "from a long and painful illness".
const AFTER_FROM: usize = 6;

const ANYBODY: Classes = Classes(Class::Person as u32 | Class::Organisation as u32);

/// The nearest person or organisation before the verb is a person. "who" and "they" stand for whatever was named before them.
pub fn a_person_does_it(site: &Site<'_>) -> bool {
    for word in site.before(BEFORE) {
        if site.is_any(word, &["who", "they", "that", "which"]) {
            continue;
        }
        if word.is(Class::Organisation) || word.is(Class::Person) {
            return word.is(Class::Person);
        }
    }
    // "Suffering from stress?" speaks to the reader
    if site.prev().is_none() {
        return true;
    }
    // "who suffer from", "they suffer from": nobody else was named
    site.before(BEFORE).any(|word| site.is_any(word, &["who", "they"]))
}

/// An illness, a disability or a hard time follows.
pub fn a_condition_follows(site: &Site<'_>) -> bool {
    site.following(AFTER_FROM).any(|word| word.is(Class::Condition))
}

/// The nearest person or organisation before the verb is an organisation.
pub fn an_organisation_does_it(site: &Site<'_>) -> bool {
    site.before(BEFORE).find(|word| word.is_any(ANYBODY)).is_some_and(|word| word.is(Class::Organisation))
}

/// The nearest person or organisation after the verb is a person, or the reader.
pub fn is_done_to_a_person(site: &Site<'_>) -> bool {
    nearest_after(site).is_some_and(|word| !word.is(Class::Organisation))
}

/// The nearest person or organisation after the verb is an organisation.
pub fn is_done_to_an_organisation(site: &Site<'_>) -> bool {
    nearest_after(site).is_some_and(|word| word.is(Class::Organisation))
}

/// The nearest person or organisation among the few words after; "us" and "you" are people. A mark ends the search.
fn nearest_after(site: &Site<'_>) -> Option<Word> {
    let is_somebody = |word: &Word| word.is_any(ANYBODY) || site.is_any(*word, &["you", "us", "me", "yourself", "themselves"]);
    site.following(AFTER).take_while(|word| word.gap() != Gap::Mark).find(is_somebody)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{finds, finds_with};

    #[test]
    fn people_suffer_and_services_do_not() {
        for text in ["She suffers from asthma.", "Suffering from stress? Call us.", "Clients suffering anxiety can call."] {
            assert_eq!(finds("deficit/suffering", text), 1, "{text}");
        }
        for text in ["The hospital suffers from stress on its beams.", "She suffered no pain.", "The service suffered cuts."] {
            assert_eq!(finds("deficit/suffering", text), 0, "{text}");
        }
    }

    #[test]
    fn whom_it_is_done_to_decides() {
        let entry = "instead_of = 'allow'\nsay = ['let']\ninflect = 'verb'\nonly_if = { object = 'person' }";
        for (text, found) in [("We allow patients to choose.", 1), ("This allows air in.", 0), ("We allow the trust and patients to meet.", 0)] {
            assert_eq!(finds_with(entry, text), found, "{text}");
        }
        let entry = "instead_of = 'deliver'\nsay = ['give']\ninflect = 'verb'\nskip_if = { object = ['baby', 'parcel', 'meals on wheels'] }";
        for (text, found) in [("We deliver hope.", 1), ("We deliver a parcel.", 0), ("They deliver the best meals on wheels.", 0)] {
            assert_eq!(finds_with(entry, text), found, "{text}");
        }
        let entry =
            "instead_of = 'lack'\nsay = []\ninflect = 'verb'\nskip_if = { subject = 'organisation' }\nonly_if = { subject = ['parents', 'ward'] }";
        for (text, found) in [("Parents lack time.", 1), ("The ward lacks beds.", 0), ("They lack time.", 0)] {
            assert_eq!(finds_with(entry, text), found, "{text}");
        }
    }
}
