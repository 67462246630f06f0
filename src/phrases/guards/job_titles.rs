//! Job titles: "Vulnerable Adults Lead", "our engagement officer". A title is what somebody is called, so its words stay.

use super::{Care, Site};
use crate::document::words::Word;
use crate::language::classes::Class;
use crate::language::fold::OneOf;
use crate::language::tokens::Gap;

/// What people are called at work.
const ROLES: OneOf<42> = OneOf::new([
    "lead",
    "leads",
    "manager",
    "managers",
    "officer",
    "officers",
    "nurse",
    "nurses",
    "director",
    "directors",
    "coordinator",
    "coordinators",
    "ordinator",
    "ordinators",
    "worker",
    "workers",
    "specialist",
    "specialists",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "practitioner",
    "practitioners",
    "commissioner",
    "commissioners",
    "consultant",
    "consultants",
    "champion",
    "champions",
    "assistant",
    "assistants",
    "administrator",
    "administrators",
    "analyst",
    "analysts",
    "architect",
    "architects",
    "guardian",
    "guardians",
    "chair",
    "partner",
]);
/// Those that are hardly ever anything else in small letters.
const PLAIN_ROLES: OneOf<20> = OneOf::new([
    "manager",
    "managers",
    "officer",
    "officers",
    "director",
    "directors",
    "coordinator",
    "coordinators",
    "ordinator",
    "ordinators",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "practitioner",
    "practitioners",
    "analyst",
    "analysts",
    "administrator",
    "administrators",
]);
/// How far from the phrase the role may stand: Homeless Families Health Visiting Lead.
const REACH: usize = 4;

/// Whether the hit is part of a job title: in capitals up to the role, or, for words that do not name people, right before it.
pub fn silences(site: &Site<'_>, care: Care) -> bool {
    let words = &site.document.words[site.first()..site.after()];
    let run = || site.following(REACH).take_while(|w| w.gap() != Gap::Mark);
    let in_capitals = words.iter().any(|w| w.is_capital())
        && words.last().is_some_and(|w| w.is_capital())
        && run()
            .take_while(|w| w.is_capital() || site.is_any(*w, &["and", "of", "for", "&"]))
            .any(|w| w.is_capital() && site.document.is_one_of(w, &ROLES));
    // "reach out to your manager" is no title
    let describes_a_role = || words.last().is_some_and(|w| !w.is(Class::Function));
    in_capitals
        || care == Care::Plain
            && describes_a_role()
            && run().take(2).enumerate().any(|(i, w)| site.document.is_one_of(w, &PLAIN_ROLES) && (i == 0 || describes(run().next())))
}

/// "engagement support officer": one describing word may stand between.
fn describes(word: Option<Word>) -> bool {
    word.is_some_and(|w| !w.is(Class::Function))
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn titles_of_jobs_stay() {
        for text in ["Ask our Key Stakeholders Engagement Lead.", "Ask the transformational change manager."] {
            assert_eq!(finds("jargon/buzzword", text), 0, "{text}");
        }
        assert_eq!(finds("deficit/suicide", "She is our Suicide Attempt Lead."), 0);
    }

    #[test]
    fn work_that_is_no_title_does_not() {
        assert_eq!(finds("jargon/buzzword", "Key stakeholders lead the work."), 1);
        assert_eq!(finds("jargon/buzzword", "Reach out to your manager."), 1);
        assert_eq!(finds("deficit/group-label", "The Homeless came, and the manager spoke."), 1);
    }
}
