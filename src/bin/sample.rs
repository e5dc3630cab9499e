//! Writes the file of a made-up workspace, for benchmarks and for looking at a full board:
//!
//! ```text
//! sample --customers N --contacts M --seed S [--ideas I --votes V] [--today YYYY-MM-DD] [--out FILE]
//! ```

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match native::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(complaint) => {
            eprintln!("{complaint}\n{}", native::USAGE);
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::{
        env, fs,
        io::{self, Write},
        path::PathBuf,
        time::{SystemTime, UNIX_EPOCH},
    };

    use chrono::NaiveDate;
    use rapport::{
        domain::Workspace,
        sample::{add_ideas, generate},
        storage::{Stamp, file},
    };

    pub const USAGE: &str = "sample --customers N --contacts M --seed S [--ideas I --votes V] [--today YYYY-MM-DD] [--out FILE]";

    /// What was asked for.
    struct Order {
        customers: u32,
        contacts: u32,
        seed: u64,
        ideas: u32,
        votes: u32,
        today: NaiveDate,
        out: Option<PathBuf>,
    }

    pub fn run() -> Result<(), String> {
        let order = Order::read(env::args().skip(1))?;
        let mut workspace =
            generate(order.customers, order.contacts, order.seed, order.today, None)
                .map_err(|problems| format!("a made-up customer was refused: {problems:?}"))?;
        add_ideas(&mut workspace, order.ideas, order.votes, order.seed, order.today)
            .map_err(|problems| format!("a made-up idea was refused: {problems:?}"))?;
        let bytes = file_of(&workspace, order.today);
        let written = match &order.out {
            Some(path) => fs::write(path, bytes),
            None => io::stdout().write_all(&bytes),
        };
        written.map_err(|error| format!("not written: {error}"))
    }

    /// The bytes of the workspace's file, stamped with the start of the day.
    fn file_of(workspace: &Workspace, today: NaiveDate) -> Vec<u8> {
        let midnight = today.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
        file::write(workspace, Stamp::new(u64::try_from(midnight).unwrap_or(0), 0, 0))
    }

    impl Order {
        fn read(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
            let (mut customers, mut contacts, mut seed) = (None, None, None);
            let (mut today, mut out, mut ideas, mut votes) = (None, None, 0, 10);
            while let Some(name) = args.next() {
                let value = args.next().ok_or_else(|| format!("{name} needs a value"))?;
                let wrong = || format!("{name} cannot be {value}");
                match name.as_str() {
                    "--customers" => customers = Some(value.parse().map_err(|_| wrong())?),
                    "--contacts" => contacts = Some(value.parse().map_err(|_| wrong())?),
                    "--seed" => seed = Some(value.parse().map_err(|_| wrong())?),
                    "--ideas" => ideas = value.parse().map_err(|_| wrong())?,
                    "--votes" => votes = value.parse().map_err(|_| wrong())?,
                    "--today" => today = Some(value.parse().map_err(|_| wrong())?),
                    "--out" => out = Some(value.into()),
                    _ => return Err(format!("unknown: {name}")),
                }
            }
            Ok(Self {
                customers: customers.ok_or("--customers is missing")?,
                contacts: contacts.ok_or("--contacts is missing")?,
                seed: seed.ok_or("--seed is missing")?,
                today: today.or_else(this_day).ok_or("the clock is wrong, give --today")?,
                ideas,
                votes,
                out,
            })
        }
    }

    /// Today in UTC.
    fn this_day() -> Option<NaiveDate> {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
        let days = i32::try_from(seconds / 86_400).ok()?;
        NaiveDate::from_epoch_days(days)
    }
}
