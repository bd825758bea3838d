// The search: a button in the header of each page, which opens the dialog.
// The index is loaded when the dialog is first opened.

import { SearchDialog } from './search/dialog.js';
import { element, icon } from './search/elements.js';

function addSearch(host) {
  const root = new URL(host.dataset.root || './', document.baseURI);
  const dialog = new SearchDialog(root);
  const button = element('button', 'search-button', [
    icon(),
    element('span', 'search-button-text', 'Search'),
    element('kbd', 'search-key', '/'),
  ]);
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  button.addEventListener('click', () => dialog.open());
  button.addEventListener('pointerenter', () => dialog.prepare(), { once: true });
  host.append(button);
  document.body.append(dialog.node);
  document.addEventListener('keydown', (event) => {
    const control = event.ctrlKey || event.metaKey;
    const shortcut = control && !event.shiftKey && event.key.toLowerCase() === 'k';
    const slash = !control && event.key === '/' && !isEditable(event.target);
    if ((shortcut || slash) && !event.altKey && !event.defaultPrevented) {
      event.preventDefault();
      dialog.open();
    }
  });
}

function isEditable(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

const host = document.getElementById('search');
if (host !== null) {
  addSearch(host);
}
