package io.boto4j.internal.text;

import io.boto4j.Session;

/** Depends on a higher floor. */
public final class DependsUpwards {
  private final Session session;

  DependsUpwards(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }
}
