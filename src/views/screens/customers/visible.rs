//! Which rows of a long table are part of the page: those that can be seen, and a few around them.
//! Two empty rows stand for the others, so that the page scrolls as if all were there.

use leptos::{html, prelude::*};

use crate::{domain::CustomerId, platform::measure};

/// Rows drawn beyond either edge of the screen.
const AROUND: usize = 10;
/// The window moves in steps of so many rows, so that slow scrolling redraws seldom.
const STEP: usize = 5;
/// The height of a row until one was measured.
const ROW: f64 = 40.0;

/// The rows that are part of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visible {
    /// The place of the first of them among all.
    pub first: usize,
    /// The customers.
    pub ids: Vec<CustomerId>,
    /// How many there are in all.
    pub total: usize,
}

impl Visible {
    /// The place of a row among all.
    pub fn place_of(&self, id: CustomerId) -> Option<usize> {
        self.ids.iter().position(|here| *here == id).map(|place| self.first + place)
    }

    /// How many rows are left out above and below.
    fn left_out(&self) -> (usize, usize) {
        (self.first, self.total.saturating_sub(self.first + self.ids.len()))
    }
}

/// The window on a long table.
#[derive(Clone, Copy)]
pub struct Glass {
    /// The rows in it.
    pub visible: Memo<Visible>,
    row_height: RwSignal<f64>,
}

impl Glass {
    /// A window on these customers; `body` is the table's body.
    pub fn over(shown: Memo<std::sync::Arc<Vec<CustomerId>>>, body: NodeRef<html::Tbody>) -> Self {
        let range = RwSignal::new((0, 4 * AROUND));
        let row_height = RwSignal::new(ROW);
        let visible = Memo::new(move |_| {
            let (first, count) = range.get();
            shown.with(|all| {
                let first = first.min(all.len().saturating_sub(count));
                let ids = all.iter().skip(first).take(count).copied().collect();
                Visible { first, ids, total: all.len() }
            })
        });
        let look = move || {
            let Some(body) = body.get_untracked() else { return };
            let place = measure::rect(&body);
            let height = visible.with_untracked(|visible| {
                measured(visible, place.height, row_height.get_untracked())
            });
            if (height - row_height.get_untracked()).abs() > 0.25 {
                row_height.set(height);
            }
            let seen = seen(place.top, measure::window_size().height, height);
            if range.get_untracked() != seen {
                range.set(seen);
            }
        };
        Effect::new(move |_| {
            if body.get().is_some() {
                look();
            }
        });
        let watch = StoredValue::new_local(Some(measure::on_viewport(look)));
        on_cleanup(move || watch.set_value(None));
        Self { visible, row_height }
    }

    /// The pixels above and below that stand for the rows left out.
    pub fn room(&self) -> (f64, f64) {
        let (above, below) = self.visible.with(Visible::left_out);
        let height = self.row_height.get();
        (above as f64 * height, below as f64 * height)
    }
}

/// The height of one row, from the height of the body without what stands for rows left out.
fn measured(visible: &Visible, body: f64, so_far: f64) -> f64 {
    let (above, below) = visible.left_out();
    let drawn = body - (above + below) as f64 * so_far;
    let height = drawn / visible.ids.len() as f64;
    if visible.ids.is_empty() || !(16.0..=240.0).contains(&height) { so_far } else { height }
}

/// The first row to draw and how many, for a body that begins at `top` of the screen.
fn seen(top: f64, screen: f64, row: f64) -> (usize, usize) {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let rows = |pixels: f64| (pixels / row).clamp(0.0, 1e7) as usize;
    let first = rows(-top).saturating_sub(AROUND) / STEP * STEP;
    (first, rows(screen) + 2 * AROUND + STEP)
}
