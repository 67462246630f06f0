//! Thanks that promise nothing. The words stand in `wordlists/tokenism/vague-thanks.toml`; where the same part of the page says what happens with
//! what people say, they stay silent.

use crate::analysis::involvement::Element;
use crate::findings::Finding;
use crate::rules::words::finding;
use crate::rules::{Cx, Heard, Weigh};

/// The rule.
pub struct VagueThanks;

const RULE: &str = "tokenism/vague-thanks";

impl Weigh for VagueThanks {
    fn rule(&self) -> &'static str {
        RULE
    }

    fn weigh(&self, cx: &Cx<'_>, heard: &[Heard<'_>], out: &mut Vec<Finding>) {
        // "we will take your views into account" is no more than the thanks themselves
        let thanks: Vec<u32> = heard.iter().map(|hit| hit.site.hit.sentence).collect();
        for Heard { site, .. } in heard.iter().filter(|hit| hit.speaks) {
            let section = site.block().section;
            let mut told = cx.involvement.of_element(Element::Feedback).filter(|shown| shown.section == section);
            if told.all(|shown| thanks.contains(&shown.sentence)) {
                out.push(finding(cx, RULE, &site.entry, &site.hit, false));
            }
        }
    }
}
