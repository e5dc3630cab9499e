//! The band: a relationship as two strands over time, ours above, the customer's below.
//!
//! A strand begins with the first contact. Its height is the mood; the pale end is the silence since
//! the last contact; where both views are known and differ, the strands part and the distance is
//! the gap (E6, R1). Only geometry: strokes, weights and colours are the style's.

use chrono::NaiveDate;

use crate::domain::{Classification, Customer, Direction, Mood, View};

/// The paper a band is drawn on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Units from the first day to the last.
    pub width: f32,
    /// Units from top to bottom.
    pub height: f32,
    /// Where mood 3 lies.
    pub middle: f32,
    /// Units from one mood to the next.
    pub step: f32,
    /// Half the distance of two strands that agree.
    pub agree: f32,
    /// Half the distance of two strands that differ.
    pub differ: f32,
}

/// The band of a card: one year.
pub const CARD: Frame =
    Frame { width: 360.0, height: 32.0, middle: 16.5, step: 4.3, agree: 2.3, differ: 8.0 };

/// The band of a customer's page.
pub const PAGE: Frame =
    Frame { width: 1000.0, height: 168.0, middle: 98.0, step: 20.0, agree: 8.0, differ: 50.0 };

/// A drawn band: SVG path data, to one decimal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// Where the strands begin.
    pub start: f32,
    /// Our strand up to the last contact, and from there to today.
    pub ours: (String, String),
    /// The customer's strand, likewise.
    pub theirs: (String, String),
    /// The ticks of the contacts: above when we reached out, below when the customer did.
    pub beats: String,
    /// The measure of the gap.
    pub gap: Option<String>,
    /// The warmth along the strand: mood 1 to 5 and how far along, in per cent.
    pub warmth: Vec<(u8, f32)>,
    /// The contacts with a mood, for the discs of a large band.
    pub moods: Vec<Beat>,
    /// How many contacts lie in the frame.
    pub contacts: usize,
}

/// A contact with a mood, as a place on the band in per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beat {
    /// From the left.
    pub at: f32,
    /// From the top.
    pub rise: f32,
    /// The mood.
    pub mood: Mood,
}

#[derive(Clone, Copy)]
struct Point {
    x: f32,
    /// The mood as a height, between the strands.
    y: f32,
}

/// Draws the band of a customer from one day to another.
pub fn draw(customer: &Customer, frame: Frame, from: NaiveDate, to: NaiveDate) -> Band {
    let days = (to - from).num_days().max(1) as f32;
    let x = |day: NaiveDate| {
        within((day - from).num_days() as f32 / days * frame.width, 0.0, frame.width)
    };
    let y = |mood: Mood| frame.middle - (f32::from(mood.level()) - 3.0) * frame.step;
    let mut band = Band { start: x(customer.since()), ..Band::default() };
    let mut points: Vec<Point> = Vec::new();
    let mut ticks: Vec<(f32, Direction)> = Vec::new();
    let mut mood = None;
    for contact in customer.contacts.values() {
        let day = contact.at.date();
        mood = contact.mood.or(mood);
        if day > to {
            continue;
        }
        let here = Point { x: x(day), y: mood.map_or(frame.middle, y) };
        match points.last_mut() {
            Some(last) if here.x - last.x < frame.width / 365.0 => last.y = here.y,
            _ => points.push(here),
        }
        if day < from {
            continue;
        }
        band.contacts += 1;
        ticks.push((here.x, contact.direction));
        band.warmth.push((mood.map_or(3, Mood::level), here.x));
        if let Some(mood) = contact.mood {
            let side = match contact.direction {
                Direction::Outbound => -frame.agree,
                Direction::Inbound => frame.agree,
            };
            let rise = (here.y + side) / frame.height * 100.0;
            band.moods.push(Beat { at: here.x / frame.width * 100.0, rise, mood });
        }
    }
    let last = points.last().copied().unwrap_or(Point { x: band.start, y: frame.middle });
    if points.first().is_none_or(|first| first.x > band.start) {
        let y = points.first().map_or(frame.middle, |first| first.y);
        points.insert(0, Point { x: band.start, y });
    }
    let parting = parting(customer).map(|day| x(day).max(band.start));
    band.strands(frame, &points, last, parting);
    band.ticks(frame, &points, &ticks, parting);
    band.spread_warmth(frame);
    band
}

/// Since when both views are known and differ.
fn parting(customer: &Customer) -> Option<NaiveDate> {
    let profile = &customer.profile;
    profile.has_gap().then(|| {
        let own = Classification::OwnView(profile.own_view);
        let theirs = Classification::CustomerView(profile.customer_view.view);
        customer
            .there_since(own, |to| to == own)
            .max(customer.there_since(theirs, |to| to == theirs))
    })
}

