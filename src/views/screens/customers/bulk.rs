//! What can be done with all ticked customers at once; each deed is one step to undo.

use leptos::{ev::MouseEvent, prelude::*};

use super::{
    many::Many,
    selection::Selection,
    table::{Asked, grouping_of},
    tag_form::TagForm,
};
use crate::{
    domain::{Amount, ColumnKey, Grouping, Settings, Standing},
    route::Shelf,
    state::{AppState, use_state},
    views::{
        parts::{Icon, MenuItem, MenuMark, OpenMenu},
        shell::use_menu,
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// The bar below the table while something is ticked.
#[component]
pub fn BulkBar(
    /// What is asked for.
    asked: Asked,
    /// What is ticked.
    selection: Selection,
) -> impl IntoView {
    let is_open = Memo::new(move |_| selection.chosen.with(|chosen| !chosen.is_empty()));
    let in_trash = Memo::new(move |_| asked.shelf() == Shelf::Trash);
    let many = Many::of(selection);
    move || {
        is_open.get().then(|| {
            let deeds = if in_trash.get() {
                view! { <TrashDeeds many/> }.into_any()
            } else {
                view! { <BookDeeds many/> }.into_any()
            };
            view! { <Bar many selection>{deeds}</Bar> }
        })
    }
}

#[component]
fn Bar(many: Many, selection: Selection, children: Children) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    view! {
        <div class="bulk-place">
            <div class="bulk-bar" role="group" data-testid="bulk-bar" aria-label=t.customers_bulk()>
                <strong role="status">{move || summary(state, t, selection)}</strong>
                {children()}
                <button
                    type="button"
                    class="icon-button"
                    aria-label=t.customers_bulk_clear()
                    on:click=move |_| selection.clear()
                >
                    <Icon name="close"/>
                </button>
            </div>
            <p class="problem" role="alert">{move || many.problem.get()}</p>
        </div>
    }
}

/// How many, and what they are worth together.
fn summary(state: AppState, t: Language, selection: Selection) -> String {
    selection.chosen.with(|chosen| {
        state.with(|workspace| {
            let worths = chosen.iter().filter_map(|id| workspace.customer(*id)?.details.worth);
            let sum = worths.fold(Amount(0), |sum, worth| sum.plus(worth.amount));
            let count = t.customers_chosen(chosen.len());
            if sum.0 == 0 {
                return count;
            }
            [count.as_str(), ", ", &t.money(workspace.settings(), sum)].concat()
        })
    })
}

#[component]
fn BookDeeds(many: Many) -> impl IntoView {
    let t = use_words();
    let menu = use_menu();
    let tagging = RwSignal::new(false);
    let (ui, state) = (use_ui(), use_state());
    let phase = move |event: MouseEvent| {
        let items = phases(many, state, t, grouping_of(ui));
        menu.set(Some(OpenMenu::at(&event, t.customers_bulk_phase(), items)));
    };
    let standing = move |event: MouseEvent| {
        menu.set(Some(OpenMenu::at(&event, t.customers_bulk_standing(), standings(many, t))));
    };
    view! {
        <MenuButton word=t.axis_phase() test_id="bulk-phase" on_click=phase/>
        <MenuButton word=t.customers_bulk_standing() test_id="bulk-standing" on_click=standing/>
        <button
            type="button"
            class="button quiet"
            data-testid="bulk-tag"
            aria-expanded=move || tagging.get().to_string()
            on:click=move |_| tagging.update(|open| *open = !*open)
        >
            {t.customers_bulk_tag()}
        </button>
        <button
            type="button"
            class="button quiet"
            data-testid="bulk-trash"
            on:click=move |_| many.trash()
        >
            <Icon name="trash"/>
            {t.standing_trash()}
        </button>
        {move || tagging.get().then(|| view! { <TagForm many open=tagging/> })}
    }
}

#[component]
fn MenuButton(
    word: &'static str,
    test_id: &'static str,
    on_click: impl Fn(MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button quiet"
            aria-haspopup="menu"
            data-testid=test_id
            on:click=on_click
        >
            {word}
            <Icon name="down"/>
        </button>
    }
}

fn phases(many: Many, state: AppState, t: Language, grouping: Grouping) -> Vec<MenuItem> {
    state.peek(|workspace| {
        let settings = workspace.settings();
        let columns = grouping.columns(&settings.columns).into_iter();
        columns
            .map(|column| {
                let word = t.column(column, grouping, settings);
                let mark = MenuMark::Phase(phase_key(column, settings));
                MenuItem::action(word, "", move || many.move_to(grouping, column)).with_mark(mark)
            })
            .collect()
    })
}

/// The hue of a column.
fn phase_key(column: ColumnKey, settings: &Settings) -> &'static str {
    match column {
        ColumnKey::Phase(phase) => phase.key(),
        ColumnKey::Own(id) => {
            let own = settings.columns.iter().find(|own| own.id == id);
            own.map_or("", |own| own.phase.key())
        }
        _ => "",
    }
}

fn standings(many: Many, t: Language) -> Vec<MenuItem> {
    let item = |standing: Standing| {
        MenuItem::action(t.standing(standing), "", move || many.set_standing(standing))
    };
    Standing::ALL.iter().copied().map(item).collect()
}

#[component]
fn TrashDeeds(many: Many) -> impl IntoView {
    let t = use_words();
    view! {
        <button
            type="button"
            class="button quiet"
            data-testid="bulk-restore"
            on:click=move |_| many.restore()
        >
            <Icon name="undo"/>
            {t.customers_restore()}
        </button>
    }
}
