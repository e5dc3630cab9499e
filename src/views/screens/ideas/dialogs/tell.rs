//! Tells the customers behind an idea what came of it. Each is open until somebody has told them:
//! the message is a draft, and what was said becomes a contact in the customer's history.

use leptos::prelude::*;

use super::{dialog, gone};
use crate::{
    domain::{
        Channel, Contact, ContactId, Customer, CustomerId, Direction, Idea, IdeaId, NewIds,
        Purpose, clean_text,
    },
    platform::{announce::announce, clipboard},
    state::{AppState, Deed, Done, use_state},
    views::{
        parts::{DayField, SelectField, TextAreaField},
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// The most customers that are shown at once.
const MOST: usize = 30;

/// Everyone who is still to be told.
pub fn tell(id: IdeaId) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let Some(idea) = state.peek(|ws| ws.idea(id).cloned()) else { return gone() };
    let title = idea.details.title.clone();
    let open = Memo::new(move |_| {
        state.with(|ws| {
            let untold = ws.idea_card(id).map(|card| card.untold.clone()).unwrap_or_default();
            let here =
                untold.into_iter().filter(|id| ws.customer(*id).is_some_and(|c| !c.is_trashed()));
            here.take(MOST).collect::<Vec<_>>()
        })
    });
    let how = RwSignal::new(Channel::Email.key().to_owned());
    let on = RwSignal::new(state.moment().today().to_string());
    let channels = Channel::ALL.iter().map(|c| (c.key().to_owned(), t.channel(*c).to_owned()));
    let channels: Vec<_> = channels.collect();
    let nobody = move || {
        open.with(Vec::is_empty).then(|| view! { <p role="status">{t.ideas_tell_none()}</p> })
    };
    let body = view! {
        <div class="customer-form">
            <div class="form-body">
                <h2 id="idea-dialog-title">{t.ideas_tell_title()} ": " {title}</h2>
                <p class="lead">{t.ideas_tell_lead()}</p>
                <div class="form-grid">
                    <SelectField id="tell-how" label=t.ideas_tell_how() value=how options=channels/>
                    <DayField id="tell-on" label=t.ideas_tell_when() value=on/>
                </div>
                {nobody}
                <ul class="letters" data-testid="letters">
                    <For each=move || open.get() key=|id| *id let:customer>
                        {letter(id, customer, how, on)}
                    </For>
                </ul>
            </div>
            <p class="dialog-actions">
                <button class="button primary" on:click=move |_| ui.close()>{t.ideas_done()}</button>
            </p>
        </div>
    };
    dialog(body.into_any())
}

fn letter(
    id: IdeaId,
    customer: CustomerId,
    how: RwSignal<String>,
    on: RwSignal<String>,
) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let files = state.peek(|ws| Some((ws.idea(id)?.clone(), ws.customer(customer)?.clone())));
    let Some((idea, file)) = files else { return ().into_any() };
    let firm = state.peek(|ws| ws.settings().name.clone());
    let text = RwSignal::new(draft(t, &idea, &file, &firm));
    let name = file.details.name.clone();
    let field = ["letter-", &customer.to_string()].concat();
    let copy = move |_| {
        let text = text.get_untracked();
        leptos::task::spawn_local(async move {
            match clipboard::write(&text).await {
                Ok(()) => announce(t.ideas_copied()),
                Err(_) => ui.warn(t.ideas_not_copied()),
            }
        });
    };
    let person = file.details.people.first().map(|person| person.email.clone());
    let address = person.filter(|email| !email.is_empty()).unwrap_or(file.details.email.clone());
    let subject = t.ideas_mail_subject(&idea.details.title);
    let mail = (!address.is_empty()).then(|| {
        let href = move || text.with(|text| mail_link(&address, &subject, text));
        view! { <a class="button quiet" href=href>{t.ideas_mail()}</a> }
    });
    let told = move |_| {
        let channel = how.with_untracked(|how| Channel::from_key(how)).unwrap_or(Channel::Email);
        let day = on.with_untracked(|on| on.parse().ok());
        note(state, id, customer, channel, day, &text.get_untracked());
    };
    view! {
        <li data-testid="letter">
            <TextAreaField id=field label=t.ideas_message(&name) value=text rows=7/>
            <p class="answers">
                <button class="button" data-testid="told" on:click=told>{t.ideas_tell_done()}</button>
                <button class="button quiet" on:click=copy>{t.ideas_copy()}</button>
                {mail}
            </p>
        </li>
    }
    .into_any()
}

/// A message in plain words: greeting, the wish, what came of it, why.
fn draft(t: Language, idea: &Idea, customer: &Customer, firm: &str) -> String {
    let details = &customer.details;
    let who = details.people.first().map_or(details.name.as_str(), |person| person.name.as_str());
    let reason =
        idea.decision.as_ref().map(|decision| decision.reason.as_str()).unwrap_or_default();
    let reason = if reason.is_empty() { String::new() } else { [" ", reason].concat() };
    t.ideas_letter(firm, t.idea_news(idea.state), &reason, &idea.details.title, who)
        .trim_end()
        .to_owned()
}

fn mail_link(address: &str, subject: &str, text: &str) -> String {
    let code = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    [
        "mailto:",
        &code(address).replace("%40", "@"),
        "?subject=",
        &code(subject),
        "&body=",
        &code(text),
    ]
    .concat()
}

fn note(
    state: AppState,
    id: IdeaId,
    customer: CustomerId,
    channel: Channel,
    day: Option<chrono::NaiveDate>,
    text: &str,
) {
    let moment = state.moment();
    let on = day.unwrap_or(moment.today()).min(moment.today());
    let at = if on == moment.today() { moment.now } else { on.and_time(moment.now.time()) };
    let title = state.peek(|ws| ws.idea(id).map(|idea| idea.details.title.clone()));
    let contact = Contact {
        id: ContactId(state.moment().next()),
        at,
        channel,
        direction: Direction::Outbound,
        purpose: Some(Purpose::Care),
        mood: None,
        with: String::new(),
        text: clean_text(text).chars().take(crate::domain::NOTE_MAX).collect(),
        heard: String::new(),
        next: None,
        extra: None,
    };
    let done = Done::Shaped(title.unwrap_or_default(), Deed::Told);
    if let Err(refusal) =
        state.commit(done, |ws, _| ws.tell(id, customer, channel, on, Some(contact)))
    {
        use_ui().warn(use_words().refusal(refusal));
    }
}
