//! What an entry may ask of the words around it, in `skip_if` and `only_if`: the keys, how they are packed, and what makes one useless.
//!
//! The keys are the same in both. One that holds is enough for `skip_if`; `only_if` needs all of them.

use serde::Deserialize;

use super::phrase_table::Guards;
use crate::language::fold::fold;
use crate::language::inflection::{Form, inflect_phrase};
use crate::language::tokens::tokens;

/// How many of the keys hold words: next, prev, near, subject, object.
pub const WORD_KEYS: usize = 5;

/// The words around a phrase.
#[derive(Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// The next word is one of these.
    #[serde(default)]
    pub next: Vec<String>,
    /// The word before is one of these.
    #[serde(default)]
    pub prev: Vec<String>,
    /// One of these stands in the same sentence.
    #[serde(default)]
    pub near: Vec<String>,
    /// Who does it.
    pub subject: Option<Who>,
    /// What or whom it is done to.
    pub object: Option<Who>,
    /// `"noun"`: the phrase is followed by the word it describes.
    pub next_is: Option<NextIs>,
    /// The part of speech, as the neighbours show it.
    pub part: Option<Part>,
    /// How capitals decide.
    pub case: Option<Case>,
    /// The kinds of place it stands in.
    #[serde(default, rename = "in")]
    pub places: Vec<Place>,
    /// An everyday word or an explanation stands beside it.
    #[serde(default)]
    pub glossed: bool,
    /// A date or a length of time stands in the same sentence.
    #[serde(default)]
    pub dated: bool,
}

/// Who does something, or to whom: a kind, or words of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "write \"person\", \"organisation\", \"condition\" or a list of words in square brackets")]
pub enum Who {
    /// One of the classes in `wordlists/english/`.
    Kind(Kind),
    /// One of these words.
    Words(Vec<String>),
}

/// Kinds of words that a subject or an object may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A word for people.
    Person,
    /// A service, a body or a thing.
    Organisation,
    /// An illness, a disability or hardship: an object only.
    Condition,
}

/// What the word after a phrase may be told to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum NextIs {
    /// Not a function word, and no mark in between.
    Noun,
}

/// Part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// After a, the, our, your, this.
    Noun,
    /// After to, will, must, can, we, they.
    Verb,
    /// Before the thing it describes, or after is, very, so.
    Adjective,
}

/// How capitals decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// With the capitals of the list.
    Exact,
    /// Without a capital inside a sentence.
    Lower,
}

/// A kind of place in a document or a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The first word of a sentence.
    SentenceStart,
    /// A heading.
    Heading,
    /// The text of a link.
    Link,
    /// Somebody's words.
    Quote,
    /// What the sentence turns away from.
    Contrast,
    /// The name of an illness.
    ConditionName,
    /// A text of law.
    Law,
}

impl Context {
    /// The guards that take no words, as bits.
    #[must_use]
    pub fn guards(&self) -> Guards {
        let of_subject = match self.subject {
            Some(Who::Kind(Kind::Organisation)) => Guards::SUBJECT_ORGANISATION,
            Some(Who::Kind(_)) => Guards::SUBJECT_PERSON,
            _ => 0,
        };
        let of_object = match self.object {
            Some(Who::Kind(Kind::Condition)) => Guards::OBJECT_CONDITION,
            Some(Who::Kind(Kind::Organisation)) => Guards::OBJECT_ORGANISATION,
            Some(Who::Kind(Kind::Person)) => Guards::OBJECT_PERSON,
            _ => 0,
        };
        let part = self.part.map_or(0, |part| [Guards::NOUN, Guards::VERB, Guards::ADJECTIVE][part as usize]);
        let case = self.case.map_or(0, |case| [Guards::CASE_EXACT, Guards::CASE_LOWER][case as usize]);
        let asked = [(self.next_is.is_some(), Guards::NEXT_NOUN), (self.glossed, Guards::GLOSSED), (self.dated, Guards::DATED)];
        let asked = asked.iter().filter(|(asked, _)| *asked).map(|(_, bit)| *bit);
        let places = self.places.iter().map(|place| Guards::FIRST_PLACE << *place as u32);
        Guards(asked.chain(places).fold(of_subject | of_object | part | case, |bits, bit| bits | bit))
    }

