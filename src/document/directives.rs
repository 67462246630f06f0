//! What a document says to the tool itself: comments and front matter that ask for silence, `<!-- plainly ignore: deficit/stigma a name -->`.
//!
//! It decides which rule is to be silent in which bytes of the file, why, and until when. Whether there is such a rule, and whether it would
//! have spoken, is for others to know. The comments of other tools are read where a team asks for it.

use super::Document;
use super::markdown::BlockKind;
use crate::input::span::Span;

/// Another tool whose comments are read too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Compat {
    /// `<!-- vale off -->` and `<!-- vale on -->`.
    Vale,
    /// `<!-- markdownlint-disable -->`, `-enable`, `-disable-line`, `-disable-next-line` and `-disable-file`.
    Markdownlint,
}

/// Silence that a document asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suppression<'s> {
    /// The rule; none for every rule, which only the comments of other tools ask for.
    pub rule: Option<&'s str>,
    /// Where the rule is named: bytes of the file.
    pub at: Span,
    /// The bytes of the file in which the rule is silent.
    pub over: Span,
    /// Why, in the writer's words; empty where none is given.
    pub reason: &'s str,
    /// The last day, as written after `until`.
    pub until: Option<&'s str>,
}

/// What a document asks for.
#[derive(Debug, Default)]
pub struct Directives<'s> {
    /// In order of their place.
    pub suppressions: Vec<Suppression<'s>>,
    /// Comments to this tool whose order it does not know, or that name no rule: where the order stands.
    pub unknown: Vec<Span>,
}

/// How far an order reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Block,
    Line,
    Section,
    File,
}

/// The orders, and how far each reaches.
const ORDERS: [(&str, Reach); 5] = [
    ("ignore", Reach::Block),
    ("ignore-block", Reach::Block),
    ("ignore-line", Reach::Line),
    ("ignore-section", Reach::Section),
    ("ignore-file", Reach::File),
];

/// How a first word begins that is meant as an order. "plainly speaking" is nobody's order.
const MEANT: [&str; 8] = ["ignore", "disable", "enable", "allow", "off", "on", "skip", "suppress"];

/// What a document asks for. `compat` are the other tools whose comments count.
#[must_use]
pub fn read<'s>(document: &Document<'s>, compat: &[Compat]) -> Directives<'s> {
    let source: &'s str = &document.source.text;
    let mut read = Directives::default();
    for (rule, reason) in &document.front_matter.ignore {
        front_matter(source, rule, reason, &mut read);
    }
    let mut theirs = Theirs::default();
    for (at, html) in &document.comments {
        for comment in comments(source, *html) {
            let (order, start) = trimmed(source, comment);
            if let Some(order) = order.strip_prefix("plainly").filter(|rest| rest.starts_with([' ', '-', ':', '\n'])) {
                ours(document, *at, comment, Text { start: start + "plainly".len(), text: order }, &mut read);
            } else if let Some(over) = compat.iter().find_map(|tool| theirs.over(*tool, order, comment, source)) {
                read.suppressions.push(Suppression { rule: None, at: comment, over, reason: "", until: None });
            }
        }
    }
    let open = theirs.off.iter().flatten().map(|from| Span::new(from.end as usize, source.len()));
    read.suppressions.extend(open.map(|over| Suppression { rule: None, at: over, over, reason: "", until: None }));
    read
}

/// The comments in a stretch of HTML, each from `<!--` to `-->`.
fn comments(source: &str, html: Span) -> impl Iterator<Item = Span> {
    let mut from = html.start as usize;
    std::iter::from_fn(move || {
        let start = from + source[from..html.end as usize].find("<!--")?;
        let end = start + 4 + source[start + 4..html.end as usize].find("-->")?;
        from = end + 3;
        Some(Span::new(start, from))
    })
}

/// What a comment says, and where that begins.
fn trimmed(source: &str, comment: Span) -> (&str, usize) {
    let inner = &source[comment.start as usize + 4..comment.end as usize - 3];
    (inner.trim(), comment.start as usize + 4 + inner.len() - inner.trim_start().len())
}

/// A stretch of the file that is being read.
#[derive(Clone, Copy)]
struct Text<'s> {
    start: usize,
    text: &'s str,
}

