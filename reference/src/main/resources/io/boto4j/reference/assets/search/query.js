// What is typed, as tokens with the words that each may mean.

import { distance, lacks, letters, tolerated } from './distance.js';
import { split } from './words.js';

const PLURAL = 0.15;
const PREFIX = 0.35;
const INNER_PREFIX = 0.6;
const TYPO = 1.3;
const MOST_SIMILAR = 24;

/** How frequent a short word is at least, by its length, to be part of a text without spaces. */
const LEAST_FREQUENT = [0, 10, 6, 4];

/** Splits a query into the texts of its tokens. */
export function tokens(query) {
  return split(query.normalize('NFKD').slice(0, 200)).map((word) => word.text).slice(0, 12);
}

/** A token, and the cost of each word that it may mean. */
export class Token {
  constructor(core, text, last) {
    this.text = text;
    this.last = last;
    this.costs = new Map();
    this.exact = core.indexOf(text);
    this.similar = false;
    this.addForms(core);
    [this.low, this.high] = last || text.length > 2 ? core.range(text) : [0, 0];
  }

  addForms(core) {
    const { text } = this;
    const forms = [[text, 0], [text + 's', PLURAL], [text + 'es', PLURAL]];
    if (text.length > 3 && text.endsWith('s')) {
      forms.push([text.slice(0, -1), PLURAL]);
    }
    if (text.endsWith('y')) {
      forms.push([text.slice(0, -1) + 'ies', PLURAL]);
    } else if (text.endsWith('ies')) {
      forms.push([text.slice(0, -3) + 'y', PLURAL]);
    }
    for (const [form, cost] of forms) {
      const index = core.indexOf(form);
      if (index >= 0 && !this.costs.has(index)) {
        this.costs.set(index, cost);
      }
    }
  }

  get known() {
    return this.costs.size > 0 || this.high > this.low;
  }

  /** The least cost of a word that the token may mean. */
  get least() {
    return Math.min(Infinity, ...this.costs.values());
  }

  /** The number of words that the token may mean. */
  get size() {
    const others = [...this.costs.keys()].filter((index) => index < this.low || index >= this.high);
    return others.length + this.high - this.low;
  }

  /** Returns the cost of a word, or Infinity if the token does not mean it. */
  cost(core, index) {
    const cost = this.costs.get(index);
    if (cost !== undefined) {
      return cost;
    }
    if (index >= this.low && index < this.high) {
      const more = core.words[index].length - this.text.length;
      return (this.last ? PREFIX : INNER_PREFIX) + Math.min(0.4, more * 0.04);
    }
    return Infinity;
  }

  /** Adds the words that are similar to the token. */
  addSimilar(core) {
    const most = tolerated(this.text.length);
    const typed = letters(this.text);
    const found = [];
    for (let index = 0; most > 0 && index < core.words.length; index++) {
      const word = core.words[index];
      if (lacks(typed, core.letters[index], most)) {
        continue;
      }
      const errors = this.errorCost(word, most);
      if (errors < Infinity) {
        const first = word[0] === this.text[0] ? 0 : 0.3;
        const rare = (15 - core.frequency[index]) * 0.06;
        found.push([index, errors + first + rare]);
      }
    }
    found.sort((a, b) => a[1] - b[1]);
    for (const [index, cost] of found.slice(0, MOST_SIMILAR)) {
      if (!this.costs.has(index)) {
        this.costs.set(index, cost);
      }
    }
    this.similar = found.length > 0;
    return this.similar;
  }

  /** Returns the cost of the typing errors that lead to a word or, at the end of the query, to the beginning of one. */
  errorCost(word, most) {
    const errors = distance(this.text, word, most);
    if (errors > 0 && errors <= most) {
      return errors * TYPO;
    }
    const begins = errors > 0 && this.last && this.text.length > 4 && distance(this.text, word, 1, true) === 1;
    return begins ? TYPO + 0.5 : Infinity;
  }

  /** Returns the words whose lists are read for this token, the best ones first. */
  lists(core, most) {
    const words = [...this.costs].map(([index, cost]) => [index, cost]);
    for (let index = this.low; index < this.high; index++) {
      if (!this.costs.has(index)) {
        words.push([index, this.cost(core, index)]);
      }
    }
    const value = ([index, cost]) => (index === this.exact ? -Infinity : cost - core.frequency[index] * 0.08);
    words.sort((a, b) => (value(a) < value(b) ? -1 : 1));
    return words.slice(0, most).map(([index]) => index);
  }
}

/**
 * Splits a text without spaces, such as "getobject", into known words.
 *
 * @param last whether the last word may be a prefix of a known word
 * @return the words, or null if the text does not consist of known words
 */
export function segment(core, text, last) {
  const best = [{ cost: 0, words: [] }];
  for (let end = 1; end <= text.length; end++) {
    best.push(null);
    for (let start = Math.max(0, end - 24); start < end; start++) {
      const before = best[start];
      if (before === null) {
        continue;
      }
      const part = text.slice(start, end);
      const cost = before.cost + partCost(core, part, last && end === text.length);
      if (cost < (best[end]?.cost ?? Infinity)) {
        best[end] = { cost, words: [...before.words, part] };
      }
    }
  }
  const found = best[text.length];
  return found === null || found.words.length < 2 ? null : found.words;
}

/** Prefers few, long and frequent words: names with many words are rare. */
function partCost(core, part, prefix) {
  const index = core.indexOf(part);
  const frequency = index < 0 ? 0 : core.frequency[index];
  if (index >= 0 && frequency >= (LEAST_FREQUENT[part.length] ?? 0)) {
    return 1.5 + (15 - frequency) * 0.12;
  }
  if (prefix && part.length > 1) {
    const [low, high] = core.range(part);
    return high > low ? 3.5 : Infinity;
  }
  return Infinity;
}

/** Splits a text with a typing error in its second word: "putitme" is put, item. */
export function segmentWithTypo(core, text, last) {
  for (let end = text.length - 4; end >= 3; end--) {
    const index = core.indexOf(text.slice(0, end));
    if (index >= 0 && core.frequency[index] > 5) {
      const second = new Token(core, text.slice(end), last);
      second.addSimilar(core);
      if (second.similar) {
        return [new Token(core, text.slice(0, end), false), second];
      }
    }
  }
  return null;
}
