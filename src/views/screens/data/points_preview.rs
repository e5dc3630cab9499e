//! What going back would change, before it is done.

use leptos::{prelude::*, task::spawn_local};

use super::points_block::when;
use crate::{
    domain::Workspace,
    platform::pause::breathe,
    state::{AppState, Cause, Point, file, use_state},
    views::{ui::use_words, wording::Language},
};

/// How many names are shown of each kind.
const NAMES_MAX: usize = 5;

/// How an earlier state differs from what is here: the names of whom it concerns.
#[derive(Clone, Default, Debug, PartialEq)]
struct Change {
    returning: Vec<String>,
    different: Vec<String>,
    going: Vec<String>,
    is_any: bool,
}

impl Change {
    fn between(now: &Workspace, then: &Workspace) -> Self {
        let mut change = Self { is_any: now.settings() != then.settings(), ..Self::default() };
        for id in then.changed_since(now) {
            change.is_any = true;
            let name =
                |customer: &std::sync::Arc<crate::domain::Customer>| customer.details.name.clone();
            match (now.customer(id), then.customer(id)) {
                (None, Some(customer)) => change.returning.push(name(customer)),
                (Some(customer), None) => change.going.push(name(customer)),
                (Some(_), Some(customer)) => change.different.push(name(customer)),
                (None, None) => {}
            }
        }
        change
    }
}

/// The state of a point beside what is here.
#[component]
pub fn Preview(point: Point, looked_at: RwSignal<Option<Point>>) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let then = RwSignal::new(None::<Option<Workspace>>);
    let title = t.data_points_back_to(&when(t, &point));
    spawn_local(async move {
        let found = read(state, &point).await;
        then.try_set(Some(found));
    });
    let what = move || match then.get() {
        None => view! { <p>{t.data_backup_working()}</p> }.into_any(),
        Some(None) => view! { <p role="alert">{t.data_points_broken()}</p> }.into_any(),
        Some(Some(then)) => {
            let change = state.with(|now| Change::between(now, &then));
            if change.is_any {
                view! { <Choice change then looked_at/> }.into_any()
            } else {
                view! { <p>{t.data_points_same()}</p> }.into_any()
            }
        }
    };
    let label = title.clone();
    view! {
        <section class="file-found" data-testid="point-preview" aria-label=label>
            <p><strong>{title}</strong></p>
            {what}
            <p class="actions">
                <button
                    type="button"
                    class="button quiet"
                    on:click=move |_| looked_at.set(None)
                >
                    {t.data_cancel()}
                </button>
            </p>
        </section>
    }
}

async fn read(state: AppState, point: &Point) -> Option<Workspace> {
    let bytes = state.book()?.point(point).await.ok()?;
    breathe().await;
    file::read(&bytes).ok()?.workspace().ok()
}

#[component]
fn Choice(change: Change, then: Workspace, looked_at: RwSignal<Option<Point>>) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let go = move |_| go_back(state, then.clone(), looked_at);
    let lines = [
        (t.data_points_would_return(change.returning.len()), change.returning),
        (t.data_points_would_change(change.different.len()), change.different),
        (t.data_points_would_go(change.going.len()), change.going),
    ];
    let lines = lines.into_iter().filter(|(_, names)| !names.is_empty()).map(|(words, names)| {
        let names = shortened(t, names);
        view! { <li><strong>{words}</strong> " " <small>{names}</small></li> }
    });
    view! {
        <ul class="would">{lines.collect_view()}</ul>
        <p class="hint">{t.data_points_undoable()}</p>
        <p class="actions">
            <button type="button" class="button primary" data-testid="go-back" on:click=go>
                {t.data_points_go()}
            </button>
        </p>
    }
}

fn shortened(t: Language, mut names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMES_MAX);
    names.truncate(NAMES_MAX);
    if more > 0 {
        names.push(t.data_points_more(more));
    }
    names.join(", ")
}

fn go_back(state: AppState, then: Workspace, looked_at: RwSignal<Option<Point>>) {
    looked_at.set(None);
    spawn_local(async move {
        // Where it cannot be made the way back is still one step to undo.
        let _ = state.keep_point(Cause::Restore).await;
        state.go_back(then);
    });
}
