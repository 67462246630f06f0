//! Plain text: paragraphs, and lists as people and word processors type them.

use super::markdown::{BlockKind, Parsed, RawBlock};
use crate::input::span::Span;

/// Bullets that word processors write. The last is how their symbol font arrives when a page is pasted.
const BULLETS: [char; 8] = ['\u{2022}', '\u{2023}', '\u{2043}', '\u{25AA}', '\u{25CF}', '\u{25E6}', '\u{00B7}', '\u{F0B7}'];

/// Whether a text begins with a bullet and a space: "• tea".
#[must_use]
pub fn is_bulleted(text: &str) -> bool {
    text.trim_start_matches([' ', '\t']).strip_prefix(BULLETS).is_some_and(|rest| rest.starts_with([' ', '\t', '\u{A0}']))
}

/// Reads plain text: paragraphs parted by blank lines, no markup at all.
#[must_use]
pub fn parse(source: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let mut start = parsed.prose.text.len();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let text = line.trim_end_matches(['\n', '\r']);
        if text.trim().is_empty() || is_item(text) {
            end_block(&mut parsed, &mut start);
        }
        if !text.trim().is_empty() {
            parsed.prose.push(source, text, at..at + text.len());
            parsed.prose.push(source, " ", at + text.len()..at + line.len());
        }
        at += line.len();
    }
    end_block(&mut parsed, &mut start);
    parsed
}

/// A line of plain text that begins an item of a list: "- ", "• ", "2. ", "b) ", "(iv) ".
fn is_item(line: &str) -> bool {
    let Some((mark, rest)) = line.trim_start().split_once(' ') else { return false };
    if is_bulleted(line) || matches!(mark, "-" | "*" | "\u{2013}") {
        return !rest.trim().is_empty();
    }
    let inner = mark.trim_start_matches('(').trim_end_matches(['.', ')']);
    let closed = mark.ends_with(')') || mark.ends_with('.') && mark.len() < 5;
    let counted = inner.bytes().all(|b| b.is_ascii_digit()) || inner.len() == 1 || inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    closed && !inner.is_empty() && inner.len() <= 4 && counted && inner.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
}

fn end_block(parsed: &mut Parsed, start: &mut usize) {
    let end = parsed.prose.text.len();
    if end > *start {
        parsed.blocks.push(RawBlock { kind: BlockKind::Paragraph, prose: Span::new(*start, end), quoted: false });
        parsed.prose.part();
    }
    *start = parsed.prose.text.len();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format};
    use crate::input::source::SourceFile;

    fn blocks(text: &str) -> Vec<(BlockKind, String)> {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Markdown);
        document.blocks.iter().map(|block| (block.kind, document.prose_of(block.prose).trim().to_owned())).collect()
    }

    #[test]
    fn bullets_that_were_pasted_into_markdown_make_a_list() {
        let told = blocks("We offer:\n\u{2022} tea and\n   toast\n  \u{2022}\tcake\n");
        assert_eq!(
            told,
            [
                (BlockKind::Paragraph, "We offer:".to_owned()),
                (BlockKind::ListItem, "\u{2022} tea and toast".to_owned()),
                (BlockKind::ListItem, "\u{2022}\tcake".to_owned())
            ]
        );
        assert_eq!(blocks("\u{F0B7} tea\n\n\u{F0B7} cake").iter().filter(|(kind, _)| *kind == BlockKind::ListItem).count(), 2);
    }

    #[test]
    fn a_mark_within_a_line_makes_no_list() {
        assert_eq!(blocks("Tea \u{2022} cake\nand toast\n\u{2022}3 of them").len(), 1);
    }
}
