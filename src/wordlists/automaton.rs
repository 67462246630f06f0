//! All phrases and patterns as one automaton over words: at most one way on for each word, however many patterns share it.
//!
//! Patterns go in as they are written, choices side by side; they are then made deterministic, so that ten patterns that begin with "we" cost
//! a reader one step and not ten.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::notation::{Pattern, Step};
use crate::language::inflection::{Form, Inflect, forms};

/// What a state ends: an entry, and the form its head is in.
pub type End = (u32, Form);

/// A state: where each step leads, and what ends here.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Steps to other states.
    pub edges: Vec<(Step, u32)>,
    /// What ends here; each entry once.
    pub ends: Vec<End>,
}

/// States under construction; several edges of a state may bear the same step.
pub struct Builder {
    states: Vec<State>,
}

impl Default for Builder {
    fn default() -> Self {
        Builder { states: vec![State::default()] }
    }
}

impl Builder {
    /// Adds a pattern in every form of its head: the first word of a verb phrase, the last of a noun phrase.
    pub fn add(&mut self, pattern: &Pattern, inflect: Inflect, entry: u32) {
        let kinds: &[Form] = match inflect {
            Inflect::None => &[Form::Base],
            Inflect::Verb => &[Form::Base, Form::ThirdPerson, Form::Past, Form::Participle, Form::Ing],
            Inflect::Noun => &[Form::Base, Form::Plural, Form::Possessive, Form::PluralPossessive],
        };
        for &form in kinds {
            let change = |word: &str, head: bool| -> Vec<String> {
                let all = if head { forms(word, inflect).into_iter().filter(|f| f.0 == form).map(|f| f.1).collect() } else { vec![word.to_owned()] };
                all.into_iter().flat_map(|w| std::iter::once(w.clone()).chain(other_spelling(&w).filter(|_| !pattern.exact))).collect()
            };
            self.add_form(pattern, inflect, entry, form, &change);
            if let Some(joined) = &pattern.joined {
                let end = self.state();
                self.link(0, end, false, &change(joined, inflect != Inflect::None));
                self.states[end as usize].ends.push((entry, form));
            }
        }
    }

    fn add_form(&mut self, pattern: &Pattern, inflect: Inflect, entry: u32, form: Form, change: &dyn Fn(&str, bool) -> Vec<String>) {
        let mut open = vec![0];
        let last = pattern.groups.len() - 1;
        for (g, group) in pattern.groups.iter().enumerate() {
            let end = self.state();
            for choice in &group.choices {
                for &from in &open {
                    let mut at = from;
                    for (i, step) in choice.iter().enumerate() {
                        let to = if i + 1 == choice.len() { end } else { self.state() };
                        match step {
                            Step::Gap => self.states[at as usize].edges.push((Step::Gap, to)),
                            Step::Word { word, mark } => {
                                let head = match inflect {
                                    Inflect::Verb => g == 0 && i + 1 == pattern.first_unit.min(choice.len()),
                                    Inflect::Noun => g == last && i + 1 == choice.len(),
                                    Inflect::None => false,
                                };
                                self.link(at, to, *mark, &change(word, head));
                            }
                        }
                        at = to;
                    }
                }
            }
            if !group.optional {
                open.clear();
            }
            open.push(end);
        }
        for state in open {
            self.states[state as usize].ends.push((entry, form));
        }
    }

    fn state(&mut self) -> u32 {
        self.states.push(State::default());
        self.states.len() as u32 - 1
    }

    /// A word before which a mark may stand is reached with and without one.
    fn link(&mut self, from: u32, to: u32, mark: bool, words: &[String]) {
        for word in words {
            self.states[from as usize].edges.push((Step::Word { word: word.clone(), mark: false }, to));
            if mark {
                self.states[from as usize].edges.push((Step::Word { word: word.clone(), mark }, to));
            }
        }
    }

