// What pages do beyond HTML. Every page is complete without it.

import {copyButtons, languageTabs} from './site/examples.js';
import {filters} from './site/filters.js';
import {themeButton} from './site/theme.js';
import {trees} from './site/trees.js';

themeButton();
languageTabs();
copyButtons();
filters();
trees();

// The side bar begins closed where it is above the page, and shows the place of the page.
const side = document.querySelector('.side-box');
if (side) {
  if (matchMedia('(max-width: 900px)').matches) side.open = false;
  for (const link of side.querySelectorAll('a')) {
    if (link.pathname === location.pathname && !link.hash) link.setAttribute('aria-current', 'page');
  }
}

// The heading that is being read is marked in the list "on this page".
const headings = new Map();
for (const link of document.querySelectorAll('.toc a')) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) headings.set(target.closest('section') ?? target, link);
}
if (headings.size > 0) {
  const visible = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) visible.add(entry.target);
        else visible.delete(entry.target);
      }
      let first = true;
      for (const [section, link] of headings) {
        if (first && visible.has(section)) {
          link.setAttribute('aria-current', 'true');
          first = false;
        } else {
          link.removeAttribute('aria-current');
        }
      }
    },
    {rootMargin: '-80px 0px -40% 0px'},
  );
  for (const section of headings.keys()) observer.observe(section);
}

// Printing shows what is folded.
addEventListener('beforeprint', () => {
  for (const each of document.querySelectorAll('main details:not([open], [data-src])')) {
    each.open = true;
    each.dataset.printed = '';
  }
});
addEventListener('afterprint', () => {
  for (const each of document.querySelectorAll('details[data-printed]')) {
    each.open = false;
    delete each.dataset.printed;
  }
});
