package io.boto4j.internal.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps state in static fields; the constants among them are allowed. */
public final class KeepsState {
  static final AtomicInteger COUNTER = new AtomicInteger();
  static final HashMap<String, String> CACHE = new HashMap<>();
  static final Object LOCK = new Object();
  static final int[] VISIBLE = {1, 2};
  static int calls;

  static final String TEXT = "text";
  static final List<String> LIST = List.of("a");
  static final Map<String, String> MAP = Map.of("a", "b");
  private static final int[] TABLE = {1, 2};

  private KeepsState() {}

  static int entry(int index) {
    return TABLE[index];
  }
}
