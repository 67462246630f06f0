//! Capitals that decide: `SU` is not `su`; a capital inside a sentence is a name.

use super::Site;
use crate::wordlists::phrase_table::Guards;

/// Whether the capitals silence the hit.
pub fn silences(site: &Site<'_>, guards: Guards) -> bool {
    let words = &site.document.words[site.first()..site.after()];
    if guards.has(Guards::CASE_EXACT) {
        let written: Vec<&str> = words.iter().map(|w| site.document.text(*w)).collect();
        let listed: Vec<&str> = site.entry.phrase().split([' ', '-']).collect();
        return written != listed;
    }
    guards.has(Guards::CASE_LOWER) && site.prev().is_some() && words.iter().any(|w| w.is_capital())
}
