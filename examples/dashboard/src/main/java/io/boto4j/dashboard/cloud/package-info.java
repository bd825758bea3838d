/** What the dashboard has in AWS, and how it comes into being: tables, a database, a function. */
@NullMarked
package io.boto4j.dashboard.cloud;

import org.jspecify.annotations.NullMarked;
