//! `[house]` in `plainly.toml`: how a team speaks of the people it serves, as entries of a house list.
//!
//! UK guides disagree on these words, so the tool has no opinion of its own: what the team has settled is accepted, and the other way to say it
//! is a finding that names the house style. What nobody has settled is left to `deficit/contested`.

use std::fmt::Write;

use serde::Deserialize;
use toml::Spanned;

use super::layers::Layers;
use crate::wordlists::house::Style;
use crate::wordlists::notation;
use crate::wordlists::toml_file::FileError;

/// `[house]`. A community that is not settled is left out.
#[derive(Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HouseStyle {
    /// What the people are called whom the team supports: any words.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub people_we_support: Option<Spanned<String>>,
    disabled: Option<Order>,
    autistic: Option<Order>,
    deaf: Option<Order>,
    blind: Option<Order>,
    learning_disabled: Option<Order>,
    diabetic: Option<Order>,
    epileptic: Option<Order>,
}

/// Which comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Order {
    /// Autistic people.
    IdentityFirst,
    /// People with autism.
    PersonFirst,
    /// Both are fine here.
    Either,
}

/// Both ways to speak of a community: patterns, and the words to show.
struct Community {
    identity: (&'static str, &'static str),
    person: (&'static str, &'static str),
    /// Words before it that make it another community.
    not_after: &'static str,
}

/// Words for people, as one group of a pattern.
const PEOPLE: &str = "(people/person/persons/adult/adults/child/children/young people/young person/woman/women/man/men/girl/girls/boy/boys/parent/\
    parents/carer/carers/patient/patients/resident/residents/student/students/pupil/pupils/learner/learners/employee/employees/worker/workers/\
    colleague/colleagues/staff/visitor/visitors/customer/customers/tenant/tenants/individual/individuals/someone/anyone/those)";

/// What the people whom a service supports are called, besides the words that the team has settled on: with `on`, the words hardly ever mean
/// anything else; the others speak only where `deficit/contested` would.
const SUPPORTED: [(&str, bool); 6] =
    [("service user", true), ("client", false), ("customer", false), ("patient", false), ("end user", false), ("consumer", false)];

impl HouseStyle {
    /// The style as entries.
    ///
    /// # Errors
    /// Words of the team that cannot be looked for.
    pub fn entries(&self, layers: &Layers) -> Result<Style, FileError> {
        let mut style = Style::default();
        if let Some(chosen) = &self.people_we_support {
            accept(&mut style.accepted, layers, chosen)?;
            let chosen = chosen.get_ref().trim();
            for (term, on) in SUPPORTED.iter().filter(|(term, _)| !same(term, chosen)) {
                settle(&mut style, term, "noun", chosen, *on, "");
            }
        }
        for (order, community) in self.communities() {
            let Some(order) = order else { continue };
            let pattern = |way: &str| way.replace("{people}", PEOPLE);
            let (kept, other) = match order {
                Order::IdentityFirst => (&[community.identity][..], Some(community.person)),
                Order::PersonFirst => (&[community.person][..], Some(community.identity)),
                Order::Either => (&[community.identity, community.person][..], None),
            };
            for (way, _) in kept {
                entry(&mut style.accepted, &pattern(way), "none");
                style.accepted.push_str("risk = \"high\"\nsay = []\n");
            }
            if let Some((way, _)) = other {
                settle(&mut style, &pattern(way), "none", kept[0].1, true, community.not_after);
            }
        }
        Ok(style)
    }

    fn communities(&self) -> [(Option<Order>, Community); 7] {
        let ways = |identity: (&'static str, &'static str), person: (&'static str, &'static str)| Community { identity, person, not_after: "" };
        [
            (
                self.disabled,
                Community {
                    not_after: "learning",
                    ..ways(
                        ("disabled {people}", "disabled people"),
                        ("{people} (with/living with/who have/who has) (a/any)? (disability/disabilities)", "people with disabilities"),
                    )
                },
            ),
            (
                self.autistic,
                ways(
                    ("autistic {people}", "autistic people"),
                    ("{people} (with autism/who have autism/who has autism/on the autism spectrum/on the autistic spectrum)", "people with autism"),
                ),
            ),
            (self.deaf, ways(("deaf {people}", "deaf people"), ("{people} (who are deaf/who is deaf/with deafness)", "people who are deaf"))),
            (self.blind, ways(("blind {people}", "blind people"), ("{people} (who are blind/who is blind/with blindness)", "people who are blind"))),
            (
                self.learning_disabled,
                ways(
                    ("learning disabled {people}", "learning disabled people"),
                    ("{people} (with/living with/who have/who has) (a)? learning (disability/disabilities)", "people with a learning disability"),
                ),
            ),
            (
                self.diabetic,
                ways(("diabetic {people}", "diabetic people"), ("{people} (with/living with/who have/who has) diabetes", "people with diabetes")),
            ),
            (
                self.epileptic,
                ways(("epileptic {people}", "epileptic people"), ("{people} (with/living with/who have/who has) epilepsy", "people with epilepsy")),
            ),
        ]
    }
}

/// Accepts words as they stand, one or many.
///
/// # Errors
/// Words that cannot be looked for.
pub fn accept(list: &mut String, layers: &Layers, words: &Spanned<String>) -> Result<(), FileError> {
    let plain = words.get_ref().trim();
    let fault = |what: String| layers.fault(words.span().start, what);
    if plain.contains(['(', ')', '?', '~']) {
        return Err(fault(format!("`{plain}` holds a mark that is not part of a word; write the words alone")));
    }
    notation::parse(plain).map_err(|why| fault(format!("`{plain}` cannot be looked for: {why}")))?;
    let one = plain.strip_suffix('s').filter(|one| !one.ends_with('s') && one.len() > 2);
    for words in std::iter::once(plain).chain(one) {
        entry(list, words, "noun");
        list.push_str("risk = \"high\"\nsay = []\n");
    }
    Ok(())
}

/// An entry that says which term the team has settled on.
fn settle(style: &mut Style, pattern: &str, inflect: &str, chosen: &str, on: bool, not_after: &str) {
    entry(&mut style.settled, pattern, inflect);
    let message = format!("your house style says `{chosen}`, and this says `{{quote}}`");
    let risk = if on { "low" } else { "high" };
    // writing to a string cannot fail
    let _ = writeln!(style.settled, "say = [{}]\nmessage = {}\nrisk = \"{risk}\"", quoted(&format!("(write `{chosen}`)")), quoted(&message));
    if !not_after.is_empty() {
        let _ = writeln!(style.settled, "skip_if = {{ prev = [{}] }}", quoted(not_after));
    }
}

fn entry(list: &mut String, pattern: &str, inflect: &str) {
    let _ = writeln!(list, "[[word]]\ninstead_of = {}\ninflect = \"{inflect}\"", quoted(pattern));
}

/// A TOML string.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// Whether two terms are the same but for their number.
fn same(term: &str, chosen: &str) -> bool {
    let bare = |text: &str| text.to_lowercase().replace('-', " ").trim_end_matches('s').to_owned();
    bare(term) == bare(chosen)
}
