package io.boto4j.internal.credentials;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged of credentials meanwhile, at every level. */
final class LogLines extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("io.boto4j.credentials");
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Level before = logger.getLevel();
  private final boolean parents = logger.getUseParentHandlers();

  LogLines() {
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  List<String> lines() {
    return lines;
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void publish(LogRecord record) {
    String cause = record.getThrown() == null ? "" : "\n" + Texts.trace(record.getThrown());
    lines.add(record.getLevel() + " " + record.getMessage() + cause);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(before);
    logger.setUseParentHandlers(parents);
  }
}
