package io.boto4j.internal.credentials;

import io.boto4j.config.Settings;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.http.Headers;
import io.boto4j.internal.text.HostLabels;
import java.io.IOException;
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
  private static final String TOKEN_PATH = "latest/api/token";
  private static final String ZONE_PATH = "latest/meta-data/placement/availability-zone/";
  private static final String TTL_HEADER = "x-aws-ec2-metadata-token-ttl-seconds";
  private static final int TTL_SECONDS = 21_600;

  /** A token is not used in the last minute of its life. */
  private static final int MARGIN_SECONDS = 60;

  private final Settings settings;
  private final Clock clock;

  /** Made at the first question, which is when the settings are looked at. */
  private volatile @Nullable Service service;

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
    this.service = new Service(http, base, attempts);
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
    Service asked = service();
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

  private Service service() {
    Service made = service;
    if (made == null) {
      int timeout =
          MetadataEndpoint.number(
              settings, "AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout", 1);
      int attempts =
          MetadataEndpoint.number(
              settings, "AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts", 1);
      made =
          new Service(
              new MetadataHttp(timeout * 1000, /* resolver= */ null),
              MetadataEndpoint.base(settings),
              attempts);
      service = made;
    }
    return made;
  }

  /** A token, or null where version 1 is to be used. */
  private @Nullable String token(Service asked) throws MetadataUnavailable {
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
    String given = headers.first(TTL_HEADER);
    try {
      return given == null ? TTL_SECONDS : Math.min(TTL_SECONDS, Integer.parseInt(given.strip()));
    } catch (NumberFormatException e) {
      return TTL_SECONDS;
    }
  }

  @Override
  public String toString() {
    return "MetadataClient";
  }

  /** Where the service is, and how often it is asked. */
  private static final class Service {
    private final MetadataHttp http;
    private final URI base;
    private final int attempts;

    private Service(MetadataHttp http, URI base, int attempts) {
      this.http = http;
      this.base = base;
      this.attempts = attempts;
    }

    /** The answer with the token, or null where there is none: that means version 1. */
    private MetadataHttp.@Nullable Answer token() throws MetadataUnavailable {
      Headers headers = Headers.builder().add(TTL_HEADER, String.valueOf(TTL_SECONDS)).build();
      HttpClientException unreached = null;
      for (int i = 0; i < attempts; i++) {
        try {
          MetadataHttp.Answer answer = http.ask("PUT", at(TOKEN_PATH), headers);
          int status = answer.status();
          if (status == 200 && isToken(answer.body())) {
            return answer;
          }
          if (status == 400) {
            throw new MetadataUnavailable(at(TOKEN_PATH) + " answered with status 400");
          }
          if (status == 403 || status == 404 || status == 405) {
            return null;
          }
          unreached = null;
        } catch (ReadTimeoutException e) {
          return null;
        } catch (ConnectTimeoutException | EndpointConnectionException e) {
          unreached = e;
        } catch (HttpClientException | IOException e) {
          unreached = null; // The next attempt, or version 1, whose failure says what is wrong.
        }
      }
      if (unreached != null) {
        // Nor would version 1 reach it, which takes botocore a second timeout to find out.
        throw unreached(String.valueOf(unreached.getMessage()));
      }
      return null;
    }

    private MetadataHttp.Answer get(String path, @Nullable String token)
        throws MetadataUnavailable {
      Headers headers =
          token == null
              ? Headers.empty()
              : Headers.builder().add("x-aws-ec2-metadata-token", token).build();
      MetadataHttp.Answer last = null;
      String failure = "";
      for (int i = 0; i < attempts; i++) {
        try {
          last = http.ask("GET", at(path), headers);
          if (last.status() == 401 || (last.status() == 200 && last.body().length > 0)) {
            return last;
          }
        } catch (HttpClientException e) {
          failure = String.valueOf(e.getMessage());
        } catch (IOException e) {
          failure = at(path) + ": " + e.getMessage();
        }
      }
      if (last == null) {
        throw unreached(failure);
      }
      return last;
    }

    private static MetadataUnavailable unreached(String failure) {
      return new MetadataUnavailable("the metadata service is not reached: " + failure);
    }

    private URI at(String path) {
      return base.resolve(path);
    }

    /** What could not stand in a header is none. */
    private static boolean isToken(byte[] body) {
      String text = new String(body, StandardCharsets.ISO_8859_1).strip();
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
          return false;
        }
      }
      return !text.isEmpty();
    }
  }
}
