//! The rules: what each is, and the list of them. Rules of words live in `wordlists/`; a rule that words cannot say is a file here.

pub mod acronyms;
pub mod house;
pub mod involvement;
mod jargon;
mod plan;
mod power;
mod sentences;
mod strengths;
pub mod suppressions;
mod tokenism;
pub mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::analysis::acronyms::ShortForm;
use crate::analysis::involvement::Involvement;
use crate::analysis::involvement::dates::Day;
use crate::analysis::kind::Decision;
use crate::builtin;
use crate::config::Settings;
use crate::document::{Document, Sentence};
use crate::findings::{Finding, Level, Maturity};
use crate::input::span::Span;
use crate::phrases::guards::Site;
use crate::wordlists::house::HOUSE_RULE;
use crate::wordlists::phrase_table::OwnerKind;

pub use sentences::hard::hard_sentence;

/// What a rule is: everything that `explain`, the README table and the reports say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleInfo {
    /// `family/name`.
    pub id: &'static str,
    /// One line.
    pub summary: &'static str,
    /// The level of its findings, unless a word or a case says otherwise.
    pub level: Level,
    /// On or off by default.
    pub maturity: Maturity,
    /// The version it came with.
    pub since: &'static str,
    /// Why it matters to a reader.
    pub why: &'static str,
    /// Who says so.
    pub sources: Vec<&'static str>,
    /// Texts in which it fires.
    pub bad: Vec<&'static str>,
    /// Near misses in which it stays silent.
    pub good: Vec<&'static str>,
}

impl RuleInfo {
    /// The family of the rule.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.id.split_once('/').map_or(self.id, |(family, _)| family)
    }
}

/// What a coded rule is, as it stands in its file.
pub struct Meta {
    /// See [`RuleInfo`].
    pub id: &'static str,
    /// See [`RuleInfo`].
    pub summary: &'static str,
    /// See [`RuleInfo`].
    pub level: Level,
    /// See [`RuleInfo`].
    pub maturity: Maturity,
    /// See [`RuleInfo`].
    pub since: &'static str,
    /// See [`RuleInfo`].
    pub why: &'static str,
    /// See [`RuleInfo`].
    pub sources: &'static [&'static str],
    /// See [`RuleInfo`].
    pub bad: &'static [&'static str],
    /// See [`RuleInfo`].
    pub good: &'static [&'static str],
}

impl Meta {
    /// A finding of the rule at some bytes of the file, with no help and no other places.
    fn finding(&'static self, span: Span, message: String, label: impl Into<String>) -> Finding {
        Finding {
            rule: self.id,
            level: self.level,
            span,
            message,
            label: label.into(),
            note: words::note(self.why, self.sources.iter().copied()).into(),
            help: None,
            related: Vec::new(),
            key: None,
        }
    }
}

/// What a rule may look at. Everything is worked out once for all rules.
pub struct Cx<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// What the team has decided.
    pub settings: &'a Settings,
    /// Its short forms.
    pub acronyms: &'a [ShortForm],
    /// What kind of document it is.
    pub kind: &'a Decision,
    /// What it shows about involving people.
    pub involvement: &'a Involvement,
    /// Whether nobody will read the advice.
    pub brief: bool,
}

impl Cx<'_> {
    /// Whether the document says, with a reason, that nobody is asked.
    #[must_use]
    pub fn without_involvement(&self) -> bool {
        self.kind.nobody_asked.is_some()
    }

    /// The day on which the document is read: that of the run, if one was given, else the document's own.
    #[must_use]
    pub fn now(&self) -> Option<Day> {
        self.settings.today.or(self.own_day())
    }

    /// The year of days that are written without one.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        self.own_day().or(self.settings.today).map(|day| day.year)
    }

    fn own_day(&self) -> Option<Day> {
        self.document.front_matter.date.as_deref().and_then(Day::parse)
    }
}

/// The finding of a document rule about some words.
fn about_words(cx: &Cx<'_>, meta: &'static Meta, at: Span, message: String, label: &str, help: impl Into<Cow<'static, str>>) -> Finding {
    Finding { help: Some(help.into()), ..meta.finding(cx.document.source_span(at), message, label) }
}

/// The title of a document, or its first block.
fn title(document: &Document<'_>) -> Option<Span> {
    document.title_block().or(document.blocks.first()).map(|block| block.prose)
}

/// A coded rule. It implements the narrowest hook that it needs; a check cannot fail.
pub trait Check: Sync {
    /// What the rule is.
    fn meta(&self) -> &'static Meta;
    /// Looks at a sentence of running text.
    fn sentence(&self, _cx: &Cx<'_>, _sentence: &Sentence, _out: &mut Vec<Finding>) {}
    /// Looks at the whole document.
    fn document(&self, _cx: &Cx<'_>, _out: &mut Vec<Finding>) {}
}

/// A hit of a list, and whether its guards let it speak.
pub struct Heard<'a> {
    /// The hit in its context.
    pub site: Site<'a>,
    /// Whether it means what the list fears.
    pub speaks: bool,
}

/// A rule whose words stand in a list, and whose findings need all hits of a document: the list says what it is, the code weighs the hits.
pub trait Weigh: Sync {
    /// The id of the list's rule.
    fn rule(&self) -> &'static str;
    /// Looks at the hits of a document, in order of their place.
    fn weigh(&self, cx: &Cx<'_>, heard: &[Heard<'_>], out: &mut Vec<Finding>);
}