    /// The deterministic automaton (subset construction); state 0 is the start. The same patterns give the same states in the same order.
    #[must_use]
    pub fn finish(self) -> Vec<State> {
        let mut numbers: HashMap<Vec<u32>, u32> = HashMap::from([(vec![0], 0)]);
        let mut sets = vec![vec![0_u32]];
        let mut done: Vec<State> = Vec::new();
        while done.len() < sets.len() {
            let set = sets[done.len()].clone();
            let mut onward: BTreeMap<&Step, BTreeSet<u32>> = BTreeMap::new();
            let mut state = State::default();
            for &member in &set {
                let member = &self.states[member as usize];
                for (step, to) in &member.edges {
                    onward.entry(step).or_default().insert(*to);
                }
                for end in &member.ends {
                    if state.ends.iter().all(|known| known.0 != end.0) {
                        state.ends.push(*end);
                    }
                }
            }
            for (step, to) in onward {
                let to: Vec<u32> = to.into_iter().collect();
                let number = *numbers.entry(to.clone()).or_insert_with(|| {
                    sets.push(to);
                    sets.len() as u32 - 1
                });
                state.edges.push((step.clone(), number));
            }
            state.ends.sort_by_key(|end| end.0);
            done.push(state);
        }
        done
    }
}

/// "organisation" for "organization" and the other way round. A form that nobody writes ("advize") does no harm: it never occurs.
fn other_spelling(word: &str) -> Option<String> {
    const ENDS: [&str; 8] = ["isations", "isation", "ising", "ised", "ises", "ise", "isers", "iser"];
    for end in ENDS {
        let z = end.replacen("is", "iz", 1);
        if let Some(stem) = word.strip_suffix(end).filter(|stem| stem.len() >= 3) {
            return Some(format!("{stem}{z}"));
        }
        if let Some(stem) = word.strip_suffix(z.as_str()).filter(|stem| stem.len() >= 3) {
            return Some(format!("{stem}{end}"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::notation::parse;
    use super::*;

    /// Every sequence of words that the patterns stand for, in order.
    fn phrases(patterns: &[(&str, Inflect)]) -> Vec<String> {
        let mut builder = Builder::default();
        for (entry, (pattern, inflect)) in patterns.iter().enumerate() {
            builder.add(&parse(pattern).expect("a good pattern"), *inflect, entry as u32);
        }
        let states = builder.finish();
        let (mut found, mut open) = (Vec::new(), vec![(0_u32, String::new())]);
        while let Some((state, text)) = open.pop() {
            let state = &states[state as usize];
            found.extend(state.ends.iter().map(|(entry, _)| format!("{entry}:{text}")));
            open.extend(state.edges.iter().map(|(step, to)| match step {
                Step::Word { word, mark } => (*to, format!("{text} {}{word}", if *mark { "," } else { "" })),
                Step::Gap => (*to, format!("{text} ~")),
            }));
        }
        found.sort();
        found
    }

    #[test]
    fn choices_gaps_forms_and_spellings() {
        assert_eq!(phrases(&[("(help/join) us ~ plan", Inflect::None)]), ["0: help us ~ plan", "0: join us ~ plan"]);
        assert_eq!(phrases(&[("tell us (all)? now?", Inflect::None)]), ["0: tell us", "0: tell us all", "0: tell us all now", "0: tell us now"]);
        assert_eq!(phrases(&[("utilise", Inflect::Verb)]).len(), 8);
        assert_eq!(phrases(&[("co-produce", Inflect::Verb)]).len(), 8, "co produce and coproduce, four forms each");
        assert_eq!(phrases(&[("you said, we", Inflect::None)]), ["0: you said ,we", "0: you said we"]);
    }

    #[test]
    fn patterns_that_share_words_share_states() {
        let all = [("we (will/shall) (ask/tell) you", Inflect::None), ("we will ~ you", Inflect::None)];
        assert_eq!(phrases(&all).len(), 5);
        let mut builder = Builder::default();
        for (i, (p, inflect)) in all.iter().enumerate() {
            builder.add(&parse(p).expect("good"), *inflect, i as u32);
        }
        let states = builder.finish();
        assert_eq!(states[0].edges.len(), 1, "one way on from the start: we");
    }
}
