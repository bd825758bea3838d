// The dialog: a combobox with a list of links.

import { element, icon } from './elements.js';
import { Engine } from './engine.js';
import { Files } from './files.js';
import { render } from './results.js';

const HINT = 'Find services, operations, members, errors and values, '
  + 'such as “s3 put object”, “describe_db_instances” or “PAY_PER_REQUEST”.';
const ADVICE = 'Names are found by their words, such as “list objects”.';
const FAILED = 'The search index cannot be loaded. Check the connection, then type again.';

export class SearchDialog {
  constructor(root) {
    this.root = root;
    this.engine = new Engine(new Files((path) => load(new URL(`search/${path}`, root))));
    this.options = [];
    this.active = -1;
    this.query = '';
    /** Whether the user has chosen another result than the first one. */
    this.moved = false;
    this.pending = Promise.resolve();
    this.build();
    this.listen();
    this.say(HINT);
  }

  build() {
    this.input = element('input', 'search-input');
    const attributes = {
      id: 'search-input', type: 'text', placeholder: 'Search the reference', autocomplete: 'off', spellcheck: 'false',
      role: 'combobox', 'aria-label': 'Search the reference', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
      'aria-controls': 'search-list', autocapitalize: 'off', autocorrect: 'off', enterkeyhint: 'go',
    };
    Object.entries(attributes).forEach(([name, value]) => this.input.setAttribute(name, value));
    this.close = element('button', 'search-close', [
      element('span', 'search-for-keys', 'Esc'),
      element('span', 'search-for-touch', 'Close'),
    ]);
    this.close.type = 'button';
    this.close.setAttribute('aria-label', 'Close the search');
    this.list = element('div', 'search-list');
    this.list.id = 'search-list';
    this.list.hidden = true;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Results');
    this.message = element('p', 'search-message');
    this.status = element('div', 'search-status');
    this.status.setAttribute('role', 'status');
    this.node = element('dialog', 'search-dialog', [
      element('div', 'search-field', [icon(), this.input, this.close]),
      this.list,
      this.message,
      this.status,
      keys(),
    ]);
    this.node.setAttribute('aria-label', 'Search');
  }

  listen() {
    this.input.addEventListener('input', () => this.search());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.close.addEventListener('click', () => this.node.close());
    this.node.addEventListener('click', (event) => {
      const link = event.target.closest('a');
      if (event.target === this.node || (link !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey)) {
        this.node.close();
      }
    });
    this.list.addEventListener('pointermove', (event) => {
      const at = this.options.indexOf(event.target.closest('a'));
      if (at >= 0 && at !== this.active) {
        this.moved = true;
        this.activate(at, false);
      }
    });
    // A press must not take the focus from the field.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Loads what every query needs. */
  prepare() {
    this.engine.files.core().catch(() => {});
    this.engine.files.guides();
  }

  open() {
    if (!this.node.open) {
      this.node.showModal();
      this.prepare();
    }
    this.input.focus();
    this.input.select();
  }

  search() {
    const query = this.input.value.trim();
    if (query !== this.query) {
      this.query = query;
      this.moved = false;
      this.pending = this.run(query);
    }
  }

  async run(query) {
    if (query === '') {
      this.show([]);
      this.say(HINT);
      return;
    }
    try {
      if (this.options.length === 0) {
        this.say('Searching…');
      }
      const groups = await this.engine.search(query, (first) => {
        if (this.query === query && first.length > 0) {
          this.show(first);
          this.say('');
        }
      });
      if (this.query === query) {
        this.show(groups);
        this.say(groups.length > 0 ? '' : `No results for “${query}”. ${ADVICE}`);
      }
    } catch (error) {
      if (this.query === query) {
        this.query = '';
        this.show([]);
        this.say(FAILED);
        console.error(error);
      }
    }
  }

  show(groups) {
    const { nodes, options } = render(groups, this.root);
    if (options.length > 0 && options.map(String).join() === this.options.map(String).join()) {
      return;
    }
    const chosen = this.moved ? String(this.options[this.active]) : '';
    this.list.replaceChildren(...nodes);
    this.options = options;
    this.active = -1;
    this.input.setAttribute('aria-expanded', String(options.length > 0));
    this.list.hidden = options.length === 0;
    const same = options.findIndex((option) => String(option) === chosen);
    this.activate(options.length === 0 ? -1 : Math.max(0, same), true);
    if (options.length > 0) {
      this.status.textContent = options.length === 1 ? '1 result' : `${options.length} results`;
    }
  }

  /** Shows a message in place of results. */
  say(text) {
    this.message.textContent = text;
    this.message.hidden = text === '';
    if (text !== '') {
      this.status.textContent = text;
    }
  }

  activate(at, scroll) {
    this.options[this.active]?.setAttribute('aria-selected', 'false');
    this.active = at;
    const option = this.options[at];
    if (option === undefined) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', option.id);
    if (scroll && at === 0) {
      this.list.scrollTop = 0;
    } else if (scroll) {
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  key(event) {
    const count = this.options.length;
    if (event.isComposing || event.altKey) {
      return;
    }
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.moved = true;
      this.activate((this.active + step + count) % count, true);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      this.follow(event.ctrlKey || event.metaKey);
      event.preventDefault();
    }
  }

  /** Follows the active link, after the results of what is typed have arrived. */
  async follow(inNewTab) {
    await this.pending;
    const option = this.options[this.active];
    if (option !== undefined && inNewTab) {
      window.open(option.href, '_blank', 'noopener');
    } else if (option !== undefined) {
      option.click();
    }
  }
}

async function load(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url.pathname}: status ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** The keys, for those who see them; the combobox announces them to others. */
function keys() {
  const list = element('div', 'search-keys', [
    element('kbd', 'search-key', '↑'), element('kbd', 'search-key', '↓'), element('span', '', 'to move'),
    element('kbd', 'search-key', '↵'), element('span', '', 'to open'),
    element('kbd', 'search-key', 'esc'), element('span', '', 'to close'),
  ]);
  list.setAttribute('aria-hidden', 'true');
  return list;
}
