//! Restore points: the whole workspace, again and again, in a store that does not depend on the
//! tables (`reliability`, the second copy). They rebuild a database that was wiped, and they are the
//! "back to yesterday" of the person.
//!
//! A point is a workspace file. Everything else about it stands in its name, so that listing points
//! reads none of them: `p1-<made at>-<cause>-<files>-<length>-<crc32>`. A new one is written,
//! read back and compared before an older one goes.

use std::{fmt, future::Future, str::FromStr};

use super::{
    book::Book,
    file,
    lane::{LaneError, Task},
    page,
    record::{Record, RecordKey},
    stamp::Stamp,
};

/// How many points are kept of the latest, and how many hours, days and weeks each keep their last.
const KEPT: usize = 2;
/// An hour, a day and a week in milliseconds.
const SPANS_MS: [u64; 3] = [3_600_000, 86_400_000, 604_800_000];

/// A store of named bytes that shares no fate with the [`Lane`](super::Lane).
pub trait Shelf {
    /// The names of everything on it.
    fn names(&self) -> Task<'_, Vec<String>>;

    /// What lies under this name, as far as it can be read.
    fn get<'a>(&'a self, name: &'a str) -> Task<'a, Option<Vec<u8>>>;

    /// Puts bytes under a name that was never used before.
    fn put<'a>(&'a self, name: &'a str, bytes: &'a [u8]) -> Task<'a, ()>;

    /// Removes what lies under this name; nothing happens when there is nothing.
    fn remove<'a>(&'a self, name: &'a str) -> Task<'a, ()>;
}

/// Why a point was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// By itself, after some changes or some time.
    Routine,
    /// Before a list or a file was brought in.
    Import,
    /// Before something earlier was brought back.
    Restore,
    /// Before a newer version of the app changed the stored shape.
    Upgrade,
}

impl Cause {
    /// All of them, by their stored words.
    const WORDS: [(Self, &'static str); 4] = [
        (Self::Routine, "routine"),
        (Self::Import, "import"),
        (Self::Restore, "restore"),
        (Self::Upgrade, "upgrade"),
    ];

    /// The stored word.
    pub fn key(self) -> &'static str {
        Self::WORDS.iter().find(|(cause, _)| *cause == self).map_or("", |(_, word)| word)
    }
}

/// A restore point, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// When, in milliseconds since 1970.
    pub made_at: u64,
    /// Why.
    pub cause: Cause,
    /// How many customer files were stored, those taken back included: a number that never falls.
    pub files: usize,
    length: usize,
    sum: u32,
}

/// Why there is no point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PointError {
    /// This browser has no second store, or this workspace needs none.
    NoShelf,
    /// One of the stores refused.
    Refused(LaneError),
    /// What was read back is not what was written.
    Differs,
}

impl From<LaneError> for PointError {
    fn from(error: LaneError) -> Self {
        Self::Refused(error)
    }
}

impl fmt::Display for Point {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { made_at, cause, files, length, sum } = self;
        write!(out, "p1-{made_at}-{}-{files}-{length}-{sum:08x}", cause.key())
    }
}

impl FromStr for Point {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let mut parts = name.strip_prefix("p1-").ok_or(())?.split('-');
        let mut next = || parts.next().ok_or(());
        let point = Self {
            made_at: next()?.parse().map_err(drop)?,
            cause: {
                let word = next()?;
                Cause::WORDS.iter().find(|(_, known)| *known == word).ok_or(())?.0
            },
            files: next()?.parse().map_err(drop)?,
            length: next()?.parse().map_err(drop)?,
            sum: u32::from_str_radix(next()?, 16).map_err(drop)?,
        };
        if parts.next().is_none() { Ok(point) } else { Err(()) }
    }
}

impl Point {
    fn of(bytes: &[u8], made_at: u64, cause: Cause, files: usize) -> Self {
        Self { made_at, cause, files, length: bytes.len(), sum: crc32fast::hash(bytes) }
    }

