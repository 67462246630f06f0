//! Rules about what a plan says that people need, and what they bring.

pub mod missing;
pub mod no_peer_networks;
pub mod outputs_not_outcomes;
