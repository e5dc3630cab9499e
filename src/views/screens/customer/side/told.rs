//! Arguments that were told and those that were not yet, and what goes with what they bought.

use leptos::prelude::*;

use super::section::{Opens, section};
use crate::{
    domain::{Argument, Customer, MatterId, MatterKind, NewIds, Telling, Workspace},
    platform::announce::announce,
    state::{AppState, Done, use_state},
    views::{parts::Icon, ui::use_words, wording::Language},
};

/// The blocks; nothing without an argument or a product.
pub fn told(workspace: &Workspace, customer: &Customer) -> Vec<AnyView> {
    let t = use_words();
    let all = workspace.arguments(customer);
    let (told, untold): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.told.is_some());
    let mut blocks = Vec::new();
    if !told.is_empty() || !untold.is_empty() {
        let rows: Vec<AnyView> = untold.into_iter().map(|one| row(t, customer, one)).collect();
        let said: Vec<AnyView> =
            told.iter().map(|one| view! { <li>{one.text.clone()}</li> }.into_any()).collect();
        let count = t.record_told_count(told.len());
        let content = view! {
            <ul class="checklist untold" data-testid="untold">{rows}</ul>
            {(!said.is_empty())
                .then(|| {
                    view! {
                        <details class="fold">
                            <summary>
                                <Icon name="right"/>
                                {t.record_told()}
                            </summary>
                            <ul class="rows" data-testid="told">{said}</ul>
                        </details>
                    }
                })}
        };
        let add = Opens::new_matter(customer.id, MatterKind::Argument, t);
        blocks.push(section(t.record_untold(), count, Some(add), content.into_any()));
    }
    let fits = workspace.goes_with(customer);
    if !fits.is_empty() {
        let rows: Vec<AnyView> = fits
            .into_iter()
            .map(|(_, product)| {
                view! {
                    <li>
                        <span>{product.title.clone()}</span>
                        <small>{product.synergy.clone()}</small>
                    </li>
                }
                .into_any()
            })
            .collect();
        let list = view! { <ul class="rows">{rows}</ul> }.into_any();
        blocks.push(section(t.record_goes_with(), String::new(), None, list));
    }
    blocks
}

fn row(t: Language, customer: &Customer, one: Telling) -> AnyView {
    let (state, id) = (use_state(), customer.id);
    let label = t.record_tell(&one.text);
    let text = one.text.clone();
    view! {
        <li data-answer="open">
            <button
                class="tick"
                data-testid="tell"
                aria-label=label
                on:click=move |_| tell(state, t, id, &one)
            >
                <Icon name="check"/>
            </button>
            <span>{text}</span>
        </li>
    }
    .into_any()
}

fn tell(state: AppState, t: Language, id: crate::domain::CustomerId, one: &Telling) {
    let result = state.commit(Done::Recorded(MatterKind::Argument), |ws, moment| {
        let at = one.matter.unwrap_or_else(|| MatterId(moment.next()));
        let told = Argument { title: one.text.clone(), told: Some(moment.today()) };
        ws.put_matter(id, at, told.into())
    });
    if let Err(refusal) = result {
        announce(t.refusal(refusal));
    }
}
