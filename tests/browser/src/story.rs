//! A story: a name and what a person does.

use std::future::Future;
use std::pin::Pin;

use anyhow::Result;
use xtask::arguments::Engine;

use crate::stage::Stage;

/// What a story does on its stage.
pub type Play = for<'a> fn(&'a mut Stage) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// One story.
#[derive(Clone, Copy)]
pub struct Story {
    /// A sentence, unique among all stories.
    pub name: &'static str,
    /// What happens.
    pub play: Play,
    /// The engines that can play it.
    pub engines: &'static [Engine],
}

impl Story {
    /// A story for every engine. Usually made with [`crate::story!`].
    pub const fn new(name: &'static str, play: Play) -> Self {
        Self { name, play, engines: &Engine::ALL }
    }

    /// Narrows it to the engines that offer what it needs; the run names it for the others.
    #[must_use]
    pub const fn only_in(self, engines: &'static [Engine]) -> Self {
        Self { engines, ..self }
    }
}

/// Makes a [`Story`] of a sentence and an `async fn(&mut Stage) -> anyhow::Result<()>`.
#[macro_export]
macro_rules! story {
    ($name:literal, $function:path) => {
        $crate::story::Story::new($name, |stage| Box::pin($function(stage)))
    };
}
