// Finds elements by role, accessible name and text. Runs inside the page; arguments[0] says what is
// wanted (or is an element), arguments[1] what to answer: "find", "name" or "alternatives".
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

const inputRoles = {
  button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox",
  radio: "radio", range: "slider", number: "spinbutton", search: "searchbox", email: "textbox",
  tel: "textbox", text: "textbox", url: "textbox", "": "textbox",
};

const elementRoles = {
  A: (e) => (e.hasAttribute("href") ? "link" : ""), AREA: (e) => (e.hasAttribute("href") ? "link" : ""),
  ARTICLE: () => "article", ASIDE: () => "complementary", BUTTON: () => "button",
  DETAILS: () => "group", DIALOG: () => "dialog", FIELDSET: () => "group", FIGURE: () => "figure",
  FOOTER: () => "contentinfo", FORM: () => "form", HEADER: () => "banner", H1: () => "heading",
  H2: () => "heading", H3: () => "heading", H4: () => "heading", H5: () => "heading",
  H6: () => "heading", HR: () => "separator", IMG: (e) => (e.getAttribute("alt") === "" ? "" : "img"),
  INPUT: (e) => (e.list ? "combobox" : inputRoles[e.type] ?? ""), LI: () => "listitem",
  MAIN: () => "main", MENU: () => "list", METER: () => "meter", NAV: () => "navigation",
  OL: () => "list", OPTION: () => "option", OUTPUT: () => "status", P: () => "paragraph",
  PROGRESS: () => "progressbar", SEARCH: () => "search",
  SECTION: (e) => (nameGiven(e) ? "region" : ""),
  SELECT: (e) => (e.multiple || e.size > 1 ? "listbox" : "combobox"), SUMMARY: () => "button",
  TABLE: () => "table", TBODY: () => "rowgroup", TD: () => "cell", TEXTAREA: () => "textbox",
  TH: (e) => (e.scope === "row" ? "rowheader" : "columnheader"), THEAD: () => "rowgroup",
  TR: () => "row", UL: () => "list",
};

const roleOf = (e) => {
  const said = tidy(e.getAttribute("role")).split(" ")[0];
  return said || elementRoles[e.tagName]?.(e) || "";
};

const isField = (e) =>
  (/^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName) && e.type !== "hidden") || e.isContentEditable ||
  /^(textbox|searchbox|combobox|listbox|spinbutton|checkbox|radio|switch|slider)$/.test(roleOf(e));

const isSeen = (e) =>
  e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }) &&
  !e.closest("[aria-hidden=true], [inert]") && !isBehindDialog(e);

const modals = [...document.querySelectorAll("dialog:modal")];
const isBehindDialog = (e) => modals.length > 0 && !modals.some((modal) => modal.contains(e));

// The text as it is read: hidden parts left out, pictures by their name.
const textOf = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(node.tagName)) return "";
  if (node.getAttribute("aria-hidden") === "true" || !node.checkVisibility()) return "";
  if (node.getAttribute("aria-label")) return ` ${node.getAttribute("aria-label")} `;
  if (node.tagName === "IMG") return ` ${node.alt} `;
  if (node.tagName === "svg") return ` ${node.querySelector(":scope > title")?.textContent ?? ""} `;
  const inner = [...node.childNodes].map(textOf).join("");
  return getComputedStyle(node).display.startsWith("inline") ? inner : ` ${inner} `;
};

const byIds = (ids) =>
  tidy(ids).split(" ").filter(Boolean).map((id) => {
    const e = document.getElementById(id);
    return e ? e.getAttribute("aria-label") || textOf(e) || e.textContent : "";
  }).join(" ");

const nameGiven = (e) =>
  tidy(byIds(e.getAttribute("aria-labelledby"))) || tidy(e.getAttribute("aria-label"));

const fromContent =
  /^(button|link|heading|option|tab|menuitem|menuitemcheckbox|menuitemradio|checkbox|radio|switch|cell|gridcell|row|columnheader|rowheader|tooltip|treeitem)$/;

// A label around its control names it by everything but the control itself.
const labelText = (label) => {
  const text = (node) => {
    if (node.nodeType === Node.ELEMENT_NODE && node !== label && isField(node)) return " ";
    if (node.nodeType === Node.ELEMENT_NODE && node.querySelector("input, select, textarea"))
      return [...node.childNodes].map(text).join("");
    return textOf(node);
  };
  return [...label.childNodes].map(text).join("");
};

const nameOf = (e) => {
  const given = nameGiven(e);
  if (given) return given;
  if (e.labels?.length) return tidy([...e.labels].map(labelText).join(" "));
  if (e.tagName === "IMG") return tidy(e.alt || e.title);
  if (e.tagName === "INPUT" && /^(button|submit|reset)$/.test(e.type)) return tidy(e.value);
  const child = { FIELDSET: "legend", TABLE: "caption", FIGURE: "figcaption", svg: "title" }[e.tagName];
  const titled = child && e.querySelector(`:scope > ${child}`);
  if (titled) return tidy(titled.textContent);
  if (fromContent.test(roleOf(e)) && tidy(textOf(e))) return tidy(textOf(e));
  return tidy(e.title || e.placeholder || e.getAttribute("aria-placeholder"));
};

const candidates = (wanted) => {
  const outers = wanted.inside ? matches(wanted.inside) : [document];
  const all = outers.flatMap((outer) => [...outer.querySelectorAll(wanted.css ?? "*")]);
  return [...new Set(all)].filter((e) => {
    if (!wanted.evenHidden && !isSeen(e)) return false;
    if (wanted.role === "*field") return isField(e);
    if (!wanted.role || wanted.role === "*innermost") return true;
    return roleOf(e) === wanted.role;
  });
};

const matches = (wanted) => {
  const fitting = candidates(wanted).filter((e) => {
    if (wanted.textPart && !tidy(textOf(e)).includes(tidy(wanted.textPart))) return false;
    if (wanted.name != null && nameOf(e) !== tidy(wanted.name)) return false;
    return !wanted.namePart || nameOf(e).includes(tidy(wanted.namePart));
  });
  if (wanted.role !== "*innermost") return fitting;
  return fitting.filter((e) => !fitting.some((other) => other !== e && e.contains(other)));
};

const alternatives = (wanted) => {
  if (wanted.inside && matches(wanted.inside).length === 0)
    return alternatives(wanted.inside) || "nothing to look inside of";
  if (wanted.role === "*innermost") return `the text ${JSON.stringify(tidy(textOf(document.body)).slice(0, 600))}`;
  const names = candidates(wanted).map((e) => JSON.stringify(nameOf(e).slice(0, 60)));
  return [...new Set(names)].slice(0, 25).join(", ") || "nothing of that kind";
};

const [subject, question] = arguments;
if (question === "name") return nameOf(subject);
if (question === "alternatives") return alternatives(subject);
return matches(subject);
