//! Matters: everything kept about a customer beside contacts and changes, each with its own id.

use chrono::{NaiveDate, NaiveDateTime};

use super::{
    amount::Amount,
    axes::axis,
    condition::Answer,
    ids::ContactId,
    level::Level,
    limits::{COUNT_MAX, NOTICE_MAX},
    problem::{Check, Field, Issue, Problems},
    sheet::{DealLine, Facts, Input, Slot, Step, sheets, value_words},
};

axis! {
    /// How a deal came about (R18, E16).
    DealNature {
        /// The first one.
        First = "first",
        /// The same again.
        Again = "again",
        /// Something that goes with it (D22).
        CrossSell = "cross-sell",
        /// Something better (D22).
        UpSell = "up-sell",
    }
}

axis! {
    /// How often a subscription is charged.
    Interval {
        /// Every month.
        Month = "month",
        /// Every three months.
        Quarter = "quarter",
        /// Every six months.
        HalfYear = "half-year",
        /// Every year.
        Year = "year",
    }
}

axis! {
    /// What a case is (B15, D18).
    CaseKind {
        /// Something went wrong (D8).
        Complaint = "complaint",
        /// A question.
        Question = "question",
        /// A problem we see coming (D18).
        Foreseen = "foreseen",
    }
}

axis! {
    /// What allows us to keep and use data (B22).
    Basis {
        /// They agreed.
        Consent = "consent",
        /// A contract needs it.
        Contract = "contract",
        /// A legitimate interest.
        Interest = "interest",
        /// A law demands it.
        Law = "law",
    }
}

axis! {
    /// Something done for the relationship.
    DeedKind {
        /// We helped in a hard time (E27).
        HardTime = "hard-time",
        /// We adjusted something (D13).
        Adjustment = "adjustment",
        /// We sent something useful (C42).
        Tip = "tip",
        /// We said something openly (D45).
        Openness = "openness",
    }
}

value_words!(DealNature, Interval, CaseKind, Basis, DeedKind, Answer);

/// Builds the keys of a choice for a form out of its values.
const YES_NO: Input = Input::Choice(&["yes", "no"]);

