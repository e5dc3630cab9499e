//! The form of every record that is a sheet: its places say which controls there are.

mod checks;
mod control;
mod lines;
mod saving;
mod verdicts;

use leptos::{ev, prelude::*};

use super::customer_form::{
    keeping::{self, Keep},
    kept_note::KeptNote,
    problem_list::ProblemList,
};
use crate::{
    domain::{Blank, Facts, Field, Problem, Slot},
    platform::measure,
    state::{AppState, use_state},
    views::{
        parts::{DialogFrame, Icon},
        ui::{Subject, Ui, use_ui, use_words},
        wording::Language,
    },
};

/// What the parts of the form share.
#[derive(Clone, Copy)]
struct Form {
    state: AppState,
    ui: Ui,
    t: Language,
    subject: Subject,
    places: StoredValue<Vec<Place>>,
    problems: Memo<Vec<Problem>>,
    has_tried: RwSignal<bool>,
    keep: StoredValue<Keep>,
    /// Grows when everything is filled in anew, so that the controls are drawn anew.
    version: RwSignal<usize>,
}

/// One place of the sheet while it is filled in.
#[derive(Clone)]
struct Place {
    field: Field,
    blank: Blank,
    label: String,
    options: Vec<(String, String)>,
    value: RwSignal<String>,
}

impl Form {
    fn new(subject: Subject, prefill: &Facts) -> Self {
        let (state, ui, t) = (use_state(), use_ui(), use_words());
        let places = state.peek(|ws| saving::places(ws, t, subject, prefill, state.moment().now));
        let places = StoredValue::new(places);
        let texts = move || texts(places);
        let keep = Keep::open(ui, &saving::name(subject), &untrack(texts));
        if let Some(kept) = keep.kept() {
            fill(places, kept);
        }
        let has_tried = RwSignal::new(false);
        let problems = Memo::new(move |_| {
            if !has_tried.get() {
                return Vec::new();
            }
            let now = state.moment().now;
            saving::check(state, subject, &facts(places), now)
                .err()
                .map(|all| all.0)
                .unwrap_or_default()
        });
        let version = RwSignal::new(0);
        let keep = StoredValue::new(keep);
        Self { state, ui, t, subject, places, problems, has_tried, keep, version }
    }

    fn problem(&self, field: Field) -> Signal<Option<String>> {
        let (problems, t) = (self.problems, self.t);
        Signal::derive(move || {
            problems.with(|all| {
                all.iter().find(|problem| problem.field == field).map(|p| t.problem(*p))
            })
        })
    }

    fn save(&self) {
        if saving::save(self.state, self.t, self.subject, &untrack(|| facts(self.places))) {
            self.leave();
            return;
        }
        self.has_tried.set(true);
        let first = self.problems.with_untracked(|all| all.first().map(|problem| problem.field));
        first.into_iter().for_each(|field| {
            measure::focus_id(&id_of(field));
        });
    }

    fn leave(&self) {
        keeping::forget(self.keep);
        self.ui.close();
    }
}

fn texts(places: StoredValue<Vec<Place>>) -> Vec<(String, String)> {
    places.with_value(|places| {
        let texts = places.iter().map(|place| (id_of(place.field), place.value.get()));
        texts.filter(|(_, text)| !text.is_empty()).collect()
    })
}

fn fill(places: StoredValue<Vec<Place>>, texts: &[(String, String)]) {
    places.with_value(|places| {
        for place in places {
            let id = id_of(place.field);
            let text = texts.iter().find(|(name, _)| *name == id).map(|(_, text)| text.clone());
            place.value.set(text.unwrap_or_default());
        }
    });
}

/// What is filled in, for the sheets of the domain; tracks.
fn facts(places: StoredValue<Vec<Place>>) -> Vec<(Field, String)> {
    places
        .with_value(|places| places.iter().map(|place| (place.field, place.value.get())).collect())
}

/// The id of a field's control.
fn id_of(field: Field) -> String {
    match field {
        Field::Slot(slot) => ["sheet-", slot.key()].concat(),
        Field::Own(at) => ["sheet-own-", &at.to_string()].concat(),
        _ => ["sheet-", Slot::Title.key()].concat(),
    }
}

/// The form of a record.
#[component]
pub fn SheetForm(
    /// Which record.
    subject: Subject,
    /// What a new one begins with.
    prefill: Facts,
) -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let form = Form::new(subject, &prefill);
    keeping::follow(form.keep, move || texts(form.places));
    let title = state.peek(|ws| saving::title(ws, t, subject));
    let start_over = Callback::new(move |texts: Vec<_>| {
        fill(form.places, &texts);
        form.version.update(|version| *version += 1);
    });
    let go = Callback::new(move |field| {
        measure::focus_id(&id_of(field));
    });
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            event.stop_propagation();
            form.save();
        }
    };
    view! {
        <DialogFrame
            on_close=Callback::new(move |()| ui.close())
            labelled_by="sheet-title-line"
            class="dialog form-dialog"
        >
            <form
                class="customer-form"
                data-testid="sheet-form"
                novalidate
                autocomplete="off"
                on:keydown=keys
                on:submit=move |event| {
                    event.prevent_default();
                    form.save();
                }
            >
                <div class="form-body">
                    <h2 id="sheet-title-line">{title}</h2>
                    <KeptNote keep=form.keep fill=start_over/>
                    <ProblemList problems=form.problems id_of=Callback::new(id_of) go/>
                    {move || {
                        form.version.track();
                        control::all(form)
                    }}
                </div>
                {buttons(form)}
            </form>
        </DialogFrame>
    }
}

fn buttons(form: Form) -> AnyView {
    let t = form.t;
    let remove = move |_| {
        if saving::remove(form.state, t, form.subject) {
            form.leave();
        }
    };
    view! {
        <p class="dialog-actions">
            {form
                .subject
                .is_kept()
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button quiet at-start"
                            data-testid="remove-record"
                            on:click=remove
                        >
                            <Icon name="trash"/>
                            {t.record_remove()}
                        </button>
                    }
                })}
            <button
                type="button"
                class="button quiet"
                data-testid="discard"
                on:click=move |_| form.leave()
            >
                {t.form_discard()}
            </button>
            <button type="submit" class="button primary" data-testid="save-record">
                {t.form_save()}
                <kbd class="key" aria-hidden="true">
                    {t.form_keys()}
                </kbd>
            </button>
        </p>
    }
    .into_any()
}
