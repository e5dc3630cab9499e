//! The fields that the person defines for every customer.

use leptos::prelude::*;

use crate::{
    domain::{
        Field, FieldId, NewIds, OwnField, OwnInput, Problem, Settings, check_own_fields, clean_line,
    },
    platform::announce::announce,
    state::{Done, use_state},
    views::{
        parts::{DialogFrame, Icon, SelectField, TextField},
        ui::{use_ui, use_words},
        wording::Language,
    },
};

/// One field while it is edited.
#[derive(Clone, Copy, PartialEq)]
struct Row {
    id: FieldId,
    name: RwSignal<String>,
    takes: RwSignal<String>,
    options: RwSignal<String>,
}

impl Row {
    fn of(field: &OwnField) -> Self {
        Self {
            id: field.id,
            name: RwSignal::new(field.name.clone()),
            takes: RwSignal::new(field.takes.key().to_owned()),
            options: RwSignal::new(field.options.join(", ")),
        }
    }

    fn field(&self) -> OwnField {
        let options = self.options.get();
        let options = options.split([',', ';', '\n']).map(clean_line);
        OwnField {
            id: self.id,
            name: clean_line(&self.name.get()),
            takes: OwnInput::from_key(&self.takes.get()).unwrap_or(OwnInput::Text),
            options: options.filter(|option| !option.is_empty()).collect(),
        }
    }
}

/// The dialog.
#[component]
pub fn OwnFieldsDialog() -> impl IntoView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let rows = RwSignal::new(
        state.peek(|ws| ws.settings().fields.iter().map(Row::of).collect::<Vec<_>>()),
    );
    let has_tried = RwSignal::new(false);
    let fields = move || rows.get().iter().map(Row::field).collect::<Vec<_>>();
    let problems = Memo::new(move |_| {
        let problems = check_own_fields(&fields()).err().map(|all| all.0).unwrap_or_default();
        if has_tried.get() { problems } else { Vec::new() }
    });
    let add = move |_| {
        let id = FieldId(state.moment().next());
        let new = OwnField { id, name: String::new(), takes: OwnInput::Text, options: Vec::new() };
        rows.update(|rows| rows.push(Row::of(&new)));
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let fields = untrack(fields);
        if check_own_fields(&fields).is_err() {
            has_tried.set(true);
            return;
        }
        let result = state.commit(Done::Settings, |ws, _| {
            let settings = Settings { fields, ..ws.settings().as_ref().clone() };
            ws.put_settings(settings);
            Ok(())
        });
        match result {
            Ok(_) => ui.close(),
            Err(refusal) => announce(t.refusal(refusal)),
        }
    };
    view! {
        <DialogFrame
            on_close=Callback::new(move |()| ui.close())
            labelled_by="own-fields-title"
            class="dialog own-fields-dialog"
            test_id="own-fields-dialog"
        >
            <form class="dialog-form" novalidate on:submit=save>
                <h2 id="own-fields-title">{t.record_own_define()}</h2>
                <For each=move || rows.get() key=|row| row.id let:row>
                    {one(t, row, rows, problems)}
                </For>
                <button type="button" class="button small" data-testid="add-own-field" on:click=add>
                    <Icon name="plus"/>
                    {t.record_own_add()}
                </button>
                <p class="dialog-actions">
                    <button type="button" class="button quiet" on:click=move |_| ui.close()>
                        {t.form_discard()}
                    </button>
                    <button type="submit" class="button primary" data-testid="save-own-fields">
                        {t.form_save()}
                    </button>
                </p>
            </form>
        </DialogFrame>
    }
}

fn one(t: Language, row: Row, rows: RwSignal<Vec<Row>>, problems: Memo<Vec<Problem>>) -> AnyView {
    let id = |part: &str| ["own-", part, "-", &row.id.to_string()].concat();
    let problem = move |field: fn(usize) -> Field| {
        Signal::derive(move || {
            let at = rows.with(|rows| rows.iter().position(|other| other.id == row.id))?;
            problems.with(|all| {
                all.iter().find(|problem| problem.field == field(at)).map(|p| t.problem(*p))
            })
        })
    };
    let kinds = vec![
        ("text".to_owned(), t.record_own_text().to_owned()),
        ("number".to_owned(), t.record_own_number().to_owned()),
        ("date".to_owned(), t.record_own_date().to_owned()),
        ("choice".to_owned(), t.record_own_choice().to_owned()),
    ];
    let (name_id, kind_id, options_id) = (id("name"), id("takes"), StoredValue::new(id("options")));
    let options = move || {
        row.takes.with(|takes| takes == "choice").then(|| {
            view! {
                <TextField
                    id=options_id.get_value()
                    label=t.field_own_options()
                    value=row.options
                    problem=problem(Field::OwnOptions)
                    hint=t.record_own_options_hint()
                />
            }
        })
    };
    view! {
        <fieldset class="own-field" data-testid="own-field">
            <TextField id=name_id label=t.field_name() value=row.name problem=problem(Field::OwnName)/>
            <SelectField id=kind_id label=t.record_own_takes() value=row.takes options=kinds/>
            {options}
            <button
                type="button"
                class="icon-button small"
                aria-label=t.record_own_remove()
                on:click=move |_| rows.update(|rows| rows.retain(|other| other.id != row.id))
            >
                <Icon name="close"/>
            </button>
        </fieldset>
    }
    .into_any()
}
