//! A spreadsheet file as rows of named cells: TSV as this tool writes it, and CSV or UTF-16 text as spreadsheets save it.
//!
//! Every complaint names the line and the column as a person sees them.

use super::sheet::{COLUMNS, Kind, toml_of};
use crate::wordlists::toml_file::nearest;

/// A column of the built-in lists that house lists have no use for: it may stand in a sheet, and is passed over.
const PASSED_OVER: &str = "rule";

/// A column by its name; nothing for one that is passed over.
type Column = Option<(&'static str, Kind)>;

/// One entry of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line it starts on.
    pub line: usize,
    /// Its cells that are not empty, as TOML text, in the order of the columns of the sheet.
    pub cells: Vec<(&'static str, String)>,
}

/// A sheet.
#[derive(Debug)]
pub struct Rows {
    /// The columns it has: a key without a column is not its business.
    pub columns: Vec<&'static str>,
    /// Its entries.
    pub rows: Vec<Row>,
}

/// Reads a sheet.
///
/// # Errors
/// All that cannot be read, each with its line.
pub fn read(name: &str, bytes: &[u8]) -> Result<Rows, Vec<String>> {
    let text = decode(bytes).ok_or_else(|| vec![format!("{name}: this is not UTF-8 text; save the sheet as UTF-8 (in Excel: \"CSV UTF-8\")")])?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(&text)).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = reader.records();
    let Some(Ok(head)) = records.next() else {
        return Err(vec![format!("{name}:1: the sheet is empty; its first line holds the names of the columns")]);
    };
    let columns = columns(name, &head)?;
    let (mut rows, mut errors) = (Vec::new(), Vec::new());
    for record in records {
        match record {
            Ok(record) => match row(name, &columns, &record) {
                Ok(row) => rows.extend(row),
                Err(error) => errors.push(error),
            },
            Err(error) => errors.push(format!("{name}: {error}")),
        }
    }
    for (i, row) in rows.iter().enumerate() {
        let same = |other: &&Row| other.cells.first() == row.cells.first();
        if let Some(first) = rows[..i].iter().find(same) {
            errors.push(format!("{name}:{}, column `instead_of`: the same words stand on line {}; keep one of them", row.line, first.line));
        }
    }
    let columns = columns.into_iter().flatten().map(|(name, _)| name).collect();
    if errors.is_empty() { Ok(Rows { columns, rows }) } else { Err(errors) }
}

