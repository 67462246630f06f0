//! The verdict: does the page invite the people it is about? Yes, partly, or no, with the reason; and which elements its invitation shows.

use super::dates::{days, has_time};
use super::evidence::is_over;
use super::{Ask, Channel, Element, Evidence, Involvement};
use crate::document::{Document, Sentence};
use crate::language::classes::Class;
use crate::language::fold::OneOf;

/// Whether a document invites the people it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invites {
    /// It asks them to help shape something.
    Yes,
    /// It asks for something less, or asks others.
    Partly(Partly),
    /// It does not.
    No,
}

/// What is short of an invitation to shape something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Partly {
    /// The time to answer is over.
    Closed,
    /// Only staff or professionals are asked.
    StaffOnly,
    /// People can give time or money, or write to somebody else.
    Volunteering,
    /// People can come along.
    Event,
    /// "We would love to hear from you", and not about what.
    Loose,
    /// It promises to involve people and gives no way in.
    Promise,
}

impl Partly {
    /// The reason to print.
    #[must_use]
    pub fn why(self) -> &'static str {
        match self {
            Partly::Closed => "it asks people to help shape something, and says that the time to answer is over",
            Partly::StaffOnly => "it asks staff or professionals, and not the people it is about",
            Partly::Volunteering => "it asks people to give time, and not to help shape something",
            Partly::Event => "it asks people to come along, and not to help shape something",
            Partly::Loose => "it would like to hear from people, and does not say about what",
            Partly::Promise => "it promises to involve people, and gives no way in",
        }
    }
}

/// Which elements the invitation of a document shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Whom it asks.
    pub who: bool,
    /// How to answer.
    pub how: bool,
    /// By when, or when.
    pub when: bool,
    /// What can change.
    pub influence: bool,
    /// Pay, expenses, help to take part.
    pub support: bool,
    /// What happens with what people say.
    pub feedback: bool,
}

/// Words for those who work for a service or build it.
const STAFF: OneOf<24> = OneOf::new([
    "staff",
    "colleagues",
    "professionals",
    "practitioners",
    "clinicians",
    "managers",
    "teams",
    "developers",
    "departments",
    "suppliers",
    "researchers",
    "employees",
    "officers",
    "designers",
    "teachers",
    "servants",
    "contributors",
    "organisations",
    "organizations",
    "councils",
    "agencies",
    "gps",
    "nurses",
    "operators",
]);
/// Blocks around an ask that belong to it: the paragraph before or after, and a heading between them.
const NEAR: u32 = 2;
/// People in a page's words who are not the public it serves.
const NOT_PUBLIC: OneOf<12> =
    OneOf::new(["who", "they", "them", "others", "member", "members", "partner", "partners", "participant", "participants", "user", "users"]);

impl Involvement {
    /// The verdict.
    #[must_use]
    pub fn invites(&self, document: &Document<'_>) -> Invites {
        match (self.in_prose(document), self.in_html) {
            (Invites::Yes, _) | (_, None | Some((Invites::No, _))) => self.in_prose(document),
            (Invites::Partly(why), Some((Invites::Partly(_), _))) => Invites::Partly(why),
            (_, Some((invites, _))) => invites,
        }
    }

    fn in_prose(&self, document: &Document<'_>) -> Invites {
        let (loose, firm): (Vec<&Ask>, Vec<&Ask>) = self.asks.iter().partition(|ask| ask.is_loose);
        let open: Vec<&Ask> = firm.iter().copied().filter(|ask| !ask.is_closed).collect();
        if open.iter().any(|ask| !self.asks_staff(document, ask)) {
            return Invites::Yes;
        }
        if !open.is_empty() {
            return Invites::Partly(Partly::StaffOnly);
        }
        // "Consultation closed" at the top tells of one, though nothing on the page asks any more
        let over = self.of_element(Element::Closed).any(|shown| shown.section <= 1);
        if !firm.is_empty() || over {
            return Invites::Partly(Partly::Closed);
        }
        let has = |kinds: &[&str]| self.of_kinds(Element::TakePart, kinds).next().is_some();
        let answerable = !self.routes.is_empty() || !self.stubs.is_empty();
        match () {
            () if has(&["volunteer", "campaign"]) || self.can_contribute() => Invites::Partly(Partly::Volunteering),
            () if has(&["event"]) => Invites::Partly(Partly::Event),
            () if !loose.is_empty() || has(&["join", "loose"]) && answerable => Invites::Partly(Partly::Loose),
            () if self.of_element(Element::Commitment).count() > 1 => Invites::Partly(Partly::Promise),
            () => Invites::No,
        }
    }

    /// Whether people can add to a shared work: where the page tells of others who do, there is no way in beside the words.
    fn can_contribute(&self) -> bool {
        self.of_kinds(Element::TakePart, &["contribute"]).any(|shown| self.answerable || self.is_near(shown.section))
    }

