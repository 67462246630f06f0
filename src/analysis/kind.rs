//! What kind of document it is, and why: a plan ought to invite people, an opening-hours page need not.
//!
//! Front matter decides; else cues in the title, the headings and the text add points (`wordlists/involvement/kinds.toml`).

use std::collections::{BTreeMap, BTreeSet};

use super::involvement::dates::days;
use super::involvement::span_of;
use crate::document::markdown::BlockKind;
use crate::document::{Document, Format};
use crate::input::source::SourceFile;
use crate::input::span::Span;
use crate::phrases::guards::{Site, is_something_else};
use crate::phrases::{Hit, Phrases};
use crate::wordlists::phrase_table::OwnerKind;

/// The kinds of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Asks the public before a decision.
    Consultation,
    /// Looks for people to join a group or panel.
    Recruit,
    /// Says what a service means to do.
    Plan,
    /// Says how a service works.
    Policy,
    /// Says what was done or found.
    Report,
    /// Is about co-production or involvement itself.
    About,
    /// Anything else: leaflets, letters, opening hours, news.
    Info,
}

impl Kind {
    /// Every kind with its name.
    pub const ALL: [(Kind, &'static str); 7] = [
        (Kind::Consultation, "consultation"),
        (Kind::Recruit, "recruit"),
        (Kind::Plan, "plan"),
        (Kind::Policy, "policy"),
        (Kind::Report, "report"),
        (Kind::About, "about"),
        (Kind::Info, "info"),
    ];

    /// The kind with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.iter().find(|(_, n)| n.eq_ignore_ascii_case(name)).map(|(kind, _)| *kind)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Kind::ALL.iter().find(|(kind, _)| *kind == self).map_or("info", |(_, name)| name)
    }
}

/// A kind, and the reason to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The kind.
    pub kind: Kind,
    /// Why: "the title says `strategy`".
    pub why: String,
    /// Why nobody is asked, where the document says so: `involvement: none — the law sets the fee`.
    pub nobody_asked: Option<String>,
}

impl Decision {
    fn new(kind: Kind, why: String) -> Decision {
        Decision { kind, why, nobody_asked: None }
    }
}

/// Points that a kind needs, and by which it must lead the next one.
const ENOUGH: u32 = 5;
const LEAD: u32 = 2;
/// Most points that headings and running text can give a kind.
const MOST_FROM_HEADINGS: u32 = 2;
const MOST_FROM_BODY: u32 = 4;
/// A shorter document is a note or a stub.
const SHORT: usize = 150;
/// A longer document is no news story.
const LONGEST_NEWS: usize = 600;
/// Words that may stand beside the day of a news story: "Published on Friday".
const LABEL: usize = 3;
/// File names that say what a file is, whatever it holds.
const NEVER: [&str; 8] = ["readme", "changelog", "licence", "license", "contributing", "code_of_conduct", "security", "index_template"];

/// Points for one kind, by where they come from.
#[derive(Default)]
struct Points {
    title: BTreeMap<u32, u32>,
    headings: u32,
    body: u32,
    cue: String,
}

impl Points {
    fn total(&self) -> u32 {
        // one cue counts once, at its best place
        self.title.values().sum::<u32>() + self.headings.min(MOST_FROM_HEADINGS) + self.body.min(MOST_FROM_BODY)
    }

    /// Counts a cue in a title.
    fn title(&mut self, entry: u32, cue: &str, value: u32) {
        let known = self.title.entry(entry).or_default();
        if value > *known {
            *known = value;
            self.cue = cue.to_owned();
        }
    }
}

/// Decides the kind of a document. `of_folder` is what the team has said of all documents of its folder.
#[must_use]
pub fn decide(document: &Document<'_>, phrases: &Phrases, hits: &[Hit], of_folder: Option<Kind>) -> Decision {
    let mut decision = decide_kind(document, phrases, hits, of_folder);
    decision.nobody_asked = nobody_asked(document);
    if let Some(reason) = &decision.nobody_asked {
        decision.why.push_str("; nobody is asked, it says: ");
        decision.why.push_str(reason);
    }
    decision
}

/// The reason after `involvement: none`. Without a reason it does not count.
fn nobody_asked(document: &Document<'_>) -> Option<String> {
    let said = document.front_matter.plainly.get("involvement").or(document.front_matter.involvement.as_ref())?;
    let reason = said.trim().strip_prefix("none")?.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | ','));
    (!reason.is_empty()).then(|| reason.to_owned())
}

