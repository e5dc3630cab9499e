//! A menu beside the button that opened it: arrows, Escape, and the focus goes back.

use leptos::{ev, html, prelude::*, web_sys};
use wasm_bindgen::JsCast;

use super::{Icon, part};
use crate::{
    figures::band::tenths,
    platform::{
        listener::{Options, on_window},
        measure::{self, Rect},
    },
};

/// What stands before an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum MenuMark {
    /// Nothing.
    #[default]
    None,
    /// An icon.
    Icon(&'static str),
    /// The hue of a phase, by its key.
    Phase(&'static str),
}

/// One line of a menu.
#[derive(Clone)]
pub struct MenuItem {
    label: String,
    hint: String,
    mark: MenuMark,
    checked: Option<bool>,
    starts_group: bool,
    test_id: &'static str,
    action: Callback<()>,
}

impl MenuItem {
    /// An action with an icon.
    pub fn action(
        label: impl Into<String>,
        icon: &'static str,
        action: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self {
            label: label.into(),
            hint: String::new(),
            mark: MenuMark::Icon(icon),
            checked: None,
            starts_group: false,
            test_id: "menu-item",
            action: Callback::new(move |()| action()),
        }
    }

    /// A choice of one.
    pub fn choice(
        label: impl Into<String>,
        is_chosen: bool,
        action: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let item = Self::action(label, "", action);
        Self { mark: MenuMark::None, checked: Some(is_chosen), ..item }
    }

    /// The same with a line above it.
    pub fn after_line(self) -> Self {
        Self { starts_group: true, ..self }
    }

    /// The same with a quiet word at the end.
    pub fn with_hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// The same with a mark before it.
    pub fn with_mark(self, mark: MenuMark) -> Self {
        Self { mark, ..self }
    }

    /// The same with a stable handle.
    pub fn with_test_id(self, test_id: &'static str) -> Self {
        Self { test_id, ..self }
    }
}

/// A menu that is open: where, and what it offers.
#[derive(Clone)]
pub struct OpenMenu {
    beside: Rect,
    title: String,
    items: Vec<MenuItem>,
}

impl OpenMenu {
    /// A menu at the button that a click or key came from.
    pub fn at(event: &web_sys::Event, title: impl Into<String>, items: Vec<MenuItem>) -> Self {
        let button = event.current_target().and_then(|target| target.dyn_into().ok());
        let beside = button.as_ref().map(measure::rect).unwrap_or_default();
        Self { beside, title: title.into(), items }
    }

    /// A menu beside an element.
    pub fn beside(
        element: &web_sys::Element,
        title: impl Into<String>,
        items: Vec<MenuItem>,
    ) -> Self {
        Self { beside: measure::rect(element), title: title.into(), items }
    }
}

/// The place where the open menu appears; part of the page once.
#[component]
pub fn Menu(
    /// The open menu.
    open: RwSignal<Option<OpenMenu>>,
) -> impl IntoView {
    let close = Callback::new(move |()| open.set(None));
    part(move || open.get().map(|menu| view! { <MenuBox menu on_close=close/> }).into_any())
}

#[component]
fn MenuBox(menu: OpenMenu, on_close: Callback<()>) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let opener = StoredValue::new_local(measure::focused());
    let beside = menu.beside;
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            place(&list, beside);
            focus_item(&list, 0);
        }
    });
    let close = move || {
        if let Some(opener) = opener.get_value() {
            measure::focus(&opener);
        }
        on_close.run(());
    };
    let outside =
        on_window("pointerdown", Options::default(), move |event: web_sys::PointerEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            if list.get_untracked().is_some_and(|list| !list.contains(target.as_ref())) {
                on_close.run(());
            }
        });
    let _outside = StoredValue::new_local(outside);
    let steer = move |event: ev::KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        let here = focused_item(&list);
        event.stop_propagation();
        match event.key().as_str() {
            "ArrowDown" => focus_item(&list, here + 1),
            "ArrowUp" => focus_item(&list, here - 1),
            "Home" => focus_item(&list, 0),
            "End" => focus_item(&list, -1),
            "Escape" | "Tab" => close(),
            _ => return,
        }
        event.prevent_default();
    };
    let items = menu.items.into_iter().map(|item| line(item, on_close, opener)).collect_view();
    let title = menu.title.clone();
    view! {
        <div class="menu is-placed" role="menu" aria-label=menu.title node_ref=list on:keydown=steer>
            <p class="menu-title" role="presentation">{title}</p>
            {items}
        </div>
    }
}

fn line(
    item: MenuItem,
    on_close: Callback<()>,
    opener: StoredValue<Option<web_sys::Element>, LocalStorage>,
) -> impl IntoView {
    let role = if item.checked.is_some() { "menuitemradio" } else { "menuitem" };
    let mark = match item.mark {
        MenuMark::None | MenuMark::Icon("") => None,
        MenuMark::Icon(name) => Some(view! { <Icon name/> }.into_any()),
        MenuMark::Phase(phase) => {
            Some(view! { <span class="phase-mark" data-phase=phase></span> }.into_any())
        }
    };
    let choose = move |_| {
        if let Some(opener) = opener.get_value() {
            measure::focus(&opener);
        }
        on_close.run(());
        item.action.run(());
    };
    view! {
        {item.starts_group.then(|| view! { <hr/> })}
        <button
            role=role
            tabindex="-1"
            data-testid=item.test_id
            aria-checked=item.checked.map(|checked| checked.to_string())
            on:click=choose
        >
            {mark}
            {item.label}
            {(!item.hint.is_empty()).then(|| view! { <small>{item.hint}</small> })}
        </button>
    }
}

/// Below the button, its end at the button's end; above it, or further in, where there is no room.
fn place(menu: &web_sys::HtmlElement, beside: Rect) {
    let (size, window) = (measure::rect(menu), measure::window_size());
    let below = beside.top + beside.height + GAP;
    let fits_below = below + size.height + GAP <= window.height;
    let top = if fits_below { below } else { (beside.top - size.height - GAP).max(GAP) };
    let wanted = beside.left + beside.width - size.width;
    let left = if wanted < GAP { beside.left } else { wanted };
    let left = left.clamp(GAP, (window.width - size.width - GAP).max(GAP));
    let place = [
        "inset-inline-start: ",
        &tenths(left as f32),
        "px; inset-block-start: ",
        &tenths(top as f32),
        "px",
    ]
    .concat();
    // Setting a well-formed attribute cannot be refused.
    let _ = menu.set_attribute("style", &place);
}

/// Pixels between a menu and whatever is next to it.
const GAP: f64 = 4.0;

fn items(menu: &web_sys::HtmlElement) -> Vec<web_sys::Element> {
    let Ok(found) = menu.query_selector_all("button") else { return Vec::new() };
    let nodes = (0..found.length()).filter_map(|at| found.get(at));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

fn focused_item(menu: &web_sys::HtmlElement) -> i32 {
    let focused = measure::focused();
    let place = items(menu).iter().position(|item| Some(item) == focused.as_ref());
    place.and_then(|place| i32::try_from(place).ok()).unwrap_or(0)
}

/// Focuses an item; places before the first and after the last go round.
fn focus_item(menu: &web_sys::HtmlElement, to: i32) {
    let items = items(menu);
    let Ok(count) = i32::try_from(items.len()) else { return };
    if count == 0 {
        return;
    }
    let place = usize::try_from(to.rem_euclid(count)).unwrap_or(0);
    if let Some(item) = items.get(place) {
        measure::focus(item);
    }
}
