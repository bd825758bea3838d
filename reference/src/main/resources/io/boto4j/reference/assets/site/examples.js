// The examples: one language at a time, chosen once for all pages, and buttons that copy.

import {announce} from './announce.js';
import {remember} from './storage.js';

const root = document.documentElement;

function choose(language) {
  root.dataset.lang = language;
  remember('lang', language);
  for (const tab of document.querySelectorAll('.tab')) {
    const chosen = tab.dataset.lang === language;
    tab.setAttribute('aria-selected', String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
}

export function languageTabs() {
  const lists = document.querySelectorAll('.tabs');
  for (const list of lists) {
    const tabs = [...list.querySelectorAll('.tab')];
    list.setAttribute('role', 'tablist');
    for (const tab of tabs) {
      tab.setAttribute('role', 'tab');
      tab.addEventListener('click', () => {
        // The button stays where it is, although examples above change their height.
        const before = tab.getBoundingClientRect().top;
        choose(tab.dataset.lang);
        scrollBy({top: tab.getBoundingClientRect().top - before, behavior: 'instant'});
      });
      tab.addEventListener('keydown', (event) => {
        const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
        if (!step) return;
        event.preventDefault();
        const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
        next.focus();
        next.click();
      });
    }
  }
  if (lists.length > 0) {
    const known = [...document.querySelectorAll('.tab')].map((tab) => tab.dataset.lang);
    choose(known.includes(root.dataset.lang) ? root.dataset.lang : known[0]);
  }
}

export function copyButtons() {
  for (const button of document.querySelectorAll('button.copy')) {
    button.addEventListener('click', async () => {
      const box = button.closest('.examples') ?? button.parentElement;
      const code = [...box.querySelectorAll('pre')].find((each) => each.offsetParent !== null);
      if (!code) return;
      try {
        await navigator.clipboard.writeText(code.innerText);
        announce('Copied');
      } catch {
        announce('The browser does not allow copying');
      }
    });
  }
}
