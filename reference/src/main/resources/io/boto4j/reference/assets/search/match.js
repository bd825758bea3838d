// Compares tokens with names, and makes results of those that match.

import { COST, GROUP, Kind, VERBS } from './kinds.js';
import { rankCost, wordCost } from './services.js';
import { split, squash } from './words.js';

/** The cost of a word up to which it counts as typed in full. */
const WHOLE = 0.2;

/**
 * Compares the tokens with the words of a name.
 *
 * @return the cost and the word of each token; a cost is Infinity where no word matches
 */
export function matchName(core, tokens, words) {
  const costs = new Array(tokens.length).fill(Infinity);
  const at = new Array(tokens.length).fill(-1);
  const taken = new Set();
  let any = false;
  tokens.forEach((token, i) => {
    words.forEach((word, j) => {
      const cost = taken.has(j) ? Infinity : token.cost(core, word);
      if (cost < costs[i]) {
        costs[i] = cost;
        at[i] = j;
      }
    });
    if (at[i] >= 0) {
      taken.add(at[i]);
      any = true;
    }
  });
  return any ? { costs, at } : null;
}

/**
 * Returns the cost of an entry, or Infinity if a token matches neither the name nor what is around
 * it.
 *
 * @param match what matchName returned for the name
 * @param owner the words of the operation or shape that has the entry, or null
 * @param service the service, or null if the query has named it
 */
export function entryCost(core, tokens, match, words, owner, service) {
  let cost = 0;
  let inName = 0;
  let before = -1;
  let whole = true;
  for (let i = 0; i < tokens.length; i++) {
    let least = match.costs[i];
    if (least < Infinity) {
      inName++;
      cost += match.at[i] < before ? 0.25 : 0;
      before = match.at[i];
    } else {
      least = around(core, tokens[i], owner, service);
      if (least === Infinity) {
        return Infinity;
      }
    }
    whole &&= least < WHOLE && match.at[i] >= 0;
    cost += least;
  }
  const more = Math.min(4, words.length - inName);
  return cost + more * 0.35 - (more === 0 && whole ? 1.2 : 0);
}

function around(core, token, owner, service) {
  let least = service === null ? Infinity : wordCost(service, token.text);
  for (const word of owner ?? []) {
    least = Math.min(least, token.cost(core, word) + 0.6);
  }
  return least;
}

/** Prefers operations that begin with a verb, if only the verb is typed. */
function verbBonus(kind, tokens, name) {
  const verb = tokens.length === 1 && VERBS.has(tokens[0].text) && GROUP[kind] === GROUP[Kind.OPERATION];
  return verb && tokens[0].exact === name.words[0] ? 2.2 : 0;
}

/** Returns a result; its title is written and marked only when it is shown. */
export function entryResult(tokens, entry) {
  const { kind, service, name, owner } = entry;
  return {
    group: GROUP[kind],
    kind,
    name,
    owner,
    service,
    others: entry.others ?? 0,
    cost: entry.cost + COST[kind] + rankCost(service) - verbBonus(kind, tokens, name),
  };
}

/** Completes a result: its title, path, and the marked parts of the title. */
export function complete(core, result, tokens, query) {
  if (result.title !== undefined) {
    return result;
  }
  const title = core.write(result.name);
  const owner = result.owner === undefined ? title : core.write(result.owner);
  const pattern = pathOf(core, result.kind);
  const parts = { service: result.service.name, owner, name: title };
  return {
    ...result,
    title,
    ownerTitle: result.owner === undefined ? null : owner,
    path: pattern.replace(/\{(service|owner|name)\}/g, (all, part) => encodeURIComponent(parts[part])),
    marks: marks(core, title, result.name.words, tokens),
    cost: result.cost + spellingCost(title, query, result.group === GROUP[Kind.OPERATION]),
  };
}

/** Prefers names that are spelled like the query. */
function spellingCost(title, query, isOperation) {
  if (squash(title) !== squash(query)) {
    return 0;
  }
  return (title === query ? -1.4 : -0.9) - (isOperation ? 0.8 : 0);
}

function pathOf(core, kind) {
  switch (kind) {
    case Kind.POPULAR_OPERATION:
    case Kind.OPERATION:
      return core.paths.operation;
    case Kind.REQUEST_MEMBER:
      return core.paths.request;
    case Kind.RESPONSE_MEMBER:
      return core.paths.response;
    case Kind.FIELD:
      return core.paths.field;
    case Kind.VALUE:
      return core.paths.value;
    default:
      return core.paths.shape;
  }
}

function marks(core, title, words, tokens) {
  const match = matchName(core, tokens, words);
  const starts = split(title);
  const found = [];
  (match?.at ?? []).forEach((word, i) => {
    if (word >= 0) {
      const { start, text } = starts[word];
      const length = text.startsWith(tokens[i].text) ? tokens[i].text.length : text.length;
      found.push([start, start + length]);
    }
  });
  return found;
}
