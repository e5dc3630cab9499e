//! Messages between the tabs of one workspace. They may come late or twice, and carry no data:
//! only that something changed and where.

use wasm_bindgen::JsValue;
use web_sys::{BroadcastChannel, MessageEvent};

use super::listener::{Listener, Options, listen};

/// A channel to the other tabs; closed on drop. Works with blocked storage. In a browser without
/// it, nothing is said and nothing is heard.
#[must_use = "the channel closes as soon as this is dropped"]
pub struct Channel(Option<Open>);

struct Open {
    channel: BroadcastChannel,
    _messages: Listener,
}

impl Channel {
    /// Opens `rapport-<workspace>`. Hears the texts of other tabs, never its own.
    pub fn open(workspace: &str, mut on_message: impl FnMut(String) + 'static) -> Self {
        let open = BroadcastChannel::new(&format!("rapport-{workspace}")).ok().map(|channel| {
            let messages =
                listen(&channel, "message", Options::default(), move |event: MessageEvent| {
                    if let Some(text) = event.data().as_string() {
                        on_message(text);
                    }
                });
            Open { channel, _messages: messages }
        });
        Self(open)
    }

    /// Tells the other tabs.
    pub fn post(&self, message: &str) {
        if let Some(open) = &self.0 {
            // Refused only by a closed channel.
            let _ = open.channel.post_message(&JsValue::from_str(message));
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(open) = &self.0 {
            open.channel.close();
        }
    }
}
