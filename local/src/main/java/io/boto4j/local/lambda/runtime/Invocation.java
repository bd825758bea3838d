package io.boto4j.local.lambda.runtime;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a function.
 *
 * @param requestId the id of the request
 * @param arn the ARN that was invoked
 * @param payload the event, JSON
 * @param clientContext the client context that the caller passed, JSON; null without one
 * @param log receives the lines that the function logs
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are not compared or changed.
public record Invocation(
    String requestId,
    String arn,
    byte[] payload,
    @Nullable String clientContext,
    Consumer<String> log) {}
