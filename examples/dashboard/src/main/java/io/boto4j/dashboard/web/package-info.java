/** The pages, and what protects them. */
@NullMarked
package io.boto4j.dashboard.web;

import org.jspecify.annotations.NullMarked;
