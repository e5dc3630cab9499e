//! What will happen in numbers, and the one button that does it.

use leptos::prelude::*;

use super::session::{Session, Stage};
use crate::views::{parts::Icon, ui::use_words, wording::Language};

/// The foot of the import.
#[component]
pub fn Foot(
    /// The import.
    session: Session,
) -> impl IntoView {
    let t = use_words();
    let counts = Memo::new(move |_| session.plan.with(|plan| plan.counts()));
    let many = Memo::new(move |_| counts.with(|counts| counts.new + counts.fill));
    let is_applying = move || session.stage.with(|stage| *stage == Stage::Applying);
    let is_busy = move || is_applying() || session.is_planning.get();
    let words = move || match (is_applying(), session.is_planning.get()) {
        (true, _) => t.import_applying().to_owned(),
        (false, true) => t.import_planning().to_owned(),
        _ => counts.with(|counts| summary(t, counts)),
    };
    view! {
        <div class="import-foot">
            <p role="status" data-testid="import-counts">{words}</p>
            <p class="actions">
                <button
                    type="button"
                    class="button primary"
                    data-testid="apply-import"
                    disabled=move || is_busy() || many.get() == 0
                    on:click=move |_| session.apply()
                >
                    <Icon name="check"/>
                    {move || t.import_apply(many.get())}
                </button>
                <button type="button" class="button quiet" disabled=is_applying on:click=move |_| session.close()>
                    {t.import_cancel()}
                </button>
                <small>
                    {move || {
                        if many.get() == 0 { t.import_nothing_to_apply() } else { t.import_apply_one_step() }
                    }}
                </small>
            </p>
        </div>
    }
}

fn summary(t: Language, counts: &crate::exchange::Counts) -> String {
    let left_out = counts.skip + counts.unusable;
    let parts = [
        Some(t.import_count_add(counts.new)),
        (counts.fill > 0).then(|| t.import_count_fill(counts.fill)),
        (left_out > 0).then(|| t.import_count_skip(left_out)),
        (counts.problems > 0).then(|| t.import_count_problems(counts.problems)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