impl Band {
    fn strands(&mut self, frame: Frame, points: &[Point], last: Point, parting: Option<f32>) {
        let end = Point { x: frame.width, y: last.y };
        let half = |x: f32| half_distance(frame, parting, x);
        let place = |point: &Point, side: f32| {
            let half = half(point.x);
            let middle = within(point.y, half + 2.0, (frame.height - half - 2.0).max(half + 2.0));
            Point { x: point.x, y: middle + side * half }
        };
        let mut silent = vec![last];
        if let Some(x) = parting.filter(|x| *x > last.x && *x < frame.width) {
            silent.push(Point { x, y: last.y });
        }
        if frame.width - last.x > 0.5 {
            silent.push(end);
        }
        let strand = |side: f32| {
            let drawn: Vec<Point> = points.iter().map(|point| place(point, side)).collect();
            let quiet: Vec<Point> = silent.iter().map(|point| place(point, side)).collect();
            (curve(&drawn), curve(&quiet))
        };
        self.ours = strand(-1.0);
        self.theirs = strand(1.0);
        self.gap = parting.map(|_| {
            let (top, bottom) = (place(&end, -1.0).y + 1.0, place(&end, 1.0).y - 1.0);
            let mut path = String::new();
            stroke(&mut path, 'M', frame.width, top);
            path.push('V');
            number(&mut path, bottom);
            for y in [top, bottom] {
                stroke(&mut path, 'M', frame.width - 3.0, y);
                path.push_str("h6");
            }
            path
        });
    }

    fn ticks(
        &mut self,
        frame: Frame,
        points: &[Point],
        ticks: &[(f32, Direction)],
        parting: Option<f32>,
    ) {
        for (x, direction) in ticks {
            let near = points.iter().min_by(|a, b| (a.x - x).abs().total_cmp(&(b.x - x).abs()));
            let middle = near.map_or(frame.middle, |point| point.y);
            let half = half_distance(frame, parting, *x) + 2.2;
            let (y, tick) = match direction {
                Direction::Outbound => (middle - half, "v-3"),
                Direction::Inbound => (middle + half, "v3"),
            };
            stroke(&mut self.beats, 'M', *x, y);
            self.beats.push_str(tick);
        }
    }

    fn spread_warmth(&mut self, frame: Frame) {
        let length = (frame.width - self.start).max(1.0);
        for (_, at) in &mut self.warmth {
            *at = (*at - self.start) / length * 100.0;
        }
    }
}

/// The nearest value between two bounds. `clamp` could panic and brings the printing of numbers along.
fn within(value: f32, low: f32, high: f32) -> f32 {
    value.max(low).min(high)
}

/// Half the distance of the strands: apart from the day of the parting on, fully at the end.
fn half_distance(frame: Frame, parting: Option<f32>, x: f32) -> f32 {
    let Some(from) = parting.filter(|from| x > *from) else { return frame.agree };
    let share = within((x - from) / (frame.width - from).max(1.0), 0.0, 1.0);
    frame.agree + (frame.differ - frame.agree) * share
}

/// A smooth curve that never swings beyond its points (monotone cubic interpolation, Fritsch and
/// Carlson 1980).
fn curve(points: &[Point]) -> String {
    let mut path = String::new();
    let Some(first) = points.first() else { return path };
    stroke(&mut path, 'M', first.x, first.y);
    let slopes: Vec<f32> = points.windows(2).map(slope).collect();
    let tangent = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| slopes.get(at));
        match (before, slopes.get(at)) {
            (Some(before), Some(after)) if before * after > 0.0 => {
                2.0 * before * after / (before + after)
            }
            _ => 0.0,
        }
    };
    for (at, pair) in points.windows(2).enumerate() {
        let [from, to] = pair else { continue };
        let third = (to.x - from.x) / 3.0;
        stroke(&mut path, 'C', from.x + third, from.y + third * tangent(at));
        stroke(&mut path, ' ', to.x - third, to.y - third * tangent(at + 1));
        stroke(&mut path, ' ', to.x, to.y);
    }
    path
}

fn slope(pair: &[Point]) -> f32 {
    match pair {
        [from, to] if to.x > from.x => (to.y - from.y) / (to.x - from.x),
        _ => 0.0,
    }
}

fn stroke(path: &mut String, command: char, x: f32, y: f32) {
    path.push(command);
    number(path, x);
    path.push(' ');
    number(path, y);
}

/// A length to one decimal, without the weight of full float formatting.
pub fn tenths(value: f32) -> String {
    let mut text = String::new();
    number(&mut text, value);
    text
}

fn number(path: &mut String, value: f32) {
    let tenths = (value * 10.0).round() as i32;
    if tenths < 0 {
        path.push('-');
    }
    path.push_str(&(tenths.unsigned_abs() / 10).to_string());
    if tenths % 10 != 0 {
        path.push('.');
        path.push_str(&(tenths.unsigned_abs() % 10).to_string());
    }
}

/// The first days of the quarters between two days, with their places in per cent.
pub fn quarters(from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, f32)> {
    firsts(from, to, 3)
}

/// The first days of every `every`-th month between two days, with their places in per cent.
pub fn firsts(from: NaiveDate, to: NaiveDate, every: u32) -> Vec<(NaiveDate, f32)> {
    use chrono::{Datelike, Months};
    let days = (to - from).num_days().max(1) as f32;
    let mut found = Vec::new();
    let mut month = from.with_day(1).unwrap_or(from);
    while month <= to {
        if month >= from && month.month0().is_multiple_of(every) {
            found.push((month, (month - from).num_days() as f32 / days * 100.0));
        }
        let Some(next) = month.checked_add_months(Months::new(1)) else { break };
        month = next;
    }
    found
}

/// Whether the customer's strand stands for an answer.
pub fn is_answered(customer: &Customer) -> bool {
    customer.profile.customer_view.view != View::Unknown
}