    /// The guards that take words, folded, one and many of each: next, prev, near, subject, object.
    #[must_use]
    pub fn words(&self) -> [Vec<String>; WORD_KEYS] {
        self.lists().map(|(_, list)| {
            let folded: Vec<String> = list.iter().map(|word| fold(word)).collect();
            let many: Vec<String> = folded.iter().filter_map(|word| many(word)).filter(|word| !folded.contains(word)).collect();
            folded.into_iter().chain(many).collect()
        })
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.guards() == Guards::default() && self.lists().iter().all(|(_, list)| list.is_empty())
    }

    fn lists(&self) -> [(&'static str, &[String]); WORD_KEYS] {
        [("next", &self.next), ("prev", &self.prev), ("near", &self.near), ("subject", own_words(&self.subject)), ("object", own_words(&self.object))]
    }

    /// What makes a key useless, in plain English. `phrase` is the entry as written.
    pub fn faults<'a>(&'a self, phrase: &'a str) -> impl Iterator<Item = String> + use<'a> {
        let strange = self.lists().into_iter().flat_map(|(key, list)| list.iter().filter_map(move |word| unreadable(key, word)));
        let own = self.near.iter().filter(move |word| holds(phrase, word));
        let own = own.map(move |word| format!("`near` holds `{word}`, which is a word of `{phrase}` itself; take it out"));
        let subject = (self.subject == Some(Who::Kind(Kind::Condition))).then(|| "`subject` cannot be \"condition\"; `object` can".to_owned());
        strange.chain(own).chain(subject)
    }

    /// A word that both keys hold, so that the entry could never speak.
    #[must_use]
    pub fn shares<'a>(&'a self, other: &Context) -> Option<(&'static str, &'a str)> {
        let pairs = self.lists().into_iter().zip(other.lists());
        pairs.into_iter().find_map(|((key, list), (_, others))| list.iter().find(|word| others.contains(word)).map(|word| (key, word.as_str())))
    }
}

/// The plural of a word that could be a noun. A plural that is no word does no harm, as nobody writes it.
fn many(word: &str) -> Option<String> {
    const SHORTEST: usize = 4;
    let last = word.rsplit([' ', '-']).next().unwrap_or_default();
    (last.len() >= SHORTEST && !last.ends_with('s')).then(|| inflect_phrase(word, Form::Plural))
}

fn own_words(who: &Option<Who>) -> &[String] {
    match who {
        Some(Who::Words(words)) => words,
        _ => &[],
    }
}

/// A neighbour is one or more words as they stand in a text.
fn unreadable(key: &str, word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split([' ', '-']).filter(|part| !part.is_empty()).collect();
    let words: Vec<&str> = tokens(word, &[]).map(|t| &word[t.start..t.end]).collect();
    (parts.is_empty() || parts != words)
        .then(|| format!("`{key}` holds `{word}`, which is not a word or a few words; write words only, without marks"))
}

fn holds(phrase: &str, word: &str) -> bool {
    let plain = !phrase.contains(['(', '~', '?']);
    plain && phrase.split([' ', '-']).any(|part| fold(part) == fold(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(text: &str) -> Context {
        toml::from_str(text).expect("good")
    }

    #[test]
    fn each_key_has_its_bit_or_its_words() {
        let all = context("subject = 'person'\nobject = ['parcel', 'Baby']\nin = ['law', 'heading']\nglossed = true\npart = 'adjective'");
        let bits = Guards::SUBJECT_PERSON | Guards::LAW | Guards::HEADING | Guards::GLOSSED | Guards::ADJECTIVE;
        assert_eq!(all.guards(), Guards(bits));
        assert_eq!(all.words()[4], ["parcel", "baby", "parcels", "babies"]);
        assert!(context("").is_empty() && !all.is_empty());
    }

    #[test]
    fn useless_guards_are_told() {
        let told = |text: &str, phrase: &str| context(text).faults(phrase).collect::<Vec<_>>().join("; ");
        assert!(told("next = ['e.g. this']", "x").contains("without marks"));
        assert!(told("near = ['reach']", "hard to reach").contains("itself"));
        assert!(told("subject = 'condition'", "x").contains("`object` can"));
        assert_eq!(told("near = ['mental health', 'well-being', \"don't\"]", "suffer"), "");
        assert_eq!(context("next = ['a', 'b']").shares(&context("next = ['b']")), Some(("next", "b")));
    }
}
