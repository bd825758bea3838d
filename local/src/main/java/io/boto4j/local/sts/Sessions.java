package io.boto4j.local.sts;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Principals;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The temporary credentials of an account, by access key. */
final class Sessions {
  private static final String SECRET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String TOKEN_START = "FQoGZXIvYXdzE";
  private static final int TOKEN_LENGTH = 356;

  /**
   * The time for which expired credentials are remembered, so that they are not reported as
   * unknown.
   */
  private static final Duration KEPT = Duration.ofDays(1);

  private final EngineContext context;
  private final MVMap<String, Object> map;

  Sessions(EngineContext context) {
    this.context = context;
    this.map = context.store().map("sessions");
  }

  /**
   * Issues credentials.
   *
   * @param arn the ARN of the session
   * @param userId the unique id of the session
   * @param seconds how long they are valid
   * @param details what else is remembered: role, policies, tags
   * @return the credentials as answers have them
   */
  Params issue(String arn, String userId, int seconds, Map<String, ?> details) {
    Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plusSeconds(seconds);
    String id = Principals.newId("ASIA", context.account(), 20, context.random());
    String secret = text(40);
    String token = TOKEN_START + text(TOKEN_LENGTH - TOKEN_START.length());
    Map<String, Object> session = new LinkedHashMap<>(details);
    session.put("Secret", secret);
    session.put("Token", token);
    session.put("Issued", now);
    session.put("Expiration", end);
    session.put("Arn", arn);
    session.put("UserId", userId);
    removeOld(now);
    map.put(id, session);
    return Params.of(
        "AccessKeyId", id,
        "SecretAccessKey", secret,
        "SessionToken", token,
        "Expiration", end);
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(SECRET.charAt(context.random().nextInt(SECRET.length())));
    }
    return text.toString();
  }

  /** Looks at a few entries only, so that issuing does not get slower. */
  private void removeOld(Instant now) {
    int looked = 0;
    String from = map.isEmpty() ? null : map.ceilingKey(text(4));
    while (from != null && looked++ < 5) {
      Structure session = find(from);
      Instant end = session == null ? null : session.instant("Expiration");
      String next = map.higherKey(from);
      if (end != null && end.plus(KEPT).isBefore(now)) {
        map.remove(from);
      }
      from = next;
    }
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  @Nullable Structure find(String accessKeyId) {
    return map.get(accessKeyId) instanceof Map<?, ?> session
        ? Structures.of((Map<String, ?>) session)
        : null;
  }

  Principals.@Nullable Principal principal(String accessKeyId) {
    Structure session = find(accessKeyId);
    return session == null
        ? null
        : new Principals.Principal(
            accessKeyId,
            String.valueOf(session.text("Secret")),
            session.text("Token"),
            session.instant("Expiration"),
            true,
            context.account(),
            String.valueOf(session.text("Arn")),
            String.valueOf(session.text("UserId")));
  }

  /** The session policies of a request: the text, and managed policies by ARN. */
  static Map<String, Object> policies(Structure input) {
    Map<String, Object> policies = new LinkedHashMap<>();
    String policy = input.text("Policy");
    if (policy != null) {
      policies.put("Policy", policy);
    }
    List<String> arns =
        input.structures("PolicyArns").stream()
            .map(each -> String.valueOf(each.text("arn")))
            .toList();
    if (!arns.isEmpty()) {
      policies.put("PolicyArns", arns);
    }
    return policies;
  }
}
