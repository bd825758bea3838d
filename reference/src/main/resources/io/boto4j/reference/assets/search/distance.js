// The number of typing errors between a typed word and a word.

const LONGEST = 64;
const ROWS = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

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
  if (typed.length - columns > most || columns - typed.length > most || typed.length > LONGEST || columns > LONGEST) {
    return most + 1;
  }
  let [before, last, row] = ROWS;
  for (let j = 0; j <= columns; j++) {
    last[j] = j;
  }
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed.charCodeAt(i - 1);
    row[0] = i;
    let best = i;
    for (let j = 1; j <= columns; j++) {
      const other = word.charCodeAt(j - 1);
      let cost = Math.min(last[j - 1] + (letter === other ? 0 : 1), last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > most) {
      return most + 1;
    }
    [before, last, row] = [last, row, before];
  }
  return prefix ? Math.min(...last.subarray(0, columns + 1)) : last[columns];
}

/** Returns the number of errors that are tolerated in a word of a length. */
export function tolerated(length) {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Returns a bit per letter of a word, by which words that are too different are left out early. */
export function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    bits |= 1 << (word.charCodeAt(i) & 31);
  }
  return bits;
}

/** Whether a word lacks more of the typed letters than there may be errors. */
export function lacks(typedLetters, wordLetters, most) {
  let missing = typedLetters & ~wordLetters;
  for (let i = 0; missing !== 0; i++) {
    if (i === most) {
      return true;
    }
    missing &= missing - 1;
  }
  return false;
}
