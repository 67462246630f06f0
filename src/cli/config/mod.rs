//! `plainly config`: the settings of a team, shown with where each comes from, and checked.

pub mod args;
mod check;
mod schema;
mod show;

use std::path::{Path, PathBuf};

use super::{exit, print};
use args::{ConfigArgs, ConfigCommand};

/// Runs the command.
pub fn run(args: &ConfigArgs) -> u8 {
    match &args.command {
        ConfigCommand::Show(args) => show::run(args),
        ConfigCommand::Check(args) => check::run(args),
        ConfigCommand::Schema => schema::run(),
    }
}

/// A path from the root.
fn whole(path: &Path) -> PathBuf {
    crate::config::layers::plain_path(&std::env::current_dir().unwrap_or_default().join(path))
}

/// A path as a person here would write it.
fn shown(path: &Path) -> String {
    super::linters::shown(&whole(path), &whole(Path::new(""))).replace('\\', "/")
}

fn say(text: &[u8]) -> u8 {
    print(text).map_or_else(|code| code, |_| exit::CLEAN)
}
