package io.boto4j.internal.call;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.internal.signing.SigningOptions;
import io.boto4j.model.ServiceModel;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one client's calls work with.
 *
 * @param service the service's model
 * @param protocol how it is spoken with
 * @param endpoints where requests go
 * @param region the region, and the one that goes into signatures
 * @param credentials who signs
 * @param transport what carries requests
 * @param clock what time it is
 * @param uuids fresh idempotency tokens
 * @param userAgent the header User-Agent
 * @param parameterValidation whether parameters are checked against the model
 * @param injectHostPrefix whether an operation's host prefix is put before the host
 * @param requestChecksums whether requests get a checksum wherever they can, not only where they
 *     must
 * @param responseChecksums whether answers are checked wherever they can be, not only where asked
 * @param minCompressionSize from how many bytes on a body is compressed, or −1 for never
 * @param signing what the user says of signing, or null for nothing
 * @param customization what is special about the service, or null for nothing
 * @param retries what calls are tried again with
 * @param traceId the trace of the Lambda invocation that makes the calls, empty where it has none;
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
    UserAgentHeader userAgent,
    boolean parameterValidation,
    boolean injectHostPrefix,
    boolean requestChecksums,
    boolean responseChecksums,
    int minCompressionSize,
    @Nullable SigningOptions signing,
    @Nullable Customization customization,
    RetryParts retries,
    @Nullable Supplier<String> traceId) {}
