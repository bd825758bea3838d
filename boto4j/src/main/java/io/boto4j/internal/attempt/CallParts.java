package io.boto4j.internal.attempt;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.internal.signing.SigningOptions;
import io.boto4j.model.ServiceModel;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one client, from which the steps of its calls are made.
 *
 * @param service the model of the service
 * @param protocol the wire protocol
 * @param endpoints the resolver of endpoints
 * @param region the region of the client, and the region in its signatures
 * @param credentials the provider of credentials
 * @param transport the transport
 * @param clock the clock of the session
 * @param uuids the source of idempotency tokens
 * @param headers the headers that describe attempts, User-Agent among them
 * @param parameterValidation whether parameters are validated against the model
 * @param injectHostPrefix whether the host prefix of an operation is put before the host
 * @param requestChecksums whether requests get a checksum wherever they can, not only where it is
 *     required
 * @param responseChecksums whether responses are validated wherever they can be, not only where the
 *     user asks for it
 * @param minCompressionSize the smallest size of a body that is compressed, in bytes; −1 if none is
 * @param signing the configuration of signatures, or null if nothing is configured
 * @param customization the peculiarities of the service, or null if it has none
 * @param retries the configuration of retries
 * @param traceId the trace of the Lambda invocation that makes the calls, empty if it has no trace;
 *     null outside of Lambda
 */
public record CallParts(
    ServiceModel service,
    Protocol protocol,
    EndpointResolver endpoints,
    ClientRegion region,
    CredentialsProvider credentials,
    HttpTransport transport,
    Clock clock,
    Supplier<UUID> uuids,
    AttemptHeaders headers,
    boolean parameterValidation,
    boolean injectHostPrefix,
    boolean requestChecksums,
    boolean responseChecksums,
    int minCompressionSize,
    @Nullable SigningOptions signing,
    @Nullable Customization customization,
    RetryParts retries,
    @Nullable Supplier<String> traceId) {}