sheets! {
    /// One matter.
    Matter,
    /// The kinds of matters.
    MatterKind:

    /// A deal from the inquiry to the payment; each stage has its day (C6, C7).
    Deal = "deal" {
        /// What it is about.
        title: String = Title Input::Line, must;
        /// Which products.
        lines: Vec<DealLine> = Lines Input::Lines;
        /// What the customer pays.
        amount: Option<Amount> = Amount Input::Money;
        /// What it costs us.
        cost: Option<Amount> = Cost Input::Money;
        /// How it came about.
        nature: Option<DealNature> = Nature Input::Choice(&["first", "again", "cross-sell", "up-sell"]);
        /// They asked.
        inquiry: Option<NaiveDate> = Inquiry Input::PastDay;
        /// We made a quote.
        quote: Option<NaiveDate> = Quote Input::PastDay;
        /// They accepted.
        accepted: Option<NaiveDate> = Accepted Input::PastDay;
        /// They ordered.
        ordered: Option<NaiveDate> = Ordered Input::PastDay;
        /// We delivered.
        delivered: Option<NaiveDate> = Delivered Input::PastDay;
        /// They paid.
        paid: Option<NaiveDate> = Paid Input::PastDay;
        /// It came to nothing.
        lost: Option<NaiveDate> = Lost Input::PastDay;
        /// How delivery and assembly went (C13).
        delivery_rating: Option<Level> = DeliveryRating Input::Level;
        /// How the product proves itself (C13).
        product_rating: Option<Level> = ProductRating Input::Level;
        /// What we put into it, in minutes (C14).
        minutes: Option<u32> = Minutes Input::Count(COUNT_MAX);
        /// Whether the customer's problem is solved (C8).
        solved: Option<Answer> = ProblemSolved YES_NO;
        /// When we asked for feedback (R4).
        feedback_asked: Option<NaiveDate> = FeedbackAsked Input::PastDay;
        /// Whether it is really over; asked once (R9).
        over: Option<Answer> = Over YES_NO;
        /// Anything else.
        notes: String = Notes Input::Text;
    }
    /// A subscription (C33, R13).
    Subscription = "subscription" {
        /// The plan.
        title: String = Title Input::Line, must;
        /// For one interval.
        price: Option<Amount> = Price Input::Money;
        /// How often.
        interval: Interval = Interval Input::Choice(&["month", "quarter", "half-year", "year"]), must;
        /// Since when.
        start: NaiveDate = Start Input::Day, must;
        /// When it is renewed first; else one interval after the start.
        renewal: Option<NaiveDate> = Renewal Input::Day;
        /// How many days before the renewal it must be cancelled.
        notice: Option<u32> = Notice Input::Count(NOTICE_MAX);
        /// When it ended.
        ended: Option<NaiveDate> = Ended Input::Day;
        /// Anything else.
        notes: String = Notes Input::Text;
    }
    /// A complaint, a question or a foreseen problem (B15, D8, D18).
    Case = "case" {
        /// Which of them.
        kind: CaseKind = CaseKind Input::Choice(&["complaint", "question", "foreseen"]), must;
        /// What it is about.
        title: String = Title Input::Line, must;
        /// When it came.
        opened: NaiveDateTime = Opened Input::Minute, must;
        /// By when a foreseen problem needs an answer.
        due: Option<NaiveDate> = Due Input::Day;
        /// When we first replied (R15).
        replied: Option<NaiveDateTime> = Replied Input::Minute;
        /// When it was solved.
        solved: Option<NaiveDateTime> = Solved Input::Minute;
        /// How it was solved.
        how: String = How Input::Text;
        /// Whether trust was won back (D38, R15).
        trust_back: Option<Answer> = TrustBack YES_NO;
    }
    /// A promise of ours (D46, R20).
    Promise = "promise" {
        /// What.
        title: String = Title Input::Line, must;
        /// When it was made.
        made: NaiveDate = Made Input::PastDay, must;
        /// By when.
        due: NaiveDate = Due Input::Day, must;
        /// When it was kept.
        kept: Option<NaiveDate> = Kept Input::PastDay;
        /// In which contact it was made.
        contact: Option<ContactId> = Contact Input::Hidden;
    }
    /// A task.
    Task = "task" {
        /// What.
        title: String = Title Input::Line, must;
        /// By when.
        due: NaiveDate = Due Input::Day, must;
        /// When it was done.
        done: Option<NaiveDate> = Done Input::PastDay;
        /// Anything else.
        notes: String = Notes Input::Text;
    }
    /// A gesture or surprise, planned or made (B29, E32).
    Gesture = "gesture" {
        /// What.
        title: String = Title Input::Line, must;
        /// When.
        on: NaiveDate = On Input::Day, must;
        /// Whether it was made.
        given: bool = Given Input::Flag;
        /// What for; empty for a surprise without an occasion.
        occasion: String = Occasion Input::Line;
        /// What it cost.
        cost: Option<Amount> = Cost Input::Money;
        /// How they reacted.
        reaction: String = Reaction Input::Text;
    }
    /// A review they wrote (C17).
    Review = "review" {
        /// Where.
        site: String = Site Input::Line, must;
        /// When.
        on: NaiveDate = On Input::PastDay, must;
        /// How many stars.
        stars: Option<Level> = Stars Input::Level;
        /// Its address.
        link: String = Link Input::Link;
        /// What they wrote.
        text: String = Text Input::Text;
    }
    /// What their data may be used for (B22, R35).
    Consent = "consent" {
        /// For what.
        purpose: String = Purpose Input::Line, must;
        /// On which ground.
        basis: Basis = Basis Input::Choice(&["consent", "contract", "interest", "law"]), must;
        /// How we got it.
        source: String = Source Input::Line;
        /// Since when.
        on: NaiveDate = ConsentOn Input::PastDay, must;
        /// When they took it back.
        withdrawn: Option<NaiveDate> = Withdrawn Input::PastDay;
    }
    /// An argument for this customer, told or not yet (C15, R19).
    Argument = "argument" {
        /// The argument.
        title: String = Title Input::Line, must;
        /// When it was told.
        told: Option<NaiveDate> = Told Input::PastDay;
    }
    /// A checklist at work (A21, D47).
    Checklist = "checklist" {
        /// What it is for.
        title: String = Title Input::Line, must;
        /// Since when.
        on: NaiveDate = On Input::PastDay, must;
        /// The steps.
        steps: Vec<Step> = Steps Input::Steps, must;
        /// The contact it belongs to.
        contact: Option<ContactId> = Contact Input::Hidden;
    }
    /// Something done for the relationship that is no gift and no sale.
    Deed = "deed" {
        /// Of which kind.
        kind: DeedKind = DeedKind Input::Choice(&["hard-time", "adjustment", "tip", "openness"]), must;
        /// What.
        title: String = Title Input::Line, must;
        /// When.
        on: NaiveDate = On Input::PastDay, must;
    }
}

