/** The engine of EventBridge: buses, rules, targets, schedules, archives. */
@NullMarked
package io.boto4j.local.events;

import org.jspecify.annotations.NullMarked;
