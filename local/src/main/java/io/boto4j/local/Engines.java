package io.boto4j.local;

import io.boto4j.local.engine.EngineFactory;
import java.util.List;

/** The engines of boto4j-local. */
final class Engines {
  private Engines() {}

  /** Returns the factories of all engines. */
  static List<EngineFactory> all() {
    return List.of();
  }
}
