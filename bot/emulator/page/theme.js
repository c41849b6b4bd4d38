// Light, dark, or as the system says; what was chosen is kept.

const KEY = "emulator.theme";
const ORDER = ["system", "light", "dark"];

/** Set the theme and follow the system; answers `{mode(), next(), set(mode)}`. */
export function createTheme() {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let mode = ORDER.includes(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : "system";

  function apply() {
    const dark = mode === "dark" || (mode === "system" && system.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }

  function set(wanted) {
    mode = wanted;
    localStorage.setItem(KEY, mode);
    apply();
  }

  system.addEventListener("change", apply);
  apply();
  return { mode: () => mode, set, next: () => set(ORDER[(ORDER.indexOf(mode) + 1) % ORDER.length]) };
}
