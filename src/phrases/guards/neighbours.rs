//! The words next to the hit and near it, as the entry asks (`skip_if`, `only_if`).

use std::ops::Range;

use super::{Site, who};
use crate::wordlists::phrase_list::{Listed, PhraseList};
use crate::wordlists::phrase_table::Near;

/// How many words away a word of the same sentence still counts: longer sentences are lists, or no sentences at all.
const FAR: usize = 60;

/// Whether the neighbours silence the hit, or its list leaves the phrase around it alone.
pub fn silence(site: &Site<'_>) -> bool {
    let asked = site.entry.asks_for_words() && Near::ALL.into_iter().any(|near| skipped(site, near) || missing(site, near));
    asked || is_left_alone(site, site.entry.owner().except())
}

fn skipped(site: &Site<'_>, near: Near) -> bool {
    let words = site.entry.skip_words(near);
    !words.is_empty() && any_stands(site, near, words)
}

fn missing(site: &Site<'_>, near: Near) -> bool {
    let words = site.entry.needed_words(near);
    !words.is_empty() && !any_stands(site, near, words)
}

/// Whether the hit is part of a phrase that its list leaves alone.
fn is_left_alone(site: &Site<'_>, phrases: PhraseList<'_>) -> bool {
    if phrases.is_empty() {
        return false;
    }
    let most_before = phrases.longest.saturating_sub(site.after() - site.first());
    let from = site.first().saturating_sub(most_before).max(site.sentence().words().start);
    (from..=site.first()).any(|at| phrases_at(site, phrases, at).any(|phrase| at + phrase.words >= site.after()))
}

/// Whether a word or phrase of a list stands at a place.
fn any_stands(site: &Site<'_>, near: Near, list: PhraseList<'_>) -> bool {
    let sentence = site.sentence().words();
    let any_in = |mut window: Range<usize>| window.any(|at| phrases_at(site, list, at).next().is_some());
    match near {
        Near::Next => any_in(site.after()..sentence.end.min(site.after() + 1)) && !parted(site, site.after()),
        Near::Prev => {
            let from = site.first().saturating_sub(list.longest).max(sentence.start);
            let ends_here = |at: usize| phrases_at(site, list, at).any(|phrase| at + phrase.words == site.first());
            (from..site.first()).any(ends_here) && !parted(site, site.first())
        }
        // the words of the hit count too: a `~` may have taken one in, and "video consultation" reaches into "consultation"
        Near::Sentence => any_in(sentence.start.max(site.first().saturating_sub(FAR))..sentence.end.min(site.after() + FAR)),
        Near::Subject => any_in(sentence.start.max(site.first().saturating_sub(who::BEFORE))..site.first()),
        Near::Object => any_in(site.after()..sentence.end.min(site.after() + who::AFTER)),
    }
}

/// The phrases of a list that stand at a word, within its sentence.
fn phrases_at<'a>(site: &Site<'a>, list: PhraseList<'a>, at: usize) -> impl Iterator<Item = Listed<'a>> {
    let (document, end) = (site.document, site.sentence().words().end);
    list.beginning(document.words[at].hash).filter(move |phrase| phrase.begins(document.words[at..end].iter().map(|word| document.text(*word))))
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
    use crate::wordlists::pack::{Pack, Writer};
    use crate::wordlists::phrase_list::pack_list;
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
        let mut writer = Writer::default();
        let list = pack_list(&mut writer, &["care of the elderly".to_owned()]);
        let bytes = writer.finish();
        let alone = PhraseList::at(Pack::open(&bytes), list);
        let sites = hits.iter().map(|hit| Site { document: &document, hit: *hit, entry: phrases.entry(hit.entry) });
        let left: Vec<bool> = sites.filter(|site| of_list(site.entry)).map(|site| is_left_alone(&site, alone)).collect();
        assert_eq!(left, [true, false]);
    }
}
