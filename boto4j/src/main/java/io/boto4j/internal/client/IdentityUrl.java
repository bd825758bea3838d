package io.boto4j.internal.client;

import io.boto4j.CallOptions;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.call.CallRoad;
import java.net.URI;
import java.util.Map;

/**
 * Presigned calls to STS that return the identity of their signer. Whoever has such a URL can
 * verify who made it, so it serves as a token. Thread-safe.
 *
 * <p>The endpoint is that of a client of this session, except one set in code, which is that of the
 * user's own service. Interceptors are not asked: the verifier sends no headers of theirs.
 */
public final class IdentityUrl {
  private static final String SERVICE = "sts";
  private static final String OPERATION = "GetCallerIdentity";

  private final ClientFactory clients;
  private final OptionValues sessionDefaults;

  /**
   * Creates the presigner of one session.
   *
   * @param clients the factory of the session
   * @param sessionDefaults the options of the session
   */
  public IdentityUrl(ClientFactory clients, OptionValues sessionDefaults) {
    this.clients = clients;
    this.sessionDefaults = sessionDefaults;
  }

  /**
   * Presigns a call.
   *
   * @param region the region whose endpoint is called
   * @param credentials the credentials of the identity
   * @param headers the options that set the headers to sign
   * @param expiresInSeconds the validity of the URL
   * @return the URL: a secret
   */
  public URI of(
      String region, CredentialsProvider credentials, CallOptions headers, long expiresInSeconds) {
    OptionValues options = NestedCalls.options(sessionDefaults, region, /* signed= */ true);
    ClientParts client = clients.createNested(SERVICE, options, credentials, new UnusedTransport());
    return new CallRoad(client.call(), null)
        .presign(
            client.call().service().operation(OPERATION),
            Map.of(),
            expiresInSeconds,
            "GET",
            headers);
  }

  /** The transport of a client that sends nothing. */
  private static final class UnusedTransport implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) {
      throw new IllegalStateException("A presigned call was sent");
    }

    @Override
    public void close() {}
  }
}
