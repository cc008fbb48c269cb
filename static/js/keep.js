// Keeps what a curator types: sends the form as it stands a moment after each change.
const DELAY = 1500;

export default (form) => {
  const status = form.querySelector("[data-kept]");
  let timer = 0;
  let leaving = false;

  const keep = async () => {
    if (leaving) return;
    const answer = await fetch(form.dataset.keepAt, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (status) status.textContent = answer?.status === 204 ? form.dataset.keptText : "";
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, DELAY);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
};
