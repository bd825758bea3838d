package io.boto4j.internal.client;

import java.util.List;

/**
 * The groups of options. Most groups are read by a class of their own. Those of {@link #NETWORK}
 * and {@link #SIGNING} are loaded only if one of the group's options is set.
 *
 * <p>Texts instead of an enum for cold start: constants, of which the compiler makes copies, load
 * no class.
 */
final class OptionGroups {
  /** Region, credentials, endpoint URL and the like: read for every client. */
  static final String GENERAL = "GENERAL";

  /** Timeouts and the connection pool: read for every client. */
  static final String CONNECTION = "CONNECTION";

  /** Proxies and certificates: {@link NetworkSettings}. */
  static final String NETWORK = "NETWORK";

  /** Retries: {@link RetrySettings}. */
  static final String RETRY = "RETRY";

  /** Checksums and compression: {@link BodySettings}. */
  static final String BODY = "BODY";

  /** Signatures: {@link SigningSettings}. */
  static final String SIGNING = "SIGNING";

  /** The choice of an endpoint: {@link EndpointSettings}. */
  static final String ENDPOINT = "ENDPOINT";

  /** S3 and S3 Control alone: {@link EndpointSettings}. */
  static final String S3 = "S3_OPTIONS";

  /** The header User-Agent. */
  static final String USER_AGENT = "USER_AGENT";

  /** All groups, for tests. */
  static final List<String> ALL =
      List.of(GENERAL, CONNECTION, NETWORK, RETRY, BODY, SIGNING, ENDPOINT, S3, USER_AGENT);

  private OptionGroups() {}
}
