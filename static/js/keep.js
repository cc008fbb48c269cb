// Keeps what a curator types: sends the form as it stands a moment after each change, and when the page is left.
const DELAY = 1500;
const MOST_ON_LEAVING = 60_000; // bytes; browsers carry no more for a page that is gone

export default (form) => {
  const status = form.querySelector("[data-kept]");
  let timer;
  let isSent = false;
  let isBehind = false; // something typed is not kept yet
  let before = Promise.resolve();

  const send = (options) => fetch(form.dataset.keepAt, { method: "POST", body: new FormData(form), ...options });
  const keep = async () => {
    if (isSent) return;
    isBehind = false;
    const answer = await send({}).catch(() => null);
    isBehind ||= answer?.status !== 204;
    if (status) status.textContent = isBehind ? "" : form.dataset.keptText;
  };
  const sizeOf = () => [...new FormData(form).values()].reduce((sum, value) => sum + 3 * value.length + 200, 0);

  form.addEventListener("input", () => {
    isBehind = true;
    clearTimeout(timer);
    timer = setTimeout(() => (before = before.then(keep)), DELAY); // an older text never comes last
  });
  form.addEventListener("submit", () => {
    isSent = true;
    clearTimeout(timer);
  });
  addEventListener("pageshow", () => (isSent = false)); // the browser's way back leads here too
  addEventListener("beforeunload", (event) => {
    if (isSent || !isBehind) return;
    if (sizeOf() > MOST_ON_LEAVING) {
      event.preventDefault(); // the browser asks, and the text is kept meanwhile
      before = before.then(keep);
    } else send({ keepalive: true }).catch(() => null);
  });
};
