// The list of keys in a dialogue over the page: the section of the help page that a link leads to.
const fetchSection = async (link) => {
  const answer = await fetch(link.href);
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.getElementById(new URL(link.href).hash.slice(1));
};

const close = (label) => {
  const form = document.createElement("form");
  form.method = "dialog";
  const button = document.createElement("button");
  button.className = "button";
  button.textContent = label;
  button.autofocus = true;
  form.append(button);
  return form;
};

export default async (link) => {
  const section = await fetchSection(link).catch(() => null);
  if (!section) return location.assign(link.href);
  const dialog = document.createElement("dialog");
  dialog.className = "keys-dialog";
  const heading = section.querySelector("h2");
  heading.id = "keys-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(...section.childNodes, close(link.dataset.close));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.dispatchEvent(new CustomEvent("kb:added", { bubbles: true }));
  dialog.showModal();
};
