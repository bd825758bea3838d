/**
 * Suites nobody here wrote, run against the real client through its public API; and a lint that
 * calls every operation of every model.
 *
 * <p>Above all floors; published nowhere.
 */
@NullMarked
package io.boto4j.conformance;

import org.jspecify.annotations.NullMarked;
