// Answers a query: which files to read, and which results to show.

import { grouped } from './groups.js';
import { readList, readService } from './entries.js';
import { segment, segmentWithTypo, Token, tokens as tokensOf } from './query.js';
import { findServices, guideResults, serviceResult } from './services.js';

/** What is typed before a name out of habit. */
const NOISE = /^\s*((aws|amazon|boto3|boto4j)\s+(?=\S)|(\w*client|self|this)\.(?=\w))/i;

/** Words of sentences, which are left out if nothing is found with them. */
const FILLERS = new Set(['a', 'an', 'and', 'for', 'from', 'how', 'i', 'in', 'is', 'of', 'on', 'the', 'to', 'what',
  'with']);

const MOST_SERVICES = 2;

/** Typing errors are looked for if there are fewer results than this. */
const FEW = 3;

/** The cost up to which a service is certainly named: by a name or an alias of it. */
const CERTAIN = 0.3;

/** Results of other services are not looked for in further lists if there are as many. */
const ENOUGH = 8;

/** The cost up to which a word differs by one typing error. */
const TYPING_ERROR = 2;

/** What it costs to split a text that has a typing error. */
const SPLIT = 0.5;

const MOST_LISTS = 5;

/** The number of files with lists of a token, unless the query names a service, whose file is read. */
const MOST_FILES = 3;
const TRUNCATED = 8;

export class Engine {
  constructor(files) {
    this.files = files;
  }

  /**
   * Finds the results of a query.
   *
   * @param show called with the results that are known while others are loaded
   * @return the groups, the best one first
   */
  async search(query, show = () => {}) {
    const core = await this.files.core();
    let texts = tokensOf(query.replace(NOISE, ''));
    let groups = await this.searchTexts(core, texts, query, show);
    const fewer = texts.filter((text) => !FILLERS.has(text));
    if (groups.length === 0 && fewer.length > 0 && fewer.length < texts.length) {
      texts = fewer;
      groups = await this.searchTexts(core, texts, query, show);
    }
    // Of a whole command, the beginning names the operation.
    while (groups.length === 0 && texts.length > 1) {
      texts = texts.slice(0, -1);
      groups = await this.searchTexts(core, texts, query, show);
    }
    return groups;
  }

  async searchTexts(core, texts, query, show) {
    if (texts.length === 0) {
      return [];
    }
    const guides = this.files.guides();
    const found = findServices(core, texts);
    const whole = found.filter((service) => service.rest.length === 0);
    const results = whole.map((service) => serviceResult(core, service, service.cost < 0.2));
    show(grouped(core, results, [], query));
    if (texts.length === 1 && texts[0].length === 1) {
      return grouped(core, results, [], query);
    }
    const named = found.filter((service) => service.rest.length > 0).slice(0, MOST_SERVICES);
    let tokens = understand(core, texts, false);
    const exact = await this.find(core, tokens, named, false,
      (first) => show(grouped(core, [...results, ...first], tokens, query)));
    results.push(...exact);
    const good = exact.length > 0 || whole.some((service) => service.cost < 1);
    if (!good || exact.length < FEW) {
      const tolerant = understand(core, texts, true);
      if (tolerant.some((token) => token.similar)) {
        results.push(...await this.find(core, tolerant, named, true));
        tokens = exact.length > 0 ? tokens : tolerant;
      }
    }
    show(grouped(core, results, tokens, query));
    results.push(...guideResults(await guides, texts));
    return grouped(core, results, tokens, query);
  }

  async find(core, tokens, named, tolerant, show = () => {}) {
    const results = [];
    const certain = named.filter(({ cost }) => cost < CERTAIN);
    for (const service of certain) {
      if (results.length < ENOUGH) {
        await this.inService(core, service, tolerant, results);
      }
    }
    if (results.length > 0) {
      show(results);
    }
    await this.inLists(core, tokens, results, certain.length > 0 ? 1 : MOST_FILES);
    for (const service of results.length < ENOUGH ? named.filter(({ cost }) => cost >= CERTAIN) : []) {
      await this.inService(core, service, tolerant, results);
    }
    return results;
  }

  /** Finds entries of any service in the lists of the rarest token. */
  async inLists(core, tokens, results, files) {
    if (tokens.some((token) => token.costs.size === 0 && token.low === token.high && !isService(core, token))) {
      return;
    }
    const usable = tokens.filter((token) => token.costs.size > 0 || token.high > token.low)
      .filter((token) => token.text.length > 1 || token.exact >= 0);
    usable.sort((a, b) => rarity(core, a) - rarity(core, b) || compare(a.text, b.text));
    for (const token of usable.slice(0, 2)) {
      const all = await this.inList(core, tokens, token, results, files);
      if (results.length >= ENOUGH || (all && rarity(core, token) < TRUNCATED)) {
        break;
      }
    }
  }

  /** Returns whether the lists of all words were read that the token may mean. */
  async inList(core, tokens, token, results, most) {
    const files = new Set();
    const words = token.lists(core, MOST_LISTS).filter((word) => {
      const file = core.fileOf(word);
      return files.has(file) || (files.size < most && files.add(file));
    });
    const seen = new Set();
    for (const list of await this.files.lists(core, words)) {
      readList(core, list, tokens, seen, results);
    }
    return words.length === token.size;
  }

  /** Finds entries of a service that the query names. */
  async inService(core, named, tolerant, results) {
    const tokens = understand(core, named.rest, tolerant);
    if (tokens.every((token) => !token.known && !token.similar)) {
      return;
    }
    const bytes = await this.files.service(named.service.name);
    readService(core, bytes, named, tokens, results);
  }
}

/**
 * Makes tokens of texts. A text that is not a word is split into words, such as "getobject", or, if
 * it is to be tolerant, corrected.
 */
function understand(core, texts, tolerant) {
  return texts.flatMap((text, i) => {
    const last = i === texts.length - 1;
    const token = new Token(core, text, last);
    if (token.exact >= 0 || (token.known && !tolerant)) {
      return [token];
    }
    return tolerant ? corrected(core, token) : divided(core, token);
  });
}

function divided(core, token) {
  const parts = token.text.length > 3 ? segment(core, token.text, token.last) : null;
  if (parts === null || (isDoubtful(parts) && isTypo(core, token))) {
    return [token];
  }
  return parts.map((part, i) => new Token(core, part, token.last && i === parts.length - 1));
}

function corrected(core, token) {
  token.addSimilar(core);
  const pieces = token.least < TYPING_ERROR ? null : segmentWithTypo(core, token.text, token.last);
  return pieces !== null && pieces[1].least + SPLIT < token.least ? pieces : [token];
}

/** Whether a text may consist of these words by chance. */
function isDoubtful(parts) {
  return parts.some((part) => part.length < 4);
}

/** Whether one typing error leads to a word; its words are then those of the token. */
function isTypo(core, token) {
  token.addSimilar(core);
  return token.least < TYPING_ERROR;
}

function isService(core, token) {
  return core.services.some((service) => service.words.includes(token.text) || service.keys.includes(token.text));
}

/** Returns how frequent the words are that a token means. */
function rarity(core, token) {
  if (token.exact >= 0) {
    return core.frequency[token.exact];
  }
  const lists = token.lists(core, MOST_LISTS);
  return Math.max(...lists.map((word) => core.frequency[word])) + 0.5;
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
