// The button that switches the keyboard shortcuts off and on again; the browser remembers it.
import { isOff, switchTo } from "./shortcuts.js";

export default (button) => {
  const show = () => (button.textContent = isOff() ? button.dataset.off : button.dataset.on);
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    switchTo(isOff() ? "on" : "off");
    show();
  });
};
