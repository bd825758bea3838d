package io.boto4j.internal.attempt;

import io.boto4j.http.Headers;
import io.boto4j.internal.body.ChecksumRequest;
import io.boto4j.internal.body.CompressRequest;
import io.boto4j.model.OperationModel;

/**
 * The features that a call uses, as the AWS SDKs report them in the header User-Agent: a set of
 * bits, each with its id in botocore's list.
 *
 * <p>Features of the client are known when it is created; the others are read from the signed
 * request.
 */
public final class Features {
  /** The call is made by a waiter. */
  public static final long WAITER = 1L;

  /** The call is made by a paginator. */
  public static final long PAGINATOR = 1L << 1;

  /** Retry mode {@code legacy}. */
  public static final long RETRY_LEGACY = 1L << 2;

  /** Retry mode {@code standard}. */
  public static final long RETRY_STANDARD = 1L << 3;

  /** Retry mode {@code adaptive}. */
  public static final long RETRY_ADAPTIVE = 1L << 4;

  private static final long GZIP = 1L << 6;

  private static final long CBOR = 1L << 7;

  /** The user set the endpoint URL. */
  public static final long ENDPOINT_OVERRIDE = 1L << 8;

  /** Account-based endpoints, {@code preferred}. */
  public static final long ACCOUNT_ID_PREFERRED = 1L << 9;

  /** Account-based endpoints, {@code disabled}. */
  public static final long ACCOUNT_ID_DISABLED = 1L << 10;

  /** Account-based endpoints, {@code required}. */
  public static final long ACCOUNT_ID_REQUIRED = 1L << 11;

  private static final long SIGV4A = 1L << 12;
  private static final long ACCOUNT_ID = 1L << 13;
  private static final int FIRST_CHECKSUM = 14;

  /** Checksums of requests, {@code when_supported}. */
  public static final long REQUEST_CHECKSUMS = 1L << 23;

  /** Checksums of requests, {@code when_required}. */
  public static final long REQUEST_CHECKSUMS_REQUIRED = 1L << 24;

  /** Checksums of responses, {@code when_supported}. */
  public static final long RESPONSE_CHECKSUMS = 1L << 25;

  /** Checksums of responses, {@code when_required}. */
  public static final long RESPONSE_CHECKSUMS_REQUIRED = 1L << 26;

  private static final int FIRST_SOURCE = 27;

  private static final String[] IDS = {
    "B", "C", "D", "E", "F", "G", "L", "M", "N", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y",
    "AF", "AG", "AH", "AI", "Z", "a", "b", "c", "e", "g", "k", "i", "n", "s", "v,w", "x", "z", "0",
    "AC,AD"
  };

  /** In the order of their ids. */
  private static final String[] CHECKSUMS = {
    "crc32", "crc32c", "crc64nvme", "sha1", "sha256", "sha512", "xxhash3", "xxhash64", "xxhash128"
  };

  /** The names of the credentials providers, in the order of their ids. */
  private static final String[] SOURCES = {
    "explicit",
    "env",
    "assume-role-with-web-identity",
    "assume-role",
    "shared-credentials-file",
    "sso",
    "custom-process",
    "boto-config",
    "container-role",
    "iam-role",
    "login"
  };

  private Features() {}

  /**
   * Returns the features that a signed request shows.
   *
   * @param operation the operation
   * @param headers the headers of the request
   */
  static long of(OperationModel operation, Headers headers) {
    long features = 0;
    if (operation.traits().flag(ChecksumRequest.TRAIT)) {
      String trailer = headers.first("x-amz-trailer");
      for (int i = 0; i < CHECKSUMS.length; i++) {
        String header = "x-amz-checksum-" + CHECKSUMS[i];
        if (header.equals(trailer) || headers.contains(header)) {
          features |= 1L << (FIRST_CHECKSUM + i);
        }
      }
    }
    if (operation.traits().flag(CompressRequest.TRAIT)) {
      String coding = headers.first("Content-Encoding");
      features |= coding != null && coding.contains("gzip") ? GZIP : 0;
    }
    features |= headers.contains("smithy-protocol") ? CBOR : 0;
    String authorization = headers.first("Authorization");
    return authorization != null && authorization.startsWith("AWS4-ECDSA")
        ? features | SIGV4A
        : features;
  }

  /**
   * Returns the features that the credentials of a signature show.
   *
   * @param source the name of the provider of the credentials
   * @param withAccountId whether their account id is part of the endpoint
   */
  static long of(String source, boolean withAccountId) {
    long features = withAccountId ? ACCOUNT_ID : 0;
    String name = source.equals("config-file") ? "shared-credentials-file" : source;
    for (int i = 0; i < SOURCES.length; i++) {
      if (SOURCES[i].equals(name)) {
        return features | 1L << (FIRST_SOURCE + i);
      }
    }
    return features;
  }

  /** Returns the ids, separated by commas. */
  static String ids(long features) {
    StringBuilder ids = new StringBuilder(32);
    for (int i = 0; i < IDS.length; i++) {
      if ((features & 1L << i) != 0) {
        ids.append(ids.length() == 0 ? "" : ",").append(IDS[i]);
      }
    }
    return ids.toString();
  }
}
