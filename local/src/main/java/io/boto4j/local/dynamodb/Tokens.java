package io.boto4j.local.dynamodb;

import io.boto4j.Json;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;

/** The client tokens of transactions, which are carried out once within ten minutes. */
final class Tokens {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int LOCKS = 64;
  private static final int MOST = 100_000;

  private final EngineContext context;
  private final Store store;
  private final MVMap<String, Object> tokens;
  private final Queue<String> order = new ArrayDeque<>();
  private final Object[] locks = new Object[LOCKS];

  Tokens(EngineContext context) {
    this.context = context;
    this.store = context.store();
    this.tokens = store.map("transaction-tokens");
    order.addAll(tokens.keySet());
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /**
   * Carries out a transaction unless one with the token has been.
   *
   * @param token the token
   * @param request the request, which must be the same every time
   * @param transaction carries it out
   * @return what it returns, or an empty list if it has been carried out before
   * @throws EngineException if the token was used for another request
   */
  <T> List<T> once(String token, Object request, Supplier<List<T>> transaction) {
    String digest = digest(request);
    return store.write(
        () -> {
          synchronized (locks[Math.floorMod(token.hashCode(), LOCKS)]) {
            long now = context.clock().millis();
            if (tokens.get(token) instanceof Map<?, ?> used
                && used.get("Time") instanceof Number time
                && time.longValue() > now - KEPT.toMillis()) {
              if (!digest.equals(used.get("Digest"))) {
                throw new EngineException(
                    "IdempotentParameterMismatchException",
                    "The specified client token is already used, but the parameters of the request"
                        + " differ from those of the first one");
              }
              return List.of();
            }
            List<T> result = transaction.get();
            tokens.put(token, Map.of("Time", now, "Digest", digest));
            removeOldest(token);
            return result;
          }
        });
  }

  /** Clients create a token for every transaction, so that only the last ones can be kept. */
  private void removeOldest(String added) {
    String removed;
    synchronized (order) {
      order.add(added);
      removed = order.size() > MOST ? order.remove() : null;
    }
    if (removed != null) {
      tokens.remove(removed);
    }
  }

  private static String digest(Object request) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Json.write(request).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
