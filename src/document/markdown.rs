//! From Markdown to blocks of prose: the only file that names `pulldown_cmark`.
//!
//! It decides what is prose and what is not. It never recurses, and constructs nested deeper than [`MAX_DEPTH`] are read as plain text.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::plain::is_bulleted;
use super::prose::Prose;
use crate::input::span::Span;
use crate::language::tokens::PLACEHOLDER;

/// Deepest nesting of quotes, lists and tables that keeps its structure. Real documents stay under 12.
pub const MAX_DEPTH: usize = 128;

/// Bytes of Markdown for each block, in documents with short ones.
const BYTES_A_BLOCK: usize = 64;

/// What a block of prose is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading, level 1 to 6.
    Heading(u8),
    /// An item of a list, or a paragraph of one.
    ListItem,
    /// A cell of a table; `head` in its first row.
    TableCell {
        /// Whether it stands in the first row.
        head: bool,
    },
    /// A paragraph inside a block quote.
    Quote,
    /// The text that stands for an image.
    ImageAlt,
    /// A footnote.
    Footnote,
    /// The term of a definition list.
    Term,
    /// The definition of a term.
    Definition,
}

/// A block of prose as the parser finds it.
#[derive(Clone, Copy, Debug)]
pub struct RawBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Its bytes in the prose.
    pub prose: Span,
    /// Whether it stands inside a block quote, at any depth.
    pub quoted: bool,
}

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// An email address.
    Email,
    /// A telephone number.
    Phone,
    /// A page elsewhere.
    Web,
    /// A file to read: a PDF, a document, a sheet.
    File,
    /// A place in this document or this site.
    Local,
    /// Nowhere: the address is empty.
    Empty,
}

/// A link: its text in the prose, and where it leads.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The link text.
    pub prose: Span,
    /// Where it leads.
    pub target: LinkTarget,
}

/// What the parser finds in a document.
#[derive(Debug, Default)]
pub struct Parsed {
    /// All prose.
    pub prose: Prose,
    /// Its blocks, in order of the prose; a block's image texts follow it.
    pub blocks: Vec<RawBlock>,
    /// Links with their text, in order.
    pub links: Vec<Link>,
    /// Emphasised stretches of prose, in order.
    pub emphasis: Vec<Span>,
    /// Blocks of HTML but for comments, which are not read as prose: where they stand in it, and their bytes in the source.
    pub html: Vec<(u32, Span)>,
    /// Comments that may speak to a linter: where they stand in the prose, and their bytes in the source.
    pub comments: Vec<(u32, Span)>,
    /// Titles of `<abbr>` elements: where the short form starts in the prose, and what it stands for.
    pub abbreviations: Vec<(u32, String)>,
    /// How many pieces of code it holds, inline or in blocks.
    pub code: usize,
}

/// The extensions that service documents use. Never `Options::all()`: wiki links made parsing exponential (RUSTSEC-2026-0414).
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Reads Markdown from byte `body` on; what stands before it (front matter) is not prose.
#[must_use]
pub fn parse(source: &str, body: usize) -> Parsed {
    let mut reader = Reader { source, ..Reader::default() };
    // most documents need no more than this, and the rest grow
    let length = source.len() - body;
    reader.parsed.prose.reserve(length + 16);
    reader.parsed.blocks.reserve(length / BYTES_A_BLOCK + 4);
    for (event, range) in Parser::new_ext(&source[body..], options()).into_offset_iter() {
        reader.event(event, range.start + body..range.end + body);
    }
    reader.close();
    reader.parsed
}

/// A construct that holds blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    Quote,
    /// A callout (`> [!NOTE]`): set off, but nobody is quoted.
    Callout,
    Item,
    Footnote,
    TableHead,
    Definition,
    Other,
}