axis! {
    /// Who on our side looks at it first (C37).
    Role {
        /// Those who sell.
        Sales = "sales",
        /// Those who help.
        Service = "service",
    }
}

impl MatterKind {
    /// Who looks at it first; `None` when both do.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Deal | Self::Subscription | Self::Argument => Some(Role::Sales),
            Self::Case | Self::Deed => Some(Role::Service),
            _ => None,
        }
    }
}

impl Matter {
    /// The matter a filled form describes, or every problem of the form.
    pub fn check(kind: MatterKind, form: &Facts, now: NaiveDateTime) -> Result<Self, Problems> {
        let mut check = Check::default();
        let facts = form.read(kind.blanks(), now, &mut check);
        match kind {
            MatterKind::Deal => check_stages(&facts, &mut check),
            MatterKind::Case => {
                in_order(&facts, &mut check, &[Slot::Opened, Slot::Replied, Slot::Solved]);
            }
            MatterKind::Promise => in_order(&facts, &mut check, &[Slot::Made, Slot::Kept]),
            MatterKind::Subscription => in_order(&facts, &mut check, &[Slot::Start, Slot::Ended]),
            MatterKind::Consent => {
                in_order(&facts, &mut check, &[Slot::ConsentOn, Slot::Withdrawn]);
            }
            _ => {}
        }
        let facts = check.finish(facts)?;
        // Checked facts can only fail to be read where an id was not given by us.
        Self::of_facts(kind, &facts)
            .ok_or(Problems(vec![super::Problem { field: Field::Text, issue: Issue::Missing }]))
    }
}

fn check_stages(facts: &Facts, check: &mut Check) {
    let stages: Vec<Slot> = DealStage::ALL.iter().map(|stage| stage.slot()).collect();
    if stages.iter().all(|slot| facts.get(*slot).is_empty()) {
        check.note(Field::Slot(Slot::Inquiry), Issue::Missing);
    }
    let (_, on_the_way) = (stages.last(), stages.split_last().map_or(&[][..], |(_, rest)| rest));
    in_order(facts, check, on_the_way);
}

/// Days and times in canonical text sort like time itself.
fn in_order(facts: &Facts, check: &mut Check, slots: &[Slot]) {
    let mut latest = "";
    for slot in slots {
        let text = facts.get(*slot);
        if text.is_empty() {
            continue;
        }
        if text < latest {
            check.note(Field::Slot(*slot), Issue::BeforeEarlier);
        }
        latest = latest.max(text);
    }
}

axis! {
    /// How far a deal is (C6).
    DealStage {
        /// They asked.
        Inquiry = "inquiry",
        /// We made a quote.
        Quote = "quote",
        /// They accepted.
        Accepted = "accepted",
        /// They ordered.
        Ordered = "ordered",
        /// We delivered.
        Delivered = "delivered",
        /// They paid.
        Paid = "paid",
        /// It came to nothing.
        Lost = "lost",
    }
}

impl DealStage {
    /// The place of its day.
    pub fn slot(self) -> Slot {
        match self {
            Self::Inquiry => Slot::Inquiry,
            Self::Quote => Slot::Quote,
            Self::Accepted => Slot::Accepted,
            Self::Ordered => Slot::Ordered,
            Self::Delivered => Slot::Delivered,
            Self::Paid => Slot::Paid,
            Self::Lost => Slot::Lost,
        }
    }

    /// The stage after it; `None` at the end.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Paid | Self::Lost => None,
            stage => Self::ALL.iter().copied().find(|next| *next > stage),
        }
    }
}
