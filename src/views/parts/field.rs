//! The fields of a form: label, control, hint, and what is wrong with it.

use leptos::prelude::*;

use super::Icon;

/// The line below a field that says what is wrong.
fn problem_line(id: String, problem: Signal<Option<String>>) -> impl IntoView {
    move || {
        problem.get().map(|text| {
            view! {
                <p class="problem" id=id.clone()>
                    <Icon name="alert"/>
                    {text}
                </p>
            }
        })
    }
}

/// One line of text.
#[component]
pub fn TextField(
    /// A name that no other field of the page has.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The text.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// A hint below.
    #[prop(optional, into)]
    hint: Option<String>,
    /// `email`, `tel`, `url`, `date`, `datetime-local`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Which keys a phone shows.
    #[prop(optional)]
    input_mode: Option<&'static str>,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether the field takes the focus when the form opens.
    #[prop(default = false)]
    autofocus: bool,
    /// The id of a list of proposals.
    #[prop(optional, into)]
    list: Option<String>,
) -> impl IntoView {
    let told = format!("{id}-problem");
    let described = told.clone();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id.clone()
                type=kind
                inputmode=input_mode
                autocomplete=autocomplete
                autofocus=autofocus
                list=list
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || problem.get().map(|_| described.clone())
            />
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
            {problem_line(told, problem)}
        </div>
    }
}

/// A day of the calendar, with the browser's own picker.
#[component]
pub fn DayField(
    /// A name that no other field of the page has.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The day as `YYYY-MM-DD`.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
) -> impl IntoView {
    view! { <TextField id label value problem kind="date"/> }
}

/// Several lines of text.
#[component]
pub fn TextAreaField(
    /// A name that no other field of the page has.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The text.
    value: RwSignal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// Rows shown.
    #[prop(default = 3)]
    rows: u32,
) -> impl IntoView {
    let told = format!("{id}-problem");
    let described = told.clone();
    view! {
        <div class="field is-wide">
            <label for=id.clone()>{label}</label>
            <textarea
                id=id.clone()
                rows=rows.to_string()
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || problem.get().map(|_| described.clone())
            ></textarea>
            {problem_line(told, problem)}
        </div>
    }
}

/// A choice of one: pairs of key and word.
#[component]
pub fn SelectField(
    /// A name that no other field of the page has.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// The key of the choice.
    value: RwSignal<String>,
    /// The choices: key and word.
    options: Vec<(String, String)>,
    /// What is wrong with it.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// A hint below.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let told = format!("{id}-problem");
    let described = told.clone();
    let options = options.into_iter().map(|(key, word)| {
        let this = key.clone();
        view! {
            <option value=key prop:selected=move || value.with(|value| *value == this)>
                {word}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select
                id=id.clone()
                on:change=move |event| value.set(event_target_value(&event))
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || problem.get().map(|_| described.clone())
            >
                {options.collect_view()}
            </select>
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
            {problem_line(told, problem)}
        </div>
    }
}

/// Yes or no.
#[component]
pub fn CheckField(
    /// The label.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="check-row">
            <input
                class="check"
                type="checkbox"
                prop:checked=value
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}
