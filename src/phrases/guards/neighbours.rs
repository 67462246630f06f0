//! The words next to the hit and near it, as the entry asks (`skip_if`, `only_if`).

use super::{Site, who};
use crate::language::fold::eq_folded;
use crate::wordlists::phrase_table::Near;

/// How many words away a word of the same sentence still counts: longer sentences are lists, or no sentences at all.
const FAR: usize = 60;

/// Whether the neighbours silence the hit, or its list leaves the phrase around it alone.
pub fn silence(site: &Site<'_>) -> bool {
    Near::ALL.into_iter().any(|near| skipped(site, near) || missing(site, near)) || site.entry.owner().except().any(|phrase| lies_in(site, phrase))
}

/// Whether the hit is part of a phrase that its list leaves alone.
fn lies_in(site: &Site<'_>, phrase: &str) -> bool {
    let (sentence, words) = (site.sentence().words(), &site.document.words);
    let parts = || phrase.split([' ', '-']).filter(|part| !part.is_empty());
    let (length, own) = (parts().count(), site.after() - site.first());
    length >= own
        && (site.first().saturating_sub(length - own).max(sentence.start)..=site.first())
            .any(|at| at + length <= sentence.end && parts().zip(&words[at..]).all(|(part, word)| eq_folded(site.document.text(*word), part)))
}

fn skipped(site: &Site<'_>, near: Near) -> bool {
    site.entry.skip_words(near).any(|phrase| stands(site, near, phrase))
}

fn missing(site: &Site<'_>, near: Near) -> bool {
    site.entry.needed_words(near).len() > 0 && !site.entry.needed_words(near).any(|phrase| stands(site, near, phrase))
}

/// Whether a word or phrase stands at a place: just after the hit, just before it, or anywhere in its sentence.
fn stands(site: &Site<'_>, near: Near, (first, phrase): (u32, &str)) -> bool {
    let parts = || phrase.split([' ', '-']).filter(|part| !part.is_empty());
    let (sentence, words) = (site.sentence().words(), &site.document.words);
    let matches_at = |at: usize| {
        at < sentence.end && words[at].hash == first && {
            let length = parts().count();
            at + length <= sentence.end && parts().zip(&words[at..]).all(|(part, word)| eq_folded(site.document.text(*word), part))
        }
    };
    // looked for by hash alone first: a pattern may name a hundred neighbours, and hardly ever does one of them stand there
    let any_in = |window: std::ops::Range<usize>| window.into_iter().filter(|at| words[*at].hash == first).any(matches_at);
    match near {
        Near::Next => matches_at(site.after()) && !parted(site, site.after()),
        Near::Prev => {
            let length = parts().count();
            site.first() >= sentence.start + length && matches_at(site.first() - length) && !parted(site, site.first())
        }
        // the words of the hit count too: a `~` may have taken one in, and "video consultation" reaches into "consultation"
        Near::Sentence => any_in(sentence.start.max(site.first().saturating_sub(FAR))..sentence.end.min(site.after() + FAR)),
        Near::Subject => any_in(sentence.start.max(site.first().saturating_sub(who::BEFORE))..site.first()),
        Near::Object => any_in(site.after()..sentence.end.min(site.after() + who::AFTER)),
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
    use super::super::tests::{finds, finds_with};
    use super::*;
    use crate::document::{Document, Format};
    use crate::input::source::SourceFile;
    use crate::phrases::Phrases;
    use crate::wordlists::phrase_table::Entry;

    #[test]
    fn words_next_to_it_and_near_it_decide() {
        assert_eq!(finds("jargon/buzzword", "We will change at pace."), 1);
        assert_eq!(finds("jargon/buzzword", "Keep running at pace."), 0);
        assert_eq!(finds("power/you-said-we-did", "You said, we did: the lift is mended."), 1);
        assert_eq!(finds("power/you-said-we-did", "You said we did well."), 0);
        assert_eq!(finds("power/you-said-we-did", "You said, we did: a ramp."), 1, "a mark parts neighbours");
    }

    #[test]
    fn noun_or_verb_is_told_by_the_neighbours() {
        let entry = |more: &str| format!("instead_of = 'address'\nsay = ['deal with']\ninflect = 'verb'\n{more}");
        let guarded = entry("only_if = { part = 'verb', next = ['the', 'these', 'this'] }\nskip_if = { prev = ['email', 'your'] }");
        let near = entry("skip_if = { near = ['web page'], next = ['label'] }");
        assert_eq!(finds_with(&near, "We address our web pages to all.") + finds_with(&near, "She will address labels."), 0, "one and many");
        for (text, found) in [("We will address the gap.", 1), ("Give your address.", 0), ("Your address the same?", 0)] {
            assert_eq!(finds_with(&guarded, text), found, "{text}");
        }
    }

    #[test]
    fn a_phrase_that_the_list_leaves_alone_holds_the_whole_hit() {
        let text = "The lunch club on the Care-of-the-Elderly corridor is for the elderly.".to_owned();
        let source = SourceFile { name: "page.md".to_owned(), text };
        let (document, phrases) = (Document::new(&source, Format::Markdown), Phrases::new(None));
        let hits = phrases.scan(&document);
        let of_list = |entry: Entry<'_>| entry.owner().name() == "deficit/group-label" && entry.phrase().contains("elderly");
        let sites = hits.iter().filter(|hit| of_list(phrases.entry(hit.entry)));
        let left: Vec<bool> =
            sites.map(|hit| lies_in(&Site { document: &document, hit: *hit, entry: phrases.entry(hit.entry) }, "care of the elderly")).collect();
        assert_eq!(left, [true, false]);
    }
}