    /// Whether an ask names staff and nobody else.
    fn asks_staff(&self, document: &Document<'_>, ask: &Ask) -> bool {
        let words = document.words_of(&document.sentences[ask.sentence as usize]);
        let people = words.iter().any(|w| w.is(Class::Person) && !document.is_one_of(*w, &NOT_PUBLIC));
        !people && words.iter().any(|w| document.is_one_of(*w, &STAFF))
    }

    /// Which elements stand with the invitation, of whatever kind it is. Nothing where there is none.
    #[must_use]
    pub fn shown(&self, document: &Document<'_>) -> Shown {
        if self.invites(document) == Invites::No {
            return Shown::default();
        }
        let has = |element: Element| self.shows(element);
        let html = self.in_html.map(|(_, shown)| shown).unwrap_or_default();
        Shown {
            who: html.who || self.says_who(document),
            how: html.how || self.says_how(),
            when: html.when || self.says_when(document),
            influence: html.influence || has(Element::Influence) || self.asks.iter().any(|ask| !ask.is_loose),
            support: html.support || has(Element::Support),
            feedback: html.feedback || has(Element::Feedback),
        }
    }

    /// The sentences that invite: asks, or else other invitations.
    fn inviting_sentences<'d>(&self, document: &'d Document<'_>) -> impl Iterator<Item = &'d Sentence> {
        let others = self.of_element(Element::TakePart).map(|shown: &Evidence| shown.sentence);
        let mut all: Vec<u32> = self.asks.iter().map(|ask| ask.sentence).chain(others).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().map(|index| &document.sentences[index as usize])
    }

    /// Whether an ask says whom it asks: words for people in its paragraph.
    #[must_use]
    pub fn says_who(&self, document: &Document<'_>) -> bool {
        let blocks: Vec<u32> = self.inviting_sentences(document).map(|s| s.block).collect();
        let near = |shown: &Evidence| blocks.binary_search(&document.sentences[shown.sentence as usize].block).is_ok();
        self.of_kinds(Element::Who, &["people", "carers", "public"]).any(near)
    }

    /// As [`Involvement::says_who`], in the blocks around an ask, too.
    #[must_use]
    pub fn says_who_near(&self, document: &Document<'_>) -> bool {
        let block = |sentence: u32| document.sentences[sentence as usize].block;
        // those whom staff will go and see are not asked here
        let sought: Vec<u32> = self.of_element(Element::ReachOut).map(|shown| shown.sentence).collect();
        let near = |shown: &Evidence| {
            let beside = self.asks.iter().any(|ask| block(ask.sentence).abs_diff(block(shown.sentence)) <= NEAR);
            beside && (!sought.contains(&shown.sentence) || self.asks.iter().any(|ask| ask.sentence == shown.sentence))
        };
        self.of_kinds(Element::Who, &["people", "carers", "public"]).any(near)
    }

    /// Whether readers can answer: an address, a number, a form, a place.
    #[must_use]
    pub fn says_how(&self) -> bool {
        if !self.asks.is_empty() {
            return self.asks.iter().any(|ask| self.is_answerable(ask));
        }
        let firm = |channel: Channel| !matches!(channel, Channel::Link | Channel::Unseen);
        let near: Vec<u32> = self.of_element(Element::TakePart).map(|shown| shown.section).collect();
        self.routes.iter().any(|route| firm(route.channel) || near.contains(&route.section))
    }

    /// Whether the whole page says by when, when or how often.
    #[must_use]
    pub fn says_when_anywhere(&self, document: &Document<'_>) -> bool {
        self.shows(Element::When) || self.says_when(document) || days(document, 0..document.words.len()).next().is_some()
    }

    /// Whether it says by when, when or how often: words for it, or a day or time in a section that invites.
    #[must_use]
    pub fn says_when(&self, document: &Document<'_>) -> bool {
        let mut sections: Vec<u32> = self.inviting_sentences(document).map(|s| document.block_of(s).section).collect();
        sections.dedup();
        let timed = |section: &u32| {
            let blocks = &document.blocks[document.sections[*section as usize].blocks()];
            let mut sentences = blocks.iter().flat_map(|b| &document.sentences[b.sentences()]);
            sentences.any(|s| has_time(document, s.words()) && !is_of_the_past(document, s))
        };
        self.of_element(Element::When).any(|shown| sections.contains(&shown.section)) || sections.iter().any(timed)
    }
}

/// Whether a sentence says when the page was written ("Published on 4 May") or when something was done ("On 8 August we had our first panel").
fn is_of_the_past(document: &Document<'_>, sentence: &Sentence) -> bool {
    /// Words that a date of the page follows.
    const LABEL: usize = 2;
    let words = document.words_of(sentence);
    is_over(document, words) || words.iter().take(LABEL).any(|w| document.is_one_of(*w, &WRITTEN))
}

const WRITTEN: OneOf<9> = OneOf::new(["sent", "published", "updated", "posted", "modified", "reviewed", "written", "issued", "author"]);
