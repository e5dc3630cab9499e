//! One poll: its answers with their counts, who gave them, what was decided.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::{
    fields::{Pick, choice, id_in},
    prose_view::prose_view,
    view_state::IdeasView,
};
use crate::{
    domain::{Ballot, OptionId, Poll, PollId, VoiceHow},
    platform::intl,
    state::{Deed, Done},
    views::{
        parts::{Icon, MenuItem, OpenMenu, SelectField},
        shell::use_menu,
        ui::{Dialog, IdeaDialog},
    },
};

type Read = Memo<Option<Arc<Poll>>>;

/// A poll.
pub fn poll(view: IdeasView, id: PollId) -> AnyView {
    let read: Read = Memo::new(move |_| view.state.with(|ws| ws.poll(id).cloned()));
    view! {
        <article class="poll block" data-testid="poll" data-id=id.to_string()>
            {move || read.get().map(|poll| head(view, &poll))}
            {move || read.get().map(|poll| result(view, &poll))}
            {move || read.get().map(|poll| decided(view, &poll))}
            {form(view, id, read)}
            {move || read.get().map(|poll| answers(view, &poll))}
        </article>
    }
    .into_any()
}

fn head(view: IdeasView, poll: &Poll) -> AnyView {
    let (ui, t, menu) = (view.ui, view.t, use_menu());
    let today = view.state.today();
    let id = poll.id;
    let count = t.ideas_poll_answers(poll.ballots.len());
    let state = match poll.details.closes {
        _ if !poll.is_open(today) => t.ideas_poll_closed().to_owned(),
        Some(day) => t.ideas_poll_until(&t.day(day, today)),
        None => t.ideas_poll_open().to_owned(),
    };
    let question = poll.details.question.clone();
    let name = question.clone();
    let is_decided = poll.decision.is_some();
    let open = move |event: ev::MouseEvent| {
        let show = move |dialog: IdeaDialog| move || ui.open(Dialog::Idea(dialog.clone()));
        let name = name.clone();
        let trashed = name.clone();
        let mut items = vec![
            MenuItem::action(t.ideas_edit(), "edit", show(IdeaDialog::Poll(Some(id))))
                .with_test_id("poll-edit"),
            MenuItem::action(t.ideas_poll_decide(), "yes", show(IdeaDialog::DecidePoll(id)))
                .with_test_id("poll-decide"),
        ];
        if is_decided {
            let reopen = move || {
                let done = Done::Shaped(name.clone(), Deed::Edited);
                // A poll that is gone needs no opening.
                let _ = view.state.commit(done, |ws, _| ws.decide_poll(id, None));
            };
            items.push(MenuItem::action(t.ideas_poll_reopen(), "undo", reopen));
        }
        let trash = move || {
            let done = Done::Shaped(trashed.clone(), Deed::Trashed);
            let _ = view.state.commit(done, |ws, moment| ws.trash_poll(id, Some(moment.today())));
        };
        items.push(MenuItem::action(t.ideas_trash(), "trash", trash).after_line());
        menu.set(Some(OpenMenu::at(&event, t.ideas_poll_edit(), items)));
    };
    let label = t.ideas_menu(&question);
    let text = (!poll.details.text.is_empty()).then(|| prose_view(&poll.details.text));
    view! {
        <header>
            <h2>{question}</h2>
            <small>{count} " · " {state}</small>
            <button class="icon-button small" data-testid="poll-menu" aria-label=label aria-haspopup="menu" on:click=open>
                <Icon name="more"/>
            </button>
        </header>
        {text}
    }
    .into_any()
}

/// Every answer with its bar, its count and its share.
fn result(view: IdeasView, poll: &Poll) -> AnyView {
    let t = view.t;
    let rows = poll.result().into_iter().map(|tally| {
        let share = intl::percent(t.tag(), tally.percent as f64 / 100.0, 0);
        let words = t.ideas_poll_count(&t.number(tally.count), &share);
        let width = ["--share: ", &tally.percent.to_string(), "%"].concat();
        let idea = tally.option.idea.map(|idea| {
            let href = view.address(|query| {
                query.part = crate::route::IdeasPart::Board;
                query.open = Some(idea.0);
            });
            view! { " " <a class="to-idea" href=href>{t.ideas_poll_to_idea()}</a> }
        });
        let is_chosen = poll.chosen == Some(tally.option.id);
        view! {
            <li class:leads=tally.leads class:is-chosen=is_chosen>
                <span>{is_chosen.then(|| view! { <Icon name="check"/> })} {tally.option.text} {idea}</span>
                <span class="bar" style=width aria-hidden="true"></span>
                <small>{words}</small>
            </li>
        }
    });
    view! { <ul class="poll-result" data-testid="poll-result">{rows.collect_view()}</ul> }
        .into_any()
}

