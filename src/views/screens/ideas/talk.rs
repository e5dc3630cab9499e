//! What was said about an idea.

use leptos::{ev, prelude::*};

use super::{
    fields::{Pick, or_tell, problem_of},
    panel::Read,
    prose_view::prose_view,
    view_state::IdeasView,
};
use crate::{
    domain::{CommentDraft, CommentId, Field, IdeaId, NewIds},
    state::{Deed, Done},
    views::parts::{Icon, TextAreaField},
};

/// The comments and the form of a new one.
pub fn comments(view: IdeasView, id: IdeaId, read: Read) -> AnyView {
    let t = view.t;
    let keys = move || {
        read.with(|idea| {
            idea.iter().flat_map(|idea| idea.comments.keys().copied()).collect::<Vec<_>>()
        })
    };
    let comment = move |key: (chrono::NaiveDateTime, CommentId)| {
        let comment = read.with_untracked(|idea| idea.as_ref()?.comments.get(&key).cloned());
        let remove = move |_| {
            let done = Done::Shaped(view.title_of(id), Deed::Edited);
            // What is gone already needs no removing.
            let _ = view.state.commit(done, |ws, _| ws.remove_comment(id, key.1));
        };
        comment.map(|comment| {
            let who = comment.customer.map_or_else(|| t.ideas_ours().to_owned(), |id| view.name_of(id));
            let day = move || t.day(key.0.date(), view.state.today());
            view! {
                <li data-testid="comment">
                    {prose_view(&comment.text)}
                    <p class="idea-kind">
                        <span>{who} " · " {day}</span>
                        <button class="icon-button small" aria-label=t.ideas_comment_remove() on:click=remove>
                            <Icon name="close"/>
                        </button>
                    </p>
                </li>
            }
        })
    };
    view! {
        <section class="block">
            <header><h3>{t.ideas_comments()}</h3></header>
            <ul class="comments"><For each=keys key=|key| *key let:key>{comment(key)}</For></ul>
            {form(view, id)}
        </section>
    }
    .into_any()
}

fn form(view: IdeasView, id: IdeaId) -> AnyView {
    let t = view.t;
    let who = Pick::new("comment-customer");
    let text = RwSignal::new(String::new());
    let problems = RwSignal::new(Vec::new());
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if who.is_unknown(view.state) {
            view.ui.warn(t.ideas_unknown_customer());
            return;
        }
        let draft = CommentDraft { customer: who.chosen(view.state), text: text.get_untracked() };
        let now = view.state.moment().now;
        let Some(comment) = or_tell(draft.check(now), problems) else { return };
        let done = Done::Shaped(view.title_of(id), Deed::Said);
        let said = view
            .state
            .commit(done, |ws, moment| ws.comment_idea(id, CommentId(moment.next()), comment));
        match said {
            Ok(_) => {
                text.set(String::new());
                who.fill("");
            }
            Err(refusal) => view.ui.warn(t.refusal(refusal)),
        }
    };
    view! {
        <form class="small-form" novalidate autocomplete="off" data-testid="comment-form" on:submit=save>
            <TextAreaField id="comment-text" label=t.field_comment() value=text problem=problem_of(problems, Field::Comment) rows=2/>
            {who.field(t.ideas_comment_who())}
            <button class="button" data-testid="save-comment">{t.ideas_comment_add()}</button>
        </form>
    }
    .into_any()
}
