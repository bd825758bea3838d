package io.boto4j.internal.retry;

import io.boto4j.http.Headers;
import io.boto4j.model.OperationModel;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an attempt that failed.
 *
 * @param operation the operation
 * @param number 1 for the first attempt
 * @param statusCode the HTTP status, 0 if no answer came
 * @param errorCode the code of the service's error, or null if no error came that could be read
 * @param headers the answer's headers, none if no answer came
 * @param transientFailure whether there was no answer or a damaged one, as may be otherwise next
 *     time
 */
public record FailedAttempt(
    OperationModel operation,
    int number,
    int statusCode,
    @Nullable String errorCode,
    Headers headers,
    boolean transientFailure) {}