fn decide_kind(document: &Document<'_>, phrases: &Phrases, hits: &[Hit], of_folder: Option<Kind>) -> Decision {
    let said = document.front_matter.plainly.get("kind").or(document.front_matter.kind.as_ref());
    if let Some((kind, name)) = said.and_then(|name| Some((Kind::named(name)?, name))) {
        return Decision::new(kind, format!("its front matter says `kind: {name}`"));
    }
    if let Some(kind) = of_folder {
        return Decision::new(kind, format!("plainly.toml says `kind = \"{}\"` for its folder", kind.name()));
    }
    let file = document.source.name.rsplit('/').next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    if NEVER.iter().any(|never| stem.eq_ignore_ascii_case(never)) {
        return Decision::new(Kind::Info, format!("a file called `{file}` is for the people who keep the folder"));
    }
    let length = document.length;
    if length < SHORT {
        return Decision::new(Kind::Info, format!("it has {length} words, fewer than {SHORT}"));
    }
    if length < LONGEST_NEWS && is_news(document) {
        return Decision::new(Kind::Info, "a day stands alone under its title, as in a news story".to_owned());
    }
    let mut points: BTreeMap<Kind, Points> = BTreeMap::new();
    titles(document, stem, phrases, &mut points);
    cues(document, phrases, hits, &mut points);
    choose(&points)
}

/// Whether nothing but a day stands under the title: "26 May 2022", "Published: 26 May 2022".
fn is_news(document: &Document<'_>) -> bool {
    let mut blocks = document.blocks.iter().filter(|block| !block.words().is_empty());
    let (Some(title), Some(second)) = (blocks.next(), blocks.next()) else { return false };
    let words = &document.words[second.words()];
    let day = days(document, second.words()).next().map_or(0, |written| written.at.1);
    matches!(title.kind, BlockKind::Heading(_)) && second.kind == BlockKind::Paragraph && day > 0 && words.len() <= day + LABEL
}

fn choose(points: &BTreeMap<Kind, Points>) -> Decision {
    let mut ranked: Vec<(u32, Kind)> = points.iter().map(|(kind, p)| (p.total(), *kind)).collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let next = ranked.get(1).map_or(0, |r| r.0);
    match ranked.first() {
        Some((best, kind)) if *best >= ENOUGH && *best >= next + LEAD => {
            let cue = &points[kind].cue;
            let why = if cue.is_empty() { format!("{best} points from its headings and text") } else { format!("its title says `{cue}`") };
            Decision::new(*kind, why)
        }
        _ => Decision::new(Kind::Info, "nothing in its title or text says that it is anything else".to_owned()),
    }
}

/// The front-matter title and the file name are not prose of the document: they are read as a small one of their own, a paragraph each.
fn titles(document: &Document<'_>, stem: &str, phrases: &Phrases, points: &mut BTreeMap<Kind, Points>) {
    let title = document.front_matter.title.as_deref().unwrap_or_default().replace('\n', " ");
    let source = SourceFile { name: String::new(), text: format!("{title}\n\n{}", stem.replace(['-', '_'], " ")) };
    let small = Document::new(&source, Format::Text);
    let name_starts = title.len() as u32;
    for Cue { kind, entry, words, value } in phrases.scan(&small).iter().filter_map(|hit| cue(&small, phrases, hit, |_| "title")) {
        // a file name says a little less than a title
        let less = u32::from(small.source_span(words).start >= name_starts);
        points.entry(kind).or_default().title(entry, small.prose_of(words), value.saturating_sub(less));
    }
}

fn cues(document: &Document<'_>, phrases: &Phrases, hits: &[Hit], points: &mut BTreeMap<Kind, Points>) {
    let title = document.title_block().map(|block| block.prose);
    let mut seen = BTreeSet::new();
    let place = |hit: &Hit| {
        let block = document.block_of(&document.sentences[hit.sentence as usize]);
        match block.kind {
            _ if title == Some(block.prose) => "title",
            BlockKind::Heading(_) => "heading",
            _ => "body",
        }
    };
    for (hit, Cue { kind, entry, words, value }) in hits.iter().filter_map(|hit| Some((hit, cue(document, phrases, hit, place)?))) {
        let of = points.entry(kind).or_default();
        match place(hit) {
            "title" => of.title(entry, document.prose_of(words), value),
            "heading" if seen.insert(entry) => of.headings += value,
            "body" if seen.insert(entry) => of.body += value,
            _ => {}
        }
    }
}

/// A cue in its place.
struct Cue {
    kind: Kind,
    entry: u32,
    words: Span,
    value: u32,
}

/// The cue that a hit is, if it stands where it must.
fn cue(document: &Document<'_>, phrases: &Phrases, hit: &Hit, place: impl Fn(&Hit) -> &'static str) -> Option<Cue> {
    let entry = phrases.entry(hit.entry);
    let owner = entry.owner();
    if owner.kind() != OwnerKind::Kind || entry.say().next() != Some(place(hit)) || is_something_else(&Site { document, hit: *hit, entry }) {
        return None;
    }
    Some(Cue { kind: Kind::named(owner.name())?, entry: hit.entry.index(), words: span_of(document, hit), value: entry.points() })
}
