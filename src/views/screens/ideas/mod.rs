//! Customers who shape the product: ideas as a board or a list, the roadmap, polls, community
//! groups, and what came of it all.

mod board;
mod board_keys;
mod card;
mod column;
mod customer_block;
mod dialogs;
mod fields;
mod group;
mod group_log;
mod groups;
mod head;
mod launch;
mod lift;
mod list;
mod panel;
mod poll;
mod polls;
mod prose_view;
mod report;
mod roadmap;
mod talk;
mod view_state;
mod voices;

use leptos::prelude::*;

pub use self::{customer_block::ideas_of_customer, dialogs::idea_dialog};

use self::view_state::IdeasView;
use crate::{
    domain::Workspace,
    route::{IdeasPart, IdeasQuery},
    views::{
        parts::Icon,
        ui::{Dialog, IdeaDialog, IdeaSeed},
    },
};

/// The screen.
pub fn ideas_screen(query: Memo<IdeasQuery>) -> AnyView {
    let view = IdeasView::new(query);
    let part = Memo::new(move |_| query.with(|query| query.part));
    let is_empty = Memo::new(move |_| view.state.with(|ws| ws.ideas().next().is_none()));
    let content = move || match part.get() {
        IdeasPart::Polls => polls::polls(view),
        IdeasPart::Groups => groups::groups(view),
        _ if is_empty.get() => empty(view),
        IdeasPart::Board => board::board(view),
        IdeasPart::List => list::list(view),
        IdeasPart::Roadmap => roadmap::roadmap(view),
        IdeasPart::Report => report::report(view),
    };
    let has_panel = Memo::new(move |_| {
        let shows_ideas = !matches!(part.get(), IdeasPart::Polls | IdeasPart::Groups);
        view.open_idea().filter(|_| shows_ideas)
    });
    view! {
        {head::head(view)}
        {head::toolbar(view)}
        <div class="ideas-page" data-testid="ideas-page" class:has-panel=move || has_panel.get().is_some()>
            <div class="ideas-content">{content}</div>
            {move || has_panel.get().map(|id| panel::panel(view, id))}
        </div>
    }
    .into_any()
}

fn empty(view: IdeasView) -> AnyView {
    let (ui, t) = (view.ui, view.t);
    let is_blank = view.state.peek(Workspace::is_empty);
    let load_sample = crate::start::sample_loader(ui, view.state);
    view! {
        <div class="empty-state">
            <Icon name="ideas"/>
            <h2>{t.ideas_empty_title()}</h2>
            <p>{t.ideas_empty_text()}</p>
            <p class="actions">
                <button
                    class="button primary"
                    data-testid="first-idea"
                    on:click=move |_| ui.open(Dialog::Idea(IdeaDialog::New(IdeaSeed::default())))
                >
                    {t.ideas_new()}
                </button>
                {is_blank.then(|| view! {
                    <button class="button quiet" on:click=move |_| load_sample()>{t.board_empty_sample()}</button>
                })}
            </p>
        </div>
    }
    .into_any()
}
