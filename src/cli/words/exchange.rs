//! `plainly words add`, `import` and `export`: a list of words changed from the command line or from a spreadsheet.
//!
//! A list is written whole or not at all, and only once the validator of lists has nothing to say against it.

use std::path::Path;

use super::args::{AddWordArgs, ExportWordsArgs, ImportWordsArgs};
use super::edit::{Change, ListFile};
use super::rows::{self, Row, Rows};
use super::sheet::Kind;
use super::{builtin_lists, count, list_to_change, shown};
use crate::cli::{exit, print, save, settings};
use crate::report::sanitise::clean;

/// Complaints about a sheet that are shown at once.
const MOST_ERRORS: usize = 20;

/// Runs `plainly words add`.
pub fn add(args: &AddWordArgs) -> Result<u8, Vec<String>> {
    let text = |kind: Kind, values: &[String]| match kind {
        Kind::List => format!("[{}]", values.iter().map(|v| toml_edit::Value::from(v.as_str()).to_string()).collect::<Vec<_>>().join(", ")),
        _ => toml_edit::Value::from(values[0].as_str()).to_string(),
    };
    let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
    let given = [
        ("instead_of", Kind::Text, vec![args.phrase.clone()]),
        ("inflect", Kind::Text, one(&args.inflect)),
        ("say", Kind::List, args.say.clone()),
        ("why", Kind::Text, one(&args.why)),
        ("source", Kind::Text, one(&args.source)),
        ("level", Kind::Text, one(&args.level)),
        ("flag", Kind::List, args.flag.clone()),
        ("ok", Kind::List, args.ok.clone()),
    ];
    let cells: Vec<(&'static str, String)> = given
        .iter()
        .filter(|(name, _, values)| *name == "say" || !values.is_empty())
        .map(|(name, kind, values)| (*name, text(*kind, values)))
        .collect();
    let (row, path) = (Row { line: 1, cells }, list_to_change(args.list.as_deref()));
    let mut list = open(&path)?;
    let known = list.entries().iter().any(|entry| entry.get("instead_of").and_then(toml::Value::as_str) == Some(&args.phrase));
    if known {
        return Err(vec![format!("{}: `{}` is on this list already; change it there, or with `plainly words import`", shown(&path), args.phrase)]);
    }
    let columns: Vec<&str> = row.cells.iter().map(|c| c.0).collect();
    list.put(&row, &columns).map_err(|what| vec![format!("{}: {what}", shown(&path))])?;
    store(&list)?;
    let made = if list.exists() { "" } else { " (a new file)" };
    let also: Vec<String> = builtin_lists().into_iter().filter(|l| l.entries.iter().any(|e| holds(e, &args.phrase))).map(|l| l.rule).collect();
    let also = if also.is_empty() { String::new() } else { format!("{} looks for these words too.\n", also.join(" and ")) };
    say(&format!("`{}` is now on the list in {}{made}.\n{also}", args.phrase, shown(&path)))
}

fn holds(entry: &toml::Table, phrase: &str) -> bool {
    entry.get("instead_of").and_then(toml::Value::as_str).is_some_and(|listed| listed.eq_ignore_ascii_case(phrase))
}

/// Runs `plainly words import`.
pub fn import(args: &ImportWordsArgs) -> Result<u8, Vec<String>> {
    let name = args.file.display().to_string();
    let bytes = std::fs::read(&args.file).map_err(|e| vec![format!("{name}: {}", crate::input::source::cannot_read(&e))])?;
    let sheet = rows::read(&name, &bytes).map_err(few)?;
    let errors: Vec<String> = sheet.rows.iter().flat_map(|row| faults(&name, row)).collect();
    if !errors.is_empty() {
        return Err(few(errors));
    }
    let path = list_to_change(args.list.as_deref());
    let mut list = open(&path)?;
    let told = fill(&mut list, &sheet, args.replace).map_err(|what| vec![format!("{}: {what}", shown(&path))])?;
    store(&list)?;
    say(&format!("{}: {told}.\n", shown(&path)))
}

/// Puts the entries of a sheet into a list; what became of them.
fn fill(list: &mut ListFile, sheet: &Rows, replace: bool) -> Result<String, String> {
    let mut counts = [0, 0, 0];
    for row in &sheet.rows {
        counts[match list.put(row, &sheet.columns)? {
            Change::Added => 0,
            Change::Changed => 1,
            Change::Same => 2,
        }] += 1;
    }
    let mut told = format!("{} added, {} changed, {} as before", count(counts[0], "word"), counts[1], counts[2]);
    let others = list.others(&sheet.rows).len();
    if others > 0 && replace {
        list.keep_only(&sheet.rows)?;
        told += &format!(", {others} taken out");
    } else if others > 0 {
        told += &format!("; {others} not in the sheet kept (--replace takes them out)");
    }
    Ok(told)
}

/// What the validator of lists says against an entry of a sheet, by line and column.
fn faults(name: &str, row: &Row) -> Vec<String> {
    let found = settings::check_list(name, &row.toml());
    found.into_iter().map(|fault| format!("{name}:{}, column `{}`: {}", row.line, row.column_at(fault.line), fault.what)).collect()
}

/// The first complaints, and how many more there are.
fn few(mut errors: Vec<String>) -> Vec<String> {
    let more = errors.len().saturating_sub(MOST_ERRORS);
    errors.truncate(MOST_ERRORS);
    errors.extend((more > 0).then(|| format!("there are {more} more; nothing was changed")));
    errors
}

/// Runs `plainly words export`.
pub fn export(args: &ExportWordsArgs) -> Result<u8, Vec<String>> {
    let path = list_to_change(args.list.as_deref());
    let list = open(&path)?;
    if !list.exists() && args.list.is_some() {
        return Err(vec![format!("{}: there is no such file; check the spelling", shown(&path))]);
    }
    let bytes = rows::write(list.entries(), None).map_err(|what| vec![format!("{}: {what}", shown(&path))])?;
    let Some(file) = &args.file else { return Ok(print(&bytes).map_or_else(|code| code, |_| exit::CLEAN)) };
    write_sheet(file, &bytes, args.force).map_err(|what| vec![format!("{}: {what}", file.display())])?;
    say(&format!("{} from {} written to {}.\n", count(list.entries().len(), "word"), shown(&path), file.display()))
}

fn write_sheet(file: &Path, bytes: &[u8], force: bool) -> Result<(), String> {
    match std::fs::read(file) {
        Ok(old) if old == bytes => Ok(()),
        Ok(_) if !force => Err("this file is there already and holds something else; --force writes over it".to_owned()),
        Ok(old) => save::replace(file, &old, bytes),
        Err(_) => save::create(file, bytes),
    }
}

/// Opens a list that is sound as it stands.
fn open(path: &Path) -> Result<ListFile, Vec<String>> {
    let list = ListFile::open(path).map_err(|what| vec![format!("{}: {what}", shown(path))])?;
    if list.exists() { sound(&list, "").map(|()| list) } else { Ok(list) }
}

/// Writes a list that is sound.
fn store(list: &ListFile) -> Result<(), Vec<String>> {
    sound(list, "; nothing was changed")?;
    list.save().map_err(|what| vec![format!("{}: {what}", shown(&list.path))])
}

fn sound(list: &ListFile, end: &str) -> Result<(), Vec<String>> {
    settings::check_text(&list.path, &list.text()).map_err(|fault| vec![format!("{fault}{end}")])
}

fn say(text: &str) -> Result<u8, Vec<String>> {
    let text: String = text.lines().map(|line| clean(line).into_owned() + "\n").collect();
    Ok(print(text.as_bytes()).map_or_else(|code| code, |_| exit::CLEAN))
}
