//! The steps that can be undone and redone.

use crate::storage::Patch;

use super::Done;

/// How many steps back a person can go.
const DEPTH: usize = 200;

/// One change, in both directions.
pub(super) struct Step {
    pub done: Done,
    pub forward: Vec<Patch>,
    pub back: Vec<Patch>,
}

impl Clone for Step {
    fn clone(&self) -> Self {
        Self { done: self.done.clone(), forward: self.forward.clone(), back: self.back.clone() }
    }
}

/// What was done, and what was taken back since.
#[derive(Default)]
pub(super) struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Steps {
    /// Notes a new step; what was taken back before can no longer be redone.
    pub fn did(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
        if self.done.len() > DEPTH {
            self.done.remove(0);
        }
    }

    /// The step to take back.
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// The step to do again.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}
