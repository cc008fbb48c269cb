// A key presses the button or follows the link that names it in data-key, as long as nobody is typing.
const inField = (target) => target.closest?.("input, textarea, select, [contenteditable]");

export default (root) => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    const meant = root.querySelector(`[data-key~="${CSS.escape(event.key)}"]`);
    if (!meant) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    meant.click();
  }, { capture: true });
};