impl<'s> Text<'s> {
    /// The next word, up to white space or one of these marks.
    fn word(&mut self, marks: &[char]) -> (&'s str, Span) {
        self.skip(char::is_whitespace);
        let end = self.text.find(|c: char| c.is_whitespace() || marks.contains(&c)).unwrap_or(self.text.len());
        let (word, span) = (&self.text[..end], Span::new(self.start, self.start + end));
        (self.text, self.start) = (&self.text[end..], self.start + end);
        (word, span)
    }

    fn skip(&mut self, is_skipped: impl Fn(char) -> bool) {
        let rest = self.text.trim_start_matches(is_skipped);
        self.start += self.text.len() - rest.len();
        self.text = rest;
    }
}

/// Reads a comment to this tool, from after its name.
fn ours<'s>(document: &Document<'s>, at: u32, comment: Span, mut text: Text<'s>, read: &mut Directives<'s>) {
    text.skip(|c| matches!(c, '-' | ':'));
    let (order, order_at) = text.word(&[':']);
    let Some((_, reach)) = ORDERS.iter().find(|(name, _)| *name == order) else {
        if MEANT.iter().any(|meant| order.starts_with(meant)) {
            read.unknown.push(order_at);
        }
        return;
    };
    text.skip(|c| c == ':' || c.is_whitespace());
    let mut rules = Vec::new();
    loop {
        let (rule, rule_at) = text.word(&[',']);
        if !rule.is_empty() {
            rules.push((rule, rule_at));
        }
        if !text.text.starts_with(',') {
            break;
        }
        text.skip(|c| c == ',');
    }
    if rules.is_empty() {
        read.unknown.push(order_at);
    }
    let (reason, until) = reason(text.text);
    let over = reached(document, at, comment, *reach);
    read.suppressions.extend(rules.into_iter().map(|(rule, at)| Suppression { rule: Some(rule), at, over, reason, until }));
}

/// Reads a line of `plainly: ignore:` in front matter, for the whole file.
fn front_matter<'s>(source: &'s str, rule: &str, told: &str, read: &mut Directives<'s>) {
    let Some(start) = source.find(rule) else { return };
    let at = Span::new(start, start + rule.len());
    // as it stands in the file: what the parser gives is gone with it
    let told = source[at.end as usize..].find(told).map_or("", |from| &source[at.end as usize + from..][..told.len()]);
    let (reason, until) = reason(told);
    read.suppressions.push(Suppression { rule: Some(&source[at.range()]), at, over: Span::new(0, source.len()), reason, until });
}

/// A reason, and the day after `until` at its end.
fn reason(text: &str) -> (&str, Option<&str>) {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '\u{2013}' | '\u{2014}' | ':')).trim_end();
    let day = |(before, day): (&str, &str)| {
        let day = day.trim_end_matches([')', '.']);
        day.starts_with(|c: char| c.is_ascii_digit()) && !day.contains(char::is_whitespace) && !before.ends_with(char::is_alphanumeric)
    };
    match text.rsplit_once("until ").filter(|parts| day(*parts)) {
        Some((before, day)) => (before.trim_end_matches([' ', ',', '(', ';']), Some(day.trim_end_matches([')', '.']))),
        None => (text, None),
    }
}

/// The bytes of the file for which a comment speaks.
fn reached(document: &Document<'_>, at: u32, comment: Span, reach: Reach) -> Span {
    let source = &document.source.text;
    match reach {
        Reach::Block => block_at(document, at).unwrap_or(comment),
        Reach::Line => line(source, comment),
        Reach::Section => section_at(document, at).unwrap_or(comment),
        Reach::File => Span::new(0, source.len()),
    }
}

fn line(source: &str, at: Span) -> Span {
    let start = source[..at.start as usize].rfind('\n').map_or(0, |before| before + 1);
    let end = source[at.end as usize..].find('\n').map_or(source.len(), |after| at.end as usize + after);
    Span::new(start, end)
}

/// The block that a comment stands in or before; of a list or a table, all of it.
fn block_at(document: &Document<'_>, at: u32) -> Option<Span> {
    let first = document.blocks.iter().position(|block| block.prose.end >= at)?;
    let parts = |kind: BlockKind| matches!(kind, BlockKind::ListItem | BlockKind::TableCell { .. } | BlockKind::ImageAlt);
    let inside = document.blocks[first].prose.start < at;
    let more = document.blocks[first + 1..].iter().take_while(|block| parts(block.kind)).count();
    let last = if parts(document.blocks[first].kind) && !inside { first + more } else { first };
    Some(document.source_span(Span { start: document.blocks[first].prose.start, end: document.blocks[last].prose.end }))
}

