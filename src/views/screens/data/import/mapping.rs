//! What each column means: shown with its first values, changed by a choice.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    session::Session,
    targets::{choices, options},
};
use crate::{
    exchange::{ColumnReading, DayOrder, DecimalMark, Table, Target, column_readings},
    views::{ui::use_words, wording::Language},
};

/// Columns shown at once.
const AT_ONCE: usize = 40;
/// Values shown of each column.
const SAMPLES: usize = 3;
/// Characters shown of a value.
const SAMPLE_MAX: usize = 40;

/// The table of the columns.
#[component]
pub fn MappingTable(
    /// The import.
    session: Session,
    /// The list.
    table: Arc<Table>,
) -> impl IntoView {
    let t = use_words();
    let all = table.headings().len();
    let filled: Vec<usize> =
        (0..all).filter(|column| !table.samples(*column, 1).is_empty()).collect();
    let (shown, count, blank) = (RwSignal::new(AT_ONCE), filled.len(), all - filled.len());
    let targets = StoredValue::new(session.mapping.with_untracked(choices));
    let rows = move || {
        let columns = filled.iter().take(shown.get()).copied();
        let row = |column| row(t, session, &table, targets, column);
        columns.map(row).collect_view()
    };
    view! {
        <section class="block" aria-labelledby="import-mapping">
            <header>
                <h3 id="import-mapping">{t.import_mapping()}</h3>
            </header>
            <p class="hint">{t.import_mapping_hint()}</p>
            <table class="data-table mapping-table" data-testid="mapping">
                <thead>
                    <tr>
                        <th scope="col">{t.import_mapping_column()}</th>
                        <th scope="col" class="wide-only">{t.import_mapping_samples()}</th>
                        <th scope="col">{t.import_mapping_target()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {(blank > 0).then(|| view! { <p class="hint">{t.import_mapping_blank(blank)}</p> })}
            <Show when=move || { shown.get() < count }>
                <button
                    type="button"
                    class="button quiet"
                    on:click=move |_| shown.update(|shown| *shown += AT_ONCE)
                >
                    {t.import_mapping_more()}
                </button>
            </Show>
        </section>
    }
}

fn row(
    t: Language,
    session: Session,
    table: &Arc<Table>,
    targets: StoredValue<Vec<Target>>,
    column: usize,
) -> impl IntoView + use<> {
    let label = table.label(column).into_owned();
    let samples: Vec<String> = table
        .samples(column, SAMPLES)
        .into_iter()
        .map(|value| shortened(value, SAMPLE_MAX))
        .collect();
    let samples = samples.join(" · ");
    let chosen = session.mapping.with_untracked(|mapping| mapping.target(column));
    let options = targets.with_value(|targets| options(t, targets, chosen));
    let choose = move |event| {
        if let Ok(target) = event_target_value(&event).parse::<Target>() {
            session.map(column, target);
        }
    };
    view! {
        <tr>
            <th scope="row" title=label.clone()>
                <span class="heading">{label.clone()}</span>
                <small class="phone-only">{samples.clone()}</small>
            </th>
            <td class="wide-only samples muted">{samples}</td>
            <td class="field">
                <select
                    aria-label=t.import_mapping_for(&label)
                    data-testid="target"
                    data-column=column.to_string()
                    on:change=choose
                >
                    {options}
                </select>
                {reading(t, session, Arc::clone(table), column)}
            </td>
        </tr>
    }
}

/// How days and amounts of a column are read.
fn reading(
    t: Language,
    session: Session,
    table: Arc<Table>,
    column: usize,
) -> impl IntoView + use<> {
    let target = Memo::new(move |_| session.mapping.with(|mapping| mapping.target(column)));
    move || {
        if !matches!(target.get(), Target::Worth | Target::FirstContact | Target::AskedOn) {
            return None;
        }
        let readings = session.mapping.with_untracked(|mapping| column_readings(&table, mapping));
        let word = match readings.get(column).copied().flatten()? {
            ColumnReading::Days(DayOrder::DayFirst) => t.import_reading_days_day_first(),
            ColumnReading::Days(DayOrder::MonthFirst) => t.import_reading_days_month_first(),
            ColumnReading::Amounts(Some(DecimalMark::Comma)) => t.import_reading_amounts_comma(),
            ColumnReading::Amounts(Some(DecimalMark::Point)) => t.import_reading_amounts_point(),
            ColumnReading::Amounts(None) => return None,
        };
        Some(view! { <small class="hint">{word}</small> })
    }
}

/// The beginning of a text, in one line.
pub fn shortened(text: &str, max: usize) -> String {
    let mut short: String =
        text.chars().take(max).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(max).is_some() {
        short.push('…');
    }
    short
}
