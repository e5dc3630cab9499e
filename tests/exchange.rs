//! Lists in and out: real programs, malformed files, plans, the way there and back.

#[cfg(test)]
#[path = "exchange/list.rs"]
mod list;
#[cfg(test)]
#[path = "exchange/malformed.rs"]
mod malformed;
#[cfg(test)]
#[path = "exchange/plans.rs"]
mod plans;
#[cfg(test)]
#[path = "exchange/programs.rs"]
mod programs;
#[cfg(test)]
#[path = "exchange/round_trip.rs"]
mod round_trip;
#[cfg(test)]
#[path = "exchange/values.rs"]
mod values;
