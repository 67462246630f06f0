//! The forms a word takes: verbs (utilise, utilises, utilised, utilising), nouns (sufferer, sufferers, sufferer's).
//!
//! Regular rules and a table of irregular words. Used to match every form of a listed word, and to give a replacement in the same form.

/// Which form of a verb or noun a word is. Kept in the packed table, so the numbers are fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Form {
    /// As listed: commence, sufferer.
    Base = 0,
    /// commences.
    ThirdPerson = 1,
    /// commenced.
    Past = 2,
    /// begun, given: where it differs from the past, else the past.
    Participle = 3,
    /// commencing.
    Ing = 4,
    /// sufferers.
    Plural = 5,
    /// sufferer's.
    Possessive = 6,
    /// people's.
    PluralPossessive = 7,
}

impl Form {
    /// The form with this number; [`Form::Base`] for a number that is none.
    #[must_use]
    pub fn from_number(number: u8) -> Form {
        use Form::{Base, Ing, Participle, Past, Plural, PluralPossessive, Possessive, ThirdPerson};
        [Base, ThirdPerson, Past, Participle, Ing, Plural, Possessive, PluralPossessive].get(usize::from(number)).copied().unwrap_or(Base)
    }
}

/// How the head of a phrase changes: the first word of a verb phrase, the last word of a noun phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Inflect {
    /// First word: carry out, carries out, carried out.
    Verb,
    /// Last word: bed blocker, bed blockers.
    Noun,
    /// As written only.
    #[default]
    None,
}

