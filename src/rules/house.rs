//! What a team has settled, against what the built-in lists would say: a word it accepts is not flagged, and a word that people disagree about is
//! the team's to decide.

use std::collections::{HashMap, HashSet};

use crate::phrases::{Hit, Phrases};
use crate::wordlists::house::{ACCEPTED, HOUSE_RULE, STYLE};

/// The rule that speaks of words on which guides disagree.
const CONTESTED: &str = "deficit/contested";

/// What the team's entries say of the words of one document.
#[derive(Default)]
pub struct Settled<'p> {
    /// Words that are accepted as they stand.
    accepted: HashSet<(u32, u32)>,
    /// Words of which one rule does not speak.
    allowed: HashSet<((u32, u32), &'p str)>,
    /// For each word of a term that the team has decided about: the hit that says so.
    decided: HashMap<u32, usize>,
}

/// What is to be said of a hit of a built-in list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What the list says.
    AsListed,
    /// Nothing: the team has settled it, or says so itself.
    Nothing,
    /// What the house style says, by the index of its hit.
    HouseStyle(usize),
}

impl<'p> Settled<'p> {
    /// Reads the hits of a document.
    #[must_use]
    pub fn of(phrases: &'p Phrases, hits: &[Hit]) -> Settled<'p> {
        let mut settled = Settled::default();
        for (index, hit) in hits.iter().enumerate().filter(|(_, hit)| hit.entry.is_house()) {
            let entry = phrases.entry(hit.entry);
            let list = entry.owner();
            let owner = list.index;
            if owner == ACCEPTED {
                settled.accepted.insert(hit.words);
            } else if list.name() != HOUSE_RULE {
                settled.allowed.insert((hit.words, list.name()));
                continue;
            } else if owner != STYLE && !entry.on() {
                continue;
            }
            for word in hit.words.0..hit.words.1 {
                settled.decided.entry(word).or_insert(index);
            }
        }
        settled
    }

    /// What is to be said of a hit.
    #[must_use]
    pub fn verdict(&self, phrases: &Phrases, rule: &str, hit: &Hit, hits: &[Hit]) -> Verdict {
        if self.accepted.contains(&hit.words) && rule != HOUSE_RULE || self.allowed.contains(&(hit.words, rule)) {
            return Verdict::Nothing;
        }
        let decided = (rule == CONTESTED).then(|| (hit.words.0..hit.words.1).find_map(|word| self.decided.get(&word))).flatten();
        match decided {
            None => Verdict::AsListed,
            Some(&index) => {
                let entry = phrases.entry(hits[index].entry);
                // an entry that is on speaks for itself
                if entry.owner().index == STYLE && !entry.on() { Verdict::HouseStyle(index) } else { Verdict::Nothing }
            }
        }
    }
}