#[derive(Default)]
struct Reader<'s> {
    source: &'s str,
    parsed: Parsed,
    containers: Vec<Container>,
    /// How many containers deeper than [`MAX_DEPTH`] are open; they only count.
    too_deep: usize,
    /// The block being read: its kind and where it starts in the prose.
    open: Option<(BlockKind, usize)>,
    /// Whether what is being read is code.
    code: bool,
    /// How many images deep the reader is: their text goes to `alt`.
    images: usize,
    /// The text of the image being read, and those to come after the block they stand in.
    alt: Vec<(String, Range<usize>)>,
    alts: Vec<Vec<(String, Range<usize>)>>,
    /// Links and emphasis being read: where they start in the prose.
    links: Vec<(usize, LinkTarget)>,
    emphasis: Vec<usize>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, range),
            Event::Code(_) => {
                self.parsed.code += 1;
                self.placeholder(range);
            }
            Event::InlineMath(text) if is_money(&text) => {
                let whole = self.source[range.clone()].to_owned();
                self.text(&whole, range);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => self.placeholder(range),
            Event::SoftBreak | Event::HardBreak if self.ends_before_item(range.end) => self.open_block(BlockKind::ListItem),
            Event::SoftBreak => self.text(" ", range),
            Event::HardBreak => self.text("\n", range),
            Event::InlineHtml(tag) if is_line_break(&tag) => self.text("\n", range),
            Event::InlineHtml(tag) => {
                self.comment(range);
                if let Some(title) = abbreviation(&tag) {
                    self.open_paragraph();
                    self.parsed.abbreviations.push((self.parsed.prose.text.len() as u32, title.to_owned()));
                }
            }
            Event::Html(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            Event::Rule => self.close(),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph if is_bulleted(&self.source[range.start..]) => self.open_block(BlockKind::ListItem),
            Tag::Paragraph => self.open_block(self.paragraph_kind()),
            Tag::Heading { level, .. } => self.open_block(BlockKind::Heading(*level as u8)),
            Tag::TableCell => self.open_block(BlockKind::TableCell { head: self.containers.last() == Some(&Container::TableHead) }),
            Tag::DefinitionListTitle => self.open_block(BlockKind::Term),
            Tag::BlockQuote(Some(_)) => self.enter(Container::Callout),
            Tag::BlockQuote(None) => self.enter(Container::Quote),
            Tag::Item => self.enter(Container::Item),
            Tag::FootnoteDefinition(_) => self.enter(Container::Footnote),
            Tag::TableHead => self.enter(Container::TableHead),
            Tag::DefinitionListDefinition => self.enter(Container::Definition),
            Tag::List(_) | Tag::Table(_) | Tag::TableRow | Tag::DefinitionList | Tag::MetadataBlock(_) => self.enter(Container::Other),
            Tag::HtmlBlock => {
                self.enter(Container::Other);
                if !is_comment(&self.source[range.clone()]) {
                    self.parsed.html.push((self.parsed.prose.text.len() as u32, Span::new(range.start, range.end)));
                }
                self.comment(range);
            }
            Tag::CodeBlock(_) => {
                self.parsed.code += 1;
                self.enter(Container::Other);
                self.code = true;
            }
            Tag::Image { .. } => {
                self.placeholder(range);
                self.images += 1;
            }
            Tag::Link { dest_url, .. } => {
                self.open_paragraph();
                self.links.push((self.parsed.prose.text.len(), target(dest_url)));
            }
            Tag::Emphasis | Tag::Strong => {
                self.open_paragraph();
                self.emphasis.push(self.parsed.prose.text.len());
            }
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let here = self.parsed.prose.text.len();
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::DefinitionListTitle => self.close(),
            TagEnd::CodeBlock => {
                self.code = false;
                self.leave();
            }
            TagEnd::Image => {
                self.images -= 1;
                if self.images == 0 && !self.alt.is_empty() {
                    self.alts.push(std::mem::take(&mut self.alt));
                }
            }
            TagEnd::Link => {
                let link = self.links.pop().map(|(start, target)| Link { prose: Span::new(start, here), target });
                self.parsed.links.extend(link);
            }
            TagEnd::Emphasis | TagEnd::Strong => {
                let span = self.emphasis.pop().map(|start| Span::new(start, here));
                self.parsed.emphasis.extend(span);
            }
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            _ => self.leave(),
        }
    }

    /// Keeps a comment that may speak to a linter.
    fn comment(&mut self, range: Range<usize>) {
        let html = &self.source[range.clone()];
        if html.contains("<!--") && ["plainly", "vale ", "markdownlint-"].iter().any(|tool| html.contains(tool)) {
            self.parsed.comments.push((self.parsed.prose.text.len() as u32, Span::new(range.start, range.end)));
        }
    }

    fn enter(&mut self, container: Container) {
        self.close();
        if self.containers.len() < MAX_DEPTH {
            self.containers.push(container);
        } else {
            self.too_deep += 1;
        }
    }

    fn leave(&mut self) {
        self.close();
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else {
            self.containers.pop();
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.code {
            return;
        }
        if self.images > 0 {
            return self.alt.push((text.to_owned(), range));
        }
        self.open_paragraph();
        self.parsed.prose.push(self.source, text, range);
    }

    /// Something that is not prose, inside prose: one opaque word, so that the sentence holds together.
    fn placeholder(&mut self, range: Range<usize>) {
        let mut buffer = [0; 4];
        self.text(PLACEHOLDER.encode_utf8(&mut buffer), range);
    }

    /// The items of a tight list hold text with no paragraph around it.
    fn open_paragraph(&mut self) {
        if self.open.is_none() && self.images == 0 && !self.code {
            self.open_block(self.paragraph_kind());
        }
    }

    fn paragraph_kind(&self) -> BlockKind {
        let deciding = self.containers.iter().rev().find(|c| !matches!(c, Container::Other | Container::Callout));
        match deciding {
            Some(Container::Quote) => BlockKind::Quote,
            Some(Container::Item) => BlockKind::ListItem,
            Some(Container::Footnote) => BlockKind::Footnote,
            Some(Container::Definition) => BlockKind::Definition,
            _ => BlockKind::Paragraph,
        }
    }

    /// Whether a line ends where the next begins with a bullet of another program, which is no list in Markdown. Not within a link or bold words.
    fn ends_before_item(&self, next: usize) -> bool {
        self.links.is_empty() && self.emphasis.is_empty() && self.images == 0 && is_bulleted(&self.source[next..])
    }

    fn open_block(&mut self, kind: BlockKind) {
        self.close();
        self.open = Some((kind, self.parsed.prose.text.len()));
    }

    /// Ends the block being read, if any, and puts the texts of its images after it.
    fn close(&mut self) {
        if let Some((kind, start)) = self.open.take() {
            self.end_block(kind, start);
        }
        for alt in std::mem::take(&mut self.alts) {
            let start = self.parsed.prose.text.len();
            for (text, range) in alt {
                self.parsed.prose.push(self.source, &text, range);
            }
            self.end_block(BlockKind::ImageAlt, start);
        }
    }

    fn end_block(&mut self, kind: BlockKind, start: usize) {
        let end = self.parsed.prose.text.len();
        if end > start {
            let quoted = self.containers.contains(&Container::Quote);
            self.parsed.blocks.push(RawBlock { kind, prose: Span::new(start, end), quoted });
            self.parsed.prose.part();
        }
    }
}

