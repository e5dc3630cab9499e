//! The main areas: a sidebar on a desk, a rail on a tablet, a bar at the foot of a phone. A screen
//! that does not exist yet is not in it.

use leptos::{ev::MouseEvent, prelude::*, task::spawn_local};

use super::{save_mark::SaveMark, use_menu};
use crate::{
    domain::{Standing, Workspace},
    platform::listener,
    route::Route,
    start,
    state::use_state,
    views::{
        chunks,
        parts::{Icon, MenuItem, OpenMenu, maybe, part, words},
        ui::{Dialog, Stock, Theme, use_ui, use_words},
    },
};

/// The sidebar.
#[component]
pub fn Sidebar() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let next_theme = move |_| {
        ui.dress(match ui.theme.get_untracked() {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        });
    };
    let theme_label = words(move || {
        match ui.theme.get() {
            Theme::System => t.shell_theme_system(),
            Theme::Light => t.shell_theme_light(),
            Theme::Dark => t.shell_theme_dark(),
        }
        .to_owned()
    });
    view! {
        <header class="sidebar">
            <div class="sidebar-inner">
                <a class="brand" href="#/board" aria-label="Rapport">
                    <svg viewBox="0 0 24 20" fill="none" stroke-width="2.5" stroke-linecap="round" aria-hidden="true">
                        <path d="M2 4.5c6 0 7 3.5 11 3.5h9" stroke="var(--strand-ours)"></path>
                        <path d="M2 16.5c6 0 7-4 11-4h9" stroke="var(--mood-5)"></path>
                    </svg>
                    <span>"Rapport"</span>
                </a>
                <WorkspaceName/>
                <nav aria-label=t.shell_areas()>
                    <ul class="nav-list">
                        <NavLink to=Area::Today/>
                        <NavLink to=Area::Board/>
                        <NavLink to=Area::Customers/>
                        <NavLink to=Area::Ideas/>
                        <NavLink to=Area::Data/>
                    </ul>
                </nav>
                <div class="sidebar-foot">
                    <SaveMark/>
                    <button class="icon-button small" data-testid="theme-toggle" aria-label=theme_label title=theme_label on:click=next_theme>
                        <Icon name="theme"/>
                    </button>
                </div>
            </div>
        </header>
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Area {
    Today,
    Board,
    Customers,
    Ideas,
    Data,
}

impl Area {
    fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Today => Some(Self::Today),
            Route::Board(_) | Route::Customer(_) => Some(Self::Board),
            Route::Customers(_) => Some(Self::Customers),
            Route::Ideas(_) => Some(Self::Ideas),
            Route::Data => Some(Self::Data),
            _ => None,
        }
    }
}

#[component]
fn NavLink(to: Area) -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let (href, icon, label) = match to {
        Area::Today => ("#/today", "today", t.today_title()),
        Area::Board => ("#/board", "relations", t.board_title()),
        Area::Customers => ("#/customers", "people", t.shell_customers()),
        Area::Ideas => ("#/ideas", "ideas", t.ideas_title()),
        Area::Data => ("#/data", "data", t.shell_data()),
    };
    let is_here = move || ui.route.with(|route| Area::of(route) == Some(to));
    let due = (to == Area::Today).then(due_count);
    let count = Memo::new(move |_| {
        if let Some(due) = due {
            return due.get();
        }
        state.with(|workspace| {
            let kept = workspace.in_order().filter(|card| !card.customer.is_trashed());
            match to {
                Area::Board => kept.filter(|c| c.customer.standing == Standing::Active).count(),
                Area::Customers => kept.count(),
                Area::Ideas => workspace.ideas().filter(|card| card.idea.counts()).count(),
                Area::Today | Area::Data => 0,
            }
        })
    });
    view! {
        <li>
            <a href=href title=label aria-current=maybe(move || is_here().then_some("page"))>
                <Icon name=icon/>
                <span>{label}</span>
                {part(move || (count.get() > 0).then(|| view! { <span class="count">{t.number(count.get())}</span> }).into_any())}
            </a>
        </li>
    }
}

