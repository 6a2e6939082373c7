/** Buttons that only work with JavaScript show themselves here. */
export function printButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}

/** A form that came back with mistakes: reading starts at the list of them. */
export function focusMistakes(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}

/** Menus close with Escape and with a press elsewhere. */
export function closeMenus(): void {
  const open = () => [...document.querySelectorAll<HTMLDetailsElement>('details.pp-menu[open]')];
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  document.addEventListener('click', ({ target }) => {
    for (const menu of open()) if (!(target instanceof Node && menu.contains(target))) menu.open = false;
  });
}
