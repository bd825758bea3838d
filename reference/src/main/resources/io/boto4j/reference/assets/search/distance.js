// The number of typing errors between a typed word and a word.

/**
 * Returns the number of letters that are missing, too many, wrong or swapped with their neighbour.
 *
 * @param typed the typed word
 * @param word the word
 * @param most the result is more than this if the words differ more
 * @param prefix whether the word may go on after what was typed
 */
export function distance(typed, word, most, prefix = false) {
  const columns = prefix ? Math.min(word.length, typed.length + most) : word.length;
  if (typed.length - columns > most || (!prefix && columns - typed.length > most)) {
    return most + 1;
  }
  let before = [];
  let last = Array.from({ length: columns + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= columns; j++) {
      const same = typed[i - 1] === word[j - 1] ? 0 : 1;
      let cost = Math.min(last[j - 1] + same, last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > most) {
      return most + 1;
    }
    before = last;
    last = row;
  }
  return prefix ? Math.min(...last) : last[columns];
}

/** Returns the number of errors that are tolerated in a word of a length. */
export function tolerated(length) {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
