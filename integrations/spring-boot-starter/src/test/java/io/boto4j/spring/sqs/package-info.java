/** Tests of SQS listeners. */
@NullMarked
package io.boto4j.spring.sqs;

import org.jspecify.annotations.NullMarked;
