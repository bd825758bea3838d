// The kinds of entry, with the numbers that Kind.java gives them.

export const Kind = {
  POPULAR_OPERATION: 0,
  OPERATION: 1,
  REQUEST_MEMBER: 2,
  RESPONSE_MEMBER: 3,
  FIELD: 4,
  ERROR: 5,
  ERROR_CODE: 6,
  TYPE: 7,
  VALUE: 8,
};

/** The number of kinds in the files. */
export const KINDS = 9;

export const SERVICE = 'services';
export const GUIDE = 'guides';

/** Whether an entry has an owner in the files: see Kind.hasOwner. */
export function hasOwner(kind) {
  return kind !== Kind.POPULAR_OPERATION && kind !== Kind.OPERATION
    && kind !== Kind.ERROR && kind !== Kind.TYPE;
}

/** The group of results to which each kind belongs. */
export const GROUP = [
  'operations', 'operations', 'members', 'members', 'members', 'errors', 'errors', 'types', 'values',
];

/** Words that begin many operations: who types one of them alone looks for an operation. */
export const VERBS = new Set(['add', 'associate', 'attach', 'batch', 'cancel', 'copy', 'create', 'delete',
  'deregister', 'describe', 'detach', 'disable', 'disassociate', 'enable', 'execute', 'export', 'get', 'import',
  'invoke', 'list', 'modify', 'publish', 'put', 'query', 'register', 'remove', 'restore', 'search', 'send', 'set',
  'start', 'stop', 'submit', 'tag', 'terminate', 'untag', 'update', 'upload', 'verify']);

/** What each kind adds to the cost of a result. */
export const COST = [0, 0.5, 0.9, 1.2, 1.4, 0.8, 0.8, 0.85, 1.6];
