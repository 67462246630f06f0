//! The shape of the files in `wordlists/`: what a person may write in each, and what may be left out.

use serde::Deserialize;
use toml::Spanned;

use super::context::Context;
use super::level::{Level, Maturity};
use crate::language::inflection::Inflect;

/// `wordlists/<family>/<rule>.toml`: a rule and its words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// What the rule is.
    pub rule: RuleHead,
    /// Its words.
    #[serde(default)]
    pub word: Vec<Word>,
}

/// What a rule is: everything that `explain`, the README table and the reports say of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleHead {
    /// One line, lower case: the README row.
    pub summary: Spanned<String>,
    /// How serious its findings are, unless a word says otherwise.
    pub level: Level,
    /// Whether it is on by default.
    pub maturity: Maturity,
    /// The version it came with.
    pub since: String,
    /// What a finding says; `{quote}` stands for the author's words.
    pub message: Spanned<String>,
    /// Why it matters to a reader.
    pub why: Spanned<String>,
    /// Who says so.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Whether all its findings in a file are told as one.
    #[serde(default)]
    pub once: bool,
    /// Phrases in which none of its words is meant.
    #[serde(default)]
    pub except: Vec<Spanned<String>>,
    /// Sentences in which it must fire.
    pub bad: Vec<Spanned<String>>,
    /// Near misses in which it must stay silent.
    pub good: Vec<Spanned<String>>,
}

/// One entry: words to notice, and what could be written instead.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// The words, in the notation of [`super::notation`].
    #[cfg_attr(test, schemars(with = "String"))]
    pub instead_of: Spanned<String>,
    /// What to write; round brackets hold advice, `…` a gap to fill; none means leave the words out.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub say: Vec<Spanned<String>>,
    /// Which word of the phrase changes its form.
    #[serde(default)]
    pub inflect: Inflect,
    /// Why, where it differs from the rule's reason.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub why: Option<Spanned<String>>,
    /// The authority for this entry.
    pub source: Option<String>,
    /// What a finding says, where it differs from the rule's message.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub message: Option<Spanned<String>>,
    /// The level, where it differs from the rule's.
    pub level: Option<Level>,
    /// How often the words mean something else.
    #[serde(default)]
    pub risk: Risk,
    /// Whether it is a term of the law, to keep and explain.
    #[serde(default)]
    pub legal: bool,
    /// Whether it is told as one finding a file with the other such words of its list.
    #[serde(default)]
    pub once: bool,
    /// When to stay silent.
    #[serde(default)]
    pub skip_if: Context,
    /// When alone to speak.
    #[serde(default)]
    pub only_if: Context,
    /// Whether `--fix` may write the one replacement without a person looking.
    #[cfg_attr(test, schemars(with = "Option<bool>"))]
    pub fix: Option<Spanned<bool>>,
    /// Sentences that must be flagged.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub flag: Vec<Spanned<String>>,
    /// Sentences that must not.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub ok: Vec<Spanned<String>>,
    /// Who has looked at this entry.
    pub reviewed: Option<Review>,
}

impl Word {
    /// Whether the entry runs: its words nearly always mean this, or it has a guard that shows what they mean, with sentences to test it.
    #[must_use]
    pub fn runs(&self) -> bool {
        let shows_sense = !self.only_if.is_empty() || self.skip_if.glossed || self.skip_if.next_is.is_some();
        match self.risk {
            Risk::Low => true,
            Risk::Med => shows_sense && !self.flag.is_empty() && !self.ok.is_empty(),
            Risk::High => false,
        }
    }
}

/// Who has reviewed an entry, and when.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// A person or a group.
    pub by: String,
    /// The day.
    #[cfg_attr(test, schemars(with = "String"))]
    pub on: toml::value::Datetime,
    /// Whether they have lived experience of what the words describe.
    #[serde(default)]
    pub lived_experience: bool,
}

/// How often the words mean something else in real documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Risk {
    /// Hardly ever: on by default.
    #[default]
    Low,
    /// Sometimes: off, unless a tested guard shows what they mean.
    Med,
    /// Often: off.
    High,
}

/// `wordlists/english/<class>.toml`: a class of words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassFile {
    /// The name of the class and of the file.
    pub class: Spanned<String>,
    /// How each word changes its form.
    #[serde(default)]
    pub inflect: Inflect,
    /// The words, one word each.
    pub words: Vec<Spanned<String>>,
}

/// `wordlists/involvement/<element>.toml`: patterns that show one element of an invitation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceFile {
    /// Which element.
    pub evidence: EvidenceHead,
    /// Its patterns.
    pub pattern: Vec<EvidencePattern>,
}

/// Which element of an invitation a file of patterns shows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceHead {
    /// The element's name and the file's.
    pub element: Spanned<String>,
    /// What it shows, in a few words.
    pub summary: String,
}

/// One pattern of evidence.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidencePattern {
    /// The pattern, in the notation of [`super::notation`].
    pub find: Spanned<String>,
    /// A finer kind within the element (`in-person`, `stub` …).
    #[serde(default)]
    pub kind: String,
    /// Words in the same sentence that make it something else.
    #[serde(default)]
    pub unless_near: Vec<String>,
    /// Sentences that must show the element.
    #[serde(default)]
    pub flag: Vec<Spanned<String>>,
    /// Sentences that must not.
    #[serde(default)]
    pub ok: Vec<Spanned<String>>,
}

/// `wordlists/involvement/kinds.toml`: how the kind of a document is told.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindsFile {
    /// The kinds.
    pub kinds: KindsHead,
    /// What points to each.
    pub cue: Vec<KindCue>,
}

/// The kinds of document, most telling first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindsHead {
    /// Order in which equal points are settled.
    pub order: Vec<Spanned<String>>,
}

/// Words that point to a kind of document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindCue {
    /// The kind.
    pub kind: Spanned<String>,
    /// Where the words must stand.
    #[serde(rename = "where")]
    pub place: CuePlace,
    /// The words.
    pub find: Spanned<String>,
    /// How much they count.
    pub points: u32,
    /// Words in the same sentence or title that make it something else.
    #[serde(default)]
    pub unless_near: Vec<String>,
}

/// Where a cue must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CuePlace {
    /// The front-matter title, the first heading, the file name.
    Title,
    /// Any other heading.
    Heading,
    /// Running text.
    Body,
}

impl CuePlace {
    /// Its name, as in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            CuePlace::Title => "title",
            CuePlace::Heading => "heading",
            CuePlace::Body => "body",
        }
    }
}

/// `wordlists/acronyms/<sector>.toml`: short forms and what they stand for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcronymFile {
    /// The short forms.
    pub acronym: Vec<Acronym>,
}

/// One short form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acronym {
    /// The letters, as usually written.
    pub short: Spanned<String>,
    /// What they stand for; more than one when it depends.
    pub long: Vec<String>,
    /// How well readers know it.
    pub tier: Tier,
    /// Anything to add: a body that was replaced, a better word.
    #[serde(default)]
    pub note: String,
    /// The day the entry was last checked.
    pub checked: Option<toml::value::Datetime>,
}

/// How well readers know a short form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Everyone: NHS, GP, UK. Never flagged.
    Everyday,
    /// Many: PTSD, CQC. A note for the public.
    Known,
    /// Few: spell it out at first use.
    Explain,
}
