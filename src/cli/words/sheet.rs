//! Entries of a word list as rows of a spreadsheet, and back, with nothing lost.
//!
//! One row is one entry, one column one key; `skip_if.near` is the key `near` of `skip_if`. A cell that holds more than one thing has ` | `
//! between them. This file knows cells and TOML text; whether an entry is a good one is for the validator of lists to say.

use toml::{Table, Value};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Texts, with ` | ` between them.
    List,
    /// A word of the format, or texts.
    Either,
    /// `true` or `false`.
    Switch,
    /// A date.
    Date,
}

/// The columns, in their order. Those that are always there come with `true`, so that an empty sheet shows what can be filled in.
pub const COLUMNS: [(&str, Kind, bool); 38] = [
    ("instead_of", Kind::Text, true),
    ("say", Kind::List, true),
    ("inflect", Kind::Text, true),
    ("why", Kind::Text, true),
    ("source", Kind::Text, true),
    ("message", Kind::Text, false),
    ("level", Kind::Text, true),
    ("risk", Kind::Text, false),
    ("legal", Kind::Switch, false),
    ("once", Kind::Switch, false),
    ("fix", Kind::Switch, false),
    ("flag", Kind::List, true),
    ("ok", Kind::List, true),
    ("skip_if.next", Kind::List, false),
    ("skip_if.prev", Kind::List, false),
    ("skip_if.near", Kind::List, false),
    ("skip_if.subject", Kind::Either, false),
    ("skip_if.object", Kind::Either, false),
    ("skip_if.next_is", Kind::Text, false),
    ("skip_if.part", Kind::Text, false),
    ("skip_if.case", Kind::Text, false),
    ("skip_if.in", Kind::List, false),
    ("skip_if.glossed", Kind::Switch, false),
    ("skip_if.dated", Kind::Switch, false),
    ("only_if.next", Kind::List, false),
    ("only_if.prev", Kind::List, false),
    ("only_if.near", Kind::List, false),
    ("only_if.subject", Kind::Either, false),
    ("only_if.object", Kind::Either, false),
    ("only_if.next_is", Kind::Text, false),
    ("only_if.part", Kind::Text, false),
    ("only_if.case", Kind::Text, false),
    ("only_if.in", Kind::List, false),
    ("only_if.glossed", Kind::Switch, false),
    ("only_if.dated", Kind::Switch, false),
    ("reviewed.by", Kind::Text, false),
    ("reviewed.on", Kind::Date, false),
    ("reviewed.lived_experience", Kind::Switch, false),
];
/// What may stand around a cell without being part of it.
const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];

/// What a column holds, by its name.
#[must_use]
pub fn kind_of(name: &str) -> Option<Kind> {
    COLUMNS.iter().find(|c| c.0 == name).map(|c| c.1)
}

/// The value of an entry under a column's name.
#[must_use]
pub fn value_of<'t>(entry: &'t Table, name: &str) -> Option<&'t Value> {
    match name.split_once('.') {
        Some((outer, inner)) => entry.get(outer)?.as_table()?.get(inner),
        None => entry.get(name),
    }
}

/// The keys of an entry that have no column: a sheet would lose them.
#[must_use]
pub fn without_column(entry: &Table) -> Option<String> {
    let names = entry.iter().flat_map(|(key, value)| match value {
        Value::Table(inner) => inner.keys().map(|k| format!("{key}.{k}")).collect(),
        _ => vec![key.clone()],
    });
    names.into_iter().find(|name| kind_of(name).is_none())
}

/// The cell for a value.
#[must_use]
pub fn cell(value: &Value, kind: Kind) -> String {
    let text = match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| piece(&plain(item))).collect();
            // one text in a column that may hold a word of the format, too
            let end = if kind == Kind::Either && items.len() == 1 { " |" } else { "" };
            items.join(" | ") + end
        }
        other => escaped(&plain(other)),
    };
    inert(text)
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Datetime(date) => date.to_string(),
        Value::Boolean(yes) => yes.to_string(),
        other => other.to_string(),
    }
}

