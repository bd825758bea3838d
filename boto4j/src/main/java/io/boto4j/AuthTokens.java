package io.boto4j;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.NoRegionException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.client.IdentityUrl;
import io.boto4j.internal.client.Presigning;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.internal.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A generator of authentication tokens. Those for databases that authenticate by IAM are passwords:
 * boto3's {@code generate_db_auth_token} of RDS, {@code generate_db_connect_auth_token} and {@code
 * generate_db_connect_admin_auth_token} of DSQL. Those for the Kubernetes clusters of EKS are what
 * {@code aws eks get-token} prints.
 *
 * <p>{@link Session#authTokens()} creates it. A token is a presigned URL, signed locally: nothing
 * is sent to create one, except what the session's credentials provider sends. The password of a
 * database opens connections until it expires, for 15 minutes unless set otherwise; open
 * connections then stay open. Request a token for each new connection. Safe for use by multiple
 * threads.
 *
 * <pre>{@code
 * String password = session.authTokens().rds("db.example.eu-west-1.rds.amazonaws.com", 5432, "app");
 * }</pre>
 */
public final class AuthTokens {
  private static final long QUARTER_OF_AN_HOUR = 900;
  private static final int MAX_PORT = 65_535;

  /** The header that names the cluster. It is signed, so the token is valid for no other one. */
  private static final String EKS_CLUSTER = "x-k8s-aws-id";

  private static final String EKS_PREFIX = "k8s-aws-v1.";
  private static final long EKS_SECONDS = 60;

  private final CredentialsProvider credentials;
  private final @Nullable String region;
  private final Clock clock;
  private final IdentityUrl identity;
  private final SigV4Signer signer = new SigV4Signer();

  AuthTokens(
      CredentialsProvider credentials, @Nullable String region, Clock clock, IdentityUrl identity) {
    this.credentials = credentials;
    this.region = region;
    this.clock = clock;
    this.identity = identity;
  }

  /**
   * Returns a generator for another region than the session's.
   *
   * @param name the region of the database or cluster, such as {@code eu-west-1}
   * @return a new generator
   * @throws io.boto4j.error.InvalidRegionException if the region cannot be part of a host name
   */
  public AuthTokens region(String name) {
    return new AuthTokens(credentials, Settings.checkRegion(name), clock, identity);
  }

  /**
   * Returns a token for RDS or Aurora, valid for 15 minutes.
   *
   * @param host the database's host as its certificate names it: the endpoint that AWS assigns, not
   *     an alias
   * @param port the database's port, such as 3306 or 5432
   * @param user the database user
   * @return the password, a secret
   * @throws NoRegionException if no region is configured
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws IllegalArgumentException if {@code host} is not a host name, or {@code port} is not
   *     within 1 to 65535
   */
  public String rds(String host, int port, String user) {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
    String query = "Action=connect&DBUser=" + PercentEncoding.encode(user);
    return token(checked(host) + ":" + port, query, "rds-db", QUARTER_OF_AN_HOUR);
  }

  /**
   * Returns a token for Aurora DSQL and any user except {@code admin}, valid for 15 minutes.
   *
   * @param host the cluster's host
   * @return the password, a secret
   * @throws NoRegionException if no region is configured
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws IllegalArgumentException if {@code host} is not a host name
   */
  public String dsql(String host) {
    return dsql(host, Duration.ofSeconds(QUARTER_OF_AN_HOUR));
  }

  /**
   * Returns a token for Aurora DSQL and any user except {@code admin}.
   *
   * @param host the cluster's host
   * @param expiresIn the time until the token expires: 1 second to 7 days; fractions of a second
   *     are dropped
   * @return the password, a secret
   * @throws NoRegionException if no region is configured
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws IllegalArgumentException if {@code host} is not a host name, or {@code expiresIn} is
   *     out of range
   */
  public String dsql(String host, Duration expiresIn) {
    return token(checked(host), "Action=DbConnect", "dsql", Presigning.seconds(expiresIn));
  }

  /**
   * Returns a token for Aurora DSQL and the user {@code admin}, valid for 15 minutes.
   *
   * @param host the cluster's host
   * @return the password, a secret
   * @throws NoRegionException if no region is configured
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws IllegalArgumentException if {@code host} is not a host name
   */
  public String dsqlAdmin(String host) {
    return dsqlAdmin(host, Duration.ofSeconds(QUARTER_OF_AN_HOUR));
  }

  /**
   * Returns a token for Aurora DSQL and the user {@code admin}.
   *
   * @param host the cluster's host
   * @param expiresIn the time until the token expires: 1 second to 7 days; fractions of a second
   *     are dropped
   * @return the password, a secret
   * @throws NoRegionException if no region is configured
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws IllegalArgumentException if {@code host} is not a host name, or {@code expiresIn} is
   *     out of range
   */
  public String dsqlAdmin(String host, Duration expiresIn) {
    return token(checked(host), "Action=DbConnectAdmin", "dsql", Presigning.seconds(expiresIn));
  }

  /**
   * Returns a bearer token for the Kubernetes API of an EKS cluster: the one that {@code aws eks
   * get-token} prints.
   *
   * <p>EKS accepts it for 15 minutes after it was signed. Request a new one after 14 minutes at the
   * latest, as the AWS CLI does.
   *
   * @param cluster the name of the cluster; for a local cluster on Outposts its id
   * @return the token, a secret
   * @throws NoRegionException if no region is configured
   * @throws io.boto4j.error.NoCredentialsException if no credentials are found
   * @throws io.boto4j.error.EndpointResolutionException if STS has no endpoint for the region and
   *     the options of the session
   * @throws IllegalArgumentException if {@code cluster} is blank, or contains CR, LF or NUL
   */
  public String eks(String cluster) {
    if (cluster.isBlank()) {
      throw new IllegalArgumentException("The name of the cluster is blank");
    }
    CallOptions headers = CallOptions.builder().header(EKS_CLUSTER, cluster).build();
    URI url = identity.of(region(), credentials, headers, EKS_SECONDS);
    byte[] bytes = url.toString().getBytes(StandardCharsets.US_ASCII);
    return EKS_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String region() {
    if (region == null) {
      throw new NoRegionException();
    }
    return region;
  }

  /** Returns a presigned URL without its scheme, which the databases do not accept. */
  private String token(String authority, String query, String service, long seconds) {
    String inRegion = region();
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
            SigningProperties.of(service, inRegion),
            keys,
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
