//! Every setting that holds for a document, with where it was written.

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::layers::family;
use super::team::{Part, Team};
use super::{Audience, FailOn, Limits};
use crate::wordlists::toml_file::FileError;

/// A setting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Setting {
    /// The key, as it would be written: `rules."jargon/buzzword"`. A list gives one setting for each thing in it.
    pub key: String,
    /// The value.
    pub value: toml::Value,
    /// Where it was written; nothing for a default.
    pub from: Option<Place>,
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, or `preset:nhs`.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
}

/// Keys that are shown in a way of their own: they say which settings hold, or hold for whole families of rules.
const APART: [&str; 5] = ["audience", "fail-on", "kind", "kinds", "overrides"];

impl Team {
    /// Every setting of a part.
    ///
    /// # Errors
    /// None that [`Team::read`] has not told.
    pub fn all_settings(&self, part: &Part) -> Result<Vec<Setting>, FileError> {
        let tree = self.layers.tree(&part.overrides)?;
        let set = |key: &str| tree.get(key).map(|value| (plain_value(value), Some(self.place(value.span().start))));
        let or = |key: &str, default: &str| set(key).unwrap_or_else(|| (toml::Value::from(default), None));
        let mut all = Vec::new();
        let mut push = |key: &str, (value, from): (toml::Value, Option<Place>)| all.push(Setting { key: key.to_owned(), value, from });
        push("fail-on", or("fail-on", FailOn::DEFAULT));
        push("audience", or("audience", Audience::DEFAULT));
        match part.kind.map(|(kind, byte)| (toml::Value::from(kind.name()), Some(self.place(byte)))).or_else(|| set("kind")) {
            Some(kind) => push("kind", kind),
            None => push("kind", (toml::Value::from("as each document shows"), None)),
        }
        self.walk(&tree, &mut all);
        self.rule_settings(part, &tree, &mut all)?;
        Ok(all)
    }

    /// The place of a byte.
    #[must_use]
    pub fn place(&self, byte: usize) -> Place {
        let layer = self.layers.of(byte);
        Place { file: layer.name.clone(), line: layer.line(byte) }
    }

    /// All values of a tree but those that are shown in a way of their own. Tables are as deep as the keys of a configuration.
    fn walk(&self, tree: &DeTable<'_>, all: &mut Vec<Setting>) {
        let mut open: Vec<(String, &Spanned<DeValue<'_>>)> = Vec::new();
        let top = tree.iter().filter(|(key, _)| !APART.contains(&key.get_ref().as_ref()) && key.get_ref() != "rules");
        open.extend(top.map(|(key, value)| (bare(key.get_ref()), value)));
        open.reverse();
        while let Some((key, value)) = open.pop() {
            match value.get_ref() {
                DeValue::Table(table) if table.contains_key("instead_of") => {
                    let words = &table["instead_of"];
                    all.push(Setting { key, value: plain_value(words), from: Some(self.place(words.span().start)) });
                }
                DeValue::Table(table) => {
                    let mut inner: Vec<_> = table.iter().map(|(name, value)| (format!("{key}.{}", bare(name.get_ref())), value)).collect();
                    inner.reverse();
                    open.extend(inner);
                }
                DeValue::Array(list) => open.extend(list.iter().rev().map(|value| (key.clone(), value))),
                _ => all.push(Setting { key, value: plain_value(value), from: Some(self.place(value.span().start)) }),
            }
        }
    }

    /// The level of each rule, and its limit.
    fn rule_settings(&self, part: &Part, tree: &DeTable<'_>, all: &mut Vec<Setting>) -> Result<(), FileError> {
        let mut settings = self.settings(part)?;
        let rules = tree.get("rules").and_then(|rules| rules.get_ref().as_table());
        let said = || rules.into_iter().flat_map(|rules| rules.iter()).map(|(name, value)| (name.get_ref().as_ref(), value.get_ref()));
        let set = |id: &str, key: &str| said().find(|(name, _)| *name == id).and_then(|(_, value)| value.get(key));
        let is_family_of = |name: &str, id: &str| family(name).is_some_and(|family| id.split('/').next() == Some(family));
        let of_family = |id: &str| said().filter(|(name, _)| is_family_of(name, id)).find_map(|(_, value)| value.get("level"));
        for rule in &self.rules {
            let by_default = rule.by_default.then_some(rule.level);
            let told = settings.levels.get(rule.id);
            let from = told.and_then(|_| set(rule.id, "level").or_else(|| of_family(rule.id))).map(|value| self.place(value.span().start));
            let level = told.copied().unwrap_or(by_default).map_or("off", crate::wordlists::level::Level::name);
            all.push(Setting { key: format!("rules.\"{}\"", rule.id), value: level.into(), from });
            if let Some(limit) = settings.limits.of_rule(rule.id) {
                let by_audience = || tree.get("audience").filter(|_| Limits::follows_audience(rule.id));
                let from = set(rule.id, "limit").or_else(by_audience).map(|value| self.place(value.span().start));
                all.push(Setting { key: format!("rules.\"{}\".limit", rule.id), value: i64::from(*limit).into(), from });
            }
        }
        Ok(())
    }
}

/// A key as it is written.
fn bare(key: &str) -> String {
    let is_bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if is_bare { key.to_owned() } else { toml::Value::from(key).to_string() }
}

/// A value without its place.
fn plain_value(value: &Spanned<DeValue<'_>>) -> toml::Value {
    // what was read once can be read again
    toml::Value::deserialize(ValueDeserializer::from(value.clone())).unwrap_or(toml::Value::Boolean(false))
}
