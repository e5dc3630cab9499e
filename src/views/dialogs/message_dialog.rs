//! A message to a customer from a template: filled, warned about when nothing personal is left, and
//! logged as a contact once it is copied.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        Asset, Channel, Contact, ContactDraft, ContactId, Customer, CustomerId, Deal, Facts,
        Filled, MergeField, Message, NewIds, Salutation, Slot, Workspace, fill, is_impersonal,
    },
    platform::{announce::announce, clipboard, intl},
    state::{AppState, Done, use_state},
    views::{
        parts::{DialogFrame, Icon, SelectField, TextAreaField, TextField},
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// The dialog.
#[component]
pub fn MessageDialog(
    /// To whom.
    customer: CustomerId,
) -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let templates = StoredValue::new(state.peek(templates));
    let options = templates.with_value(|all| {
        let named = |(at, message): (usize, &Message)| (at.to_string(), message.title.clone());
        all.iter().enumerate().map(named).collect::<Vec<_>>()
    });
    let (chosen, subject, text) = (signal("0"), signal(""), signal(""));
    let filled = Memo::new(move |_| {
        let at = chosen.get().parse::<usize>().ok()?;
        let message = templates.with_value(|all| all.get(at).cloned())?;
        state.peek(|ws| {
            let known = |field| known(ws, t, ws.customer(customer), field);
            Some((fill(&message.subject, &known).text, fill(&message.text, &known)))
        })
    });
    // The template is taken over when it is chosen; what is typed afterwards stays.
    Effect::new(move |_| {
        if let Some((line, filled)) = filled.get() {
            subject.set(line);
            text.set(filled.text);
        }
    });
    let warnings = move || {
        let (_, filled) = filled.get()?;
        Some(view! {
            {missing(t, &filled)}
            {is_impersonal(&filled, &text.get())
                .then(|| warning(t.record_message_impersonal().to_owned()))}
        })
    };
    let copy = move |_| {
        let (line, body) = (subject.get_untracked(), text.get_untracked());
        log(state, t, customer, &line, &body);
        spawn_local(async move {
            // A browser may refuse; the text is in the file and can be copied there.
            let _ = clipboard::write(&body).await;
        });
        ui.close();
    };
    let is_empty = options.is_empty();
    let body = if is_empty {
        view! { <p class="prose">{t.record_message_none()}</p> }.into_any()
    } else {
        view! {
            <SelectField
                id="message-template"
                label=t.record_message_template()
                value=chosen
                options=options
            />
            <TextField id="message-subject" label=t.slot(Slot::Subject) value=subject/>
            <TextAreaField id="message-text" label=t.slot(Slot::Text) value=text rows=10/>
            {warnings}
        }
        .into_any()
    };
    view! {
        <DialogFrame
            on_close=Callback::new(move |()| ui.close())
            labelled_by="message-title"
            class="dialog message-dialog"
            test_id="message-dialog"
        >
            <h2 id="message-title">{t.record_write()}</h2>
            {body}
            <p class="dialog-actions">
                <button type="button" class="button quiet" on:click=move |_| ui.close()>
                    {t.record_close()}
                </button>
                {(!is_empty)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button primary"
                                data-testid="copy-message"
                                on:click=copy
                            >
                                {t.record_message_copy()}
                            </button>
                        }
                    })}
            </p>
        </DialogFrame>
    }
}

fn signal(text: &str) -> RwSignal<String> {
    RwSignal::new(text.to_owned())
}

fn templates(workspace: &Workspace) -> Vec<Message> {
    let messages = workspace.assets().values().filter_map(|asset| match asset.as_ref() {
        Asset::Message(message) => Some(message.clone()),
        _ => None,
    });
    messages.collect()
}

/// What is known for a field of a template.
fn known(
    workspace: &Workspace,
    t: Language,
    customer: Option<&std::sync::Arc<Customer>>,
    field: MergeField,
) -> String {
    let Some(customer) = customer else { return String::new() };
    let details = &customer.details;
    let person = details.people.first();
    let last = customer.last_contact();
    match field {
        MergeField::Greeting => match person {
            Some(person) if person.salutation == Some(Salutation::Du) => {
                let first = person.name.split(' ').next().unwrap_or_default();
                t.record_greeting_du(first)
            }
            Some(person) => t.record_greeting_sie(&person.name),
            None => String::new(),
        },
        MergeField::Customer => details.name.clone(),
        MergeField::Person => person.map(|person| person.name.clone()).unwrap_or_default(),
        MergeField::LastTopic => last.map(|last| topic(last)).unwrap_or_default(),
        MergeField::Product => {
            let deals = customer.each::<Deal>().filter(|(_, deal)| deal.is_won());
            deals.last().map(|(_, deal)| deal.title.clone()).unwrap_or_default()
        }
        MergeField::OurContact => details.our_contact.clone(),
        MergeField::OurFirm => workspace.settings().name.clone(),
    }
}

/// The first sentence of what was talked about.
fn topic(contact: &Contact) -> String {
    let end = contact.text.find(['.', '\n']).unwrap_or(contact.text.len());
    contact.text.get(..end).unwrap_or_default().to_owned()
}

fn missing(t: Language, filled: &Filled) -> Option<AnyView> {
    let names: Vec<String> =
        filled.missing.iter().map(|field| ["{", field.german(), "}"].concat()).collect();
    (!names.is_empty()).then(|| warning(t.record_message_missing(&intl::list(t.tag(), &names))))
}

fn warning(words: String) -> AnyView {
    view! {
        <p class="banner" role="status" data-testid="message-warning">
            <Icon name="alert"/>
            <span>{words}</span>
        </p>
    }
    .into_any()
}

fn log(state: AppState, t: Language, customer: CustomerId, subject: &str, text: &str) {
    let mut moment = state.moment();
    let (id, now) = (ContactId(moment.next()), moment.now);
    let mut extra = Facts::default();
    extra.set(Slot::Manner, "personal");
    let body = if subject.is_empty() { text.to_owned() } else { [subject, "\n", text].concat() };
    let draft =
        ContactDraft { channel: Channel::Email, text: body, extra, ..ContactDraft::new(now) };
    let Ok(contact) = draft.check(id, now) else { return };
    let done = Done::Logged { customer, contact: id, channel: Channel::Email, mood: None };
    if let Err(refusal) = state.commit(done, |ws, _| ws.put_contact(customer, contact)) {
        announce(t.refusal(refusal));
    }
}