    fn is_of(&self, bytes: &[u8]) -> bool {
        self.length == bytes.len() && self.sum == crc32fast::hash(bytes)
    }
}

/// Which points may go: neither among the latest, nor the last of one of the latest hours, days and
/// weeks, nor among the latest that were made before something else. Newest first, in and out.
fn superfluous(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<&Point> = points.iter().take(KEPT).collect();
    kept.extend(points.iter().filter(|point| point.cause != Cause::Routine).take(KEPT));
    for span in SPANS_MS {
        let mut slots: Vec<u64> = Vec::new();
        for point in points {
            let slot = point.made_at / span;
            if slots.len() < KEPT && !slots.contains(&slot) {
                slots.push(slot);
                kept.push(point);
            }
        }
    }
    points.iter().filter(|point| !kept.contains(point)).cloned().collect()
}

/// The records in a file that this version wrote: one to a line.
fn records(file: &[u8]) -> impl Iterator<Item = &[u8]> {
    let lines = file.split(|byte| *byte == b'\n').filter(|line| line.starts_with(br#"{"kind":"#));
    lines.map(|line| line.strip_suffix(b",").unwrap_or(line))
}

fn is_customer(json: &[u8]) -> bool {
    page::head(json).is_some_and(|key| key.kind == RecordKey::CUSTOMER)
}

async fn sorted(shelf: &dyn Shelf) -> Result<Vec<Point>, LaneError> {
    let names = shelf.names().await?;
    let mut points: Vec<Point> = names.iter().filter_map(|name| name.parse().ok()).collect();
    points.sort_by_key(|point| std::cmp::Reverse(point.made_at));
    Ok(points)
}

async fn read(shelf: &dyn Shelf, point: &Point) -> Result<Option<Vec<u8>>, LaneError> {
    Ok(shelf.get(&point.to_string()).await?.filter(|bytes| point.is_of(bytes)))
}

/// Takes a record out of every point: written anew, read back, and only then the old one goes.
pub(super) async fn without(shelf: &dyn Shelf, key: &RecordKey) -> Result<(), PointError> {
    for point in sorted(shelf).await? {
        let Some(bytes) = read(shelf, &point).await? else {
            shelf.remove(&point.to_string()).await?;
            continue;
        };
        let is_there = |json: &[u8]| page::head(json).as_ref() == Some(key);
        if !records(&bytes).any(is_there) {
            continue;
        }
        let mut file = file::begin(0);
        let others = records(&bytes).filter(|json| !is_there(json));
        others.for_each(|json| file::push(&mut file, json));
        // The trace of the erased one keeps the count right.
        let stamp = Stamp::new(point.made_at, 0, 0);
        file::push(&mut file, &Record::erase(key.clone(), stamp).to_json());
        let file = file::end(file);
        let new = Point::of(&file, point.made_at, point.cause, point.files);
        shelf.put(&new.to_string(), &file).await.unwrap_or_default();
        let is_whole = shelf.get(&new.to_string()).await?.as_ref() == Some(&file);
        shelf.remove(&point.to_string()).await?;
        if !is_whole {
            shelf.remove(&new.to_string()).await?;
        }
    }
    Ok(())
}

impl Book {
    /// The restore points, newest first. Their contents are not read.
    pub fn points(&self) -> impl Future<Output = Result<Vec<Point>, PointError>> + use<> {
        let shelf = self.shelf.clone();
        async move { Ok(sorted(&*shelf.ok_or(PointError::NoShelf)?).await?) }
    }

    /// The workspace file in a restore point; an error when it is not what was written.
    pub fn point(
        &self,
        point: &Point,
    ) -> impl Future<Output = Result<Vec<u8>, PointError>> + use<> {
        let (shelf, point) = (self.shelf.clone(), point.clone());
        async move {
            let shelf = shelf.ok_or(PointError::NoShelf)?;
            read(&*shelf, &point).await?.ok_or(PointError::Differs)
        }
    }

    /// Merges the latest restore point that can be read into the tables. Whether there was one.
    pub(super) async fn rebuild(&self) -> bool {
        let Some(shelf) = &self.shelf else { return false };
        for point in sorted(&**shelf).await.unwrap_or_default() {
            if let Ok(Some(bytes)) = read(&**shelf, &point).await {
                let parts =
                    records(&bytes).filter_map(|json| Record::from_json(json).ok()).collect();
                let saving = self.adopt(parts).map(|receipt| self.save(&receipt));
                return match saving {
                    Some(saving) => saving.await.is_ok(),
                    None => false,
                };
            }
        }
        false
    }

    /// Makes a restore point of everything that is stored or on its way there. When nothing changed
    /// since the last one, that one stands for it. Older ones go only when the new one was read back
    /// and is right.
    pub fn keep_point(
        &self,
        cause: Cause,
        now_ms: u64,
    ) -> impl Future<Output = Result<Point, PointError>> + use<> {
        let (book, shelf) = (self.clone(), self.shelf.clone());
        async move {
            let shelf = shelf.ok_or(PointError::NoShelf)?;
            let bytes = book.backup(0).await?;
            let files = records(&bytes).filter(|json| is_customer(json)).count();
            if files < book.ledger.borrow().known.stored() {
                // Something took the tables away: the older points are worth more than this one.
                return Err(PointError::Differs);
            }
            let point = Point::of(&bytes, now_ms, cause, files);
            if let Some(last) = sorted(&*shelf).await?.into_iter().next()
                && (last.length, last.sum) == (point.length, point.sum)
                && read(&*shelf, &last).await?.is_some()
            {
                return Ok(last);
            }
            let name = point.to_string();
            shelf.put(&name, &bytes).await?;
            if shelf.get(&name).await?.as_ref() != Some(&bytes) {
                shelf.remove(&name).await?;
                return Err(PointError::Differs);
            }
            for old in superfluous(&sorted(&*shelf).await?) {
                shelf.remove(&old.to_string()).await?;
            }
            Ok(point)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(made_at: u64, cause: Cause) -> Point {
        Point::of(b"{}", made_at, cause, 3)
    }

    #[test]
    fn a_name_tells_everything() {
        for (cause, _) in Cause::WORDS {
            let point = at(1_800_000_000_000, cause);
            assert_eq!(point.to_string().parse(), Ok(point.clone()));
            assert_eq!(format!("{point}-").parse::<Point>(), Err(()));
        }
    }

    #[test]
    fn after_a_month_of_work_last_hour_yesterday_and_last_week_are_there() {
        let (minute, mut points) = (60_000, Vec::new());
        let start = 1_799_971_200_000;
        for quarter in 0..30 * 96_u64 {
            points.insert(0, at(start + quarter * 15 * minute, Cause::Routine));
            let gone = superfluous(&points);
            points.retain(|point| !gone.contains(point));
            assert!(points.len() <= 8);
        }
        let now = points[0].made_at;
        for span in SPANS_MS {
            let slot = |point: &Point| point.made_at / span;
            assert!(points.iter().any(|point| slot(point) == now / span - 1), "{span}");
        }
    }

    #[test]
    fn what_was_made_before_an_import_outlives_the_routine() {
        let mut points: Vec<Point> = (0..40).map(|n| at(100_000 - n, Cause::Routine)).collect();
        points.push(at(5, Cause::Import));
        assert!(!superfluous(&points).contains(&at(5, Cause::Import)));
    }

    proptest! {
        #[test]
        fn the_latest_point_never_goes(times in prop::collection::vec(any::<u64>(), 1..30)) {
            let mut points: Vec<Point> = times.iter().map(|t| at(*t, Cause::Routine)).collect();
            points.sort_by_key(|point| std::cmp::Reverse(point.made_at));
            let gone = superfluous(&points);
            prop_assert!(!gone.contains(&points[0]));
            prop_assert!(points.len() - gone.len() <= 8);
        }

        #[test]
        fn no_name_upsets_the_reader(name in "(p1-)?[0-9a-z-]{0,40}") {
            let _ = name.parse::<Point>();
        }
    }
}
