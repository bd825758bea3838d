package io.boto4j.reference.search;

/**
 * A name in a service.
 *
 * @param name the name in AWS's spelling
 * @param kind what it is the name of
 * @param owner the operation or shape whose page has it; the name itself if it has its own page
 * @param others the number of further owners in the service
 */
record Entry(String name, Kind kind, String owner, int others) {}
