package io.boto4j.internal.client;

import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.NoRegionException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.call.CallRoad;
import io.boto4j.internal.credentials.ServiceCall;
import io.boto4j.internal.credentials.ServiceCalls;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls to STS, SSO and the like on the way to credentials, with the options of the session that
 * they are for.
 *
 * <p>The parts of a client are created for each call, since there is about one per hour; the
 * connections are kept. In a session without a region, the region is that of the client created
 * last.
 */
final class NestedCalls implements ServiceCalls {
  private final SessionParts session;
  private final ClientFactory clients;
  private final OptionValues sessionDefaults;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable HttpTransport transport;

  NestedCalls(SessionParts session, ClientFactory clients, OptionValues sessionDefaults) {
    this.session = session;
    this.clients = clients;
    this.sessionDefaults = sessionDefaults;
  }

  @Override
  public Structure call(ServiceCall call) {
    String region = call.region() == null ? session.region() : call.region();
    if (region == null) {
      region = clients.lastRegion();
    }
    if (region == null) {
      throw new NoRegionException();
    }
    CredentialsProvider credentials = call.credentials();
    OptionValues options = options(sessionDefaults, region, /* signed= */ credentials != null);
    HttpTransport shared = transport(options);
    UnaryOperator<HttpRequest> change = call.beforeSend();
    ClientParts client =
        clients.createNested(
            call.service(),
            options,
            credentials == null ? new NoCredentials() : credentials,
            change == null ? shared : new Changing(shared, change));
    return new CallRoad(client.call(), client.interceptors())
        .call(client.call().service().operation(call.operation()), call.parameters(), null);
  }

  /**
   * The session's options for a nested call: timeouts, proxies and the like hold for it too, but
   * not those of the user's own service.
   */
  static OptionValues options(OptionValues sessionDefaults, String region, boolean signed) {
    return sessionDefaults
        .with(Options.REGION, region)
        .with(Options.CREDENTIALS, null)
        .with(Options.ENDPOINT_URL, null)
        .with(Options.API_VERSION, null)
        .with(Options.SIGNATURE_VERSION, signed ? null : "unsigned")
        .with(Options.AUTH_SCHEME_PREFERENCE, null);
  }

  private HttpTransport transport(OptionValues options) {
    HttpTransport given = session.transport();
    HttpTransport created = given == null ? transport : given;
    if (created == null) {
      created = clients.createTransport(options);
      transport = created;
    }
    return created;
  }

  /** The credentials of a call without a signature, which asks for none. */
  private static final class NoCredentials implements CredentialsProvider {
    @Override
    public Credentials credentials() {
      throw new IllegalStateException("A call without a signature asked for credentials");
    }
  }

  /** Changes requests before they are sent; the transport behind it stays open. */
  private record Changing(HttpTransport transport, UnaryOperator<HttpRequest> change)
      implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
      return transport.send(change.apply(request));
    }

    @Override
    public void close() {}
  }
}
