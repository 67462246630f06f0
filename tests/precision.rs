//! What readings of findings showed: `docs/precision.tsv` is the record, `docs/precision.md` its table, and no rule is on by default against it.

mod common;

use std::collections::BTreeMap;
use std::fmt::Write;

use common::{assert_kept, replaced, root};
use plainly::findings::Maturity;
use plainly::rules;

/// Below this many places a share says little: the rule is told of, and no bar is set.
const ENOUGH: u32 = 20;
/// Of a hundred places, as many must be right.
const BAR: u32 = 95;

/// Rules that stay on below the bar while they are mended: the table says so. Take a rule out when it has been read again.
const MENDING: &[&str] = &[];

/// The last reading of a rule.
struct Reading {
    drawn: u32,
    right: u32,
    on: String,
    wrong: String,
}

impl Reading {
    fn holds(&self) -> bool {
        self.drawn < ENOUGH || self.right * 100 >= self.drawn * BAR
    }
}

/// The rows of the record: rule, drawn, right, the date, the seed, what was wrong.
fn readings() -> BTreeMap<String, Reading> {
    let text = std::fs::read_to_string(root().join("docs/precision.tsv")).expect("the record");
    let mut all = BTreeMap::new();
    for row in text.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [rule, drawn, right, on, seed, wrong] = cells[..] else { panic!("six cells: {row}") };
        let number = |cell: &str| cell.parse::<u32>().unwrap_or_else(|_| panic!("a number: {row}"));
        let reading = Reading { drawn: number(drawn), right: number(right), on: on.to_owned(), wrong: wrong.to_owned() };
        assert!(reading.right <= reading.drawn && on.len() == 10 && !seed.is_empty() && !wrong.is_empty(), "{row}");
        assert!(all.insert(rule.to_owned(), reading).is_none(), "one row a rule, the last reading: {rule}");
    }
    all
}

#[test]
fn the_table_of_readings_is_the_record() {
    let readings = readings();
    let mut table = "| Rule | Read | Right | Date | What was wrong |\n|---|---|---|---|---|\n".to_owned();
    for rule in rules::all() {
        let below = MENDING.contains(&rule.id);
        let trial = match rule.maturity {
            _ if below => " (below 95, and being mended)",
            Maturity::Trial => " (on trial)",
            Maturity::Stable => "",
        };
        let _ = match readings.get(rule.id) {
            Some(r) => writeln!(table, "| `{}`{trial} | {} | {} | {} | {} |", rule.id, r.drawn, r.right, r.on, r.wrong),
            None => writeln!(table, "| `{}`{trial} | not read yet | | | |", rule.id),
        };
    }
    let page = root().join("docs/precision.md");
    let text = std::fs::read_to_string(&page).expect("the page");
    assert_kept(&page, &replaced(&text, "readings", &table));
}

#[test]
fn no_rule_is_on_against_its_reading() {
    let readings = readings();
    let on = |rule: &str| rules::all().iter().any(|r| r.id == rule && r.maturity == Maturity::Stable);
    let below: Vec<&String> =
        readings.iter().filter(|(rule, reading)| on(rule) && !reading.holds() && !MENDING.contains(&rule.as_str())).map(|(rule, _)| rule).collect();
    assert!(below.is_empty(), "fewer than {BAR} in 100 were right; mend them or set them to trial: {below:?}");
    let done: Vec<&&str> = MENDING.iter().filter(|rule| readings.get(**rule).is_none_or(Reading::holds)).collect();
    assert!(done.is_empty(), "read, and right often enough: take them out of MENDING: {done:?}");
    let unknown: Vec<&String> = readings.keys().filter(|id| !rules::all().iter().any(|r| r.id == **id)).collect();
    assert!(unknown.is_empty(), "no such rules: {unknown:?}");
}

/// The rules of words that are on have been read, all of them; those in code show "not read yet" until they are.
#[test]
fn every_list_that_is_on_has_been_read() {
    let readings = readings();
    let lists = ["jargon/", "deficit/", "power/", "tokenism/"];
    let unread: Vec<&str> = rules::all()
        .iter()
        .filter(|r| r.maturity == Maturity::Stable && lists.iter().any(|family| r.id.starts_with(family)) && !readings.contains_key(r.id))
        .map(|r| r.id)
        .collect();
    assert!(unread.is_empty(), "draw their findings with benches/draw.py, read them, and write a row: {unread:?}");
}
