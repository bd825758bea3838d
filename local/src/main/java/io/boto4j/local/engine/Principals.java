package io.boto4j.local.engine;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The access keys that an engine has issued. The engines of IAM and STS implement it.
 *
 * <p>The account of an access key is part of its text, as in AWS, so the holder of a key finds the
 * engines to ask: {@link #accountOf}.
 */
public interface Principals {
  /**
   * Returns the principal of an access key.
   *
   * @param accessKeyId the access key
   * @return the principal, also if the key is inactive or expired; null for an unknown key
   */
  @Nullable Principal find(String accessKeyId);

  /**
   * Records the use of an access key, which IAM reports.
   *
   * @param accessKeyId the access key
   * @param service the service that was called, such as {@code s3}
   * @param region the region
   */
  default void used(String accessKeyId, String service, String region) {}

  /**
   * Whoever holds an access key.
   *
   * @param accessKeyId the access key
   * @param secretAccessKey the secret that signs
   * @param sessionToken the token that must come with the signature; null for keys of users
   * @param expiration the end of temporary credentials; null for keys of users
   * @param active false for keys that were made inactive
   * @param account the account, 12 digits
   * @param arn the ARN of the user, role session or federated user
   * @param userId the unique id, which {@code aws:userid} has
   */
  record Principal(
      String accessKeyId,
      String secretAccessKey,
      @Nullable String sessionToken,
      @Nullable Instant expiration,
      boolean active,
      String account,
      String arn,
      String userId) {
    /** Leaves the secrets out. */
    @Override
    public String toString() {
      return "Principal[" + accessKeyId + ", " + arn + "]";
    }
  }

  /** The alphabet of ids: that of base 32. */
  String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /**
   * Creates an id of an account, such as an access key.
   *
   * @param prefix the kind, such as {@code AKIA}
   * @param account the account, 12 digits
   * @param length the length of the id
   * @param random the source of randomness
   * @return a new id, from which {@link #accountOf} reads the account
   */
  static String newId(String prefix, String account, int length, RandomGenerator random) {
    // The first 40 bits are 1, then the account divided by two; the account's lowest bit comes
    // next.
    long number = Long.parseLong(account);
    long bits = (1L << 39) | (number >> 1);
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 7; i >= 0; i--) {
      id.append(ALPHABET.charAt(((int) (bits >> (5 * i))) & 31));
    }
    id.append(ALPHABET.charAt(((int) (number & 1) << 4) | random.nextInt(16)));
    while (id.length() < length) {
      id.append(ALPHABET.charAt(random.nextInt(32)));
    }
    return id.toString();
  }

  /**
   * Returns the account that is part of an access key.
   *
   * @param accessKeyId the access key
   * @return the account, 12 digits, or null for keys of another form
   */
  static @Nullable String accountOf(String accessKeyId) {
    if (accessKeyId.length() < 16 || accessKeyId.length() > 128) {
      return null;
    }
    long bits = 0;
    for (int i = 4; i < 13; i++) {
      int value = ALPHABET.indexOf(accessKeyId.charAt(i));
      if (value < 0) {
        return null;
      }
      bits = (bits << 5) | value;
    }
    if ((bits >> 44) != 1) {
      return null;
    }
    long account = (bits >> 4) & ((1L << 40) - 1);
    return account > 999_999_999_999L ? null : String.format("%012d", account);
  }
}
