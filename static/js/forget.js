// Forgets the searches of this browser when a person logs out of it.
import { forget } from "./past.js";

export default (form) => form.addEventListener("submit", forget);
