//! Who does it and what it is done to: people suffer from asthma; services suffer cuts, and quality may suffer.

use super::Site;
use crate::language::classes::Class;
use crate::wordlists::phrase_table::Guards;

/// How far before a verb its subject may stand, and how far after it its object: a window, as there is no parser.
const BEFORE: usize = 5;
const AFTER: usize = 6;

/// Whether the subject or the object silences the hit.
pub fn silences(site: &Site<'_>, guards: Guards) -> bool {
    guards.has(Guards::SUBJECT_PERSON) && !a_person_does_it(site) || guards.has(Guards::OBJECT_CONDITION) && !a_condition_follows(site)
}

/// The nearest person or organisation before the verb is a person. "who" and "they" stand for whatever was named before them.
fn a_person_does_it(site: &Site<'_>) -> bool {
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

fn a_condition_follows(site: &Site<'_>) -> bool {
    site.following(AFTER).any(|word| word.is(Class::Condition))
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn people_suffer_and_services_do_not() {
        for text in ["She suffers from asthma.", "Suffering from stress? Call us.", "Clients suffering anxiety can call."] {
            assert_eq!(finds("deficit/suffering", text), 1, "{text}");
        }
        for text in ["The hospital suffers from stress on its beams.", "She suffered no pain.", "The service suffered cuts."] {
            assert_eq!(finds("deficit/suffering", text), 0, "{text}");
        }
    }
}
