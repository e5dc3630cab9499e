//! How much room the browser gives, and whether it promised not to clean up here.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    platform::room::{self, Room},
    views::{
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// Two facts, as far as the browser tells them.
#[component]
pub fn RoomFacts() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let room = RwSignal::new(None::<Room>);
    let lasts = RwSignal::new(None::<bool>);
    spawn_local(async move {
        let (found, promise) = (room::estimate().await, room::is_persisted().await);
        room.try_set(found);
        lasts.try_set(promise);
    });
    let ask = move |_| {
        spawn_local(async move {
            let granted = room::persist().await;
            lasts.try_set(Some(granted));
            if !granted {
                ui.warn(t.data_keeping_refused());
            }
        });
    };
    view! {
        {move || {
            room.get().map(|room| view! {
                <dt>{t.data_keeping_room()}</dt>
                <dd>{t.data_keeping_room_used(&size(t, room.most), &size(t, room.used))}</dd>
            })
        }}
        {move || {
            lasts.get().map(|lasts| view! {
                <dt>{t.data_keeping_lasts()}</dt>
                <dd>
                    {if lasts { t.data_keeping_granted() } else { t.data_keeping_not_granted() }}
                    {(!lasts)
                        .then(|| view! {
                            <button type="button" class="button" data-testid="persist" on:click=ask>
                                {t.data_keeping_ask()}
                            </button>
                        })}
                </dd>
            })
        }}
    }
}

/// A size in the largest unit that leaves a whole number before the mark.
fn size(t: Language, bytes: f64) -> String {
    let units = [(1e9, "GB"), (1e6, "MB"), (1e3, "KB")];
    let (by, unit) = units.into_iter().find(|(by, _)| bytes >= *by).unwrap_or((1e3, "KB"));
    let number = crate::platform::intl::number(t.tag(), bytes / by, u8::from(bytes / by < 10.0));
    [number.as_str(), "\u{a0}", unit].concat()
}
