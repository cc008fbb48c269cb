// Sends a form when a filter changes; without this file its button does.
export default (form) => {
  for (const button of form.querySelectorAll("[data-only-without-script]")) button.hidden = true;
  let timer;
  form.addEventListener("change", (event) => {
    if (event.target.matches("input[type=search]")) return;
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(), 150);
  });
};