/// Whether a block of HTML is one comment, which readers never see.
fn is_comment(html: &str) -> bool {
    html.trim().strip_prefix("<!--").and_then(|rest| rest.split_once("-->")).is_some_and(|(_, after)| after.is_empty())
}

fn is_line_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

/// The title of an `<abbr title="…">` tag.
fn abbreviation(tag: &str) -> Option<&str> {
    let rest = tag.strip_prefix("<abbr")?;
    let title = &rest[rest.find("title=")? + 6..];
    let quote = title.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    title[1..].split(quote).next()
}

/// "$5 and then $10" is read as a formula by the parser; a formula seldom begins with a digit and holds words.
fn is_money(formula: &str) -> bool {
    formula.starts_with(|c: char| c.is_ascii_digit()) && !formula.contains(['\\', '^', '_', '=', '{'])
}

fn target(address: &str) -> LinkTarget {
    let starts = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if address.trim().is_empty() || address == "#" {
        LinkTarget::Empty
    } else if starts("mailto:") || address.contains('@') && !address.contains('/') {
        LinkTarget::Email
    } else if starts("tel:") || starts("sms:") {
        LinkTarget::Phone
    } else if is_file(address) {
        LinkTarget::File
    } else if address.contains("://") || starts("//") {
        LinkTarget::Web
    } else {
        LinkTarget::Local
    }
}

/// Leads to something to read and not to a page.
fn is_file(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('.').next().unwrap_or_default();
    ["pdf", "doc", "docx", "odt", "xls", "xlsx", "csv", "ppt", "pptx"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}
