//! `plainly words list`: every entry on a line.

use std::fmt::Write;

use super::args::{ListFormat, ListWordsArgs};
use super::sheet::value_of;
use super::{List, builtin_lists, house_file, rows};
use crate::cli::{exit, print, settings};
use crate::report::sanitise::clean;
use crate::rules;
use crate::wordlists::house::HOUSE_RULE;
use crate::wordlists::toml_file::nearest;

/// Widest column of the table, in characters.
const WIDEST: usize = 44;

/// Runs the command.
pub fn run(args: &ListWordsArgs) -> Result<u8, Vec<String>> {
    let lists = chosen(&args.rule, &args.family)?;
    let out = match args.format {
        ListFormat::Table => table(&lists).into_bytes(),
        ListFormat::Tsv => {
            let rules: Vec<String> = lists.iter().flat_map(|list| list.entries.iter().map(|_| list.rule.clone())).collect();
            let entries: Vec<toml::Table> = lists.into_iter().flat_map(|list| list.entries).collect();
            rows::write(&entries, Some(("rule", &rules))).map_err(|e| vec![e])?
        }
    };
    Ok(print(&out).map_or_else(|code| code, |_| exit::CLEAN))
}

/// The lists that are asked for, the house list among them; all of them when none is.
pub fn chosen(rules_asked: &[String], families: &[String]) -> Result<Vec<List>, Vec<String>> {
    let mut lists = builtin_lists();
    if let Some(path) = house_file() {
        let files = settings::house_lists(&path).map_err(|e| vec![e.to_string()])?;
        lists.extend(files.iter().map(|(name, text)| house_list(name, text)));
    }
    let known: Vec<&str> = lists.iter().map(|l| l.rule.as_str()).collect();
    let all = rules::all();
    if let Some(asked) = rules_asked.iter().find(|asked| !known.contains(&asked.as_str()) && *asked != HOUSE_RULE) {
        let why = if all.iter().any(|r| r.id == asked) { " of words: it has no list".to_owned() } else { nearest(asked, &known) };
        return Err(vec![format!("there is no rule `{asked}`{why}")]);
    }
    let family = |list: &List| list.rule.split('/').next().unwrap_or_default().to_owned();
    if let Some(asked) = families.iter().find(|asked| *asked != "house" && !lists.iter().any(|list| family(list) == **asked)) {
        let mut there: Vec<String> = lists.iter().map(family).collect();
        there.dedup();
        return Err(vec![format!("there is no family `{asked}`{}", nearest(asked, &there.iter().map(String::as_str).collect::<Vec<_>>()))]);
    }
    if !rules_asked.is_empty() || !families.is_empty() {
        lists.retain(|list| rules_asked.contains(&list.rule) || families.contains(&family(list)));
    }
    Ok(lists)
}

/// A list of the team's. A `plainly.toml` holds more than words, and all that matters here is those.
fn house_list(name: &str, text: &str) -> List {
    let entries = super::entries_of(text);
    let mut words = toml::Table::new();
    words.insert("word".to_owned(), entries.iter().cloned().map(toml::Value::Table).collect::<Vec<_>>().into());
    let list = List::new(name, &words.to_string());
    List { rule: HOUSE_RULE.to_owned(), ..list }
}

fn table(lists: &[List]) -> String {
    let cut = |text: &str| match text.char_indices().nth(WIDEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    };
    let mut lines: Vec<[String; 4]> = Vec::new();
    let mut off = 0;
    for (list, (entry, word)) in lists.iter().flat_map(|list| list.entries.iter().zip(&list.words).map(move |entry| (list, entry))) {
        let text = |name| value_of(entry, name).and_then(toml::Value::as_str).unwrap_or_default();
        let say = value_of(entry, "say").and_then(toml::Value::as_array).map(|all| all.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>());
        let say = say.filter(|say| !say.is_empty()).map_or_else(|| "(leave it out)".to_owned(), |say| say.join("; "));
        off += usize::from(!word.runs());
        let state = if word.runs() { "on" } else { "off" };
        lines.push([list.rule.clone(), cut(&clean(text("instead_of"))), state.to_owned(), clean(&say).into_owned()]);
    }
    let width = |i: usize| lines.iter().map(|line| line[i].chars().count()).max().unwrap_or(0);
    let (rule, words) = (width(0), width(1));
    let mut out = String::new();
    for [id, phrase, state, say] in &lines {
        // writing to a string cannot fail
        let _ = writeln!(out, "{id:rule$}  {phrase:words$}  {state:3}  {say}");
    }
    let waiting = if off > 0 { format!("; {off} waiting with `off`, as their words often mean something else") } else { String::new() };
    let _ = writeln!(out, "\n{}{waiting}.", super::count(lines.len(), "entry").replace("entrys", "entries"));
    out
}
