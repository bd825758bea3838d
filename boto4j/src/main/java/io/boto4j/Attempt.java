package io.boto4j;

import java.time.Duration;
import java.time.Instant;

/**
 * One try at a call: a request sent, and what came of it.
 *
 * @param number 1 for the first
 * @param startedAt when it began
 * @param duration how long it took, to the end of the answer's head
 * @param statusCode the HTTP status
 */
public record Attempt(int number, Instant startedAt, Duration duration, int statusCode) {}
