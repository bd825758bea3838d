package io.boto4j.dashboard.account;

import io.boto4j.Name;
import io.boto4j.Params;
import io.boto4j.dynamodb.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The sessions of users who logged in.
 *
 * <p>A session's token is 256 random bits, which only the browser knows: the table has a hash of
 * it, so a copy of the table opens no session. DynamoDB deletes what has expired within days, which
 * keeps the table small; that a session has expired is checked whenever it is used.
 */
public final class Sessions {
  /** The life of a session. */
  public static final Duration LASTS = Duration.ofHours(12);

  private static final int TOKEN_BYTES = 32;

  private record Stored(
      @Name("token_hash") String tokenHash,
      @Name("user_id") String userId,
      @Name("expires_at") long expiresAt) {}

  private final SecureRandom random = new SecureRandom();
  private final Table table;
  private final Clock clock;

  /**
   * Creates the view of a table.
   *
   * @param table the table, with the key {@code token_hash} and time to live in {@code expires_at}
   * @param clock the time
   */
  public Sessions(Table table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * Opens a session.
   *
   * @param user the user
   * @return the token, for the user's browser and nobody else
   */
  public String open(User user) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    table.put(new Stored(hash(token), user.userId(), now() + LASTS.toSeconds()));
    return token;
  }

  /**
   * Finds the user of a session.
   *
   * @param token the token that a browser sent
   * @return the key of the user; empty if the session does not exist or has expired
   */
  public Optional<String> userId(String token) {
    return table
        .get(Params.of("token_hash", hash(token)), o -> o.consistent())
        .map(item -> item.to(Stored.class))
        .filter(session -> session.expiresAt() > now())
        .map(Stored::userId);
  }

  /**
   * Ends a session, if it exists.
   *
   * @param token the token
   */
  public void close(String token) {
    table.delete("token_hash", hash(token));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** Returns a plain hash, which is enough: nobody guesses 256 random bits. */
  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
