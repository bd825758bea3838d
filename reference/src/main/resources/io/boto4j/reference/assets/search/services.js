// Finds the services that a query, or a part of it, names.

import { distance, tolerated } from './distance.js';
import { GUIDE, SERVICE } from './kinds.js';
import { squash } from './words.js';

const LONGEST = 4;
const MOST_COST = 2.6;

/**
 * Returns the services that all or some tokens name, the best ones first.
 *
 * @return services, each with its cost and the tokens that do not name it
 */
export function findServices(core, tokens) {
  const best = new Map();
  for (let start = 0; start < tokens.length; start++) {
    for (let end = start + 1; end <= Math.min(tokens.length, start + LONGEST); end++) {
      const span = tokens.slice(start, end);
      const rest = [...tokens.slice(0, start), ...tokens.slice(end)];
      for (const service of core.services) {
        const longer = (span.length - 1) * (isOwn(service, span) ? 0.4 : 0.05);
        const cost = serviceCost(service, span, end === tokens.length) - longer;
        const key = rest.length === 0 ? `all ${service.name}` : service.name;
        const known = best.get(key);
        if (cost < MOST_COST && (known === undefined || cost < known.cost)) {
          best.set(key, { service, cost, rest, span, start });
        }
      }
    }
  }
  return [...best.values()].sort((a, b) => order(a) - order(b));
}

/** The service is usually named first; of those named equally well, the most used one comes first. */
function order(found) {
  return found.cost + found.start * 0.1 + rankCost(found.service) * 0.05;
}

/** Returns what a service adds to the cost of its results. */
export function rankCost(service) {
  return Math.min(service.rank, 120) / 100;
}

/** Whether the tokens are the name of the service, and not one that people give it. */
function isOwn(service, span) {
  return service.own.includes(span.join(''));
}

function serviceCost(service, span, last) {
  const text = span.join('');
  if (isOwn(service, span)) {
    return 0;
  }
  if (service.keys.includes(text)) {
    return 0.1;
  }
  if (span.every((token, i) => isWordOf(service, token, i === span.length - 1))) {
    return 0.9 + span.filter((token) => !service.words.includes(token)).length * 0.1;
  }
  const prefixed = text.length > 1 ? service.keys : service.own;
  if (last && prefixed.some((key) => key.startsWith(text))) {
    return service.own[0].startsWith(text) ? 0.5 : 0.8;
  }
  return typoCost(service, text);
}

/** Whether a token is, or begins, a word of the names of a service. */
function isWordOf(service, token, last) {
  const least = last ? 2 : 3;
  return service.words.some((word) => (word === token && token.length > 1)
    || (word.startsWith(token) && token.length >= least));
}

function typoCost(service, text) {
  const most = Math.min(2, tolerated(text.length));
  let least = Infinity;
  for (const key of most > 0 ? service.keys : []) {
    const errors = key.length > 3 ? distance(text, key, most) : Infinity;
    if (errors <= most) {
      least = Math.min(least, errors + 0.3 + (key[0] === text[0] ? 0 : 0.4));
    }
  }
  return least;
}

/** Returns the cost of a token as a word of a service. */
export function wordCost(service, token) {
  if (service.keys.includes(token) || service.words.includes(token)) {
    return 0.5;
  }
  return token.length > 2 && service.words.some((word) => word.startsWith(token)) ? 0.8 : Infinity;
}

/** Returns the result for a service. */
export function serviceResult(core, found, exact) {
  const { service } = found;
  return {
    group: SERVICE,
    title: service.title,
    detail: service.name,
    path: core.paths.service.replace('{service}', () => encodeURIComponent(service.name)),
    cost: found.cost + rankCost(service) * 0.8 - (exact ? 2.5 : 0.8),
    marks: spanMarks(service.title, found.span),
  };
}

/** Returns the results among the headings of the guides. */
export function guideResults(guides, tokens) {
  const results = [];
  guides.forEach(([title, guide, path], place) => {
    const words = title.toLowerCase().split(/[^a-z0-9]+/);
    const all = words.concat(guide.toLowerCase().split(/[^a-z0-9]+/));
    const cost = tokens.reduce((sum, token) => sum + headingCost(words, all, token), 0);
    if (tokens.length > 0 && cost < Infinity) {
      const exact = squash(title) === tokens.join('') ? 2 : 0;
      const more = Math.max(0, words.length - tokens.length) * 0.15;
      results.push({
        group: GUIDE, title, detail: guide === title ? '' : guide, path,
        cost: 1.2 + cost + more - exact + place * 0.0001, marks: spanMarks(title, tokens),
      });
    }
  });
  return results.sort((a, b) => a.cost - b.cost);
}

function headingCost(words, all, token) {
  if (words.includes(token)) {
    return 0;
  }
  return words.some((word) => word.startsWith(token)) ? 0.3 : all.includes(token) ? 0.6 : Infinity;
}

/** Returns the parts of a title that begin like a token. */
function spanMarks(title, tokens) {
  const marks = [];
  const lower = title.toLowerCase();
  for (const token of tokens) {
    const at = lower.search(new RegExp(`(?<![a-z0-9])${token}`));
    const inside = at < 0 ? lower.indexOf(token) : at;
    if (inside >= 0) {
      marks.push([inside, inside + token.length]);
    }
  }
  return marks;
}
