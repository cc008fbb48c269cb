// Fetches what a fold holds when it is first opened; without this file its link leads to the page.
export default (fold) => {
  const link = fold.querySelector("a");
  fold.addEventListener(
    "toggle",
    async () => {
      const answer = await fetch(link.href);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const content = page.querySelector("[data-unfolds]");
      if (content) link.replaceWith(document.adoptNode(content));
    },
    { once: true },
  );
};
