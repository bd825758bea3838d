package io.boto4j.spark.internal;

import io.boto4j.Client;
import io.boto4j.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions and clients of this JVM, by description.
 *
 * <p>The cache is static because Spark creates readers and writers by deserializing them, once per
 * task: nothing else on an executor outlives a task. It only grows, by one session per distinct
 * description in the programs of the application.
 */
final class SessionCache {
  /** More than the cores of an executor: each task calls on its own thread. */
  static final int POOLED_CONNECTIONS = 64;

  private static final Map<SessionSpec, Session> SESSIONS = new ConcurrentHashMap<>();
  private static final Map<Key, Client> CLIENTS = new ConcurrentHashMap<>();

  private record Key(SessionSpec spec, String service) {}

  private SessionCache() {}

  static Session session(SessionSpec spec) {
    return SESSIONS.computeIfAbsent(spec, SessionSpec::create);
  }

  static Client client(SessionSpec spec, String service) {
    return CLIENTS.computeIfAbsent(
        new Key(spec, service),
        key -> session(key.spec()).client(key.service(), c -> c.userAgentExtra("boto4j-spark")));
  }
}
