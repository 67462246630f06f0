//! The frameworks: sets of statements about involving people, as data in `wordlists/frameworks/`.

use serde::Deserialize;

use crate::cli::args::Framework;

/// `wordlists/frameworks/<name>.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statements {
    /// What it is called.
    pub title: String,
    /// Who says so.
    pub source: String,
    /// Its statements.
    pub statement: Vec<Statement>,
}

/// One statement.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The part of the framework that it belongs to.
    #[serde(default)]
    pub part: String,
    /// What it says.
    pub text: String,
    /// Elements that show it, each with a kind after a colon where only that kind does; one of them is enough.
    #[serde(default)]
    pub shown_by: Vec<String>,
    /// Why no document can show it.
    #[serde(default)]
    pub unseen: String,
    /// The statements of the five documents that it stands for.
    #[serde(default)]
    pub seeds: Vec<String>,
}

/// The frameworks with their names and their files.
const FILES: [(Framework, &str, &str); 7] = [
    (Framework::Invitation, "invitation", include_str!("../../../wordlists/frameworks/invitation.toml")),
    (Framework::Model, "model", include_str!("../../../wordlists/frameworks/model.toml")),
    (Framework::Wales, "wales", include_str!("../../../wordlists/frameworks/wales.toml")),
    (Framework::York, "york", include_str!("../../../wordlists/frameworks/york.toml")),
    (Framework::Scie, "scie", include_str!("../../../wordlists/frameworks/scie.toml")),
    (Framework::Nesta, "nesta", include_str!("../../../wordlists/frameworks/nesta.toml")),
    (Framework::Tips, "tips", include_str!("../../../wordlists/frameworks/tips.toml")),
];

/// The frameworks that are asked for, with their names; the first two where none is.
pub fn asked_for(asked: &[Framework]) -> Vec<(&'static str, Statements)> {
    let wanted = |framework: Framework| match asked {
        [] => matches!(framework, Framework::Invitation | Framework::Model),
        _ => asked.contains(&framework) || asked.contains(&Framework::All),
    };
    FILES.iter().filter(|(framework, ..)| wanted(*framework)).map(|(_, name, text)| (*name, read(text))).collect()
}

/// The lines of the frameworks that stand for a statement of the five documents: the framework's name, and the line.
pub fn lines_of(seed: &str) -> Vec<(&'static str, String)> {
    let bare = seed.trim_end_matches(['a', 'b']);
    let of = |(_, name, text): &(Framework, &'static str, &str)| {
        let lines = read(text).statement.into_iter().filter(|s| s.seeds.iter().any(|s| s == bare)).map(|s| (*name, s.text));
        lines.collect::<Vec<_>>()
    };
    FILES.iter().flat_map(of).collect()
}

fn read(text: &str) -> Statements {
    toml::from_str(text).expect("a test reads every framework")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::involvement::Element;
    use crate::cli::trace;

    #[test]
    fn statements_name_elements_that_there_are() {
        const MEASURED: [&str; 5] = ["date", "contact", "plain", "respect", "route"];
        let seeds: Vec<String> = trace::statements().into_iter().map(|s| s.id.trim_end_matches(['a', 'b']).to_owned()).collect();
        for (name, framework) in asked_for(&[Framework::All]) {
            assert!(!framework.title.is_empty() && !framework.source.is_empty() && framework.statement.len() >= 6, "{name}");
            for statement in &framework.statement {
                assert!(statement.shown_by.is_empty() != statement.unseen.is_empty(), "{name}: {}", statement.text);
                for shown in &statement.shown_by {
                    let element = shown.split(':').next().unwrap_or_default();
                    let there = Element::ALL.iter().any(|(_, name)| *name == element) || MEASURED.contains(&element);
                    assert!(there, "{name}: there is no element {shown}");
                }
                assert!(statement.seeds.iter().all(|s| seeds.contains(s)), "{name}: {:?}", statement.seeds);
            }
        }
    }

    #[test]
    fn the_model_has_five_values_and_seven_steps() {
        let (_, model) = asked_for(&[Framework::Model]).remove(0);
        let count = |part: &str| model.statement.iter().filter(|s| s.part == part).count();
        assert_eq!((count("values"), count("steps")), (5, 7));
        assert_eq!(asked_for(&[]).len(), 2);
    }
}
