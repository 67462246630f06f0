//! Rules about short forms.

pub mod undefined;
