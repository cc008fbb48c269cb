// Loads the behaviours that this page asks for. Every page works without them.
const behaviours = {
  theme: () => import("./theme.js"),
  combobox: () => import("./combobox.js"),
  autosubmit: () => import("./autosubmit.js"),
  shortcuts: () => import("./shortcuts.js"),
  mentions: () => import("./mentions.js"),
  copy: () => import("./copy.js"),
  keys: () => import("./keys.js"),
  print: () => import("./print.js"),
  keep: () => import("./keep.js"),
  rows: () => import("./rows.js"),
};

const bind = async (root) => {
  for (const element of root.querySelectorAll("[data-hook]:not([data-bound])")) {
    element.dataset.bound = "";
    for (const name of element.dataset.hook.split(" ")) {
      if (name in behaviours) (await behaviours[name]()).default(element);
    }
  }
};

bind(document);
document.addEventListener("htmx:load", (event) => bind(event.detail.elt.parentElement ?? document));
