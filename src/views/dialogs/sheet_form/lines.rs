//! Rows that come and go: steps with a tick, products with a quantity.

use leptos::prelude::*;

use crate::{
    platform::{listener::next_frame, measure},
    views::{parts::Icon, ui::use_words},
};

/// What a row has.
#[derive(Clone)]
pub enum Columns {
    /// A tick and a text.
    Steps,
    /// A quantity and a product; the products to choose from, by id and name.
    Products(Vec<(String, String)>),
}

/// One row: what stays the same while others come and go, and its two parts.
#[derive(Clone, Copy, PartialEq)]
struct Row {
    number: usize,
    first: RwSignal<String>,
    text: RwSignal<String>,
}

impl Row {
    fn read(number: usize, line: &str) -> Self {
        let mut parts = line.split('\t').map(str::to_owned);
        let first = RwSignal::new(parts.next().unwrap_or_default());
        Self { number, first, text: RwSignal::new(parts.next().unwrap_or_default()) }
    }
}

/// The rows and a button for one more; what they hold is written back with every stroke.
pub fn rows(
    id: String,
    label: String,
    value: RwSignal<String>,
    problem: Signal<Option<String>>,
    columns: Columns,
) -> AnyView {
    let t = use_words();
    let text = value.get_untracked();
    let lines = text.lines().enumerate().map(|(number, line)| Row::read(number, line));
    let rows = RwSignal::new(lines.collect::<Vec<_>>());
    let columns = StoredValue::new(columns);
    let write = Callback::new(move |()| {
        let lines = rows.with_untracked(|rows| {
            rows.iter().map(|row| line(row, &columns.get_value())).collect::<Vec<_>>()
        });
        value.set(lines.join("\n"));
    });
    let prefix = StoredValue::new(id.clone());
    let add = move |_| {
        let number =
            rows.with_untracked(|rows| rows.iter().map(|row| row.number + 1).max().unwrap_or(0));
        rows.update(|rows| rows.push(Row::read(number, "")));
        let id = part_id(&prefix.get_value(), number);
        next_frame(move || {
            measure::focus_id(&id);
        })
        .detach();
    };
    let proposals: Vec<String> = columns.with_value(|columns| match columns {
        Columns::Products(products) => products.iter().map(|(_, name)| name.clone()).collect(),
        Columns::Steps => Vec::new(),
    });
    let proposals = proposals.into_iter().map(|name| view! { <option value=name></option> });
    view! {
        <fieldset class="field is-wide sheet-rows">
            <legend class="label">{label}</legend>
            <For each=move || rows.get() key=|row| row.number let:row>
                {one(row, prefix, columns, rows, write)}
            </For>
            {move || {
                problem
                    .get()
                    .map(|text| view! { <p class="problem"><Icon name="alert"/>{text}</p> })
            }}
            <datalist id="sheet-products">{proposals.collect_view()}</datalist>
            <button type="button" class="button small" id=id data-testid="add-row" on:click=add>
                <Icon name="plus"/>
                {t.record_row_add()}
            </button>
        </fieldset>
    }
    .into_any()
}

fn one(
    row: Row,
    prefix: StoredValue<String>,
    columns: StoredValue<Columns>,
    rows: RwSignal<Vec<Row>>,
    write: Callback<()>,
) -> AnyView {
    let t = use_words();
    let is_steps = columns.with_value(|columns| matches!(columns, Columns::Steps));
    let first = if is_steps {
        view! {
            <input
                class="check"
                type="checkbox"
                aria-label=t.record_step_done()
                prop:checked=move || row.first.with(|first| first == "x")
                on:change=move |event| {
                    row.first.set(if event_target_checked(&event) { "x" } else { "-" }.to_owned());
                    write.run(());
                }
            />
        }
        .into_any()
    } else {
        view! {
            <input
                class="quantity"
                inputmode="numeric"
                aria-label=t.record_quantity()
                prop:value=row.first
                on:input=move |event| {
                    row.first.set(event_target_value(&event));
                    write.run(());
                }
            />
        }
        .into_any()
    };
    let remove = move |_| {
        rows.update(|rows| rows.retain(|other| other.number != row.number));
        write.run(());
    };
    view! {
        <div class="sheet-row" data-testid="sheet-row">
            {first}
            <input
                id=part_id(&prefix.get_value(), row.number)
                list=(!is_steps).then_some("sheet-products")
                aria-label=if is_steps { t.record_step_text() } else { t.record_product_name() }
                prop:value=row.text
                on:input=move |event| {
                    row.text.set(event_target_value(&event));
                    write.run(());
                }
            />
            <button
                type="button"
                class="icon-button small"
                aria-label=t.record_row_remove()
                on:click=remove
            >
                <Icon name="close"/>
            </button>
        </div>
    }
    .into_any()
}

fn part_id(prefix: &str, number: usize) -> String {
    [prefix, "-", &number.to_string()].concat()
}

/// A row as the place holds it; a product of ours is recognised by its name.
fn line(row: &Row, columns: &Columns) -> String {
    let (first, text) = (row.first.get_untracked(), row.text.get_untracked());
    match columns {
        Columns::Steps => [if first == "x" { "x" } else { "-" }, "\t", &text].concat(),
        Columns::Products(products) => {
            let product = products.iter().find(|(_, name)| *name == text.trim());
            let id = product.map_or("", |(id, _)| id.as_str());
            [&first, "\t", &text, "\t", id].concat()
        }
    }
}
