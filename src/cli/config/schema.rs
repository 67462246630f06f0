//! `plainly config schema`: the shape of `plainly.toml`, for editors. It is kept in the repository, and a test says when it is out of date.

use super::say;

/// The schema, as the types of the configuration give it.
const SCHEMA: &str = include_str!("../../../plainly.schema.json");

/// Runs the command.
pub fn run() -> u8 {
    say(SCHEMA.as_bytes())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::SCHEMA;
    use crate::analysis::kind::Kind;
    use crate::config::file::ConfigFile;
    use crate::config::presets;
    use crate::rules;

    fn pointed<'v>(schema: &'v mut Value, pointer: &str) -> &'v mut serde_json::Map<String, Value> {
        schema.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap_or_else(|| panic!("{pointer} is there"))
    }

    /// What the types say, and the names that are known only when the program runs: editors then complete them.
    fn now() -> String {
        let mut schema = serde_json::to_value(schemars::schema_for!(ConfigFile)).expect("JSON");
        let top = schema.as_object_mut().expect("a table");
        top.insert("title".to_owned(), json!("plainly.toml"));
        let all = rules::all();
        let mut names: Vec<String> =
            all.iter().flat_map(|rule| [rule.family().to_owned(), format!("{}/*", rule.family()), rule.id.to_owned()]).collect();
        names.sort();
        names.dedup();
        let kinds: Vec<&str> = Kind::ALL.iter().map(|(_, name)| *name).collect();
        for place in ["/properties", "/$defs/Override/properties"] {
            pointed(&mut schema, &format!("{place}/rules")).insert("propertyNames".to_owned(), json!({ "enum": names }));
            pointed(&mut schema, &format!("{place}/kind")).insert("enum".to_owned(), json!(kinds));
        }
        pointed(&mut schema, "/properties/kinds/additionalProperties").insert("enum".to_owned(), json!(kinds));
        let presets: Vec<String> = presets::ALL.iter().map(|(name, _)| format!("{}{name}", presets::MARK)).collect();
        pointed(&mut schema, "/properties/extends/items").insert("examples".to_owned(), json!(presets));
        serde_json::to_string_pretty(&schema).expect("JSON") + "\n"
    }

    #[test]
    fn the_schema_is_that_of_the_types_and_the_rules() {
        let now = now();
        if std::env::var_os("PLAINLY_BLESS").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/plainly.schema.json"), &now).expect("written");
        } else {
            assert!(SCHEMA == now, "plainly.schema.json is out of date; run PLAINLY_BLESS=1 cargo test --lib schema, and look at the change");
        }
    }
}
