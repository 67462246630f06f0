//! The arguments of `plainly init`, and their help: the doc comments here are what `--help` prints.

use clap::{Args as ClapArgs, ValueEnum};

/// Set plainly up here: its settings, the hook for each commit, and the job that checks each change.
///
/// On a terminal it asks what you do not say. Anywhere else, say it. Nothing is ever written over: what is there already is left as it is, and
/// you are told what to add to it.
#[derive(ClapArgs)]
pub struct InitArgs {
    /// Settings that others like you use; none leaves everything as it comes
    #[arg(long, value_enum)]
    pub preset: Option<Preset>,
    /// Have pre-commit check the documents of each commit
    #[arg(long)]
    pub pre_commit: bool,
    /// Have this service check each change
    #[arg(long, value_enum)]
    pub ci: Option<Ci>,
    /// Set today's findings aside, so that only new ones are told of
    #[arg(long)]
    pub baseline: bool,
    /// Where pre-commit and the job get plainly: the address of its git repository
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    pub source: Option<String>,
    /// Ask nothing; what is not said is left out
    #[arg(long)]
    pub yes: bool,
}

/// Whose settings to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Preset {
    /// No preset
    None,
    /// NHS trusts, boards and practices
    Nhs,
    /// Councils
    Council,
    /// Charities and community groups
    Charity,
    /// Pages for readers who need easy words
    EasyRead,
}

/// A service that runs checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Ci {
    /// No job
    None,
    /// GitHub Actions
    Github,
    /// GitLab CI
    Gitlab,
}

/// An address that can stand in YAML and in a command as it is: nothing in it means something else there.
fn address(text: &str) -> Result<String, String> {
    let begins = ["https://", "ssh://", "git@", "file://"].iter().any(|start| text.starts_with(start));
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "._~:/@%+-".contains(c));
    if begins && plain {
        Ok(text.to_owned())
    } else {
        Err("give the address of a git repository, such as https://example.org/team/plainly.git".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_no_command() {
        for good in ["https://example.org/a/plainly.git", "git@example.org:a/plainly", "file:///tmp/plainly"] {
            assert_eq!(address(good), Ok(good.to_owned()));
        }
        for bad in ["plainly", "https://a b", "https://a\nrun: x", "https://a'", "https://$(x)", "--upload-pack=x", "https://a #b"] {
            assert!(address(bad).is_err(), "{bad}");
        }
    }
}
