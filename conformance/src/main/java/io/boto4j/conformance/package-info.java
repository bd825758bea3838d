/**
 * Test suites written by others, run against the real client through its public API, and a lint
 * that calls every operation of every model.
 *
 * <p>Above all floors; not published.
 */
@NullMarked
package io.boto4j.conformance;

import org.jspecify.annotations.NullMarked;
