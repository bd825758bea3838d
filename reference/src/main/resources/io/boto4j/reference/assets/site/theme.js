// The button that goes through the themes: that of the system, light, dark.

import {remember} from './storage.js';

const ORDER = ['system', 'light', 'dark'];

export function themeButton() {
  const button = document.getElementById('theme');
  if (!button) return;
  const root = document.documentElement;
  const name = (theme) => {
    button.setAttribute('aria-label', `Theme: ${theme}`);
    button.title = `Theme: ${theme}`;
  };
  name(root.dataset.theme ?? 'system');
  button.addEventListener('click', () => {
    const now = ORDER.indexOf(root.dataset.theme ?? 'system');
    const next = ORDER[(now + 1) % ORDER.length];
    if (next === 'system') delete root.dataset.theme;
    else root.dataset.theme = next;
    remember('theme', next === 'system' ? null : next);
    name(next);
  });
}
