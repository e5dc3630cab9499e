//! A contact in two taps: what it was, then how it was. Everything else is voluntary.

mod kinds;
mod logging;
mod moods;
mod who;

use leptos::{ev, prelude::*};

use self::{
    kinds::{Kind, Kinds},
    moods::Moods,
    who::Who,
};
use crate::{
    domain::{Customer, CustomerId, Direction},
    state::use_state,
    views::{
        parts::{DialogFrame, Icon},
        ui::{use_ui, use_words},
    },
};

/// What is known of the contact so far.
#[derive(Clone, Copy)]
struct Sheet {
    customer: RwSignal<Option<CustomerId>>,
    kind: RwSignal<Option<Kind>>,
    direction: RwSignal<Direction>,
    /// With whom; empty for nobody in particular.
    with: RwSignal<String>,
    /// Why it could not be saved.
    problem: RwSignal<Option<&'static str>>,
    /// Whether the customer may still be chosen here.
    can_choose: bool,
}

/// Where the person stands.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Who,
    What(CustomerId),
    How(CustomerId, Kind),
}

impl Sheet {
    fn step(&self) -> Step {
        match (self.customer.get(), self.kind.get()) {
            (None, _) => Step::Who,
            (Some(customer), None) => Step::What(customer),
            (Some(customer), Some(kind)) => Step::How(customer, kind),
        }
    }

    /// Chooses the customer; with whom it was last is proposed.
    fn choose(&self, customer: &Customer) {
        self.with.set(usual_partner(customer));
        self.customer.set(Some(customer.id));
    }

    fn back(&self) {
        if self.kind.get_untracked().is_some() {
            self.kind.set(None);
        } else if self.can_choose {
            self.customer.set(None);
        }
    }
}

/// Whom the last contact was with, else the first of the customer's people.
fn usual_partner(customer: &Customer) -> String {
    let people = &customer.details.people;
    let last = customer.last_contact().map(|contact| &contact.with);
    let known = last.filter(|with| people.iter().any(|person| person.name == **with));
    known.or_else(|| people.first().map(|person| &person.name)).cloned().unwrap_or_default()
}

/// The sheet: customer, kind, mood.
#[component]
pub fn ContactSheet(
    /// With whom, where that is known.
    customer: Option<CustomerId>,
) -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let known = state.peek(|ws| customer.and_then(|id| ws.customer(id).cloned()));
    let sheet = Sheet {
        customer: RwSignal::new(None),
        kind: RwSignal::new(None),
        direction: RwSignal::new(Direction::Outbound),
        with: RwSignal::new(String::new()),
        problem: RwSignal::new(None),
        can_choose: known.is_none(),
    };
    if let Some(known) = known {
        sheet.choose(&known);
    }
    let step = Memo::new(move |_| sheet.step());
    let close = Callback::new(move |()| ui.close());
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Backspace" && step.get_untracked() != Step::Who {
            event.prevent_default();
            sheet.back();
        }
    };
    let body = move || match step.get() {
        Step::Who => view! { <Who sheet/> }.into_any(),
        Step::What(customer) => view! { <Kinds sheet customer/> }.into_any(),
        Step::How(customer, kind) => view! { <Moods sheet customer kind/> }.into_any(),
    };
    view! {
        <DialogFrame on_close=close labelled_by="contact-title" class="dialog contact-sheet">
            <div class="sheet" data-testid="contact-form" on:keydown=keys>
                {body}
                {move || {
                    sheet
                        .problem
                        .get()
                        .map(|text| {
                            view! {
                                <p class="banner is-grave" role="alert">
                                    <Icon name="alert"/>
                                    <span>{text}</span>
                                </p>
                            }
                        })
                }}
                <button
                    class="icon-button sheet-close"
                    aria-label=t.contact_cancel()
                    data-testid="close"
                    on:click=move |_| ui.close()
                >
                    <Icon name="close"/>
                </button>
            </div>
        </DialogFrame>
    }
}
