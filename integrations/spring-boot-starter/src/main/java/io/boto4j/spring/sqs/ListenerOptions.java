package io.boto4j.spring.sqs;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The options of a container.
 *
 * @param handler processes messages
 * @param isBatch whether the handler gets all messages of a request at once
 * @param maxConcurrent the most messages in progress
 * @param batchSize the most messages per request, and per call of a batch handler
 * @param waitSeconds the time that a request waits for messages
 * @param visibilitySeconds the visibility timeout, or null for that of the queue
 * @param extendVisibility whether the timeout is extended while a message is in progress
 * @param mode when messages are acknowledged
 * @param errorHandler decides about messages whose handler failed, or null
 * @param firstPause the pause after the first failure to receive
 * @param longestPause the longest pause after further failures
 * @param stopTimeout the time that a stop waits for handlers
 * @param executor runs handlers, or null for threads of the container
 * @param virtualThreads whether the container's own threads for handlers are virtual
 * @param delays runs tasks later, or null for the system's clock
 */
record ListenerOptions(
    SqsBatchHandler handler,
    boolean isBatch,
    int maxConcurrent,
    int batchSize,
    long waitSeconds,
    @Nullable Integer visibilitySeconds,
    boolean extendVisibility,
    AcknowledgementMode mode,
    @Nullable SqsErrorHandler errorHandler,
    Duration firstPause,
    Duration longestPause,
    Duration stopTimeout,
    @Nullable Executor executor,
    boolean virtualThreads,
    @Nullable Delays delays) {}