/// Verbs whose past or participle no rule gives: base, past, participle. Prefixed forms (undertake, oversee) are listed whole.
const IRREGULAR_VERBS: &[(&str, &str, &str)] = &[
    ("arise", "arose", "arisen"),
    ("be", "was", "been"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("bind", "bound", "bound"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("drink", "drank", "drunk"),
    ("drive", "drove", "driven"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("forgo", "forwent", "forgone"),
    ("forget", "forgot", "forgotten"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("have", "had", "had"),
    ("hear", "heard", "heard"),
    ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("learn", "learned", "learned"),
    ("leave", "left", "left"),
    ("let", "let", "let"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("offset", "offset", "offset"),
    ("oversee", "oversaw", "overseen"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("reset", "reset", "reset"),
    ("rethink", "rethought", "rethought"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("show", "showed", "shown"),
    ("shut", "shut", "shut"),
    ("sing", "sang", "sung"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("spread", "spread", "spread"),
    ("stand", "stood", "stood"),
    ("strike", "struck", "struck"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("undergo", "underwent", "undergone"),
    ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"),
    ("win", "won", "won"),
    ("withdraw", "withdrew", "withdrawn"),
    ("write", "wrote", "written"),
];

/// Nouns whose plural no rule gives.
const IRREGULAR_NOUNS: &[(&str, &str)] = &[
    ("person", "people"),
    ("child", "children"),
    ("potato", "potatoes"),
    ("man", "men"),
    ("woman", "women"),
    ("life", "lives"),
    ("wife", "wives"),
    ("half", "halves"),
    ("crisis", "crises"),
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("criterion", "criteria"),
    ("people", "people"),
    ("staff", "staff"),
];

/// Verbs of two or more syllables that double their last consonant, as the stress is on the last one.
const DOUBLING: &[&str] = &[
    "admit",
    "commit",
    "compel",
    "confer",
    "control",
    "defer",
    "occur",
    "omit",
    "permit",
    "prefer",
    "refer",
    "regret",
    "remit",
    "submit",
    "transfer",
    "transmit",
    "cancel",
    "travel",
    "label",
    "model",
    "counsel",
    "signal",
    "channel",
    "enrol",
    "fulfil",
    "instil",
    "distil",
    "begin",
    "forget",
    "embed",
    "incur",
    "concur",
    "reset",
    "offset",
    "pre-plan",
    "self-refer",
];

/// What ends the head of a noun phrase: "group we have not reached", "child in trouble with the law".
const LINKS: &[&str] = &[
    " with ",
    " who ",
    " where ",
    " in ",
    " of ",
    " from ",
    " whose ",
    " waiting ",
    " to ",
    " that ",
    " at ",
    " we ",
    " for ",
    " left ",
    " drawn ",
    " exploited ",
];

/// One form of a word.
///
/// ```
/// use plainly::language::inflection::{Form, inflect};
/// assert_eq!(inflect("plan", Form::Ing), "planning");
/// assert_eq!(inflect("person", Form::Plural), "people");
/// ```
#[must_use]
pub fn inflect(word: &str, form: Form) -> String {
    match form {
        Form::Base => word.to_owned(),
        Form::ThirdPerson if word == "be" => "is".to_owned(),
        Form::ThirdPerson if word == "have" => "has".to_owned(),
        Form::ThirdPerson => with_s(word),
        Form::Past => irregular(word).map_or_else(|| with_ed(word), |v| v.1.to_owned()),
        Form::Participle => irregular(word).map_or_else(|| with_ed(word), |v| v.2.to_owned()),
        Form::Ing => with_ing(word),
        Form::Plural => plural(word),
        Form::Possessive => format!("{word}'s"),
        Form::PluralPossessive => {
            let plural = plural(word);
            if plural.ends_with('s') { plural } else { format!("{plural}'s") }
        }
    }
}

/// Every form of the head word under `how`, the base first, none twice.
#[must_use]
pub fn forms(word: &str, how: Inflect) -> Vec<(Form, String)> {
    let kinds: &[Form] = match how {
        Inflect::None => &[Form::Base],
        Inflect::Verb => &[Form::Base, Form::ThirdPerson, Form::Past, Form::Participle, Form::Ing],
        Inflect::Noun => &[Form::Base, Form::Plural, Form::Possessive, Form::PluralPossessive],
    };
    let mut all: Vec<(Form, String)> = Vec::with_capacity(kinds.len());
    for &form in kinds {
        let text = inflect(word, form);
        if all.iter().all(|(_, known)| *known != text) {
            all.push((form, text));
        }
    }
    if word == "be" {
        all.extend([(Form::Base, "am"), (Form::Base, "are"), (Form::Past, "were")].map(|(f, w)| (f, w.to_owned())));
    }
    all
}

/// A phrase in another form: verbs change in the first word, nouns in the last.
#[must_use]
pub fn inflect_phrase(phrase: &str, form: Form) -> String {
    match form {
        Form::Base => phrase.to_owned(),
        Form::ThirdPerson | Form::Past | Form::Participle | Form::Ing => match phrase.split_once(' ') {
            Some((head, rest)) => format!("{} {rest}", inflect(head, form)),
            None => inflect(phrase, form),
        },
        _ if !phrase.contains(' ') => inflect(phrase, form),
        Form::Plural | Form::Possessive | Form::PluralPossessive => {
            let agreed = if form == Form::Plural { agreeing(phrase) } else { phrase.to_owned() };
            let phrase = agreed.as_str();
            // the head of "person seeking asylum" and of "person with dementia" is the first word
            if let Some(rest) = phrase.strip_prefix("person ") {
                return format!("{} {rest}", inflect("person", form));
            }
            match LINKS.iter().filter_map(|link| phrase.find(link)).min() {
                Some(at) => format!("{}{}", inflect_last(&phrase[..at], form), &phrase[at..]),
                None => inflect_last(phrase, form),
            }
        }
    }
}

/// "Person who sells" as "people who sell" has it: the verb after "who" or "that" follows its noun.
fn agreeing(phrase: &str) -> String {
    let Some((head, link, rest)) = [" who ", " that "].iter().find_map(|link| phrase.split_once(link).map(|(head, rest)| (head, link, rest))) else {
        return phrase.to_owned();
    };
    let (verb, after) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
    let plural = match verb {
        "is" => "are".to_owned(),
        "was" => "were".to_owned(),
        "has" => "have".to_owned(),
        _ => {
            let bases = [verb.strip_suffix("ies").map(|stem| format!("{stem}y")), verb.strip_suffix("es").map(str::to_owned)];
            let bases = bases.into_iter().flatten().chain(verb.strip_suffix('s').map(str::to_owned));
            bases.into_iter().find(|base| with_s(base) == verb).unwrap_or_else(|| verb.to_owned())
        }
    };
    format!("{head}{link}{plural}{after}")
}

fn inflect_last(phrase: &str, form: Form) -> String {
    match phrase.rsplit_once(' ') {
        Some((rest, head)) => format!("{rest} {}", inflect(head, form)),
        None => inflect(phrase, form),
    }
}

fn irregular(word: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    IRREGULAR_VERBS.iter().find(|v| v.0 == word)
}

fn vowel(b: Option<u8>) -> bool {
    matches!(b, Some(b'a' | b'e' | b'i' | b'o' | b'u'))
}

/// The last byte but `n`.
fn back(word: &str, n: usize) -> Option<u8> {
    word.len().checked_sub(n + 1).map(|i| word.as_bytes()[i])
}

fn with_s(word: &str) -> String {
    if word.ends_with('y') && !vowel(back(word, 1)) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "do", "go"].iter().any(|end| word.ends_with(end)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn plural(word: &str) -> String {
    IRREGULAR_NOUNS.iter().find(|n| n.0 == word).map_or_else(|| with_s(word), |n| n.1.to_owned())
}

fn doubles(word: &str) -> bool {
    let consonant_vowel_consonant =
        !vowel(back(word, 0)) && !matches!(back(word, 0), Some(b'w' | b'x' | b'y')) && vowel(back(word, 1)) && !vowel(back(word, 2));
    let groups = word.bytes().zip(word.bytes().skip(1).chain([b' '])).filter(|(a, b)| vowel(Some(*a)) && !vowel(Some(*b))).count();
    consonant_vowel_consonant && word.len() > 2 && (groups == 1 || DOUBLING.contains(&word))
}

fn with_ed(word: &str) -> String {
    match word {
        _ if word.ends_with('e') => format!("{word}d"),
        _ if word.ends_with('y') && !vowel(back(word, 1)) => format!("{}ied", &word[..word.len() - 1]),
        _ if doubles(word) => format!("{word}{}ed", &word[word.len() - 1..]),
        _ => format!("{word}ed"),
    }
}

fn with_ing(word: &str) -> String {
    match word {
        "be" => "being".to_owned(),
        _ if word.ends_with("ie") => format!("{}ying", &word[..word.len() - 2]),
        _ if word.ends_with('e') && !word.ends_with("ee") && !word.ends_with("oe") && word.len() > 2 => format!("{}ing", &word[..word.len() - 1]),
        _ if doubles(word) => format!("{word}{}ing", &word[word.len() - 1..]),
        _ => format!("{word}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs() {
        let all = |w: &str| forms(w, Inflect::Verb).into_iter().map(|f| f.1).collect::<Vec<_>>().join(" ");
        assert_eq!(all("utilise"), "utilise utilises utilised utilising");
        assert_eq!(all("give"), "give gives gave given giving");
        assert_eq!(all("carry"), "carry carries carried carrying");
        assert_eq!(all("submit"), "submit submits submitted submitting");
        assert_eq!(all("suffer"), "suffer suffers suffered suffering");
        assert_eq!(all("plan"), "plan plans planned planning");
        assert_eq!(all("deploy"), "deploy deploys deployed deploying");
        assert_eq!(all("begin"), "begin begins began begun beginning");
        assert_eq!(all("visit"), "visit visits visited visiting");
    }

    #[test]
    fn nouns_and_phrases() {
        assert_eq!(inflect_phrase("person with dementia", Form::Plural), "people with dementia");
        assert_eq!(inflect_phrase("person seeking asylum", Form::Plural), "people seeking asylum");
        assert_eq!(inflect_phrase("find out", Form::Past), "found out");
        assert_eq!(inflect_phrase("older person", Form::Plural), "older people");
        assert_eq!(inflect_phrase("person who sells sex", Form::Plural), "people who sell sex");
        assert_eq!(inflect_phrase("woman who was abused", Form::Plural), "women who were abused");
        assert_eq!(inflect_phrase("person who carries it", Form::Plural), "people who carry it");
        assert_eq!(inflect_phrase("team that comes to you", Form::Plural), "teams that come to you");
        assert_eq!(inflect_phrase("adult who may need more", Form::Plural), "adults who may need more");
        assert_eq!(inflect_phrase("child in trouble with the law", Form::Plural), "children in trouble with the law");
        assert_eq!(inflect_phrase("group we have not reached yet", Form::Plural), "groups we have not reached yet");
        assert_eq!(inflect("diabetic", Form::Possessive), "diabetic's");
    }
}
