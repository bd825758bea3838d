package io.boto4j.crac;

import io.boto4j.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * The registration of sessions for checkpoints, such as the snapshots of SnapStart.
 *
 * <p>A registered session is {@linkplain Session#suspend suspended} before each checkpoint and
 * {@linkplain Session#resume resumed} after each restore:
 *
 * <pre>{@code
 * Session session = Session.create();
 * Checkpoints.register(session);
 * Client dynamodb = session.client("dynamodb");
 * }</pre>
 *
 * <p>On a JVM without checkpoints the registration has no effect. Safe for use by multiple threads.
 */
public final class Checkpoints {
  /**
   * The resources of sessions in use. Contexts refer to resources weakly, so something must keep
   * them; a resource refers to its session weakly, so that this map does not keep the session.
   */
  private static final Map<Session, List<SessionResource>> RESOURCES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Checkpoints() {}

  /**
   * Registers a session in the global context, which is that of the platform: CRaC's, or that of
   * AWS Lambda.
   *
   * <p>It is enough to register one of several sessions that share their configuration, such as
   * those of {@link Session#assumeRole(String)}. A session that is registered already is not
   * registered again. Sessions can be garbage collected as usual.
   *
   * @param session the session
   */
  public static void register(Session session) {
    register(session, Core.getGlobalContext());
  }

  /**
   * Registers a session in a context of the program's own, which determines the order of
   * checkpoints relative to other resources.
   *
   * @param session the session
   * @param context the context, which must be registered in the global one to have an effect
   */
  public static void register(Session session, Context<Resource> context) {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(context, "context");
    synchronized (RESOURCES) {
      List<SessionResource> own = RESOURCES.computeIfAbsent(session, key -> new ArrayList<>(1));
      for (SessionResource each : own) {
        if (each.isOf(context)) {
          return;
        }
      }
      SessionResource created = new SessionResource(session, context);
      own.add(created);
      context.register(created);
    }
  }
}
