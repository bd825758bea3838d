/** The engine of SNS: topics, subscriptions, deliveries. */
@NullMarked
package io.boto4j.local.sns;

import org.jspecify.annotations.NullMarked;
