package io.boto4j;

import io.boto4j.error.NoRegionException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.client.ConsolePrompt;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.credentials.ChainParts;
import io.boto4j.internal.credentials.ServiceCall;
import io.boto4j.internal.credentials.ServiceCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls that lead to credentials with clients of the session they are for.
 *
 * <p>A client is made for each call, since there is one an hour; connections and what TLS needs are
 * kept. In a session that names no region, it is that of the client made last.
 */
final class NestedCalls implements ServiceCalls {
  private final Session session;
  private final ClientMaker maker;

  /** Made by the first call; two threads may make two. */
  private volatile @Nullable HttpTransport transport;

  NestedCalls(Session session, ClientMaker maker) {
    this.session = session;
    this.maker = maker;
  }

  /** What a chain works with; made here, so that {@link ClientMaker} need not know of it. */
  static ChainParts chainParts(
      Session session,
      ClientMaker maker,
      Settings settings,
      Path home,
      @Nullable Function<String, String> mfaPrompt,
      @Nullable Path roleCache) {
    return new ChainParts(
        settings,
        home,
        session.clock(),
        session.sleeper(),
        session.random(),
        new NestedCalls(session, maker),
        mfaPrompt == null ? new ConsolePrompt() : mfaPrompt,
        roleCache);
  }

  @Override
  public Structure call(ServiceCall call) {
    String region = call.region() == null ? session.region() : call.region();
    if (region == null) {
      region = maker.lastRegion();
    }
    if (region == null) {
      throw new NoRegionException();
    }
    ClientConfig config = session.configBuilder().forNestedCall(region, call.credentials()).build();
    HttpTransport carrier = transport(config);
    UnaryOperator<HttpRequest> change = call.beforeSend();
    return maker
        .make(call.service(), config, change == null ? carrier : new Changing(carrier, change))
        .call(call.operation(), call.parameters());
  }

  private HttpTransport transport(ClientConfig config) {
    HttpTransport made = transport;
    if (made == null) {
      made = maker.sharedTransport(config);
      transport = made;
    }
    return made;
  }

  /** Changes requests on their way; the transport behind it stays open. */
  private record Changing(HttpTransport carrier, UnaryOperator<HttpRequest> change)
      implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
      return carrier.send(change.apply(request));
    }

    @Override
    public void close() {}
  }
}
