//! The whole form of a contact: when, how, with whom, what was said, what comes next.

mod extra;
mod fields;

use leptos::{ev, prelude::*};

use self::{extra::ExtraFields, fields::Fields};
use super::customer_form::{
    keeping::{self, Keep},
    kept_note::KeptNote,
    problem_list::ProblemList,
};
use crate::{
    domain::{
        Channel, ContactDraft, ContactId, CustomerId, Direction, Field, Mood, Problem, Purpose,
    },
    platform::{announce::announce, measure},
    state::{AppState, Done, use_state},
    views::{
        parts::{CheckField, DialogFrame, Icon, MoodDisc, SelectField, TextAreaField, TextField},
        ui::{Ui, use_ui, use_words},
        wording::Language,
    },
};

/// What the parts of the form share.
#[derive(Clone, Copy)]
struct Form {
    customer: CustomerId,
    contact: ContactId,
    fields: Fields,
    problems: Memo<Vec<Problem>>,
    has_tried: RwSignal<bool>,
    keep: StoredValue<Keep>,
}

impl Form {
    fn new(customer: CustomerId, contact: ContactId) -> Option<Self> {
        let (state, ui) = (use_state(), use_ui());
        let draft = state.peek(|ws| {
            ws.customer(customer)?.contact(contact).map(|read| ContactDraft::of(read))
        })?;
        let fields = Fields::of(&draft);
        let keep = Keep::open(ui, &contact.to_string(), &untrack(|| fields.texts()));
        if let Some(kept) = keep.kept() {
            fields.fill(kept);
        }
        let has_tried = RwSignal::new(false);
        let problems = Memo::new(move |_| {
            if !has_tried.get() {
                return Vec::new();
            }
            let checked = fields.draft().check(contact, state.moment().now);
            checked.err().map(|problems| problems.0).unwrap_or_default()
        });
        Some(Self { customer, contact, fields, problems, has_tried, keep: StoredValue::new(keep) })
    }

    fn problem(&self, field: Field) -> Signal<Option<String>> {
        let (problems, t) = (self.problems, use_words());
        Signal::derive(move || {
            problems.with(|all| {
                all.iter().find(|problem| problem.field == field).map(|p| t.problem(*p))
            })
        })
    }

    fn line(
        self,
        field: Field,
        value: RwSignal<String>,
        kind: &'static str,
    ) -> impl IntoView + use<> {
        let (id, label) = (id_of(field), use_words().field(field));
        view! { <TextField id label value problem=self.problem(field) kind/> }
    }

    fn area(self, field: Field, value: RwSignal<String>, rows: u32) -> impl IntoView + use<> {
        let (id, label) = (id_of(field), use_words().field(field));
        view! { <TextAreaField id label value problem=self.problem(field) rows/> }
    }

    fn save(&self, state: AppState, ui: Ui, t: Language) {
        let draft = untrack(|| self.fields.draft());
        let Ok(contact) = draft.check(self.contact, state.moment().now) else {
            self.has_tried.set(true);
            let first =
                self.problems.with_untracked(|all| all.first().map(|problem| problem.field));
            first.into_iter().for_each(|field| {
                measure::focus_id(&id_of(field));
            });
            return;
        };
        let done = Done::ContactEdited(self.customer);
        let promise = draft.promise(&contact);
        match state.commit(done, |ws, ids| ws.log_contact(self.customer, contact, promise, ids)) {
            Ok(_) => self.leave(ui),
            Err(refusal) => announce(t.refusal(refusal)),
        }
    }

    fn remove(&self, state: AppState, ui: Ui, t: Language) {
        let done = Done::ContactRemoved(self.customer);
        match state.commit(done, |ws, _| ws.remove_contact(self.customer, self.contact)) {
            Ok(_) => self.leave(ui),
            Err(refusal) => announce(t.refusal(refusal)),
        }
    }

    fn leave(&self, ui: Ui) {
        keeping::forget(self.keep);
        ui.close();
    }
}

fn id_of(field: Field) -> String {
    if let Field::Slot(slot) = field {
        return ["contact-", slot.key()].concat();
    }
    format!("contact-{field:?}").to_lowercase()
}

/// The form of an existing contact.
#[component]
pub fn ContactForm(
    /// Whose.
    customer: CustomerId,
    /// Which.
    contact: ContactId,
) -> impl IntoView {
    let (ui, t) = (use_ui(), use_words());
    let close = Callback::new(move |()| ui.close());
    let body = match Form::new(customer, contact) {
        Some(form) => view! { <Body form/> }.into_any(),
        None => view! {
            <h2 id="contact-form-title">{t.contact_gone()}</h2>
            <p class="dialog-actions">
                <button class="button primary" on:click=move |_| ui.close()>
                    {t.contact_close()}
                </button>
            </p>
        }
        .into_any(),
    };
    view! {
        <DialogFrame on_close=close labelled_by="contact-form-title" class="dialog form-dialog">
            {body}
        </DialogFrame>
    }
}

