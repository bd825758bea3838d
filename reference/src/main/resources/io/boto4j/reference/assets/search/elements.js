// Elements of the page. Text is always set as text, and never read as markup.

/** Creates an element with a class, and with a text or other nodes. */
export function element(name, className, content = []) {
  const created = document.createElement(name);
  created.className = className;
  created.append(...(typeof content === 'string' ? [content] : content));
  return created;
}

/** Creates the magnifying glass. */
export function icon() {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'search-icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', 'M13.2 13.2 17.5 17.5M15 8.75a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z');
  svg.append(path);
  return svg;
}

/** Returns nodes of a text, of which some parts are marked. */
export function marked(text, marks) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start >= at && end > start) {
      nodes.push(text.slice(at, start), element('mark', '', text.slice(start, end)));
      at = end;
    }
  }
  nodes.push(text.slice(at));
  return nodes.filter((node) => node !== '');
}
