// The searches made in this browser: kept here only, never sent, forgotten on wish and at log-out.
const STORED = "searches";
const MOST = 20;

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(STORED)) ?? [];
  } catch {
    return [];
  }
};

export const forget = () => localStorage.removeItem(STORED);

export const remember = (text) => {
  if (!text) return;
  const others = read().filter((one) => one !== text);
  localStorage.setItem(STORED, JSON.stringify([text, ...others].slice(0, MOST)));
};

// Past searches that hold what was typed, the latest first; all of them where nothing was.
export const recall = (typed, most) => {
  const sought = typed.toLowerCase();
  return read()
    .filter((one) => one.toLowerCase().includes(sought) && one !== typed)
    .slice(0, most);
};
