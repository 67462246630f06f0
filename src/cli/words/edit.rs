//! A list of words that is changed in place: comments, order and layout stay as their owner wrote them.

use std::path::{Path, PathBuf};

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::rows::Row;
use super::sheet::{COLUMNS, cell, value_of};
use crate::cli::save;

/// A `plainly.toml`, or a file of `[[word]]` entries beside it.
pub struct ListFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its bytes, if it is there.
    old: Option<Vec<u8>>,
    document: DocumentMut,
    /// Its entries when it was opened, and those added since.
    entries: Vec<toml::Table>,
    /// A byte order mark and line ends of Windows are put back when it is written.
    mark: bool,
    windows: bool,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It was there and is different now.
    Changed,
    /// It was there and is as it was.
    Same,
}

impl ListFile {
    /// Opens a list, or begins one where there is none.
    ///
    /// # Errors
    /// A file that cannot be read or is not TOML.
    pub fn open(path: &Path) -> Result<ListFile, String> {
        let old = match std::fs::read(path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(crate::input::source::cannot_read(&error)),
        };
        let text =
            String::from_utf8(old.clone().unwrap_or_default()).map_err(|_| "this is not UTF-8 text; save it as UTF-8 and run again".to_owned())?;
        let (mark, windows) = (text.starts_with('\u{FEFF}'), text.contains("\r\n"));
        let plain = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
        let document = plain.parse::<DocumentMut>().map_err(|e| format!("this is not valid TOML: {}", e.message().replace('\n', ", ")))?;
        let entries = super::entries_of(&plain);
        Ok(ListFile { path: path.to_owned(), old, document, entries, mark, windows })
    }

    /// Whether the file is there.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.old.is_some()
    }

    /// The text as it is now.
    #[must_use]
    pub fn text(&self) -> String {
        self.document.to_string()
    }

    /// Its entries when it was opened, and those added since.
    #[must_use]
    pub fn entries(&self) -> &[toml::Table] {
        &self.entries
    }

    /// Puts an entry in: in the place of the one with the same words, else at the end. Keys without a column in `columns` stay as they are.
    ///
    /// # Errors
    /// A file whose entries are not written as `[[word]]`.
    pub fn put(&mut self, row: &Row, columns: &[&str]) -> Result<Change, String> {
        let new = row.toml().parse::<toml::Table>().map_err(|e| e.to_string())?;
        let new = new["word"][0].as_table().cloned().unwrap_or_default();
        let at = self.entries.iter().position(|entry| entry.get("instead_of") == new.get("instead_of"));
        let was = at.map(|at| self.entries[at].clone());
        let tables = self.tables()?;
        if at.is_none() {
            tables.push(Table::new());
        }
        let last = tables.len() - 1;
        let table = tables.get_mut(at.unwrap_or(last)).ok_or("this entry is not a table")?;
        let mut change = if at.is_none() { Change::Added } else { Change::Same };
        // `say` must be there, whether the sheet has it or not
        let meant = |name: &str| columns.contains(&name) || at.is_none() && name == "say";
        for &(name, kind, _) in COLUMNS.iter().filter(|column| meant(column.0)) {
            let shown = |entry: &toml::Table| value_of(entry, name).map(|v| cell(v, kind)).unwrap_or_default();
            if let Some(was) = &was {
                if shown(was) == shown(&new) {
                    continue;
                }
                change = Change::Changed;
            }
            set(table, name, row.value(name))?;
        }
        if at.is_none() {
            self.entries.push(new);
        }
        Ok(change)
    }

    /// Takes out the entries whose words are not in the sheet; how many.
    ///
    /// # Errors
    /// A file whose entries are not written as `[[word]]`.
    pub fn keep_only(&mut self, rows: &[Row]) -> Result<usize, String> {
        let left_out = self.others(rows);
        let tables = self.tables()?;
        for at in left_out.iter().rev() {
            tables.remove(*at);
        }
        Ok(left_out.len())
    }

    /// The entries whose words are not in the sheet.
    #[must_use]
    pub fn others(&self, rows: &[Row]) -> Vec<usize> {
        let named: Vec<Option<toml::Value>> =
            rows.iter().map(|row| row.toml().parse::<toml::Table>().ok().and_then(|t| t.get("word")?.get(0)?.get("instead_of").cloned())).collect();
        self.entries.iter().enumerate().filter(|(_, e)| !named.iter().any(|n| n.as_ref() == e.get("instead_of"))).map(|(i, _)| i).collect()
    }

    /// Writes the file whole; one that has not changed is left alone.
    ///
    /// # Errors
    /// Why it could not be written; then it is as it was.
    pub fn save(&self) -> Result<(), String> {
        let text = if self.windows { self.text().replace('\n', "\r\n") } else { self.text() };
        let bytes = if self.mark { format!("\u{FEFF}{text}") } else { text }.into_bytes();
        match &self.old {
            Some(old) if *old == bytes => Ok(()),
            Some(old) => save::replace(&self.path, old, &bytes),
            None => save::create(&self.path, &bytes),
        }
    }

    fn tables(&mut self) -> Result<&mut ArrayOfTables, String> {
        let item = self.document.entry("word").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        item.as_array_of_tables_mut()
            .ok_or_else(|| "its words are written as `word = [ … ]`; write each as `[[word]]` with its keys below".to_owned())
    }
}

