// Orders results and puts them in groups.

import { complete } from './match.js';

const MOST_COMPLETED = 80;
const MOST = 24;
const LEAST_IN_GROUP = 6;
const MOST_OF_NAME = 3;

/**
 * Returns the groups of results, the group with the best result first.
 *
 * @return groups, each with its name and the best results
 */
export function grouped(core, results, tokens, query) {
  const groups = new Map();
  for (const result of results) {
    const group = groups.get(result.group) ?? [];
    group.push(result);
    groups.set(result.group, group);
  }
  const list = [...groups].map(([name, found]) => {
    found.sort((a, b) => a.cost - b.cost);
    const best = found.slice(0, MOST_COMPLETED).map((result) => complete(core, result, tokens, query));
    const shown = distinct(best.sort((a, b) => a.cost - b.cost));
    return { name, results: shown.slice(0, Math.max(LEAST_IN_GROUP, Math.floor(MOST / groups.size))) };
  });
  return list.sort((a, b) => a.results[0].cost - b.results[0].cost);
}

/** Leaves out second results for the same page, and names that would fill the group. */
function distinct(results) {
  const paths = new Set();
  const names = new Map();
  return results.filter((result) => {
    const key = `${result.path} ${result.title}`;
    const count = (names.get(result.title) ?? 0) + 1;
    if (paths.has(key) || (result.ownerTitle && count > MOST_OF_NAME)) {
      return false;
    }
    paths.add(key);
    names.set(result.title, count);
    return true;
  });
}
