// Reads the entries of lists and services that match the tokens.

import { hasOwner, Kind, KINDS } from './kinds.js';
import { entryCost, entryResult, matchName } from './match.js';
import { Reader } from './reader.js';

const MOST_PLACES = 5;

/**
 * Adds the entries in the list of a word that match: see WordLists.java.
 *
 * @param seen the keys of the entries that were added, since a name is in several lists
 */
export function readList(core, bytes, tokens, seen, results) {
  const in_ = new Reader(bytes);
  while (!in_.atEnd) {
    const name = core.readName(in_);
    const match = matchName(core, tokens, name.words);
    const services = in_.number();
    for (let i = 0; i < Math.min(MOST_PLACES, services); i++) {
      const number = in_.number();
      const kind = number % KINDS;
      const service = core.services[Math.floor(number / KINDS)];
      const owner = hasOwner(kind) ? core.readName(in_) : undefined;
      const others = owner === undefined ? 0 : in_.number();
      const cost = match === null ? Infinity : entryCost(core, tokens, match, name.words, owner?.words, service);
      if (cost < Infinity) {
        const key = `${core.write(name)} ${service.name} ${kind}`;
        if (!seen.has(key)) {
          seen.add(key);
          results.push(entryResult(tokens, { kind, service, name, owner, others, cost }));
        }
      }
    }
  }
}

/** Adds the entries of a service that match: see ServiceFile.java. */
export function readService(core, bytes, named, tokens, results) {
  const in_ = new Reader(bytes);
  const { service } = named;
  const add = (kind, name, owner, others, cost) => {
    if (cost < Infinity) {
      results.push(entryResult(tokens, { kind, service, name, owner, others, cost: cost + named.cost * 0.8 }));
    }
  };
  const popular = in_.number();
  const owners = [];
  let operations = 0;
  for (const kind of [Kind.OPERATION, Kind.TYPE, Kind.ERROR]) {
    in_.list((i) => {
      const name = core.readName(in_);
      owners.push(name);
      operations += kind === Kind.OPERATION ? 1 : 0;
      const match = matchName(core, tokens, name.words);
      add(kind === Kind.OPERATION && i < popular ? Kind.POPULAR_OPERATION : kind, name, undefined, 0,
        match === null ? Infinity : entryCost(core, tokens, match, name.words, null, null));
    });
  }
  for (const value of [false, true]) {
    in_.list(() => {
      const name = core.readName(in_);
      const { places, others } = readPlaces(in_);
      const match = matchName(core, tokens, name.words);
      if (match !== null) {
        const best = bestPlace(core, tokens, match, name.words, owners, places);
        const owner = places[best.place] >> 1;
        const kind = value ? Kind.VALUE : owner >= operations ? Kind.FIELD
          : places[best.place] & 1 ? Kind.RESPONSE_MEMBER : Kind.REQUEST_MEMBER;
        add(kind, name, owners[owner], others, best.cost);
      }
    });
  }
}

/**
 * Reads the places in requests, in responses, and in shapes: twice the owner, or that plus 1 in
 * responses.
 */
function readPlaces(in_) {
  const counts = in_.number();
  const shapes = (counts >> 1) & 3;
  const responses = (counts >> 3) & 15;
  const requests = counts >> 7;
  const places = [];
  [requests, responses, shapes].forEach((count, group) => {
    let owner = 0;
    for (let i = 0; i < count; i++) {
      owner += in_.number();
      places.push(owner * 2 + (group === 1 ? 1 : 0));
    }
  });
  return { places, others: (counts & 1 ? in_.number() : places.length) - 1 };
}

/** Returns the place whose operation or shape matches best, and the cost. */
function bestPlace(core, tokens, match, words, owners, places) {
  const best = { place: 0, cost: Infinity };
  places.forEach((number, place) => {
    const cost = entryCost(core, tokens, match, words, owners[number >> 1].words, null);
    if (cost < best.cost) {
      best.place = place;
      best.cost = cost;
    }
  });
  return best;
}
