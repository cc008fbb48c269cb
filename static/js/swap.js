// Fetches htmx when a reader first turns to the form: the first view does without it.
// What it cannot fetch is asked for the plain way, so that the reader sees the page that says why.
export default (form) => {
  const turned = new AbortController();
  const fetchOnce = () => {
    turned.abort();
    const script = document.createElement("script");
    form.ready = new Promise((done) => (script.onload = script.onerror = done));
    script.src = form.dataset.swapScript;
    document.head.append(script);
  };
  for (const event of ["htmx:responseError", "htmx:sendError"])
    form.addEventListener(event, () => form.submit());
  for (const event of ["pointerover", "focusin"])
    form.addEventListener(event, fetchOnce, { signal: turned.signal });
};
