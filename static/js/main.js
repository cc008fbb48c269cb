// Binds the behaviours that this page asks for with data-hook. Every page works without them.
import autosubmit from "./autosubmit.js";
import combobox from "./combobox.js";
import copy from "./copy.js";
import decisions from "./decisions.js";
import forget from "./forget.js";
import fresh from "./fresh.js";
import inside from "./inside.js";
import keep from "./keep.js";
import keys from "./keys.js";
import mentions from "./mentions.js";
import pressed from "./pressed.js";
import print from "./print.js";
import rows from "./rows.js";
import shortcuts from "./shortcuts.js";
import swap from "./swap.js";
import theme from "./theme.js";
import unfold from "./unfold.js";

const behaviours = { autosubmit, combobox, copy, decisions, forget, fresh, inside, keep, keys, mentions, pressed, print, rows, shortcuts, swap, theme, unfold };

const bind = (root) => {
  for (const element of root.querySelectorAll("[data-hook]:not([data-bound])")) {
    element.dataset.bound = "";
    for (const name of element.dataset.hook.split(" ")) behaviours[name]?.(element);
  }
};

bind(document);
document.addEventListener("kb:added", (event) => bind(event.target));
document.addEventListener("htmx:load", (event) => bind(event.detail.elt.parentElement ?? document));
