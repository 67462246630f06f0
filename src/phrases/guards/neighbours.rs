//! The words next to the hit and near it, as the entry asks (`skip_if`, `only_if`).

use super::{Site, follows};
use crate::language::fold::{eq_folded, fold_hash};
use crate::wordlists::phrase_table::{Guards, Near};

/// How many words away a word of the same sentence still counts: longer sentences are lists, or no sentences at all.
const FAR: usize = 60;

/// Whether the neighbours silence the hit.
pub fn silence(site: &Site<'_>) -> bool {
    [Near::Next, Near::Prev, Near::Sentence].into_iter().any(|near| skipped(site, near) || missing(site, near))
        || site.entry.guards().has(Guards::NEXT_NOUN) && follows::is_described(site)
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
    let (sentence, words) = (site.sentence().words(), &site.document.words);
    let first = fold_hash(parts().next().unwrap_or_default());
    let matches_at = |at: usize| {
        at < sentence.end && words[at].hash == first && {
            let length = parts().count();
            at + length <= sentence.end && parts().zip(&words[at..]).all(|(part, word)| eq_folded(site.document.text(*word), part))
        }
    };
    match near {
        Near::Next => matches_at(site.after()) && !parted(site, site.after()),
        Near::Prev => {
            let length = parts().count();
            site.first() >= sentence.start + length && matches_at(site.first() - length) && !parted(site, site.first())
        }
        // looked for by hash alone first: a pattern may name a hundred neighbours, and hardly ever does one of them stand there.
        // The words of the hit count too: a `~` may have taken one in, and "video consultation" reaches into "consultation"
        Near::Sentence => {
            let window = sentence.start.max(site.first().saturating_sub(FAR))..sentence.end.min(site.after() + FAR);
            window.filter(|at| words[*at].hash == first).any(matches_at)
        }
    }
}

/// Whether a mark that ends a part of the sentence stands before a word: "we did: a ramp" is not "we did a ramp". Quotation marks do not.
fn parted(site: &Site<'_>, word: usize) -> bool {
    let words = &site.document.words;
    let (from, to) = (words[word - 1].span.end as usize, words[word].span.start as usize);
    site.document.prose.text[from..to].contains([',', ';', ':', '.', '!', '?', '–', '—'])
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn words_next_to_it_and_near_it_decide() {
        assert_eq!(finds("jargon/buzzword", "We will change at pace."), 1);
        assert_eq!(finds("jargon/buzzword", "Keep running at pace."), 0);
        assert_eq!(finds("power/you-said-we-did", "You said, we did: the lift is mended."), 1);
        assert_eq!(finds("power/you-said-we-did", "You said we did well."), 0);
        assert_eq!(finds("power/you-said-we-did", "You said, we did: a ramp."), 1, "a mark parts neighbours");
    }
}
