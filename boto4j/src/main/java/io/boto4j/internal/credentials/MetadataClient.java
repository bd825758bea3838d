package io.boto4j.internal.credentials;

import io.boto4j.http.Headers;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.internal.time.ElapsedTime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A client of the EC2 instance metadata service. It requests a token first (version 2) and works
 * without one if the service issues none (version 1), unless that is disabled.
 *
 * <p>Inside a container, the hop limit may keep the response with the token from arriving: as in
 * botocore, a timeout means version 1. Safe to share between threads.
 */
public final class MetadataClient {
  private static final String ZONE_PATH = "latest/meta-data/placement/availability-zone/";

  /** The seconds before its expiration in which a token is no longer used. */
  private static final int MARGIN_SECONDS = 60;

  private final Settings settings;
  private final ElapsedTime time;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable MetadataService service;

  private final ReentrantLock lock = new ReentrantLock();

  /** Empty if there is none; null until it is first requested. */
  private volatile @Nullable String region;

  /** Guarded by the lock. */
  private @Nullable String token;

  /** Guarded by the lock. */
  private long tokenEnd;

  /**
   * Creates a client without sending a request.
   *
   * @param settings the settings, which hold the endpoint, timeout and attempts, and may disable
   *     the service
   * @param clock the session's clock, which lifetimes of tokens are measured with unless it is the
   *     system's
   */
  public MetadataClient(Settings settings, Clock clock) {
    this.settings = settings;
    this.time = ElapsedTime.of(clock);
  }

  /** Creates a client of a given service; the settings can only disable it. */
  MetadataClient(Settings settings, Clock clock, MetadataHttp http, URI base, int attempts) {
    this(settings, clock);
    this.service = new MetadataService(http, base, attempts);
  }

  /**
   * The region of the instance. It is requested once, since outside EC2 the attempt takes a second.
   *
   * @return the region, or null if the service is unreachable, is disabled or reports none
   * @throws io.boto4j.error.InvalidConfigException if a setting of the service is invalid
   */
  public @Nullable String region() {
    String known = region;
    if (known == null) {
      known = askForRegion();
      region = known;
    }
    return known.isEmpty() ? null : known;
  }

  private String askForRegion() {
    try {
      String zone = get(ZONE_PATH).strip();
      String name = zone.isEmpty() ? "" : zone.substring(0, zone.length() - 1);
      return HostLabels.isLabel(name) ? name : "";
    } catch (MetadataUnavailable e) {
      return "";
    }
  }

  /**
   * Reads a text.
   *
   * @param path the path, without a leading slash
   * @return the text, which is not empty
   * @throws MetadataUnavailable if the service is unreachable, is disabled or sends an error
   */
  String get(String path) throws MetadataUnavailable {
    return new String(getBytes(path), StandardCharsets.UTF_8);
  }

  byte[] getBytes(String path) throws MetadataUnavailable {
    if ("true".equalsIgnoreCase(settings.value("AWS_EC2_METADATA_DISABLED", null))) {
      throw new MetadataUnavailable("skipped because AWS_EC2_METADATA_DISABLED is true");
    }
    MetadataService asked = service();
    String held = token(asked);
    if (held == null
        && Boolean.TRUE.equals(
            settings.bool("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled"))) {
      throw new MetadataUnavailable(
          "Unable to retrieve token for use in IMDSv2 call and IMDSv1 has been disabled");
    }
    MetadataHttp.Response response = asked.get(path, held);
    if (response.status() == 401 && held != null) {
      // An instance that was stopped, moved and started no longer knows the token.
      forget(held);
      response = asked.get(path, token(asked));
    }
    if (response.status() != 200) {
      throw new MetadataUnavailable(asked.at(path) + " responded with status " + response.status());
    }
    if (response.body().length == 0) {
      throw new MetadataUnavailable(asked.at(path) + " sent an empty response");
    }
    return response.body();
  }

  private MetadataService service() {
    MetadataService created = service;
    if (created == null) {
      int timeout =
          MetadataEndpoint.number(
              settings, "AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout", 1);
      int attempts =
          MetadataEndpoint.number(
              settings, "AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts", 1);
      created =
          new MetadataService(
              new MetadataHttp(timeout * 1000, /* resolver= */ null),
              MetadataEndpoint.base(settings),
              attempts);
      service = created;
    }
    return created;
  }

  /** Returns the token, or null if version 1 must be used. */
  private @Nullable String token(MetadataService asked) throws MetadataUnavailable {
    lock.lock();
    try {
      long now = time.nanos();
      if (token == null || now - tokenEnd >= 0) {
        token = null;
        MetadataHttp.Response response = asked.token();
        if (response != null) {
          token = new String(response.body(), StandardCharsets.ISO_8859_1).strip();
          tokenEnd = now + TimeUnit.SECONDS.toNanos(ttl(response.headers()) - MARGIN_SECONDS);
        }
      }
      return token;
    } finally {
      lock.unlock();
    }
  }

  private void forget(String refused) {
    lock.lock();
    try {
      if (refused.equals(token)) {
        token = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private static int ttl(Headers headers) {
    String given = headers.first(MetadataService.TTL_HEADER);
    try {
      return given == null
          ? MetadataService.TTL_SECONDS
          : Math.min(MetadataService.TTL_SECONDS, Integer.parseInt(given.strip()));
    } catch (NumberFormatException e) {
      return MetadataService.TTL_SECONDS;
    }
  }

  @Override
  public String toString() {
    return "MetadataClient";
  }
}
