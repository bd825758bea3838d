// The trees of members: those of other pages are fetched when they are opened, and a link to a
// member opens everything around it.

import {announce} from './announce.js';

const MEMBERS = 'members.';

/** Fetches the members of a shape from its page, once. */
const fetched = new Map();

async function membersOf(url) {
  const page = url.split('#')[0];
  if (!fetched.has(page)) {
    fetched.set(
      page,
      fetch(page).then(async (response) => {
        if (!response.ok) throw new Error(`status ${response.status}`);
        return new DOMParser().parseFromString(await response.text(), 'text/html');
      }),
    );
  }
  let document_;
  try {
    document_ = await fetched.get(page);
  } catch (error) {
    fetched.delete(page);
    throw error;
  }
  return document_.querySelector('#members > .members');
}

/** Makes the anchors of members that come from another page those of their place in this one. */
function place(list, at) {
  for (const member of list.querySelectorAll('.m')) {
    if (member.id.startsWith(MEMBERS)) {
      member.id = `${at}.${member.id.slice(MEMBERS.length)}`;
      member.querySelector('.m-name').setAttribute('href', `#${encodeURI(member.id)}`);
    }
  }
  for (const below of list.querySelectorAll('[data-at]')) {
    below.dataset.at = `${at}.${below.dataset.at.slice(MEMBERS.length)}`;
  }
}

async function load(details) {
  const source = details.dataset.src;
  if (!source) return;
  delete details.dataset.src;
  details.setAttribute('aria-busy', 'true');
  try {
    const list = await membersOf(new URL(source, location.href).href);
    if (list) {
      const copy = document.importNode(list, true);
      place(copy, details.dataset.at);
      details.querySelector(':scope > .m-link').replaceWith(copy);
    }
  } catch {
    // The link to the page of the shape stays. Opened from a file, pages cannot read each other.
    details.dataset.src = source;
  }
  details.removeAttribute('aria-busy');
}

function openAround(element) {
  for (let around = element.closest('details'); around; ) {
    around.open = true;
    around = around.parentElement.closest('details');
  }
}

/** Opens the tree along the names of an anchor, fetching what is not in the page. */
async function reveal(anchor, attempts = 12) {
  const found = document.getElementById(anchor);
  if (found) {
    openAround(found);
    if (found.matches('details')) found.open = true;
    document.querySelector('.m.found')?.classList.remove('found');
    if (found.matches('.m')) found.classList.add('found');
    found.scrollIntoView({block: 'start'});
    return;
  }
  let deepest = null;
  for (const details of document.querySelectorAll('details[data-at]')) {
    const at = details.dataset.at;
    if (anchor.startsWith(`${at}.`) && at.length > (deepest?.dataset.at.length ?? -1)) {
      deepest = details;
    }
  }
  if (deepest?.dataset.src && attempts > 0) {
    await load(deepest);
    if (!deepest.dataset.src) await reveal(anchor, attempts - 1);
  }
}

function revealHash() {
  if (location.hash.length > 1) {
    let anchor = location.hash.slice(1);
    try {
      anchor = decodeURIComponent(anchor);
    } catch {
      // A stray percent sign is taken as it is.
    }
    reveal(anchor);
  }
}

export function trees() {
  document.addEventListener(
    'toggle',
    (event) => {
      if (event.target.open && event.target.dataset.src) load(event.target);
    },
    true,
  );
  document.addEventListener('click', (event) => {
    const name = event.target.closest('.m-name');
    if (name && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      navigator.clipboard
        ?.writeText(new URL(name.getAttribute('href'), location.href).href)
        .then(() => announce('Link copied'))
        .catch(() => {});
    }
    const tool = event.target.closest('[data-expand], [data-collapse]');
    if (tool) {
      const open = 'expand' in tool.dataset;
      for (const each of tool.closest('section').querySelectorAll('details')) each.open = open;
    }
  });
  addEventListener('hashchange', revealHash);
  revealHash();
}
