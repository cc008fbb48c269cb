// Sends a form when a filter changes; without this file its button does.
export default (form) => {
  const hideButtons = () => {
    for (const button of form.querySelectorAll("[data-only-without-script]")) button.hidden = true;
  };
  hideButtons();
  form.addEventListener("htmx:afterSettle", hideButtons);
  // Empty fields and defaults stay out of the address.
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
  let timer;
  form.addEventListener("change", (event) => {
    if (event.target.matches("input[role=combobox], .fold")) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await form.ready; // see swap.js
      form.requestSubmit();
    }, 150);
  });
};
