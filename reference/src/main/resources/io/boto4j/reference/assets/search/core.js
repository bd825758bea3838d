// The core of the index: services, patterns of names, and all words.

import { letters } from './distance.js';
import { Reader } from './reader.js';
import { split, squash } from './words.js';

const FORMAT = 'boto4j-search-1';
const SHORT_CODES = 128;

export class Core {
  constructor(bytes) {
    const in_ = new Reader(bytes);
    if (in_.text() !== FORMAT) {
      throw new Error('The search index has another format');
    }
    const names = ['service', 'operation', 'request', 'response', 'shape', 'field', 'value'];
    this.paths = Object.fromEntries(names.map((name) => [name, in_.text()]));
    this.services = in_.list((rank) => readService(in_, rank));
    this.patterns = in_.list(() => in_.text());
    this.readWords(in_);
    let first = 0;
    this.firstWords = in_.list(() => (first += in_.number()));
  }

  readWords(in_) {
    let before = '';
    this.frequency = [];
    this.words = in_.list(() => {
      const head = in_.octet();
      this.frequency.push(head & 15);
      let word = before.slice(0, head >> 4);
      for (;;) {
        const letter = in_.octet();
        word += String.fromCharCode(letter & 0x7f);
        if (letter & 0x80) {
          before = word;
          return word;
        }
      }
    });
    this.frequent = in_.list(() => in_.number());
    this.indexes = new Map(this.words.map((word, index) => [word, index]));
  }

  /** The letters of each word, which are found out when a word is first misspelled. */
  get letters() {
    this.knownLetters ??= Int32Array.from(this.words, letters);
    return this.knownLetters;
  }

  /** Returns the index of a word, or -1. */
  indexOf(word) {
    return this.indexes.get(word) ?? -1;
  }

  /** Returns the indexes of the first word with a prefix, and of the first one after them. */
  range(prefix) {
    return [this.lower(prefix), this.lower(prefix + '\x7f')];
  }

  lower(text) {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < text) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns the number of the file that has the list of a word. */
  fileOf(index) {
    let low = 0;
    let high = this.firstWords.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.firstWords[middle] <= index) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Reads a name: the indexes of its words, and what is needed to write it. */
  readName(in_) {
    const number = in_.number();
    if (number === 0) {
      const literal = in_.text();
      return { words: split(literal).map((word) => this.indexOf(word.text)), literal };
    }
    const pattern = this.patterns[number - 1];
    const words = [];
    for (const letter of pattern) {
      if (isLetter(letter)) {
        const code = in_.number();
        words.push(code < SHORT_CODES ? this.frequent[code] : code - SHORT_CODES);
      }
    }
    return { words, pattern };
  }

  /** Returns a name as AWS spells it. */
  write(name) {
    if (name.literal !== undefined) {
      return name.literal;
    }
    let text = '';
    let next = 0;
    for (const letter of name.pattern) {
      if (isLetter(letter)) {
        const word = this.words[name.words[next++]];
        const capitals = letter === 'C' ? 1 : letter === 'U' ? word.length : letter === 'S' ? word.length - 1 : 0;
        text += word.slice(0, capitals).toUpperCase() + word.slice(capitals);
      } else {
        text += letter;
      }
    }
    return text;
  }
}

function isLetter(letter) {
  return letter === 'C' || letter === 'U' || letter === 'l' || letter === 'S';
}

function readService(in_, rank) {
  const name = in_.text();
  const title = in_.text();
  const others = in_.text().split(',').filter((other) => other !== '');
  const brief = title.replace(/^(AWS|Amazon) /, '');
  const keys = new Set([name, brief, ...others].map(squash));
  const words = new Set([name, brief, ...others].flatMap((key) => split(key).map((word) => word.text)));
  words.delete('service');
  return { rank, name, title, keys: [...keys], words: [...words], own: [squash(name), squash(brief)] };
}
