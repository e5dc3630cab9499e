//! What was put away or put off, with the reason and the way back.

use std::sync::Arc;

use leptos::{prelude::*, web_sys};

use super::{
    deeds::Deeds,
    model::{Day, words},
};
use crate::{
    domain::{CustomerId, PutOff},
    route::Route,
    views::parts::part,
};

/// The folded list; nothing where there is nothing.
#[component]
pub fn Aside(deeds: Deeds, day: Memo<Arc<Day>>) -> impl IntoView {
    let (state, t) = (deeds.state, deeds.t);
    let aside = Memo::new(move |_| {
        day.track();
        let now = state.moment().now;
        state.with(|workspace| {
            let named = workspace.set_aside(now).into_iter().filter_map(|(id, off)| {
                Some((id, workspace.customer(id)?.details.name.clone(), off))
            });
            named.collect::<Vec<_>>()
        })
    });
    let is_open = RwSignal::new(false);
    part(move || {
        let lines: Vec<AnyView> =
            aside.get().into_iter().map(|(id, name, off)| line(deeds, id, name, off)).collect();
        let count = lines.len();
        let list = (count > 0).then(|| {
            view! {
                <details
                    class="due-aside"
                    data-testid="due-aside"
                    prop:open=is_open.get_untracked()
                    on:toggle=move |event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))
                >
                    <summary>{t.today_aside()} " " <span class="count">{t.number(count)}</span></summary>
                    <ul>{lines}</ul>
                </details>
            }
        });
        list.into_any()
    })
}

fn line(deeds: Deeds, id: CustomerId, name: String, off: PutOff) -> AnyView {
    let t = deeds.t;
    let today = deeds.in_days(0);
    let fate = words::fate(t, &off, &|day| t.day(day, today));
    let what = t.due_kind(off.kind);
    let label = t.today_take_up_label(&name, what);
    view! {
        <li data-testid="aside-row">
            <p>
                <a href=Route::Customer(id).to_string()>{name}</a>
                " "
                <span>{what}</span>
                <small>{fate}</small>
            </p>
            <button class="button small quiet" data-testid="take-up" aria-label=label on:click=move |_| deeds.take_up(id, &off)>
                {t.today_take_up()}
            </button>
        </li>
    }
    .into_any()
}
