// Adds a customer as a person does, and calls back as soon as the handler of the last click has
// returned, or, if asked, when it is shown as saved: the milliseconds between, or null.
const [name, awaitsSaved, done] = arguments;
const find = (id) => document.querySelector(`[data-testid=${id}]`);
const soon = () => new Promise((then) => setTimeout(then, 2));
const until = async (look) => {
  for (let tries = 0; tries < 5000; tries++) {
    const found = look();
    if (found) return found;
    await soon();
  }
  throw new Error("nothing came");
};
(async () => {
  (await until(() => find("new-customer"))).click();
  const save = await until(() => find("save-customer"));
  const input = save.form.querySelector("input[type=text], input:not([type])");
  input.value = name;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const state = () => find("save-state")?.dataset.state;
  let saving = false;
  const saved = new Promise((then) => {
    const observer = new MutationObserver(() => {
      saving ||= state() === "saving";
      if (saving && state() === "saved") {
        observer.disconnect();
        then(performance.now());
      }
    });
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
  });
  const clicked = performance.now();
  save.click();
  if (!awaitsSaved) return done(null);
  done((await saved) - clicked);
})().catch((error) => done(String(error)));