fn decided(view: IdeasView, poll: &Poll) -> AnyView {
    let t = view.t;
    let Some(decision) = &poll.decision else { return ().into_any() };
    let chosen = poll.details.options.iter().find(|option| Some(option.id) == poll.chosen);
    let answer = chosen.map_or(t.ideas_poll_none_chosen(), |option| option.text.as_str());
    view! {
        <div class="verdict" data-testid="poll-verdict">
            <h3>
                <Icon name="yes"/>
                {t.ideas_poll_decided(answer)} " "
                <small>{t.day(decision.on, view.state.today())}</small>
            </h3>
            {prose_view(&decision.reason)}
        </div>
    }
    .into_any()
}

/// Enters a customer's answer while the poll is open.
fn form(view: IdeasView, id: PollId, read: Read) -> AnyView {
    let t = view.t;
    let open = Memo::new(move |_| {
        let today = view.state.today();
        read.with(|poll| {
            let poll = poll.as_ref().filter(|poll| poll.is_open(today))?;
            let options = poll.details.options.iter();
            Some(options.map(|o| (o.id.to_string(), o.text.clone())).collect::<Vec<_>>())
        })
    });
    let how = RwSignal::new(VoiceHow::Talk.key().to_owned());
    let who = Pick::new(id_in("ballot-customer", id));
    let form = move || {
        let options = open.get()?;
        let option = RwSignal::new(options.first().map(|(id, _)| id.clone()).unwrap_or_default());
        let save = move |event: ev::SubmitEvent| {
            event.prevent_default();
            let Some(customer) = who.chosen(view.state) else {
                view.ui.warn(t.ideas_unknown_customer());
                return;
            };
            let Ok(option) = option.with_untracked(|id| id.parse::<OptionId>()) else { return };
            let how = how.with_untracked(|how| VoiceHow::from_key(how)).unwrap_or(VoiceHow::Talk);
            let name = read.with_untracked(|poll| {
                poll.as_ref().map(|poll| poll.details.question.clone()).unwrap_or_default()
            });
            let done = Done::Shaped(name, Deed::Voice);
            let put = view.state.commit(done, |ws, moment| {
                ws.put_ballot(id, customer, Ballot { option, on: moment.today(), how })
            });
            match put {
                Ok(_) => who.fill(""),
                Err(refusal) => view.ui.warn(t.refusal(refusal)),
            }
        };
        Some(view! {
            <details class="fold">
                <summary data-testid="add-ballot"><Icon name="plus"/>{t.ideas_poll_enter()}</summary>
                <form class="small-form" novalidate autocomplete="off" data-testid="ballot-form" on:submit=save>
                    {who.field(t.ideas_customer_label())}
                    <SelectField id=id_in("ballot-option", id) label=t.ideas_poll_answer() value=option options/>
                    {choice(id_in("ballot-how", id), t.ideas_how_label(), how, VoiceHow::ALL, |how| (how.key(), t.voice_how(how)))}
                    <button class="button" data-testid="save-ballot">{t.ideas_add()}</button>
                </form>
            </details>
        })
    };
    form.into_any()
}

/// Who gave which answer.
fn answers(view: IdeasView, poll: &Poll) -> AnyView {
    let t = view.t;
    if poll.ballots.is_empty() {
        return ().into_any();
    }
    let id = poll.id;
    let question = poll.details.question.clone();
    let rows = poll.ballots.iter().take(200).map(|(customer, ballot)| {
        let customer = *customer;
        let option = poll.details.options.iter().find(|option| option.id == ballot.option);
        let answer = option.map(|option| option.text.clone()).unwrap_or_default();
        let name = view.name_of(customer);
        let question = question.clone();
        let remove = move |_| {
            let done = Done::Shaped(question.clone(), Deed::VoiceGone);
            let _ = view.state.commit(done, |ws, _| ws.remove_ballot(id, customer));
        };
        view! {
            <li>
                <span>{name.clone()} <small>{answer} ", " {t.voice_how(ballot.how)}</small></span>
                <button class="icon-button small" aria-label=t.ideas_remove(&name) on:click=remove>
                    <Icon name="close"/>
                </button>
            </li>
        }
    });
    view! {
        <details class="fold">
            <summary>{t.ideas_poll_who()}</summary>
            <ul class="guests">{rows.collect_view()}</ul>
        </details>
    }
    .into_any()
}
