/** The parts of the dashboard in AWS, and their creation: tables, a database, a function. */
@NullMarked
package io.boto4j.dashboard.cloud;

import org.jspecify.annotations.NullMarked;
