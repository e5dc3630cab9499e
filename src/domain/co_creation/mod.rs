//! Customers who shape the product: ideas with the customers behind them, polls that decide, and
//! community groups (A22–A24, C28–C31, D31–D33, D40–D41, R17, R34).

mod arrange;
mod comment;
mod deeds;
mod filter;
mod group;
mod group_deeds;
mod idea;
mod idea_card;
mod idea_draft;
mod invitation;
mod poll;
mod poll_deeds;
mod prose;
mod shaping;
mod similar;
mod telling;
#[cfg(test)]
mod tests;
mod weight;

pub use arrange::{IdeaColumn, arrange_ideas, in_list};
pub use comment::{Comment, CommentDraft};
pub use filter::{IdeaFilter, IdeaSort, Prepared as PreparedIdeaFilter};
pub use group::{
    Event, EventDraft, Group, GroupDetails, GroupDraft, GroupKind, Member, Membership, Post,
    PostDraft, PostLink,
};
pub use idea::{
    Category, Decision, Guest, GuestRole, Idea, IdeaDetails, IdeaSource, IdeaState, Invitation,
    Origin, OriginKind, Told, Turn, Turns, Voice, VoiceHow,
};
pub use idea_card::IdeaCard;
pub use idea_draft::IdeaDraft;
pub use invitation::{Hint, Ties, invitation_hints};
pub use poll::{Ballot, Poll, PollDetails, PollDraft, PollOption, Tally};
pub use prose::{Block, Inline, prose};
pub use shaping::CoCreation;
pub use similar::{Grams, similar_ideas};
pub use telling::{ToldBack, told_back};
pub use weight::{Parts, Weights};