/// The section whose heading comes next to a comment, else that in which it stands; with the smaller sections in it.
fn section_at(document: &Document<'_>, at: u32) -> Option<Span> {
    let next = document.blocks.iter().position(|block| block.prose.end >= at).unwrap_or(document.blocks.len().saturating_sub(1));
    let section = document.blocks.get(next)?.section as usize;
    let level = document.sections[section].level;
    let after = document.sections[section + 1..].iter().find(|other| other.level <= level && level > 0 || level == 0);
    let first = document.sections[section].blocks().start;
    let end = after.map_or(document.prose.text.len() as u32, |other| document.blocks[other.blocks().start].prose.start);
    let blocks = &document.blocks[first..];
    let last = blocks.iter().take_while(|block| block.prose.start < end).last()?;
    Some(document.source_span(Span { start: blocks.first()?.prose.start, end: last.prose.end }))
}

/// Where the comments of other tools stand that switch all off until another switches it on.
#[derive(Default)]
struct Theirs {
    off: [Option<Span>; 2],
}

impl Theirs {
    /// The bytes for which a comment of another tool speaks, if it speaks of all rules. Rules that it names are that tool's own.
    fn over(&mut self, tool: Compat, order: &str, comment: Span, source: &str) -> Option<Span> {
        let off = &mut self.off[tool as usize];
        let (starts, ends) = match tool {
            Compat::Vale => ("vale off", "vale on"),
            Compat::Markdownlint => ("markdownlint-disable", "markdownlint-enable"),
        };
        if order == starts {
            off.get_or_insert(comment);
        } else if order == ends {
            return off.take().map(|from| Span::new(from.end as usize, comment.start as usize));
        }
        match order {
            "markdownlint-disable-line" if tool == Compat::Markdownlint => Some(line(source, comment)),
            "markdownlint-disable-file" if tool == Compat::Markdownlint => Some(Span::new(0, source.len())),
            "markdownlint-disable-next-line" if tool == Compat::Markdownlint => {
                let next = (line(source, comment).end as usize + 1).min(source.len());
                Some(line(source, Span::new(next, next)))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    /// What is silenced: the rule, the words over which it is, the reason, the day.
    fn silenced(text: &str, compat: &[Compat]) -> Vec<(String, String, String, String)> {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let document = Document::new(&source, Format::Markdown);
        let told = |s: &Suppression<'_>| {
            let over = text[s.over.range()].trim().to_owned();
            (s.rule.unwrap_or("all").to_owned(), over, s.reason.to_owned(), s.until.unwrap_or_default().to_owned())
        };
        read(&document, compat).suppressions.iter().map(told).collect()
    }

    fn one(text: &str) -> (String, String, String, String) {
        let all = silenced(text, &[]);
        assert_eq!(all.len(), 1, "{text:?}: {all:?}");
        all.into_iter().next().expect("there is one")
    }

    fn all(parts: (&str, &str, &str, &str)) -> (String, String, String, String) {
        (parts.0.to_owned(), parts.1.to_owned(), parts.2.to_owned(), parts.3.to_owned())
    }

    #[test]
    fn each_order_reaches_as_far_as_it_says() {
        let page = |order: &str| format!("# A\n\nOne.\n\n<!-- plainly {order}: a/b it is a name -->\n\nTwo.\n\n## B\n\nThree.\n\n# C\n\nFour.\n");
        assert_eq!(one(&page("ignore")), all(("a/b", "Two.", "it is a name", "")));
        assert_eq!(one(&page("ignore-line")).1, "<!-- plainly ignore-line: a/b it is a name -->");
        assert!(one(&page("ignore-section")).1.starts_with("A\n\nOne.") && one(&page("ignore-section")).1.ends_with("Three."));
        assert!(one(&page("ignore-file")).1.starts_with("# A") && one(&page("ignore-file")).1.ends_with("Four."));
        let before = "# A\n\nOne.\n\n<!-- plainly ignore-section: a/b x -->\n\n## B\n\nThree.\n\n## C\n\nFour.\n";
        assert_eq!(one(before).1, "B\n\nThree.", "a comment over a heading speaks for its section");
        let line = "One\ntwo three <!-- plainly ignore-line: a/b x --> four\nfive.";
        assert_eq!(one(line).1, "two three <!-- plainly ignore-line: a/b x --> four");
    }

    #[test]
    fn a_page_of_nothing_else_is_read() {
        for order in ["ignore", "ignore-line", "ignore-section", "ignore-file"] {
            let comment = format!("<!-- plainly {order}: a/b why -->");
            for page in
                [comment.clone(), format!("---\nplainly:\n  ignore:\n    a/b: why\n---\n{comment}"), format!("<!--{comment}<!-- plainly ignore")]
            {
                assert!(silenced(&page, &[Compat::Vale, Compat::Markdownlint]).len() <= 2, "{page}");
            }
        }
    }

    #[test]
    fn a_list_is_one_block_from_before_it_and_one_item_from_inside() {
        assert_eq!(one("<!-- plainly ignore: a/b x -->\n\n- One.\n- Two.\n\nThree.").1, "One.\n- Two.");
        assert_eq!(one("- One.\n- Two. <!-- plainly ignore: a/b x -->\n- Three.\n").1, "Two.");
    }

    #[test]
    fn a_reason_may_have_a_last_day_and_a_comment_many_rules() {
        let told = silenced("<!-- plainly ignore: a/b, c/d -- known to readers, until 2027-01-31 -->\n\nText.", &[]);
        assert_eq!(told, [all(("a/b", "Text.", "known to readers", "2027-01-31")), all(("c/d", "Text.", "known to readers", "2027-01-31"))]);
        assert_eq!(one("<!-- plainly ignore: a/b we wait until May -->\n\nText.").2, "we wait until May");
        assert_eq!(one("<!-- plainly ignore: a/b -->\n\nText.").2, "");
    }

    #[test]
    fn front_matter_speaks_for_the_file() {
        let yaml = "---\ntitle: A\nplainly:\n  ignore:\n    a/b: \"the law says so, until 2027-01-31\"\n---\nText.\n";
        let (rule, over, reason, until) = one(yaml);
        assert_eq!((rule.as_str(), reason.as_str(), until.as_str()), ("a/b", "the law says so", "2027-01-31"));
        assert_eq!(over, yaml.trim());
        assert_eq!(one("+++\n[plainly.ignore]\n\"a/b\" = \"the law\"\n+++\nText.\n").2, "the law");
    }

    #[test]
    fn orders_that_nobody_knows_are_kept_and_prose_in_comments_is_not() {
        let unknown = |text: &str| {
            let source = SourceFile { name: String::new(), text: text.to_owned() };
            let document = Document::new(&source, Format::Markdown);
            read(&document, &[]).unknown.iter().map(|span| text[span.range()].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(unknown("<!-- plainly-disable-next-line a/b -- why -->\n\nText."), ["disable-next-line"]);
        assert_eq!(unknown("<!-- plainly ignore -->\n\nText."), ["ignore"]);
        assert!(unknown("<!-- plainly speaking, this is a note -->\n\nText.").is_empty());
        assert!(unknown("`<!-- plainly disable -->`\n\nText.").is_empty());
    }

    #[test]
    fn other_tools_are_read_only_when_asked() {
        let vale = "One.\n\n<!-- vale off -->\n\nTwo.\n\n<!-- vale on -->\n\nThree.\n\n<!-- vale off -->\n\nFour.\n";
        assert!(silenced(vale, &[]).is_empty());
        let over: Vec<String> = silenced(vale, &[Compat::Vale]).into_iter().map(|s| s.1).collect();
        assert_eq!(over, ["Two.", "Four."]);
        let lint = "One.\n\n<!-- markdownlint-disable-next-line -->\nTwo.\n\n<!-- markdownlint-disable MD013 -->\n\nThree. <!-- markdownlint-disable-line -->\n";
        let over: Vec<String> = silenced(lint, &[Compat::Markdownlint]).into_iter().map(|s| s.1).collect();
        assert_eq!(over, ["Two.", "Three. <!-- markdownlint-disable-line -->"]);
    }
}