#[component]
fn Body(form: Form) -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    keeping::follow(form.keep, move || form.fields.texts());
    let name =
        state.peek(|ws| ws.customer(form.customer).map(|customer| customer.details.name.clone()));
    let fill = Callback::new(move |texts: Vec<_>| form.fields.fill(&texts));
    let id_of = Callback::new(id_of);
    let go = Callback::new(move |field| {
        measure::focus_id(&id_of.run(field));
    });
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            event.stop_propagation();
            form.save(state, ui, t);
        }
    };
    view! {
        <form
            class="customer-form"
            data-testid="contact-form-full"
            novalidate
            autocomplete="off"
            on:keydown=keys
            on:submit=move |event| {
                event.prevent_default();
                form.save(state, ui, t);
            }
        >
            <div class="form-body">
                <h2 id="contact-form-title">{t.contact_edit_title(&name.unwrap_or_default())}</h2>
                <KeptNote keep=form.keep fill/>
                <ProblemList problems=form.problems id_of go/>
                <What form/>
                <Moods form/>
                <Told form/>
                <Next form/>
                <ExtraFields form/>
            </div>
            <Buttons form/>
        </form>
    }
}

/// When, how, who reached out, what for, with whom.
#[component]
fn What(form: Form) -> impl IntoView {
    let (state, t) = (use_state(), use_words());
    let fields = form.fields;
    let words = |key: &'static str, word: &'static str| (key.to_owned(), word.to_owned());
    let channels = Channel::ALL.iter().map(|value| words(value.key(), t.channel(*value))).collect();
    let directions =
        Direction::ALL.iter().map(|value| words(value.key(), t.direction(*value))).collect();
    let purposes = Purpose::ALL.iter().map(|value| words(value.key(), t.purpose(*value)));
    let purposes = std::iter::once(words("", t.contact_no_purpose())).chain(purposes).collect();
    let people = state.peek(|ws| {
        let people = ws.customer(form.customer).map(|customer| customer.details.people.clone());
        people.unwrap_or_default()
    });
    let people = people.into_iter().map(|person| view! { <option value=person.name></option> });
    view! {
        <div class="form-grid">
            {form.line(Field::When, fields.at, "datetime-local")}
            {choice("contact-channel", t.field_channel(), fields.channel, channels)}
            {choice("contact-direction", t.direction_label(), fields.direction, directions)}
            {choice("contact-purpose", t.field_purpose(), fields.purpose, purposes)}
            <TextField
                id=id_of(Field::With)
                label=t.field_with()
                value=fields.with
                problem=form.problem(Field::With)
                list="contact-people"
            />
        </div>
        <datalist id="contact-people">{people.collect_view()}</datalist>
    }
}

fn choice(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    options: Vec<(String, String)>,
) -> impl IntoView {
    view! { <SelectField id label value options/> }
}

/// The mood, as discs with words.
#[component]
fn Moods(form: Form) -> impl IntoView {
    let t = use_words();
    let value = form.fields.mood;
    let moods = std::iter::once(None).chain(Mood::ALL.iter().copied().map(Some)).map(|mood| {
        let key = mood.map_or("", Mood::key);
        view! {
            <label class="mood-choice">
                <input
                    type="radio"
                    name="contact-mood"
                    value=key
                    prop:checked=move || value.with(|value| value == key)
                    on:change=move |_| value.set(key.to_owned())
                />
                {mood.map(|mood| view! { <MoodDisc mood/> })}
                {mood.map_or_else(|| t.contact_no_mood(), |mood| t.mood(mood))}
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="label">{t.field_mood()}</legend>
            <div class="mood-choices">{moods.collect_view()}</div>
        </fieldset>
    }
}

/// What happened and what was said.
#[component]
fn Told(form: Form) -> impl IntoView {
    let fields = form.fields;
    view! {
        {form.area(Field::Text, fields.text, 4)}
        {form.area(Field::Heard, fields.heard, 2)}
    }
}

/// What comes next.
#[component]
fn Next(form: Form) -> impl IntoView {
    let t = use_words();
    let fields = form.fields;
    view! {
        <fieldset class="next-fields">
            <legend class="visually-hidden">{t.contact_next()}</legend>
            <div class="form-grid">
                {form.line(Field::NextStep, fields.next_text, "text")}
                {form.line(Field::NextStepDue, fields.next_due, "date")}
                <CheckField label=t.field_next_done() value=fields.next_done/>
                {form.line(Field::Promise, fields.promise, "text")}
                {form.line(Field::PromiseDue, fields.promise_due, "date")}
            </div>
        </fieldset>
    }
}

#[component]
fn Buttons(form: Form) -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    view! {
        <p class="dialog-actions">
            <button
                type="button"
                class="button quiet at-start"
                data-testid="remove-contact"
                on:click=move |_| form.remove(state, ui, t)
            >
                <Icon name="trash"/>
                {t.contact_remove()}
            </button>
            <button
                type="button"
                class="button quiet"
                data-testid="discard"
                on:click=move |_| form.leave(ui)
            >
                {t.contact_discard()}
            </button>
            <button type="submit" class="button primary" data-testid="save-contact">
                {t.contact_save()}
                <kbd class="key" aria-hidden="true">
                    {t.contact_keys()}
                </kbd>
            </button>
        </p>
    }
}
