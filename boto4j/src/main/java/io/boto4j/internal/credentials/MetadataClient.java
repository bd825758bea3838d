package io.boto4j.internal.credentials;

import io.boto4j.http.Headers;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.HostLabels;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The EC2 instance metadata service: a token is asked for first (version 2), and done without where
 * there is none to be had (version 1), unless that is forbidden.
 *
 * <p>From a container whose packets may not take one hop more, the answer with the token never
 * arrives: a wait that runs out means version 1, as in botocore. Safe to share between threads.
 */
public final class MetadataClient {
  private static final String ZONE_PATH = "latest/meta-data/placement/availability-zone/";

  /** A token is not used in the last minute of its life. */
  private static final int MARGIN_SECONDS = 60;

  private final Settings settings;
  private final Clock clock;

  /** Made at the first question, which is when the settings are looked at. */
  private volatile @Nullable MetadataService service;

  private final ReentrantLock lock = new ReentrantLock();

  /** Empty for none; null as long as nobody has asked. */
  private volatile @Nullable String region;

  /** Guarded by the lock. */
  private @Nullable String token;

  /** Guarded by the lock. */
  private Instant tokenEnd = Instant.MIN;

  /**
   * Makes a client; nothing is asked yet.
   *
   * @param settings where the service is, how long it may take, whether it may be asked
   * @param clock tells how old a token is
   */
  public MetadataClient(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** With a service that the settings have no say in. */
  MetadataClient(Settings settings, Clock clock, MetadataHttp http, URI base, int attempts) {
    this(settings, clock);
    this.service = new MetadataService(http, base, attempts);
  }

  /**
   * The region the instance is in, asked for once: where there is no instance, that takes a second.
   *
   * @return the region, or null if the service is not there, is turned off, or does not tell
   * @throws io.boto4j.error.InvalidConfigException if the settings of the service are wrong
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
   * Asks for text.
   *
   * @param path what, without a leading slash
   * @return the text, not empty
   * @throws MetadataUnavailable if the service is not there, is turned off, or says no
   */
  String get(String path) throws MetadataUnavailable {
    return new String(getBytes(path), StandardCharsets.UTF_8);
  }

  byte[] getBytes(String path) throws MetadataUnavailable {
    if ("true".equalsIgnoreCase(settings.value("AWS_EC2_METADATA_DISABLED", null))) {
      throw new MetadataUnavailable("not asked, because AWS_EC2_METADATA_DISABLED is true");
    }
    MetadataService asked = service();
    String held = token(asked);
    if (held == null
        && Boolean.TRUE.equals(
            settings.bool("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled"))) {
      throw new MetadataUnavailable(
          "Unable to retrieve token for use in IMDSv2 call and IMDSv1 has been disabled");
    }
    MetadataHttp.Answer answer = asked.get(path, held);
    if (answer.status() == 401 && held != null) {
      // The instance was stopped, moved, and started: it knows the token no more.
      forget(held);
      answer = asked.get(path, token(asked));
    }
    if (answer.status() != 200) {
      throw new MetadataUnavailable(asked.at(path) + " answered with status " + answer.status());
    }
    if (answer.body().length == 0) {
      throw new MetadataUnavailable(asked.at(path) + " answered with nothing");
    }
    return answer.body();
  }

  private MetadataService service() {
    MetadataService made = service;
    if (made == null) {
      int timeout =
          MetadataEndpoint.number(
              settings, "AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout", 1);
      int attempts =
          MetadataEndpoint.number(
              settings, "AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts", 1);
      made =
          new MetadataService(
              new MetadataHttp(timeout * 1000, /* resolver= */ null),
              MetadataEndpoint.base(settings),
              attempts);
      service = made;
    }
    return made;
  }

  /** A token, or null where version 1 is to be used. */
  private @Nullable String token(MetadataService asked) throws MetadataUnavailable {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (token == null || !now.isBefore(tokenEnd)) {
        token = null;
        MetadataHttp.Answer answer = asked.token();
        if (answer != null) {
          token = new String(answer.body(), StandardCharsets.ISO_8859_1).strip();
          tokenEnd = now.plusSeconds(ttl(answer.headers()) - MARGIN_SECONDS);
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