/// What is late or due today, counted when the browser has nothing else to do: the board comes first.
fn due_count() -> RwSignal<usize> {
    let state = use_state();
    let count = RwSignal::new(0);
    let waiting = StoredValue::new_local(None);
    let look = move || {
        spawn_local(async move {
            let now = state.moment().now;
            // Where the part could not be fetched there is no number.
            if let Ok(due) = chunks::count_due(state.peek(Workspace::clone), now).await {
                count.try_set(due);
            }
        });
    };
    Effect::new(move |_| {
        state.today();
        state.workspace().track();
        waiting.set_value(Some(listener::idle(look)));
    });
    count
}

/// Whose customers these are; the sample says so and can be removed at once.
#[component]
fn WorkspaceName() -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let name = words(move || {
        let name = state.with(|workspace| workspace.settings().name.clone());
        if name.is_empty() { t.shell_own_stock().to_owned() } else { name }
    });
    view! {
        <div class="workspace">
            <strong>{name}</strong>
            <SampleMark/>
        </div>
    }
}

/// Says that this is the sample, and removes it.
#[component]
fn SampleMark() -> impl IntoView {
    let (ui, state, t) = (use_ui(), use_state(), use_words());
    let remove = start::sample_remover(ui, state);
    part(move || {
        let remove = remove.clone();
        let mark = (ui.stock.get() == Stock::Sample).then(|| {
            view! {
                <p data-testid="sample-mark">
                    {t.shell_sample()}
                    <button class="text-button" data-testid="remove-sample-now" on:click=move |_| remove()>
                        {t.shell_remove()}
                    </button>
                </p>
            }
        });
        mark.into_any()
    })
}

/// The same above the screen, where the sidebar has no room for words.
#[component]
pub fn SampleNote() -> impl IntoView {
    view! {
        <div class="sample-note">
            <SampleMark/>
        </div>
    }
}

/// The bar at the foot of a phone, with the contact in the middle under the thumb.
#[component]
pub fn BottomNav() -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let link = move |to: Area, href, icon, label| {
        let is_here = move || ui.route.with(|route| Area::of(route) == Some(to));
        view! {
            <a href=href aria-current=maybe(move || is_here().then_some("page"))>
                <Icon name=icon/>
                {label}
            </a>
        }
    };
    let capture = move |_| {
        let customer = ui.route.with_untracked(|route| match route {
            Route::Customer(id) => Some(*id),
            _ => None,
        });
        ui.open(Dialog::LogContact(customer));
    };
    let menu = use_menu();
    let more = move |event: MouseEvent| {
        let go = move |address: &'static str, icon, word: &str| {
            MenuItem::action(word, icon, move || ui.go(Route::parse(address)))
        };
        let find = move || ui.open(Dialog::Palette);
        let items = vec![
            go("#/customers", "people", t.shell_customers()),
            go("#/data", "data", t.shell_data()),
            MenuItem::action(t.shell_find(), "search", find).with_test_id("open-palette"),
        ];
        menu.set(Some(OpenMenu::at(&event, t.shell_more(), items)));
    };
    view! {
        <nav class="bottom-nav" aria-label=t.shell_areas_below()>
            {link(Area::Today, "#/today", "today", t.today_title())}
            {link(Area::Board, "#/board", "relations", t.board_title())}
            <button class="capture" type="button" data-testid="capture" on:click=capture>
                <Icon name="plus"/>
                {t.shell_contact()}
            </button>
            {link(Area::Ideas, "#/ideas", "ideas", t.ideas_title())}
            <button type="button" data-testid="more-areas" aria-haspopup="menu" on:click=more>
                <Icon name="more"/>
                {t.shell_more()}
            </button>
        </nav>
    }
}
