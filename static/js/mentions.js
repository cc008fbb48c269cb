// The switch that takes the underlines away from a text.
export default (button) => {
  const text = document.getElementById(button.getAttribute("aria-controls"));
  button.hidden = false;
  button.addEventListener("click", () => {
    const off = text.classList.toggle("mentions-off");
    button.setAttribute("aria-pressed", String(!off));
  });
};
