// Copies the text of the element that the button names, or of the file at the address it gives.
const textOf = async (button) => {
  if (!button.dataset.copiesFrom) return document.getElementById(button.dataset.copies).textContent.trim();
  const answer = await fetch(button.dataset.copiesFrom);
  return answer.ok ? answer.text() : "";
};

export default (button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = await textOf(button);
    if (!text) return;
    await navigator.clipboard.writeText(text);
    const label = button.querySelector("[data-label]");
    const before = label.textContent;
    label.textContent = button.dataset.done;
    setTimeout(() => (label.textContent = before), 2000);
  });
};
