/**
 * Listeners of SQS queues: containers that poll, and their life cycle as beans of Spring. API; the
 * containers themselves need no Spring.
 */
@NullMarked
package io.boto4j.spring.sqs;

import org.jspecify.annotations.NullMarked;
