//! Quoted speech: what people said is theirs, in block quotes and in quotation marks of more than three words.

use super::Site;
use crate::document::{Document, Sentence};

/// Words in quotation marks from which on they are speech and not a phrase set off.
const SPEECH: usize = 4;

/// Bytes around a hit in which a quotation is looked for: longer speech is a block quote.
const WINDOW: usize = 2_000;

/// Whether the hit stands in somebody's words. A quotation that is the phrase and no more, without the mark that ends speech, is a title: the
/// “You said, we did” board.
pub fn silences(site: &Site<'_>) -> bool {
    if site.block().quoted && !is_callout(site) {
        return true;
    }
    in_marks(site, &[('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')])
}

/// Whether the hit stands in speech between double marks: nobody can say what somebody said in plainer words.
pub fn is_said(site: &Site<'_>) -> bool {
    in_marks(site, &[('“', '”'), ('"', '"')])
}

/// Whether most of a sentence stands in quotation marks. What people said is theirs: who reports it cannot make it shorter or easier.
pub fn is_mostly_said(document: &Document<'_>, sentence: &Sentence) -> bool {
    let words = document.words_of(sentence);
    let Some(middle) = words.get(words.len() / 2) else { return false };
    let (text, whole, sentence) = (&document.prose.text, document.block_of(sentence).prose.range(), sentence.prose.range());
    let base = text.floor_char_boundary(whole.start.max(sentence.start.saturating_sub(WINDOW)));
    let block = &text[base..text.floor_char_boundary(whole.end.min(sentence.end + WINDOW))];
    let at = middle.span.start as usize - base;
    [('“', '”'), ('"', '"'), ('‘', '’')].iter().filter(|(open, _)| block[..at].contains(*open)).any(|&(open, close)| {
        quoted(block, at, open, close).is_some_and(|(from, to)| {
            let said = (to + base).min(sentence.end).saturating_sub((from + base).max(sentence.start));
            said * 2 > sentence.len()
        })
    })
}

fn in_marks(site: &Site<'_>, marks: &[(char, char)]) -> bool {
    let (text, whole) = (&site.document.prose.text, site.block().prose.range());
    let (at, end) = (site.document.words[site.first()].span.start as usize, site.document.words[site.after() - 1].span.end as usize);
    // a window of the block, so that a block of a million bytes is not read once for each of its hits
    let base = text.floor_char_boundary(whole.start.max(at.saturating_sub(WINDOW)));
    let block = &text[base..text.floor_char_boundary(whole.end.min(end + WINDOW))];
    let (at, end) = (at - base, end - base);
    let is_title = |from: usize, to: usize| block[from..to].trim() == &block[at..end];
    marks.iter().filter(|(open, _)| block[..at].contains(*open)).any(|&(open, close)| {
        quoted(block, at, open, close)
            .is_some_and(|(from, to)| to >= end && block[from..to].split_whitespace().count() >= SPEECH && !is_title(from, to))
    })
}

/// A block that is set off like a quotation and begins with "Note:" or "Important:" quotes nobody.
fn is_callout(site: &Site<'_>) -> bool {
    const LABELS: [&str; 7] = ["note", "important", "tip", "warning", "please note", "reminder", "remember"];
    let text = site.document.prose_of(site.block().prose);
    text.split_once(':').is_some_and(|(label, _)| LABELS.iter().any(|l| label.trim().eq_ignore_ascii_case(l)))
}

/// The quotation around a byte of a block. A single closing quote inside a word is an apostrophe.
fn quoted(block: &str, at: usize, open: char, close: char) -> Option<(usize, usize)> {
    let mut start = None;
    for (i, mark) in block.match_indices([open, close]) {
        let next_is_letter = || block[i + mark.len()..].starts_with(char::is_alphanumeric);
        if start.is_some() && mark.starts_with(close) && !(matches!(close, '’' | '\'') && next_is_letter()) {
            let from: usize = start.take()?;
            if from <= at && at < i {
                return Some((from, i));
            }
        } else if start.is_none() && mark.starts_with(open) && !block[..i].ends_with(char::is_alphanumeric) {
            if i > at {
                return None;
            }
            start = Some(i + mark.len());
        }
    }
    // speech over many paragraphs opens each of them, also after "she said:", and closes the last alone
    let opens_speech = |from: usize| from == open.len_utf8() || block[..from - open.len_utf8()].trim_end().ends_with([':', ',']);
    start.filter(|from| open != '\'' && *from <= at && opens_speech(*from)).map(|from| (from, block.len()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn speech_is_left_alone() {
        for text in ["“We live with what they call you said, we did,” he told us.", "“You said, we did,” he told us.", "> You said, we did."]
        {
            assert_eq!(finds("power/you-said-we-did", text), 0, "{text}");
        }
        assert_eq!(finds("deficit/group-label", "He told us: 'I was one of the homeless'."), 0);
    }

    #[test]
    fn speech_is_left_in_the_words_of_whoever_spoke() {
        for text in ["“We will utilise the hall,” she said.", "He said: \"They utilise the hall a lot.\""] {
            assert_eq!(finds("jargon/wordy-phrase", text), 0, "{text}");
        }
        assert_eq!(finds("jargon/wordy-phrase", "We will utilise the “old hall”, as we call it."), 1);
        assert_eq!(finds("jargon/wordy-phrase", "> We will utilise the hall."), 1);
    }

    #[test]
    fn speech_that_goes_on_in_the_next_paragraph_is_speech() {
        assert_eq!(finds("deficit/group-label", "“We met the homeless each night.\n\n“We gave the homeless soup,” she said."), 0);
        assert_eq!(finds("deficit/group-label", "\"We met the homeless each night.\n\n\"We gave the homeless soup,\" she said."), 0);
        assert_eq!(finds("deficit/group-label", "Ann Lee said: “We met the homeless each night.\n\n“It was cold.”"), 0);
        assert_eq!(finds("deficit/group-label", "The 6\" pipe is by the beds for the homeless."), 1);
    }

    #[test]
    fn long_sentences_of_people_who_were_asked_are_theirs() {
        let said = "I was passed from one office to the next for months and in the end there was no one who could tell me if I would ever get a home of my own or not";
        let rule = "sentences/too-long";
        assert_eq!(finds(rule, &format!("{said}.")), 1);
        for text in [
            format!("“{said}.”"),
            format!("\"{said}.\""),
            format!("One parent said: ‘{said}.’"),
            format!("“It was hard. {said}.”"),
            format!("> \"{said}.\" - Ann"),
        ] {
            assert_eq!(finds(rule, &text), 0, "{text}");
        }
        assert_eq!(finds(rule, &format!("At the “open door” club {said}.")), 1);
        assert_eq!(finds(rule, &format!("“Come in,” we say. {said}.")), 1);
    }

    #[test]
    fn a_note_that_is_set_off_quotes_nobody() {
        assert_eq!(finds("deficit/group-label", "> **Note:** beds for the homeless are free."), 1);
        assert_eq!(finds("deficit/group-label", "> Beds for the homeless were free."), 0);
    }

    #[test]
    fn a_title_is_not_speech() {
        assert_eq!(finds("power/you-said-we-did", "Look at our “You said, we did” board."), 1);
        assert_eq!(finds("power/you-said-we-did", "Avoid the phrase “you said, we did”."), 0);
    }
}
