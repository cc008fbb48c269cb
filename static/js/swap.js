// Swaps results by htmx, which is fetched when a reader first turns to the form: the first view does without it.
// What it cannot fetch is asked for the plain way, so that the reader sees the page that says why.
import { carry, noteFields } from "./carry.js";

const PATIENCE = 3000;

// htmx binds a page at once only where all of it is there.
const allThere = async () => {
  if (document.readyState === "complete") return;
  await new Promise((done) => addEventListener("load", done, { once: true }));
};

const fetchScript = async (address) => {
  await allThere();
  await new Promise((done) => {
    const script = document.createElement("script");
    script.onload = script.onerror = done;
    script.src = address;
    document.head.append(script);
    setTimeout(done, PATIENCE); // then the form is sent the plain way
  });
};

export default (form) => {
  const turned = new AbortController();
  let fetched;
  let isReady = false;
  const fetchOnce = () => {
    turned.abort();
    fetched ??= fetchScript(form.dataset.swapScript).then(() => (isReady = true));
    return fetched;
  };
  for (const event of ["htmx:responseError", "htmx:sendError"])
    form.addEventListener(event, () => form.submit());
  for (const event of ["pointerover", "focusin"])
    form.addEventListener(event, fetchOnce, { signal: turned.signal });
  // Sent before htmx is there, the form would leave a page on which the reader goes on choosing.
  form.addEventListener("submit", async (event) => {
    if (isReady) return;
    event.preventDefault();
    await fetchOnce();
    form.requestSubmit(event.submitter);
  });

  // Results that were asked for before the last choice take no place: those of the choice follow.
  let isOutdated = false;
  let noted = new Map();
  let unpack;
  for (const event of ["submit", "kb:changed"]) form.addEventListener(event, () => (isOutdated = true));
  form.addEventListener("htmx:configRequest", (event) => {
    isOutdated = false;
    noted = noteFields(event.detail.target);
  });
  form.addEventListener("htmx:beforeSwap", (event) => {
    if (isOutdated) event.detail.shouldSwap = false;
    else unpack = carry(event.detail.target, noted);
  });
  form.addEventListener("htmx:afterSwap", (event) => {
    event.target.dispatchEvent(new CustomEvent("kb:added", { bubbles: true }));
    unpack?.();
    unpack = undefined;
  });
};
