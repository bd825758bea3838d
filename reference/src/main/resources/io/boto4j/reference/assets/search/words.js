// Splits names and queries into words in lower case, exactly as Words.java does.

const isCapital = (c) => c >= 'A' && c <= 'Z';
const isSmall = (c) => c >= 'a' && c <= 'z';
const isWord = (c) => isCapital(c) || isSmall(c) || (c >= '0' && c <= '9');

/** The s after capitals, as in DBInstanceARNs. */
function isPlural(name, at) {
  return name[at] === 's' && at >= 2 && isCapital(name[at - 1]) && isCapital(name[at - 2])
    && !(at + 1 < name.length && isSmall(name[at + 1]));
}

/** Whether a word begins at a character that follows a letter or digit. */
function begins(name, start, at) {
  if (!isCapital(name[at])) {
    return at - 1 - start >= 2 && isPlural(name, at - 1);
  }
  if (!isCapital(name[at - 1])) {
    return true;
  }
  return at + 1 < name.length && isSmall(name[at + 1]) && !isPlural(name, at + 1);
}

/** Returns the words of a name, each with the index of its first character. */
export function split(name) {
  const words = [];
  let start = 0;
  while (start < name.length) {
    if (!isWord(name[start])) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < name.length && isWord(name[end]) && !begins(name, start, end)) {
      end++;
    }
    words.push({ text: name.slice(start, end).toLowerCase(), start });
    start = end;
  }
  return words;
}

/** Returns the letters and digits of a name in lower case. */
export function squash(name) {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
