package io.boto4j;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.NoRegionException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.config.Region;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningCredentials;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.internal.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a database takes for a password where it authenticates by IAM: boto3's {@code
 * generate_db_auth_token} of RDS, and the two of DSQL.
 *
 * <p>Made by {@link Session#authTokens()}; nothing is sent to make one. A token opens connections
 * for a quarter of an hour, and those stay open. Safe to share between threads.
 *
 * <pre>{@code
 * String password = session.authTokens().rds("db.example.eu-west-1.rds.amazonaws.com", 5432, "app");
 * }</pre>
 */
public final class AuthTokens {
  private static final long QUARTER_OF_AN_HOUR = 900;
  private static final int MAX_PORT = 65_535;

  private final CredentialsProvider credentials;
  private final @Nullable String region;
  private final Clock clock;
  private final SigV4Signer signer = new SigV4Signer();

  AuthTokens(CredentialsProvider credentials, @Nullable String region, Clock clock) {
    this.credentials = credentials;
    this.region = region;
    this.clock = clock;
  }

  /**
   * These tokens for another region than the session's.
   *
   * @param name the region the database is in
   * @return a maker of tokens
   * @throws io.boto4j.error.InvalidRegionException if the region cannot be part of a host name
   */
  public AuthTokens region(String name) {
    return new AuthTokens(credentials, Region.check(name), clock);
  }

  /**
   * A token for RDS and Aurora.
   *
   * @param host the database's host, as the certificate names it
   * @param port its port, as 3306 or 5432
   * @param user the database's user
   * @return the password: a secret
   * @throws NoRegionException if no region is set
   * @throws io.boto4j.error.NoCredentialsException if there is nothing to sign with
   * @throws IllegalArgumentException if host or port is none
   */
  public String rds(String host, int port, String user) {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
    String query = "Action=connect&DBUser=" + PercentEncoding.encode(user);
    return token(checked(host) + ":" + port, query, "rds-db", QUARTER_OF_AN_HOUR);
  }

  /**
   * A token for Aurora DSQL, for any user but {@code admin}.
   *
   * @param host the cluster's host
   * @return the password: a secret
   * @throws NoRegionException if no region is set
   * @throws io.boto4j.error.NoCredentialsException if there is nothing to sign with
   * @throws IllegalArgumentException if the host is none
   */
  public String dsql(String host) {
    return dsql(host, Duration.ofSeconds(QUARTER_OF_AN_HOUR));
  }

  /**
   * A token for Aurora DSQL, for any user but {@code admin}.
   *
   * @param host the cluster's host
   * @param expiresIn how long it opens connections: 1 s to 7 days
   * @return the password: a secret
   * @throws NoRegionException if no region is set
   * @throws io.boto4j.error.NoCredentialsException if there is nothing to sign with
   * @throws IllegalArgumentException if the host is none or the time out of range
   */
  public String dsql(String host, Duration expiresIn) {
    return token(checked(host), "Action=DbConnect", "dsql", Presigning.seconds(expiresIn));
  }

  /**
   * A token for Aurora DSQL, for the user {@code admin}.
   *
   * @param host the cluster's host
   * @return the password: a secret
   * @throws NoRegionException if no region is set
   * @throws io.boto4j.error.NoCredentialsException if there is nothing to sign with
   * @throws IllegalArgumentException if the host is none
   */
  public String dsqlAdmin(String host) {
    return dsqlAdmin(host, Duration.ofSeconds(QUARTER_OF_AN_HOUR));
  }

  /**
   * A token for Aurora DSQL, for the user {@code admin}.
   *
   * @param host the cluster's host
   * @param expiresIn how long it opens connections: 1 s to 7 days
   * @return the password: a secret
   * @throws NoRegionException if no region is set
   * @throws io.boto4j.error.NoCredentialsException if there is nothing to sign with
   * @throws IllegalArgumentException if the host is none or the time out of range
   */
  public String dsqlAdmin(String host, Duration expiresIn) {
    return token(checked(host), "Action=DbConnectAdmin", "dsql", Presigning.seconds(expiresIn));
  }

  /** A presigned URL without its scheme, which the databases do not want. */
  private String token(String authority, String query, String service, long seconds) {
    if (region == null) {
      throw new NoRegionException();
    }
    HttpRequest request =
        new HttpRequest(
            "GET",
            URI.create("https://" + authority + "/?" + query),
            Headers.empty(),
            HttpBody.empty());
    Credentials keys = credentials.credentials();
    URI url =
        signer.presign(
            request,
            emptyHash(),
            SigningProperties.of(service, region),
            new SigningCredentials(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken()),
            clock.instant(),
            seconds);
    return url.toString().substring("https://".length());
  }

  private String emptyHash() {
    try {
      return signer.payloadHash(HttpBody.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checked(String host) {
    if (!HostLabels.isHostName(host)) {
      throw new IllegalArgumentException("Not a host name: \"" + Printable.of(host) + "\"");
    }
    return host;
  }
}
