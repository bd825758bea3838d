/** The engine of SQS: queues, messages, dead letters. */
@NullMarked
package io.boto4j.local.sqs;

import org.jspecify.annotations.NullMarked;
