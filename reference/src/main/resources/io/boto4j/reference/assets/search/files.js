// The files of the index, each loaded on first use and kept.

import { Core } from './core.js';
import { Reader } from './reader.js';

export class Files {
  /** @param load returns a promise of the bytes of a file, by its path in the folder of the index */
  constructor(load) {
    this.load = load;
    this.kept = new Map();
  }

  /** Returns what a function makes of a file; a file that could not be loaded is tried again. */
  get(path, read) {
    let kept = this.kept.get(path);
    if (kept === undefined) {
      kept = this.load(path).then(read);
      kept.catch(() => this.kept.delete(path));
      this.kept.set(path, kept);
    }
    return kept;
  }

  core() {
    return this.get('core.bin', (bytes) => new Core(bytes));
  }

  /** Returns the headings of the guides; none if the site has no guides. */
  guides() {
    return this.get('guides.json', readGuides).catch(() => []);
  }

  service(name) {
    return this.get(`services/${name}.bin`, (bytes) => bytes);
  }

  /** Returns the lists of names of words, as bytes, in the order of the words. */
  async lists(core, words) {
    const lists = await Promise.all(words.map(async (word) => {
      const file = core.fileOf(word);
      const all = await this.get(`words/${file}.bin`, readLists);
      return all[word - core.firstWords[file]];
    }));
    return lists;
  }
}

/** Returns titles of guides, then the headings in them, each with the title of its guide and its path. */
function readGuides(bytes) {
  const guides = JSON.parse(new TextDecoder().decode(bytes));
  const titles = guides.map(([title, path]) => [title, title, path]);
  const headings = guides.flatMap(([title, path, list]) => list.flatMap((heading, i) =>
    (i % 2 === 0 ? [[heading, title, `${path}#${list[i + 1]}`]] : [])));
  return [...titles, ...headings];
}

function readLists(bytes) {
  const in_ = new Reader(bytes);
  // The number of lists is not in the file: their lengths add up to the bytes after the lengths.
  const lengths = [];
  let sum = 0;
  while (in_.at + sum < bytes.length) {
    const length = in_.number();
    lengths.push(length);
    sum += length;
  }
  return lengths.map((length) => in_.slice(length));
}
