//! The first look at what is stored: `public/early.js` has read it while the app was on its way.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::LocalStorageJournal;
use crate::storage::{journal::Journal, reading::Looked};

/// The function of the script that hands over what it read, once.
const HANDED_OVER: &str = "rapportEarly";

/// What is stored in a workspace, if reading is all that the start has to do. Call it once, and only
/// after listening to the other tabs: what they wrote while the app was on its way counts as unread.
pub async fn look(workspace: &str) -> Option<Looked> {
    let take = Reflect::get(&js_sys::global(), &HANDED_OVER.into()).ok()?;
    let take = take.dyn_into::<Function>().ok()?;
    let reading = take.call1(&JsValue::NULL, &workspace.into()).ok()?.dyn_into::<Promise>().ok()?;
    let read = JsFuture::from(reading).await.ok()?.dyn_into::<Array>().ok()?;
    let journal = LocalStorageJournal::open(workspace)?;
    if !journal.is_empty() {
        return None;
    }
    let (numbers, pages) = (Array::from(&read.get(0)), Array::from(&read.get(1)));
    let mut pages = numbers.iter().zip(pages.iter()).filter_map(|(number, page)| {
        let number = number.as_f64().filter(|number| (0.0..=255.0).contains(number))?;
        Some((number as u8, Uint8Array::new(&page).to_vec()))
    });
    Looked::of(&mut pages, journal.canary().as_deref())
}
