//! The words next to the hit and near it, as the entry asks (`skip_if`, `only_if`).

use super::Site;
use crate::language::classes::Class;
use crate::language::fold::{eq_folded, fold_hash};
use crate::language::tokens::Gap;
use crate::wordlists::phrase_table::{Guards, Near};

/// Whether the neighbours silence the hit.
pub fn silence(site: &Site<'_>) -> bool {
    [Near::Next, Near::Prev, Near::Sentence].into_iter().any(|near| skipped(site, near) || missing(site, near)) || describes_a_noun(site)
}

fn skipped(site: &Site<'_>, near: Near) -> bool {
    site.entry.skip_words(near).any(|phrase| stands(site, near, phrase))
}

fn missing(site: &Site<'_>, near: Near) -> bool {
    site.entry.needed_words(near).len() > 0 && !site.entry.needed_words(near).any(|phrase| stands(site, near, phrase))
}

/// Whether a word or phrase stands at a place: just after the hit, just before it, or anywhere in its sentence.
fn stands(site: &Site<'_>, near: Near, phrase: &str) -> bool {
    let parts = || phrase.split([' ', '-']).filter(|part| !part.is_empty());
    let (length, sentence) = (parts().count(), site.sentence().words());
    let first = fold_hash(parts().next().unwrap_or_default());
    let words = &site.document.words;
    let matches_at = |at: usize| {
        at + length <= sentence.end
            && words[at].hash == first
            && parts().zip(&words[at..]).all(|(part, word)| eq_folded(site.document.text(*word), part))
    };
    match near {
        Near::Next => matches_at(site.after()),
        Near::Prev => site.first() >= sentence.start + length && matches_at(site.first() - length),
        // one word of the phrase itself is no neighbour; a longer phrase may reach into it ("video consultation")
        Near::Sentence => sentence.clone().any(|at| matches_at(at) && (length > 1 || !(site.first()..site.after()).contains(&at))),
    }
}

/// "the disabled student": the phrase goes on into a noun. "the disabled are", "the disabled." and "the disabled," do not.
fn describes_a_noun(site: &Site<'_>) -> bool {
    if !site.entry.guards().has(Guards::NEXT_NOUN) {
        return false;
    }
    let Some(next) = site.next() else { return false };
    let between = site.around().1.trim_start_matches(char::is_whitespace);
    let opens = between.starts_with(['"', '“', '‘', '(', '[', '\'']);
    (next.gap() != Gap::Mark || opens) && !next.is(Class::Function)
}
