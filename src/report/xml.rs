//! The little of XML that reports need: elements with attributes and text. Characters that XML forbids are shown as U+FFFD.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// A stretch of XML being written.
pub struct Xml(Writer<Vec<u8>>);

/// One element with what `inside` writes into it, on lines of its own.
#[must_use]
pub fn element(name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 2));
    xml.write(Event::Start(start(name, attributes)));
    inside(&mut xml);
    xml.write(Event::End(BytesEnd::new(name)));
    let mut bytes = xml.0.into_inner();
    bytes.push(b'\n');
    bytes
}

impl Xml {
    /// An element with text in it, or with nothing.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: Option<&str>) {
        let start = start(name, attributes);
        match text {
            None => self.write(Event::Empty(start)),
            Some(text) => {
                self.write(Event::Start(start));
                self.write(Event::Text(BytesText::new(&allowed(text))));
                self.write(Event::End(BytesEnd::new(name)));
            }
        }
    }

    /// An element that holds others.
    pub fn holding(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Xml)) {
        self.write(Event::Start(start(name, attributes)));
        inside(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    fn write(&mut self, event: Event<'_>) {
        // writing to memory cannot fail
        let written = self.0.write_event(event);
        debug_assert!(written.is_ok());
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, allowed(value).as_str()));
    }
    start
}

/// Text without the characters that XML 1.0 has no way to write.
fn allowed(text: &str) -> String {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    text.chars().map(|c| if is_allowed(c) { c } else { '\u{FFFD}' }).collect()
}
