//! `plainly config check`: what is right and wrong in the settings files that hold for some documents.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::args::CheckConfigArgs;
use super::{say, shown, whole};
use crate::cli::{complain, exit, settings};
use crate::config::Team;
use crate::config::discover::Discovery;
use crate::input::files::find;
use crate::report::sanitise::clean;

/// Runs the command.
pub fn run(args: &CheckConfigArgs) -> u8 {
    let (named, places): (Vec<PathBuf>, Vec<PathBuf>) = args.paths.iter().cloned().partition(|path| path.extension().is_some_and(|e| e == "toml"));
    let found = find(&places);
    let documents: Vec<PathBuf> = found.files.iter().map(|file| whole(&file.path)).collect();
    let mut files: BTreeSet<PathBuf> = named.iter().map(|path| whole(path)).collect();
    let mut discovery = Discovery::default();
    let folders = places.iter().map(|path| whole(path)).filter(|path| path.is_dir());
    let of_documents = documents.iter().filter_map(|document| Some(document.parent()?.to_owned()));
    files.extend(folders.chain(of_documents).filter_map(|folder| discovery.find(&folder)));
    let mut told = if files.is_empty() { "there is no plainly.toml here: the defaults hold\n".to_owned() } else { String::new() };
    let mut wrong = found.errors.iter().map(ToString::to_string).collect::<Vec<_>>();
    for file in &files {
        match settings::team(file) {
            Ok(team) => told.push_str(&good(&shown(file), &team, &documents)),
            Err(fault) => wrong.push(fault.to_string()),
        }
    }
    let code = say(told.as_bytes());
    wrong.iter().for_each(|what| complain(what));
    if wrong.is_empty() { code } else { exit::TROUBLE }
}

/// A file that can be used; with the paths in it that are about no document, which may be a slip.
fn good(name: &str, team: &Team, documents: &[PathBuf]) -> String {
    let extended: Vec<String> = team.layers.by_weight().map(|layer| format!("`{}`", clean(&layer.name))).collect();
    let with = match extended.split_last() {
        Some((_, [])) | None => String::new(),
        Some((_, others)) => format!(", with {}", others.join(" and ")),
    };
    let mut told = format!("{}: good{with}\n", clean(name));
    for (path, place) in team.idle_paths(documents) {
        told.push_str(&format!("{}:{}: no document here is in `{}`\n", clean(&place.file), place.line, clean(&path)));
    }
    told
}
