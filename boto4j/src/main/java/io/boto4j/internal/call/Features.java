package io.boto4j.internal.call;

import io.boto4j.http.Headers;
import io.boto4j.model.OperationModel;

/**
 * What a call makes use of, as the AWS SDKs tell it in the header User-Agent: a set of bits, each
 * with an id of its own in botocore's list.
 *
 * <p>What depends on the client alone is known when it is made; the rest is read from the signed
 * request.
 */
public final class Features {
  /** The answer is one of a waiter's. */
  public static final long WAITER = 1L;

  /** The answer is a page of a paginator's. */
  public static final long PAGINATOR = 1L << 1;

  /** Retry mode {@code legacy}. */
  public static final long RETRY_LEGACY = 1L << 2;

  /** Retry mode {@code standard}. */
  public static final long RETRY_STANDARD = 1L << 3;

  /** Retry mode {@code adaptive}. */
  public static final long RETRY_ADAPTIVE = 1L << 4;

  private static final long GZIP = 1L << 6;

  private static final long CBOR = 1L << 7;

  /** An endpoint URL of the user's. */
  public static final long ENDPOINT_OVERRIDE = 1L << 8;

  /** Endpoints with an account, {@code preferred}. */
  public static final long ACCOUNT_ID_PREFERRED = 1L << 9;

  /** Endpoints with an account, {@code disabled}. */
  public static final long ACCOUNT_ID_DISABLED = 1L << 10;

  /** Endpoints with an account, {@code required}. */
  public static final long ACCOUNT_ID_REQUIRED = 1L << 11;

  private static final long SIGV4A = 1L << 12;
  private static final long ACCOUNT_ID = 1L << 13;
  private static final int FIRST_CHECKSUM = 14;

  /** Checksums of requests, {@code when_supported}. */
  public static final long REQUEST_CHECKSUMS = 1L << 23;

  /** Checksums of requests, {@code when_required}. */
  public static final long REQUEST_CHECKSUMS_REQUIRED = 1L << 24;

  /** Checksums of answers, {@code when_supported}. */
  public static final long RESPONSE_CHECKSUMS = 1L << 25;

  /** Checksums of answers, {@code when_required}. */
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

  /** The providers' names, in the order of their ids. */
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
   * What a signed request shows.
   *
   * @param operation the operation
   * @param headers the request's
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
   * What a signature's credentials show.
   *
   * @param source the name of the provider they came from
   * @param withAccountId whether they tell the account to endpoints that want to know
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

  /** The ids, with commas between. */
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
