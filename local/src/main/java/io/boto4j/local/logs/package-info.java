/** The emulation of CloudWatch Logs: groups, streams, events, and filters on them. */
@NullMarked
package io.boto4j.local.logs;

import org.jspecify.annotations.NullMarked;
