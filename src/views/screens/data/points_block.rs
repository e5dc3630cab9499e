//! Earlier states to go back to, each looked at first.

use leptos::{prelude::*, task::spawn_local};

use super::{block::Block, points_preview::Preview};
use crate::{
    platform::clock,
    state::{Cause, Point, PointError, use_state},
    views::{
        parts::Icon,
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// The restore points, newest first.
#[component]
pub fn PointsBlock() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let points = RwSignal::new(None::<Result<Vec<Point>, PointError>>);
    let looked_at = RwSignal::new(None::<Point>);
    let load = move || {
        if let Some(book) = state.book() {
            spawn_local(async move {
                let found = book.points().await;
                points.try_set(Some(found));
            });
        }
    };
    Effect::new(move |_| {
        ui.stock.track();
        looked_at.set(None);
        load();
    });
    let make = move |_| {
        spawn_local(async move {
            match state.keep_point(Cause::Routine).await {
                Ok(_) => ui.warn(t.data_points_made()),
                Err(_) => ui.warn(t.data_points_not_made()),
            }
            load();
        });
    };
    let list = move || match points.get() {
        None => ().into_any(),
        Some(Err(_)) => view! { <p>{t.data_points_no_shelf()}</p> }.into_any(),
        Some(Ok(found)) if found.is_empty() => view! { <p>{t.data_points_none()}</p> }.into_any(),
        Some(Ok(found)) => {
            let lines = found.into_iter().map(|point| line(t, point, looked_at)).collect_view();
            view! { <ul class="points" data-testid="points">{lines}</ul> }.into_any()
        }
    };
    let preview = move || looked_at.get().map(|point| view! { <Preview point looked_at/> });
    view! {
        <Block id="data-points" title=t.data_points_title() hint=t.data_points_hint()>
            {list}
            {preview}
            <p class="actions">
                <button type="button" class="button" data-testid="make-point" on:click=make>
                    <Icon name="rhythm"/>
                    {t.data_points_now()}
                </button>
            </p>
        </Block>
    }
}

fn line(t: Language, point: Point, looked_at: RwSignal<Option<Point>>) -> AnyView {
    let when = when(t, &point);
    let cause = match point.cause {
        Cause::Routine => t.data_points_routine(),
        Cause::Import => t.data_points_import(),
        Cause::Restore => t.data_points_restore(),
        Cause::Upgrade => t.data_points_upgrade(),
    };
    let more = [t.data_points_files(point.files).as_str(), ", ", cause].concat();
    let label = t.data_points_look_at(&when);
    view! {
        <li data-testid="point">
            <span><strong>{when}</strong> " " <small>{more}</small></span>
            <button
                type="button"
                class="button quiet"
                aria-label=label
                on:click=move |_| looked_at.set(Some(point.clone()))
            >
                {t.data_points_look()}
            </button>
        </li>
    }
    .into_any()
}

/// When a point was made, as people say it.
pub fn when(t: Language, point: &Point) -> String {
    let made = clock::at(point.made_at);
    let day = t.day(made.date(), clock::today());
    [day.as_str(), ", ", &crate::platform::intl::time(t.tag(), made.time())].concat()
}
