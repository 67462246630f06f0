//! What a writer chose to ignore: `<!-- plainly ignore: deficit/group-label the name of a fund -->` before a block. It needs a reason.

use crate::document::Document;
use crate::document::markdown::BlockKind;
use crate::input::span::Span;

/// A comment that silences a rule in the block after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ignore<'s> {
    /// The rule.
    pub rule: &'s str,
    /// Why, in the writer's words.
    pub reason: &'s str,
    /// The bytes of the source in which the rule is silent.
    pub span: Span,
}

/// The comments of a document that name a rule and a reason. One without a reason does nothing.
#[must_use]
pub fn ignores<'s>(document: &Document<'s>) -> Vec<Ignore<'s>> {
    let source: &'s str = &document.source.text;
    let read = |(at, comment): &(u32, Span)| {
        let span = block_after(document, *at)?;
        let text: &'s str = &source[comment.range()];
        Some(text.split("plainly ignore:").skip(1).filter_map(move |rest| {
            let (rule, reason) = rest.split("-->").next()?.trim().split_once(char::is_whitespace)?;
            (!reason.trim().is_empty()).then_some(Ignore { rule, reason: reason.trim(), span })
        }))
    };
    document.comments.iter().filter_map(read).flatten().collect()
}

/// The block that a comment stands in or before; of a list or a table, all of it.
fn block_after(document: &Document<'_>, at: u32) -> Option<Span> {
    let first = document.blocks.iter().position(|block| block.prose.end > at)?;
    let parts = |kind: BlockKind| matches!(kind, BlockKind::ListItem | BlockKind::TableCell { .. } | BlockKind::ImageAlt);
    let more = document.blocks[first + 1..].iter().take_while(|block| parts(block.kind)).count();
    let last = if parts(document.blocks[first].kind) { first + more } else { first };
    Some(document.source_span(Span { start: document.blocks[first].prose.start, end: document.blocks[last].prose.end }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::finds;

    #[test]
    fn the_next_block_is_left_alone_when_a_reason_is_given() {
        let page = |comment: &str| format!("{comment}\n\nBeds for the homeless.\n\nFood for the homeless.");
        assert_eq!(finds("deficit/group-label", &page("<!-- plainly ignore: deficit/group-label the name of a fund -->")), 1);
        assert_eq!(finds("deficit/group-label", &page("<!-- plainly ignore: deficit/group-label -->")), 2, "no reason");
        assert_eq!(finds("deficit/group-label", &page("<!-- plainly ignore: deficit/suicide the name of a fund -->")), 2, "another rule");
        assert_eq!(finds("deficit/group-label", &page("`<!-- plainly ignore: deficit/group-label a reason -->`")), 2, "code");
    }

    #[test]
    fn a_comment_in_a_paragraph_speaks_for_it_and_one_before_a_list_for_all_of_it() {
        let comment = "<!-- plainly ignore: deficit/group-label a name -->";
        assert_eq!(finds("deficit/group-label", &format!("Beds {comment} for the homeless.")), 0);
        assert_eq!(
            finds("deficit/group-label", &format!("{comment}\n\n- Beds for the homeless.\n- Food for the homeless.\n\nTea for the homeless.")),
            1
        );
    }
}
