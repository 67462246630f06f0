//! A change to a document that needs no person to look at it: edits that are made together or not at all.

use crate::input::span::Span;

/// New text for a stretch of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the file.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// A swap of words at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Which finding of the report it belongs to. A finding with repeats has a fix for each place.
    pub finding: usize,
    /// The words that are written.
    pub words: String,
    /// The edits, in order, none over another.
    pub edits: Vec<Edit>,
}

/// The text with the edits made. They are in order, none over another.
#[must_use]
pub fn apply<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        out.push_str(&text[done..edit.span.start as usize]);
        out.push_str(&edit.text);
        done = edit.span.end as usize;
    }
    out.push_str(&text[done..]);
    out
}

/// Where places of the old text lie after edits.
pub struct Moves<'e> {
    edits: &'e [Edit],
    /// How much the text has grown before each edit, and after the last.
    grown: Vec<i64>,
}

impl<'e> Moves<'e> {
    /// The moves that these edits make. They are in order, none over another.
    #[must_use]
    pub fn new(edits: &'e [Edit]) -> Moves<'e> {
        let mut grown = vec![0];
        for edit in edits {
            let last = grown[grown.len() - 1];
            grown.push(last + edit.text.len() as i64 - i64::from(edit.span.end - edit.span.start));
        }
        Moves { edits, grown }
    }

    /// The new place of a span. Nothing if an edit touches it, unless the span holds the whole edit and more.
    #[must_use]
    pub fn to(&self, span: Span) -> Option<Span> {
        let first = self.edits.partition_point(|edit| edit.span.end <= span.start);
        let after = self.edits.partition_point(|edit| edit.span.start < span.end);
        let held = |edit: &Edit| span.start <= edit.span.start && edit.span.end <= span.end && span != edit.span;
        if let [only] = &self.edits[first..after] {
            held(only).then_some(())?;
        } else if let [one, .., last] = &self.edits[first..after] {
            (held(one) && held(last)).then_some(())?;
        }
        Some(Span { start: (i64::from(span.start) + self.grown[first]) as u32, end: (i64::from(span.end) + self.grown[after.max(first)]) as u32 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit { span: Span::new(start, end), text: text.to_owned() }
    }

    #[test]
    fn edits_are_made_and_places_move_along() {
        let edits = [edit(3, 10, "use"), edit(15, 16, "")];
        assert_eq!(apply("we utilise the x now", &edits), "we use the  now");
        let moves = Moves::new(&edits);
        assert_eq!(moves.to(Span::new(0, 2)), Some(Span::new(0, 2)));
        assert_eq!(moves.to(Span::new(11, 13)), Some(Span::new(7, 9)));
        assert_eq!(moves.to(Span::new(17, 20)), Some(Span::new(12, 15)));
        assert_eq!(moves.to(Span::new(0, 20)), Some(Span::new(0, 15)), "a sentence holds its words");
        assert_eq!(moves.to(Span::new(3, 10)), None);
        assert_eq!(moves.to(Span::new(5, 12)), None);
    }
}
