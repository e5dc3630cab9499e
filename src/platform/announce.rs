//! Says things to people who do not see them happen (moves on the board, results of a search).

use std::cell::RefCell;

use super::{
    document,
    listener::{Timer, after},
};

/// Screen readers miss a change that comes together with the clearing before it.
const PAUSE_MS: u32 = 100;

thread_local! {
    static WAITING: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static PAUSE: RefCell<Option<Timer>> = const { RefCell::new(None) };
}

/// Says the sentence politely through `#announcer`. The region is cleared first, so that the same
/// sentence is spoken again; sentences that come together are spoken one after the other.
pub fn announce(sentence: &str) {
    WAITING.with_borrow_mut(|waiting| waiting.push(sentence.to_owned()));
    write("");
    let pause = after(PAUSE_MS, || {
        let waiting = WAITING.with_borrow_mut(std::mem::take);
        write(&waiting.join(" "));
    });
    PAUSE.set(Some(pause));
}

fn write(text: &str) {
    if let Some(region) = document().and_then(|document| document.get_element_by_id("announcer")) {
        region.set_text_content(Some(text));
    }
}
