package io.boto4j.internal.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Opens files that may be named pipes or devices. To open a pipe that has no writer blocks the
 * thread, and an interrupt does not end that; reading from the opened pipe can be interrupted.
 */
public final class SpecialFile {
  private SpecialFile() {}

  /**
   * Opens a file, on another thread unless it is a regular one.
   *
   * @param path the file
   * @return the stream
   * @throws InterruptedIOException if the thread is interrupted before the file is open; the
   *     interrupt flag stays set
   * @throws IOException if the file cannot be opened
   */
  public static InputStream open(Path path) throws IOException {
    return Files.exists(path) && !Files.isRegularFile(path)
        ? openElsewhere(path)
        : Files.newInputStream(path);
  }

  private static InputStream openElsewhere(Path path) throws IOException {
    FutureTask<InputStream> opening = new Opening(path);
    Thread opener = new Thread(opening, "boto4j-open");
    opener.setDaemon(true);
    opener.start();
    try {
      return opening.get();
    } catch (InterruptedException e) {
      opening.cancel(false);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while opening " + path);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }

  /** Closes a file that is opened after the wait for it has ended. */
  private static final class Opening extends FutureTask<InputStream> {
    Opening(Path path) {
      super(() -> Files.newInputStream(path));
    }

    @Override
    protected void set(InputStream opened) {
      super.set(opened);
      if (isCancelled()) {
        try {
          opened.close();
        } catch (IOException e) {
          // Nobody reads it.
        }
      }
    }
  }
}
