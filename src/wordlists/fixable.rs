//! Which entries may be written by `plainly check --fix`: those with one plain replacement, which the words hardly ever mean otherwise.
//!
//! The place of each hit is judged later; this is about the entry alone.

use super::shape::{Risk, Word};

/// Why an entry that asks for `fix = true` cannot have it; nothing when it can, or does not ask.
#[must_use]
pub fn why_not(word: &Word) -> Option<&'static str> {
    if !word.fix.as_ref().is_some_and(|fix| *fix.get_ref()) {
        return None;
    }
    let [say] = word.say.as_slice() else { return Some("`say` must hold one replacement, and no more") };
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’');
    if !say.get_ref().chars().all(plain) {
        return Some("the replacement must be plain words, with no advice in brackets and no gap to fill");
    }
    if say.get_ref().split(' ').next().is_some_and(|first| first == "be") {
        return Some("a replacement that starts with `be` needs a person to fit it in");
    }
    if word.risk != Risk::Low {
        return Some("`risk` must be `low`");
    }
    if word.legal {
        return Some("a term of the law is kept and explained");
    }
    if word.instead_of.get_ref().contains(['~', '?']) {
        return Some("`~` and `?` match words that would be lost");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_single_replacements_may_be_fixed() {
        let told = |rest: &str| why_not(&toml::from_str::<Word>(&format!("fix = true\n{rest}")).expect("an entry")).unwrap_or("fine").to_owned();
        assert_eq!(told("instead_of = 'utilise'\nsay = ['use']"), "fine");
        assert!(told("instead_of = 'commence'\nsay = ['start', 'begin']").contains("one replacement"));
        assert!(told("instead_of = 'soon'\nsay = ['(give a date)']").contains("brackets"));
        assert!(told("instead_of = 'a ~ b'\nsay = ['c']").contains("lost"));
        assert!(told("instead_of = 'a'\nsay = ['b']\nlegal = true").contains("law"));
        assert!(told("instead_of = 'attend'\nsay = ['be at']").contains("`be`"));
        assert!(told("instead_of = 'attend'\nsay = ['go to']\nrisk = 'med'").contains("risk"));
    }
}
