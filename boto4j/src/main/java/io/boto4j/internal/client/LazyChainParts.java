package io.boto4j.internal.client;

import io.boto4j.internal.credentials.ChainParts;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a session's credentials chain. Most credentials need none of them: those of code and
 * of the environment, for example.
 */
final class LazyChainParts implements Supplier<ChainParts> {
  private final SessionParts session;
  private final ClientFactory clients;
  private final OptionValues sessionDefaults;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable ChainParts parts;

  LazyChainParts(SessionParts session, ClientFactory clients, OptionValues sessionDefaults) {
    this.session = session;
    this.clients = clients;
    this.sessionDefaults = sessionDefaults;
  }

  @Override
  public ChainParts get() {
    ChainParts created = parts;
    if (created == null) {
      created =
          new ChainParts(
              session.settings(),
              session.home(),
              session.clock(),
              session.sleeper(),
              session.random(),
              new NestedCalls(session, clients, sessionDefaults),
              session.mfaPrompt() == null ? new ConsolePrompt() : session.mfaPrompt(),
              session.roleCache());
      parts = created;
    }
    return created;
  }
}
