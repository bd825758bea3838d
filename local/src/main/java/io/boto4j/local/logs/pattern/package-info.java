/** The filter patterns of CloudWatch Logs. */
@NullMarked
package io.boto4j.local.logs.pattern;

import org.jspecify.annotations.NullMarked;
