// Opens the browser's print dialogue.
export default (button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
};
