//! `plainly man`: the manual pages, made of the help.

use std::path::PathBuf;

use clap::{Args as ClapArgs, CommandFactory};

use super::args::Args;
use super::{exit, print, trouble};
use crate::input::source::cannot_read;

/// Print the manual page, or write a page for each command into a folder.
#[derive(ClapArgs)]
pub struct ManArgs {
    /// Write a page for each command into this folder
    #[arg(long, value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &ManArgs) -> u8 {
    let Some(folder) = &args.folder else {
        let mut page = Vec::new();
        return match clap_mangen::Man::new(Args::command()).render(&mut page) {
            Ok(()) => print(&page).map_or_else(|code| code, |_| exit::CLEAN),
            Err(error) => trouble(&format!("the page cannot be made: {error}")),
        };
    };
    match std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(Args::command(), folder)) {
        Ok(()) => exit::CLEAN,
        Err(error) => trouble(&format!("{}: the pages cannot be written: {}", folder.display(), cannot_read(&error))),
    }
}
