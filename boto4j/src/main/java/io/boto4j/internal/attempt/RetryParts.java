package io.boto4j.internal.attempt;

import io.boto4j.Sleeper;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one client's retries.
 *
 * @param mode {@code standard}, {@code adaptive} or {@code legacy}
 * @param maxAttempts the attempts of a call in all
 * @param readTimeoutMillis the timeout for a response, which is also sent to the service
 * @param totalTimeoutMillis the timeout of a call with all its attempts, or 0 if it has none
 * @param sleeper waits between attempts
 * @param random random numbers from 0 (inclusive) to 1 (exclusive)
 * @param invocationIds the source of the ids of calls, or null to derive them from {@code random}:
 *     a secure random UUID takes a cold process 12 ms, and these ids need not be unguessable
 */
public record RetryParts(
    String mode,
    int maxAttempts,
    long readTimeoutMillis,
    long totalTimeoutMillis,
    Sleeper sleeper,
    DoubleSupplier random,
    @Nullable Supplier<UUID> invocationIds) {}
