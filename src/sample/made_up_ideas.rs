//! Made-up ideas with votes of made-up customers, in any number.

use chrono::{Days, NaiveDate};

use super::chance::Chance;
use crate::domain::{
    Category, CustomerId, IdeaDraft, IdeaId, IdeaSource, IdeaState, NewIds, Problems, Voice,
    VoiceHow, Workspace,
};

const THINGS: &[&str] =
    &["Tisch", "Rolle", "Regal", "Lampe", "Kabelwanne", "Anleitung", "Lieferung", "Polster"];
const WISHES: &[&str] =
    &["leiser", "größer", "aus Holz", "ohne Werkzeug", "am Samstag", "in Blau", "zum Leihen"];

/// Adds ideas, each with so many votes of different customers as there are customers for.
///
/// # Errors
/// The problems of an idea that the domain refuses; a test shows that there are none.
pub fn add_ideas(
    workspace: &mut Workspace,
    ideas: u32,
    votes: u32,
    seed: u64,
    today: NaiveDate,
) -> Result<(), Problems> {
    let mut chance = Chance::new(seed ^ 0x1DEA);
    let customers: Vec<CustomerId> = workspace.in_order().map(|card| card.customer.id).collect();
    for number in 0..ideas {
        let (thing, wish) = (chance.pick(THINGS), chance.pick(WISHES));
        let draft = IdeaDraft {
            title: format!("{thing} {wish} {number}"),
            text: format!("{thing}, der Wunsch von vielen."),
            source: chance.maybe(100, IdeaSource::ALL).unwrap_or(IdeaSource::Feedback),
            category: chance.maybe(100, Category::ALL).unwrap_or(Category::Product),
            tags: thing.to_owned(),
        };
        let created = today - Days::new(chance.under(300));
        // Neighbours in the list, so that none comes twice.
        let from = chance.under(customers.len() as u64) as usize;
        let voters = customers.iter().cycle().skip(from).take(customers.len().min(votes as usize));
        let voice = Voice { on: created, how: VoiceHow::Talk, votes: true, named: false };
        let voices: Vec<_> = voters.map(|customer| (*customer, voice)).collect();
        let id = IdeaId(chance.next());
        workspace.add_idea(id, draft.check()?, [], voices, created);
        if let Some(state) = chance.maybe(100, &IdeaState::BOARD)
            && state != IdeaState::New
        {
            // The idea was added a moment ago.
            let now = created.and_hms_opt(12, 0, 0).unwrap_or_default();
            let _ = workspace.turn_idea(id, state, now, &mut chance);
        }
    }
    Ok(())
}
