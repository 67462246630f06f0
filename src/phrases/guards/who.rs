//! Who does it and what it is done to: people suffer from asthma; services suffer cuts, and quality may suffer.

use super::Site;
use crate::language::classes::Class;
use crate::phrases::frames::{Frame, Who};

/// How far before a verb its subject may stand, and how far after it its object: a window, as there is no parser.
pub const BEFORE: usize = 5;
pub const AFTER: usize = 4;
/// A condition may stand a little further on: "from a long and painful illness".
const AFTER_FROM: usize = 6;

/// A person does it: the doer, as the frame of the clause shows it. "Suffering from stress?" speaks to the reader.
pub fn a_person_does_it(site: &Site<'_>) -> bool {
    site.prev().is_none() || frame(site).doer() == Who::Person
}

/// An illness, a disability or a hard time follows.
pub fn a_condition_follows(site: &Site<'_>) -> bool {
    site.following(AFTER_FROM).any(|word| word.is(Class::Condition))
}

/// A service, a body or whoever wrote the page does it.
pub fn an_organisation_does_it(site: &Site<'_>) -> bool {
    matches!(frame(site).doer(), Who::Organisation | Who::Writer)
}

/// It is done to a person, or to the reader or the writer.
pub fn is_done_to_a_person(site: &Site<'_>) -> bool {
    matches!(frame(site).done_to(), Who::Person | Who::Reader | Who::Writer)
}

/// It is done to a service or a body.
pub fn is_done_to_an_organisation(site: &Site<'_>) -> bool {
    frame(site).done_to() == Who::Organisation
}

fn frame<'a>(site: &Site<'a>) -> Frame<'a> {
    Frame { document: site.document, sentence: site.sentence().words(), verb: site.first()..site.after() }
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