/// The lists whose hits are weighed together.
pub static WEIGHED: [&dyn Weigh; 3] =
    [&jargon::mixed_terms::MixedTerms, &jargon::unexplained_term::UnexplainedTerm, &tokenism::vague_thanks::VagueThanks];

/// The coded rules.
pub static CODED: [&dyn Check; 60] = [
    &acronyms::conflicting::Conflicting,
    &acronyms::defined_elsewhere::DefinedElsewhere,
    &acronyms::defined_not_used::DefinedNotUsed,
    &acronyms::defined_twice::DefinedTwice,
    &acronyms::in_title::InTitle,
    &acronyms::shouting::Shouting,
    &acronyms::too_many::TooMany,
    &acronyms::undefined::Undefined,
    &acronyms::used_before_defined::UsedBeforeDefined,
    &involvement::bare_link::BareLink,
    &involvement::closed::Closed,
    &involvement::no_access::NoAccess,
    &involvement::no_deadline::NoDeadline,
    &involvement::no_expectations::NoExpectations,
    &involvement::no_feedback_loop::NoFeedbackLoop,
    &involvement::no_invitation::NoInvitation,
    &involvement::no_named_contact::NoNamedContact,
    &involvement::no_payment::NoPayment,
    &involvement::no_reciprocity::NoReciprocity,
    &involvement::no_route::NoRoute,
    &involvement::no_scope::NoScope,
    &involvement::no_stage::NoStage,
    &involvement::no_support::NoSupport,
    &involvement::no_underrepresented::NoUnderrepresented,
    &involvement::no_who::NoWho,
    &involvement::one_off::OneOff,
    &involvement::one_route::OneRoute,
    &involvement::our_venues_only::OurVenuesOnly,
    &involvement::short_notice::ShortNotice,
    &involvement::stage_gap::StageGap,
    &plan::no_champion::RULE,
    &plan::no_ground_rules::RULE,
    &plan::no_learning::RULE,
    &plan::no_resources::RULE,
    &plan::no_review::RULE,
    &plan::no_training::RULE,
    &plan::no_values::RULE,
    &power::answer_not_question::AnswerNotQuestion,
    &power::no_shared_decision::NoSharedDecision,
    &power::staff_only_group::StaffOnlyGroup,
    &power::we_do_it_all::WeDoItAll,
    &power::who_decides::WhoDecides,
    &sentences::double_negative::DoubleNegative,
    &sentences::hard::Hard,
    &sentences::hidden_actor::HiddenActor,
    &sentences::inline_list::InlineList,
    &sentences::long_paragraph::LongParagraph,
    &sentences::noun_stack::NounStack,
    &sentences::numbers::Numbers,
    &sentences::too_long::TooLong,
    &strengths::missing::StrengthsMissing,
    &strengths::no_peer_networks::NoPeerNetworks,
    &strengths::outputs_not_outcomes::OutputsNotOutcomes,
    &suppressions::expired::Expired,
    &suppressions::unknown::Unknown,
    &suppressions::unused::Unused,
    &tokenism::after_decision::AfterDecision,
    &tokenism::for_information::ForInformation,
    &tokenism::story_only::StoryOnly,
    &tokenism::unbacked_claim::UnbackedClaim,
];

/// Every rule, sorted by id.
#[must_use]
pub fn all() -> &'static [RuleInfo] {
    static ALL: LazyLock<Vec<RuleInfo>> = LazyLock::new(gathered);
    &ALL
}

/// The rules in code, those of the lists, and that of house lists.
fn gathered() -> Vec<RuleInfo> {
    let coded = CODED.iter().map(|check| {
        let m = check.meta();
        RuleInfo {
            id: m.id,
            summary: m.summary,
            level: m.level,
            maturity: m.maturity,
            since: m.since,
            why: m.why,
            sources: m.sources.to_vec(),
            bad: m.bad.to_vec(),
            good: m.good.to_vec(),
        }
    });
    let words = builtin::phrases().owners().filter(|owner| owner.kind() == OwnerKind::Rule).map(|o| RuleInfo {
        id: o.name(),
        summary: o.summary(),
        level: o.level(),
        maturity: o.maturity(),
        since: o.since(),
        why: o.why(),
        sources: o.sources().collect(),
        bad: o.bad().collect(),
        good: o.good().collect(),
    });
    let house = RuleInfo {
        id: HOUSE_RULE,
        summary: "a word that your own house list asks writers to look at",
        level: Level::Warning,
        maturity: Maturity::Stable,
        since: "0.1.0",
        why: "Your team has settled how to say this. House words are [[word]] entries in plainly.toml.",
        sources: Vec::new(),
        bad: Vec::new(),
        good: Vec::new(),
    };
    let mut all: Vec<RuleInfo> = coded.chain(words).chain([house]).collect();
    all.sort_by_key(|rule| rule.id);
    all
}
