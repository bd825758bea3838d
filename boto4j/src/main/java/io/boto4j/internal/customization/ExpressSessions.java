package io.boto4j.internal.customization;

import io.boto4j.credentials.Credentials;
import io.boto4j.internal.hook.CustomizationClient;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sessions of one client with the last hundred directory buckets. Thread-safe. */
final class ExpressSessions {
  private static final int MOST_KEPT = 100;

  private final Map<String, ExpressSession> byBucket = new LinkedHashMap<>(16, 0.75f, true);

  Credentials credentials(String bucket, CustomizationClient client) {
    return session(bucket).credentials(client);
  }

  /** Holds the lock only for the lookup, not for the call to the service. */
  private synchronized ExpressSession session(String bucket) {
    ExpressSession session = byBucket.get(bucket);
    if (session == null) {
      session = new ExpressSession(bucket);
      byBucket.put(bucket, session);
      if (byBucket.size() > MOST_KEPT) {
        byBucket.remove(byBucket.keySet().iterator().next());
      }
    }
    return session;
  }
}
