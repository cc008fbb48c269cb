// Looks for a value inside a long list of a filter. The box is there only where this file works.
export default (box) => {
  const options = [...box.closest("details").querySelectorAll(".option")];
  box.hidden = false;
  box.addEventListener("input", () => {
    const sought = box.value.trim().toLowerCase();
    for (const option of options)
      option.hidden = !option.querySelector(".label").textContent.toLowerCase().includes(sought);
  });
  box.addEventListener("change", (event) => event.stopPropagation()); // it is no filter itself
  box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
};
