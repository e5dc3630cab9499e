//! Finding things as a person would: by what they are and what they are called.

use std::fmt;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::stage::Stage;
use crate::waiting::until;

const FIND: &str = include_str!("finding.js");

/// A description of something on the page.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    role: Option<String>,
    css: Option<String>,
    name: Option<String>,
    name_part: Option<String>,
    text_part: Option<String>,
    inside: Option<Box<Wanted>>,
    position: Option<usize>,
    even_hidden: bool,
}

/// Something with an ARIA role, said or implied by its element.
pub fn role(role: &str) -> Wanted {
    Wanted { role: Some(role.to_owned()), ..Wanted::default() }
}

/// A button called exactly so.
pub fn button(name: &str) -> Wanted {
    role("button").named(name)
}

/// A link called exactly so.
pub fn link(name: &str) -> Wanted {
    role("link").named(name)
}

/// A heading with exactly this text.
pub fn heading(name: &str) -> Wanted {
    role("heading").named(name)
}

/// A dialog called exactly so.
pub fn dialog(name: &str) -> Wanted {
    role("dialog").named(name)
}

/// Anything that takes input, by its label.
pub fn field(label: &str) -> Wanted {
    role("*field").named(label)
}

/// The innermost thing whose text contains this.
pub fn text(part: &str) -> Wanted {
    role("*innermost").with_text(part)
}

/// Something with this `data-testid`; for what has neither role nor name.
pub fn test_id(id: &str) -> Wanted {
    css(&format!("[data-testid=\"{id}\"]"))
}

/// Something by a CSS selector; the last resort.
pub fn css(selector: &str) -> Wanted {
    Wanted { css: Some(selector.to_owned()), ..Wanted::default() }
}

impl Wanted {
    /// Called exactly so (white space aside).
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.name = Some(name.to_owned());
        self
    }

    /// With this in its name.
    #[must_use]
    pub fn with_name(mut self, part: &str) -> Self {
        self.name_part = Some(part.to_owned());
        self
    }

    /// With this in its text.
    #[must_use]
    pub fn with_text(mut self, part: &str) -> Self {
        self.text_part = Some(part.to_owned());
        self
    }

    /// Inside something else.
    #[must_use]
    pub fn inside(mut self, outer: Wanted) -> Self {
        self.inside = Some(Box::new(outer));
        self
    }

    /// The one at this position among all that fit, counted from 0.
    #[must_use]
    pub fn at(mut self, position: usize) -> Self {
        self.position = Some(position);
        self
    }

    /// Also if it cannot be seen, such as the file chooser behind a button.
    #[must_use]
    pub fn even_hidden(mut self) -> Self {
        self.even_hidden = true;
        self
    }

    /// Which of those that fit.
    pub(crate) fn position(&self) -> usize {
        self.position.unwrap_or(0)
    }

    fn to_json(&self) -> Value {
        json!({
            "role": self.role, "css": self.css, "name": self.name, "namePart": self.name_part,
            "textPart": self.text_part, "inside": self.inside.as_deref().map(Self::to_json),
            "evenHidden": self.even_hidden,
        })
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.role.as_deref(), &self.css) {
            (Some("*field"), _) => f.write_str("a field")?,
            (Some("*innermost"), _) => f.write_str("something")?,
            (Some(role), _) => write!(f, "a {role}")?,
            (None, Some(css)) => write!(f, "an element {css}")?,
            (None, None) => f.write_str("anything")?,
        }
        if let Some(name) = &self.name {
            write!(f, " named {name:?}")?;
        }
        if let Some(part) = &self.name_part {
            write!(f, " with {part:?} in its name")?;
        }
        if let Some(part) = &self.text_part {
            write!(f, " with the text {part:?}")?;
        }
        if let Some(position) = self.position {
            write!(f, ", the {}. of them", position + 1)?;
        }
        match &self.inside {
            Some(outer) => write!(f, " inside {outer}"),
            None => Ok(()),
        }
    }
}

impl Stage {
    /// Waits for something and gives the first that fits.
    ///
    /// # Errors
    /// When it does not appear in time; the message lists what was there instead.
    pub async fn find(&self, wanted: Wanted) -> Result<WebElement> {
        let position = wanted.position();
        let found = until(&wanted.to_string(), || async {
            Ok(self.find_all(wanted.clone()).await?.into_iter().nth(position))
        })
        .await;
        match found {
            Ok(element) => Ok(element),
            Err(error) => bail!("{error:#}{}", self.alternatives(&wanted).await),
        }
    }

    /// Waits until something is there.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub async fn sees(&self, wanted: Wanted) -> Result<()> {
        self.find(wanted).await.map(|_| ())
    }

    /// Waits until nothing fits any more.
    ///
    /// # Errors
    /// When it stays.
    pub async fn sees_no(&self, wanted: Wanted) -> Result<()> {
        until(&format!("{wanted} to be gone"), || async {
            Ok(self.find_all(wanted.clone()).await?.is_empty().then_some(()))
        })
        .await
    }

    /// Waits until exactly so many fit.
    ///
    /// # Errors
    /// When there are more or fewer all the time.
    pub async fn sees_exactly(&self, count: usize, wanted: Wanted) -> Result<()> {
        until(&format!("exactly {count} of {wanted}"), || async {
            let found = self.count(wanted.clone()).await?;
            anyhow::ensure!(found == count, "there are {found}");
            Ok(Some(()))
        })
        .await
    }

    /// How many fit at this moment.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn count(&self, wanted: Wanted) -> Result<usize> {
        Ok(self.find_all(wanted).await?.len())
    }

    /// Everything that fits at this moment, in the order of the page.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn find_all(&self, wanted: Wanted) -> Result<Vec<WebElement>> {
        let values = vec![wanted.to_json(), json!("find")];
        let answer = self.driver()?.execute(FIND, values).await.context("finding failed")?;
        answer.elements().context("finding failed")
    }

    /// The accessible name of an element as the finder sees it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn name_of(&self, wanted: Wanted) -> Result<String> {
        let element = self.find(wanted).await?.to_json()?;
        let name = self.script(FIND, vec![element, json!("name")]).await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// What was there instead, for the error message.
    async fn alternatives(&self, wanted: &Wanted) -> String {
        match self.script(FIND, vec![wanted.to_json(), json!("alternatives")]).await {
            Ok(Value::String(seen)) if !seen.is_empty() => format!("; seen instead: {seen}"),
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_read_like_sentences() {
        let wanted = button("Save").inside(dialog("New customer").with_text("Glas")).at(1);
        assert_eq!(
            wanted.to_string(),
            "a button named \"Save\", the 2. of them inside a dialog named \"New customer\" \
             with the text \"Glas\""
        );
        assert_eq!(field("Name").to_string(), "a field named \"Name\"");
    }
}
