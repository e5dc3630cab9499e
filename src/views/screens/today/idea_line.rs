//! One line: an idea that waits for a decision. It is decided where it stands, on its own page.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{
    line::urgency,
    model::{Undecided, words},
};
use crate::{
    route::{IdeasQuery, Route},
    views::{parts::Icon, wording::Language},
};

/// Draws the line.
pub fn idea_line(t: Language, idea: &Undecided, today: NaiveDate) -> AnyView {
    let href = Route::Ideas(IdeasQuery::on(idea.id)).to_string();
    let name = t.today_tick(t.today_do_decision(), &idea.title, t.today_what_decision());
    view! {
        <li class="due-row" data-testid="due-idea">
            <a class="tick" href=href.clone() aria-label=name>
                <Icon name="ideas"/>
            </a>
            <div class="due-text">
                <p>
                    <a class="due-who" href=href.clone()>{idea.title.clone()}</a>
                    " "
                    <span>{t.today_what_decision()}</span>
                </p>
                <p class="due-why">{words::behind(t, idea, &|day| t.day(day, today))}</p>
            </div>
            <span class="rhythm"></span>
            <span class="due-mood"></span>
            <p class="due" data-due=urgency(idea.state)>
                <Icon name="ideas"/>
                {t.day_due(idea.on, today)}
            </p>
            <a class="button small" href=href>{t.today_do_decision()}</a>
            <span class="due-more"></span>
        </li>
    }
    .into_any()
}
