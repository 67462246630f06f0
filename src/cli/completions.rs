//! `plainly completions`: what a shell needs to complete commands and options.

use clap::{Args as ClapArgs, CommandFactory};
use clap_complete::Shell;

use super::args::Args;
use super::{exit, print};

/// Print what your shell needs to complete commands and options.
///
/// For bash: plainly completions bash > ~/.local/share/bash-completion/completions/plainly
#[derive(ClapArgs)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// Runs the command.
pub fn run(args: &CompletionsArgs) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "plainly", &mut script);
    print(&script).map_or_else(|code| code, |_| exit::CLEAN)
}
