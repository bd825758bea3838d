package io.boto4j.internal.call;

import io.boto4j.Sleeper;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one client's calls are tried again with.
 *
 * @param mode {@code standard}, {@code adaptive} or {@code legacy}
 * @param maxAttempts how many attempts a call has in all
 * @param readTimeoutMillis how long an answer is waited for, which the service is told
 * @param totalTimeoutMillis how long a call may take in all, or 0 for as long as it takes
 * @param sleeper how to wait
 * @param random numbers from 0 on and below 1
 * @param invocationIds what names calls, or null for names by {@code random}: those of UUIDs that
 *     cannot be guessed take a cold process 12 ms, and nobody has to guess these
 */
public record RetryParts(
    String mode,
    int maxAttempts,
    long readTimeoutMillis,
    long totalTimeoutMillis,
    Sleeper sleeper,
    DoubleSupplier random,
    @Nullable Supplier<UUID> invocationIds) {}
