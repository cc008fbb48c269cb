// A page that the browser had already: asks whether it is still so, and loads it anew if it is not.
const wasHeld = () => performance.getEntriesByType("navigation")[0]?.transferSize === 0;

const tagOf = async (cache) => {
  const answer = await fetch(location.href, { cache, mode: "same-origin" }).catch(() => null);
  return answer?.ok ? answer.headers.get("ETag") : null;
};

export default async (form) => {
  if (!wasHeld()) return;
  let isUsed = false;
  for (const event of ["input", "submit"]) form.addEventListener(event, () => (isUsed = true), { once: true });
  const held = await tagOf("only-if-cached");
  const present = await tagOf("no-cache");
  if (held && present && held !== present && !isUsed) location.reload();
};
