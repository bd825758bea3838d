package io.boto4j.reference.search;

/**
 * A place where a member or a value of an enumeration occurs.
 *
 * @param owner the operation or shape
 * @param kind what it is there
 */
record Place(String owner, Kind kind) {}
