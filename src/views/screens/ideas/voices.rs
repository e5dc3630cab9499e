//! The customers behind an idea: who, how it came, whether they know what came of it.

use leptos::{ev, prelude::*};

use super::{
    fields::{Pick, choice},
    panel::Read,
    view_state::IdeasView,
};
use crate::{
    domain::{CustomerId, Idea, IdeaId, Voice, VoiceHow},
    route::Route,
    state::{Deed, Done},
    views::{
        parts::{CheckField, DayField, Icon, ViewStroke},
        ui::{Dialog, IdeaDialog},
    },
};

/// How many customers are shown at first.
const PART: usize = 6;

/// The customers behind an idea.
pub fn voices(view: IdeasView, id: IdeaId, read: Read) -> AnyView {
    let (ui, t) = (view.ui, view.t);
    let limit = RwSignal::new(PART);
    let count = Memo::new(move |_| read.with(|idea| idea.as_ref().map_or(0, |i| i.voices.len())));
    let sums = move || {
        let weight = view.weights.with(|weights| weights.of_idea(id));
        t.ideas_plain_and_weighted(&t.number(count.get()), &t.number(weight))
    };
    let shown = move || {
        let limit = limit.get();
        read.with(|idea| {
            let voices = idea.iter().flat_map(|idea| idea.voices.keys().copied());
            voices.take(limit).collect::<Vec<_>>()
        })
    };
    let more = move || {
        let hidden = count.get().saturating_sub(limit.get());
        (hidden > 0).then(|| view! {
            <button class="text-button" data-testid="more-voices" on:click=move |_| limit.update(|n| *n += 50)>
                {t.ideas_more(hidden.min(50))}
            </button>
        })
    };
    let open = Memo::new(move |_| {
        view.state.with(|ws| ws.idea_card(id).map_or(0, |card| card.untold.len()))
    });
    let tell = move || {
        let open = open.get();
        (open > 0).then(|| {
            view! {
                <p class="answers">
                    <button
                        class="button primary"
                        data-testid="tell"
                        on:click=move |_| ui.open(Dialog::Idea(IdeaDialog::Tell(id)))
                    >
                        {t.ideas_tell(open)}
                    </button>
                </p>
            }
        })
    };
    let nobody =
        move || (count.get() == 0).then(|| view! { <p class="quiet">{t.ideas_behind_none()}</p> });
    view! {
        <section class="block">
            <header><h3>{t.ideas_behind()}</h3><small data-testid="idea-sums">{sums}</small></header>
            {nobody}
            <ul class="voters" data-testid="voters">
                <For each=shown key=|id| *id let:customer>{voter(view, id, customer, read)}</For>
            </ul>
            {more}
            {tell}
            {form(view, id)}
        </section>
    }
    .into_any()
}

fn voter(view: IdeasView, id: IdeaId, customer: CustomerId, read: Read) -> AnyView {
    let t = view.t;
    let line = move || {
        let idea = read.get()?;
        let voice = *idea.voices.get(&customer)?;
        let today = view.state.today();
        let file = view.state.with(|ws| ws.customer(customer).cloned())?;
        let profile = &file.profile;
        let weight = view.weights.with(|weights| weights.of_customer(customer));
        let how = [t.voice_how(voice.how), ", ", &t.day(voice.on, today)].concat();
        let mention = (!voice.votes).then(|| [" · ", t.ideas_no_vote()].concat());
        let weight = [" · ", &t.ideas_weighs(&t.number(weight))].concat();
        let name = file.details.name.clone();
        let label = t.ideas_remove(&name);
        Some(view! {
            <ViewStroke view=profile.effective_view() intensity=profile.intensity.unwrap_or(crate::domain::Intensity::Loose)/>
            <span>
                <a href=Route::Customer(customer).to_string()>{name}</a>
                <small>{how} {mention} {weight}</small>
            </span>
            {told(view, &idea, customer)}
            <button
                class="icon-button small"
                data-testid="remove-voice"
                aria-label=label
                on:click=move |_| remove(view, id, customer)
            >
                <Icon name="close"/>
            </button>
        })
    };
    view! { <li>{line}</li> }.into_any()
}

fn told(view: IdeasView, idea: &Idea, customer: CustomerId) -> AnyView {
    let (t, today) = (view.t, view.state.today());
    let is_open = idea.untold().any(|open| open == customer);
    if is_open {
        return view! { <span class="due" data-due="today"><Icon name="mail"/>{t.ideas_not_told()}</span> }
            .into_any();
    }
    let told = idea.told.get(&customer).map(|told| {
        let words = t.ideas_told_on(t.channel(told.how), &t.day(told.on, today));
        view! { <span class="due"><Icon name="check"/>{words}</span> }
    });
    told.into_any()
}

fn remove(view: IdeasView, id: IdeaId, customer: CustomerId) {
    let done = Done::Shaped(view.title_of(id), Deed::VoiceGone);
    // Who is gone already needs no removing.
    let _ = view.state.commit(done, |ws, _| ws.remove_voice(id, customer));
}

/// Enters a customer's voice.
fn form(view: IdeasView, id: IdeaId) -> AnyView {
    let (state, ui, t) = (view.state, view.ui, view.t);
    let who = Pick::new("voice-customer");
    let how = RwSignal::new(VoiceHow::Talk.key().to_owned());
    let on = RwSignal::new(state.moment().today().to_string());
    let (votes, named) = (RwSignal::new(true), RwSignal::new(false));
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(customer) = who.chosen(state) else {
            ui.warn(t.ideas_unknown_customer());
            return;
        };
        let today = state.moment().today();
        let voice = Voice {
            on: on.with_untracked(|on| on.parse().unwrap_or(today)).min(today),
            how: how.with_untracked(|how| VoiceHow::from_key(how)).unwrap_or(VoiceHow::Talk),
            votes: votes.get_untracked(),
            named: named.get_untracked(),
        };
        let done = Done::Shaped(view.title_of(id), Deed::Voice);
        match state.commit(done, |ws, _| ws.put_voice(id, customer, voice)) {
            Ok(_) => who.fill(""),
            Err(refusal) => ui.warn(t.refusal(refusal)),
        }
    };
    view! {
        <details class="fold">
            <summary data-testid="add-voice"><Icon name="plus"/>{t.ideas_add_voice()}</summary>
            <form class="small-form" novalidate autocomplete="off" data-testid="voice-form" on:submit=save>
                {who.field(t.ideas_customer_label())}
                {choice("voice-how", t.ideas_how_label(), how, VoiceHow::ALL, |how| (how.key(), t.voice_how(how)))}
                <DayField id="voice-on" label=t.ideas_day() value=on/>
                <CheckField label=t.ideas_as_vote() value=votes/>
                <CheckField label=t.ideas_may_name() value=named/>
                <button class="button" data-testid="save-voice">{t.ideas_add()}</button>
            </form>
        </details>
    }
    .into_any()
}
