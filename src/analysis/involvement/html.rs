//! The text that a browser shows of blocks of HTML. Rules do not read HTML; but a page whose only words of invitation stand in it does invite,
//! and must not be told that it does not.

use crate::document::Document;

/// Most text that is looked at: an invitation does not hide behind more.
const MOST: usize = 64 * 1024;
/// Longest tag that is looked at.
const LONGEST_TAG: usize = 2_000;
/// Tags inside a sentence: they part no words from each other.
const INLINE: [&str; 14] = ["a", "abbr", "b", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"];

/// The visible text of a document's HTML, a paragraph for each of its parts; empty where there is none.
pub fn visible(document: &Document<'_>) -> String {
    let mut text = String::new();
    let mut hidden = None;
    for (_, span) in &document.html {
        let block = &document.source.text[span.range()];
        if text.len() + block.len() > MOST {
            break;
        }
        read(block, &mut text, &mut hidden);
        text.push_str("\n\n");
    }
    text
}

/// Appends the text of a block. `hidden` is the tag whose content is not shown, which may end in a later block.
fn read(block: &str, text: &mut String, hidden: &mut Option<&'static str>) {
    let mut rest = block;
    while let Some(open) = rest.find('<') {
        if hidden.is_none() {
            push(&rest[..open], text);
        }
        rest = &rest[open..];
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.find("-->").map_or("", |end| &after[end + 3..]);
            continue;
        }
        let window = &rest[..rest.floor_char_boundary(LONGEST_TAG)];
        // "a < b" opens nothing
        let opens = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let Some(end) = window.find('>').filter(|_| opens) else {
            if hidden.is_none() {
                text.push('<');
            }
            rest = &rest[1..];
            continue;
        };
        tag(&rest[1..end], text, hidden);
        rest = &rest[end + 1..];
    }
    if hidden.is_none() {
        push(rest, text);
    }
}

fn tag(inner: &str, text: &mut String, hidden: &mut Option<&'static str>) {
    let closes = inner.starts_with('/');
    let name = inner.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    if let Some(script) = ["script", "style", "svg", "template"].into_iter().find(|tag| name.eq_ignore_ascii_case(tag)) {
        *hidden = (!closes && !inner.ends_with('/')).then_some(script);
    }
    if hidden.is_some() {
        return;
    }
    if name.eq_ignore_ascii_case("form") && !closes {
        // a tag that a site builder replaces: what it shows cannot be read, and can be answered
        text.push_str("\n\n{% form %}\n\n");
    } else if !INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline)) {
        text.push_str("\n\n");
    } else if !closes && let Some(address) = inner.split("href=").nth(1) {
        // the address stands before the words that lead to it: "email us" is no stub then
        let address = address.trim_start_matches(['"', '\'']).split(['"', '\'', ' ']).next().unwrap_or_default();
        let known = address.strip_prefix("mailto:").or(address.strip_prefix("tel:")).or(address.starts_with("http").then_some(address));
        // a page beside this one leads somewhere, too
        let beside = (address.len() > 1 && !address.starts_with("javascript")).then_some("{% link %}");
        text.extend(known.or(beside).into_iter().flat_map(|address| [" ", address, " "]));
    }
}

/// Appends words. Lines of HTML end anywhere, so they part nothing.
fn push(words: &str, text: &mut String) {
    const ENTITIES: [(&str, &str); 4] = [("&nbsp;", " "), ("&amp;", "&"), ("&rsquo;", "’"), ("&#39;", "'")];
    let mut rest = words;
    while let Some(at) = memchr::memchr3(b'\n', b'\r', b'&', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (mark, put) = ENTITIES.into_iter().find(|(entity, _)| rest.starts_with(entity)).unwrap_or(match rest.as_bytes()[0] {
            b'&' => ("&", "&"),
            _ => ("\n", " "),
        });
        text.push_str(put);
        rest = &rest[mark.len()..];
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Format;
    use crate::input::source::SourceFile;

    fn seen(text: &str) -> Vec<String> {
        let source = SourceFile { name: String::new(), text: text.to_owned() };
        let shown = visible(&Document::new(&source, Format::Markdown));
        shown.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|part| !part.is_empty()).collect()
    }

    #[test]
    fn what_a_browser_shows_is_read() {
        let text = "# Park\n\n<div class=\"a\"><h2>Have your\nsay</h2>\n<p>Tell <b>us</b> &amp; stay. <a href=\"mailto:jo@park.example\">Email</a></p></div>\n\nMore.\n";
        assert_eq!(seen(text), ["Have your say", "Tell us & stay. jo@park.example Email"]);
    }

    #[test]
    fn forms_and_links_can_be_answered() {
        assert_eq!(seen("<form action=\"/sent\"><label>What could be better?</label></form>\n"), ["{% form %}", "What could be better?"]);
        assert_eq!(seen("<p><a href=\"/join/\">Join us</a></p>\n"), ["{% link %} Join us"]);
    }

    #[test]
    fn what_it_hides_is_not() {
        assert_eq!(seen("<script>\nlet a = '<p>Have your say</p>';\n\n</script>\n\n<!-- Have your say -->\n\n<p>Seen</p>\n"), ["Seen"]);
        assert_eq!(seen("<style>a { b }</style>\n\n<p>a < b and <i>c"), ["a < b and c"]);
    }
}
