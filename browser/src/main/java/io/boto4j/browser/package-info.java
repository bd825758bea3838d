/**
 * A browser for the tests of pages: Debian's Chromium, driven by Selenium, and the rules of
 * axe-core. Not published.
 */
@NullMarked
package io.boto4j.browser;

import org.jspecify.annotations.NullMarked;