/// UTF-8, or UTF-16 with its mark, as Excel saves "Unicode text".
fn decode(bytes: &[u8]) -> Option<String> {
    let wide = |pair: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|two| pair([two[0], two[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// What parts the cells, as the first line shows.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    [b'\t', b';', b','].into_iter().find(|mark| head.as_bytes().contains(mark)).unwrap_or(b'\t')
}

/// The columns by their names; nothing for one that is passed over.
fn columns(name: &str, head: &csv::StringRecord) -> Result<Vec<Column>, Vec<String>> {
    let known: Vec<&str> = COLUMNS.iter().map(|c| c.0).collect();
    let (mut columns, mut errors) = (Vec::new(), Vec::new());
    for (i, cell) in head.iter().enumerate() {
        let asked = cell.trim().to_lowercase();
        let found = COLUMNS.iter().find(|c| c.0 == asked).map(|c| (c.0, c.1));
        let what = match found {
            None if asked.is_empty() || asked == PASSED_OVER => None,
            None => Some(format!("there is no column `{}`{}", cell.trim(), nearest(&asked, &known))),
            Some(_) if columns.contains(&found) => Some(format!("the column `{asked}` is there twice")),
            Some(_) => None,
        };
        errors.extend(what.map(|what| format!("{name}:1, column {}: {what}", i + 1)));
        columns.push(found);
    }
    if errors.is_empty() && !columns.iter().flatten().any(|c| c.0 == "instead_of") {
        errors.push(format!("{name}:1: there is no column `instead_of`, which holds the words to look for"));
    }
    if errors.is_empty() { Ok(columns) } else { Err(errors) }
}

/// An entry; nothing for a row with nothing in it. `instead_of` comes first, as it names the entry.
fn row(name: &str, columns: &[Column], record: &csv::StringRecord) -> Result<Option<Row>, String> {
    let line = record.position().map_or(0, |at| at.line() as usize);
    if record.iter().all(|cell| cell.trim().is_empty()) {
        return Ok(None);
    }
    if let Some(extra) = (columns.len()..record.len()).find(|i| !record[*i].trim().is_empty()) {
        let what = "this row has more cells than there are columns; put cells with a tab or a comma in them in quote marks";
        return Err(format!("{name}:{line}, column {}: {what}", extra + 1));
    }
    let mut cells: Vec<(&'static str, String)> =
        columns.iter().zip(record).filter_map(|(column, cell)| column.and_then(|(name, kind)| Some((name, toml_of(cell, kind)?)))).collect();
    let Some(named) = cells.iter().position(|c| c.0 == "instead_of") else {
        return Err(format!("{name}:{line}, column `instead_of`: this cell is empty; write the words to look for"));
    };
    let named = cells.remove(named);
    cells.insert(0, named);
    if !cells.iter().any(|c| c.0 == "say") {
        // an empty cell means: leave the words out
        cells.insert(1, ("say", "[]".to_owned()));
    }
    Ok(Some(Row { line, cells }))
}

impl Row {
    /// The entry as TOML: the header, and one line for each cell.
    #[must_use]
    pub fn toml(&self) -> String {
        self.cells.iter().fold("[[word]]\n".to_owned(), |text, (name, value)| format!("{text}{name} = {value}\n"))
    }

    /// The column that stands on a line of that TOML.
    #[must_use]
    pub fn column_at(&self, line: usize) -> &'static str {
        line.checked_sub(2).and_then(|i| self.cells.get(i)).map_or("instead_of", |c| c.0)
    }

    /// Whether the sheet has a column of this name that is known to hold a value here.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.cells.iter().find(|c| c.0 == name).map(|c| c.1.as_str())
    }
}

/// Writes entries as a sheet, with the columns that any of them uses.
///
/// # Errors
/// An entry with a key that no column holds.
pub fn write(entries: &[toml::Table], lead: Option<(&str, &[String])>) -> Result<Vec<u8>, String> {
    if let Some(key) = entries.iter().find_map(super::sheet::without_column) {
        return Err(format!("the key `{key}` has no column, so a sheet would lose it"));
    }
    let used =
        |name: &str| entries.iter().any(|entry| super::sheet::value_of(entry, name).is_some_and(|v| v.as_array().is_none_or(|all| !all.is_empty())));
    let columns: Vec<(&str, Kind)> = COLUMNS.iter().filter(|(name, _, always)| *always || used(name)).map(|c| (c.0, c.1)).collect();
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    let head = lead.iter().map(|l| l.0).chain(columns.iter().map(|c| c.0));
    let mut done = writer.write_record(head);
    for (i, entry) in entries.iter().enumerate() {
        let cell = |(name, kind): &(&str, Kind)| super::sheet::value_of(entry, name).map_or_else(String::new, |v| super::sheet::cell(v, *kind));
        let first = lead.iter().map(|l| l.1.get(i).cloned().unwrap_or_default());
        done = done.and_then(|()| writer.write_record(first.chain(columns.iter().map(cell))));
    }
    done.map_err(|e| e.to_string())?;
    writer.into_inner().map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> String {
        read("words.tsv", bytes).expect_err("refused").join("\n")
    }

    #[test]
    fn sheets_of_any_program_are_read() {
        let rows = |bytes: &[u8]| read("w", bytes).expect("read").rows.iter().map(Row::toml).collect::<String>();
        let same = "[[word]]\ninstead_of = \"hub\"\nsay = [\"centre\", \"place\"]\n";
        assert_eq!(rows(b"instead_of\tsay\nhub\tcentre | place\n\t\n"), same);
        assert_eq!(rows("\u{FEFF}say;Instead_of;rule\r\ncentre|place;hub;x\r\n".as_bytes()), same);
        assert_eq!(rows(b"instead_of,say\n\"hub\",\"centre | place\"\n"), same);
        let wide: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("instead_of\tsay\nhub\tcentre | place".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(rows(&wide), same);
        assert_eq!(rows(b"instead_of\nvery\n"), "[[word]]\ninstead_of = \"very\"\nsay = []\n");
    }

    #[test]
    fn complaints_name_the_line_and_the_column() {
        assert!(told(b"").contains("words.tsv:1: the sheet is empty"));
        assert_eq!(told(b"instead_of\tsey\nhub\tx"), "words.tsv:1, column 2: there is no column `sey` (did you mean `say`?)");
        assert_eq!(told(b"say\tsay\n"), "words.tsv:1, column 2: the column `say` is there twice");
        assert!(told(b"say\nx\n").contains("no column `instead_of`"));
        assert_eq!(told(b"instead_of\tsay\n\tx"), "words.tsv:2, column `instead_of`: this cell is empty; write the words to look for");
        assert!(told(b"instead_of\tsay\nhub\tx\ty\n").starts_with("words.tsv:2, column 3: this row has more cells"));
        assert!(told(b"instead_of\nhub\nhat\nhub\n").starts_with("words.tsv:4, column `instead_of`: the same words stand on line 2"));
        assert!(told(b"instead_of\nh\xFFb\n").contains("not UTF-8"));
    }
}
