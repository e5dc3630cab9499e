//! The form of an idea. While the title is typed, ideas like it are shown.

use leptos::prelude::*;

use super::{
    super::fields::{Pick, choice, or_tell, problem_of},
    form, gone,
};
use crate::{
    domain::{
        Category, Field, IdeaDraft, IdeaId, IdeaSource, NewIds, OriginKind, PostLink, Problem,
        Voice, VoiceHow, similar_ideas,
    },
    platform::measure,
    route::{IdeasQuery, Route},
    state::{Deed, Done, use_state},
    views::{
        parts::{TextAreaField, TextField},
        ui::{IdeaSeed, use_ui, use_words},
    },
};

/// The fields while the form is open; choices by their keys.
#[derive(Clone, Copy)]
struct Fields {
    title: RwSignal<String>,
    text: RwSignal<String>,
    source: RwSignal<String>,
    category: RwSignal<String>,
    tags: RwSignal<String>,
    problems: RwSignal<Vec<Problem>>,
}

impl Fields {
    fn of(draft: IdeaDraft) -> Self {
        Self {
            title: RwSignal::new(draft.title),
            text: RwSignal::new(draft.text),
            source: RwSignal::new(draft.source.key().to_owned()),
            category: RwSignal::new(draft.category.key().to_owned()),
            tags: RwSignal::new(draft.tags),
            problems: RwSignal::new(Vec::new()),
        }
    }

    fn draft(self) -> IdeaDraft {
        IdeaDraft {
            title: self.title.get_untracked(),
            text: self.text.get_untracked(),
            source: self
                .source
                .with_untracked(|key| IdeaSource::from_key(key))
                .unwrap_or(IdeaSource::Feedback),
            category: self
                .category
                .with_untracked(|key| Category::from_key(key))
                .unwrap_or(Category::Product),
            tags: self.tags.get_untracked(),
        }
    }

    fn view(self, but: Option<IdeaId>) -> AnyView {
        let t = use_words();
        view! {
            <TextField id="idea-title-field" label=t.field_idea_title() value=self.title problem=problem_of(self.problems, Field::IdeaTitle) autofocus=true/>
            {similar(self.title, but)}
            <TextAreaField id="idea-text" label=t.field_idea_text() value=self.text problem=problem_of(self.problems, Field::IdeaText) rows=4/>
            <p class="hint">{t.ideas_form_hint()}</p>
            <div class="form-grid">
                {choice("idea-source", t.ideas_source_label(), self.source, IdeaSource::ALL, |v| (v.key(), t.idea_source(v)))}
                {choice("idea-category", t.ideas_category_label(), self.category, Category::ALL, |v| (v.key(), t.idea_category(v)))}
                <TextField id="idea-tags" label=t.field_tags() value=self.tags problem=problem_of(self.problems, Field::Tags)/>
            </div>
        }
        .into_any()
    }
}

/// The likely duplicates of what is being typed.
fn similar(title: RwSignal<String>, but: Option<IdeaId>) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let found =
        Memo::new(move |_| title.with(|title| state.with(|ws| similar_ideas(ws, title, but, 4))));
    let list = move || {
        let rows = found.get().into_iter().filter_map(|id| {
            let idea = state.peek(|ws| ws.idea(id).cloned())?;
            let open = move |_| {
                ui.close();
                ui.go(Route::Ideas(IdeasQuery::on(id)));
            };
            let facts = [t.idea_state(idea.state), " · ", &t.ideas_customers(idea.voices.len())].concat();
            Some(view! {
                <li>
                    <span>{idea.details.title.clone()} <small>{facts}</small></span>
                    <button type="button" class="text-button" on:click=open>{t.ideas_similar_vote()}</button>
                </li>
            })
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="similar" data-testid="similar">
                    <h3>{t.ideas_similar()}</h3>
                    <ul class="guests">{rows}</ul>
                </section>
            }
        })
    };
    view! { <div aria-live="polite">{list}</div> }.into_any()
}

/// A new idea.
pub fn new(seed: IdeaSeed) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let draft = IdeaDraft {
        text: seed.text.clone(),
        source: seed.source.unwrap_or(IdeaSource::Feedback),
        ..IdeaDraft::default()
    };
    let fields = Fields::of(draft);
    let who = Pick::new("idea-customer");
    let first = seed.origin.and_then(|(_, origin)| origin.customer);
    let name =
        first.and_then(|id| state.peek(|ws| ws.customer(id).map(|c| c.details.name.clone())));
    who.fill(&name.unwrap_or_default());
    let (origin, post) = (seed.origin, seed.post);
    let save = move || {
        let Some(details) = or_tell(fields.draft().check(), fields.problems) else {
            measure::focus_id("idea-title-field");
            return;
        };
        if who.is_unknown(state) {
            ui.warn(t.ideas_unknown_customer());
            return;
        }
        let how = match (origin.map(|(_, origin)| origin.kind), details.source) {
            (Some(OriginKind::Case), _) => VoiceHow::Case,
            (Some(OriginKind::Post), _) | (_, IdeaSource::Community) => VoiceHow::Group,
            (_, IdeaSource::Survey) => VoiceHow::Survey,
            (_, IdeaSource::Call) => VoiceHow::Call,
            (_, IdeaSource::Feedback) => VoiceHow::Talk,
        };
        let id = IdeaId(state.moment().next());
        let customer = who.chosen(state);
        let done = Done::Shaped(details.title.clone(), Deed::Added);
        let added = state.commit(done, |ws, moment| {
            let on = moment.today();
            let voice = customer.map(|id| (id, Voice { on, how, votes: true, named: false }));
            ws.add_idea(id, details, origin, voice, on);
            match post {
                Some((group, post)) => ws.link_post(group, post, PostLink::Idea(id)),
                None => Ok(()),
            }
        });
        match added {
            Ok(_) => {
                ui.close();
                if ui.route.with_untracked(|route| matches!(route, Route::Ideas(_))) {
                    ui.go(Route::Ideas(IdeasQuery::on(id)));
                }
            }
            Err(refusal) => ui.warn(t.refusal(refusal)),
        }
    };
    let body = view! {
        {fields.view(None)}
        {who.field(t.ideas_first_voice())}
    };
    form(t.ideas_form_new().to_owned(), save, body.into_any())
}

/// What an existing idea is.
pub fn edit(id: IdeaId) -> AnyView {
    let (state, ui, t) = (use_state(), use_ui(), use_words());
    let Some(draft) = state.peek(|ws| ws.idea(id).map(|idea| IdeaDraft::of(idea))) else {
        return gone();
    };
    let fields = Fields::of(draft);
    let save = move || {
        let Some(details) = or_tell(fields.draft().check(), fields.problems) else {
            measure::focus_id("idea-title-field");
            return;
        };
        let done = Done::Shaped(details.title.clone(), Deed::Edited);
        match state.commit(done, |ws, _| ws.edit_idea(id, details)) {
            Ok(_) => ui.close(),
            Err(refusal) => ui.warn(t.refusal(refusal)),
        }
    };
    form(t.ideas_form_edit().to_owned(), save, fields.view(Some(id)))
}
