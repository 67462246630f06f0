//! More short forms than a reader can carry: in one sentence, or on the page as a whole. Those that everyone knows do not count.

use std::collections::BTreeMap;

use super::{finding, is_unfamiliar, related};
use crate::document::Sentence;
use crate::findings::{Finding, Level, Maturity, REPEAT};
use crate::rules::{Check, Cx, Meta};

/// Different short forms of a sentence that are still few.
const FEW: usize = 3;
/// Words of a page for each use of a short form, below which there are many.
const WORDS_EACH: usize = 40;
/// Different short forms of a page from which on they can be many.
const MANY: usize = 6;
/// Short forms that are named in a message.
const SHOWN: usize = 6;

/// The rule.
pub struct TooMany;

static META: Meta = Meta {
    id: "acronyms/too-many",
    summary: "more short forms than a reader can carry",
    level: Level::Warning,
    maturity: Maturity::Trial,
    since: "0.1.0",
    why: "Each short form has to be turned back into words. A few at once stop most readers.",
    sources: &["Co-production top tips: no jargon or acronyms"],
    bad: &["The ICB, PCN, MDT and CMHT use the form.", "Ask the CPN, the AMHP, the PPG or the HWB.", "Send the JSNA, HWB, VCSE and ICB papers."],
    good: &["The UK, the NHS, the BBC and the EU agree.", "The ICB and the PCN agree with the MDT.", "Call your GP, the NHS or 999."],
};

impl Check for TooMany {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn document(&self, cx: &Cx<'_>, out: &mut Vec<Finding>) {
        // the short forms of each sentence of running text, by its place
        let mut sentences: BTreeMap<u32, (&Sentence, Vec<&str>)> = BTreeMap::new();
        let (mut uses, mut different) = (0, Vec::new());
        for short in cx.acronyms.iter().filter(|short| is_unfamiliar(cx, short) && (short.listed.is_some() || short.short.len() > 2)) {
            let mut counted = false;
            for word in short.uses.iter().map(|other| other.word).chain(short.definitions.iter().map(|other| other.word)) {
                let sentence = cx.document.sentence_at(word as usize);
                let block = cx.document.block_of(sentence);
                if !block.is_running_text() || block.quoted {
                    continue;
                }
                let held = &mut sentences.entry(sentence.prose.start).or_insert((sentence, Vec::new())).1;
                // all places of one short form come together
                if held.last() != Some(&short.short.as_str()) {
                    held.push(&short.short);
                }
                (uses, counted) = (uses + 1, true);
            }
            if counted {
                different.push(short.short.as_str());
            }
        }
        let full: Vec<&(&Sentence, Vec<&str>)> = sentences.values().filter(|(_, held)| held.len() > FEW).collect();
        if let Some(((first, held), rest)) = full.split_first() {
            let message = format!("this sentence has {} short forms: {}", held.len(), listed(held));
            let places = rest.iter().map(|(other, _)| related(cx, other.prose, REPEAT)).collect();
            out.push(finding(cx, &META, first.prose, message, "write the rarer ones in full, or say it in two sentences".to_owned(), places));
        } else if different.len() >= MANY
            && uses * WORDS_EACH > cx.document.length
            && let Some((first, _)) = sentences.values().next()
        {
            let message = format!("this page has {} short forms in {} words: {}", different.len(), cx.document.length, listed(&different));
            out.push(finding(cx, &META, first.prose, message, "write those that come once or twice in full".to_owned(), Vec::new()));
        }
    }
}

fn listed(short: &[&str]) -> String {
    let shown: Vec<String> = short.iter().take(SHOWN).map(|letters| format!("`{letters}`")).collect();
    let more = if short.len() > SHOWN { " …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
