//! Shows the small safe markdown. Every piece becomes a node of the page; nothing is read as HTML.

use leptos::prelude::*;

use crate::{
    domain::{Block, Inline, prose},
    views::ui::use_words,
};

/// A text.
pub fn prose_view(text: &str) -> AnyView {
    let blocks = prose(text).into_iter().map(|block| match block {
        Block::Paragraph(line) => view! { <p>{inlines(line)}</p> }.into_any(),
        Block::Quote(line) => view! { <blockquote>{inlines(line)}</blockquote> }.into_any(),
        Block::List(items) => view! { <ul>{list(items)}</ul> }.into_any(),
        Block::Numbered(items) => view! { <ol>{list(items)}</ol> }.into_any(),
    });
    view! { <div class="prose">{blocks.collect_view()}</div> }.into_any()
}

fn list(items: Vec<Vec<Inline>>) -> Vec<AnyView> {
    items.into_iter().map(|item| view! { <li>{inlines(item)}</li> }.into_any()).collect()
}

fn inlines(line: Vec<Inline>) -> Vec<AnyView> {
    line.into_iter().map(inline).collect()
}

fn inline(piece: Inline) -> AnyView {
    match piece {
        Inline::Text(words) => words.into_any(),
        Inline::Break => view! { <br/> }.into_any(),
        Inline::Emphasis(inner) => view! { <em>{inlines(inner)}</em> }.into_any(),
        Inline::Strong(inner) => view! { <strong>{inlines(inner)}</strong> }.into_any(),
        Inline::Code(words) => view! { <code>{words}</code> }.into_any(),
        Inline::Link { words, to } => {
            let hint = use_words().customer_side_new_tab();
            view! {
                <a href=to.clone() title=to target="_blank" rel="noopener noreferrer nofollow">
                    {words}
                    <span class="visually-hidden">" (" {hint} ")"</span>
                </a>
            }
            .into_any()
        }
    }
}
