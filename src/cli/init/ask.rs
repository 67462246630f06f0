//! The three questions of `plainly init`. They are asked on a terminal only, and only where the arguments do not say.

use std::io::{BufRead, Write};

use clap::ValueEnum;

use super::args::{Ci, InitArgs, Preset};
use crate::wordlists::toml_file::nearest;

/// What a team wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Whose settings to start from.
    pub preset: Preset,
    /// Whether to check each commit.
    pub pre_commit: bool,
    /// Which service checks each change.
    pub ci: Ci,
}

/// What the arguments say; the rest is left out.
#[must_use]
pub fn said(args: &InitArgs) -> Choices {
    Choices { preset: args.preset.unwrap_or(Preset::None), pre_commit: args.pre_commit, ci: args.ci.unwrap_or(Ci::None) }
}

/// Asks for what the arguments do not say. An empty answer takes what stands in brackets.
///
/// # Errors
/// When the answers end, or nobody can be asked.
pub fn ask(args: &InitArgs, answers: &mut impl BufRead, out: &mut impl Write) -> Result<Choices, String> {
    let preset = match args.preset {
        Some(preset) => preset,
        None => one_of(Preset::value_variants(), "Whose settings fit your documents?", Preset::None, answers, out)?,
    };
    let pre_commit =
        args.pre_commit || one_of(&YesNo::ALL, "Check the documents of each commit, with pre-commit?", YesNo::No, answers, out)? == YesNo::Yes;
    let ci = match args.ci {
        Some(ci) => ci,
        None => one_of(Ci::value_variants(), "Which service checks each change?", Ci::None, answers, out)?,
    };
    Ok(Choices { preset, pre_commit, ci })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum YesNo {
    Yes,
    No,
}

impl YesNo {
    const ALL: [YesNo; 2] = [YesNo::Yes, YesNo::No];
}

fn one_of<T: ValueEnum + PartialEq + Copy>(all: &[T], question: &str, or: T, answers: &mut impl BufRead, out: &mut impl Write) -> Result<T, String> {
    let name = |value: &T| value.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned());
    let names: Vec<String> = all.iter().map(name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let failed = |e: std::io::Error| format!("the question cannot be asked: {e}");
    loop {
        write!(out, "{question} ({}) [{}] ", names.join(", "), name(&or)).and_then(|()| out.flush()).map_err(failed)?;
        let mut answer = String::new();
        if answers.read_line(&mut answer).map_err(failed)? == 0 {
            return Err("the answers ended before the questions; nothing was written".to_owned());
        }
        let answer = answer.trim().to_lowercase();
        if answer.is_empty() {
            return Ok(or);
        }
        // the first letters are enough where they fit one answer only
        let fitting: Vec<usize> = (0..names.len()).filter(|&i| names[i].starts_with(&answer)).collect();
        if let [one] = fitting[..] {
            return Ok(all[one]);
        }
        writeln!(out, "`{}` is not one of the answers{}", crate::report::sanitise::clean(&answer), nearest(&answer, &names)).map_err(failed)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(args: &InitArgs, answers: &str) -> (Result<Choices, String>, String) {
        let mut out = Vec::new();
        let choices = ask(args, &mut answers.as_bytes(), &mut out);
        (choices, String::from_utf8(out).expect("UTF-8"))
    }

    const NOTHING: InitArgs = InitArgs { preset: None, pre_commit: false, ci: None, baseline: false, source: None, yes: false };

    #[test]
    fn three_questions_and_no_more() {
        let (choices, asked) = answered(&NOTHING, "council\ny\ngithub\n");
        assert_eq!(choices, Ok(Choices { preset: Preset::Council, pre_commit: true, ci: Ci::Github }));
        assert_eq!(asked.matches('?').count(), 3, "{asked}");
        let (choices, asked) = answered(&InitArgs { preset: Some(Preset::Nhs), pre_commit: true, ..NOTHING }, "\n");
        assert_eq!(choices, Ok(Choices { preset: Preset::Nhs, pre_commit: true, ci: Ci::None }));
        assert_eq!(asked, "Which service checks each change? (none, github, gitlab) [none] ");
    }

    #[test]
    fn a_wrong_answer_is_asked_again_and_the_end_is_an_error() {
        let (choices, asked) = answered(&NOTHING, "counsil\n\u{1b}[2J\nn\nno\n\ngit\ngitl\n");
        assert!(asked.contains("`counsil` is not one of the answers (did you mean `council`?)") && !asked.contains('\u{1b}'), "{asked}");
        assert!(
            asked.contains("`n` is not one of the answers") && asked.contains("`git` is not one of the answers"),
            "two answers begin so: {asked}"
        );
        assert_eq!(choices, Ok(Choices { preset: Preset::None, pre_commit: false, ci: Ci::Gitlab }));
        assert!(answered(&NOTHING, "nhs\n").0.is_err_and(|what| what.contains("nothing was written")));
    }
}
