/** The emulation of Lambda: functions, their versions and settings, and their invocation. */
@NullMarked
package io.boto4j.local.lambda;

import org.jspecify.annotations.NullMarked;
