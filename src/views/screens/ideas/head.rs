//! Above the ideas: title, search, the main action; the parts; order and filters.

use leptos::prelude::*;

use super::view_state::IdeasView;
use crate::{
    domain::{IdeaFilter, IdeaSort},
    route::IdeasPart,
    views::{
        parts::{Icon, MenuItem, OpenMenu},
        shell::use_menu,
        ui::{Dialog, IdeaDialog, IdeaSeed},
        wording::Language,
    },
};

/// Title, search and the main action.
pub fn head(view: IdeasView) -> AnyView {
    let (ui, t) = (view.ui, view.t);
    let part = Memo::new(move |_| view.query.with(|query| query.part));
    let has_search = move || matches!(part.get(), IdeasPart::Board | IdeasPart::List);
    let searching = RwSignal::new(false);
    let text = move || view.query.with(|query| query.filter.text.clone());
    let search = move |event| view.refine(|query| query.filter.text = event_target_value(&event));
    let action = move || {
        let (word, dialog) = match part.get() {
            IdeasPart::Polls => (t.ideas_poll_new(), IdeaDialog::Poll(None)),
            IdeasPart::Groups => (t.ideas_group_new(), IdeaDialog::Group(None)),
            _ => (t.ideas_new(), IdeaDialog::New(IdeaSeed::default())),
        };
        view! {
            <button
                class="button primary"
                data-testid="new-idea"
                on:click=move |_| ui.open(Dialog::Idea(dialog.clone()))
            >
                {word}
            </button>
        }
    };
    let search_field = move || {
        has_search().then(|| {
            view! {
                <label class="search-field" class:is-open=searching>
                    <Icon name="search"/>
                    <span class="visually-hidden">{t.ideas_search()}</span>
                    <input
                        id="search"
                        type="search"
                        data-testid="search"
                        placeholder=t.ideas_search()
                        prop:value=text
                        on:input=search
                    />
                    <kbd class="key" aria-hidden="true">"/"</kbd>
                </label>
                <button
                    class="icon-button phone-only"
                    aria-label=t.ideas_search()
                    aria-expanded=move || searching.get().to_string()
                    on:click=move |_| searching.update(|open| *open = !*open)
                >
                    <Icon name="search"/>
                </button>
                <button
                    class="icon-button phone-only"
                    aria-label=t.ideas_arrange()
                    on:click=move |_| ui.open(Dialog::Idea(IdeaDialog::Arrange))
                >
                    <Icon name="filter"/>
                </button>
            }
        })
    };
    view! {
        <header class="page-head" class:is-searching=searching>
            <h1 class="title">{t.ideas_title()}</h1>
            <div class="actions">{search_field} {action}</div>
        </header>
    }
    .into_any()
}

/// The parts of the screen, order and filters.
pub fn toolbar(view: IdeasView) -> AnyView {
    let t = view.t;
    let part = Memo::new(move |_| view.query.with(|query| query.part));
    let tabs = [
        (IdeasPart::Board, t.ideas_title()),
        (IdeasPart::Roadmap, t.ideas_roadmap()),
        (IdeasPart::Polls, t.ideas_polls()),
        (IdeasPart::Groups, t.ideas_groups()),
        (IdeasPart::Report, t.ideas_report()),
    ];
    let tab = move |(to, word): (IdeasPart, &'static str)| {
        let is_here =
            move || part.get() == to || to == IdeasPart::Board && part.get() == IdeasPart::List;
        let href = move || {
            view.address(|query| {
                query.part = to;
                query.open = None;
            })
        };
        view! { <a href=href aria-current=move || is_here().then_some("true")>{word}</a> }
    };
    let tools = move || {
        matches!(part.get(), IdeasPart::Board | IdeasPart::List).then(|| tools(view, part.get()))
    };
    view! {
        <div class="toolbar">
            <nav class="tabs" aria-label=t.ideas_tabs()>{tabs.map(tab).collect_view()}</nav>
            <span class="spacer"></span>
            {tools}
        </div>
    }
    .into_any()
}

fn tools(view: IdeasView, part: IdeasPart) -> AnyView {
    let (ui, t, menu) = (view.ui, view.t, use_menu());
    let sort = move || t.idea_sort(view.query.with(|query| query.sort));
    let choose = move |event: leptos::ev::MouseEvent| {
        let here = view.query.with_untracked(|query| query.sort);
        let item = |sort: &IdeaSort| {
            let sort = *sort;
            MenuItem::choice(t.idea_sort(sort), sort == here, move || {
                view.refine(|query| query.sort = sort);
            })
            .with_test_id("idea-sort")
        };
        let items = IdeaSort::ALL.iter().map(item).collect();
        menu.set(Some(OpenMenu::at(&event, t.ideas_sort_label(), items)));
    };
    let clear = move |_| {
        view.refine(|query| {
            let text = std::mem::take(&mut query.filter.text);
            query.filter = IdeaFilter { text, ..IdeaFilter::default() };
        });
    };
    let set = move || {
        let words = view.query.with(|query| filter_words(view, t, &query.filter));
        (!words.is_empty()).then(|| {
            view! {
                <button class="chip is-set" data-testid="clear-filter" title=t.ideas_clear() on:click=clear>
                    {words.join(", ")}
                    <Icon name="close"/>
                    <span class="visually-hidden">{t.ideas_clear()}</span>
                </button>
            }
        })
    };
    let layout =
        [(IdeasPart::Board, "board", t.ideas_board()), (IdeasPart::List, "table", t.ideas_list())];
    let layout = layout.map(|(to, icon, word)| {
        let href = move || view.address(|query| query.part = to);
        view! {
            <a href=href aria-current=(to == part).then_some("true") aria-label=word title=word>
                <Icon name=icon/>
            </a>
        }
    });
    view! {
        {set}
        <button class="chip" data-testid="idea-order" aria-haspopup="menu" on:click=choose>
            {sort}
            <Icon name="down"/>
        </button>
        <button
            class="chip wide-only"
            data-testid="filter"
            on:click=move |_| ui.open(Dialog::Idea(IdeaDialog::Arrange))
        >
            <Icon name="filter"/>
            {t.ideas_filter()}
        </button>
        <nav class="segmented" aria-label=t.board_layout()>{layout.collect_view()}</nav>
    }
    .into_any()
}

/// What is set, as short words.
fn filter_words(view: IdeasView, t: Language, filter: &IdeaFilter) -> Vec<String> {
    let parts = [
        filter.state.map(|value| t.idea_state(value).to_owned()),
        filter.source.map(|value| t.idea_source(value).to_owned()),
        filter.category.map(|value| t.idea_category(value).to_owned()),
        filter.tag.clone(),
        filter.customer.map(|id| view.name_of(id)),
        filter.due.then(|| t.board_overdue().to_owned()),
    ];
    parts.into_iter().flatten().collect()
}
