// The side list and the drawer: columns on a desk, sheets over the chat on a phone.

import { closeMenus } from "./dialogs.js";

const NARROW = "(max-width: 760px)"; // below this the side list is a sheet
const MIDDLING = "(max-width: 1100px)"; // below this the drawer is one

/** Opens and closes the panels; the focus goes into an opened one and back where it came from. */
export function createPanels({ sidebar, drawer, chat, scrim }, onDrawer) {
  const back = new Map();
  const narrow = window.matchMedia(NARROW);
  const middling = window.matchMedia(MIDDLING);
  const isSheet = (panel) => (panel === sidebar ? narrow.matches : middling.matches);
  const isOpen = (panel) => (panel === drawer ? !drawer.hidden : sidebar.classList.contains("open"));

  function open(panel) {
    back.set(panel, document.activeElement);
    if (panel === drawer) {
      drawer.hidden = false;
      onDrawer(true);
    } else sidebar.classList.add("open");
    arrange();
    panel.querySelector(".panel-close")?.focus();
  }

  function close(panel) {
    if (!isOpen(panel)) return;
    if (panel === drawer) {
      drawer.hidden = true;
      onDrawer(false);
    } else sidebar.classList.remove("open");
    arrange();
    const before = back.get(panel);
    if (before?.isConnected) before.focus({ preventScroll: true });
    back.delete(panel);
  }

  /** What lies under a sheet can neither be tapped nor reached by keyboard. */
  function arrange() {
    const covered = [sidebar, drawer].some((panel) => isOpen(panel) && isSheet(panel));
    scrim.hidden = !covered;
    chat.inert = covered;
    sidebar.inert = isSheet(sidebar) ? !isOpen(sidebar) : covered;
    document.body.classList.toggle("drawer-open", isOpen(drawer));
  }

  function closeSheets() {
    for (const panel of [sidebar, drawer]) if (isSheet(panel)) close(panel);
  }

  scrim.addEventListener("click", closeSheets);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    closeMenus();
    if (isOpen(drawer)) close(drawer);
    else closeSheets();
  });
  narrow.addEventListener("change", arrange);
  middling.addEventListener("change", arrange);
  arrange();

  return {
    toggleSidebar: () => (isOpen(sidebar) ? close(sidebar) : open(sidebar)),
    closeSidebar: () => close(sidebar),
    toggleDrawer: () => (isOpen(drawer) ? close(drawer) : open(drawer)),
    closeDrawer: () => close(drawer),
  };
}
