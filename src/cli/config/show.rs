//! `plainly config show`: every setting of a document, and where it comes from.

use std::fmt::Write;

use serde::Serialize;

use super::args::{ShowArgs, ShowFormat};
use super::{say, shown, whole};
use crate::cli::{settings, trouble};
use crate::config::discover::Discovery;
use crate::config::layers::Layer;
use crate::config::{Setting, Team};
use crate::report::sanitise::clean;
use crate::wordlists::toml_file::FileError;

/// Widest column of the table.
const WIDEST: usize = 48;

/// `--format json`.
#[derive(Serialize)]
struct Shown<'s> {
    schema_version: u32,
    path: &'s str,
    /// The files, those that weigh most last.
    files: Vec<&'s str>,
    /// Whether the settings leave the document out.
    excluded: bool,
    settings: &'s [Setting],
}

/// Runs the command.
pub fn run(args: &ShowArgs) -> u8 {
    let path = whole(&args.path);
    if !path.exists() {
        return trouble(&format!("{}: there is no such file or folder; check the spelling", shown(&args.path)));
    }
    let place = if path.is_dir() { path.join("document.md") } else { path };
    let found = || Discovery::default().find(place.parent().unwrap_or(&place));
    let team = args.config.clone().or_else(found).map_or_else(settings::nobody, |config| settings::team(&config));
    let told = team.and_then(|team| {
        let all = team.all_settings(&team.part(&place))?;
        Ok::<_, FileError>(match args.format {
            ShowFormat::Table => table(team.excludes(&place), &all),
            ShowFormat::Json => json(&team, &args.path.to_string_lossy(), team.excludes(&place), &all),
        })
    });
    match told {
        Ok(text) => say(text.as_bytes()),
        Err(fault) => trouble(&fault.to_string()),
    }
}

fn json(team: &Team, path: &str, excluded: bool, settings: &[Setting]) -> String {
    // what is not in a file has no name
    let files = team.layers.by_weight().map(|layer: &Layer| layer.name.as_str()).filter(|name| !name.is_empty()).collect();
    let shown = Shown { schema_version: 1, path, files, excluded, settings };
    // strings, numbers and lists of them can always be written
    serde_json::to_string_pretty(&shown).unwrap_or_default() + "\n"
}

fn table(excluded: bool, settings: &[Setting]) -> String {
    let from = |setting: &Setting| setting.from.as_ref().map_or("default".to_owned(), |place| format!("{}:{}", place.file, place.line));
    let lines: Vec<[String; 3]> = settings
        .iter()
        .map(|setting| [setting.key.clone(), setting.value.to_string(), from(setting)].map(|text| clean(&text).into_owned()))
        .collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0).min(WIDEST);
    let (keys, values) = (width(0), width(1));
    let mut out = if excluded { "This document is left out by `exclude`.\n\n".to_owned() } else { String::new() };
    for [key, value, from] in &lines {
        // writing to a string cannot fail
        let _ = writeln!(out, "{key:keys$}  {value:values$}  {from}");
    }
    out
}
