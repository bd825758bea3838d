// Shows groups of results as the options of a list.

import { element, marked } from './elements.js';
import { GUIDE, Kind, SERVICE } from './kinds.js';

const HEADINGS = {
  [SERVICE]: 'Services',
  operations: 'Operations',
  members: 'Members',
  errors: 'Errors',
  types: 'Types',
  values: 'Values',
  [GUIDE]: 'Guides',
};

/** Returns a node per group, and all options in their order. */
export function render(groups, root) {
  const options = [];
  const nodes = groups.map((group) => {
    const heading = element('div', 'search-heading', HEADINGS[group.name]);
    heading.id = `search-group-${group.name}`;
    const links = group.results.map((result) => {
      const link = option(result, root, options.length);
      options.push(link);
      return link;
    });
    const node = element('div', 'search-group', [heading, ...links]);
    node.setAttribute('role', 'group');
    node.setAttribute('aria-labelledby', heading.id);
    return node;
  });
  return { nodes, options };
}

function option(result, root, number) {
  const code = result.group === SERVICE ? result.detail : result.service?.name;
  const titleClass = result.kind === undefined ? 'search-title' : 'search-title search-name';
  const link = element('a', 'search-option', [
    element('span', titleClass, marked(result.title, result.marks)),
    element('span', 'search-detail', detail(result)),
    ...(code === undefined ? [] : [element('span', 'search-service', code)]),
  ]);
  link.id = `search-option-${number}`;
  link.href = new URL(result.path, root).href;
  link.tabIndex = -1;
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  return link;
}

/** Returns where a result is. */
function detail(result) {
  const { kind, service, ownerTitle, others } = result;
  if (kind === undefined) {
    return result.group === SERVICE ? 'Service' : result.detail || 'Guide';
  }
  const place = {
    [Kind.REQUEST_MEMBER]: 'in the request of',
    [Kind.RESPONSE_MEMBER]: 'in the response of',
    [Kind.FIELD]: 'member of',
    [Kind.ERROR_CODE]: 'code of',
    [Kind.VALUE]: 'value of',
  }[kind];
  const owner = place === undefined ? [] : [`${place} ${ownerTitle}`];
  const more = others > 0 ? [`also in ${others} other ${others === 1 ? 'place' : 'places'}`] : [];
  return [service.title, ...owner, ...more].join(' · ');
}