/// Text on one line, with spaces at its ends marked so that they are not lost.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
    let text = text.strip_prefix(' ').map_or(text.clone(), |rest| format!("\\s{rest}"));
    text.strip_suffix(' ').map_or(text.clone(), |rest| format!("{rest}\\s"))
}

fn piece(text: &str) -> String {
    if text.is_empty() { "\\e".to_owned() } else { escaped(text).replace('|', "\\|") }
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe in front; so does one that begins as if it had one.
fn inert(cell: String) -> String {
    let mut chars = cell.chars();
    let formula = |c: Option<char>| matches!(c, Some('=' | '+' | '-' | '@'));
    let first = chars.next();
    let guarded = formula(first) || first == Some('\'') && { formula(chars.clone().next()) || chars.next() == Some('\'') };
    if guarded { format!("'{cell}") } else { cell }
}

/// The TOML text for a cell, on one line; nothing for an empty one.
#[must_use]
pub fn toml_of(cell: &str, kind: Kind) -> Option<String> {
    let cell = cell.trim_matches(BLANK);
    let rest = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\'']));
    let cell = rest.unwrap_or(cell);
    if cell.is_empty() {
        return None;
    }
    let list = kind == Kind::List || kind == Kind::Either && pieces(cell).len() > 1;
    Some(match kind {
        _ if list => {
            let mut items = pieces(cell);
            // `person |` is a list of one
            items.retain(|item| !item.is_empty());
            format!("[{}]", items.iter().map(|item| quoted(&unescaped(item))).collect::<Vec<_>>().join(", "))
        }
        // spreadsheets write TRUE
        Kind::Switch if ["true", "false"].contains(&cell.to_lowercase().as_str()) => cell.to_lowercase(),
        Kind::Date if cell.parse::<toml::value::Datetime>().is_ok() => cell.to_owned(),
        _ => quoted(&unescaped(cell)),
    })
}

/// The parts of a cell between the bars that stand for themselves.
fn pieces(cell: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        let last = pieces.len() - 1;
        match c {
            '|' => pieces.push(String::new()),
            '\\' => {
                pieces[last].push(c);
                pieces[last].extend(chars.next());
            }
            c => pieces[last].push(c),
        }
    }
    pieces.iter().map(|piece| piece.trim_matches(BLANK).to_owned()).collect()
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, false) => out.push(c),
            _ => match chars.next() {
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some('t') => out.push('\t'),
                Some('s') => out.push(' '),
                Some('e') => {}
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
        }
    }
    out
}

/// A TOML string on one line. JSON has the same escapes, but for one character.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7F}', "\\u007F")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn back(value: &Value, kind: Kind) -> Option<Value> {
        let text = toml_of(&cell(value, kind), kind)?;
        let table: Table = format!("x = {text}").parse().expect("TOML");
        table.get("x").cloned()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

        #[test]
        fn texts_and_lists_come_back(text in "[a-c|\\\\' =+@\\-\t\n\r\"é\u{7F}]{1,12}", list in prop::collection::vec("[ab|\\\\' =\t\n]{0,6}", 1..4)) {
            let (text, list) = (Value::from(text), Value::from(list));
            prop_assert_eq!(back(&text, Kind::Text), Some(text));
            prop_assert_eq!(back(&list, Kind::List), Some(list.clone()));
            prop_assert_eq!(back(&list, Kind::Either), Some(list));
        }
    }

    #[test]
    fn what_people_type_is_taken_as_they_mean_it() {
        let read = |cell: &str, kind| toml_of(cell, kind).unwrap_or_else(|| "nothing".to_owned());
        assert_eq!(read(" a|b  |  c ", Kind::List), r#"["a", "b", "c"]"#);
        assert_eq!(read("TRUE", Kind::Switch), "true");
        assert_eq!(read("2026-11-03", Kind::Date), "2026-11-03");
        assert_eq!(read("person", Kind::Either), r#""person""#);
        assert_eq!(read("person |", Kind::Either), r#"["person"]"#);
        assert_eq!(read("'=organise", Kind::Text), r#""=organise""#);
        assert_eq!(read("   ", Kind::Text), "nothing");
        assert_eq!(cell(&Value::from("=organise"), Kind::Text), "'=organise");
    }
}