/// Sets a key, or takes it away where there is no value. `skip_if.near` is the key `near` of `skip_if`.
fn set(table: &mut Table, name: &str, value: Option<&str>) -> Result<(), String> {
    let Some((outer, inner)) = name.split_once('.') else { return set_in(table, name, value) };
    if table.get(outer).is_none() {
        if value.is_none() {
            return Ok(());
        }
        table.insert(outer, toml_edit::value(InlineTable::new()));
    }
    let held = table.get_mut(outer).and_then(Item::as_table_like_mut).ok_or_else(|| format!("`{outer}` is not a table"))?;
    set_in(held, inner, value)?;
    if held.is_empty() {
        table.remove(outer);
    }
    Ok(())
}

fn set_in(table: &mut dyn TableLike, key: &str, value: Option<&str>) -> Result<(), String> {
    match value {
        Some(text) => {
            let mut value: Value = text.parse().map_err(|e: toml_edit::TomlError| e.message().to_owned())?;
            // what stood beside the old value, such as a comment, stays
            if let Some(old) = table.get(key).and_then(Item::as_value) {
                *value.decor_mut() = old.decor().clone();
            }
            table.insert(key, Item::Value(value));
        }
        None => drop(table.remove(key)),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::cli::words::rows;
    use proptest::prelude::*;

    /// A list with these entries, and nothing else.
    fn list_of(sheet: &[u8]) -> ListFile {
        let sheet = rows::read("words.tsv", sheet).expect("a sheet");
        let mut list = ListFile::open(Path::new("/there/is/no/such/file.toml")).expect("a new list");
        for row in &sheet.rows {
            assert_eq!(list.put(row, &sheet.columns), Ok(Change::Added));
        }
        list
    }

    /// An entry without what says nothing: an empty list or table.
    fn bare(entry: &toml::Table) -> toml::Table {
        let empty = |v: &toml::Value| v.as_array().is_some_and(Vec::is_empty) || v.as_table().is_some_and(toml::Table::is_empty);
        let inner = |v: &toml::Value| v.as_table().map_or(v.clone(), |t| bare(t).into());
        entry.iter().map(|(k, v)| (k.clone(), inner(v))).filter(|(_, v)| !empty(v)).collect()
    }

    fn comes_back(entries: &[toml::Table]) {
        let sheet = rows::write(entries, None).expect("every key has its column");
        let list = list_of(&sheet);
        let now = crate::cli::words::entries_of(&list.text());
        assert_eq!(entries.iter().map(bare).collect::<Vec<_>>(), now.iter().map(bare).collect::<Vec<_>>());
        assert_eq!(rows::write(&now, None).expect("a sheet"), sheet, "and the sheet is the same");
    }

    #[test]
    fn every_built_in_list_comes_back_from_a_sheet() {
        for (rule, text) in builtin::LISTS {
            let entries = crate::cli::words::entries_of(text);
            assert!(!entries.is_empty(), "{rule}");
            comes_back(&entries);
        }
    }

    fn entry() -> impl Strategy<Value = toml::Table> {
        let text = || "[a-d =|'\\\\\"\t\né]{1,8}[a-z]";
        let list = move || prop::collection::vec(text(), 0..4);
        (text(), list(), proptest::option::of(text()), list(), list(), any::<bool>(), any::<bool>()).prop_map(
            |(words, say, why, near, subject, fix, dated)| {
                let mut entry = toml::Table::new();
                entry.insert("instead_of".to_owned(), words.into());
                entry.insert("say".to_owned(), say.into());
                entry.extend(why.map(|why| ("why".to_owned(), toml::Value::from(why))));
                entry.extend(fix.then(|| ("fix".to_owned(), toml::Value::from(true))));
                let mut skip = toml::Table::new();
                skip.insert("near".to_owned(), near.into());
                skip.insert("subject".to_owned(), if dated { "person".into() } else { subject.into() });
                skip.extend(dated.then(|| ("dated".to_owned(), toml::Value::from(true))));
                entry.insert("skip_if".to_owned(), skip.into());
                entry
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

        #[test]
        fn any_list_comes_back_from_a_sheet(mut entries in prop::collection::vec(entry(), 1..6)) {
            let mut seen = std::collections::HashSet::new();
            entries.retain(|e| seen.insert(e["instead_of"].to_string().trim().to_owned()));
            comes_back(&entries);
        }
    }

    #[test]
    fn comments_and_layout_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("plainly.toml");
        let before = "# ours\r\nfail-on = \"error\" # strict\r\n\r\n# about hubs\r\n[[word]]\r\ninstead_of = 'hub' # the place\r\nsay = ['centre']\r\nskip_if = { next = ['cap'] }\r\n\r\n[rules]\r\n'jargon/buzzword' = 'off'\r\n";
        std::fs::write(&path, format!("\u{FEFF}{before}")).expect("written");
        let mut list = ListFile::open(&path).expect("a list");
        let sheet = rows::read("w", b"instead_of\tsay\twhy\nhub\tcentre\t\nhat\t\tIt rains.\n").expect("a sheet");
        assert_eq!(list.put(&sheet.rows[0], &sheet.columns), Ok(Change::Same));
        list.save().expect("nothing to write");
        assert_eq!(std::fs::read_to_string(&path).expect("there"), format!("\u{FEFF}{before}"), "not one byte");
        assert_eq!(list.put(&sheet.rows[1], &sheet.columns), Ok(Change::Added));
        list.save().expect("written");
        let now = std::fs::read_to_string(&path).expect("there");
        let added = "\r\n[[word]]\r\ninstead_of = \"hat\"\r\nsay = []\r\nwhy = \"It rains.\"\r\n";
        assert_eq!(now, format!("\u{FEFF}{}", before.replace("\r\n\r\n[rules]", &format!("\r\n{added}\r\n[rules]"))));
    }

    #[test]
    fn a_changed_key_keeps_what_stands_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("plainly.toml");
        std::fs::write(&path, "[[word]]\ninstead_of = \"hub\"\nsay = [\"centre\"] # agreed in May\nwhy = \"x\"\nlevel = \"note\"\n")
            .expect("written");
        let mut list = ListFile::open(&path).expect("a list");
        let sheet = rows::read("w", b"instead_of\tsay\twhy\tskip_if.next\nhub\tplace | site\t\tcap\n").expect("a sheet");
        assert_eq!(list.put(&sheet.rows[0], &sheet.columns), Ok(Change::Changed));
        let now = "[[word]]\ninstead_of = \"hub\"\nsay = [\"place\", \"site\"] # agreed in May\nlevel = \"note\"\nskip_if = { next = [\"cap\"] }\n";
        assert_eq!(list.text(), now);
    }
}
