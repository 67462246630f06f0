//! What stands around and between the pieces of a report, and the order of those formats that show the most serious findings first.

use std::cmp::Reverse;

use super::summary::Summary;
use super::{Format, Piece, checkstyle, json, junit, markdown, rdjson, sarif, sheet, sonarqube};
use crate::input::source::InputError;

/// Most bytes of a Markdown table: a comment on GitHub takes 65,536 characters.
const MARKDOWN: usize = 60_000;

/// A report being put together.
pub struct Paper {
    format: Format,
    /// Whether a piece has been written: the next one is parted from it.
    begun: bool,
    /// The pieces of a format that shows the most serious first, and how many were left out.
    kept: Vec<Piece>,
    left_out: usize,
}

impl Paper {
    /// An empty report.
    #[must_use]
    pub fn new(format: Format) -> Paper {
        Paper { format, begun: false, kept: Vec::new(), left_out: 0 }
    }

    /// What comes first. `args_hash` stands for the options that change what is found.
    #[must_use]
    pub fn opening(&self, args_hash: &str) -> Vec<u8> {
        match self.format {
            Format::Json => json::opening(args_hash),
            Format::Sarif => sarif::opening(),
            Format::Gitlab => b"[\n".to_vec(),
            Format::Junit => junit::OPENING.into(),
            Format::Checkstyle => checkstyle::OPENING.into(),
            Format::Rdjson => rdjson::OPENING.into(),
            Format::Sonarqube => sonarqube::opening(),
            Format::Csv => sheet::opening(),
            Format::Markdown => markdown::OPENING.into(),
            Format::Full | Format::Concise | Format::Grouped | Format::Jsonl | Format::Github | Format::Rdjsonl | Format::Azure => Vec::new(),
        }
    }

    /// Takes the pieces of the next file; what of them can be written now.
    pub fn take(&mut self, pieces: Vec<Piece>) -> Vec<u8> {
        if self.most().is_some() {
            self.kept.extend(pieces);
            // now and then, so that memory does not grow with the folder
            if self.kept.len() > 4 * sarif::MOST {
                self.drop_the_least();
            }
            return Vec::new();
        }
        let mut out = Vec::new();
        for piece in pieces {
            if std::mem::replace(&mut self.begun, true) {
                out.extend(self.between());
            }
            out.extend(piece.bytes);
        }
        out
    }

    /// What comes last.
    #[must_use]
    pub fn closing(mut self, errors: &[InputError], summary: &Summary) -> Vec<u8> {
        self.drop_the_least();
        let kept: Vec<Vec<u8>> = std::mem::take(&mut self.kept).into_iter().map(|piece| piece.bytes).collect();
        let mut out = kept.join(self.between());
        match self.format {
            Format::Json => out.extend(json::closing(errors, &summary.totals)),
            Format::Jsonl => out.extend(json::last_line(errors, &summary.totals)),
            Format::Sarif => out.extend(sarif::closing(errors, self.left_out)),
            Format::Gitlab => out.extend(b"\n]\n"),
            Format::Junit => out.extend(junit::CLOSING.bytes()),
            Format::Checkstyle => out.extend(checkstyle::CLOSING.bytes()),
            Format::Rdjson => out.extend(rdjson::CLOSING.bytes()),
            Format::Sonarqube => out.extend(sonarqube::CLOSING.bytes()),
            Format::Markdown => out.extend(markdown::closing(summary, self.left_out).bytes()),
            Format::Full | Format::Concise | Format::Grouped | Format::Github | Format::Rdjsonl | Format::Azure | Format::Csv => {}
        }
        out
    }

    fn between(&self) -> &'static [u8] {
        match self.format {
            Format::Json | Format::Sarif | Format::Gitlab | Format::Rdjson | Format::Sonarqube => b",\n",
            _ => b"",
        }
    }

    /// How much a format holds that shows the most serious first: findings, or bytes.
    fn most(&self) -> Option<(usize, usize)> {
        match self.format {
            Format::Sarif => Some((sarif::MOST, usize::MAX)),
            Format::Github => Some((usize::MAX, usize::MAX)),
            Format::Markdown => Some((usize::MAX, MARKDOWN)),
            _ => None,
        }
    }

    /// Puts the most serious first, each level in the order of the run, and drops what there is no room for.
    fn drop_the_least(&mut self) {
        let Some((most, bytes)) = self.most() else { return };
        self.kept.sort_by_key(|piece| Reverse(piece.level));
        let mut room = bytes;
        let fits = |piece: &&Piece| {
            room = room.saturating_sub(piece.bytes.len());
            room > 0
        };
        let fitting = self.kept.iter().take(most).take_while(fits).count();
        self.left_out += self.kept.len() - fitting;
        self.kept.truncate(fitting);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Level;

    #[test]
    fn the_most_serious_come_first_and_the_rest_is_counted() {
        let piece = |level, name: &str| Piece { level, bytes: name.into() };
        let mut paper = Paper::new(Format::Sarif);
        for i in 0..5 * sarif::MOST {
            assert!(paper.take(vec![piece(Level::Note, "1"), piece(if i == 0 { Level::Error } else { Level::Note }, "2")]).is_empty());
        }
        let report = String::from_utf8(paper.closing(&[], &Summary::default())).expect("UTF-8");
        assert!(report.starts_with("2,\n1,\n1,\n2,\n"), "{}", &report[..20]);
        assert!(report.contains("45000 of the less serious findings are left out"), "{}", &report[report.len() - 300..]);
    }
}
