/**
 * {@code docs/conformance.md}, which the build renders from the results of the suites.
 *
 * <p>A suite of one test per case needs no code: its counts are those of Surefire's report. Any
 * other writes a {@link io.boto4j.conformance.page.SuiteRecord}. {@code suites.json} lists all of
 * them, {@code conformance/results} has the results that are on the page.
 *
 * <p>Above all floors; not published.
 */
@NullMarked
package io.boto4j.conformance.page;

import org.jspecify.annotations.NullMarked;
