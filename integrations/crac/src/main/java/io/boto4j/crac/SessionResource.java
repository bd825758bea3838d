package io.boto4j.crac;

import io.boto4j.Session;
import java.lang.ref.WeakReference;
import org.crac.Context;
import org.crac.Resource;

/** A session as a resource of a context. It does not keep the session or the context in memory. */
final class SessionResource implements Resource {
  private final WeakReference<Session> session;
  private final WeakReference<Context<Resource>> context;

  SessionResource(Session session, Context<Resource> context) {
    this.session = new WeakReference<>(session);
    this.context = new WeakReference<>(context);
  }

  boolean isOf(Context<Resource> other) {
    return context.get() == other;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> caller) {
    Session present = session.get();
    if (present != null) {
      present.suspend();
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> caller) {
    Session present = session.get();
    if (present != null) {
      present.resume();
    }
  }

  /** Returns the session, for people who read the list of resources of a failed checkpoint. */
  @Override
  public String toString() {
    return "Checkpoints.register(" + session.get() + ")";
  }
}
