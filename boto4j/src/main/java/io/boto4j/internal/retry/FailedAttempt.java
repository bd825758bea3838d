package io.boto4j.internal.retry;

import io.boto4j.http.Headers;
import io.boto4j.model.OperationModel;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that failed.
 *
 * @param operation the operation
 * @param number the number of the attempt, from 1
 * @param statusCode the HTTP status, or 0 if no response arrived
 * @param errorCode the code of the service's error, or null if no readable error arrived
 * @param headers the headers of the response; empty if none arrived
 * @param transientFailure whether the response was missing or damaged, which may not happen again
 */
public record FailedAttempt(
    OperationModel operation,
    int number,
    int statusCode,
    @Nullable String errorCode,
    Headers headers,
    boolean transientFailure) {}
